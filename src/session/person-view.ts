/** Everything the inspector shows of a person. */
import { isNpcId, type NpcId } from '#core/ids.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { chainOf } from '#simulation/beliefs/chain.ts'
import { claimWords } from '#simulation/beliefs/claim.ts'
import type { Game } from './game.ts'
import { moodWord, nameOf } from './people.ts'
import type { PersonView } from './session.ts'

/** Beliefs shown of one person: the latest. */
const MOST_BELIEFS = 40

/** The person as it is now, with its newest memories; null when there is no such person in the world. */
export async function viewPerson(game: Game, npcId: NpcId): Promise<PersonView | null> {
  const { run } = game
  const npc = run.world.npcs.find((person) => person.id === npcId)
  if (!npc) return null
  const view = buildPrivateView(run.world, run.land, npcId)
  const memories = await game.minds.ask('memories-find', { npcId, query: null, limit: 60, view })
  const names = new Map(run.world.npcs.map((person) => [person.id as string, nameOf(person)]))
  names.set('player', 'you')
  const dead = new Set<string>(run.world.chronicle.deaths.map(({ npcId: id, given, family }) => {
    names.set(id, `${given} ${family}`)
    return id
  }))
  return {
    npc: structuredClone(npc),
    mood: moodWord(npc.mood),
    relations: npc.relations
      .filter((relation) => relation.otherId === 'player' || isNpcId(relation.otherId))
      .map(({ otherId, kinship, warmth, trust, respect, fear, debt, familiarity, lastReason }) => ({ id: otherId, name: names.get(otherId) ?? 'someone far away', kinship, warmth, trust, respect, fear, debt, familiarity, lastReason, hasDied: dead.has(otherId) })),
    beliefs: npc.beliefs.slice(-MOST_BELIEFS).reverse().map((belief) => {
      const { ids, isWhole } = chainOf(run.world, npc, belief)
      const called = (id: string): string => names.get(id) ?? 'somebody who is gone'
      return { id: belief.id, text: claimWords(belief.claim, npc.id), confidence: belief.confidence, chain: ids.map(called), isWhole, doubters: belief.against.map(({ fromId }) => called(fromId)), isSecret: belief.secrecy >= 1, hasEnded: belief.endedSeconds !== null, bent: belief.mutations }
    }),
    words: run.world.appointments.filter((word) => word.npcId === npcId || word.withId === npcId).toReversed().map((word) => {
      // a promise is given by the other one, a vow by the person itself
      const isOwn = word.kind === 'vow' || (word.kind === 'promise' && word.withId === npcId)
      const otherId = word.npcId === npcId ? word.withId : word.npcId
      return { id: word.id, kind: word.kind, isOwn, other: names.get(otherId) ?? 'somebody', what: word.what, atSeconds: word.atSeconds, state: word.state === 'missed' && word.npcId !== npcId ? 'broken' : word.state }
    }),
    feelings: view?.feelings ?? [],
    badMemories: view?.badMemories ?? [],
    load: npc.affect.load,
    home: view?.home ?? '',
    workplace: view?.workplace ?? '',
    lastThought: run.thoughts.get(npcId) ?? null,
    lastWeighed: run.weighed.get(npcId) ?? null,
    memories,
  }
}
