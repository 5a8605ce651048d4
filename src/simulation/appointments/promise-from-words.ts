/** Promises in what is said, by the player, to the player or among neighbours: noted, made good, asked pardon for. */
import type { ActorId } from '#core/ids.ts'
import { toneOf } from '../affect/tone.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { notePromise, noteVow } from './agree.ts'
import { readPromise } from './read-promise.ts'
import { forgivePromises, fulfilPromises } from './make-good.ts'

/** Takes note of a promise in words to a person, of one kept, and of being sorry for one that was not; `isEmptyHanded`: the thing that is spoken of as brought is not there. */
export function promiseFromPlayer(world: World, npc: Npc, text: string, isEmptyHanded = false): void {
  const words = text.replace(/[’`]/g, "'")
  if (!isEmptyHanded) fulfilPromises(world, npc, words)
  if (toneOf(words) === 'sorry') forgivePromises(world, npc)
  const promise = readPromise(words, world.worldSeconds)
  if (promise) notePromise(world, npc, { byId: 'player', ...promise })
}

/** Takes note of a promise that a person gives a neighbour or the player in a talk, whoever found the words. */
export function promiseFromNpc(world: World, npc: Npc, toId: ActorId, text: string): void {
  const sentence = text.replace(/[’`]/g, "'").split(/(?<=[.!?])\s+/).find((part) => /\byou(?:rs?)?\b/i.test(part) && readPromise(part, world.worldSeconds) !== null)
  const promise = sentence && readPromise(sentence, world.worldSeconds)
  if (!promise) return
  const hearer = world.npcs.find(({ id }) => id === toId)
  if (hearer) notePromise(world, hearer, { byId: npc.id, ...promise })
  // said back by the one who promised: “bring you bread”
  else if (toId === 'player') noteVow(world, npc, { ...promise, what: promise.what.replace(/\bme\b/g, 'you').replace(/\bmine\b/g, 'yours').replace(/\bmy\b/g, 'your') })
}
