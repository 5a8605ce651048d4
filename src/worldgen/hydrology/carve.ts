/** Cuts beds, valleys and lake basins into the ground, and says how high the water stands at every place. */
import { BLOCK_SIZE, addNoise, createOctave } from '../noise/octave.ts'
import type { Samples } from '../noise/octave.ts'
import { SPARSE_METERS, createTiles, isBlockFree } from '../recent-tiles.ts'
import type { Box } from '../recent-tiles.ts'
import { spreadFan } from './delta.ts'
import type { FanGround } from './delta.ts'
import { FACE_SLOPE } from './falls.ts'
import { isPool, spreadMires } from './mires.ts'
import type { MireGround } from './mires.ts'
import { PLAIN_REACH_METERS } from './plains.ts'
import { RIM_SHARE } from './macro-nodes.ts'
import { LAKE, LAKE_STRIDE } from './packed-lake.ts'
import { SEGMENT, SEGMENT_STRIDE } from './segment.ts'
import { waterTiles } from './water-index.ts'
import type { WaterIndex, WaterTile } from './water-index.ts'

/** Water of the places carved last, in parallel arrays. The sea is not among it. */
export type WaterSamples = {
  /** Whether any place of the block lies near water; if not, the arrays hold nothing of meaning. */
  near: boolean
  /** Height in metres of the nearest river's or lake's surface; −Infinity where none is near. */
  readonly level: Float64Array
  /** Metres beyond the edge of the water; below 0 within a river's banks, Infinity where none is near. */
  readonly gap: Float64Array
  /** 0 far from water .. 1 at it, more in oases: how much wetter and greener the ground is. */
  readonly moist: Float64Array
  /** 0 .. 1 in the marsh of a delta or at a slow river. */
  readonly marsh: Float64Array
  /** 1 in marshes where water stands at `level` wherever the ground is lower, however far from a bank; else 0. */
  readonly pool: Float64Array
  /** 0 in water and on its banks .. 1 where people may level the ground. */
  readonly firm: Float64Array
  /** Velocity of the water in metres a second; 0 in lakes. */
  readonly flowX: Float64Array
  readonly flowZ: Float64Array
}

/** See `createCarver`. */
export type Carver = {
  /** Changes heights in place and fills `water` for the same places. A box round all of them spares asking place by place where there is no water. */
  carve(samples: Samples, heights: Float64Array, box: Box | null): void
  readonly water: WaterSamples
}

/** Water stands this far beyond its banks at most, where the ground is low enough, metres. */
export const BANK_METERS = 3
/** Where ground and valley side meet they are rounded over this height, metres. */
const ROUNDING_METERS = 1.5
/** Rise of a valley's side at the bank, and how it steepens by the metre; more where the country stands high above it: gorges. */
const SIDE_SLOPE = 0.1
const SIDE_BEND = 0.005
/** What holds water in gives way to a lower bed beside it no faster than so steep a bank rises from that one, rise over run. */
const WALL_SLOPE = 2
/** Lakes are dammed by at least this much where the ground beside them is lower. */
const RIM_METERS = 0.8
/** From this share of its radius on a lake's shore closes, whatever its bays, so that it lies within the rim. */
const CLOSING_SHARE = 0.66
/** How far round from its soft side a lake's shore is soft, how much flatter that is, and how uneven, metres. */
const SOFT_SHARE = 0.25
const FLAT_SHARE = 0.75
const SOFT_METERS = 0.6
/** Over the sea a river comes down to its level while the floor falls so far, metres, and nothing is heaped up there: its banks give way by so many metres for each. */
const DROWNED_METERS = 1
const DROWNED_BANKS = 4

/** No pool lies where a valley cuts into the land deeper than so far above its water, metres: it would run out there. */
const POOL_WALL_METERS = 0.8

/** Room for the water of one block of places. */
export function createWaterSamples(): WaterSamples {
  const array = (): Float64Array => new Float64Array(BLOCK_SIZE)
  return { near: false, level: array(), gap: array(), moist: array(), marsh: array(), pool: array(), firm: array(), flowX: array(), flowZ: array() }
}

/** Height of the water's surface at place `k` whose ground is `height` metres high; −Infinity on dry land, 0 in the sea. */
export function surfaceAt(water: WaterSamples, k: number, height: number): number {
  if (water.near && height < water.level[k]! && (water.gap[k]! < BANK_METERS || water.pool[k] === 1)) return water.level[k]!
  return height < 0 ? 0 : -Infinity
}

/** Sides in metres of the tiles that rivers are gathered by, for places close together and for sparse ones. */
const DENSE_TILE_METERS = 64
const SPARSE_TILE_METERS = 256

/** Carves with the rivers and lakes of `index`, of which `tiles` are kept at hand of each size. Holds scratch arrays: use one per thread. */
export function createCarver(index: WaterIndex, tiles: number): Carver {
  const dense = createTiles(waterTiles(index), DENSE_TILE_METERS, tiles)
  const sparse = createTiles(waterTiles(index), SPARSE_TILE_METERS, tiles)
  const isDry = (tile: WaterTile | null): boolean => tile === null || (tile.segments.length === 0 && tile.lakes.length === 0 && tile.fans.length === 0)
  const isDenseDry = (tileX: number, tileZ: number): boolean => isDry(dense(tileX, tileZ))
  const isSparseDry = (tileX: number, tileZ: number): boolean => isDry(sparse(tileX, tileZ))
  const water = createWaterSamples()
  // What is uneven in the land of deltas and marshes.
  const silts = [createOctave(index.seedWord, 150, 61), createOctave(index.seedWord, 151, 19)] as const
  const siltShares = [{ amplitude: 0.62 }, { amplitude: 0.38 }] as const
  const low: FanGround & MireGround = { heights: new Float64Array(0), marsh: water.marsh, pools: new Float64Array(BLOCK_SIZE), silt: new Float64Array(BLOCK_SIZE), swell: new Float64Array(BLOCK_SIZE) }
  // The lower envelope of all beds and valley sides at the place, and the upper one of what holds water in. In an array, because numbers handed about would cost memory.
  const envelope = new Float64Array(3)
  function cutRivers(segments: Float64Array, samples: Samples, heights: Float64Array, k: number): void {
    const x = samples.x[k]!
    const z = samples.z[k]!
    const ground = heights[k]!
    let cut = Infinity
    let wall = Infinity
    let hold = -Infinity
    let nearest = Infinity
    let chosen = -1
    let chosenT = 0
    for (let s = 0; s < segments.length; s += SEGMENT_STRIDE) {
      const ex = x - segments[s]!
      const ez = z - segments[s + 1]!
      const dx = segments[s + 2]!
      const dz = segments[s + 3]!
      let t = (ex * dx + ez * dz) * segments[s + 4]!
      t = t < 0 ? 0 : t > 1 ? 1 : t
      const ox = ex - dx * t
      const oz = ez - dz * t
      const square = ox * ox + oz * oz
      const reach = segments[s + SEGMENT.reach]!
      if (square >= reach * reach) continue
      const distance = Math.sqrt(square)
      const half = segments[s + SEGMENT.half]! + segments[s + SEGMENT.widening]! * t
      const level = segments[s + SEGMENT.level]! + segments[s + SEGMENT.fall]! * t
      const gap = distance - half
      // Behind the foot of a fall the valley below it ends in rock.
      const behind = segments[s + SEGMENT.lipAt]! - x * segments[s + SEGMENT.lipX]! - z * segments[s + SEGMENT.lipZ]!
      const rock = behind > 0 ? behind * FACE_SLOPE : 0
      if (gap < nearest) {
        nearest = gap
        chosen = s
        chosenT = t
      }
      if (gap < 0) {
        const share = distance / half
        const bed = level - (segments[s + SEGMENT.depth]! + segments[s + SEGMENT.deepening]! * t) * (1 - share * share)
        if (bed + rock < cut) cut = bed + rock
        if (bed + rock < wall) wall = bed + rock
        // Under a lake or the sea nothing is heaped up to carry the river.
        const floor = segments[s + SEGMENT.levee]! < 0 ? bed + segments[s + SEGMENT.levee]! : bed
        if (floor > hold) hold = floor
        continue
      }
      const above = ground - level
      const steep = 1 - segments[s + SEGMENT.plain]!
      const gorge = above > 0 ? (steep * above) / (above + 45) : 0
      const gentle = 0.4 + 0.6 * steep
      let side = level + gap * (SIDE_SLOPE * gentle + 0.7 * gorge + gap * (SIDE_BEND * gentle + 0.02 * gorge))
      // Towards the end of its reach a valley lets go of the ground.
      const ease = (1 - distance / reach) * 2.2
      const free = ground + ROUNDING_METERS
      if (ease < 1 && side < free) side = free + (side - free) * ease * ease * (3 - 2 * ease)
      if (side + rock < cut) cut = side + rock
      // Beside the pool of a fall nothing is heaped up to hold the water above it.
      const isPool = segments[s + SEGMENT.lipX]! * segments[s + SEGMENT.lipX]! + segments[s + SEGMENT.lipZ]! * segments[s + SEGMENT.lipZ]! > 0.5
      const face = isPool ? side + rock : level + gap * WALL_SLOPE + rock
      if (face < wall) wall = face
      const levee = segments[s + SEGMENT.levee]!
      const rise = gap * 0.1 < levee ? gap * 0.1 : levee
      const beyond = gap > 4 ? gap - 4 : 0
      const bank = level + rise - beyond * (0.05 + 0.05 * steep + beyond * (0.003 + 0.009 * steep))
      if (bank > hold) hold = bank
    }
    envelope[0] = cut
    envelope[2] = wall
    envelope[1] = ground < 0 ? hold + ground * DROWNED_BANKS : hold
    if (chosen < 0) return
    const steady = segments[chosen + SEGMENT.perSquare]!
    const pace = segments[chosen + SEGMENT.speed]! * Math.sqrt(steady)
    water.level[k] = segments[chosen + SEGMENT.level]! + segments[chosen + SEGMENT.fall]! * chosenT
    water.gap[k] = nearest
    const firm = (nearest - 5) / 30
    water.firm[k] = firm < 0 ? 0 : firm > 1 ? 1 : firm * firm * (3 - 2 * firm)
    water.flowX[k] = segments[chosen + SEGMENT.dx]! * pace
    water.flowZ[k] = segments[chosen + SEGMENT.dz]! * pace
    const wet = nearest < 0 ? 1 : 1 - nearest / (segments[chosen + SEGMENT.reach]! - segments[chosen + SEGMENT.half]! - PLAIN_REACH_METERS * segments[chosen + SEGMENT.plain]!)
    // Slow rivers soak their banks; fast ones only green them.
    water.moist[k] = wet > 0 ? wet * wet * (3 - 2 * wet) * (1.1 - 0.25 * segments[chosen + SEGMENT.speed]!) : 0
  }

  function cutLakes(lakes: Float64Array, samples: Samples, heights: Float64Array, k: number): void {
    const ground = heights[k]!
    for (let l = 0; l < lakes.length; l += LAKE_STRIDE) {
      const radius = lakes[l + LAKE.radius]!
      const dx = samples.x[k]! - lakes[l + LAKE.x]!
      const dz = samples.z[k]! - lakes[l + LAKE.z]!
      const square = dx * dx + dz * dz
      if (square >= radius * radius) continue
      const level = lakes[l + LAKE.level]!
      const basin = lakes[l + LAKE.basin]!
      const softX = lakes[l + LAKE.softX]!
      const softZ = lakes[l + LAKE.softZ]!
      const soak = lakes[l + LAKE.soak]!
      const share = Math.sqrt(square) / radius
      // Bays and headlands: two harmonics round the middle, and the shore draws back from high ground.
      const u = square > 0 ? dx / (share * radius) : 1
      const v = square > 0 ? dz / (share * radius) : 0
      const lobes = lakes[l + LAKE.oval]! * (u * u - v * v) + lakes[l + LAKE.slant]! * 2 * u * v + lakes[l + LAKE.lobe]! * u * (u * u - 3 * v * v)
      const above = ground > level ? ground - level : 0
      const closing = share > CLOSING_SHARE ? (share - CLOSING_SHARE) * 6 : 0
      const bowl = share * basin * (1 + lobes + (0.7 * above) / (above + 18)) + 0.45 * closing * closing
      // Within the basin a bowl; beyond it a shore that rises gently and lets go of the ground at the radius.
      let floor = level - lakes[l + LAKE.depth]! * (1 - bowl * bowl)
      let soft = 0
      if (bowl >= 1) {
        // On its soft side the shore is a flat of reeds and pools.
        soft = SOFT_SHARE * (Math.abs(softX) + Math.abs(softZ)) + u * softX + v * softZ
        soft = soft < 0 ? 0 : soft > 1 ? 1 : soft
        const gap = (((bowl - 1) * radius) / basin) * (1 - FLAT_SHARE * soft)
        floor = level + gap * (0.06 + gap * 0.004)
        if (soft > 0) floor += soft * SOFT_METERS * low.silt[k]! * (gap > 1 ? 1 : gap)
        const ease = (1 - share) * 4
        const free = ground + ROUNDING_METERS
        if (ease < 1 && floor < free) floor = free + (floor - free) * ease * ease * (3 - 2 * ease)
      }
      if (soft > 0) {
        let fen = (1.6 + level - (floor < ground ? floor : ground)) * soft
        fen = (fen > 1 ? 1 : fen) * (share > RIM_SHARE ? (1 - share) / (1 - RIM_SHARE) : 1)
        if (fen > water.marsh[k]!) water.marsh[k] = fen
        if (fen > 0.5 && share < RIM_SHARE) water.pool[k] = 1
      }
      if (floor < envelope[0]!) envelope[0] = floor
      if (floor < envelope[2]!) envelope[2] = floor
      const inner = (share - RIM_SHARE) / (1 - RIM_SHARE)
      const rim = level + RIM_METERS - Math.abs(inner) * (inner > 0 ? 14 : 7)
      if (rim > envelope[1]!) envelope[1] = rim
      let wet = share < 0.75 ? 1 : (1 - share) * 4
      if (soak > 1) {
        // An oasis is green far from its pool, and fades into the sand.
        wet = share < 0.55 ? 1 : (1 - share) / 0.45
        wet = soak * wet * wet * (3 - 2 * wet)
      }
      if (wet > water.moist[k]!) water.moist[k] = wet
      const firm = share < 0.6 ? 0 : share > RIM_SHARE ? 1 : (share - 0.6) / (RIM_SHARE - 0.6)
      if (firm < water.firm[k]!) water.firm[k] = firm
      // A river keeps its own level up to a step from its banks. Behind the rim the surface goes on under ground, so that its edge is never seen.
      const behind = (share - RIM_SHARE) * radius
      if (water.gap[k]! < BANK_METERS ? behind >= 0 || Math.abs(water.level[k]! - level) > 0.02 : BANK_METERS + behind >= water.gap[k]!) continue
      water.level[k] = level
      water.gap[k] = behind >= 0 ? BANK_METERS + behind : bowl < 1 ? -1 : 0.5
      water.flowX[k] = 0
      water.flowZ[k] = 0
    }
  }

  return {
    water,
    carve(samples, heights, box) {
      const { count, x, z } = samples
      water.near = false
      let isSilted = false
      const isSparse = count > 1 && Math.abs(x[1]! - x[0]!) >= SPARSE_METERS
      const side = isSparse ? SPARSE_TILE_METERS : DENSE_TILE_METERS
      if (box !== null && isBlockFree(count, box, side, isSparse ? isSparseDry : isDenseDry)) return
      const tileOf = isSparse ? sparse : dense
      let west = NaN
      let east = NaN
      let north = NaN
      let south = NaN
      let tile: WaterTile | null = null
      for (let k = 0; k < count; k++) {
        const px = x[k]!
        const pz = z[k]!
        // Neighbours mostly share a tile; its side is a power of two, so that asking for its bounds is as exact as dividing, and quicker.
        if (!(px >= west && px < east && pz >= north && pz < south)) {
          const tileX = Math.floor(px / side)
          const tileZ = Math.floor(pz / side)
          tile = tileOf(tileX, tileZ)
          west = tileX * side
          east = west + side
          north = tileZ * side
          south = north + side
        }
        if (tile === null || (tile.segments.length === 0 && tile.lakes.length === 0 && tile.fans.length === 0)) continue
        if (!water.near) {
          water.near = true
          water.level.fill(-Infinity, 0, count)
          water.gap.fill(Infinity, 0, count)
          water.moist.fill(0, 0, count)
          water.marsh.fill(0, 0, count)
          water.pool.fill(0, 0, count)
          water.firm.fill(1, 0, count)
        }
        if (tile.fans.length > 0 || tile.isMiry) {
          if (!isSilted) {
            isSilted = true
            low.heights = heights
            low.pools.fill(-Infinity, 0, count)
            low.swell.fill(0, 0, count)
            addNoise(silts[0], samples, siltShares[0], low.swell)
            low.silt.set(low.swell)
            addNoise(silts[1], samples, siltShares[1], low.silt)
          }
          for (let f = 0; f < tile.fans.length; f++) spreadFan(tile.fans[f]!, samples, low, k)
          if (tile.isMiry) spreadMires(tile.segments, samples, low, k)
        }
        cutRivers(tile.segments, samples, heights, k)
        if (water.firm[k]! > 1 - water.marsh[k]!) water.firm[k] = 1 - water.marsh[k]!
        cutLakes(tile.lakes, samples, heights, k)
        const ground = heights[k]!
        const cut = envelope[0]!
        const hold = envelope[1]!
        // The smooth minimum of ground and cut (Inigo Quilez, "Smooth minimum", 2013), then at least what holds the water in.
        let height = ground
        if (cut < ground + ROUNDING_METERS) {
          const overlap = cut - ground > 0 ? ROUNDING_METERS - (cut - ground) : ROUNDING_METERS - (ground - cut)
          height = cut < ground ? cut : ground
          if (overlap > 0) height -= (overlap * overlap) / (4 * ROUNDING_METERS)
        }
        const wall = envelope[2]!
        const least = hold < wall ? hold : wall
        heights[k] = height < least ? least : height
        if (isSilted && water.gap[k]! >= BANK_METERS && low.pools[k]! > -Infinity && cut > low.pools[k]! + POOL_WALL_METERS && isPool(low.pools[k]!, heights[k]!, water.level[k]!)) {
          water.level[k] = low.pools[k]!
          water.pool[k] = 1
          water.flowX[k] = 0
          water.flowZ[k] = 0
        }
        if (ground < 0 && heights[k]! < 0 && water.gap[k]! < Infinity && (water.flowX[k] !== 0 || water.flowZ[k] !== 0)) water.level[k] = ground > -DROWNED_METERS ? water.level[k]! * (1 + ground / DROWNED_METERS) : 0
      }
    },
  }
}
