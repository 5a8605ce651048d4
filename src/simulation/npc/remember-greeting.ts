/** Whom a person greeted, and when. */
import type { Npc } from './npc.ts'

/** How many greetings are kept. */
const MOST_GREETED = 16

/** Writes down whom somebody greeted and when. */
export function rememberGreeting(npc: Npc, id: Npc['greeted'][number]['id'], worldSeconds: number): void {
  const met = npc.greeted.find((greeting) => greeting.id === id)
  if (met) met.worldSeconds = worldSeconds
  else {
    if (npc.greeted.length >= MOST_GREETED) npc.greeted.shift()
    npc.greeted.push({ id, worldSeconds })
  }
}
