/** What a command that comes from a file must look like to be believed. */
import * as z from 'zod/mini'
import type { Command } from './commands.ts'
import { npcIdSchema } from './npc/id-schema.ts'
import { mindPartsSchema } from './npc/npc-schema.ts'
import { LENS_IDS } from './npc/lenses.ts'
import type { Mood } from './npc/npc.ts'
import { SKILL_IDS } from './skills/skill-id.ts'
import { GOOD_IDS } from './trade/goods.ts'
import { WEATHERS } from './weather.ts'

const text = z.string().check(z.maxLength(4_000))
const moodShift = z.custom<Partial<Mood>>((value) => typeof value === 'object' && value !== null && Object.entries(value).every(([part, shift]) => ['pleasure', 'arousal', 'dominance'].includes(part) && Number.isFinite(shift)))
const decision = z.nullable(z.object({ skillId: z.enum(SKILL_IDS), targetId: z.nullable(z.string()), reason: text }))
const outcome = z.object({
  reply: z.nullable(text), thought: z.nullable(text),
  decision,
  mood: z.nullable(moodShift),
  relation: z.nullable(z.object({ warmth: z.number(), trust: z.number(), reason: text })),
  foresight: z.nullable(z.object({ lens: z.enum(LENS_IDS), expected: z.number() })),
  endsTalk: z.boolean(), tells: z.nullable(z.int()), agrees: z.nullable(z.object({ place: z.string().check(z.maxLength(40)), atSeconds: z.number() })), source: z.enum(['model', 'builtin', 'fallback']),
})

/** A command. */
export const commandSchema: z.ZodMiniType<Command> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('player-intend'), intent: z.object({ forward: z.number(), right: z.number(), run: z.boolean(), jump: z.boolean(), dive: z.boolean(), yaw: z.number(), pitch: z.number() }) }),
  z.object({ type: z.literal('player-place'), x: z.number(), z: z.number() }),
  z.object({ type: z.literal('player-look'), yaw: z.number(), pitch: z.number() }),
  z.object({ type: z.literal('player-drink') }),
  z.object({ type: z.literal('player-use'), goodId: z.enum(GOOD_IDS) }),
  z.object({ type: z.literal('player-put-down'), goodId: z.enum(GOOD_IDS), parcelFor: z.nullable(z.string()) }),
  z.object({ type: z.literal('conversation-open'), npcId: npcIdSchema }),
  z.object({ type: z.literal('conversation-say'), npcId: npcIdSchema, text }),
  z.object({ type: z.literal('conversation-close'), npcId: npcIdSchema }),
  z.object({ type: z.literal('conversation-retake') }),
  z.object({ type: z.literal('person-freeze'), npcId: npcIdSchema, frozen: z.boolean() }),
  z.object({ type: z.literal('mind-put'), npcId: npcIdSchema, mind: mindPartsSchema }),
  z.object({ type: z.literal('thought-apply'), thoughtId: z.int(), npcId: npcIdSchema, outcome }),
  z.object({ type: z.literal('thought-whisper'), npcId: npcIdSchema, text, decision }),
  z.object({ type: z.literal('wounds-set'), enabled: z.boolean() }),
  z.object({ type: z.literal('liveliness-set'), level: z.int() }),
  z.object({ type: z.literal('time-set'), hour: z.number() }),
  z.object({ type: z.literal('weather-set'), weather: z.enum(WEATHERS) }),
])
