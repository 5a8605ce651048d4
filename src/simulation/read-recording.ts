/** From a file to a recording, or in words why it is none. */
import * as z from 'zod/mini'
import type { Result } from '#core/result.ts'
import { commandSchema } from './command-schema.ts'
import { recordedModelCallSchema } from './recorded-model-call.ts'
import { parseSnapshot } from './read-snapshot.ts'
import type { Recording } from './recording.ts'
import type { World } from './world.ts'

const tick = z.int().check(z.minimum(0))
const recordingSchema = z.object({
  format: z.literal('percipi-recording'), version: z.number(), seed: z.string().check(z.minLength(1), z.maxLength(64)), start: z.unknown(),
  steps: z.array(z.union([z.object({ tick, commands: z.array(commandSchema) }), z.object({ tick, advanceSeconds: z.number().check(z.minimum(0), z.maximum(86_400 * 60)) })])),
  fingerprints: z.array(z.tuple([tick, z.string()])), endTick: tick,
  calls: z.array(z.object({ tick, npcId: z.string(), kind: z.string(), producer: z.string(), prompt: z.nullable(z.string()), answer: z.nullable(z.string()), reason: z.nullable(z.string()), tokensIn: z.number(), tokensOut: z.number(), ms: z.number() })),
  // recordings of before hold none
  modelCalls: z._default(z.array(recordedModelCallSchema), []),
})
const VERSION = 1

/** The recording and the world as it was at its start. A world of an older form is no use: it would not live the same again. */
export function readRecording(value: unknown): Result<{ recording: Recording; world: World }, string> {
  const parsed = recordingSchema.safeParse(value)
  if (!parsed.success) return { ok: false, reason: 'This file is not a recording of Percipi, or it is damaged. Choose one that was saved with “Stop and save”.' }
  const { data } = parsed
  if (data.version > VERSION) return { ok: false, reason: 'This recording was made by a newer Percipi than this one. Load the page again to get the newest, then try once more.' }
  const start = parseSnapshot(data.start)
  if (!start.ok) return { ok: false, reason: `The world in this recording cannot be used: ${start.reason}.` }
  if (start.value.seed !== data.seed) return { ok: false, reason: 'This recording is damaged: its world belongs to another seed.' }
  const { events: _events, ...snapshot } = start.value
  return { ok: true, value: { recording: { ...data, format: 'percipi-recording', version: 1, start: snapshot }, world: structuredClone(start.value) } }
}
