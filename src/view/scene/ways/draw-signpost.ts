/** Signposts: a post with a cap, and a pointed board for each way it shows. */
import type { Finger, Signpost } from '#worldgen/roads/signposts.ts'
import { choose, shareOf, type CultureStyle } from '../settlements/culture-style.ts'
import { dip, within, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { beam, blob, box, facet, lathe } from '../settlements/shapes.ts'

/** Measures of a finger, metres: it begins at the post, ends in a point, and hangs this much below the one above it. */
export const FINGER = { from: 0.1, long: 1.95, point: 0.26, high: 0.4, thick: 0.06, drop: 0.47, top: 2.75 } as const

/** Where the board of finger `n` hangs over the ground, and its turn: its length lies along +x. */
export function fingerPlace({ alongX, alongZ }: Finger, n: number): { y: number; yaw: number } {
  return { y: FINGER.top - n * FINGER.drop, yaw: Math.atan2(-alongZ, alongX) }
}

/** Draws a signpost standing at 0. */
export function drawSignpost(mesh: MeshBuilder, { fingers }: Signpost, style: CultureStyle, variant: number): void {
  dip(mesh, '#7d6850', 'beam')
  beam(mesh, [0, -0.6, 0], [0.02, FINGER.top + 0.42, 0.01], { width: 0.17, depth: 0.17, gradient: [0.66, 1.06] })
  dip(mesh, choose(style.doors, variant, 1), 'plain')
  lathe(mesh, [0.02, FINGER.top + 0.4, 0.01], [[0.14, 0, 0.85], [0.15, 0.05, 1], [0.06, 0.14, 1.1], [0, 0.22, 1.15]], 7)
  fingers.forEach((finger, n) => {
    const { y, yaw } = fingerPlace(finger, n)
    within(mesh, { x: 0, y: y + (shareOf(variant, n) - 0.5) * 0.03, z: 0, yaw }, () => {
      dip(mesh, n === fingers.length - 1 ? '#e6d8b2' : '#f0e4c4', 'beam')
      mesh.chance = (variant + n * 41) & 255
      const { from, long, point, high, thick } = FINGER
      box(mesh, [(from + long - point) / 2 - 0.09, -high / 2, 0], [long - point - from + 0.18, high, thick], { gradient: [0.96, 1.04] })
      const tip = long - point
      for (const side of [1, -1]) {
        const z = (side * thick) / 2
        facet(mesh, side > 0 ? [[tip, -high / 2, z], [long, 0, z], [tip, high / 2, z]] : [[tip, high / 2, z], [long, 0, z], [tip, -high / 2, z]], [0.94, 1.03])
      }
      for (const side of [1, -1]) beam(mesh, [tip, (side * high) / 2, 0], [long, 0, 0], { width: thick, depth: 0.012, out: [0, 1, 0] })
      dip(mesh, '#4a4038', 'plain')
      for (const x of [-0.05, 0.05]) box(mesh, [x, -0.02, 0], [0.035, 0.04, thick + 0.03])
    })
  })
  for (let k = 0; k < 7; k++) {
    const turn = k * 0.9 + shareOf(variant, 30 + k)
    const size = 0.13 + 0.1 * shareOf(variant, 40 + k)
    dip(mesh, k % 3 === 0 ? '#7d9654' : ['#948c80', '#857e73'][k & 1]!, k % 3 === 0 ? 'leaves' : 'plain')
    blob(mesh, [Math.cos(turn) * 0.24, 0.02, Math.sin(turn) * 0.24], [size, size * 0.8, size], { across: 6, along: 4, chance: k, dent: 0.2, gradient: [0.6, 1.08] })
  }
}
