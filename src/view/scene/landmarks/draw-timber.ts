/** Landmarks of wood: a lone great tree, a wreck on the beach, a pier with its boats. */
import { shareOf } from '../settlements/culture-style.ts'
import { dip, within, type Point } from '../settlements/mesh-builder.ts'
import { beam, blob, box, lathe, loft } from '../settlements/shapes.ts'
import type { Drawing } from './draw-landmark.ts'

/** Draws a tree as broad as a house is long, alone. */
export function drawGreatTree({ mesh, variant, below }: Drawing): void {
  const ground = below(0, 0)
  dip(mesh, '#6a513d', 'beam')
  lathe(mesh, [0, ground - 0.6, 0], [[2, 0, 0.6], [1.25, 0.9, 0.85], [0.95, 2.4, 1], [0.85, 4.4, 1], [0.75, 6.4, 0.9]], 11)
  for (let k = 0; k < 6; k++) {
    const turn = k * 1.05 + shareOf(variant, k)
    const foot: Point = [Math.cos(turn) * 1, ground, Math.sin(turn) * 1]
    beam(mesh, foot, [Math.cos(turn) * 2.7, below(Math.cos(turn) * 2.7, Math.sin(turn) * 2.7) - 0.25, Math.sin(turn) * 2.7], { width: 0.55, depth: 0.5, out: [0, 1, 0] })
  }
  for (let k = 0; k < 8; k++) {
    const turn = k * 0.785 + shareOf(variant, 20 + k) * 0.5
    const reach = 4.2 + shareOf(variant, 30 + k) * 2
    const high = 7 + shareOf(variant, 40 + k) * 3.4
    dip(mesh, '#6a513d', 'beam')
    beam(mesh, [0, ground + 4.6, 0], [Math.cos(turn) * reach, ground + high, Math.sin(turn) * reach], { width: 0.42, depth: 0.42, out: [0, 1, 0] })
    dip(mesh, ['#5f7f45', '#6f8f4c', '#7d9a52'][k % 3]!, 'leaves')
    mesh.sway = 22
    blob(mesh, [Math.cos(turn) * reach, ground + high + 0.8, Math.sin(turn) * reach], [3.3, 2.3, 3.3], { across: 11, along: 7, chance: k, dent: 0.17, gradient: [0.58, 1.2] })
  }
  dip(mesh, '#7d9a52', 'leaves')
  mesh.sway = 26
  blob(mesh, [0, ground + 11.2, 0], [4.6, 3, 4.6], { across: 12, along: 8, chance: 5, dent: 0.15, gradient: [0.62, 1.22] })
  // Ribbons that people tie there.
  for (let k = 0; k < 7; k++) {
    const turn = k * 0.9
    dip(mesh, ['#b4684a', '#d9a441', '#efe6d2', '#3f7f8c'][k & 3]!, 'plain')
    mesh.sway = 40
    beam(mesh, [Math.cos(turn) * 3.4, ground + 6.4, Math.sin(turn) * 3.4], [Math.cos(turn) * 3.45, ground + 5.1, Math.sin(turn) * 3.4], { width: 0.1, depth: 0.03 })
  }
}

/** Draws the ribs and planks of a ship that ran aground, its bow up the beach. */
export function drawWreck({ mesh, variant, below }: Drawing): void {
  const ground = below(0, 0)
  within(mesh, { x: 0, y: ground, z: 0, warp: (at) => void (at.y += at.z * 0.05 + at.x * 0.22) }, () => {
    dip(mesh, '#5a4a3c', 'beam')
    beam(mesh, [0, -0.2, -6.4], [0, 0.1, 6], { width: 0.4, depth: 0.4, out: [0, 1, 0] })
    for (let k = 0; k < 9; k++) {
      const z = -5.4 + k * 1.3
      const wide = 1.9 * Math.sqrt(Math.max(0.06, 1 - (z / 6.6) ** 2))
      for (const side of [-1, 1]) {
        const high = 2.5 * (0.5 + 0.55 * shareOf(variant, k * 2 + side))
        beam(mesh, [side * 0.1, 0, z], [side * wide * 0.85, 0.7, z], { width: 0.24, depth: 0.24, out: [0, 0, 1] })
        beam(mesh, [side * wide * 0.85, 0.6, z], [side * wide * 1.08, high, z + 0.1], { width: 0.22, depth: 0.22, out: [0, 0, 1] })
      }
    }
    beam(mesh, [0, 0, 6], [0, 3.1, 7.6], { width: 0.42, depth: 0.36, out: [0, 0, 1] })
    dip(mesh, '#7a6753', 'planks')
    for (let row = 0; row < 3; row++) {
      loft(mesh, 7, 1, {
        at: (i, j) => {
          const z = -5.2 + i * (row === 2 ? 6 : 9.6)
          const wide = 1.9 * Math.sqrt(Math.max(0.06, 1 - (z / 6.6) ** 2))
          return [-wide * (0.86 + 0.09 * (row + j)), 0.45 + (row + j) * 0.52, z]
        },
        shade: () => 0.8 + row * 0.1,
      })
    }
    dip(mesh, '#5a4a3c', 'beam')
    beam(mesh, [0.2, 0, -0.8], [2.4, 5.4, -2.6], { width: 0.28, depth: 0.28 })
    beam(mesh, [1.1, 3.4, -3.4], [2.3, 3.8, -0.6], { width: 0.16, depth: 0.16, out: [0, 1, 0] })
    dip(mesh, '#cdbfa2', 'plain')
    mesh.sway = 40
    loft(mesh, 4, 3, { at: (i, j) => [1.1 + i * 1.2, 3.4 + i * 0.4 - j * (1.5 - i * 0.5), -3.4 + i * 2.8 + j * 0.2], shade: (_, j) => 1 - 0.2 * j })
  })
  for (let k = 0; k < 5; k++) {
    const x = (shareOf(variant, 50 + k) - 0.5) * 12
    const z = (shareOf(variant, 60 + k) - 0.5) * 12
    dip(mesh, '#7d5f45', 'planks')
    if (k % 2) box(mesh, [x, below(x, z) - 0.1, z], [0.8, 0.7, 0.8], {})
    else beam(mesh, [x, below(x, z) + 0.1, z], [x + 1.4, below(x + 1.4, z) + 0.15, z + 0.8], { width: 0.3, depth: 0.08, out: [0, 1, 0] })
  }
}

/** Draws a pier out over the water, its deck a man's height over the sand, and two boats beside it. */
export function drawPier({ mesh, variant, below }: Drawing): void {
  const deck = Math.max(1.1, 1.6 - 0.4) + Math.min(0, below(0, -3))
  dip(mesh, '#6b5540', 'beam')
  for (let k = 0; k <= 10; k++) {
    const z = -3.5 + k * 3.2
    for (const side of [-1, 1]) beam(mesh, [side * 1.05, below(side, z) - 1, z], [side * 1.05, deck + (k % 2 ? 0.7 : 0.25), z], { width: 0.22, depth: 0.22 })
    beam(mesh, [-1.2, deck - 0.16, z], [1.2, deck - 0.16, z], { width: 0.18, depth: 0.14, out: [0, 1, 0] })
  }
  for (let k = 0; k < 66; k++) {
    dip(mesh, k % 3 ? '#9a7f5c' : '#8a7050', 'planks')
    box(mesh, [(shareOf(variant, k) - 0.5) * 0.14, deck - 0.08, -4 + k * 0.5], [2.4, 0.1, 0.45], {})
  }
  dip(mesh, '#7d5f45', 'planks')
  lathe(mesh, [0.7, deck, 26], [[0.28, 0, 0.7], [0.34, 0.35, 1], [0.28, 0.75, 1.05], [0, 0.75, 0.9]], 8)
  dip(mesh, '#ffd48a', 'flame', 0.6)
  lathe(mesh, [-1.05, deck + 1.9, 28.5], [[0.1, 0, 0.9], [0.1, 0.24, 1.1], [0, 0.34, 1.2]], 5)
  dip(mesh, '#6b5540', 'beam')
  beam(mesh, [-1.05, deck, 28.5], [-1.05, deck + 1.9, 28.5], { width: 0.1, depth: 0.1 })
  for (const side of [-1, 1]) within(mesh, { x: side * 2.6, y: Math.max(below(side * 2.6, 22), -DECK_METERS) + 0.05, z: 22 + side * 2, yaw: side * 0.12 }, () => drawSkiff(mesh, side > 0 ? '#3f7f8c' : '#b4684a'))
}

/** Boats float no deeper below the frame than this, metres: the shore lies about this far above the sea. */
const DECK_METERS = 1.6

/** Draws a rowing boat, its bottom at 0. */
export function drawSkiff(mesh: Drawing['mesh'], paint: string): void {
  dip(mesh, paint, 'planks')
  for (const side of [-1, 1]) {
    loft(mesh, 8, 2, {
      flip: side < 0,
      at: (i, j) => {
        const z = (i * 2 - 1) * 2.3
        const wide = 0.85 * Math.sqrt(Math.max(0, 1 - (z / 2.35) ** 2))
        return [side * wide * (0.55 + 0.45 * j), j * 0.55 + (z / 2.3) ** 2 * 0.25, z]
      },
      shade: (_, j) => 0.75 + 0.3 * j,
    })
  }
  dip(mesh, '#8d6b4a', 'planks')
  for (const z of [-0.9, 0.7]) box(mesh, [0, 0.32, z], [1.3, 0.06, 0.32], {})
}
