/** Roofs: two slopes with thickness, rounded eaves, a sagging ridge and, where the culture has it, hipped ends. */
import type { CultureStyle } from './culture-style.ts'
import { dip, type MeshBuilder, type Point } from './mesh-builder.ts'
import { facet, loft, patch } from './shapes.ts'

/** Measures of a roof: the ridge runs along x, over walls of `length` by `span`, eaves at `eaves` metres. */
export type RoofShape = { length: number; span: number; eaves: number; color: string; detail: boolean }

/** Height of the ridge above the eaves in metres. */
export function ridgeRise(style: CultureStyle, span: number): number {
  return (span / 2) * style.roof.pitch
}

/** Draws the two slopes, their edges and the ridge. */
export function drawRoof(mesh: MeshBuilder, style: CultureStyle, shape: RoofShape): void {
  const { overhang, thickness, hip, sag, pitch } = style.roof
  const { length, span, eaves, detail } = shape
  const rise = ridgeRise(style, span)
  const soft = style.roof.surface === 'thatch' || style.roof.surface === 'turf'
  const halfLength = length / 2 + (soft ? overhang * 0.7 : overhang * 0.85)
  const along = detail ? 8 : 2
  const slopeRows = detail ? 6 : 2
  const reach = span / 2 + overhang
  // Cross-section of one slope, from inside the eaves round the edge and up to the ridge: distance from the middle and height.
  const section: Array<readonly [out: number, high: number]> = []
  const foot = eaves - overhang * pitch
  section.push([reach - 0.05 - thickness * 0.5, foot - thickness * 0.1])
  section.push([reach - 0.02, foot - thickness * 0.12])
  if (soft) section.push([reach + thickness * 0.22, foot + thickness * 0.2], [reach + thickness * 0.12, foot + thickness * 0.75])
  else section.push([reach + 0.02, foot + thickness * 0.5])
  for (let k = 0; k <= slopeRows; k++) {
    const t = k / slopeRows
    const out = reach * (1 - t)
    const belly = soft ? Math.sin(t * Math.PI) * 0.06 : -Math.sin(t * Math.PI) * 0.05
    section.push([out, foot + (rise + overhang * pitch) * t + thickness + belly])
  }
  const rows = section.length - 1
  const top = section[rows]![1]
  const hipCut = hip * (rise + overhang * pitch)
  const place = (t: number, row: number, side: number): Point => {
    const [out, high] = section[row]!
    let x = (t * 2 - 1) * halfLength
    let y = high
    const end = Math.abs(t * 2 - 1)
    if (hip > 0) {
      const over = Math.max(0, high - (top - hipCut))
      x -= Math.sign(x) * Math.max(0, Math.abs(x) - (halfLength - over * 0.95))
    }
    if (soft && row >= 2) {
      const roundness = Math.max(0, (end - 0.86) / 0.14)
      y -= roundness * roundness * thickness * 0.45
    }
    y -= sag * (1 - end * end) * Math.min(1, (high - foot) / (rise + 0.01))
    return [x, y, side * out]
  }
  for (const side of [1, -1]) {
    dip(mesh, shape.color, style.roof.surface)
    loft(mesh, along, rows, {
      flip: side < 0,
      at: (i, j) => place(i, Math.round(j * rows), side),
      shade: (i, j) => (j * rows < 1.5 ? 0.55 : 0.84 + 0.26 * j) * (i < 0.02 || i > 0.98 ? 1.05 : 1),
    })
    // The cut edge at either gable, and the underside.
    for (const end of [0, 1]) {
      const outline = section.map((_, row) => place(end, row, side))
      const inner: Point[] = outline.map((p, row) => [p[0], Math.max(foot - thickness * 0.1, p[1] - thickness * 1.15), row <= 2 ? p[2] - side * 0.1 : p[2]])
      dip(mesh, soft ? style.roof.ridge : style.trim, soft ? style.roof.surface : 'beam')
      for (let row = 2; row < rows; row++) {
        const corners: [Point, Point, Point, Point] = [inner[row]!, outline[row]!, outline[row + 1]!, inner[row + 1]!]
        const turned = (end === 1) === side > 0
        patch(mesh, turned ? [corners[1], corners[0], corners[3], corners[2]] : corners, { gradient: [0.8, 0.95] })
      }
    }
    if (detail) {
      dip(mesh, style.timber.color, 'planks')
      const z0 = side * (reach - 0.05)
      const z1 = side * (span / 2 - 0.1)
      const y1 = eaves + 0.1 * pitch
      const strip: [Point, Point, Point, Point] = [[-halfLength + 0.05, foot - 0.01, z0], [halfLength - 0.05, foot - 0.01, z0], [halfLength - 0.05, y1, z1], [-halfLength + 0.05, y1, z1]]
      patch(mesh, side > 0 ? [strip[3], strip[2], strip[1], strip[0]] : strip, { gradient: [0.6, 0.6] })
    }
  }
  if (hip > 0) {
    for (const end of [0, 1]) {
      const x = (end * 2 - 1) * (halfLength - hipCut * 0.95)
      const outer = (end * 2 - 1) * halfLength
      const y = top - hipCut
      const out = (hipCut / (rise + overhang * pitch)) * reach
      dip(mesh, shape.color, style.roof.surface)
      const low: [Point, Point] = [[outer, y, out], [outer, y, -out]]
      const apex: Point = [x, top, 0]
      facet(mesh, end === 1 ? [low[0], low[1], apex] : [low[1], low[0], apex], [0.86, 1.05])
    }
  }
  // Ridge: a rounded cap that follows the sag.
  dip(mesh, style.roof.ridge, soft ? style.roof.surface : 'plain')
  const cap = soft ? 0.2 : 0.11
  const ridgeHalf = halfLength - (hip > 0 ? hipCut * 0.95 : -0.02)
  loft(mesh, detail ? 4 : 2, along, {
    at: (i, j) => {
      const angle = (i - 0.5) * Math.PI
      const x = (j * 2 - 1) * ridgeHalf
      const end = Math.abs(x) / halfLength
      const y = top - sag * (1 - end * end) - cap * 0.35
      return [x, y + Math.cos(angle) * cap * 0.8, -Math.sin(angle) * cap * 1.5]
    },
    flip: true,
    shade: (i) => 0.85 + 0.3 * Math.sin(i * Math.PI),
  })
}
