/** Who may ask the model now: the player's reply first, the rest only while there is room; with a budget, a breaker and an off switch. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import type { NpcId } from '#core/ids.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import type { Generation, LanguageModel, ModelFailure, ModelStatus } from './language-model.ts'

/** What the player allows; null is no limit. `paused` stops every call. */
export type Budget = { tokensPerMinute: number | null; tokensPerDay: number | null; paused: boolean }

/** A call that may be made; `done` must be called with what came of it. */
export type Admission = { ok: true; model: LanguageModel; signal: CancelSource['signal']; reasons: boolean; done(generation: Generation): void } | { ok: false; reason: string | null }

/** See `createScheduler`. */
export type Scheduler = {
  /** Asks for a call, or for several side by side that are one thought (`done` is then called for each). `reason` of a refusal is null where the built-in mind is what was meant. */
  admit(thought: { npcId: NpcId; kind: ThoughtKind; withPlayer: boolean; calls?: number }): Admission
  setModel(model: LanguageModel | null, tier: number): void
  setBudget(budget: Budget): void
  readonly status: ModelStatus
}

/** How long after failures nothing is asked. */
const BREAKER_MS = 30_000
/** Failures in a row that open the breaker; those of `AT_ONCE` open it alone. */
const FAILURES_TO_OPEN = 2
const AT_ONCE: ReadonlySet<ModelFailure> = new Set(['unreachable', 'blocked', 'unauthorized', 'payment', 'forbidden', 'model-missing', 'rate-limited'])
/** Failures that say nothing about the endpoint. */
const INNOCENT: ReadonlySet<ModelFailure> = new Set(['cancelled', 'filtered', 'too-long'])
const LEAST_CALLS = 2
const MOST_CALLS = 8
/** Tier from which each kind is thought with the model. */
const TIER_FOR: { readonly [K in ThoughtKind]: number } = { greet: 1, converse: 1, farewell: 1, reflect: 1, plan: 2, deliberate: 2, monologue: 3 }
const NEIGHBOUR_TIER = 2
/** Weight of the newest measurement of speed. */
const SPEED_WEIGHT = 0.3
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A scheduler; `now` in milliseconds, `changed` hears every change of status, `tierOf` turns tokens a second into a tier. */
export function createScheduler({ now, changed, tierOf }: { now(): number; changed(status: ModelStatus): void; tierOf(tokensPerSecond: number): number }): Scheduler {
  let model: LanguageModel | null = null
  let budget: Budget = { tokensPerMinute: null, tokensPerDay: null, paused: false }
  let limit = LEAST_CALLS
  let failuresInRow = 0
  let openUntil = 0
  let reasons = false
  let spent: Array<{ at: number; tokens: number }> = []
  const running = new Map<NpcId, CancelSource>()
  const status: ModelStatus = { provider: 'built-in mind', model: 'rules', tier: 0, tokensPerSecond: 0, inFlight: 0, queued: 0, calls: 0, failures: 0, tokensIn: 0, tokensOut: 0, costEstimate: null, paused: false, trouble: null }

  const tell = (): void => changed({ ...status })

  function overBudget(): string | null {
    const time = now()
    spent = spent.filter(({ at }) => time - at < DAY_MS)
    const within = (ms: number): number => spent.reduce((sum, { at, tokens }) => (time - at < ms ? sum + tokens : sum), 0)
    if (budget.tokensPerMinute !== null && within(MINUTE_MS) >= budget.tokensPerMinute) return `your limit of ${budget.tokensPerMinute} tokens a minute is reached`
    if (budget.tokensPerDay !== null && within(DAY_MS) >= budget.tokensPerDay) return `your limit of ${budget.tokensPerDay} tokens a day is reached`
    return null
  }

  function note(generation: Generation): void {
    status.tokensIn += generation.tokensIn
    status.tokensOut += generation.tokensOut
    spent.push({ at: now(), tokens: generation.tokensIn + generation.tokensOut })
    if (generation.reasoning !== '') reasons = true
    const writing = generation.totalMs - (generation.firstTokenMs ?? 0)
    if (generation.ok && generation.tokensOut >= 8 && writing > 0) {
      const speed = (generation.tokensOut / writing) * 1000
      status.tokensPerSecond = status.tokensPerSecond === 0 ? speed : status.tokensPerSecond + SPEED_WEIGHT * (speed - status.tokensPerSecond)
      status.tier = Math.max(1, tierOf(status.tokensPerSecond))
    }
    if (generation.ok) {
      failuresInRow = 0
      openUntil = 0
      status.trouble = null
      limit = Math.min(MOST_CALLS, limit + 0.5)
      return
    }
    if (INNOCENT.has(generation.reason)) return
    status.failures++
    failuresInRow++
    limit = Math.max(LEAST_CALLS, limit / 2)
    status.trouble = generation.message || generation.reason
    if (AT_ONCE.has(generation.reason) || failuresInRow >= FAILURES_TO_OPEN) openUntil = now() + BREAKER_MS
  }

  return {
    admit({ npcId, kind, withPlayer, calls = 1 }) {
      if (!model) return { ok: false, reason: null }
      if (budget.paused) return { ok: false, reason: 'thinking with the model is switched off' }
      if (now() < openUntil) return { ok: false, reason: status.trouble ?? 'the endpoint failed a moment ago' }
      const over = overBudget()
      if (over) return { ok: false, reason: over }
      const talk = kind === 'greet' || kind === 'converse' || kind === 'farewell'
      if (!(talk && withPlayer)) {
        // everything but the player's reply waits for a slot that nobody else needs, and gives way at once
        if (status.tier < (talk ? NEIGHBOUR_TIER : TIER_FOR[kind])) return { ok: false, reason: null }
        if (status.inFlight >= Math.floor(limit) - 1 || (kind === 'monologue' && status.inFlight > 0)) return { ok: false, reason: null }
      }
      // a newer thought of the same person takes the place of the older
      running.get(npcId)?.cancel()
      const source = createCancelSource()
      running.set(npcId, source)
      status.inFlight += calls
      status.calls += calls
      tell()
      let open = calls
      const mine = model
      return {
        ok: true, model, signal: source.signal, reasons,
        done(generation) {
          if (open === 0) return
          open--
          if (open === 0 && running.get(npcId) === source) running.delete(npcId)
          status.inFlight--
          if (mine === model) note(generation)
          tell()
        },
      }
    },
    setModel(next, tier) {
      model = next
      failuresInRow = 0
      openUntil = 0
      reasons = false
      limit = LEAST_CALLS
      Object.assign(status, { provider: next?.provider ?? 'built-in mind', model: next?.model ?? 'rules', tier: next ? tier : 0, tokensPerSecond: 0, trouble: null })
      tell()
    },
    setBudget(next) {
      budget = next
      status.paused = next.paused
      if (next.paused) for (const source of running.values()) source.cancel()
      tell()
    },
    get status() {
      return { ...status }
    },
  }
}
