/** Things outdoors: benches, woodpiles, fires, barrels, carts, lanterns on posts, laundry, fences, boats. Each stands on y = 0 of the current frame. */
import { choose, shareOf } from './culture-style.ts'
import { dip, locate, within, type Point, type Warp } from './mesh-builder.ts'
import type { Site } from './house.ts'
import { beam, blob, box, lathe, loft } from './shapes.ts'
import type { GroundBelow } from './ground-below.ts'

/** A bench that looks along +z: the seat level, its legs as long as the ground asks; of timber with a back, or a slab on two blocks. */
export function drawBench(site: Site, below: GroundBelow): void {
  const { mesh, style } = site
  const footOf = (x: number): number => Math.min(below(x, -0.2), below(x, 0.16)) - 0.12
  if (style.yard.seat !== 'timber') {
    const surface = style.yard.seat === 'clay' ? 'plaster' : 'stone'
    dip(mesh, style.wall.color, surface)
    for (const x of [-0.56, 0.56]) box(mesh, [x, footOf(x), -0.02], [0.26, 0.38 - footOf(x), 0.36], { taper: 0.9, gradient: [0.68, 0.95] })
    dip(mesh, style.wall.inside, surface)
    box(mesh, [0, 0.37, -0.02], [1.66, 0.12, 0.46], { gradient: [0.85, 1.08] })
    return
  }
  dip(mesh, '#8d6b4a', 'beam')
  for (const z of [-0.12, 0.08]) beam(mesh, [-0.8, 0.44, z], [0.8, 0.45, z], { width: 0.17, depth: 0.06, out: [0, 1, 0] })
  for (const x of [-0.6, 0.6]) {
    const foot = footOf(x)
    box(mesh, [x, foot, -0.02], [0.12, 0.42 - foot, 0.34], { taper: 0.85 })
    beam(mesh, [x, 0.4, -0.2], [x, 0.9, -0.3], { width: 0.09, depth: 0.07 })
  }
  beam(mesh, [-0.82, 0.8, -0.28], [0.82, 0.81, -0.28], { width: 0.16, depth: 0.05 })
}

/** A stack of split logs under a small lean-to, with a chopping block. */
export function drawWoodpile(site: Site, variant: number, below: GroundBelow): void {
  const { mesh } = site
  // the stack lies level on two sleepers
  dip(mesh, '#5d4735', 'beam')
  for (const z of [-0.4, 0.16]) {
    const foot = Math.min(below(-1, z), below(1, z)) - 0.12
    box(mesh, [0, foot, z], [2, 0.03 - foot, 0.14])
  }
  for (let row = 0; row < 4; row++) {
    for (let k = 0; k < 7 - (row % 2); k++) {
      const x = (k - 3 + (row % 2) * 0.5) * 0.27
      const radius = 0.115 + shareOf(variant, row * 9 + k) * 0.035
      within(mesh, { x, y: 0.13 + row * 0.225, z: -0.1 }, () => {
        const rim = (z: number, shade: number): Array<readonly [number, number, number]> => [[radius, z, shade]]
        dip(mesh, choose(['#7d5f45', '#8b6a4c', '#6f543e'], variant, row * 7 + k), 'beam')
        loft(mesh, 7, 1, { closed: true, at: (i, j) => [Math.cos(i * 6.2832) * rim(0, 1)[0]![0], Math.sin(i * 6.2832) * radius, -0.42 + j * 0.84], shade: (i) => 0.8 + 0.25 * Math.sin(i * 6.2832) })
        dip(mesh, '#d3b183', 'plain')
        loft(mesh, 7, 1, { closed: true, at: (i, j) => [Math.cos(i * 6.2832) * radius * (1 - j), Math.sin(i * 6.2832) * radius * (1 - j), 0.42], shade: (_, j) => 0.85 + 0.2 * j })
      })
    }
  }
  dip(mesh, '#6f543e', 'beam')
  for (const x of [-1.05, 1.05]) beam(mesh, [x, below(x, 0.3) - 0.2, 0.3], [x, 1.25, 0.3], { width: 0.09, depth: 0.09 })
  for (const x of [-1.05, 1.05]) beam(mesh, [x, below(x, -0.5) - 0.2, -0.5], [x, 1.5, -0.5], { width: 0.09, depth: 0.09 })
  dip(mesh, '#93795a', 'planks')
  loft(mesh, 3, 1, { at: (i, j) => [(i * 2 - 1) * 1.25, 1.24 + j * 0.3, 0.5 - j * 1.15], shade: () => 1 })
  within(mesh, { x: 1.7, y: below(1.7, 0.7), z: 0.7 }, () => {
    dip(mesh, '#8b6a4c', 'beam')
    lathe(mesh, [0, -0.1, 0], [[0.3, 0, 0.7], [0.26, 0.5, 1]], 9)
    dip(mesh, '#d3b183', 'plain')
    lathe(mesh, [0, 0.4, 0], [[0.26, 0, 0.95], [0, 0, 1.1]], 9)
    dip(mesh, '#5a4636', 'beam')
    beam(mesh, [-0.02, 0.44, 0.02], [-0.25, 0.98, -0.04], { width: 0.045, depth: 0.045 })
    dip(mesh, '#6b7078', 'plain')
    box(mesh, [0, 0.38, 0.03], [0.2, 0.13, 0.05])
  })
}

/** A fire in a ring of stones, with logs to sit on; each lies on its own ground. */
export function drawFire(site: Site, below: GroundBelow): void {
  const { mesh } = site
  dip(mesh, '#8a8377', 'plain')
  for (let k = 0; k < 9; k++) {
    const [x, z] = [Math.cos(k * 0.7) * 0.62, Math.sin(k * 0.7) * 0.62]
    blob(mesh, [x, below(x, z) + 0.06, z], [0.17, 0.13, 0.15], { chance: k, across: 6, along: 4 })
  }
  dip(mesh, '#4a3a2e', 'beam')
  for (let k = 0; k < 5; k++) beam(mesh, [Math.cos(k * 1.26) * 0.42, 0.02, Math.sin(k * 1.26) * 0.42], [Math.cos(k * 1.26 + 2.9) * 0.06, 0.46, Math.sin(k * 1.26 + 2.9) * 0.06], { width: 0.09, depth: 0.09 })
  dip(mesh, '#ff9a3d', 'flame', 1)
  mesh.sway = 40
  for (let k = 0; k < 4; k++) lathe(mesh, [Math.cos(k * 1.6) * 0.13, 0.12, Math.sin(k * 1.6) * 0.13], [[0.1, 0, 0.75], [0.15, 0.13, 0.95], [0.08, 0.34 + k * 0.05, 1.15], [0, 0.55 + k * 0.08, 1.3]], 6)
  for (const angle of [0.9, 3.4]) drawLog(site, { x: Math.sin(angle) * 1.9, z: Math.cos(angle) * 1.9, yaw: angle }, below)
  site.lamps.push(locate(mesh, [0, 0.7, 0]))
}

/** Half the length and the radius of a log to sit on, and how deep it has sunk in, metres. */
const LOG = { half: 0.8, radius: 0.21, sunk: 0.05 } as const

/** A log that lies along the ground, sunk in a little from end to end. */
function drawLog({ mesh }: Site, { x, z, yaw }: { x: number; z: number; yaw: number }, below: GroundBelow): void {
  const { half, radius, sunk } = LOG
  const groundAt = (along: number): number => below(x + along * Math.cos(yaw), z - along * Math.sin(yaw))
  // it rests on its ends, and on what stands up between them
  const [left, right] = [groundAt(-half), groundAt(half)]
  const lift = Math.max(0, groundAt(0) - (left + right) / 2 - sunk)
  const middleAt = (along: number): number => left + ((along / half + 1) / 2) * (right - left) + lift + radius - sunk
  within(mesh, { x, y: 0, z, yaw }, () => {
    dip(mesh, '#7d5f45', 'beam')
    const rim = (i: number, along: number, share: number): Point => [along, middleAt(along) + Math.cos(i * 6.2832) * radius * share, Math.sin(i * 6.2832) * radius * share]
    loft(mesh, 8, 1, { closed: true, at: (i, j) => rim(i, (j * 2 - 1) * half, 1), shade: (i) => 0.85 + 0.2 * Math.cos(i * 6.2832) })
    dip(mesh, '#b8935f', 'plain')
    for (const end of [-1, 1]) loft(mesh, 8, 1, { closed: true, flip: end < 0, at: (i, j) => rim(i, end * half, 1 - j), shade: (_, j) => 0.9 + 0.15 * j })
  })
}

/** A barrel with hoops. */
export function drawBarrel(site: Site, at: Point): void {
  const { mesh } = site
  dip(mesh, '#8a6543', 'planks')
  lathe(mesh, at, [[0.25, -0.1, 0.65], [0.31, 0.3, 0.95], [0.31, 0.5, 1.02], [0.25, 0.86, 1.05], [0.22, 0.86, 0.8], [0, 0.84, 0.9]], 9)
  dip(mesh, '#4f4a45', 'plain')
  for (const y of [0.16, 0.66]) lathe(mesh, at, [[0.295, y, 0.9], [0.302, y + 0.06, 1.1]], 9)
}

/** A two-wheeled hand cart with hay, both wheels on the ground and its shafts laid down. */
export function drawCart(site: Site, variant: number, below: GroundBelow): void {
  const { mesh } = site
  const [left, right] = [below(-0.74, -0.1), below(0.74, -0.1)]
  const lean: Warp = (at) => void (at.y += left + ((at.x / 0.74 + 1) / 2) * (right - left))
  const tip = below(0, 2) - (left + right) / 2 + 0.03
  within(mesh, { x: 0, y: 0, z: 0, warp: lean }, () => drawCartBody(site, variant, tip))
}

function drawCartBody({ mesh }: Site, variant: number, tip: number): void {
  dip(mesh, '#8a6445', 'planks')
  beam(mesh, [-0.6, 0.72, -0.9], [-0.6, 0.72, 0.75], { width: 0.3, depth: 0.06, out: [1, 0, 0] })
  beam(mesh, [0.6, 0.72, -0.9], [0.6, 0.72, 0.75], { width: 0.3, depth: 0.06, out: [1, 0, 0] })
  box(mesh, [0, 0.56, -0.08], [1.2, 0.07, 1.7])
  beam(mesh, [-0.6, 0.74, -0.9], [0.6, 0.74, -0.9], { width: 0.3, depth: 0.05, out: [0, 0, 1] })
  dip(mesh, '#6a4c36', 'beam')
  for (const x of [-0.42, 0.42]) beam(mesh, [x, 0.6, 0.7], [x, tip, 2.0], { width: 0.08, depth: 0.08, out: [0, 1, 0] })
  for (const side of [-1, 1]) {
    within(mesh, { x: side * 0.74, y: 0.48, z: -0.1 }, () => {
      dip(mesh, '#6a4c36', 'beam')
      for (let k = 0; k < 10; k++) {
        const [a, b] = [(k / 10) * 6.2832, ((k + 1) / 10) * 6.2832]
        beam(mesh, [0, Math.sin(a) * 0.45, Math.cos(a) * 0.45], [0, Math.sin(b) * 0.45, Math.cos(b) * 0.45], { width: 0.08, depth: 0.08, out: [1, 0, 0] })
        if (k % 2 === 0) beam(mesh, [0, 0, 0], [0, Math.sin(a) * 0.43, Math.cos(a) * 0.43], { width: 0.05, depth: 0.05, out: [1, 0, 0] })
      }
    })
  }
  dip(mesh, '#c9a95e', 'thatch')
  blob(mesh, [0, 0.86, -0.12], [0.56, 0.38, 0.76], { chance: shareOf(variant, 3) * 6, dent: 0.1, across: 10, along: 6 })
}

/** A lantern: hung from a post of timber, or on a slim iron one with a foot of stone. */
export function drawLampPost(site: Site): void {
  const { mesh, style } = site
  const timber = style.yard.seat === 'timber'
  dip(mesh, style.plinth, 'stone')
  box(mesh, [0, -0.35, 0], [0.36, 0.55, 0.36], { taper: 0.72, gradient: [0.7, 1.05] })
  if (timber) {
    dip(mesh, '#6f5640', 'beam')
    box(mesh, [0, 0.1, 0], [0.16, 2.3, 0.16], { taper: 0.62, gradient: [0.8, 1.05] })
    beam(mesh, [0, 2.22, 0], [0.5, 2.3, 0], { width: 0.08, depth: 0.08 })
    beam(mesh, [0.03, 1.85, 0], [0.34, 2.22, 0], { width: 0.06, depth: 0.06 })
  } else {
    dip(mesh, '#3a3836', 'plain')
    lathe(mesh, [0, 0.1, 0], [[0.09, 0, 0.9], [0.05, 0.35, 1.05], [0.04, 1.5, 1.1], [0.07, 1.56, 1.15], [0.04, 1.62, 1], [0.04, 2.1, 1.1], [0.13, 2.16, 1]], 6)
  }
  const [x, y] = timber ? [0.44, 1.72] : [0, 2.26]
  dip(mesh, '#3f3a35', 'plain')
  if (timber) beam(mesh, [x, 2.26, 0], [x, 2.12, 0], { width: 0.02, depth: 0.02 })
  lathe(mesh, [x, y + 0.3, 0], [[0.16, 0, 0.85], [0.03, 0.13, 1.2]], 6)
  box(mesh, [x, y, 0], [0.2, 0.04, 0.2])
  dip(mesh, '#ffd48a', 'flame', 0.6)
  lathe(mesh, [x, y + 0.04, 0], [[0.09, 0, 1], [0.12, 0.1, 1.1], [0.1, 0.25, 1.1]], 6)
  site.lamps.push(locate(mesh, [x, y + 0.13, 0]))
}

/** A tub of flowers beside a door. */
export function drawTub({ mesh, style }: Site, chance: number): void {
  dip(mesh, style.yard.seat === 'timber' ? '#8a6543' : '#b5673f', style.yard.seat === 'timber' ? 'planks' : 'plain')
  lathe(mesh, [0, -0.08, 0], [[0.17, 0, 0.7], [0.24, 0.42, 1.05], [0.2, 0.42, 0.8]], 7)
  dip(mesh, '#6d8f4c', 'leaves')
  mesh.sway = 5
  blob(mesh, [0, 0.46, 0], [0.25, 0.2, 0.25], { across: 6, along: 3, chance })
  mesh.sway = 7
  for (let k = 0; k < 5; k++) {
    dip(mesh, choose(['#d9657a', '#e8b64c', '#efe3d0', '#8f7fc0'], chance, 20 + (k % 2)), 'plain')
    mesh.sway = 7
    blob(mesh, [Math.cos(k * 1.26) * 0.17, 0.58 + (k % 2) * 0.07, Math.sin(k * 1.26) * 0.17], [0.07, 0.06, 0.07], { across: 4, along: 2 })
  }
}

/** A climber that has grown up the front of a house at one of its corners, spreading under the eaves. */
export function drawVine({ mesh, width, depth, wallHeight, variant }: Site, side: number): void {
  const x = side * (width / 2 - 0.34)
  const z = depth / 2 + 0.05
  dip(mesh, '#5f4a38', 'beam')
  beam(mesh, [x, -0.15, z], [x - side * 0.1, wallHeight * 0.7, z], { width: 0.06, depth: 0.06, hidden: 'ends' })
  const blooms = choose(['#c9577f', '#efe3d0', '#8f7fc0', '#d97b4f'], variant, 98)
  const top = wallHeight - 0.3
  for (let k = 0; k < 9; k++) {
    const rise = k / 8
    const at: Point = [x - side * (rise > 0.6 ? (rise - 0.6) * 2.6 : 0.12 * Math.sin(k * 2.3)), 0.3 + (top - 0.3) * Math.min(1, rise * 1.35), z + 0.03]
    dip(mesh, choose(['#5f7f42', '#6d8f4c', '#587638'], variant, 100 + k), 'leaves')
    mesh.sway = 3
    blob(mesh, at, [0.3 + shareOf(variant, 110 + k) * 0.12, 0.32, 0.1], { across: 6, along: 3, chance: k, dent: 0.22 })
    if (k % 2 === 0) continue
    dip(mesh, blooms, 'plain')
    mesh.sway = 4
    for (const turn of [0.4, 2.6]) blob(mesh, [at[0] + Math.cos(turn) * 0.17, at[1] + Math.sin(turn) * 0.16, z + 0.13], [0.06, 0.06, 0.04], { across: 4, along: 2 })
  }
}

/** Laundry on a line between two posts, along x. */
export function drawLaundry(site: Site, variant: number, length: number): void {
  const { mesh, style } = site
  const half = length / 2
  dip(mesh, '#7a5f48', 'beam')
  for (const side of [-1, 1]) beam(mesh, [side * half, -0.3, 0], [side * half * 1.02, 1.85, 0], { width: 0.09, depth: 0.09 })
  dip(mesh, '#e3d7bd', 'plain')
  const sag = (x: number): number => 1.76 - 0.16 * (1 - (x / half) * (x / half))
  for (let k = 0; k < 6; k++) {
    const [x0, x1] = [-half + (k / 6) * length, -half + ((k + 1) / 6) * length]
    beam(mesh, [x0, sag(x0), 0], [x1, sag(x1), 0], { width: 0.02, depth: 0.02 })
  }
  const colors = ['#efe6d2', '#e8dcc4', ...style.cloth, '#c9d3d4']
  let x = -half + 0.25
  for (let k = 0; x < half - 0.6; k++) {
    const wide = 0.38 + shareOf(variant, 40 + k) * 0.5
    const tall = 0.5 + shareOf(variant, 60 + k) * 0.5
    dip(mesh, choose(colors, variant, 80 + k), 'plain')
    const from = x
    for (const strip of [0, 1, 2]) {
      mesh.sway = strip * 34
      const strip0 = strip
      loft(mesh, 3, 1, {
        at: (i, j) => {
          const at = from + i * wide
          const down = (strip0 + j) / 3
          return [at, sag(at) - tall * down, 0.03 * Math.sin(at * 9 + down * 4) * (0.3 + down)]
        },
        shade: (i) => 0.93 + 0.1 * Math.sin(i * 5 + k),
      })
    }
    x += wide + 0.12
  }
}

/** An upturned boat that lies along the slope of the shore, with a net on poles. */
export function drawBoat(site: Site, below: GroundBelow): void {
  const { mesh } = site
  const [stern, bow] = [below(0, -1.7), below(0, 1.7)]
  const keeled: Warp = (at) => void (at.y += stern + ((at.z / 1.7 + 1) / 2) * (bow - stern) - 0.06)
  within(mesh, { x: 0, y: 0, z: 0, warp: keeled }, () => drawHull(site))
  const net = Math.max(below(1.9, -1.2), below(1.9, 1.2))
  dip(mesh, '#6a4c36', 'beam')
  for (const z of [-1.2, 1.2]) beam(mesh, [1.9, below(1.9, z) - 0.3, z], [1.95, net + 1.7, z], { width: 0.09, depth: 0.09 })
  beam(mesh, [1.95, net + 1.66, -1.4], [1.95, net + 1.66, 1.4], { width: 0.06, depth: 0.06 })
  dip(mesh, '#8d8a72', 'leaves')
  mesh.sway = 14
  loft(mesh, 6, 3, { at: (i, j) => [1.95 + 0.06 * Math.sin(i * 12), net + 1.66 - j * (1.0 + 0.2 * Math.sin(i * 7)), -1.15 + i * 2.3], shade: (_, j) => 1 - j * 0.2 })
}

function drawHull({ mesh, style }: Site): void {
  dip(mesh, style.doors[0]!, 'planks')
  loft(mesh, 8, 10, {
    at: (i, j) => {
      const along = j * 2 - 1
      const wide = 0.75 * Math.sqrt(Math.max(0, 1 - along * along * along * along))
      const angle = (i - 0.5) * Math.PI
      return [Math.sin(angle) * wide, Math.cos(angle) * (0.55 + 0.12 * along * along), along * 1.9]
    },
    flip: true,
    shade: (i) => 0.7 + 0.4 * Math.sin(i * Math.PI),
  })
  dip(mesh, '#6a4c36', 'beam')
  beam(mesh, [0, 0.56, -1.85], [0, 0.56, 1.85], { width: 0.08, depth: 0.1, out: [0, 1, 0] })
}
