/** What stored happenings must look like to be believed. */
import * as z from 'zod/mini'
import { claimSchema } from '../beliefs/belief-schema.ts'
import { buildingIdSchema, npcIdSchema, settlementIdSchema } from '../npc/id-schema.ts'
import { PAST_DAYS } from './past-days.ts'
import type { Chronicle } from './happening.ts'

const happeningSchema = z.object({ id: z.int(), settlementId: settlementIdSchema, worldSeconds: z.number(), claim: claimSchema, doerId: z.nullable(npcIdSchema), sufferId: z.nullable(npcIdSchema), importance: z.number(), good: z.number() })

/** The chronicle of a world. */
export const chronicleSchema: z.ZodMiniType<Chronicle> = z.object({
  nextId: z.int(), untilSeconds: z.number(), happenings: z.array(happeningSchema),
  gatherings: z.array(z.object({ settlementId: settlementIdSchema, kind: z.enum(['feast', 'mourning']), x: z.number(), z: z.number(), fromSeconds: z.number(), untilSeconds: z.number(), words: z.string() })),
  births: z.array(z.object({ homeId: buildingIdSchema, parentId: npcIdSchema, given: z.string(), sex: z.enum(['female', 'male']), worldSeconds: z.number() })),
  pastDays: z._default(z.int().check(z.minimum(0), z.maximum(30)), PAST_DAYS),
  scenes: z._default(z.array(z.object({ word: z.number(), settlementId: settlementIdSchema, dueSeconds: z.number(), claim: claimSchema, doerId: z.nullable(npcIdSchema), suffererId: z.nullable(npcIdSchema), importance: z.number(), good: z.number(), x: z.number(), z: z.number(), startedTick: z.int(), beat: z.int(), nextTick: z.int() })), []),
  deaths: z.array(z.object({ npcId: npcIdSchema, given: z.string(), family: z.string(), worldSeconds: z.number() })),
})
