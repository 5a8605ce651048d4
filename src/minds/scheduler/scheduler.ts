/** Who may ask a model now, and which: the player's reply first, the rest only while there is room; with a budget, a breaker and an off switch. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import type { NpcId } from '#core/ids.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import { groupOf, THOUGHT_GROUPS, type EndpointStatus, type Generation, type LanguageModel, type ModelStatus, type ThoughtGroup } from '../language-model.ts'
import { createBrain, type Brain } from './brain.ts'

/** What the player allows; null is no limit. `paused` stops every call. */
export type Budget = { tokensPerMinute: number | null; tokensPerDay: number | null; paused: boolean }

/** A call that may be made; `done` must be called with what came of it. */
export type Admission = { ok: true; model: LanguageModel; signal: CancelSource['signal']; reasons: boolean; done(generation: Generation): void } | { ok: false; reason: string | null }

/** A model as it was chosen; null is the built-in mind. Equal keys are one endpoint: what was measured of it stays when it is chosen again. `tier` is what is known of it beforehand. */
export type ChosenModel = { key: string; model: LanguageModel | null; tier: number }

/** See `createScheduler`. */
export type Scheduler = {
  /** Asks for a call, or for several side by side that are one thought (`done` is then called for each). `reason` of a refusal is null where the built-in mind is what was meant. */
  admit(thought: { npcId: NpcId; kind: ThoughtKind; withPlayer: boolean; calls?: number }): Admission
  /** Who thinks from now on: `endpoint`, but for kinds of thought that have their own. Calls under way end as they began. */
  setModels(models: { endpoint: ChosenModel; kinds: Partial<Record<ThoughtGroup, ChosenModel>> }): void
  setBudget(budget: Budget): void
  /** Measured tokens a second of the model that thinks thoughts of this kind; 0 without one. */
  speedFor(kind: ThoughtKind): number
  readonly status: ModelStatus
}

/** Tier from which each kind is thought with the model. */
const TIER_FOR: { readonly [K in ThoughtKind]: number } = { greet: 1, converse: 1, farewell: 1, chime: 2, reflect: 1, plan: 2, deliberate: 2, monologue: 3 }
const NEIGHBOUR_TIER = 2
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A scheduler; `now` in milliseconds, `changed` hears every change of status, `tierOf` turns tokens a second into a tier. */
export function createScheduler({ now, changed, tierOf }: { now(): number; changed(status: ModelStatus): void; tierOf(tokensPerSecond: number): number }): Scheduler {
  let brains = new Map<string, Brain>()
  /** Who thinks what; none where the built-in mind does. */
  let minds = new Map<ThoughtGroup, Brain>()
  let budget: Budget = { tokensPerMinute: null, tokensPerDay: null, paused: false }
  let spent: Array<{ at: number; tokens: number }> = []
  const running = new Map<NpcId, CancelSource>()
  const counts = { inFlight: 0, calls: 0, failures: 0, tokensIn: 0, tokensOut: 0 }

  const statusOf = (): ModelStatus => {
    const endpoints = [...brains.values()].map((brain) => endpointStatus(brain, THOUGHT_GROUPS.filter((group) => minds.get(group) === brain)))
    const first = endpoints.find(({ groups }) => groups.includes('talk')) ?? endpoints[0]
    return {
      provider: first?.provider ?? 'builtin', model: first?.model ?? 'built-in mind', tier: first?.tier ?? 0, tokensPerSecond: first?.tokensPerSecond ?? 0,
      ...counts, queued: 0, costEstimate: null, paused: budget.paused, trouble: endpoints.find(({ trouble }) => trouble !== null)?.trouble ?? null, endpoints,
    }
  }
  const tell = (): void => changed(statusOf())

  function overBudget(): string | null {
    const time = now()
    spent = spent.filter(({ at }) => time - at < DAY_MS)
    const within = (ms: number): number => spent.reduce((sum, { at, tokens }) => (time - at < ms ? sum + tokens : sum), 0)
    if (budget.tokensPerMinute !== null && within(MINUTE_MS) >= budget.tokensPerMinute) return `your limit of ${budget.tokensPerMinute} tokens a minute is reached`
    if (budget.tokensPerDay !== null && within(DAY_MS) >= budget.tokensPerDay) return `your limit of ${budget.tokensPerDay} tokens a day is reached`
    return null
  }

  function note(brain: Brain, generation: Generation): void {
    counts.tokensIn += generation.tokensIn
    counts.tokensOut += generation.tokensOut
    spent.push({ at: now(), tokens: generation.tokensIn + generation.tokensOut })
    if (brain.note(generation)) counts.failures++
  }

  return {
    admit({ npcId, kind, withPlayer, calls = 1 }) {
      const brain = minds.get(groupOf(kind))
      if (!brain) return { ok: false, reason: null }
      if (budget.paused) return { ok: false, reason: 'thinking with the model is switched off' }
      if (brain.refusal !== null) return { ok: false, reason: brain.refusal }
      const over = overBudget()
      if (over) return { ok: false, reason: over }
      const talk = groupOf(kind) === 'talk'
      if (!(talk && withPlayer)) {
        // everything but the player's reply waits for a slot that nobody else needs, and gives way at once
        if (brain.tier < (talk ? NEIGHBOUR_TIER : TIER_FOR[kind])) return { ok: false, reason: null }
        if (brain.inFlight >= Math.floor(brain.calls) - 1 || (kind === 'monologue' && brain.inFlight > 0)) return { ok: false, reason: null }
      }
      // a newer thought of the same person takes the place of the older
      running.get(npcId)?.cancel()
      const source = createCancelSource()
      running.set(npcId, source)
      brain.inFlight += calls
      counts.inFlight += calls
      counts.calls += calls
      tell()
      let open = calls
      return {
        ok: true, model: brain.model, signal: source.signal, reasons: brain.reasons,
        done(generation) {
          if (open === 0) return
          open--
          if (open === 0 && running.get(npcId) === source) running.delete(npcId)
          brain.inFlight--
          counts.inFlight--
          note(brain, generation)
          tell()
        },
      }
    },
    setModels({ endpoint, kinds }) {
      const before = brains
      brains = new Map()
      minds = new Map()
      for (const group of THOUGHT_GROUPS) {
        const { key, model, tier } = kinds[group] ?? endpoint
        if (!model) continue
        const brain = brains.get(key) ?? before.get(key) ?? createBrain(model, tier, { now, tierOf })
        brain.forgive()
        brains.set(key, brain)
        minds.set(group, brain)
      }
      tell()
    },
    setBudget(next) {
      budget = next
      if (next.paused) for (const source of running.values()) source.cancel()
      tell()
    },
    speedFor: (kind) => minds.get(groupOf(kind))?.tokensPerSecond ?? 0,
    get status() {
      return statusOf()
    },
  }
}

function endpointStatus({ model, tier, tokensPerSecond, inFlight, trouble }: Brain, groups: ThoughtGroup[]): EndpointStatus {
  return { groups, provider: model.provider, model: model.model, tier, tokensPerSecond, inFlight, trouble }
}
