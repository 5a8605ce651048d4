/** The tier that a recorded model was of, so that its recording is asked for what it was asked for and nothing else. */
import type { RecordedModelCall } from '#simulation/recorded-model-call.ts'
import { tierOf } from './tiers.ts'

/** Fewer tokens say nothing of speed. */
const LEAST_TOKENS = 8

/** As fast as its answers came in the median, and at least what their kinds need; 0 where there is none. */
export function tierOfCalls(calls: readonly Pick<RecordedModelCall, 'kind' | 'thoughtId' | 'tokensOut' | 'firstTokenMs' | 'totalMs'>[]): number {
  if (calls.length === 0) return 0
  const speeds = calls.filter(({ tokensOut }) => tokensOut >= LEAST_TOKENS).map(({ tokensOut, firstTokenMs, totalMs }) => (tokensOut / Math.max(1, totalMs - (firstTokenMs ?? 0))) * 1_000)
  const median = speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0
  const asked = new Set(calls.filter(({ thoughtId }) => thoughtId !== 0).map(({ kind }) => kind))
  const needed = asked.has('monologue') ? 3 : ['plan', 'deliberate', 'chime'].some((kind) => asked.has(kind)) ? 2 : 1
  return Math.max(needed, tierOf(median))
}
