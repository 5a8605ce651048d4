/** One endpoint as the scheduler knows it: how fast it was measured to be, how many calls it bears at once, and whether it fails at the moment. */
import type { Generation, LanguageModel, ModelFailure } from '../language-model.ts'

/** How long after failures nothing is asked. */
const BREAKER_MS = 30_000
/** Failures in a row that open the breaker; those of `AT_ONCE` open it alone. */
const FAILURES_TO_OPEN = 2
const AT_ONCE: ReadonlySet<ModelFailure> = new Set(['unreachable', 'blocked', 'unauthorized', 'payment', 'forbidden', 'model-missing', 'rate-limited'])
/** Failures that say nothing about the endpoint. */
const INNOCENT: ReadonlySet<ModelFailure> = new Set(['cancelled', 'filtered', 'too-long'])
const LEAST_CALLS = 2
const MOST_CALLS = 8
/** Weight of the newest measurement of speed. */
const SPEED_WEIGHT = 0.3
/** Fewer tokens than this measure nothing. */
const LEAST_MEASURED = 8

/** See `createBrain`. */
export type Brain = {
  readonly model: LanguageModel
  readonly tier: number
  /** 0 before anything was measured. */
  readonly tokensPerSecond: number
  /** Calls that it bears at once, as found so far. */
  readonly calls: number
  /** Whether it was seen to reason before it speaks. */
  readonly reasons: boolean
  inFlight: number
  /** Why it cannot be asked now, in words; null when it can. */
  readonly refusal: string | null
  /** What it failed with last; null once it answered again. */
  readonly trouble: string | null
  /** Learns from a call that ended; whether it counts as a failure of the endpoint. */
  note(generation: Generation): boolean
  /** It was chosen anew: what it failed with before is not held against it. */
  forgive(): void
}

/** A brain of which nothing but `tier` is known yet. */
export function createBrain(model: LanguageModel, startTier: number, { now, tierOf }: { now(): number; tierOf(tokensPerSecond: number): number }): Brain {
  let tier = startTier
  let tokensPerSecond = 0
  let calls = LEAST_CALLS
  let reasons = false
  let failuresInRow = 0
  let openUntil = 0
  let trouble: string | null = null

  function measure({ tokensOut, totalMs, firstTokenMs }: Generation): void {
    const writing = totalMs - (firstTokenMs ?? 0)
    if (tokensOut < LEAST_MEASURED || writing <= 0) return
    const speed = (tokensOut / writing) * 1000
    tokensPerSecond = tokensPerSecond === 0 ? speed : tokensPerSecond + SPEED_WEIGHT * (speed - tokensPerSecond)
    tier = Math.max(1, tierOf(tokensPerSecond))
  }

  return {
    model,
    get tier() {
      return tier
    },
    get tokensPerSecond() {
      return tokensPerSecond
    },
    get calls() {
      return calls
    },
    get reasons() {
      return reasons
    },
    inFlight: 0,
    get refusal() {
      return now() < openUntil ? (trouble ?? 'the endpoint failed a moment ago') : null
    },
    get trouble() {
      return trouble
    },
    note(generation) {
      if (generation.reasoning !== '') reasons = true
      if (generation.ok) {
        measure(generation)
        failuresInRow = 0
        openUntil = 0
        trouble = null
        calls = Math.min(MOST_CALLS, calls + 0.5)
        return false
      }
      if (INNOCENT.has(generation.reason)) return false
      failuresInRow++
      calls = Math.max(LEAST_CALLS, calls / 2)
      trouble = generation.message || generation.reason
      if (AT_ONCE.has(generation.reason) || failuresInRow >= FAILURES_TO_OPEN) openUntil = now() + BREAKER_MS
      return true
    },
    forgive() {
      failuresInRow = 0
      openUntil = 0
      trouble = null
    },
  }
}
