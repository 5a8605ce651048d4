/** The crown of a tree that belongs to a settlement: leafy sprays around what shades them from within. */
import { shareOf } from './culture-style.ts'
import { dip, triangle, vertex, type MeshBuilder, type Point } from './mesh-builder.ts'
import { blob } from './shapes.ts'

/** The angle between one spray and the next that covers a ball evenly (Vogel, 1979: the golden angle). */
const GOLDEN = 2.39996

/** How a crown looks: half its width and height in metres, how many sprays of what size in metres, its chance, and colours of its dark heart and its leaves. */
export type CrownLook = { readonly wide: number; readonly high: number; readonly sprays: number; readonly size: number; readonly chance: number; readonly heart: string; readonly leaves: readonly string[] }

/** Draws one around `middle`; it sways. */
export function drawCrown(mesh: MeshBuilder, middle: Point, { wide, high, sprays, size, chance, heart, leaves }: CrownLook): void {
  mesh.sway = 12
  dip(mesh, heart, 'leaves')
  blob(mesh, middle, [wide * 0.8, high * 0.8, wide * 0.8], { chance, dent: 0.2, across: 7, along: 4, gradient: [0.62, 1.05] })
  for (let n = 0; n < sprays; n++) {
    const rise = 1 - (2 * (n + 0.5)) / sprays
    const around = n * GOLDEN + chance
    const level = Math.sqrt(1 - rise * rise)
    // lumps: a crown is several boughs, not one ball
    const lump = 0.84 + 0.13 * Math.sin(around * 2 + chance) * Math.cos(rise * 4 + chance) + (shareOf(chance, 10 + n) - 0.5) * 0.16
    const out: Point = [Math.cos(around) * level, rise, Math.sin(around) * level]
    const at: Point = [middle[0] + out[0] * wide * lump, middle[1] + out[1] * high * lump, middle[2] + out[2] * wide * lump]
    const along = size * (0.8 + shareOf(chance, 100 + n) * 0.5)
    // each spray lies on the crown, a little turned, and hangs outward
    const tilt = shareOf(chance, 200 + n) * 3.14
    const side: Point = [-Math.sin(around) * Math.cos(tilt), Math.sin(tilt) * 0.8, Math.cos(around) * Math.cos(tilt)]
    const down: Point = [out[0] * 0.55 - Math.cos(around) * rise * 0.5, -0.5 * level - 0.15, out[2] * 0.55 - Math.sin(around) * rise * 0.5]
    dip(mesh, leaves[Math.floor(shareOf(chance, 300 + n) * leaves.length)]!, 'leaves')
    const corner = (a: number, b: number): Point => [at[0] + (side[0] * a + down[0] * b) * along, at[1] + (side[1] * a + down[1] * b) * along, at[2] + (side[2] * a + down[2] * b) * along]
    drawSpray(mesh, [corner(0, -1), corner(0.8, 0.1), corner(0, 1.15), corner(-0.8, 0.1)], { out, shade: 0.74 + 0.16 * (rise + 1) })
  }
}

/** A spray of leaves, lit as the crown is where it lies, so that a crown is round and not a heap of splinters. */
function drawSpray(mesh: MeshBuilder, corners: readonly [Point, Point, Point, Point], { out, shade }: { out: Point; shade: number }): void {
  const [a, b, , d] = corners
  const [u, v] = [b, d].map((corner): Point => [corner[0] - a[0], corner[1] - a[1], corner[2] - a[2]]) as [Point, Point]
  const faces = (u[1] * v[2] - u[2] * v[1]) * out[0] + (u[2] * v[0] - u[0] * v[2]) * out[1] + (u[0] * v[1] - u[1] * v[0]) * out[2] > 0
  const first = mesh.vertexCount
  corners.forEach((corner, n) => vertex(mesh, corner, out, [n % 2, n >> 1, shade * (n === 2 ? 1.14 : 1)]))
  for (const [i, j] of [[1, 2], [2, 3]] as const) triangle(mesh, first, first + (faces ? i : j), first + (faces ? j : i))
}
