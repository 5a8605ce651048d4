/** What a storm leaves at a house, and what is seen of its mending: in the frame of the house, its door at +z and its floor at 0. */
import type { BufferGeometry } from 'three'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { StormDeed } from '#simulation/happenings/storm.ts'
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import { choose, shareOf, styleOf, type CultureStyle } from '../settlements/culture-style.ts'
import type { GroundBelow } from '../settlements/ground-below.ts'
import { crookedness, type Site } from '../settlements/house.ts'
import { createMeshBuilder, dip, toGeometry, within, type MeshBuilder, type Point } from '../settlements/mesh-builder.ts'
import { drawCart } from '../settlements/props.ts'
import { beam, blob, box, lathe, loft } from '../settlements/shapes.ts'

/** How far it is: as the storm left it, with people at it, and mended. */
export type DamageState = 'broken' | 'at-work' | 'mended'

/** What is drawn and where: the place of what was broken in the frame of the house. */
export type DamageDrawing = { kind: StormDeed['kind']; state: DamageState; building: DeepReadonly<BuildingPlan>; culture: string; at: { x: number; z: number }; below: GroundBelow }

const FRESH_WOOD = '#d6b784'
const OLD_WOOD = '#7a5f48'
/** Kinds of building that are roofed as houses are. */
const HOUSES: ReadonlySet<BuildingPlan['kind']> = new Set(['cottage', 'farmhouse', 'inn', 'bakery', 'smithy', 'workshop'])
/** The hole in a roof: half its width along the eaves, metres, and from where to where it reaches, share of the slope. */
const HOLE = { half: 1.7, low: 0.18, high: 0.8 } as const

/** Draws it. */
export function buildDamage(drawing: DamageDrawing): BufferGeometry {
  const mesh = createMeshBuilder(2048)
  const { kind, state, at, below } = drawing
  if (kind === 'roof') drawRoofHole(mesh, drawing)
  // every thing on the ground stands on its own ground
  within(mesh, { x: at.x, y: below(at.x, at.z), z: at.z }, () => {
    if (state === 'mended') drawMended(mesh, drawing)
    else {
      drawBroken(mesh, drawing)
      if (state === 'at-work') drawTrestle(mesh)
    }
  })
  if (kind === 'roof' && state === 'at-work') drawLadder(mesh, drawing)
  return toGeometry(mesh)
}

function drawBroken(mesh: MeshBuilder, drawing: DamageDrawing): void {
  switch (drawing.kind) {
    case 'roof': return drawRubble(mesh, drawing)
    case 'tree': return drawFallenTree(mesh)
    case 'shed': return drawBoards(mesh, 11)
    case 'fence': return drawFlatFence(mesh)
    case 'cart': return drawOverturned(mesh, drawing)
  }
}

function drawMended(mesh: MeshBuilder, drawing: DamageDrawing): void {
  switch (drawing.kind) {
    case 'roof': return
    case 'tree': return drawLogs(mesh)
    case 'shed': return drawShed(mesh)
    case 'fence': return drawNewFence(mesh)
    case 'cart': drawCart(siteOf(mesh, drawing), drawing.building.variant, () => 0)
  }
}

/** A point of the front slope of a roof: metres along the eaves from its middle, share of the way up, and metres above it. The frame is that of the roof: its ridge along x. */
function slopePoint({ roof }: CultureStyle, { span, eaves, side, length }: { span: number; eaves: number; side: number; length: number }, along: number, up: number, lift: number): Point {
  const { overhang, thickness, pitch, sag, surface } = roof
  const soft = surface === 'thatch' || surface === 'turf'
  const rise = (span / 2) * pitch
  const end = Math.min(1, Math.abs(along) / (length / 2))
  const belly = (soft ? 0.06 : -0.05) * Math.sin(up * Math.PI)
  const y = eaves - overhang * pitch + (rise + overhang * pitch) * up + thickness + belly - sag * (1 - end * end) * Math.min(1, (overhang * pitch + (rise + overhang * pitch) * up) / (rise + 0.01))
  return [along, y + lift, side * ((span / 2 + overhang) * (1 - up) + lift * 0.6)]
}

/** A hole with its rafters bare and the covering torn at its rim; mended, a patch of new covering in its place. Flat roofs and those of other kinds show nothing from below. */
function drawRoofHole(mesh: MeshBuilder, { building, culture, state }: DamageDrawing): void {
  const style = styleOf(culture)
  if (style.roof.pitch === 0 || !HOUSES.has(building.kind)) return
  const { variant, width, depth, wallHeight } = building
  const gableFront = shareOf(variant, 1) < style.gableFront
  const [length, span] = gableFront ? [depth, width] : [width, depth]
  const corner = variant & 1 ? 1 : -1
  const shape = { span, length, eaves: wallHeight, side: gableFront ? -corner : 1 }
  const middle = (gableFront ? 1 : corner) * length * 0.2
  const color = choose(style.roof.colors, variant, 2)
  const point = (i: number, j: number, lift: number): Point => slopePoint(style, shape, middle + (i * 2 - 1) * HOLE.half * ragged(i, j), HOLE.low + (HOLE.high - HOLE.low) * (0.5 + (j - 0.5) * ragged(j, i)), lift)
  within(mesh, { x: 0, y: 0, z: 0, warp: crookedness(variant, 1) }, () => within(mesh, { x: 0, y: 0, z: 0, yaw: gableFront ? -Math.PI / 2 : 0 }, () => {
    if (state === 'mended') {
      dip(mesh, lighter(color), style.roof.surface)
      loft(mesh, 6, 4, { flip: shape.side < 0, at: (i, j) => point(i, j, 0.05 + 0.07 * Math.sin(i * Math.PI) * Math.sin(j * Math.PI)), shade: (_, j) => 0.96 + 0.16 * j })
      return
    }
    dip(mesh, '#241b15', 'plain')
    loft(mesh, 6, 4, { flip: shape.side < 0, at: (i, j) => point(i, j, 0.05), shade: () => 0.7 })
    dip(mesh, OLD_WOOD, 'beam')
    for (let k = 0; k < 5; k++) {
      const i = 0.1 + k * 0.2
      beam(mesh, point(i, k % 2 ? 0.3 : 0, 0.09), point(i, k === 3 ? 0.6 : 1, 0.09), { width: 0.1, depth: 0.08 })
    }
    beam(mesh, point(0.3, 0.5, 0.12), point(0.5, 1.15, 0.75), { width: 0.11, depth: 0.09 })
    dip(mesh, color, style.roof.surface)
    for (let k = 0; k < 14; k++) {
      const turn = (k / 14) * Math.PI * 2
      const [x, y, z] = point(0.5 + Math.cos(turn) * 0.5, 0.5 + Math.sin(turn) * 0.5, 0.08)
      blob(mesh, [x, y, z], [0.22 + 0.1 * shareOf(variant, 80 + k), 0.1 + 0.08 * shareOf(variant, 95 + k), 0.2], { chance: k, dent: 0.3, across: 6, along: 3 })
    }
  }))
}

/** A rim that is torn: how far out it reaches at a share of its way, 0.8..1.1. */
function ragged(i: number, j: number): number {
  return 0.95 + 0.12 * Math.sin(i * 17 + j * 5) + 0.06 * Math.sin(i * 41 + 2)
}

function lighter(color: string): string {
  const part = (from: number): string => Math.round(Number.parseInt(color.slice(from, from + 2), 16) * 0.62 + 255 * 0.38).toString(16).padStart(2, '0')
  return `#${part(1)}${part(3)}${part(5)}`
}

/** What came down from a roof: covering in heaps, beams across them. */
function drawRubble(mesh: MeshBuilder, { building, culture }: DamageDrawing): void {
  const style = styleOf(culture)
  dip(mesh, style.roof.pitch === 0 ? style.plinth : choose(style.roof.colors, building.variant, 2), style.roof.surface)
  for (let k = 0; k < 8; k++) blob(mesh, [Math.cos(k * 2.4) * (0.25 + k * 0.11), 0.06, Math.sin(k * 2.4) * (0.2 + k * 0.08)], [0.42 - k * 0.025, 0.24 - k * 0.015, 0.36 - k * 0.02], { chance: k, dent: 0.3, across: 7, along: 4 })
  dip(mesh, OLD_WOOD, 'beam')
  beam(mesh, [-1.2, 0.08, 0.5], [0.9, 0.42, -0.3], { width: 0.14, depth: 0.12 })
  beam(mesh, [-0.5, 0.05, -0.6], [0.7, 0.34, 0.7], { width: 0.12, depth: 0.1 })
  beam(mesh, [0.2, 0.3, 0.1], [1.35, 0.06, 0.35], { width: 0.1, depth: 0.08 })
}

/** A trunk along the front of the house, broken off its stump, with its crown beside. */
function drawFallenTree(mesh: MeshBuilder): void {
  drawStump(mesh)
  dip(mesh, '#6d5540', 'beam')
  loft(mesh, 8, 4, { closed: true, flip: true, at: (i, j) => [-1.25 + j * 3.1, 0.32 + 0.18 * j + Math.cos(i * 6.2832) * (0.24 - 0.1 * j), Math.sin(i * 6.2832) * (0.24 - 0.1 * j) + 0.25 * j], shade: (i) => 0.8 + 0.25 * Math.cos(i * 6.2832) })
  beam(mesh, [0.8, 0.4, 0.1], [1.5, 1.25, -0.4], { width: 0.1, depth: 0.1 })
  beam(mesh, [1.0, 0.45, 0.2], [1.6, 0.5, 1.1], { width: 0.09, depth: 0.09 })
  for (let k = 0; k < 9; k++) {
    dip(mesh, ['#5f7f42', '#6d8f4c', '#587638'][k % 3]!, 'leaves')
    mesh.sway = 4
    blob(mesh, [1.35 + (k % 3) * 0.42, 0.42 + (k % 2) * 0.38, -0.45 + Math.floor(k / 3) * 0.55], [0.5, 0.42, 0.46], { chance: k, dent: 0.22, across: 7, along: 4 })
  }
}

function drawStump(mesh: MeshBuilder): void {
  dip(mesh, '#6d5540', 'beam')
  lathe(mesh, [-1.6, -0.15, 0], [[0.36, 0, 0.7], [0.27, 0.3, 0.95], [0.25, 0.62, 1]], 9)
  dip(mesh, FRESH_WOOD, 'plain')
  for (let k = 0; k < 6; k++) beam(mesh, [-1.6 + Math.cos(k) * 0.14, 0.4, Math.sin(k) * 0.14], [-1.6 + Math.cos(k) * 0.17, 0.62 + (k % 3) * 0.09, Math.sin(k) * 0.17], { width: 0.08, depth: 0.06 })
}

function drawLogs(mesh: MeshBuilder): void {
  drawStump(mesh)
  for (let k = 0; k < 6; k++) {
    const [row, place] = k < 3 ? [0, k] : k < 5 ? [1, k - 2.5] : [2, 1]
    dip(mesh, '#7d5f45', 'beam')
    const rim = (i: number, radius: number, z: number): Point => [0.2 + place * 0.4 + Math.cos(i * 6.2832) * radius, 0.17 + row * 0.33 + Math.sin(i * 6.2832) * radius, z]
    loft(mesh, 8, 1, { closed: true, at: (i, j) => rim(i, 0.19, -0.6 + j * 1.2), shade: (i) => 0.8 + 0.25 * Math.sin(i * 6.2832) })
    dip(mesh, '#d3b183', 'plain')
    loft(mesh, 8, 1, { closed: true, at: (i, j) => rim(i, 0.19 * (1 - j), 0.6), shade: (_, j) => 0.85 + 0.2 * j })
  }
}

/** Boards thrown over each other. */
function drawBoards(mesh: MeshBuilder, count: number): void {
  for (let k = 0; k < count; k++) {
    dip(mesh, [OLD_WOOD, '#8a6c4f', '#6c5340'][k % 3]!, 'planks')
    const turn = k * 2.1
    const [dx, dz] = [Math.cos(turn), Math.sin(turn)]
    const [x, z] = [Math.sin(k * 1.7) * 0.55, Math.cos(k * 2.9) * 0.4]
    beam(mesh, [x - dx * 0.85, 0.05 + (k % 4) * 0.07, z - dz * 0.85], [x + dx * 0.85, 0.06 + ((k * 3) % 5) * 0.12, z + dz * 0.85], { width: 0.2, depth: 0.04, out: [0, 1, 0] })
  }
  // one wall leans yet
  dip(mesh, '#8a6c4f', 'planks')
  for (let k = 0; k < 5; k++) beam(mesh, [-0.5 + k * 0.22, 0, -0.75], [-0.42 + k * 0.22, 1.05 + 0.12 * Math.sin(k * 4), -0.35], { width: 0.2, depth: 0.04, out: [0, 0.4, 1] })
}

function drawShed(mesh: MeshBuilder): void {
  for (let k = 0; k < 7; k++) {
    dip(mesh, k % 2 === 0 ? FRESH_WOOD : '#cba973', 'planks')
    for (const z of [-0.75, 0.35]) box(mesh, [-0.66 + k * 0.22, -0.1, z], [0.2, 1.5 + (z < 0 ? 0.35 : 0), 0.06])
  }
  for (const x of [-0.78, 0.78]) {
    dip(mesh, '#cba973', 'planks')
    box(mesh, [x, -0.1, -0.2], [0.06, 1.55, 1.1])
  }
  dip(mesh, '#b99765', 'planks')
  beam(mesh, [-0.95, 1.6, -0.2], [0.95, 1.6, -0.2], { width: 1.5, depth: 0.07, out: [0, 1, 0.3] })
  dip(mesh, OLD_WOOD, 'beam')
  box(mesh, [0, -0.05, 0.39], [0.6, 1.3, 0.04])
}

function drawFlatFence(mesh: MeshBuilder): void {
  for (let part = 0; part < 2; part++) {
    const x = -0.9 + part * 1.9
    dip(mesh, OLD_WOOD, 'beam')
    for (const dx of [-0.8, 0, 0.8]) beam(mesh, [x + dx, 0.04, -0.55], [x + dx + 0.1 * part, 0.12 + 0.05 * part, 0.55], { width: 0.12, depth: 0.1 })
    dip(mesh, '#8a6c4f', 'planks')
    for (const z of [-0.2, 0.25]) beam(mesh, [x - 1, 0.14, z], [x + (part === 0 ? 0.4 : 1), 0.16 + 0.1 * part, z + 0.15], { width: 0.13, depth: 0.05, out: [0, 1, 0] })
  }
  beam(mesh, [0.3, 0.1, 0.5], [0.9, 0.5, 0.2], { width: 0.12, depth: 0.05 })
}

function drawNewFence(mesh: MeshBuilder): void {
  dip(mesh, FRESH_WOOD, 'beam')
  for (const x of [-1.6, -0.55, 0.55, 1.6]) box(mesh, [x, -0.25, 0], [0.12, 1.25, 0.12], { taper: 0.85 })
  dip(mesh, '#cba973', 'planks')
  for (const y of [0.35, 0.75]) beam(mesh, [-1.7, y, 0.07], [1.7, y + 0.02, 0.07], { width: 0.13, depth: 0.05, out: [0, 0, 1] })
}

/** On its side, one wheel in the air. */
function drawOverturned(mesh: MeshBuilder, drawing: DamageDrawing): void {
  const tip = 1.45
  const [cos, sin] = [Math.cos(tip), Math.sin(tip)]
  within(mesh, { x: 0, y: 0.62, z: 0, warp: (at) => void ([at.x, at.y] = [at.x * cos - (at.y - 0.5) * sin, at.x * sin + (at.y - 0.5) * cos + 0.1]) }, () => drawCart(siteOf(mesh, drawing), drawing.building.variant, () => 0))
}

/** A trestle with a new board on it, beside what is mended. */
function drawTrestle(mesh: MeshBuilder): void {
  dip(mesh, OLD_WOOD, 'beam')
  for (const x of [-0.5, 0.5]) for (const z of [0.05, 0.45]) beam(mesh, [x + (x > 0 ? 0.1 : -0.1), -0.05, 0.8 + z], [x, 0.7, 1.05], { width: 0.07, depth: 0.07 })
  dip(mesh, FRESH_WOOD, 'planks')
  beam(mesh, [-1, 0.74, 1.05], [1, 0.74, 1.05], { width: 0.24, depth: 0.05, out: [0, 1, 0] })
}

/** A ladder against the eaves before the hole. */
function drawLadder(mesh: MeshBuilder, { building, at, below }: DamageDrawing): void {
  const x = at.x * 0.72
  const foot: Point = [x, below(x, building.depth / 2 + 1.5), building.depth / 2 + 1.5]
  const top: Point = [x, building.wallHeight + 0.35, building.depth / 2 + 0.75]
  dip(mesh, '#9a7a56', 'beam')
  for (const side of [-0.24, 0.24]) beam(mesh, [foot[0] + side, foot[1], foot[2]], [top[0] + side, top[1], top[2]], { width: 0.07, depth: 0.06 })
  for (let k = 1; k < 9; k++) {
    const share = k / 9
    const [y, z] = [foot[1] + (top[1] - foot[1]) * share, foot[2] + (top[2] - foot[2]) * share]
    beam(mesh, [x - 0.24, y, z], [x + 0.24, y, z], { width: 0.05, depth: 0.05 })
  }
}

function siteOf(mesh: MeshBuilder, { building, culture }: DamageDrawing): Site {
  return { mesh, style: styleOf(culture), width: building.width, depth: building.depth, wallHeight: building.wallHeight, variant: building.variant, low: 0, doorGround: 0, detail: true, chimneys: [], lamps: [] }
}
