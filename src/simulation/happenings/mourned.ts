/** Whom a person misses: somebody near to them who was buried not long ago. */
import type { SettlementId } from '#core/ids.ts'
import { DAY_WORLD_SECONDS } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { settlementOf } from './graves.ts'
import type { Death } from './happening.ts'

/** How long graves are visited, days, and how fond one must have been of somebody who is no kin. */
const MOURNING_DAYS = 24
const FOND_WARMTH = 0.45

/** Whether somebody of a settlement lies dead and is not buried yet. */
export function isInMourning({ chronicle }: Pick<World, 'chronicle'>, settlementId: SettlementId): boolean {
  return chronicle.deaths.some(({ isBuried, npcId }) => !isBuried && settlementOf(npcId) === settlementId)
}

/** The latest of the dead whom a person mourns at the grave; undefined for nobody. */
export function findMourned(world: World, npc: Npc): Death | undefined {
  const { deaths } = world.chronicle
  for (let i = deaths.length - 1; i >= 0; i--) {
    const death = deaths[i]!
    if (!death.isBuried || world.worldSeconds - death.worldSeconds > MOURNING_DAYS * DAY_WORLD_SECONDS) continue
    const relation = npc.relations.find(({ otherId }) => otherId === death.npcId)
    if (relation && (relation.kinship !== null || relation.warmth > FOND_WARMTH)) return death
  }
  return undefined
}
