/** A happening that is played out before the player's eyes: who is in it, where, and how far it has come. Plain data. */
import type { BuildingId, NpcId, SettlementId } from '#core/ids.ts'
import type { Claim } from '../beliefs/claim.ts'

/** A place of a scene, metres, and which way it looks: those who come stand before it, towards (sin yaw, cos yaw). */
export type Stop = { x: number; z: number; yaw: number }

/** A scene. Until it is over the happening has not happened. */
export type Scene = Stop & {
  /** The hash word that the happening is drawn from; also its name. */
  word: number
  settlementId: SettlementId
  dueSeconds: number
  claim: Claim
  doerId: NpcId | null
  suffererId: NpcId | null
  /** Who else comes, by their parts: whoever helps or speaks first, then whoever is nearest, then the others. */
  company: NpcId[]
  importance: number
  good: number
  /** Where it goes from here, and how often it has gone on, the last time when. */
  stops: Stop[]
  leg: number
  legTick: number
  /** The house it is about, and who of them is to be in it now. */
  houseId: BuildingId | null
  inside: NpcId[]
  startedTick: number
  /** −1 while they come together; then which beat of it is next. */
  beat: number
  nextTick: number
}

/** By what a walk of `npcId` to the scene as it stands is known: another place, or the house instead of before it, is another walk. */
export function sceneTarget({ word, leg, inside }: Pick<Scene, 'word' | 'leg' | 'inside'>, npcId: NpcId): string {
  return `scene:${word}/${leg}${inside.includes(npcId) ? '/in' : ''}`
}

/** Whether a walk known as that leads to the scene, wherever in it. */
export function isAimedAt(targetId: string | null, { word }: Pick<Scene, 'word'>): boolean {
  return targetId?.startsWith(`scene:${word}/`) ?? false
}
