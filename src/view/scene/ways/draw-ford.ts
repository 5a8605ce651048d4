/** Fords: a gravelled shallow with large stones at its edges, and posts that show the way when the water is high. */
import type { Crossing } from '#worldgen/roads/road.ts'
import { shareOf } from '../settlements/culture-style.ts'
import { dip, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { beam, blob } from '../settlements/shapes.ts'

/** Draws a ford in its own frame: z along the road, the road's height 0. */
export function drawFord(mesh: MeshBuilder, ford: { crossing: Crossing; variant: number; below: (x: number, z: number) => number }): void {
  const { crossing, variant, below } = ford
  const half = crossing.width / 2
  const water = crossing.water - crossing.level
  // Stones that stand out of the water, where a walker may keep the feet dry beside the wheels' way.
  for (const side of [-1, 1]) {
    const count = Math.round(crossing.span / 0.95)
    for (let k = 0; k <= count; k++) {
      const z = crossing.start + (crossing.span * k) / count + (shareOf(variant, k * 5 + side) - 0.5) * 0.3
      const x = side * (half + 0.75 + (shareOf(variant, 40 + k * 3 + side) - 0.5) * 0.5)
      const size = (side > 0 ? 0.4 : 0.28) + 0.2 * shareOf(variant, 80 + k * 2 + side)
      const foot = below(x, z)
      const top = Math.max(foot + 0.14, water + 0.08 + 0.1 * shareOf(variant, 120 + k))
      dip(mesh, ['#8f897c', '#9b9384', '#827d73'][(k + (side > 0 ? 1 : 0)) % 3]!, 'plain')
      const deep = Math.max(0.16, (top - foot) * 0.75)
      blob(mesh, [x, top - deep, z], [size * 1.1, deep, size], { across: 8, along: 5, chance: k * 3 + side, dent: 0.12, gradient: [0.5, 1.1] })
      if (shareOf(variant, 160 + k * 2 + side) > 0.55) {
        dip(mesh, '#6d7a48', 'leaves')
        blob(mesh, [x + 0.06, top - 0.03, z], [size * 0.6, 0.05, size * 0.5], { across: 6, along: 3, chance: k })
      }
    }
  }
  for (let k = 0; k < 46; k++) {
    const x = (shareOf(variant, 200 + k) - 0.5) * (crossing.width + 1.6)
    const z = crossing.start - 1 + shareOf(variant, 260 + k) * (crossing.span + 2)
    const size = 0.05 + 0.09 * shareOf(variant, 320 + k)
    dip(mesh, ['#b3a88f', '#a0977f', '#c2b79c', '#8e8674'][k & 3]!, 'plain')
    blob(mesh, [x, below(x, z) + size * 0.25, z], [size * 1.2, size * 0.7, size], { across: 5, along: 3, chance: k, dent: 0.2, gradient: [0.7, 1.06] })
  }
  for (const z of [crossing.start - 1.2, crossing.end + 1.2]) {
    for (const side of [-1, 1]) {
      const x = side * (half + 0.7)
      const foot = below(x, z)
      const lean = (shareOf(variant, 400 + side + Math.round(z)) - 0.5) * 0.16
      const high = Math.max(foot + 1.35, water + 1.3)
      dip(mesh, '#66503c', 'beam')
      beam(mesh, [x, foot - 0.5, z], [x + lean, high, z + lean * 0.6], { width: 0.17, depth: 0.17, gradient: [0.62, 1.05] })
      dip(mesh, '#eadfc6', 'plain')
      beam(mesh, [x + lean * 0.8, foot + (high - foot) * 0.8, z + lean * 0.48], [x + lean, high + 0.03, z + lean * 0.6], { width: 0.19, depth: 0.19 })
    }
  }
}
