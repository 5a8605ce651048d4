/** What a stored world must look like to be believed. */
import * as z from 'zod/mini'
import { appointmentSchema, proposalSchema } from './appointments/appointment-schema.ts'
import { tellingSchema } from './beliefs/belief-schema.ts'
import { chronicleSchema } from './happenings/happening-schema.ts'
import { MOST_LIVELINESS } from './npc/liveliness.ts'
import { actorIdSchema, npcIdSchema, settlementIdSchema } from './npc/id-schema.ts'
import { bodySchema, npcSchema, rngSchema } from './npc/npc-schema.ts'
import { FIRST_PENNIES } from './player/purse.ts'
import { carriedSchema, dealSchema } from './trade/trade-schema.ts'
import { WEATHERS } from './weather.ts'
import { WORLD_VERSION, type World } from './world.ts'

const conversationSchema = z.object({
  id: z.int(), participants: z.tuple([actorIdSchema, npcIdSchema]), state: z.enum(['open', 'closing', 'closed']),
  turns: z.array(z.object({ speakerId: actorIdSchema, text: z.string(), worldSeconds: z.number(), source: z.enum(['player', 'model', 'builtin', 'fallback']) })),
  startedTick: z.int(), lastTurnTick: z.int(), awaiting: actorIdSchema, turnCap: z.int(), nextTurnTick: z.int(), closingTick: z.int(), telling: z.nullable(tellingSchema), proposal: z._default(z.nullable(proposalSchema), null), circle: z._default(z.array(z.object({ id: npcIdSchema, sinceTick: z.int() })), []), weighedTick: z._default(z.int(), -1), unsaid: z._default(z.array(z.string()), []), deal: z._default(z.nullable(dealSchema), null),
})

/** A world of this version, without the events of its last tick. */
export const worldSchema: z.ZodMiniType<Omit<World, 'events'>> = z.object({
  version: z.literal(WORLD_VERSION),
  seed: z.string(),
  tick: z.int().check(z.minimum(0)),
  worldSeconds: z.number().check(z.minimum(0)),
  rng: rngSchema,
  weather: z.object({ kind: z.enum(WEATHERS), untilWorldSeconds: z.number(), cloud: z.number(), rain: z.number(), snow: z.number(), mist: z.number(), wind: z.number(), lying: z.number() }),
  player: z.object({
    id: z.literal('player'), body: bodySchema, pitch: z.number(), conversationId: z.nullable(z.int()),
    explored: z.record(z.string().check(z.regex(/^-?\d+,-?\d+$/)), z.string().check(z.regex(/^[0-9a-f]{64}$/))),
    purse: z._default(z.int().check(z.minimum(0)), FIRST_PENNIES), satchel: z._default(z.array(carriedSchema), []), fedUntil: z._default(z.number(), 0),
    intent: z.object({ forward: z.number(), right: z.number(), run: z.boolean(), jump: z.boolean(), dive: z.boolean(), yaw: z.number(), pitch: z.number() }),
  }),
  npcs: z.array(npcSchema),
  populated: z.array(settlementIdSchema),
  conversations: z.array(conversationSchema),
  nextConversationId: z.int(),
  nextThoughtId: z.int(),
  liveliness: z._default(z.int().check(z.minimum(0), z.maximum(MOST_LIVELINESS)), 0),
  wounds: z.boolean(),
  chronicle: chronicleSchema,
  appointments: z.array(appointmentSchema),
})
