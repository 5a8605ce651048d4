/** Who was born and who died, as far as one person knows: its own house at once, others when the word has come round. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { ActorId } from '#core/ids.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { claimWords, type ClaimKind } from '#simulation/beliefs/claim.ts'
import { graveOf, settlementOf } from '#simulation/happenings/graves.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { World } from '#simulation/world.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { directionOf } from './place-words.ts'
import type { PrivateView } from './private-view.ts'

/** After so many days everybody of a settlement knows of a death or a birth in it; how many of each are given to a thought, the latest. */
const COMMON_DAYS = 3
const MOST_DEAD = 12
const MOST_INFANTS = 12
/** So long a child is spoken of as newly born, days. */
const INFANT_DAYS = 96

/** The dead and the newborn whom `npc` knows of, the latest first. */
export function viewLives(world: DeepReadonly<World>, npc: DeepReadonly<Npc>, home: SettlementPlan | null): Pick<PrivateView, 'dead' | 'infants'> {
  const { births, deaths } = world.chronicle
  const { x, z } = npc.body
  const has = (kinds: readonly ClaimKind[], id: ActorId): boolean => npc.beliefs.some(({ claim, endedSeconds }) => kinds.includes(claim.kind) && endedSeconds === null && claim.subject?.id === id)
  const isOld = (worldSeconds: number): boolean => world.worldSeconds - worldSeconds > COMMON_DAYS * DAY_WORLD_SECONDS
  const dead = deaths.filter((death) => settlementOf(death.npcId) === npc.settlementId && (isOld(death.worldSeconds) || has(['death', 'burial'], death.npcId)))
  const infants = births.filter(({ homeId, parentId, worldSeconds }) => settlementOf(parentId) === npc.settlementId && world.worldSeconds - worldSeconds < INFANT_DAYS * DAY_WORLD_SECONDS && (isOld(worldSeconds) || homeId === npc.homeId || has(['birth'], parentId)))
  const nameOf = (id: ActorId | null): string | null => (id === null ? null : (world.npcs.find((other) => other.id === id)?.given ?? deaths.find(({ npcId }) => npcId === id)?.given ?? null))
  return {
    dead: dead.slice(-MOST_DEAD).reverse().map((death) => {
      const relation = npc.relations.find(({ otherId }) => otherId === death.npcId)
      const grave = home && graveOf(home, deaths, death)
      return {
        id: death.npcId, name: `${death.given} ${death.family}`.trim(), given: death.given, sex: death.sex, age: death.age, kinship: relation?.kinship ?? null, warmth: relation?.warmth ?? 0, diedSeconds: death.worldSeconds, burialSeconds: death.burialSeconds, isBuried: death.isBuried,
        grave: grave ? { direction: directionOf(x, z, grave.x, grave.z), meters: Math.round(Math.hypot(grave.x - x, grave.z - z)) } : null,
      }
    }),
    infants: infants.slice(-MOST_INFANTS).reverse().map(({ given, sex, worldSeconds, parentId, otherParentId }) => ({ name: given, sex, bornSeconds: worldSeconds, parents: [parentId, otherParentId].flatMap((id) => (id === null ? [] : [{ id, name: nameOf(id) ?? 'somebody' }])) })),
  }
}

/** What goes on out of doors before everybody's eyes, and for how long it is fresh, days. */
const OPEN_KINDS: readonly ClaimKind[] = ['harvest', 'feast', 'burial']
const FRESH_DAYS = 1.5

/** What everybody of the settlement of `npc` could see of late, where it holds nothing of it yet: the latest first. */
export function seenOfLate({ chronicle, worldSeconds }: DeepReadonly<World>, npc: DeepReadonly<Npc>): NonNullable<PrivateView['seenOfLate']> {
  const late = chronicle.happenings.filter((happening) => happening.settlementId === npc.settlementId && OPEN_KINDS.includes(happening.claim.kind) && worldSeconds - happening.worldSeconds < FRESH_DAYS * DAY_WORLD_SECONDS && !npc.beliefs.some(({ root }) => root.happeningId === happening.id))
  return late.reverse().map((happening) => ({ text: claimWords(happening.claim, npc.id), happenedSeconds: happening.worldSeconds }))
}
