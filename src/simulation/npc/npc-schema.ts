/** What a stored person must look like to be believed. */
import * as z from 'zod/mini'
import type { Rng } from '#core/rng.ts'
import { CUE_KINDS, EMOTION_KINDS, type Affect, type Mood } from '../affect/affect.ts'
import { beliefSchema } from '../beliefs/belief-schema.ts'
import type { Body } from '../physics/body.ts'
import { SKILL_IDS } from '../skills/skill-id.ts'
import { tradingSchema } from '../trade/trade-schema.ts'
import { createTrading } from '../trade/wares.ts'
import { actorIdSchema, buildingIdSchema, npcIdSchema, settlementIdSchema } from './id-schema.ts'
import { LENS_IDS } from './lenses.ts'
import type { MindParts } from './mind-parts.ts'
import type { Npc, SkillRun } from './npc.ts'
import { TRADES, type TradeId } from './trades.ts'

/** The state of dice: 32-bit words. */
export const rngSchema: z.ZodMiniType<Rng> = z.object({ a: z.int(), b: z.int(), c: z.int(), counter: z.int() })

const skillIdSchema = z.enum(SKILL_IDS)
const unit = z.number().check(z.minimum(0), z.maximum(1))
const signed = z.number().check(z.minimum(-1), z.maximum(1))
const tick = z.int()
/** When each skill was last ended, by position: those who were put away before a skill was known have none for it. */
const endedTicks = z.pipe(z.array(z.nullish(tick)), z.transform((ticks: Array<number | null | undefined>): number[] => SKILL_IDS.map((_, i) => ticks[i] ?? 0)))
const thoughtSource = z.enum(['model', 'builtin', 'fallback'])
const utterance = z.object({ text: z.string(), fromTick: tick, untilTick: tick, source: thoughtSource })

/** A body. */
export const bodySchema: z.ZodMiniType<Body> = z.object({
  x: z.number(), y: z.number(), z: z.number(), yaw: z.number(),
  previous: z.object({ x: z.number(), y: z.number(), z: z.number(), yaw: z.number() }),
  velocityX: z.number(), velocityY: z.number(), velocityZ: z.number(), grounded: z.boolean(), swimming: z.boolean(), radius: z.number(), height: z.number(),
})

const moodSchema: z.ZodMiniType<Mood> = z.object({ pleasure: signed, arousal: signed, dominance: signed })
const affectSchema: z.ZodMiniType<Affect> = z.object({
  mood: moodSchema, load: unit, settledWorldSeconds: z.number(),
  emotions: z.array(z.object({ kind: z.enum(EMOTION_KINDS), intensity: unit, worldSeconds: z.number(), cause: z.string(), aboutId: z.nullable(actorIdSchema), pull: z.object({ pleasure: z.number(), arousal: z.number(), dominance: z.number() }) })),
  wounds: z.array(z.object({
    of: z.string(), formedWorldSeconds: z.number(), harmedWorldSeconds: z.number(), cues: z.array(z.object({ kind: z.enum(CUE_KINDS), value: z.string(), strength: unit })),
    safety: z.array(z.object({ context: z.string(), strength: unit, worldSeconds: z.number(), sessions: z.int() })), peak: z.number(), growth: unit, intrudedTick: tick,
  })),
  frozenUntilTick: tick, avoids: z.nullable(z.object({ what: z.string(), of: z.string() })),
})

const skillRunSchema: z.ZodMiniType<SkillRun> = z.object({
  skillId: skillIdSchema, targetX: z.number(), targetZ: z.number(), targetId: z.nullable(z.string()), phase: z.enum(['walk', 'do']), startedTick: tick, untilTick: tick, path: z.array(z.number()),
  going: z.string(), doing: z.string(), why: z.string(), seconds: z.number(), reach: z.number(), insideId: z.nullable(buildingIdSchema), facing: z.nullable(z.number()), followId: z.nullable(actorIdSchema),
  pace: z.number(), nearestMeters: z.number(), nearestTick: tick, retries: z.int(),
})

const temperamentSchema = z.object({ openness: signed, conscientiousness: signed, extraversion: signed, agreeableness: signed, neuroticism: signed })
const needsSchema = z.object({ food: unit, rest: unit, company: unit, duty: unit, safety: unit, shelter: unit })
const lensesSchema = z.array(z.number()).check(z.length(LENS_IDS.length))

const relationsSchema = z.array(z.object({ otherId: actorIdSchema, kinship: z.nullable(z.enum(['spouse', 'parent', 'child', 'sibling'])), warmth: signed, trust: unit, respect: signed, fear: unit, debt: signed, familiarity: unit, lastReason: z.string() }))

/** A person. */
export const npcSchema: z.ZodMiniType<Npc> = z.object({
  id: npcIdSchema, settlementId: settlementIdSchema, given: z.string(), family: z.string(), sex: z.enum(['female', 'male']), age: z.number(),
  trade: z.enum(Object.keys(TRADES) as [TradeId, ...TradeId[]]), homeId: buildingIdSchema, workplaceId: z.nullable(buildingIdSchema),
  temperament: temperamentSchema,
  appearance: z.object({
    height: z.number(), build: z.number(), skin: z.string(), hair: z.string(), hairStyle: z.enum(['short', 'long', 'bun', 'bald', 'braid']), beard: z.boolean(),
    hat: z.enum(['none', 'straw', 'cap', 'hood', 'kerchief']), garment: z.enum(['trousers', 'dress', 'robe']), coat: z.string(), cloth: z.string(), accent: z.string(),
  }),
  relations: relationsSchema,
  body: bodySchema, gazeId: z.nullable(actorIdSchema), indoors: z.boolean(),
  needs: needsSchema,
  mood: moodSchema, affect: affectSchema,
  skill: z.nullable(skillRunSchema),
  intention: z.nullable(z.object({ skillId: skillIdSchema, targetId: z.nullable(z.string()), reason: z.string(), untilTick: tick })),
  activity: z.string(), why: z.string(),
  options: z.array(z.object({ skillId: skillIdSchema, label: z.string(), score: z.number(), parts: z.array(z.object({ name: z.string(), value: z.number() })) })),
  decidedTick: tick, thoughtId: z.nullable(z.int()), conversationId: z.nullable(z.int()), speech: z.nullable(utterance), thought: z.nullable(utterance),
  greeted: z.array(z.object({ id: actorIdSchema, worldSeconds: z.number() })), fidelity: z.enum(['near', 'far']), rng: rngSchema, insideId: z.nullable(buildingIdSchema),
  gesture: z.nullable(z.object({ kind: z.enum(['nod', 'wave', 'shrug', 'bow', 'startle', 'shake', 'reach', 'fall']), toId: z.nullable(actorIdSchema), fromTick: tick, untilTick: tick })),
  thoughtKind: z.nullable(z.enum(['greet', 'converse', 'farewell', 'chime', 'monologue', 'plan', 'reflect', 'deliberate'])), thoughtTick: tick, museTick: tick, plannedDay: z.int(), reflectedDay: z.int(),
  lastEndedTicks: endedTicks, toldDay: z.int(), toldSkills: z.array(skillIdSchema), playerSeenWorldSeconds: z.number(), talkAgainTick: tick,
  lenses: lensesSchema, foresight: z.nullable(z.object({ lens: z.enum(LENS_IDS), expected: z.number(), before: z.number(), dueTick: tick })), deliberateTick: tick,
  beliefs: z.array(beliefSchema), nextBeliefId: z.int(), frozen: z._default(z.boolean(), false), trading: z._default(tradingSchema, createTrading()),
})

/** The parts of a person that are their mind. */
export const mindPartsSchema: z.ZodMiniType<MindParts> = z.object({ temperament: temperamentSchema, needs: needsSchema, mood: moodSchema, affect: affectSchema, relations: relationsSchema, beliefs: z.array(beliefSchema), nextBeliefId: z.int(), lenses: lensesSchema })
