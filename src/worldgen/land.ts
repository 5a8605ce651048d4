/** The land: everything that is a function of seed and place. Metres throughout; x east, z south, y up; sea level is 0. */
import type { BiomeId } from './biomes/index.ts'
import type { Rapid } from './hydrology/rapids.ts'
import type { Cascade } from './hydrology/rivers.ts'
import type { Crossing, Road } from './roads/road.ts'
import type { RoadTold } from './roads/road-lore.ts'
import type { Landmark } from './landmarks/landmark.ts'
import type { SettlementPlan } from './sites/settlement-plan.ts'

/** Height of the sea in metres. */
export const SEA_LEVEL_METERS = 0

/** Climate of a place. */
export type Climate = {
  /** 0 polar .. 1 hot. */
  warmth: number
  /** 0 dry .. 1 wet. */
  moisture: number
}

/** Water at a place. */
export type Water = {
  kind: 'sea' | 'lake' | 'river'
  /** Height of its surface in metres. */
  level: number
  /** Metres of water above the ground. */
  depth: number
  /** Velocity in metres a second along x and z; 0 where it stands. */
  flowX: number
  flowZ: number
}

/** A river as people know it. */
export type River = {
  name: string
  /** The nearest place of its middle, metres, and how far its bank is; below 0 in it. */
  x: number
  z: number
  gap: number
  /** One sentence on where it goes. */
  story: string
}

/** What is known of a place, as `describe` tells it. */
export type PlaceView = {
  x: number
  z: number
  /** Metres above the sea. */
  height: number
  /** Rise over run. */
  slope: number
  biome: BiomeId
  warmth: number
  moisture: number
  /** Metres of water above the ground; 0 on dry land. */
  waterDepth: number
  water: 'none' | 'sea' | 'lake' | 'river'
  /** Name of the region. */
  region: string
  /** Name of the culture that lives here. */
  culture: string
  /** The settlement whose ground this is, if any. */
  settlement: string | null
  /** The nearest settlement within 3 km, with distance in metres and compass direction. */
  nearestSettlement: { id: string; name: string; meters: number; direction: string } | null
  /** The landmark one stands at, if any. */
  landmark: string | null
  /** Name of the road underfoot, if any. */
  road: string | null
  /** Name of the river one stands in, at or over, if any. */
  river: string | null
  /** One or two sentences that agree with the map. */
  lore: string[]
}

/** Where a new player stands, metres, and looks. */
export type StartPlace = { x: number; z: number; yaw: number }

/** The land of one seed. All functions are pure: equal arguments, equal bits, on every thread and in any order. */
export type Land = {
  readonly seed: string
  /** 32-bit hash of the seed; sub-seeds are hashes of it. */
  readonly seedWord: number
  /** Height of the ground in metres at any place, never depending on level of detail. */
  heightAt(x: number, z: number): number
  /** Surface height of standing or running water, or -Infinity where there is none; the sea is 0 wherever the ground is lower. */
  waterLevelAt(x: number, z: number): number
  /** The water at a place, or null on dry land; its level is that of `waterLevelAt`. */
  waterAt(x: number, z: number): Water | null
  climateAt(x: number, z: number): Climate
  biomeAt(x: number, z: number): BiomeId
  describe(x: number, z: number): PlaceView
  /** Settlements whose centre lies within `radius` metres, nearest first; a radius over 64 km counts as 64 km. None beyond 50 million km from zero. */
  findSettlements(x: number, z: number, radius: number): SettlementPlan[]
  /** Roads that pass within `radius` metres (at most 8 km counts), in no order of importance but always in the same one. */
  roadsNear(x: number, z: number, radius: number): Road[]
  /** What a road of this land is called, and why. */
  tellRoad(road: Road): RoadTold
  /** Bridges and fords within `radius` metres (at most 8 km counts), nearest first. */
  bridgesNear(x: number, z: number, radius: number): Crossing[]
  /** The river whose bank is nearest, within `radius` metres (at most 500 m counts); null where there is none. */
  riverNear(x: number, z: number, radius: number): River | null
  /** Steep stretches of rivers whose top lies within `radius` metres (at most 1 km counts). */
  cascadesNear(x: number, z: number, radius: number): Cascade[]
  /** The same with the water between, above and below them, as lines down their rivers. */
  rapidsNear(x: number, z: number, radius: number): Rapid[]
  /** Landmarks whose centre lies within `radius` metres, nearest first; a radius over 16 km counts as 16 km. */
  findLandmarks(x: number, z: number, radius: number): Landmark[]
  /** Where a new player stands and looks: dry, gentle ground at the edge of a settlement, the settlement in view. */
  startPlace(): StartPlace
}
