/** Promises in what the player says: "I will bring you bread tomorrow" is due by then. */
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
  if (!promised) return
  const today = dayOf(world.worldSeconds) * DAY_WORLD_SECONDS
  const when = WHEN.exec(words)?.[1]?.toLowerCase() ?? 'soon'
  const days = when === 'tomorrow' ? 1 : when === 'soon' ? 2 : when === 'in two days' ? 2 : when === 'in three days' ? 3 : 0
  // by the end of that day
  const what = promised.replace(WHEN, '').replace(/\byou\b/gi, 'me').replace(/\byour\b/gi, 'my').replace(/\s+/g, ' ').trim()
  notePromise(world, npc, what, today + (days + 1) * DAY_WORLD_SECONDS - 3 * 3600)
}
