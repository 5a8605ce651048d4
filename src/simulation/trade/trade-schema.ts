/** What stored shelves, satchels and deals must look like to be believed. */
import * as z from 'zod/mini'
import { npcIdSchema } from '../npc/id-schema.ts'
import type { Carried } from '../player/satchel.ts'
import { DEAL_KINDS, DEAL_TROUBLES, type AlsoDealt, type Deal } from './deal-record.ts'
import { GOOD_IDS } from './goods.ts'
import type { Trading } from './wares.ts'

const count = z.int().check(z.minimum(1), z.maximum(1000))
const pennies = z.int().check(z.minimum(0))

/** What is missing from a shelf. */
export const tradingSchema: z.ZodMiniType<Trading> = z.object({ gone: z.array(z.object({ goodId: z.enum(GOOD_IDS), count: z.int() })), day: z.int(), paid: z.int() })

/** What is in a satchel. */
export const carriedSchema: z.ZodMiniType<Carried> = z.object({ goodId: z.enum(GOOD_IDS), count, parcel: z.nullable(z.object({ fromId: npcIdSchema, toId: npcIdSchema, toName: z.string(), pennies })) })

const alsoSchema: z.ZodMiniType<AlsoDealt> = z.object({ kind: z.enum(DEAL_KINDS), goodId: z.enum(GOOD_IDS), count: z.int(), pennies, left: z.int(), trouble: z.nullable(z.enum(DEAL_TROUBLES)) })

/** What came of a trade. */
export const dealSchema: z.ZodMiniType<Deal> = z.object({ kind: z.enum(DEAL_KINDS), goodId: z.nullable(z.enum(GOOD_IDS)), count: z.int(), pennies, left: z.int(), trouble: z.nullable(z.enum(DEAL_TROUBLES)), otherId: z.nullable(npcIdSchema), worldSeconds: z.number(), also: z.optional(z.array(alsoSchema)) })
