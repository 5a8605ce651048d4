/** What was agreed on: to be somewhere at an hour, or to do something by then. Plain data. */
import type { ActorId, NpcId } from '#core/ids.ts'

/** How an appointment stands. `missed`: the other one did not come; `broken`: the person itself could not; `forgiven`: missed, and the other one was sorry. */
export const APPOINTMENT_STATES = ['agreed', 'waiting', 'kept', 'missed', 'broken', 'forgiven'] as const

/** What people meet for: to be together, to drink to something, to lend a hand, to make up a quarrel. */
export const PURPOSES = ['company', 'feast', 'help', 'amends'] as const
/** One of `PURPOSES`. */
export type Purpose = (typeof PURPOSES)[number]

/** A word given: `meet` binds both to a place and an hour, `promise` binds the other one to do `what` by then, `vow` the person itself. */
export type Appointment = {
  id: number
  kind: 'meet' | 'promise' | 'vow'
  /** What they meet for; a promise is for company. */
  purpose: Purpose
  /** Who was asked; at the end of a meeting that one came to alone, whoever came. */
  npcId: NpcId
  withId: ActorId
  /** What was promised, in words; for a meeting the place: "the mill". */
  what: string
  x: number
  z: number
  madeSeconds: number
  atSeconds: number
  state: (typeof APPOINTMENT_STATES)[number]
}

/** A meeting that somebody means to propose in a talk: where, as a kind of building or spot, and when. */
export type Proposal = { byId: NpcId; purpose: Purpose; place: string; atSeconds: number }
