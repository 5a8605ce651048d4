/** A settlement as the land knows it: where it lies, its ground, buildings and lanes. People are the simulation's. */
import type { BuildingId, SettlementId } from '#core/ids.ts'
import type { CompassWord } from '../directions.ts'
import type { Solid } from '../landmarks/landmark.ts'
import type { SettlementKind, SettlementShape } from './settlement-kind.ts'

/** What a building is for. Append only. */
export const BUILDING_KINDS = ['cottage', 'farmhouse', 'barn', 'smithy', 'inn', 'bakery', 'mill', 'shrine', 'workshop', 'well', 'stall', 'hall', 'tower'] as const
/** One of `BUILDING_KINDS`. */
export type BuildingKind = (typeof BUILDING_KINDS)[number]

/** A water wheel: height in metres of the river that turns it, and which way round it goes, seen from the river: 1 against the clock. */
export type Wheel = { readonly level: number; readonly turn: 1 | -1 }

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
  /** A watermill's wheel, behind it. */
  wheel?: Wheel
}

/** What there is outdoors; `graves` is the burying ground. A gate spans its lane; `yaw` of gate and name board looks out of the settlement. */
export type SpotKind = 'bench' | 'field' | 'woodpile' | 'fire' | 'garden' | 'shore' | 'orchard' | 'pen' | 'gate' | 'board' | 'graves'

/** A pier: a deck from the shore out over the sea or a lake, as bridges have it. `along` is measured from the water's edge. */
export type Pier = {
  kind: 'pier'
  /** The water's edge, metres. */
  x: number
  z: number
  /** Unit vector out to the water. */
  alongX: number
  alongZ: number
  /** Where it begins and ends, metres along. */
  start: number
  end: number
  width: number
  /** Heights in metres of the deck and of the water. */
  level: number
  water: number
}

/** A lane: a polyline of metres x0, z0, x1, z1, … and its width. */
export type Lane = { points: number[]; width: number }

/** A gate in a wall: its middle, the height of the ground there, the unit vector out of the town, and on which side of the town it lies. */
export type WallGate = { readonly x: number; readonly z: number; readonly y: number; readonly outX: number; readonly outZ: number; readonly direction: CompassWord }

/** A tower of a wall, at a corner or beside a gate: its middle, the height of the ground and the unit vector out. Metres. */
export type WallTower = { readonly x: number; readonly z: number; readonly y: number; readonly outX: number; readonly outZ: number; readonly isAtGate: boolean }

/** A straight stretch of wall between the middles a and b of two towers, metres, with the height of the ground there; outside is on the left of the way from a to b. */
export type WallStretch = { readonly ax: number; readonly az: number; readonly ay: number; readonly bx: number; readonly bz: number; readonly by: number; /** Metres along where a stair on the inside begins and ends. */ readonly stair: { readonly start: number; readonly end: number } | null }

/** The wall round a town. Its walk lies `height` metres over the ground. */
export type TownWall = {
  readonly height: number
  readonly thickness: number
  readonly gates: readonly WallGate[]
  readonly towers: readonly WallTower[]
  readonly stretches: readonly WallStretch[]
  /** What bodies meet of it. */
  readonly solids: readonly Solid[]
}

/** The plan of a settlement, the same for a seed for ever. */
export type SettlementPlan = {
  id: SettlementId
  name: string
  culture: string
  kind: SettlementKind
  /** How its houses stand: round a green, along a street, or at crossing lanes with a market. */
  shape: SettlementShape
  /** Centre, metres: the square, where people meet. */
  x: number
  z: number
  y: number
  /** Houses, lanes and fields lie within this distance of the centre. */
  radius: number
  /** Within this of the centre lies also what the settlement has at the water, metres; at least `radius`. */
  reach: number
  /** What it lives by. */
  trade: string
  /** Names of the families that have lived here longest. */
  families: string[]
  /** How it came to be and what is remembered, one sentence each, agreeing with the map. */
  lore: string[]
  buildings: BuildingPlan[]
  lanes: Lane[]
  pier: Pier | null
  /** The wall round a town; null where there is none. */
  wall: TownWall | null
  /** Things outdoors that one can do something at. */
  spots: Array<{ kind: SpotKind; x: number; z: number; yaw: number }>
}
