/** What people grow around their houses: fields with furrows and crops, gardens with fences and flowers. Heights come from the ground. */
import { choose, shareOf } from './culture-style.ts'
import { dip, type Point } from './mesh-builder.ts'
import type { GroundBelow } from './ground-below.ts'
import type { Site } from './house.ts'
import { beam, blob, loft } from './shapes.ts'
import { drawFence } from './fences.ts'

const CROPS = ['wheat', 'cabbage', 'beans', 'flax'] as const

/** A field of furrows with one crop, 11 by 9 metres. */
export function drawField(site: Site, below: GroundBelow, variant: number): void {
  const { mesh } = site
  const crop = choose(CROPS, variant, 1)
  const rows = 9
  const [long, wide] = [11, 9]
  const heights: number[] = []
  for (let j = 0; j <= 5; j++) for (let i = 0; i <= 4; i++) heights.push(below(((i / 4) * 2 - 1) * wide * 0.5, ((j / 5) * 2 - 1) * long * 0.5))
  const ground = (x: number, z: number): number => {
    const u = Math.min(3.999, Math.max(0, (x / wide + 0.5) * 4))
    const v = Math.min(4.999, Math.max(0, (z / long + 0.5) * 5))
    const [i, j] = [Math.floor(u), Math.floor(v)]
    const at = (a: number, b: number): number => heights[b * 5 + a]!
    const near = at(i, j) * (1 - u + i) + at(i + 1, j) * (u - i)
    const far = at(i, j + 1) * (1 - u + i) + at(i + 1, j + 1) * (u - i)
    return near * (1 - v + j) + far * (v - j)
  }
  dip(mesh, '#7d6549', 'soil')
  loft(mesh, rows * 4, 7, {
    flip: true,
    at: (i, j) => {
      const x = (i * 2 - 1) * wide * 0.5
      const z = (j * 2 - 1) * long * 0.5
      const rim = Math.min(1, Math.min(i, 1 - i, j, 1 - j) * 14)
      return [x, ground(x, z) - 0.12 + rim * (0.15 + 0.09 * (0.5 - 0.5 * Math.cos(i * rows * 6.2832))), z]
    },
    shade: (i) => 0.78 + 0.26 * (0.5 - 0.5 * Math.cos(i * rows * 6.2832)),
  })
  for (let row = 0; row < rows; row++) {
    const x = ((row + 0.5) / rows - 0.5) * wide
    const plants = crop === 'cabbage' ? 13 : 20
    for (let k = 0; k < plants; k++) {
      const z = ((k + 0.5) / plants - 0.5) * (long - 0.8) + (shareOf(variant, row * 40 + k) - 0.5) * 0.2
      drawPlant(site, crop, [x + (shareOf(variant, row * 77 + k) - 0.5) * 0.14, ground(x, z) + 0.02, z], row * 31 + k + (variant & 255))
    }
  }
}

function drawPlant(site: Site, crop: (typeof CROPS)[number], at: Point, chance: number): void {
  const { mesh } = site
  const luck = shareOf(chance, 3)
  const size = 0.8 + luck * 0.4
  if (crop === 'cabbage') {
    dip(mesh, luck > 0.5 ? '#87a562' : '#7b9a6a', 'leaves')
    blob(mesh, [at[0], at[1] + 0.08, at[2]], [0.2 * size, 0.15 * size, 0.2 * size], { chance, dent: 0.2, across: 5, along: 2 })
    return
  }
  const height = (crop === 'wheat' ? 0.85 : crop === 'beans' ? 0.75 : 0.6) * size
  const color = crop === 'wheat' ? '#cfae5c' : crop === 'beans' ? '#6f8f4c' : '#86a05e'
  dip(mesh, color, 'leaves')
  for (const turn of [luck * 3, luck * 3 + 1.57]) {
    const [dx, dz] = [Math.cos(turn) * 0.2, Math.sin(turn) * 0.2]
    for (const half of [0, 1]) {
      mesh.sway = half * 26
      const [y0, y1] = [half * 0.55 * height, (0.55 + half * 0.45) * height]
      const [w0, w1] = half === 0 ? [0.55, 1] : [1, crop === 'wheat' ? 0.75 : 0.3]
      loft(mesh, 1, 1, {
        at: (i, j) => [at[0] + (i * 2 - 1) * dx * (j ? w1 : w0), at[1] + (j ? y1 : y0), at[2] + (i * 2 - 1) * dz * (j ? w1 : w0)],
        shade: (_, j) => (half + j === 0 ? 0.6 : 0.7 + 0.22 * (half + j)),
      })
    }
  }
  if (crop === 'flax' && luck > 0.4) {
    dip(mesh, '#7f93c9', 'plain')
    mesh.sway = 30
    blob(mesh, [at[0], at[1] + height, at[2]], [0.07, 0.06, 0.07], { across: 4, along: 2 })
  }
}

/** A fenced kitchen garden, 5 by 4 metres, the gate towards +z. */
export function drawGarden(site: Site, below: GroundBelow, variant: number): void {
  const { mesh } = site
  const [w, d] = [2.6, 2.1]
  const corner = (x: number, z: number): Point => [x, below(x, z), z]
  drawFence(site, [corner(0.55, d), corner(w, d), corner(w, -d), corner(-w, -d), corner(-w, d), corner(-0.45, d)], variant)
  for (let row = 0; row < 4; row++) {
    const z = -d + 0.65 + row * 0.95
    dip(mesh, '#75604a', 'soil')
    loft(mesh, 4, 5, {
      at: (i, j) => {
        const x = (j * 2 - 1) * (w - 0.5)
        const at = z + (i - 0.5) * -0.6
        return [x, below(x, z) - 0.04 + Math.sin(i * Math.PI) * 0.14, at]
      },
      flip: true,
      shade: (i) => 0.75 + 0.3 * Math.sin(i * Math.PI),
    })
    const sort = Math.floor(shareOf(variant, 200 + row) * 4)
    for (let k = 0; k < 9; k++) {
      const x = ((k + 0.5) / 9 - 0.5) * (w - 0.6) * 2
      const y = below(x, z) + 0.1
      const luck = shareOf(variant, 300 + row * 11 + k)
      if (sort === 0) drawPlant(site, 'cabbage', [x, y, z], k + row * 13)
      else if (sort === 1) drawPlant(site, 'beans', [x, y, z], k + row * 13)
      else drawFlower(site, [x, y, z], luck, sort === 2)
    }
  }
}

function drawFlower(site: Site, at: Point, luck: number, tall: boolean): void {
  const { mesh } = site
  const height = (tall ? 1.25 : 0.45) * (0.8 + luck * 0.4)
  dip(mesh, '#6d8b4a', 'leaves')
  mesh.sway = tall ? 12 : 8
  beam(mesh, at, [at[0] + (luck - 0.5) * 0.1, at[1] + height, at[2]], { width: 0.04, depth: 0.04, hidden: 'ends' })
  blob(mesh, [at[0], at[1] + height * 0.35, at[2]], [0.13, 0.1, 0.13], { across: 4, along: 2, chance: luck * 9 })
  dip(mesh, tall ? '#e0b243' : ['#c9577f', '#efe3d0', '#8f7fc0', '#d97b4f'][Math.floor(luck * 4)]!, 'plain')
  const y = at[1] + height
  blob(mesh, [at[0] + (luck - 0.5) * 0.1, y, at[2] + 0.03], tall ? [0.16, 0.16, 0.05] : [0.09, 0.07, 0.09], { across: 5, along: 2 })
  if (!tall) return
  dip(mesh, '#6b4a30', 'plain')
  blob(mesh, [at[0] + (luck - 0.5) * 0.1, y, at[2] + 0.075], [0.075, 0.075, 0.03], { across: 5, along: 2 })
}
