/** Promises in what is said, by the player or among neighbours: "I will bring you bread tomorrow" is due by then. */
import type { ActorId } from '#core/ids.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { notePromise } from './agree.ts'
import { fulfilPromises } from './update-appointments.ts'

const PROMISE = /\bi(?:'ll| will| shall| promise to| promise i(?:'ll| will)) ((?:bring|give|find|pay|fix|get|fetch|make|carry|repay|mend|buy|build|return)\b[\w' -]{2,60})/i
const WHEN = /\b(tomorrow|tonight|today|this evening|soon|in (?:two|three) days)\b/i

/** Takes note of a promise in words to a person, and of one kept. */
export function promiseFromPlayer(world: World, npc: Npc, text: string): void {
  const words = text.replace(/[’`]/g, "'")
  fulfilPromises(world, npc, words)
  const promised = words.includes('?') ? null : PROMISE.exec(words)?.[1]
  if (promised) note(world, npc, 'player', { promised, words })
}

/** Takes note of a promise that one neighbour gives another in a talk, whoever found the words. */
export function promiseFromNpc(world: World, npc: Npc, toId: ActorId, text: string): void {
  const hearer = world.npcs.find(({ id }) => id === toId)
  const words = text.replace(/[’`]/g, "'")
  const sentence = hearer && words.split(/(?<=[.!?])\s+/).find((part) => !part.includes('?') && PROMISE.test(part) && /\byou(?:r)?\b/i.test(part))
  const promised = sentence && PROMISE.exec(sentence)?.[1]
  if (hearer && promised) note(world, hearer, npc.id, { promised, words: sentence })
}

function note(world: World, npc: Npc, byId: ActorId, { promised, words }: { promised: string; words: string }): void {
  const today = dayOf(world.worldSeconds) * DAY_WORLD_SECONDS
  const when = WHEN.exec(words)?.[1]?.toLowerCase() ?? 'soon'
  const days = when === 'tomorrow' ? 1 : when === 'soon' ? 2 : when === 'in two days' ? 2 : when === 'in three days' ? 3 : 0
  // by the end of that day
  const what = promised.replace(WHEN, '').replace(/\byou\b/gi, 'me').replace(/\byour\b/gi, 'my').replace(/\s+/g, ' ').trim()
  notePromise(world, npc, { byId, what, atSeconds: today + (days + 1) * DAY_WORLD_SECONDS - 3 * 3600 })
}
