/** What a stored appointment must look like to be believed. */
import * as z from 'zod/mini'
import { actorIdSchema, npcIdSchema } from '../npc/id-schema.ts'
import { APPOINTMENT_STATES, type Appointment } from './appointment.ts'

/** An appointment. */
export const appointmentSchema: z.ZodMiniType<Appointment> = z.object({
  id: z.int(), kind: z.enum(['meet', 'promise']), npcId: npcIdSchema, withId: actorIdSchema, what: z.string(), x: z.number(), z: z.number(), madeSeconds: z.number(), atSeconds: z.number(), state: z.enum(APPOINTMENT_STATES),
})
