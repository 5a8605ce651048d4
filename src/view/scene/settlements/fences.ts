/** Fences of gardens and pens: rails, stakes, low walls. */
import { choose, shareOf } from './culture-style.ts'
import type { Site } from './house.ts'
import { dip, type Point } from './mesh-builder.ts'
import { beam, box, facet, patch } from './shapes.ts'

/** Height and thickness of a low wall, and how much of it follows the ground in one piece, metres. */
const LOW_WALL = { height: 0.72, thickness: 0.34, piece: 2.4 } as const

/** A fence along a polyline of the current frame, as the culture builds it: rails on posts, stakes, or a low wall; it stands on y given with each point. */
export function drawFence(site: Site, points: readonly Point[], variant: number): void {
  switch (site.style.yard.fence) {
    case 'rails': return drawRails(site, points, variant)
    case 'stakes': return drawStakes(site, points, variant)
    case 'wall': return drawLowWall(site, points)
  }
}

function drawRails({ mesh }: Site, points: readonly Point[], variant: number): void {
  for (let k = 0; k + 1 < points.length; k++) {
    const [a, b] = [points[k]!, points[k + 1]!]
    const length = Math.hypot(b[0] - a[0], b[2] - a[2])
    const posts = Math.max(1, Math.round(length / 0.85))
    const at = (t: number, y: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + y, a[2] + (b[2] - a[2]) * t]
    dip(mesh, '#7f654a', 'beam')
    // a corner has one post for both of its sides
    for (let p = k === 0 ? 0 : 1; p <= posts; p++) {
      const lean = (shareOf(variant, k * 31 + p) - 0.5) * 0.1
      const top = at(p / posts, 0.82 + shareOf(variant, k * 17 + p) * 0.14)
      beam(mesh, at(p / posts, -0.3), [top[0] + lean, top[1], top[2]], { width: 0.08, depth: 0.08 })
    }
    dip(mesh, '#957a58', 'beam')
    for (const y of [0.32, 0.62]) beam(mesh, at(0, y), at(1, y), { width: 0.08, depth: 0.05, hidden: 'ends' })
  }
}

/** Split stakes side by side, sharpened, on one rail. */
function drawStakes({ mesh, style }: Site, points: readonly Point[], variant: number): void {
  for (let k = 0; k + 1 < points.length; k++) {
    const [a, b] = [points[k]!, points[k + 1]!]
    const length = Math.hypot(b[0] - a[0], b[2] - a[2])
    const count = Math.max(1, Math.round(length / 0.27))
    const at = (t: number, y: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + y, a[2] + (b[2] - a[2]) * t]
    for (let n = 0; n < count; n++) {
      const [t0, t1] = [(n + 0.06) / count, (n + 0.94) / count]
      const top = 0.78 + shareOf(variant, k * 37 + n) * 0.22
      dip(mesh, choose(style.wall.trunks, variant, k * 19 + n), 'beam')
      patch(mesh, [at(t0, -0.25), at(t1, -0.25), at(t1, top), at(t0, top)], { gradient: [0.68, 1.02] })
      facet(mesh, [at(t0, top), at(t1, top), at((t0 + t1) / 2, top + 0.16)], [1, 1.15])
    }
    dip(mesh, '#957a58', 'beam')
    beam(mesh, at(0, 0.5), at(1, 0.5), { width: 0.08, depth: 0.07, hidden: 'ends' })
  }
}

/** A low wall of the culture's own stone, clay or plaster, a stout post at every corner. */
function drawLowWall({ mesh, style }: Site, points: readonly Point[]): void {
  const { height, thickness, piece } = LOW_WALL
  const plastered = style.wall.build === 'brick'
  const [color, surface] = plastered ? [style.walls[0]!, 'plaster' as const] : [style.wall.color, style.wall.surface]
  const cap = plastered ? style.roof.colors[0]! : style.wall.inside
  for (let k = 0; k + 1 < points.length; k++) {
    const [a, b] = [points[k]!, points[k + 1]!]
    const length = Math.hypot(b[0] - a[0], b[2] - a[2])
    const pieces = Math.max(1, Math.round(length / piece))
    const [nx, nz] = [((b[2] - a[2]) / length) * (thickness / 2), (-(b[0] - a[0]) / length) * (thickness / 2)]
    const at = (t: number, side: number, y: number): Point => [a[0] + (b[0] - a[0]) * t + nx * side, a[1] + (b[1] - a[1]) * t + y, a[2] + (b[2] - a[2]) * t + nz * side]
    for (let n = 0; n < pieces; n++) {
      const [t0, t1] = [n / pieces, (n + 1) / pieces]
      dip(mesh, color, surface)
      for (const side of [-1, 1]) patch(mesh, [at(side > 0 ? t1 : t0, side, -0.35), at(side > 0 ? t0 : t1, side, -0.35), at(side > 0 ? t0 : t1, side * 0.85, height), at(side > 0 ? t1 : t0, side * 0.85, height)], { gradient: [0.66, 1.02] })
      dip(mesh, cap, plastered ? 'clay' : surface)
      patch(mesh, [at(t0, -1.05, height), at(t1, -1.05, height), at(t1, 0, height + 0.09), at(t0, 0, height + 0.09)], { gradient: [0.95, 1.1] })
      patch(mesh, [at(t0, 0, height + 0.09), at(t1, 0, height + 0.09), at(t1, 1.05, height), at(t0, 1.05, height)], { gradient: [1.1, 0.95] })
    }
  }
  dip(mesh, color, surface)
  for (const [x, y, z] of points) box(mesh, [x, y - 0.35, z], [thickness + 0.1, height + 0.55, thickness + 0.1], { taper: 0.9, gradient: [0.66, 1.06] })
}
