/** Greeting the player unasked: a sign at once, words when the mind has found some. */
import type { Npc, Utterance } from '../npc/npc.ts'
import { rememberGreeting } from '../npc/remember-greeting.ts'
import type { World } from '../world.ts'
import { requestThought } from './request-thought.ts'

/** World seconds between two greetings of the player by the same person. */
const GAP_WORLD_SECONDS = 10 * 3600

/** Whether it is too early to greet the player again. */
export function hasGreetedPlayer(world: World, npc: Npc): boolean {
  const met = npc.greeted.find((greeting) => greeting.id === 'player')
  return met !== undefined && world.worldSeconds - met.worldSeconds < GAP_WORLD_SECONDS
}

/** The greeting with which somebody is just hailing the player, who stands in no talk; null where there is none. Whoever is spoken to then has said their first words already. */
export function hailOf(world: World, npc: Npc): Utterance | null {
  return npc.conversationId === null && npc.gazeId === 'player' && hasGreetedPlayer(world, npc) ? npc.speech : null
}

/** Greets the player, once in a while; `cause` says why, as the person would. */
export function greetPlayer(world: World, npc: Npc, cause: string): void {
  if (hasGreetedPlayer(world, npc)) return
  rememberGreeting(npc, 'player', world.worldSeconds)
  npc.gazeId = 'player'
  if (!npc.gesture) npc.gesture = { kind: 'nod', toId: 'player', fromTick: world.tick, untilTick: world.tick + 30 }
  if (npc.conversationId === null && world.player.conversationId === null) requestThought(world, npc, 'greet', { conversationId: null, cause })
}
