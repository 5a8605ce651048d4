/** Stone bridges: arches with their rings, piers with cutwaters, parapets with copings, damp and moss at the foot. */
import { archHeight, deckAt, groundUnder, type Arch, type Bridge } from '#simulation/physics/bridge.ts'
import { shareOf, type CultureStyle } from '../settlements/culture-style.ts'
import { dip, triangle, vertex, type MeshBuilder, type Point } from '../settlements/mesh-builder.ts'
import { beam, blob, box, facet, lathe } from '../settlements/shapes.ts'

/** A brush in a bridge's own frame: z along, y over the crossing's level. */
export type BridgeDrawing = { mesh: MeshBuilder; bridge: Bridge; style: CultureStyle; variant: number; /** Ground at a place of the frame. */ below: (x: number, z: number) => number }

/** Metres: how far the ring of an arch and the band under the parapet stand out, how high and thick the parapet is. */
const RING = { out: 0.09, deep: 0.5, wide: 0.5 }
const PARAPET = { high: 0.92, thick: 0.4, coping: 0.14 }
const COLUMNS = 14

/** Draws a bridge of stone. */
export function drawStoneBridge(drawing: BridgeDrawing): void {
  const { bridge } = drawing
  const { start, end, level } = bridge.crossing
  const stops = [start - 0.4]
  for (const arch of bridge.arches) for (let k = 0; k <= COLUMNS; k++) stops.push(arch.start + ((1 - Math.cos((k / COLUMNS) * Math.PI)) / 2) * (arch.end - arch.start))
  stops.push(end + 0.4)
  const openOver = (from: number, to: number): Arch | undefined => bridge.arches.find((arch) => from >= arch.start - 1e-6 && to <= arch.end + 1e-6)
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i]!, stops[i + 1]!]
    if (to - from < 1e-6) continue
    const arch = openOver(from, to)
    if (arch) {
      drawWall(drawing, from, to, (along) => archHeight(arch, along) - level)
      drawVault(drawing, arch, from, to)
    } else {
      const pieces = Math.max(1, Math.ceil((to - from) / 2))
      for (let k = 0; k < pieces; k++) {
        const [a, b] = [from + ((to - from) * k) / pieces, from + ((to - from) * (k + 1)) / pieces]
        drawWall(drawing, a, b, null)
      }
      if (from > start && to < end) drawPier(drawing, from, to)
    }
  }
  for (const arch of bridge.arches) {
    drawRing(drawing, arch)
    drawReveal(drawing, arch)
  }
  drawRoadway(drawing)
  drawParapets(drawing)
  drawGrowth(drawing)
}

/** One panel of wall on both sides; strokes run with the courses. `foot` is the underside over an opening, null where the wall stands on the ground. */
function drawWall(drawing: BridgeDrawing, from: number, to: number, foot: ((along: number) => number) | null): void {
  const { mesh, bridge, below } = drawing
  const { water, level } = bridge.crossing
  const half = bridge.halfOutside - 0.12
  const damp = water - level + 0.55
  for (const side of [-1, 1]) {
    const feet = [from, to].map((along) => (foot ? foot(along) : Math.min(below(side * half, along), below(0, along)) - 1.2))
    const tops = [from, to].map((along) => deckAt(bridge, along) - level)
    for (const isDamp of [true, false]) {
      const low = feet.map((y) => (isDamp ? Math.min(y, damp) : Math.max(y, damp)))
      const high = tops.map((y) => (isDamp ? Math.min(y, damp) : y))
      if (low[0]! >= high[0]! - 1e-3 && low[1]! >= high[1]! - 1e-3) continue
      stone(drawing, isDamp)
      mesh.chance = 40
      const at: Point[] = [[side * half, low[0]!, from], [side * half, low[1]!, to], [side * half, high[1]!, to], [side * half, high[0]!, from]]
      panel(mesh, side > 0 ? [at[1]!, at[0]!, at[3]!, at[2]!] : at, [side, 0, 0], (point) => [point[2], point[1]], (point) => shadeOf(point[1] - tops[0]!))
    }
  }
}

/** Darker under the band of the parapet and towards the foot. */
function shadeOf(depth: number): number {
  return depth > -0.35 ? 0.78 : Math.max(0.7, 1.02 + depth * 0.018)
}

/** The underside of an opening. */
function drawVault(drawing: BridgeDrawing, arch: Arch, from: number, to: number): void {
  const { mesh, bridge } = drawing
  const { level } = bridge.crossing
  const half = bridge.halfOutside - 0.12
  stone(drawing, false)
  const [a, b] = [archHeight(arch, from) - level, archHeight(arch, to) - level]
  const length = Math.hypot(to - from, b - a)
  const normal: Point = [0, -(to - from) / length, (b - a) / length]
  panel(mesh, [[-half, a, from], [half, a, from], [half, b, to], [-half, b, to]], normal, (point) => [point[0], point[2] * 1.3], () => 0.62)
}

/** The stones round an opening, each a wedge that stands out a little. */
function drawRing(drawing: BridgeDrawing, arch: Arch): void {
  const { mesh, bridge, variant } = drawing
  const { level } = bridge.crossing
  const half = bridge.halfOutside - 0.12
  const wide = arch.end - arch.start
  const count = 2 * Math.round((wide + arch.rise * 1.1) / RING.wide / 2) + 1
  const deep = Math.min(RING.deep, bridge.thickness * 0.72)
  const point = (share: number, out: number): readonly [number, number] => {
    const turn = share * Math.PI
    const [along, up] = [-Math.cos(turn), Math.sin(turn)]
    // The ellipse's own normal, so that the ring keeps its depth.
    const [nx, ny] = [along / (wide / 2), up / Math.max(0.3, arch.rise)]
    const norm = Math.hypot(nx, ny) || 1
    return [(arch.start + arch.end) / 2 + (along * wide) / 2 + (nx / norm) * out, arch.foot - level + up * arch.rise + (ny / norm) * out]
  }
  for (const side of [-1, 1]) {
    const x = side * (half + RING.out)
    for (let k = 0; k < count; k++) {
      const isKey = k === (count - 1) / 2
      stone(drawing, false, isKey ? 1.16 : 0.98 + 0.2 * shareOf(variant, k + 7))
      mesh.kind = 0
      const [a, b] = [(k + 0.03) / count, (k + 0.97) / count]
      const reach = deep * (isKey ? 1.22 : 0.92 + 0.16 * shareOf(variant, k + 90))
      const corners = [point(a, -0.02), point(b, -0.02), point(b, reach), point(a, reach)]
      const at = corners.map(([z, y]): Point => [x, y, z])
      panel(mesh, side > 0 ? [at[1]!, at[0]!, at[3]!, at[2]!] : [at[0]!, at[1]!, at[2]!, at[3]!], [side, 0, 0], (p) => [p[2], p[1]], (p) => 0.94 + 0.05 * (p[1] - corners[0]![1]))
      // The lip towards the opening, and the ends that cast a line of shade.
      const inner = corners.slice(0, 2).map(([z, y]): Point => [side * (half - 0.05), y, z])
      panel(mesh, side > 0 ? [at[0]!, at[1]!, inner[1]!, inner[0]!] : [at[1]!, at[0]!, inner[0]!, inner[1]!], [0, -1, 0], (p) => [p[0], p[2]], () => 0.62)
      const outer = corners.slice(2).map(([z, y]): Point => [side * (half - 0.05), y, z])
      panel(mesh, side > 0 ? [at[2]!, at[3]!, outer[1]!, outer[0]!] : [at[3]!, at[2]!, outer[0]!, outer[1]!], [0, 1, 0], (p) => [p[0], p[2]], () => 0.9)
    }
  }
}

/** The upright sides of an opening below its springing. */
function drawReveal(drawing: BridgeDrawing, arch: Arch): void {
  const { mesh, bridge, below } = drawing
  const { level } = bridge.crossing
  const half = bridge.halfOutside - 0.12
  for (const [along, out] of [[arch.start, 1], [arch.end, -1]] as const) {
    const foot = Math.min(below(-half, along), below(half, along), below(0, along)) - 1.2
    const top = arch.foot - level
    if (top <= foot) continue
    for (const isDamp of [true, false]) {
      const damp = bridge.crossing.water - level + 0.55
      const [low, high] = isDamp ? [foot, Math.min(top, damp)] : [Math.max(foot, damp), top]
      if (high <= low) continue
      stone(drawing, isDamp)
      const at: [Point, Point, Point, Point] = [[-half, low, along], [half, low, along], [half, high, along], [-half, high, along]]
      panel(mesh, out > 0 ? at : [at[1], at[0], at[3], at[2]], [0, 0, out], (p) => [p[0], p[1]], (p) => Math.max(0.55, 0.74 + (p[1] - top) * 0.02))
    }
  }
}

/** Noses of a pier that part the water, up to where its arches spring; on tall piers a buttress. */
function drawPier(drawing: BridgeDrawing, from: number, to: number): void {
  const { mesh, bridge, below } = drawing
  const { level, water } = bridge.crossing
  const middle = (from + to) / 2
  const half = bridge.halfOutside - 0.12
  const springs = Math.min(...bridge.arches.filter((arch) => Math.abs(arch.start - to) < 0.01 || Math.abs(arch.end - from) < 0.01).map(({ foot }) => foot)) - level
  const wide = to - from
  for (const side of [-1, 1]) {
    const foot = Math.min(below(side * (half + 1), middle), below(side * half, middle)) - 1
    const top = Math.max(springs + 0.25, water - level + 0.7)
    const tip = side * (half + Math.min(1.5, wide * 0.75))
    stone(drawing, false)
    const ring = (y: number, grow: number): Point[] => [[side * half, y, from - grow], [tip + side * grow, y, middle], [side * half, y, to + grow]]
    const spread = Math.min(0.5, (top - foot) * 0.03)
    for (const [low, high, a, b] of [[foot, Math.min(top, water - level + 0.55), spread, spread * 0.9], [Math.max(foot, water - level + 0.55), top, spread * 0.9, 0]] as const) {
      if (high <= low) continue
      stone(drawing, high <= water - level + 0.56)
      const [lower, upper] = [ring(low, a), ring(high, b)]
      for (let k = 0; k < 2; k++) {
        const quad: [Point, Point, Point, Point] = [lower[k]!, lower[k + 1]!, upper[k + 1]!, upper[k]!]
        const along = k === 0 ? -1 : 1
        panel(mesh, side > 0 ? quad.toReversed() as unknown as typeof quad : quad, [side * 0.62, 0, along * 0.78], (p) => [p[2] + p[0], p[1]], (p) => 0.82 + 0.2 * ((p[1] - foot) / (top - foot)))
      }
    }
    stone(drawing, false, 1.06)
    const peak: Point = [side * half, top + 0.75, middle]
    const rim = ring(top, 0.06)
    for (let k = 0; k < 2; k++) facet(mesh, side > 0 ? [rim[k + 1]!, rim[k]!, peak] : [rim[k]!, rim[k + 1]!, peak], [0.86, 1.1])
  }
}

/** Across the way over a bridge: where each strip begins as a share of half its width, how high it lies in metres and what it is made of. */
const STRIPS = [[-1, 0.05, '#6c6e45'], [-0.8, 0.03, '#6f6b49'], [-0.52, -0.012, '#7a6a4e'], [-0.22, 0.012, '#857659'], [0, 0.02, '#84775a'], [0.22, 0.012, '#857659'], [0.52, -0.012, '#7a6a4e'], [0.8, 0.03, '#6f6b49'], [1, 0.05, '#6c6e45']] as const

/** The way over it: two worn tracks between grassy edges, let into the road at both ends. */
function drawRoadway({ mesh, bridge, variant }: BridgeDrawing): void {
  const { start, end, level } = bridge.crossing
  const half = bridge.halfInside + 0.1
  const pieces = Math.ceil((end - start) / 1.1)
  const first = mesh.vertexCount
  for (let k = -1; k <= pieces + 1; k++) {
    const isSunk = k < 0 || k > pieces
    const along = isSunk ? (k < 0 ? start - 0.9 : end + 0.9) : start + ((end - start) * k) / pieces
    STRIPS.forEach(([share, lift, color], i) => {
      dip(mesh, color, 'soil')
      mesh.chance = 20
      const light = 0.94 + 0.14 * shareOf(variant, 700 + k * 9 + i)
      vertex(mesh, [share * half, deckAt(bridge, along) - level + (isSunk ? -0.34 : lift * 0.8), along], [0, 1, 0], [share * half, along, light])
    })
  }
  const wide = STRIPS.length
  for (let k = 0; k < pieces + 2; k++) {
    for (let i = 0; i + 1 < wide; i++) {
      const at = first + k * wide + i
      triangle(mesh, at, at + wide, at + wide + 1)
      triangle(mesh, at, at + wide + 1, at + 1)
    }
  }
}

function drawParapets(drawing: BridgeDrawing): void {
  const { mesh, bridge, variant, below } = drawing
  const { start, end, level } = bridge.crossing
  const inside = bridge.halfInside
  const outside = inside + PARAPET.thick
  const band = bridge.halfOutside - 0.12 + 0.1
  const pieces = Math.ceil((end - start) / 1.35)
  for (const side of [-1, 1]) {
    for (let k = 0; k < pieces; k++) {
      const [from, to] = [start + ((end - start) * k) / pieces, start + ((end - start) * (k + 1)) / pieces]
      const [a, b] = [deckAt(bridge, from) - level, deckAt(bridge, to) - level]
      mesh.chance = 60
      stone(drawing, false)
      const wall = (x: number, out: number): void => {
        const at: [Point, Point, Point, Point] = [[x, a - 0.1, from], [x, b - 0.1, to], [x, b + PARAPET.high, to], [x, a + PARAPET.high, from]]
        panel(mesh, out > 0 ? [at[1], at[0], at[3], at[2]] : at, [out, 0, 0], (p) => [p[2], p[1]], (p) => (p[1] < a + 0.3 ? 0.8 : 1.02))
      }
      wall(side * inside, -side)
      wall(side * outside, side)
      stone(drawing, false, 1.1)
      beam(mesh, [side * (band - 0.12), a - 0.16, from], [side * (band - 0.12), b - 0.16, to], { width: 0.24, depth: 0.22, out: [0, 1, 0], gradient: [0.86, 1] })
      const [lift, lean] = [shareOf(variant, 200 + k * 2 + side) * 0.018, (shareOf(variant, 300 + k * 2 + side) - 0.5) * 0.02]
      stone(drawing, false, 1.06 + 0.14 * shareOf(variant, 400 + k * 2 + side))
      mesh.kind = 0
      // Here and there the coping has gone green.
      if (shareOf(variant, 500 + k * 2 + side) > 0.7) mesh.red *= 0.965
      const cope = (inside + outside) / 2
      beam(mesh, [side * cope + lean, a + PARAPET.high + 0.05 + lift, from - 0.004], [side * cope - lean, b + PARAPET.high + 0.05 + lift, to + 0.004], { width: PARAPET.thick + 0.12, depth: PARAPET.coping, out: [0, 1, 0], gradient: [0.94, 1.04] })
    }
    for (const [along, out] of [[start, -1], [end, 1]] as const) {
      const z = along + out * 0.25
      const ground = Math.min(below(side * (outside - 0.2), z), deckAt(bridge, along) - level)
      const high = deckAt(bridge, along) - level + PARAPET.high + 0.35
      stone(drawing, false, 1.02)
      box(mesh, [side * (inside + 0.22), ground - 1, z], [0.66, high - ground + 1, 0.66], { gradient: [0.66, 1.05] })
      stone(drawing, false, 1.14)
      mesh.kind = 0
      box(mesh, [side * (inside + 0.22), high, z], [0.82, 0.14, 0.82], { gradient: [0.9, 1] })
      box(mesh, [side * (inside + 0.22), high + 0.14, z], [0.62, 0.26, 0.62], { taper: 0.25, gradient: [0.95, 1.1] })
      if (side * out > 0) drawLantern(mesh, [side * (inside + 0.22), high + 0.36, z])
    }
  }
}

/** Draws a lantern on a short stalk. */
export function drawLantern(mesh: MeshBuilder, [x, y, z]: Point): void {
  dip(mesh, '#3b3632', 'plain')
  beam(mesh, [x, y - 0.1, z], [x, y + 0.22, z], { width: 0.06, depth: 0.06 })
  lathe(mesh, [x, y + 0.2, z], [[0.13, 0, 0.8], [0.14, 0.04, 1]], 6)
  lathe(mesh, [x, y + 0.52, z], [[0.18, 0, 0.8], [0.05, 0.14, 1.1], [0, 0.2, 1.1]], 6)
  dip(mesh, '#ffcf7a', 'flame', 0.75)
  lathe(mesh, [x, y + 0.24, z], [[0.1, 0, 1], [0.13, 0.14, 1.1], [0.1, 0.28, 1.1]], 6)
}

/** Ivy hanging over two shoulders, tufts and stones at the feet. */
function drawGrowth({ mesh, bridge, variant, below }: BridgeDrawing): void {
  const { start, end, level } = bridge.crossing
  const half = bridge.halfOutside - 0.12
  for (const [place, side] of [[start + 1, 1], [end - 1.4, -1]] as const) {
    for (let k = 0; k < 24; k++) {
      // Strands hang from the coping: thick above, thin below, longest in their middle.
      const z = place + (shareOf(variant, 600 + k) - 0.5) * 2.6
      const longest = 1.5 * (1 - Math.abs(z - place) / 1.5)
      const y = Math.max(below(side * half, z) + 0.1, deckAt(bridge, z) - level + PARAPET.high + 0.08 - longest * shareOf(variant, 630 + k))
      const size = 0.1 + 0.09 * shareOf(variant, 660 + k)
      dip(mesh, ['#6f8a4c', '#7d9654', '#5f7a45', '#88994f'][k & 3]!, 'leaves')
      mesh.sway = 5
      blob(mesh, [side * (half + 0.07), y, z], [size * 0.7, size, size * 1.2], { across: 5, along: 4, chance: k, dent: 0.4, gradient: [0.66, 1.15] })
    }
  }
  for (let k = 0; k < 14; k++) {
    const along = k % 2 ? end - shareOf(variant, 640 + k) * 4.5 : start + shareOf(variant, 640 + k) * 4.5
    const side = k % 4 < 2 ? 1 : -1
    const x = side * (half + 0.25 + shareOf(variant, 660 + k) * 0.5)
    if (groundUnder(bridge, along) < bridge.crossing.water + 0.2) continue
    const isStone = k % 3 === 0
    dip(mesh, isStone ? '#948c80' : ['#7d9654', '#6f8a4a'][k & 1]!, isStone ? 'plain' : 'leaves')
    mesh.sway = isStone ? 0 : 10
    const size = isStone ? 0.14 + 0.16 * shareOf(variant, 680 + k) : 0.16 + 0.14 * shareOf(variant, 680 + k)
    blob(mesh, [x, below(x, along) + size * 0.4, along], [size, size * (isStone ? 0.6 : 1.1), size], { across: 6, along: 4, chance: k, dent: 0.25, gradient: [0.6, 1.1] })
  }
}

/** Dips the brush into the culture's stone, greenish dark where it is damp. */
function stone({ mesh, style, variant }: BridgeDrawing, isDamp: boolean, light = 1): void {
  const base = style.wallSurface === 'stone' ? style.walls[1]! : style.plinth
  dip(mesh, isDamp ? '#6c6c57' : base, 'stone')
  mesh.chance = variant & 63
  mesh.red = Math.min(255, mesh.red * light)
  mesh.green = Math.min(255, mesh.green * light)
  mesh.blue = Math.min(255, mesh.blue * light)
}

/** A quad with one normal whose strokes and brightness come from its corners' places. */
function panel(mesh: MeshBuilder, corners: readonly [Point, Point, Point, Point] | readonly Point[], normal: Point, stroke: (point: Point) => readonly [number, number], shade: (point: Point) => number): void {
  const [a, b, c, d] = corners.map((point) => vertex(mesh, point, normal, [...stroke(point), shade(point)] as const))
  triangle(mesh, a!, b!, c!)
  triangle(mesh, a!, c!, d!)
}
