/** A happening that is played out before the player's eyes: who is in it, where, and how far it has come. Plain data. */
import type { NpcId, SettlementId } from '#core/ids.ts'
import type { Claim } from '../beliefs/claim.ts'

/** A scene. Until it is over the happening has not happened. */
export type Scene = {
  /** The hash word that the happening is drawn from; also its name. */
  word: number
  settlementId: SettlementId
  dueSeconds: number
  claim: Claim
  doerId: NpcId | null
  suffererId: NpcId | null
  importance: number
  good: number
  /** Where it takes place, metres, and what that is called. */
  x: number
  z: number
  startedTick: number
  /** −1 while they come together; then which beat of it is next. */
  beat: number
  nextTick: number
}

/** By what a walk to a scene is known. */
export function sceneTarget({ word }: Pick<Scene, 'word'>): string {
  return `scene:${word}`
}
