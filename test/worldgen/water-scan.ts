/** Goes over the water of wide country and finds what no water does: hang over its bank, step without a fall, rise, or end nowhere. */
import { createScatteredShape } from '#worldgen/broad-shape.ts'
import { seedWordOf } from '#worldgen/parameters.ts'
import { createHeightField, createRelief } from '#worldgen/height.ts'
import { BANK_METERS, createCarver, surfaceAt } from '#worldgen/hydrology/carve.ts'
import { MACRO_METERS } from '#worldgen/hydrology/macro-nodes.ts'
import { LAKE, LAKE_STRIDE } from '#worldgen/hydrology/packed-lake.ts'
import type { RiverCourse } from '#worldgen/hydrology/river-course.ts'
import { SEGMENT, SEGMENT_STRIDE } from '#worldgen/hydrology/segment.ts'
import { createWaterIndex, waterTiles, type WaterIndex, type WaterTile } from '#worldgen/hydrology/water-index.ts'
import { BLOCK_SIZE, type Samples } from '#worldgen/noise/octave.ts'

/** `hanging`: water above dry ground beside it; `step`: unlike heights side by side; `rising`: a river whose surface rises on its way; `dry`: a bed without water; `ending`: a river that ends in no water; `shut`: a lake with somewhere to flow, but no river out of it. */
type FlawKind = 'hanging' | 'step' | 'rising' | 'dry' | 'ending' | 'shut'
/** A flaw, how large (metres of height; of way where a bed is dry) and where. */
type Flaw = { readonly kind: FlawKind; readonly size: number; readonly x: number; readonly z: number }
/** What was looked at, and what was found. Flaws of a kind near each other are one. */
type WaterScan = { readonly flaws: readonly Flaw[]; readonly courses: number; readonly meetings: number; readonly lakes: number; readonly closed: number; readonly kilometers: number }

const TILE_METERS = 64
const SPACING_METERS = 2
const SIDE = TILE_METERS / SPACING_METERS + 1
/** What is so small is no flaw, metres. */
const LEAST_METERS = 0.3
/** Flaws of a kind within so many metres are one. */
const TOGETHER_METERS = 50

/** The water of a seed, and the bare ground that it has carved. */
type Wetland = { readonly waters: WaterIndex; fill(samples: Samples, heights: Float64Array): void; readonly levelOf: (k: number, height: number) => number }

function wetlandOf(seed: string): Wetland {
  const seedWord = seedWordOf(seed)
  const wild = createHeightField(createRelief(seedWord), createScatteredShape(seedWord))
  const waters = createWaterIndex(seedWord, createHeightField(createRelief(seedWord), createScatteredShape(seedWord)), 2000)
  const carver = createCarver(waters, 64)
  return {
    waters,
    fill(samples, heights) {
      wild.fill(samples, heights)
      carver.carve(samples, heights, null)
    },
    levelOf: (k, height) => surfaceAt(carver.water, k, height),
  }
}

const samples: Samples = { x: new Float64Array(BLOCK_SIZE), z: new Float64Array(BLOCK_SIZE), count: 0 }
const block = new Float64Array(BLOCK_SIZE)

/** Heights and water levels of a row of places, −Infinity where it is dry. */
function look(land: Wetland, places: readonly (readonly [number, number])[]): { heights: Float64Array; levels: Float64Array } {
  const heights = new Float64Array(places.length)
  const levels = new Float64Array(places.length)
  for (let from = 0; from < places.length; from += BLOCK_SIZE) {
    samples.count = Math.min(BLOCK_SIZE, places.length - from)
    for (let k = 0; k < samples.count; k++) [samples.x[k], samples.z[k]] = places[from + k]!
    land.fill(samples, block)
    for (let k = 0; k < samples.count; k++) {
      heights[from + k] = block[k]!
      levels[from + k] = land.levelOf(k, block[k]!)
    }
  }
  return { heights, levels }
}

/** Metres from a place to the bank of a segment, below 0 within. */
function gapTo(segments: Float64Array, s: number, x: number, z: number): number {
  const [ex, ez] = [x - segments[s]!, z - segments[s + 1]!]
  const t = Math.max(0, Math.min(1, (ex * segments[s + SEGMENT.dx]! + ez * segments[s + SEGMENT.dz]!) * segments[s + SEGMENT.perSquare]!))
  return Math.hypot(ex - segments[s + SEGMENT.dx]! * t, ez - segments[s + SEGMENT.dz]! * t) - segments[s + SEGMENT.half]! - segments[s + SEGMENT.widening]! * t
}

/** The steepest segment of a tile near a place, rise over run. */
function slopeNear({ segments }: WaterTile, x: number, z: number): number {
  let steepest = 0
  for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
    const slope = -segments[s + SEGMENT.fall]! * Math.sqrt(segments[s + SEGMENT.perSquare]!)
    if (slope > steepest && gapTo(segments, s, x, z) < BANK_METERS + SPACING_METERS) steepest = slope
  }
  return steepest
}

function isWaterNear({ segments, lakes, fans }: WaterTile, x: number, z: number): boolean {
  const reach = TILE_METERS * 0.71 + 6
  if (fans.length > 0) return true
  for (let l = 0; l < lakes.length; l += LAKE_STRIDE) if (Math.hypot(lakes[l + LAKE.x]! - x, lakes[l + LAKE.z]! - z) < lakes[l + LAKE.radius]! + reach) return true
  for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) if (gapTo(segments, s, x, z) < reach) return true
  return false
}

/** Looks at a tile place by place. */
function scanTile(land: Wetland, tile: WaterTile, west: number, north: number, found: Flaw[]): void {
  const places = Array.from({ length: SIDE * SIDE }, (_, n) => [west + (n % SIDE) * SPACING_METERS, north + Math.floor(n / SIDE) * SPACING_METERS] as const)
  const { heights, levels } = look(land, places)
  for (let n = 0; n < SIDE * SIDE; n++) {
    for (const other of [n % SIDE < SIDE - 1 ? n + 1 : -1, n + SIDE < SIDE * SIDE ? n + SIDE : -1]) {
      if (other < 0) continue
      const [upper, lower] = levels[n]! >= levels[other]! ? [n, other] : [other, n]
      const level = levels[upper]!
      if (!(level > LEAST_METERS)) continue
      const [x, z] = places[lower]!
      const isDry = levels[lower] === -Infinity
      const drop = level - (isDry ? heights[lower]! : levels[lower]!)
      if (drop <= LEAST_METERS || drop <= LEAST_METERS + slopeNear(tile, x, z) * SPACING_METERS * 1.5) continue
      found.push({ kind: isDry ? 'hanging' : 'step', size: drop, x, z })
    }
  }
}

/** Looks at the middle of a river all along. */
function scanCourse(land: Wetland, { segments }: RiverCourse, found: Flaw[]): number {
  const places: (readonly [number, number])[] = []
  for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
    const steps = Math.max(1, Math.round(Math.hypot(segments[s + SEGMENT.dx]!, segments[s + SEGMENT.dz]!) / 4))
    for (let n = 0; n < steps; n++) places.push([segments[s]! + (segments[s + SEGMENT.dx]! * n) / steps, segments[s + 1]! + (segments[s + SEGMENT.dz]! * n) / steps])
    if (segments[s + SEGMENT.fall]! > 1e-9) found.push({ kind: 'rising', size: segments[s + SEGMENT.fall]!, x: segments[s]!, z: segments[s + 1]! })
  }
  const last = segments.length - SEGMENT_STRIDE
  places.push([segments[last]! + segments[last + SEGMENT.dx]!, segments[last + 1]! + segments[last + SEGMENT.dz]!])
  const { heights, levels } = look(land, places)
  let lowest = Infinity
  let dry = 0
  for (let n = 0; n < places.length; n++) {
    const [x, z] = places[n]!
    if (levels[n] === -Infinity) {
      dry++
      if (dry === 3) found.push({ kind: 'dry', size: 12, x, z })
      continue
    }
    dry = 0
    const isRisen = levels[n]! > lowest + LEAST_METERS
    if (isRisen) found.push({ kind: 'rising', size: levels[n]! - lowest, x, z })
    // Once risen it goes on from there: one flaw.
    if (isRisen || levels[n]! < lowest) lowest = levels[n]!
  }
  const [x, z] = places.at(-1)!
  if (levels.at(-1) === -Infinity && heights.at(-1)! > 0) found.push({ kind: 'ending', size: 0, x, z })
  return (places.length - 1) * 4
}

function gathered(flaws: readonly Flaw[]): Flaw[] {
  const kept: Flaw[] = []
  for (const flaw of [...flaws].sort((a, b) => b.size - a.size)) if (!kept.some((each) => each.kind === flaw.kind && Math.hypot(each.x - flaw.x, each.z - flaw.z) < TOGETHER_METERS)) kept.push(flaw)
  return kept
}

/** Scans a square of `cells` cells of 512 m a side, its first corner at cell (cellX, cellZ). */
export function scanWater(seed: string, { cellX, cellZ, cells }: { cellX: number; cellZ: number; cells: number }): WaterScan {
  const land = wetlandOf(seed)
  const { waters } = land
  const { nodes } = waters
  const source = waterTiles(waters)
  const flaws: Flaw[] = []
  const courses = new Set<RiverCourse>()
  let meetings = 0
  let lakes = 0
  let closed = 0
  let meters = 0
  for (let n = 0; n < cells * cells; n++) {
    const [cx, cz] = [cellX + (n % cells), cellZ + Math.floor(n / cells)]
    const cell = source.cellOf(cx, cz)
    const node = nodes.nodeOf(cx, cz)
    const lake = node.elevation > 0 ? nodes.lakeOf(node) : null
    if (lake) {
      lakes++
      const isShut = !waters.cellOf(cx, cz).courses.some(({ from }) => from.cellX === cx && from.cellZ === cz)
      if (nodes.downstreamOf(node) === null) closed++
      else if (isShut) flaws.push({ kind: 'shut', size: 0, x: lake.x, z: lake.z })
    }
    if (cell === null) continue
    for (const course of cell.courses) {
      if (course.from.cellX !== cx || course.from.cellZ !== cz || courses.has(course)) continue
      courses.add(course)
      if (course.to.elevation > 0 && nodes.inflowsOf(course.to)[0] !== course.from && cell.courses.length > 1) meetings++
      meters += scanCourse(land, course, flaws)
    }
    for (let t = 0; t < 64; t++) {
      const west = cx * MACRO_METERS + (t % 8) * TILE_METERS
      const north = cz * MACRO_METERS + Math.floor(t / 8) * TILE_METERS
      const tile = source.cut(cell, { west, north, east: west + TILE_METERS, south: north + TILE_METERS })
      if (isWaterNear(tile, west + TILE_METERS / 2, north + TILE_METERS / 2)) scanTile(land, tile, west, north, flaws)
    }
  }
  return { flaws: gathered(flaws), courses: courses.size, meetings, lakes, closed, kilometers: meters / 1000 }
}
