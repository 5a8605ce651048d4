/** Everything the inspector shows of a person. */
import { isNpcId, type NpcId } from '#core/ids.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import type { Game } from './game.ts'
import { moodWord, nameOf } from './people.ts'
import type { PersonView } from './session.ts'

/** The person as it is now, with its newest memories; null when there is no such person in the world. */
export async function viewPerson(game: Game, npcId: NpcId): Promise<PersonView | null> {
  const { run } = game
  const npc = run.world.npcs.find((person) => person.id === npcId)
  if (!npc) return null
  const view = buildPrivateView(run.world, run.land, npcId)
  const memories = await game.minds.ask('memories-find', { npcId, query: null, limit: 60, view })
  const names = new Map(run.world.npcs.map((person) => [person.id as string, nameOf(person)]))
  names.set('player', 'you')
  return {
    npc: structuredClone(npc),
    mood: moodWord(npc.mood),
    relations: npc.relations
      .filter((relation) => relation.otherId === 'player' || isNpcId(relation.otherId))
      .map(({ otherId, kinship, warmth, trust, familiarity, lastReason }) => ({ id: otherId, name: names.get(otherId) ?? 'someone far away', kinship, warmth, trust, familiarity, lastReason })),
    home: view?.home ?? '',
    workplace: view?.workplace ?? '',
    lastThought: run.thoughts.get(npcId) ?? null,
    lastWeighed: run.weighed.get(npcId) ?? null,
    memories,
  }
}
