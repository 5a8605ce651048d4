/** What was agreed on: to be somewhere at an hour, or to do something by then. Plain data. */
import type { ActorId, NpcId } from '#core/ids.ts'

/** How an appointment stands. `missed`: the other one did not come; `broken`: the person itself could not. */
export const APPOINTMENT_STATES = ['agreed', 'waiting', 'kept', 'missed', 'broken'] as const

/** A word given: `meet` binds both to a place and an hour, `promise` binds the other one to do `what` by then. */
export type Appointment = {
  id: number
  kind: 'meet' | 'promise'
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
