/** What happens in a settlement beyond the everyday, and what of it lasts. Plain data. */
import type { BuildingId, NpcId, SettlementId } from '#core/ids.ts'
import type { Claim } from '../beliefs/claim.ts'
import type { Scene } from './scene.ts'

/** Something with consequences. */
export type Happening = {
  /** Counts up in the world. */
  id: number
  settlementId: SettlementId
  worldSeconds: number
  claim: Claim
  /** Who did it and who bore it; null when nobody, or somebody from elsewhere. */
  doerId: NpcId | null
  sufferId: NpcId | null
  /** 0..1. */
  importance: number
  /** −1 a great harm .. 1 a great good, to whom it befell. */
  good: number
}

/** A reason for many to come to one place for a while. */
export type Gathering = { settlementId: SettlementId; kind: 'feast' | 'mourning'; x: number; z: number; fromSeconds: number; untilSeconds: number; words: string }

/** A child that was born: a fact of its house. */
export type Birth = {
  homeId: BuildingId
  /** The mother, and the father where there is one. */
  parentId: NpcId
  otherParentId: NpcId | null
  given: string
  sex: 'female' | 'male'
  worldSeconds: number
  /** Who has come to see it with a gift. */
  visitorIds: NpcId[]
}

/** Somebody who died: they are in the world no more, and their settlement does not draw them again. */
export type Death = {
  npcId: NpcId
  given: string
  family: string
  worldSeconds: number
  /** Null where it is not known any more. */
  age: number | null
  sex: 'female' | 'male' | null
  /** The house that the dead are carried from; null where none is known. */
  homeId: BuildingId | null
  /** When they are buried, world seconds, and whether they are. */
  burialSeconds: number
  isBuried: boolean
}

/** What a storm broke at somebody's house: it lies there until it is mended, and is seen for a while after. */
export type Damage = {
  settlementId: SettlementId
  homeId: BuildingId
  ownerId: NpcId
  /** What the storm did, as its claim says it. */
  object: string
  worldSeconds: number
  /** When it is to be mended, and when that was done; null while it is not. World seconds. */
  dueSeconds: number
  mendedSeconds: number | null
}

/** What is due before the player's eyes and waits for those it concerns. */
export type Waiting = {
  settlementId: SettlementId
  /** What its dice are made from. */
  word: number
  dueSeconds: number
  /** Which of the settlement's fields and orchards is reaped; null for what is no reaping. */
  reaping: number | null
  /** Whether it is what a storm breaks. */
  storm: boolean
}

/** What the world keeps of what happened. */
export type Chronicle = {
  nextId: number
  /** Up to when happenings were looked for, world seconds. */
  untilSeconds: number
  /** The latest, oldest first. */
  happenings: Happening[]
  gatherings: Gathering[]
  births: Birth[]
  /** Oldest first; those of one settlement lie side by side in this order. */
  deaths: Death[]
  /** What storms broke of late, oldest first. */
  damages: Damage[]
  /** Of how many days before the player's first visit the people of a settlement have news. */
  pastDays: number
  /** What is being played out before the player's eyes. */
  scenes: Scene[]
  /** Oldest first. */
  waiting: Waiting[]
}
