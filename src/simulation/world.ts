/** The living state: one plain value that can be saved, cloned, forked, sent and compared. */
import type { Rng } from '#core/rng.ts'
import type { SettlementId } from '#core/ids.ts'
import type { Appointment } from './appointments/appointment.ts'
import type { Conversation } from './conversations/conversation.ts'
import type { WorldEvent } from './events.ts'
import type { Npc } from './npc/npc.ts'
import type { Chronicle } from './happenings/happening.ts'
import type { Player } from './player/player.ts'
import type { Weather } from './weather.ts'

/** Version of the saved form; migrations lead from older ones. */
export const WORLD_VERSION = 4

/** The world. */
export type World = {
  version: number
  seed: string
  tick: number
  /** Seconds of world time since its first midnight; a new world begins in the morning of day 0. */
  worldSeconds: number
  rng: Rng
  weather: Weather
  player: Player
  /** In the order they came into the world. */
  npcs: Npc[]
  /** Settlements whose people are in the world. */
  populated: SettlementId[]
  conversations: Conversation[]
  nextConversationId: number
  nextThoughtId: number
  /** How lively minds are, 0 without a model .. 4: see `npc/liveliness.ts`. */
  liveliness: number
  /** Whether bad memories form and show. */
  wounds: boolean
  /** What happened beyond the everyday, and what is left of it. */
  chronicle: Chronicle
  /** What people and the player agreed on. */
  appointments: Appointment[]
  /** What happened during the last tick. */
  events: WorldEvent[]
}
