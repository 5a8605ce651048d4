/** What makes roofs of a culture its own: flat roofs with a parapet, crossed boards on gables, porches over doors. */
import { choose, shareOf, type CultureStyle } from './culture-style.ts'
import type { Site } from './house.ts'
import { dip, type MeshBuilder, type Point } from './mesh-builder.ts'
import { ridgeRise, type RoofShape } from './roof.ts'
import { beam, box, facet, lathe, loft, patch } from './shapes.ts'

/** Height of a parapet over its roof, and its thickness, metres. */
const PARAPET = 0.55
const THICK = 0.3

/** Draws a flat roof: floor, parapet with raised corners, beam ends, and on some a dome or an awning. */
export function drawFlatRoof(mesh: MeshBuilder, style: CultureStyle, shape: RoofShape & { wall: string; variant: number }): void {
  const { length, span, eaves, color, wall, variant, detail } = shape
  const [w, d] = [length / 2 + 0.06, span / 2 + 0.06]
  dip(mesh, color, 'plaster')
  patch(mesh, [[-w, eaves + 0.05, d], [w, eaves + 0.05, d], [w, eaves + 0.05, -d], [-w, eaves + 0.05, -d]], { gradient: [0.95, 1.02] })
  dip(mesh, wall, 'plaster')
  for (const side of [-1, 1]) {
    box(mesh, [0, eaves - 0.05, side * (d - THICK / 2)], [w * 2, PARAPET, THICK], { gradient: [0.94, 1.06] })
    box(mesh, [side * (w - THICK / 2), eaves - 0.05, 0], [THICK, PARAPET, d * 2], { gradient: [0.94, 1.06] })
    if (detail) for (const end of [-1, 1]) box(mesh, [side * (w - 0.24), eaves + PARAPET - 0.08, end * (d - 0.24)], [0.46, 0.32, 0.46], { taper: 0.7, gradient: [0.96, 1.1] })
  }
  if (shareOf(variant, 15) < 0.34) drawDome(mesh, style, [length * (shareOf(variant, 16) < 0.5 ? -0.2 : 0.2), eaves + 0.05, 0], Math.min(length, span) * 0.34, detail)
  if (!detail) return
  dip(mesh, style.timber.color, 'beam')
  const beams = Math.max(3, Math.round(length / 1.4))
  for (let k = 0; k < beams; k++) {
    const x = ((k + 0.5) / beams - 0.5) * length * 0.94
    for (const side of [-1, 1]) beam(mesh, [x, eaves - 0.3, side * (d - 0.3)], [x, eaves - 0.3, side * (d + 0.36)], { width: 0.13, depth: 0.13, out: [0, 1, 0] })
  }
  if (shareOf(variant, 17) > 0.45) return
  // An awning for warm nights.
  const [ax, az] = [length * 0.2, span * 0.12]
  dip(mesh, style.timber.color, 'beam')
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) beam(mesh, [ax + sx * 1.1, eaves, az + sz * 0.9], [ax + sx * 1.1, eaves + 1.8, az + sz * 0.9], { width: 0.07, depth: 0.07 })
  dip(mesh, style.cloth[variant % style.cloth.length]!, 'stripes')
  loft(mesh, 5, 3, { at: (i, j) => [ax + (i * 2 - 1) * 1.3, eaves + 1.86 - Math.sin(i * Math.PI) * 0.16, az + (1 - j * 2) * 1.1], shade: (_, j) => 0.9 + 0.14 * j })
}

/** Draws a dome on a low drum. */
export function drawDome(mesh: MeshBuilder, style: CultureStyle, foot: Point, radius: number, detail: boolean): void {
  dip(mesh, style.roof.ridge, 'plaster')
  const profile: Array<readonly [number, number, number]> = [[radius * 1.05, -0.05, 0.85], [radius * 1.05, radius * 0.35, 1]]
  for (let k = 0; k <= 4; k++) {
    const t = (k / 4) * (Math.PI / 2)
    profile.push([Math.cos(t) * radius, radius * 0.4 + Math.sin(t) * radius * 0.9, 0.9 + 0.2 * (k / 4)])
  }
  lathe(mesh, foot, profile, detail ? 14 : 7)
  dip(mesh, '#c9a45c', 'plain')
  lathe(mesh, [foot[0], foot[1] + radius * 1.28, foot[2]], [[0.05, 0, 0.9], [0.12, 0.2, 1.1], [0, 0.55, 1.3]], 5)
}

/** Draws the crossed ends of the bargeboards that rise over each gable. */
export function drawHorns(mesh: MeshBuilder, style: CultureStyle, shape: RoofShape): void {
  const { length, span, eaves } = shape
  const x = length / 2 + style.roof.overhang * 0.75
  const top = eaves + ridgeRise(style, span) + style.roof.thickness
  const reach = span / 2 + style.roof.overhang
  const foot = eaves - style.roof.overhang * style.roof.pitch + 0.1
  dip(mesh, style.trim, 'beam')
  for (const end of [-1, 1]) {
    for (const side of [-1, 1]) {
      beam(mesh, [end * x, foot, side * reach], [end * x, top, 0], { width: 0.26, depth: 0.09, out: [end, 0, 0] })
      beam(mesh, [end * x, top - 0.1, side * 0.08], [end * (x + 0.12), top + 0.75, side * -0.6], { width: 0.2, depth: 0.09, out: [end, 0, 0] })
    }
  }
}

/** Draws a small roof on posts over the door of the wall z = 0. */
export function drawPorch(mesh: MeshBuilder, style: CultureStyle, shape: { wallHeight: number; ground: number; color: string }): void {
  const high = Math.min(2.75, shape.wallHeight + 0.1)
  const [out, half] = [1.5, 1.25]
  dip(mesh, style.timber.color, 'beam')
  for (const side of [-1, 1]) {
    beam(mesh, [side * (half - 0.1), shape.ground - 0.3, out - 0.12], [side * (half - 0.1), high - 0.34, out - 0.12], { width: 0.14, depth: 0.14 })
    beam(mesh, [side * (half - 0.1), high - 0.75, out - 0.12], [side * (half - 0.5), high - 0.36, out - 0.12], { width: 0.09, depth: 0.09 })
    beam(mesh, [side * (half - 0.1), high - 0.34, out], [side * (half - 0.1), high - 0.06, 0], { width: 0.1, depth: 0.1, out: [0, 1, 0] })
  }
  beam(mesh, [-half, high - 0.34, out - 0.1], [half, high - 0.34, out - 0.1], { width: 0.12, depth: 0.12 })
  dip(mesh, style.roof.pitch > 0 ? shape.color : style.cloth[0]!, style.roof.pitch > 0 ? style.roof.surface : 'stripes')
  for (const [lift, flip] of [[0.08, false], [-0.02, true]] as const) {
    loft(mesh, 3, 3, { flip, at: (i, j) => [(i * 2 - 1) * (half + 0.2), high - 0.36 + j * 0.42 + lift, out + 0.25 - j * (out + 0.25)], shade: (_, j) => (flip ? 0.6 : 0.86 + 0.2 * j) })
  }
}

/** Draws a four-sided roof, or a dome where roofs are flat: `width` over its eaves and `rise` to its point, metres. */
export function drawCap(site: Pick<Site, 'mesh' | 'style' | 'variant' | 'detail'>, foot: Point, width: number, rise: number): void {
  const { mesh, style, variant, detail } = site
  const w = width / 2
  const ring: Point[] = [[-w, 0, w], [w, 0, w], [w, 0, -w], [-w, 0, -w]].map(([x, y, z]) => [foot[0] + x!, foot[1] + y!, foot[2] + z!])
  if (style.roof.pitch === 0) drawDome(mesh, style, foot, width * 0.46, detail)
  else {
    dip(mesh, choose(style.roof.colors, variant, 2), style.roof.surface)
    for (let k = 0; k < 4; k++) facet(mesh, [ring[k]!, ring[(k + 1) % 4]!, [foot[0], foot[1] + rise, foot[2]]], [0.8, 1.12])
  }
  dip(mesh, style.timber.color, 'planks')
  patch(mesh, [ring[3]!, ring[2]!, ring[1]!, ring[0]!], { gradient: [0.55, 0.6] })
}
