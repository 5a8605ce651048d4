/** Buildings that are not houses: barn, mill, shrine and market stall. */
import { choose, shareOf } from './culture-style.ts'
import { dip, locate, within, type Point } from './mesh-builder.ts'
import { drawHouse, type Site } from './house.ts'
import { drawDome } from './roof-parts.ts'
import { ridgeRise } from './roof.ts'
import type { GroundBelow } from './ground-below.ts'
import { beam, blob, box, facet, lathe, loft, patch } from './shapes.ts'

/** A mill's wheel of sails or paddles, drawn turning: its hub in mesh coordinates, the way it faces, its size, and which way round it goes. */
export type Rotor = { hub: Point; yaw: number; radius: number; kind: 'sails' | 'paddles'; turn: 1 | -1 }

/** Draws a barn: boarded, wide doors with crossed braces, hay in the loft. */
export function drawBarn(site: Site): void {
  const { mesh, variant, depth, wallHeight, detail } = site
  drawHouse(site, { chimneys: 0, shutters: false, flowers: false, wideDoor: true, surface: 'planks', wallColor: choose(['#8f6a4a', '#9a5f46', '#7f6a4f'], variant, 12), windows: false })
  if (!detail) return
  const z = depth / 2 + 0.1
  const height = Math.min(2.02, wallHeight - 0.35)
  dip(mesh, '#d8c49a', 'beam')
  for (const side of [-1, 1]) {
    const near = side * 0.04
    const far = side * 0.82
    beam(mesh, [near, 0.24, z], [far, 0.16 + height, z], { width: 0.1, depth: 0.05 })
    beam(mesh, [far, 0.24, z], [near, 0.16 + height, z], { width: 0.1, depth: 0.05 })
    for (const y of [0.26, 0.14 + height]) beam(mesh, [near, y, z], [far, y, z], { width: 0.1, depth: 0.06 })
  }
  dip(mesh, '#c9a95e', 'thatch')
  for (let k = 0; k < 4; k++) {
    const x = 1.5 + (k % 2) * 0.62 + shareOf(variant, 80 + k) * 0.1
    blob(mesh, [x, 0.32 + (k > 1 ? 0.5 : 0), z + 0.5 + (k % 2) * 0.1], [0.42, 0.36, 0.4], { chance: k, dent: 0.14 })
  }
}

/** Draws a mill: a tapered tower with a cap for sails; returns where its rotor turns. */
export function drawMill(site: Site): Rotor {
  const { mesh, style, width, depth, low, variant, detail } = site
  const radius = Math.min(width, depth) / 2
  const height = Math.max(site.wallHeight * 1.9, radius * 2.3)
  const segments = detail ? 16 : 8
  dip(mesh, style.plinth, 'stone')
  lathe(mesh, [0, 0, 0], [[radius + 0.25, Math.min(low, 0) - 0.5, 0.65], [radius + 0.12, 0.9, 1]], segments)
  dip(mesh, choose(style.walls, variant, 0), style.wallSurface === 'planks' ? 'planks' : 'plaster')
  lathe(mesh, [0, 0, 0], [[radius, 0.85, 0.8], [radius * 0.93, height * 0.3, 1], [radius * 0.84, height * 0.62, 1.02], [radius * 0.76, height * 0.92, 0.98], [radius * 0.74, height, 0.8]], segments)
  dip(mesh, choose(style.roof.colors, variant, 2), style.roof.surface === 'turf' ? 'shingle' : style.roof.surface)
  lathe(mesh, [0, height, 0], [[radius * 0.8, -0.18, 0.6], [radius * 1.02, -0.22, 0.7], [radius * 0.98, 0, 0.86], [radius * 0.72, radius * 0.62, 1], [radius * 0.32, radius * 1.08, 1.08], [0, radius * 1.25, 1.12]], segments)
  dip(mesh, style.timber.color, 'beam')
  lathe(mesh, [0, height, 0], [[0.07, radius * 1.15, 0.9], [0.05, radius * 1.55, 1], [0.09, radius * 1.62, 1.1], [0, radius * 1.72, 1.2]], 6)
  drawDoorwayOf(site, radius)
  const hub: Point = [0, height + radius * 0.22, radius * 1.12]
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [0, hub[1], 0], hub, { width: 0.26, depth: 0.26, out: [0, 1, 0] })
  const [x, y, z] = locate(mesh, hub)
  const ahead = locate(mesh, [0, hub[1], radius * 2])
  return { hub: [x, y, z], yaw: Math.atan2(ahead[0] - x, ahead[2] - z), radius: Math.min(height * 0.78, radius * 2.6), kind: 'sails', turn: 1 }
}

function drawDoorwayOf(site: Site, radius: number): void {
  const { mesh, style, variant } = site
  dip(mesh, choose(style.doors, variant, 3), 'planks')
  box(mesh, [0, 0.1, radius - 0.1], [1.05, 2.0, 0.34])
  dip(mesh, style.trim, 'beam')
  for (const side of [-1, 1]) beam(mesh, [side * 0.6, 0, radius + 0.08], [side * 0.6, 2.15, radius + 0.05], { width: 0.16, depth: 0.18 })
  beam(mesh, [-0.78, 2.2, radius + 0.06], [0.78, 2.2, radius + 0.06], { width: 0.2, depth: 0.2 })
  dip(mesh, style.plinth, 'stone')
  box(mesh, [0, site.doorGround - 0.5, radius + 0.45], [1.5, 0.6 - site.doorGround * 0.5, 0.7])
  mesh.chance = 40
  dip(mesh, '#4a5a66', 'glass', 1)
  for (const rise of [1.45, 2.2]) {
    const first = mesh.vertexCount
    const out = radius * (rise > 2 ? 0.86 : 0.93) + 0.05
    patch(mesh, [[-0.3, rise * 2.1, out], [0.3, rise * 2.1, out], [0.3, rise * 2.1 + 0.7, out - 0.06], [-0.3, rise * 2.1 + 0.7, out - 0.06]])
    mesh.uvs.set([0, 0, 1, 0, 0, 1, 1, 1], first * 2)
  }
}

/** Draws a shrine: a small open temple on steps, with a flame. */
export function drawShrine(site: Site): void {
  const { mesh, style, width, depth, wallHeight, low, detail } = site
  const [w, d] = [width / 2, depth / 2]
  dip(mesh, style.plinth, 'stone')
  const foot = Math.min(low, 0) - 0.5
  box(mesh, [0, foot, 0], [width + 0.9, 0.2 - foot, depth + 0.9], { gradient: [0.65, 1] })
  box(mesh, [0, 0.15, 0], [width + 0.3, 0.24, depth + 0.3], { gradient: [0.8, 1.05] })
  dip(mesh, choose(style.walls, site.variant, 0), 'plaster')
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) lathe(mesh, [sx * (w - 0.25), 0.38, sz * (d - 0.25)], [[0.24, 0, 0.8], [0.2, 0.12, 0.95], [0.16, 0.2, 1], [0.14, wallHeight - 0.7, 1.02], [0.22, wallHeight - 0.5, 1], [0.22, wallHeight - 0.38, 0.85]], detail ? 10 : 4)
  }
  patch(mesh, [[-w + 0.3, 0.38, -d + 0.3], [w - 0.3, 0.38, -d + 0.3], [w - 0.3, wallHeight, -d + 0.3], [-w + 0.3, wallHeight, -d + 0.3]], { up: 3 })
  dip(mesh, style.trim, 'beam')
  box(mesh, [0, wallHeight - 0.02, 0], [width + 0.1, 0.22, depth + 0.1])
  const top = wallHeight + 0.2
  if (style.roof.pitch === 0) drawDome(mesh, style, [0, top - 0.05, 0], w * 0.86, detail)
  const rise = Math.max(0.3, ridgeRise(style, width) * 0.85)
  dip(mesh, choose(style.roof.colors, site.variant, 2), style.roof.surface === 'thatch' ? 'shingle' : style.roof.surface)
  const peak: Point = [0, top + rise, 0]
  const [ow, od] = [w + 0.45, d + 0.45]
  const ring: Point[] = [[-ow, top - 0.12, od], [ow, top - 0.12, od], [ow, top - 0.12, -od], [-ow, top - 0.12, -od]]
  for (let k = 0; k < 4; k++) facet(mesh, [ring[k]!, ring[(k + 1) % 4]!, peak], [0.82, 1.1])
  if (!detail) return
  dip(mesh, '#c9a45c', 'plain')
  lathe(mesh, peak, [[0.1, -0.08, 0.8], [0.06, 0.12, 1], [0.16, 0.26, 1.1], [0.12, 0.42, 1.2], [0, 0.5, 1.3]], 8)
  dip(mesh, style.plinth, 'stone')
  box(mesh, [0, 0.38, -d * 0.25], [0.9, 0.75, 0.55], { taper: 0.9 })
  dip(mesh, '#ffcf7a', 'flame', 1)
  lathe(mesh, [0, 1.14, -d * 0.25], [[0.07, 0, 1], [0.1, 0.07, 1.1], [0.05, 0.2, 1.2], [0, 0.3, 1.2]], 6)
  dip(mesh, '#a33f35', 'plain')
  blob(mesh, [0.28, 1.18, -d * 0.22], [0.1, 0.06, 0.1], {})
  dip(mesh, '#d8a63f', 'plain')
  blob(mesh, [-0.27, 1.19, -d * 0.2], [0.11, 0.07, 0.09], {})
  site.lamps.push(locate(mesh, [0, 1.6, -d * 0.25]))
}

/** A small lantern on a hook under an awning. */
function hangLantern(site: Site, [x, y, z]: Point): void {
  const { mesh } = site
  dip(mesh, '#3f3a35', 'plain')
  beam(mesh, [x, y + 0.1, z], [x, y - 0.12, z], { width: 0.02, depth: 0.02, hidden: 'ends' })
  lathe(mesh, [x, y - 0.2, z], [[0.12, 0, 0.9], [0.02, 0.1, 1.2]], 5)
  dip(mesh, '#ffd48a', 'flame', 0.6)
  box(mesh, [x, y - 0.4, z], [0.13, 0.2, 0.13])
  site.lamps.push(locate(mesh, [x, y - 0.35, z + 0.1]))
}

/** Draws a market stall: a counter of crates under a striped awning, more goods in baskets and sacks beside it. */
export function drawStall(site: Site, below: GroundBelow): void {
  const { mesh, style, width, depth, variant, low } = site
  const [w, d] = [width / 2, depth / 2]
  const cloth = choose(style.cloth, variant, 9)
  dip(mesh, '#7d5d42', 'beam')
  for (const sx of [-1, 1]) {
    beam(mesh, [sx * (w - 0.1), Math.min(0, low) - 0.3, d - 0.1], [sx * (w - 0.1), 1.98, d - 0.1], { width: 0.1, depth: 0.1 })
    beam(mesh, [sx * (w - 0.1), Math.min(0, low) - 0.3, -d + 0.1], [sx * (w - 0.1), 2.42, -d + 0.1], { width: 0.1, depth: 0.1 })
  }
  dip(mesh, cloth, 'stripes')
  loft(mesh, 8, 4, {
    at: (i, j) => [(i * 2 - 1) * (w + 0.15), 1.94 + j * 0.52 - Math.sin(j * Math.PI) * 0.1 - Math.abs(Math.sin(i * Math.PI * 4)) * 0.03, d + 0.35 - j * (2 * d + 0.4)],
    shade: (_, j) => 0.9 + 0.18 * j,
  })
  mesh.sway = 10
  loft(mesh, 16, 1, {
    at: (i, j) => [(i * 2 - 1) * (w + 0.15), 1.68 + j * 0.27 + (j === 0 ? Math.abs(Math.sin(i * Math.PI * 8)) * -0.07 : 0), d + 0.36],
    shade: (_, j) => 0.85 + 0.1 * j,
  })
  dip(mesh, '#9b7550', 'planks')
  box(mesh, [0, Math.min(0, low) - 0.2, d * 0.35], [width * 0.86, 0.95 - Math.min(0, low), depth * 0.42], { gradient: [0.65, 1.05] })
  const goods = [['#b8493d', '#c96a3f'], ['#d8a63f', '#c78a35'], ['#7f9a4c', '#6d8a45'], ['#c98f5a', '#b87d4a'], ['#8a5a7c', '#70506a']] as const
  if (!site.detail) return
  hangLantern(site, [w - 0.32, 1.86, d - 0.1])
  const columns = Math.max(2, Math.round(width / 0.62))
  for (let c = 0; c < columns; c++) {
    const x = ((c + 0.5) / columns - 0.5) * width * 0.82
    const colors = goods[Math.floor(shareOf(variant, 100 + c) * goods.length)]!
    dip(mesh, '#8a6845', 'planks')
    box(mesh, [x, 0.76, d * 0.35 + 0.05], [0.5, 0.14, depth * 0.34], { gradient: [0.7, 0.95] })
    for (let k = 0; k < 7; k++) {
      dip(mesh, colors[k % 2]!, 'plain')
      blob(mesh, [x + (shareOf(variant, 110 + c * 9 + k) - 0.5) * 0.34, 0.93 + (k > 4 ? 0.07 : 0), d * 0.35 + 0.05 + (shareOf(variant, 150 + c * 9 + k) - 0.5) * depth * 0.26], [0.085, 0.08, 0.085], { across: 6, along: 4, chance: k, dent: 0.05 })
    }
  }
  drawStock(site, goods, below)
}

/** What is for sale beside the counter: a crate, a basket heaped with goods, sacks. */
function drawStock(site: Site, goods: ReadonlyArray<readonly [string, string]>, below: GroundBelow): void {
  const { mesh, width, depth, variant } = site
  const side = shareOf(variant, 200) < 0.5 ? -1 : 1
  const x = side * (width / 2 + 0.42)
  const crate = Math.min(below(x, depth * 0.1 - 0.2), below(x, depth * 0.1 + 0.2))
  dip(mesh, '#8f6d49', 'planks')
  box(mesh, [x, crate - 0.06, depth * 0.1], [0.52, 0.5, 0.44], { gradient: [0.7, 1.02] })
  within(mesh, { x: x + side * 0.1, y: crate + 0.42, z: depth * 0.08, yaw: 0.4 }, () => box(mesh, [0, 0, 0], [0.46, 0.3, 0.4], { gradient: [0.75, 1.05] }))
  const [ripe, green] = goods[Math.floor(shareOf(variant, 201) * goods.length)]!
  const [basketX, basketZ] = [x - side * 0.08, depth / 2 + 0.5]
  const basket = below(basketX, basketZ)
  dip(mesh, '#b08a58', 'thatch')
  lathe(mesh, [basketX, basket - 0.04, basketZ], [[0.2, 0, 0.6], [0.31, 0.34, 1], [0.27, 0.34, 0.8]], 8)
  for (let k = 0; k < 6; k++) {
    dip(mesh, k % 2 === 0 ? ripe : green, 'plain')
    blob(mesh, [basketX + Math.cos(k * 2.1) * 0.14, basket + 0.32 + (k === 5 ? 0.08 : 0), basketZ + Math.sin(k * 2.1) * 0.14], [0.1, 0.09, 0.1], { across: 5, along: 3, chance: k, dent: 0.05 })
  }
  // full sacks: broad where they sit, gathered under the tie
  for (const [sz, size] of [[0.1, 1], [-0.42, 0.86]] as const) {
    const sx = -side * (width / 2 + 0.34)
    dip(mesh, '#c4ae82', 'thatch')
    lathe(mesh, [sx, below(sx, sz) - 0.05, sz], [[0.24 * size, 0, 0.55], [0.29 * size, 0.12 * size, 0.85], [0.27 * size, 0.34 * size, 1], [0.17 * size, 0.5 * size, 1], [0.06 * size, 0.56 * size, 0.75], [0.12 * size, 0.66 * size, 1.1], [0, 0.63 * size, 0.7]], 8)
  }
}
