/** What stored happenings must look like to be believed. */
import * as z from 'zod/mini'
import { claimSchema } from '../beliefs/belief-schema.ts'
import { buildingIdSchema, npcIdSchema, settlementIdSchema } from '../npc/id-schema.ts'
import { PAST_DAYS } from './past-days.ts'
import type { Birth, Chronicle, Damage, Death } from './happening.ts'
import type { Scene } from './scene.ts'

const sexSchema = z.enum(['female', 'male'])
const happeningSchema = z.object({ id: z.int(), settlementId: settlementIdSchema, worldSeconds: z.number(), claim: claimSchema, doerId: z.nullable(npcIdSchema), sufferId: z.nullable(npcIdSchema), importance: z.number(), good: z.number() })
const birthSchema: z.ZodMiniType<Birth> = z.object({
  homeId: buildingIdSchema, parentId: npcIdSchema, otherParentId: z._default(z.nullable(npcIdSchema), null), given: z.string(), sex: sexSchema, worldSeconds: z.number(), visitorIds: z._default(z.array(npcIdSchema), []),
})
// whoever died before burials were kept was buried long ago
const deathSchema: z.ZodMiniType<Death> = z.object({
  npcId: npcIdSchema, given: z.string(), family: z.string(), worldSeconds: z.number(), age: z._default(z.nullable(z.number()), null), sex: z._default(z.nullable(sexSchema), null), homeId: z._default(z.nullable(buildingIdSchema), null),
  burialSeconds: z._default(z.number(), 0), isBuried: z._default(z.boolean(), true),
})
const damageSchema: z.ZodMiniType<Damage> = z.object({ settlementId: settlementIdSchema, homeId: buildingIdSchema, ownerId: npcIdSchema, object: z.string(), worldSeconds: z.number(), dueSeconds: z.number(), mendedSeconds: z.nullable(z.number()) })
const sceneSchema: z.ZodMiniType<Scene> = z.object({
  word: z.number(), settlementId: settlementIdSchema, dueSeconds: z.number(), claim: claimSchema, doerId: z.nullable(npcIdSchema), suffererId: z.nullable(npcIdSchema), company: z._default(z.array(npcIdSchema), []), importance: z.number(), good: z.number(),
  x: z.number(), z: z.number(), yaw: z._default(z.number(), 0), stops: z._default(z.array(z.object({ x: z.number(), z: z.number(), yaw: z.number() })), []), leg: z._default(z.int(), 0), legTick: z._default(z.int(), 0),
  houseId: z._default(z.nullable(buildingIdSchema), null), inside: z._default(z.array(npcIdSchema), []), startedTick: z.int(), beat: z.int(), nextTick: z.int(),
})

/** The chronicle of a world. */
export const chronicleSchema: z.ZodMiniType<Chronicle> = z.object({
  nextId: z.int(), untilSeconds: z.number(), happenings: z.array(happeningSchema),
  gatherings: z.array(z.object({ settlementId: settlementIdSchema, kind: z.enum(['feast', 'mourning']), x: z.number(), z: z.number(), fromSeconds: z.number(), untilSeconds: z.number(), words: z.string() })),
  births: z.array(birthSchema),
  pastDays: z._default(z.int().check(z.minimum(0), z.maximum(30)), PAST_DAYS),
  scenes: z._default(z.array(sceneSchema), []),
  waiting: z._default(z.array(z.object({ settlementId: settlementIdSchema, word: z.number(), dueSeconds: z.number(), reaping: z.nullable(z.int()), storm: z._default(z.boolean(), false) })), []),
  damages: z._default(z.array(damageSchema), []),
  deaths: z.array(deathSchema),
})
