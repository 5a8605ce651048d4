/** What stored beliefs and tellings must look like to be believed. */
import * as z from 'zod/mini'
import { actorIdSchema, npcIdSchema } from '../npc/id-schema.ts'
import { MUTATIONS, type Belief, type Telling } from './belief.ts'
import { CLAIM_KINDS, type Claim } from './claim.ts'

const unit = z.number().check(z.minimum(0), z.maximum(1))
const partySchema = z.nullable(z.object({ id: z.nullable(actorIdSchema), name: z.string() }))
const mutationSchema = z.enum(MUTATIONS)

/** A claim. */
export const claimSchema: z.ZodMiniType<Claim> = z.object({ kind: z.enum(CLAIM_KINDS), subject: partySchema, target: partySchema, object: z.string(), count: z.int(), place: z.string(), cause: z.string(), denied: z.boolean() })

const fromSchema = z.object({ fromId: actorIdSchema, beliefId: z.nullable(z.int()) })

/** A belief. */
export const beliefSchema: z.ZodMiniType<Belief> = z.object({
  id: z.int(), topic: z.string(), claim: claimSchema, confidence: unit, importance: unit, secrecy: unit, source: z.nullable(fromSchema), root: z.object({ happeningId: z.nullable(z.int()), firstId: actorIdSchema }), roots: z.array(actorIdSchema), hops: z.int(),
  mutations: z.array(mutationSchema), happenedSeconds: z.number(), learntSeconds: z.number(), knownBy: z.array(actorIdSchema), against: z.array(fromSchema), endedSeconds: z.nullable(z.number()),
})

/** Something about to be told. */
export const tellingSchema: z.ZodMiniType<Telling> = z.object({ tellerId: npcIdSchema, beliefId: z.int(), said: claimSchema, mutation: z.nullable(mutationSchema), lie: z.boolean() })
