/** A talk between two, and those who stand in it: turns, whose turn it is, how it ends. */
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Proposal } from '../appointments/appointment.ts'
import type { Telling } from '../beliefs/belief.ts'
import type { Deal } from '../trade/deal-record.ts'

/** Something said in a talk. */
export type Turn = { speakerId: ActorId; text: string; worldSeconds: number; source: 'player' | 'model' | 'builtin' | 'fallback' }

/** A talk. The farewell is committed here before its words are asked for, so that a late answer cannot reopen it. */
export type Conversation = {
  id: number
  /** Who opened it, then who was spoken to. */
  participants: [ActorId, NpcId]
  state: 'open' | 'closing' | 'closed'
  turns: Turn[]
  startedTick: number
  lastTurnTick: number
  /** Who is expected to speak next. */
  awaiting: ActorId
  /** How many turns it may have; talks with the player are not counted. */
  turnCap: number
  /** From which tick on the next turn may be asked for: time to listen. */
  nextTurnTick: number
  /** When the farewell was committed; −1 while open. */
  closingTick: number
  /** The one item of news that is to be told in it and was not yet; talks with the player have none. */
  telling: Telling | null
  /** The meeting that one of two neighbours means to propose in it; null when none. */
  proposal: Proposal | null
  /** Those who have joined the two, and since when (tick) each has been silent. */
  circle: Array<{ id: NpcId; sinceTick: number }>
  /** The tick of the last turn after which those around were looked at. */
  weighedTick: number
  /** Lines that were taken back since the player last spoke. */
  unsaid: string[]
  /** What came of the player's last words about a trade in it; null while there were none. */
  deal: Deal | null
}
