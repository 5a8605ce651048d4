/** What stored shelves, satchels and deals must look like to be believed. */
import * as z from 'zod/mini'
import { npcIdSchema } from '../npc/id-schema.ts'
import type { Carried } from '../player/satchel.ts'
import { DEAL_KINDS, DEAL_TROUBLES, type AlsoDealt, type Deal } from './deal-record.ts'
import { GOOD_IDS } from './goods.ts'
import { FIRST_PURSE, type Trading } from './wares.ts'

const count = z.int().check(z.minimum(1), z.maximum(1000))
const pennies = z.int().check(z.minimum(0))

/** What is missing from a shelf, and what a person has; before neighbours traded everybody has what one has at first. */
export const tradingSchema: z.ZodMiniType<Trading> = z.object({
  gone: z.array(z.object({ goodId: z.enum(GOOD_IDS), count: z.int() })), day: z.int(), paid: z.int(), purse: z._default(z.int(), FIRST_PURSE), held: z._default(z.array(z.object({ goodId: z.enum(GOOD_IDS), count })), []),
  buying: z._default(z.nullable(z.object({ ofId: npcIdSchema, goodId: z.enum(GOOD_IDS), count, step: z.enum(['ask', 'hand', 'carry']) })), null), outing: z._default(z.int(), -1),
})

/** What is in a satchel. */
export const carriedSchema: z.ZodMiniType<Carried> = z.object({ goodId: z.enum(GOOD_IDS), count, parcel: z.nullable(z.object({ fromId: npcIdSchema, toId: npcIdSchema, toName: z.string(), pennies })) })

const alsoSchema: z.ZodMiniType<AlsoDealt> = z.object({ kind: z.enum(DEAL_KINDS), goodId: z.enum(GOOD_IDS), count: z.int(), pennies, left: z.int(), trouble: z.nullable(z.enum(DEAL_TROUBLES)) })

/** What came of a trade. */
export const dealSchema: z.ZodMiniType<Deal> = z.object({ kind: z.enum(DEAL_KINDS), goodId: z.nullable(z.enum(GOOD_IDS)), count: z.int(), pennies, left: z.int(), trouble: z.nullable(z.enum(DEAL_TROUBLES)), otherId: z.nullable(npcIdSchema), worldSeconds: z.number(), also: z.optional(z.array(alsoSchema)) })
