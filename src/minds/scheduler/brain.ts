/** One endpoint as the scheduler knows it: how fast it was measured to be, how much of that others may use, how many calls it bears at once, and whether it fails at the moment. */
import { clamp } from '#core/scalar.ts'
import type { Generation, LanguageModel, ModelFailure } from '../language-model.ts'
import { minuteThrift, TIERS } from '../tiers.ts'
import type { Tokens } from './budget.ts'

/** How long after failures nothing is asked. */
const BREAKER_MS = 30_000
/** Failures in a row that open the breaker; those of `AT_ONCE` open it alone. */
const FAILURES_TO_OPEN = 2
const AT_ONCE: ReadonlySet<ModelFailure> = new Set(['unreachable', 'blocked', 'unauthorized', 'payment', 'forbidden', 'model-missing', 'rate-limited'])
/** Failures that say nothing about the endpoint. */
const INNOCENT: ReadonlySet<ModelFailure> = new Set(['cancelled', 'filtered', 'too-long'])
/** A call that was taken back after so much silence says as much as one that ran out of time. */
const SILENT_MS = 4_000
const FIRST_CALLS = 2
const WIDE_CALLS = 4
/** Share of the calls at once that is not the player's. */
const SHARE_OF_OTHERS = 0.7
/** A server that begins so much later than at its best has calls waiting inside. */
const SLOW_BEGINNING = { times: 3, ms: 600 }
/** Weight of the newest measurement of speed, and tokens below which nothing is measured. */
const SPEED_WEIGHT = 0.3
const LEAST_MEASURED = 8
/** An answer whose words came within this of one another came in one piece, milliseconds. */
const LEAST_WRITING_MS = 1
const MINUTE_MS = 60_000
/** A tier is left downwards only when the speed is so far below its beginning. */
const TIER_SLACK = 1.15
/** Share of the measured speed that is used, seconds of it that can be saved up, and the share of these that is kept for the player. */
const USED_SPEED = 0.7
const SAVED_SECONDS = 10
const KEPT_FOR_PLAYER = 0.3
/** Speed taken for granted before any was measured, where its tier does not promise more. */
const UNMEASURED_SPEED = 20
/** Share of a minute's thrift that all but words to somebody leave to these, which cannot wait. */
const KEPT_FOR_WORDS = 0.35
/** A prompt is read so many times faster than an answer is written. */
const READING = 10

/** See `createBrain`. */
export type Brain = {
  readonly key: string
  readonly model: LanguageModel
  readonly tier: number
  /** Of all calls side by side; 0 before anything was measured. */
  readonly tokensPerSecond: number
  readonly firstTokenMs: number | null
  /** Whether it was seen to reason before it speaks. */
  readonly reasons: boolean
  readonly inFlight: number
  /** What the server counts for a token of a prompt as estimated here, at most. */
  readonly countsMore: number
  /** Why it cannot be asked now, in words; null when it can. */
  readonly refusal: string | null
  /** Whether the next call finds out if it works again. */
  readonly isOnTrial: boolean
  /** What it failed with last; null once it answered again. */
  readonly trouble: string | null
  /** Whether there is room for so many calls at once beside those under way; not asked for the player's own. */
  hasRoom(calls: number): boolean
  /** Whether calls must give way before the player's can begin. */
  readonly isFull: boolean
  /** Milliseconds until so many tokens may be used by others than the player, within its speed and with thrift; 0 for now. `isSaid`: as words to somebody. */
  waitFor(tokens: Tokens, isSaid: boolean): number
  /** A call begins that is expected to take `expected`, for the player or for `others`; gives what to do with its generation, true when it failed. */
  begin(expected: Tokens, others: boolean): (generation: Generation) => boolean
  /** It was found to answer several calls at once. */
  widen(): void
  /** A test measured it, just now. */
  learn(tokensPerSecond: number): void
  /** It was chosen anew: what it failed with before is not held against it. */
  forgive(): void
}

/** What is known of an endpoint beforehand. */
export type BrainStart = { key: string; model: LanguageModel; tier: number; mostCalls: number; sideBySide?: boolean }

/** A brain of which nothing but its start is known yet. */
export function createBrain({ key, model, tier: startTier, mostCalls, sideBySide = false }: BrainStart, { now, tierOf }: { now(): number; tierOf(tokensPerSecond: number): number }): Brain {
  let tier = startTier
  let speed = 0
  let firstTokenMs: number | null = null
  let bestFirstMs = Infinity
  let calls = Math.min(sideBySide ? WIDE_CALLS : FIRST_CALLS, mostCalls)
  let hasFailed = false
  let reasons = false
  let countsMore = 1.2
  let failuresInRow = 0
  let openUntil: number | null = null
  let trial = false
  let trouble: string | null = null
  let inFlight = 0
  /** In-flight calls times milliseconds, for how many ran side by side. */
  let load = 0
  let loadAt = now()
  /** Seconds of its speed saved up; it may sink below zero by what the player needs. */
  let saved = SAVED_SECONDS
  let savedAt = now()
  /** Share of a minute's thrift that is left. */
  let thrift = 1
  let thriftAt = now()

  const knownSpeed = (): number => speed || Math.max(UNMEASURED_SPEED, TIERS[tier]?.from ?? 0)
  /** Seconds of the speed that may be used. */
  const secondsFor = ({ tokensIn, tokensOut }: Tokens): number => (tokensOut + tokensIn / READING) / (USED_SPEED * knownSpeed())

  function refill(): number {
    const time = now()
    saved = Math.min(SAVED_SECONDS, saved + (time - savedAt) / 1000)
    savedAt = time
    return saved
  }

  const thriftFor = ({ tokensIn, tokensOut }: Tokens): number => (tokensIn + tokensOut) / minuteThrift(Math.max(knownSpeed(), TIERS[tier]?.from ?? 0))
  function refillThrift(): number {
    const time = now()
    thrift = Math.min(1, thrift + (time - thriftAt) / MINUTE_MS)
    thriftAt = time
    return thrift
  }

  function change(by: number): void {
    const time = now()
    load += inFlight * (time - loadAt)
    loadAt = time
    inFlight += by
  }

  /** `beside`: how many calls ran at once while it was written. */
  function measure({ tokensOut, totalMs, firstTokenMs: first }: Generation, beside: number): void {
    if (first !== null) {
      firstTokenMs = firstTokenMs === null ? first : firstTokenMs + SPEED_WEIGHT * (first - firstTokenMs)
      if (first > bestFirstMs * SLOW_BEGINNING.times + SLOW_BEGINNING.ms) calls = Math.max(1, calls * 0.8)
      // the best is forgotten slowly, for prompts and servers change
      bestFirstMs = Math.min(first, bestFirstMs * 1.02)
    }
    const writing = totalMs - (first ?? 0)
    // of an answer that came in one piece only the whole call was timed: it was written at least so fast
    const isWhole = writing < LEAST_WRITING_MS
    const timed = isWhole ? totalMs : writing
    if (tokensOut < LEAST_MEASURED || timed <= 0) return
    const measured = (tokensOut / timed) * 1000 * beside
    if (isWhole && measured <= knownSpeed()) return
    // speeds differ by orders of magnitude, so their ratio is what is smoothed
    speed = speed === 0 ? measured : speed * (measured / speed) ** SPEED_WEIGHT
    const next = Math.max(1, tierOf(speed))
    if (next > tier || tierOf(speed * TIER_SLACK) < tier) tier = next
  }

  function fail({ reason, message, firstTokenMs: first, totalMs }: Extract<Generation, { ok: false }>): boolean {
    const isSilent = reason === 'cancelled' && first === null && totalMs >= SILENT_MS
    if (INNOCENT.has(reason) && !isSilent) return false
    failuresInRow++
    hasFailed = true
    calls = Math.max(1, calls / 2)
    trouble = isSilent ? `it took a call and did not begin to answer for ${Math.round(totalMs / 1000)} seconds` : message || reason
    if (AT_ONCE.has(reason) || failuresInRow >= FAILURES_TO_OPEN) openUntil = now() + BREAKER_MS
    return true
  }

  return {
    key,
    model,
    get tier() {
      return tier
    },
    get tokensPerSecond() {
      return speed
    },
    get firstTokenMs() {
      return firstTokenMs
    },
    get reasons() {
      return reasons
    },
    get inFlight() {
      return inFlight
    },
    get countsMore() {
      return countsMore
    },
    get refusal() {
      return openUntil !== null && (trial || now() < openUntil) ? (trouble ?? 'the endpoint failed a moment ago') : null
    },
    get isOnTrial() {
      return openUntil !== null
    },
    get trouble() {
      return trouble
    },
    hasRoom: (count) => inFlight === 0 || inFlight + count <= Math.max(1, Math.floor(calls * SHARE_OF_OTHERS)),
    get isFull() {
      return inFlight >= Math.floor(calls)
    },
    waitFor(tokens, isSaid) {
      // what is larger than all that can be saved up waits until that is full
      const needed = Math.min(SAVED_SECONDS, secondsFor(tokens) + KEPT_FOR_PLAYER * SAVED_SECONDS)
      return Math.max(0, (needed - refill()) * 1000, (Math.min(1, thriftFor(tokens) + (isSaid ? 0 : KEPT_FOR_WORDS)) - refillThrift()) * MINUTE_MS)
    },
    begin(expected, others) {
      const startedAt = now()
      change(0)
      const loadBefore = load
      change(1)
      if (openUntil !== null) trial = true
      const lent = secondsFor(expected)
      saved = refill() - lent
      const lentThrift = others ? thriftFor(expected) : 0
      thrift = refillThrift() - lentThrift
      return (generation) => {
        change(-1)
        trial = false
        const took = now() - startedAt
        const beside = took > 0 ? Math.max(1, (load - loadBefore) / took) : 1
        if (generation.reasoning !== '' || generation.hidThoughts === true) reasons = true
        if (generation.tokensIn > expected.tokensIn) countsMore *= generation.tokensIn / Math.max(1, expected.tokensIn)
        if (generation.ok) measure(generation, beside)
        saved = clamp(refill() + lent - secondsFor(generation), -SAVED_SECONDS, SAVED_SECONDS)
        if (others) thrift = clamp(refillThrift() + lentThrift - thriftFor(generation), -1, 1)
        if (!generation.ok) return fail(generation)
        failuresInRow = 0
        openUntil = null
        trouble = null
        calls = Math.min(mostCalls, calls + (hasFailed ? 1 / calls : 0.5))
        return false
      }
    },
    learn(tokensPerSecond) {
      if (!(tokensPerSecond > 0)) return
      speed = tokensPerSecond
      tier = Math.max(1, tierOf(speed))
    },
    widen() {
      calls = Math.min(mostCalls, Math.max(calls, WIDE_CALLS))
    },
    forgive() {
      failuresInRow = 0
      openUntil = null
      trial = false
      trouble = null
    },
  }
}
