/** Children just born: who goes to see them, and what is brought. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { NpcId } from '#core/ids.ts'
import { pick, type Rng } from '#core/rng.ts'
import { createClaim } from '../beliefs/claim.ts'
import { DAY_WORLD_SECONDS } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { HappeningDraft } from './draw-happening.ts'
import type { Birth } from './happening.ts'
import type { Scene } from './scene.ts'

/** From how long after a birth until when people come to see the child, days. */
const FROM_DAYS = 0.3
const UNTIL_DAYS = 2.5
/** How long a mother keeps to the house, days. */
const LYING_IN_DAYS = 1.6
/** Until when a child is carried in a cloth, days. */
const CARRIED_DAYS = 36
/** How fond of the mother one must be. */
const LEAST_WARMTH = 0.1
/** Most who come. */
const MOST_VISITORS = 6
const GIFTS = ['a warm loaf', 'a small quilt', 'a jar of honey', 'a wooden rattle', 'a pot of broth', 'six eggs', 'a knitted cap'] as const

/** The newborn child that a person would go and see now; undefined for none. Those of the house see it anyway. */
export function newbornToSee(world: World, npc: Npc): Birth | undefined {
  // the latest births are the last
  for (let i = world.chronicle.births.length - 1; i >= 0; i--) {
    const birth = world.chronicle.births[i]!
    const days = (world.worldSeconds - birth.worldSeconds) / DAY_WORLD_SECONDS
    if (days > UNTIL_DAYS) return undefined
    if (days < FROM_DAYS || birth.homeId === npc.homeId || birth.visitorIds.length >= MOST_VISITORS || birth.visitorIds.includes(npc.id)) continue
    const relation = npc.relations.find(({ otherId }) => otherId === birth.parentId)
    if (relation && (relation.warmth > LEAST_WARMTH || relation.kinship !== null)) return birth
  }
  return undefined
}

/** The child with whom a mother lies in; undefined for nobody. */
export function lyingInWith(world: World, npc: Npc): Birth | undefined {
  const birth = world.chronicle.births.findLast(({ parentId }) => parentId === npc.id)
  return birth && world.worldSeconds - birth.worldSeconds < LYING_IN_DAYS * DAY_WORLD_SECONDS ? birth : undefined
}

/** Beats of a birth after which the midwife, and then the father, has the child in their arms. */
const BORN_BEAT = 5
const HANDED_BEAT = 6

/** Who carries a newborn child about: mothers who are up again, and whoever shows it when it has just been born. */
export function carryingIn({ chronicle, worldSeconds }: { readonly chronicle: { readonly births: readonly DeepReadonly<Birth>[]; readonly scenes: ReadonlyArray<DeepReadonly<Pick<Scene, 'claim' | 'beat' | 'company'>>> }; readonly worldSeconds: number }): Set<NpcId> {
  const days = (birth: DeepReadonly<Birth>): number => (worldSeconds - birth.worldSeconds) / DAY_WORLD_SECONDS
  const shown = chronicle.scenes.flatMap(({ claim, beat, company }) => (claim.kind === 'birth' && beat > BORN_BEAT ? (company[beat > HANDED_BEAT ? 1 : 0] ?? []) : []))
  return new Set([...chronicle.births.filter((birth) => days(birth) >= LYING_IN_DAYS && days(birth) < CARRIED_DAYS).map(({ parentId }) => parentId), ...shown])
}

/** What a visitor brings for a child. */
export function draftGift(rng: Rng, { giver, mother, birth }: { giver: Npc; mother: Npc; birth: Birth }): HappeningDraft {
  return {
    claim: createClaim('gift', { subject: { id: giver.id, name: giver.given }, target: { id: mother.id, name: mother.given }, object: pick(rng, GIFTS), cause: `for little ${birth.given}` }), doer: giver, sufferer: mother, company: [], importance: 0.3, good: 0.3,
  }
}
