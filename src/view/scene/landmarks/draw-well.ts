/** The well of an oasis: a ring of stones under a sweep, a trough for beasts, jars, and an awning for whoever rests. */
import { shareOf } from '../settlements/culture-style.ts'
import { dip, type Point } from '../settlements/mesh-builder.ts'
import { beam, box, lathe, loft } from '../settlements/shapes.ts'
import type { Drawing } from './draw-landmark.ts'

/** Posts of the awning, and how high its cloth hangs on each, metres. */
const POSTS: readonly Point[] = [[1.7, 2.3, -2.6], [4.6, 2.5, -2.2], [4.3, 2.05, 0.5], [1.6, 1.95, 0.3]]

/** Draws the well at the centre of the frame; its front looks to the pool. */
export function drawOasisWell({ mesh, variant, below }: Drawing): void {
  const ground = below(0, 0)
  dip(mesh, '#c3ad86', 'stone')
  lathe(mesh, [0, ground, 0], [[1.5, -0.5, 0.7], [1.42, 0.06, 0.95], [1.06, 0.08, 0.85], [1, 0.72, 1.05], [0.96, 0.8, 1.12], [0.72, 0.8, 1.05], [0.7, 0.2, 0.35]], 14)
  dip(mesh, '#24525b', 'plain')
  lathe(mesh, [0, ground + 0.3, 0], [[0.74, 0, 0.9], [0, 0, 1.1]], 12)
  // The sweep: a pole on a fork, a stone at its short end, a bucket at its long one.
  dip(mesh, '#7a5c40', 'beam')
  const fork: Point = [-1.5, below(-1.5, -1.1) - 0.4, -1.1]
  beam(mesh, fork, [-1.5, ground + 2.35, -1.1], { width: 0.2, depth: 0.2 })
  beam(mesh, [-3.3, ground + 1.35, -2.42], [0.05, ground + 3.4, 0.04], { width: 0.12, depth: 0.12, out: [0, 1, 0] })
  dip(mesh, '#8d8578', 'plain')
  lathe(mesh, [-3.2, ground + 0.95, -2.35], [[0, 0, 0.7], [0.26, 0.12, 0.85], [0.24, 0.4, 1], [0, 0.52, 1.1]], 7)
  dip(mesh, '#cdb98d', 'plain')
  beam(mesh, [0.03, ground + 3.36, 0.03], [0.03, ground + 1.2, 0.03], { width: 0.03, depth: 0.03 })
  dip(mesh, '#8d6a48', 'planks')
  lathe(mesh, [0.03, ground + 0.9, 0.03], [[0, 0, 0.6], [0.14, 0, 0.8], [0.18, 0.3, 1.1], [0.13, 0.3, 0.7], [0.1, 0.1, 0.4]], 8)
  // The trough stands where the blocks of the landmark have it.
  const trough = below(-2.6, 0.4)
  dip(mesh, '#b9a27b', 'stone')
  box(mesh, [-2.6, trough - 0.3, 0.4], [0.85, 0.8, 2.4], { gradient: [0.75, 1.05] })
  dip(mesh, '#3f7f8c', 'plain')
  box(mesh, [-2.6, trough + 0.48, 0.4], [0.55, 0.04, 2.1], {})
  dip(mesh, '#7a5c40', 'beam')
  for (const [x, high, z] of POSTS) beam(mesh, [x, below(x, z) - 0.3, z], [x, ground + high, z], { width: 0.1, depth: 0.1 })
  const cloth = ['#b4684a', '#3f7f8c', '#d9a441', '#a8553d'][variant & 3]!
  for (let stripe = 0; stripe < 6; stripe++) {
    dip(mesh, stripe % 2 ? '#efe6d2' : cloth, 'plain')
    mesh.sway = 14
    const [from, to] = [stripe / 6, (stripe + 1) / 6]
    loft(mesh, 1, 4, {
      at: (i, j) => {
        const [a, b, c, d] = POSTS as readonly [Point, Point, Point, Point]
        const u = from + (to - from) * i
        const mix = (n: 0 | 1 | 2): number => (a[n] * (1 - u) + b[n] * u) * (1 - j) + (d[n] * (1 - u) + c[n] * u) * j
        return [mix(0), ground + mix(1) - 0.75 * j * (1 - j) - 0.35 * u * (1 - u), mix(2)]
      },
      shade: (_, j) => 0.95 + 0.15 * j,
    })
  }
  for (let k = 0; k < 4; k++) {
    const [x, z] = [2.2 + k * 0.62, -1.9 + shareOf(variant, k) * 0.5]
    dip(mesh, k % 2 ? '#a8643f' : '#b98257', 'plain')
    lathe(mesh, [x, below(x, z) - 0.02, z], [[0.1, 0, 0.7], [0.24, 0.2, 0.95], [0.22, 0.42, 1.05], [0.09, 0.55, 0.95], [0.12, 0.66, 1.1], [0.07, 0.64, 0.4]], 8)
  }
  dip(mesh, '#a8553d', 'plain')
  box(mesh, [3, below(3, -0.6) - 0.02, -0.6], [2.2, 0.06, 1.3], {})
}
