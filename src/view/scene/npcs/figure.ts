/** The brush of people: dyes a mesh and binds what is drawn to bones; tubes and shells that bodies are made of. */
import { dip, type MeshBuilder, type Point } from '../settlements/mesh-builder.ts'
import { loft } from '../settlements/shapes.ts'
import { boneOf, type BodyShape, type Bone } from './body-shape.ts'

/** A person being drawn: mesh, measures, and how fine. */
export type Figure = { mesh: MeshBuilder; shape: BodyShape; /** Segments of a round limb: 5 far, 9 near. */ round: number; /** Whether small things are drawn. */ fine: boolean }

/** What a patch of a person is painted as, in the fourth byte of its surface. */
export const MARKS = { cloth: 0, skin: 64, hair: 128, tool: 192, flame: 224, face: 255 } as const

/** Dips the brush in a dye and binds what follows to one bone. */
export function dye(figure: Figure, color: string, bone: Bone, mark: keyof typeof MARKS = 'cloth'): void {
  dip(figure.mesh, color)
  figure.mesh.mark = MARKS[mark]
  bind(figure, bone)
}

/** Binds what follows to a bone, and by `weight` 0..1 to a second. */
export function bind(figure: Figure, bone: Bone, mate: Bone = bone, weight = 0): void {
  figure.mesh.kind = boneOf(bone)
  figure.mesh.chance = boneOf(mate)
  figure.mesh.sway = Math.round(weight * 255)
}

/** One ring of a tube: centre, half widths across and along, brightness, and what it hangs on. */
export type Ring = { x?: number; y: number; z?: number; rx: number; rz: number; shade?: number; bone?: Bone; mate?: Bone; weight?: number }

/** A tube through rings from below to above; its seam lies at the back. `bones` may bind each point by its share of the way round (0 back, 0.25 right, 0.5 front). */
export function tube(figure: Figure, rings: readonly Ring[], options: { segments?: number; brush?: (around: number, ring: Ring) => void } = {}): void {
  const rows = rings.length - 1
  loft(figure.mesh, options.segments ?? figure.round, rows, {
    closed: true,
    at: (i, j) => {
      const ring = rings[Math.round(j * rows)]!
      const angle = Math.PI / 2 - i * Math.PI * 2
      return [(ring.x ?? 0) + Math.cos(angle) * ring.rx, ring.y, (ring.z ?? 0) + Math.sin(angle) * ring.rz]
    },
    shade: (_, j) => rings[Math.round(j * rows)]!.shade ?? 1,
    brush: (i, j) => {
      const ring = rings[Math.round(j * rows)]!
      if (ring.bone) bind(figure, ring.bone, ring.mate, ring.weight)
      options.brush?.(i, ring)
    },
  })
}

/** A shell over the head: an ellipsoid from `low(around)` (radians of elevation; around 0 back, 0.5 front) up to its top. */
export function shell(figure: Figure, options: { grow: number; low: (around: number) => number; rows?: number; segments?: number; shade?: (up: number, around: number) => number; push?: (around: number, elevation: number) => number }): void {
  const { headRadius, headY } = figure.shape
  const rows = options.rows ?? (figure.fine ? 6 : 3)
  loft(figure.mesh, figure.fine ? (options.segments ?? 18) : 8, rows, {
    closed: true,
    at: (i, j) => {
      const angle = Math.PI / 2 - i * Math.PI * 2
      const low = options.low(i)
      const rise = low + (Math.PI / 2 - low) * j
      const grow = options.grow * (options.push?.(i, rise) ?? 1)
      return [Math.cos(angle) * Math.cos(rise) * headRadius * 0.9 * grow, headY + Math.sin(rise) * headRadius * 1.06 * grow, Math.sin(angle) * Math.cos(rise) * headRadius * 0.97 * grow]
    },
    shade: (i, j) => options.shade?.(j, i) ?? 0.78 + 0.34 * j,
  })
}

/** A point on the head by direction: `around` as in `shell`, elevation in radians, `out` in head radii. */
export function onHead(figure: Figure, around: number, elevation: number, out = 1): Point {
  const { headRadius, headY } = figure.shape
  const angle = Math.PI / 2 - around * Math.PI * 2
  return [Math.cos(angle) * Math.cos(elevation) * headRadius * 0.9 * out, headY + Math.sin(elevation) * headRadius * 1.06 * out, Math.sin(angle) * Math.cos(elevation) * headRadius * 0.97 * out]
}
