/** What a stored appointment must look like to be believed. */
import * as z from 'zod/mini'
import { actorIdSchema, npcIdSchema } from '../npc/id-schema.ts'
import { APPOINTMENT_STATES, PURPOSES, type Appointment, type Proposal } from './appointment.ts'

/** An appointment; those made before people met for something were for company. */
export const appointmentSchema: z.ZodMiniType<Appointment> = z.object({
  id: z.int(), kind: z.enum(['meet', 'promise', 'vow']), purpose: z._default(z.enum(PURPOSES), 'company'), npcId: npcIdSchema, withId: actorIdSchema, what: z.string(), x: z.number(), z: z.number(), madeSeconds: z.number(), atSeconds: z.number(), state: z.enum(APPOINTMENT_STATES),
})

/** What is to be proposed in a talk. */
export const proposalSchema: z.ZodMiniType<Proposal> = z.object({ byId: npcIdSchema, purpose: z.enum(PURPOSES), place: z.string(), atSeconds: z.number() })
