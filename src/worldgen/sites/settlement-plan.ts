/** A settlement as the land knows it: where it lies, its ground, buildings and lanes. People are the simulation's. */
import type { BuildingId, SettlementId } from '#core/ids.ts'

/** What a building is for. Append only. */
export const BUILDING_KINDS = ['cottage', 'farmhouse', 'barn', 'smithy', 'inn', 'bakery', 'mill', 'shrine', 'workshop', 'well', 'stall'] as const
/** One of `BUILDING_KINDS`. */
export type BuildingKind = (typeof BUILDING_KINDS)[number]

/** A building: a rectangle on levelled ground. In its own frame the door is in the middle of the +z side. */
export type BuildingPlan = {
  id: BuildingId
  kind: BuildingKind
  /** Centre in metres. */
  x: number
  z: number
  /** Height of its floor in metres. */
  y: number
  /** Turn about +y in radians; the door's side looks along (sin yaw, cos yaw). */
  yaw: number
  /** Outer size in metres: width along its x, depth along its z, height of the walls. */
  width: number
  depth: number
  wallHeight: number
  /** Where one stands just outside the door, in metres. */
  doorX: number
  doorZ: number
  /** Place-bound chance for its looks: 32 bits. */
  variant: number
}

/** A lane: a polyline of metres x0, z0, x1, z1, … and its width. */
export type Lane = { points: number[]; width: number }

/** The plan of a settlement, the same for a seed for ever. */
export type SettlementPlan = {
  id: SettlementId
  name: string
  culture: string
  kind: 'hamlet' | 'village'
  /** Centre, metres: the square, where people meet. */
  x: number
  z: number
  y: number
  /** Everything of it lies within this distance of the centre. */
  radius: number
  /** What it lives by. */
  trade: string
  /** How it came to be and what is remembered, one sentence each, agreeing with the map. */
  lore: string[]
  buildings: BuildingPlan[]
  lanes: Lane[]
  /** Things outdoors that one can do something at. */
  spots: Array<{ kind: 'bench' | 'field' | 'woodpile' | 'fire' | 'garden' | 'shore'; x: number; z: number; yaw: number }>
}
