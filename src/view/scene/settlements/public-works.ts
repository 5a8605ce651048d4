/** What a settlement builds together: hall, watch tower, gates over the lanes, boards with its name, orchards and pens. */
import { choose, shareOf } from './culture-style.ts'
import { drawHouse, type Site } from './house.ts'
import { drawCrown } from './leafy-crown.ts'
import { dip, locate, within } from './mesh-builder.ts'
import { drawFence } from './fences.ts'
import { drawCap } from './roof-parts.ts'
import { beam, blob, box, lathe, patch } from './shapes.ts'
import type { GroundBelow } from './ground-below.ts'
import type { Point } from './mesh-builder.ts'

/** Draws a hall: a tall house with a bell on its ridge and banners beside its door. */
export function drawHall(site: Site): void {
  const { mesh, style, depth, variant, detail } = site
  const ridge = drawHouse(site, { chimneys: 2, shutters: true, flowers: false, wideDoor: true, windows: true })
  const top = Math.max(ridge, site.wallHeight + 0.4)
  if (!detail) return
  dip(mesh, style.trim, 'beam')
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) beam(mesh, [sx * 0.55, top - 0.7, sz * 0.55], [sx * 0.55, top + 1.5, sz * 0.55], { width: 0.15, depth: 0.15 })
  drawCap(site, [0, top + 1.4, 0], 1.6, 1.3)
  dip(mesh, '#b98d44', 'plain')
  lathe(mesh, [0, top + 0.5, 0], [[0.34, 0, 0.8], [0.26, 0.12, 1], [0.2, 0.42, 1.1], [0, 0.56, 1.2]], 9)
  // it hangs from a beam between the posts
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [-0.62, top + 1.08, 0], [0.62, top + 1.08, 0], { width: 0.13, depth: 0.13 })
  for (const z of [-0.55, 0.55]) beam(mesh, [-0.62, top + 1.2, z], [0.62, top + 1.2, z], { width: 0.1, depth: 0.1, hidden: 'ends' })
  for (const x of [-0.55, 0.55]) beam(mesh, [x, top + 1.08, -0.55], [x, top + 1.08, 0.55], { width: 0.1, depth: 0.1, hidden: 'ends' })
  for (const side of [-1, 1]) {
    dip(mesh, style.timber.color, 'beam')
    beam(mesh, [side * 2.1, 2.9, depth / 2], [side * 2.1, 3.25, depth / 2 + 0.9], { width: 0.06, depth: 0.06, out: [0, 1, 0] })
    dip(mesh, choose(style.cloth, variant, 31), 'plain')
    mesh.sway = 14
    patch(mesh, [[side * 2.1 - 0.32, 1.5, depth / 2 + 0.75], [side * 2.1 + 0.32, 1.5, depth / 2 + 0.75], [side * 2.1 + 0.32, 3.15, depth / 2 + 0.72], [side * 2.1 - 0.32, 3.15, depth / 2 + 0.72]], { up: 3, gradient: [0.85, 1.08] })
  }
}

/** Draws a watch tower: a tapering shaft, an open guard room and a beacon. */
export function drawTower(site: Site): void {
  const { mesh, style, width, depth, low, wallHeight, variant, detail } = site
  const timber = style.wallSurface === 'planks'
  dip(mesh, style.plinth, 'stone')
  box(mesh, [0, Math.min(low, 0) - 0.5, 0], [width + 0.3, 1.6 - Math.min(low, 0), depth + 0.3], { taper: 0.97, gradient: [0.65, 1] })
  dip(mesh, choose(style.walls, variant, 0), style.wallSurface)
  box(mesh, [0, 1, 0], [width, wallHeight - 1, depth], { taper: timber ? 0.82 : 0.9, gradient: [0.8, 1.05] })
  const [w, top] = [width * 0.62, wallHeight]
  dip(mesh, style.timber.color, 'planks')
  box(mesh, [0, top - 0.05, 0], [w * 2, 0.25, w * 2], { gradient: [0.7, 1] })
  patch(mesh, [[-w, top - 0.05, -w], [w, top - 0.05, -w], [w, top - 0.05, w], [-w, top - 0.05, w]], { gradient: [0.5, 0.55] })
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) if (detail) beam(mesh, [sx * (w - 0.15), top, sz * (w - 0.15)], [sx * (w - 0.15), top + 2.4, sz * (w - 0.15)], { width: 0.18, depth: 0.18 })
    box(mesh, [sx * (w - 0.06), top + 0.2, 0], [0.12, 0.85, w * 2], {})
    box(mesh, [0, top + 0.2, sx * (w - 0.06)], [w * 2, 0.85, 0.12], {})
  }
  if (!detail) box(mesh, [0, top + 0.2, 0], [w * 1.5, 2.2, w * 1.5], { gradient: [0.5, 0.7], open: true })
  drawCap(site, [0, top + 2.35, 0], w * 2 + 0.7, style.roof.pitch * w + 0.8)
  if (!detail) return
  dip(mesh, choose(style.doors, variant, 3), 'planks')
  box(mesh, [0, 0.15, depth / 2 - 0.06], [1, 1.95, 0.24])
  for (const rise of [3.2, 6.2]) {
    dip(mesh, '#2f3338', 'plain')
    box(mesh, [0, rise, depth / 2 - 0.34 - rise * 0.02], [0.24, 0.8, 0.5])
  }
  dip(mesh, '#ffcf7a', 'flame', 0.6)
  lathe(mesh, [0, top + 1.1, 0], [[0.12, 0, 0.9], [0.16, 0.15, 1.1], [0, 0.5, 1.2]], 6)
  dip(mesh, '#3b3f45', 'plain')
  lathe(mesh, [0, top + 0.15, 0], [[0.3, 0, 0.6], [0.06, 0.1, 0.8], [0.06, 0.7, 0.9], [0.3, 1.02, 1]], 7)
  site.lamps.push(locate(mesh, [0, 1.9, depth / 2 + 0.35]))
}

/** Draws a gate over a lane of 3 m: two stout posts with wings of wall, a beam or an arch, a little roof. */
export function drawGate(site: Site, below: GroundBelow): void {
  const { mesh, style, variant, detail } = site
  const stone = style.wallSurface !== 'planks'
  for (const side of [-1, 1]) {
    const ground = below(side * 2.6, 0)
    dip(mesh, stone ? choose(style.walls, variant, 0) : style.timber.color, stone ? style.wallSurface : 'beam')
    box(mesh, [side * 2.6, ground - 0.6, 0], [1.1, 5.2, 1.1], { taper: 0.94, gradient: [0.72, 1.05] })
    dip(mesh, stone ? style.plinth : style.walls[0]!, stone ? 'stone' : 'planks')
    for (let k = 0; k < 3; k++) {
      const x = side * (3.9 + k * 1.5)
      box(mesh, [x, below(x, 0) - 0.6, 0], [1.6, 2.3 - k * 0.35, 0.6], { gradient: [0.7, 1] })
    }
    drawCap(site, [side * 2.6, ground + 4.5, 0], 1.6, 0.7 + style.roof.pitch * 0.7)
  }
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [-2.5, 3.7, 0], [2.5, 3.7, 0], { width: 0.4, depth: 0.5 })
  beam(mesh, [-2.5, 4.3, 0], [2.5, 4.3, 0], { width: 0.26, depth: 0.4 })
  if (!detail) return
  for (const side of [-1, 1]) beam(mesh, [side * 2.1, 2.7, 0], [side * 1.1, 3.6, 0], { width: 0.2, depth: 0.2 })
  dip(mesh, choose(style.cloth, variant, 31), 'plain')
  mesh.sway = 14
  patch(mesh, [[-0.5, 2.3, 0.3], [0.5, 2.3, 0.3], [0.5, 3.6, 0.28], [-0.5, 3.6, 0.28]], { up: 3, gradient: [0.85, 1.1] })
}

/** Measures of the plank that bears a name, metres. */
export const BOARD = { width: 2.3, height: 0.58, foot: 1.35 } as const

/** Draws the posts and the plank of a name board; the words are drawn over it. */
export function drawBoard(site: Site): void {
  const { mesh, style } = site
  dip(mesh, style.timber.color, 'beam')
  for (const side of [-1, 1]) beam(mesh, [side * (BOARD.width / 2 - 0.12), -0.4, 0], [side * (BOARD.width / 2 - 0.12), 2.15, 0], { width: 0.14, depth: 0.14 })
  dip(mesh, '#d9c393', 'planks')
  box(mesh, [0, BOARD.foot, 0], [BOARD.width, BOARD.height, 0.08], { gradient: [0.92, 1.04] })
  dip(mesh, style.roof.pitch > 0 ? choose(style.roof.colors, site.variant, 2) : style.trim, style.roof.pitch > 0 ? style.roof.surface : 'beam')
  for (const side of [-1, 1]) patch(mesh, side > 0 ? [[-1.4, 2.1, 0.34], [1.4, 2.1, 0.34], [1.4, 2.36, 0], [-1.4, 2.36, 0]] : [[1.4, 2.1, -0.34], [-1.4, 2.1, -0.34], [-1.4, 2.36, 0], [1.4, 2.36, 0]], { gradient: [0.8, 1.1] })
}

/** Draws an orchard: three rows of small round trees with fruit. */
export function drawOrchard(site: Site, below: GroundBelow): void {
  const { variant, detail } = site
  const fruit = choose(['#c2483a', '#d8a63f', '#8a4a6c'], variant, 3)
  for (let k = 0; k < 9; k++) {
    const x = ((k % 3) - 1) * 4.6 + (shareOf(variant, 20 + k) - 0.5)
    const z = (Math.floor(k / 3) - 1) * 4.6 + (shareOf(variant, 40 + k) - 0.5)
    const size = 0.85 + shareOf(variant, 60 + k) * 0.35
    if (detail) drawFruitTree(site, [x, below(x, z), z], { size, fruit, chance: variant + 97 * k })
    else drawFarTree(site, [x, below(x, z), z], size)
  }
}

/** A fruit tree for afar: a trunk and one round crown. */
function drawFarTree({ mesh }: Site, [x, y, z]: Point, size: number): void {
  dip(mesh, '#6b5140', 'beam')
  beam(mesh, [x, y - 0.2, z], [x, y + 1.7 * size, z], { width: 0.26, depth: 0.26, hidden: 'ends' })
  dip(mesh, '#6b8a49', 'leaves')
  blob(mesh, [x, y + 2.4 * size, z], [1.4 * size, 1.02 * size, 1.4 * size], { across: 6, along: 3, dent: 0.16, chance: x, gradient: [0.62, 1.18] })
}

/** Fruit on a fruit tree, and the angle between one and the next. */
const FRUITS = 6
const TURN = 2.39996

/** A short trunk that forks, and a crown of leafy sprays around what shades them from within. */
function drawFruitTree({ mesh }: Site, [x, y, z]: Point, { size, fruit, chance }: { size: number; fruit: string; chance: number }): void {
  const fork = 1.15 * size
  dip(mesh, '#6b5140', 'beam')
  lathe(mesh, [x, y - 0.2, z], [[0.21, 0, 0.7], [0.14, 0.6, 0.9], [0.12, fork + 0.25, 1]], 6)
  for (let limb = 0; limb < 3; limb++) {
    const turn = limb * 2.1 + shareOf(chance, 1) * 6.28
    beam(mesh, [x, y + fork - 0.1, z], [x + Math.cos(turn) * 0.75 * size, y + fork + 0.85 * size, z + Math.sin(turn) * 0.75 * size], { width: 0.09, depth: 0.09 })
  }
  const middle: Point = [x, y + 2.4 * size, z]
  const [wide, high] = [1.45 * size, 1.05 * size]
  drawCrown(mesh, middle, { wide, high, sprays: 132, size: 0.25 * size, chance, heart: '#587638', leaves: ['#6f8f4c', '#7d9a52', '#668646', '#86a255'] })
  dip(mesh, fruit, 'plain')
  for (let n = 0; n < FRUITS; n++) {
    const turn = n * TURN + chance
    blob(mesh, [middle[0] + Math.cos(turn) * wide * 0.93, middle[1] + (-0.55 + 0.16 * n) * high, middle[2] + Math.sin(turn) * wide * 0.93], [0.085, 0.085, 0.085], { across: 5, along: 2 })
  }
}

/** Draws a fenced pen with a trough, a hayrack and a few sheep. */
export function drawPen(site: Site, below: GroundBelow): void {
  const { mesh, variant } = site
  const at = (x: number, z: number): Point => [x, below(x, z), z]
  drawFence(site, [at(0.8, 5), at(4, 4.6), at(5.4, 0), at(4, -4.6), at(0, -5.2), at(-4, -4.6), at(-5.4, 0), at(-4, 4.6), at(-0.8, 5)], variant)
  dip(mesh, '#7d5f45', 'planks')
  const trough = Math.min(below(-2.9, -2.8), below(-1.1, -2.8)) - 0.1
  box(mesh, [-2, trough, -2.8], [1.8, 0.45 + below(-2, -2.8) - trough, 0.6], {})
  dip(mesh, '#c9a95e', 'thatch')
  blob(mesh, [2.2, below(2.2, -2.4) + 0.4, -2.4], [0.9, 0.8, 0.8], { dent: 0.12 })
  for (let k = 0; k < 4; k++) {
    const x = (shareOf(variant, 20 + k) - 0.5) * 6
    const z = (shareOf(variant, 30 + k) - 0.3) * 5
    within(mesh, { x, y: below(x, z), z, yaw: shareOf(variant, 40 + k) * 6.28 }, () => drawSheep(site, k))
  }
}

function drawSheep(site: Site, chance: number): void {
  const { mesh } = site
  dip(mesh, chance === 2 ? '#5b5048' : '#eadfc9', 'plain')
  blob(mesh, [0, 0.62, 0], [0.32, 0.3, 0.5], { chance, dent: 0.14 })
  dip(mesh, '#4a4038', 'plain')
  blob(mesh, [0, 0.72 - (chance % 2) * 0.35, 0.56], [0.12, 0.15, 0.18], { across: 6, along: 4 })
  for (const x of [-0.16, 0.16]) for (const z of [-0.26, 0.26]) beam(mesh, [x, -0.12, z], [x, 0.45, z], { width: 0.07, depth: 0.07, hidden: 'ends' })
}
