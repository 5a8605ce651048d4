/** Who may ask a model now, and which: one queue by what each thought is worth, within what the endpoint bears and the player allows. The player's own talk never waits. */
import { createCancelSource, type CancelSource } from '#core/tasks/cancel.ts'
import { groupOf, THOUGHT_GROUPS, type EndpointStatus, type Findings, type Generation, type LanguageModel, type ModelStatus, type PromptForm, type ThoughtGroup } from '../language-model.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import { createAnswerCache, type Call } from './answer-cache.ts'
import { isReply, isWorth, patienceFor, priorityOf, type Wanted } from './attention.ts'
import { callBounded, estimateTokens } from './bounded-call.ts'
import { createBrain, type Brain } from './brain.ts'
import { describeTier, isUnshared } from '../tiers.ts'
import { NO_LIMITS, type Budget, type Price, type Tokens } from './budget.ts'
import { createFlow } from './flow.ts'
import { createPurse } from './purse.ts'
import { createWarmUp, WARM_UP_TOKENS } from './warm-up.ts'

/** What is known of the model when its calls are written. */
export type Terms = { form: PromptForm; reasons: boolean; tokensPerSecond: number; /** Whether one call can give several answers. */ several: boolean }

/** What came of wanting a model: it was not asked (`reason` is null where the built-in mind is what was meant), or it was, and this is what it said, call by call. */
export type Asked = { ok: false; reason: string | null } | { ok: true; producer: string; generations: Generation[]; /** What it said was of use: exactly the same question is answered alike from now on. */ keep(): void }

/** A model as it was chosen; null is the built-in mind. Equal keys are one endpoint: what was measured of it stays when it is chosen again. */
export type ChosenModel = {
  key: string
  model: LanguageModel | null
  /** What is known of it beforehand. */
  tier: number
  form: PromptForm
  /** Calls that it can be sent at once at most. */
  mostCalls: number
  /** Under which its price is looked up; `isFree` where there is none to pay. */
  priceKey: string
  isFree: boolean
  /** Whether it was found to answer four calls at once. */
  sideBySide?: boolean
  /** Whether one call was found to give several answers. */
  several?: boolean | undefined
}

/** See `createScheduler`. */
export type Scheduler = {
  /** Asks a model as soon as it is this thought's turn; `compose` writes its calls, which run side by side. Resolves at once where waiting would be in vain. Never rejects. */
  ask(wanted: Wanted, compose: (terms: Terms) => Call[]): Promise<Asked>
  /** Who thinks from now on: `endpoint`, but for groups of thoughts that have their own. What has not begun to answer is asked of the new one instead. */
  setModels(models: { endpoint: ChosenModel; kinds: Partial<Record<ThoughtGroup, ChosenModel>> }): void
  setBudget(budget: Budget): void
  /** A test found out more of the endpoint with this price key, and measured how fast it is. */
  inform(priceKey: string, found: Findings, tokensPerSecond: number): void
  /** Sets tokens aside for a test of an endpoint that nobody pressed for, where it is not off and they may be spent; gives what to call with those that were used. */
  setAside(priceKey: string, isFree: boolean, tokens: Tokens): ((used: Tokens) => void) | null
  readonly status: ModelStatus
}

/** What a scheduler stands on. */
export type SchedulerPorts = {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back after some milliseconds; gives what takes that back. */
  after(ms: number, callback: () => void): () => void
  /** Hears every change of status, and a few times a second while calls are under way. */
  changed(status: ModelStatus): void
  tierOf(tokensPerSecond: number): number
}

type Entry = {
  wanted: Wanted
  slot: string
  compose: (terms: Terms) => Call[]
  brain: Brain
  calls: Call[]
  tokens: Tokens
  since: number
  source: CancelSource
  hasHeard: boolean
  /** Why it was stopped, in words. */
  stopped: string | null
  resolve(asked: Asked): void
}

const OFF = 'thinking with the model is switched off'
const BUSY = 'the model was busy with what matters more'
const GAVE_WAY = 'the model was needed for the talk with you'
/** A call that finds out whether an endpoint works again does not keep anybody waiting. */
const TRIAL_FIRST_TOKEN_MS = 3_000
/** From this tier on answers are asked for in a given shape, where the endpoint was proven to honour one; slower models write lines better. */
const SCHEMA_TIER = 3
const MOST_WAITING = 200
/** A call that was taken back after so much silence says as much as one that ran out of time, milliseconds. */
const SILENT_MS = 4_000
const METER_MS = 400
/** Waiting for longer than this is not looked after more often. */
const LONGEST_LOOK_MS = 5_000

/** A scheduler without a model. */
export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { now, changed } = ports
  const purse = createPurse(now)
  const cache = createAnswerCache()
  const flow = createFlow(now)
  const warmUp = createWarmUp()
  let brains = new Map<string, Brain>()
  let chosen = new Map<string, ChosenModel>()
  /** Who thinks what; none where the built-in mind does. */
  let minds = new Map<ThoughtGroup, Brain>()
  let budget = NO_LIMITS
  const waiting = new Set<Entry>()
  const running = new Set<Entry>()
  const counts = { calls: 0, failures: 0, tokensIn: 0, tokensOut: 0 }
  let stopLook: (() => void) | null = null
  let stopMeter: (() => void) | null = null

  const statusOf = (): ModelStatus => {
    const endpoints = [...brains.values()].map((brain) => endpointStatus(brain, chosen.get(brain.key)!, THOUGHT_GROUPS.filter((group) => minds.get(group) === brain)))
    const first = endpoints.find(({ groups }) => groups.includes('talk')) ?? endpoints[0]
    const spending = purse.spending
    return {
      provider: first?.provider ?? 'builtin', model: first?.model ?? 'built-in mind', tier: first?.tier ?? 0, tokensPerSecond: first?.tokensPerSecond ?? 0, firstTokenMs: first?.firstTokenMs ?? null,
      flow: flow.perSecond, inFlight: endpoints.reduce((sum, { inFlight }) => sum + inFlight, 0), queued: waiting.size, ...counts,
      costEstimate: endpoints.length > 0 && spending.isPriced && [...brains.values()].every((brain) => priceOf(brain) !== null) ? spending.today.money : null, spending, paused: budget.paused, trouble: endpoints.find(({ trouble }) => trouble !== null)?.trouble ?? null, endpoints,
    }
  }

  function tell(): void {
    const status = statusOf()
    changed(status)
    // also for a moment after the last word, until the meter stands still
    if ((running.size > 0 || status.flow > 0) && stopMeter === null) {
      stopMeter = ports.after(METER_MS, () => {
        stopMeter = null
        tell()
      })
    }
  }

  const priceOf = ({ key }: Brain): Price | null => {
    const { priceKey, isFree } = chosen.get(key)!
    return budget.prices[priceKey] ?? (isFree ? { in: 0, out: 0 } : null)
  }
  const termsOf = (brain: Brain): Terms => ({ form: brain.tier >= SCHEMA_TIER ? chosen.get(brain.key)!.form : 'lines', reasons: brain.reasons, tokensPerSecond: brain.tokensPerSecond, several: chosen.get(brain.key)!.several === true })

  /** Why a thought cannot be asked at all now; `mayWait`: it can later. */
  function refusalOf({ brain, tokens, wanted }: Entry): { reason: string; mayWait: boolean } | null {
    if (budget.paused) return { reason: OFF, mayWait: false }
    const isPatient = wanted.kind === 'plan' || wanted.kind === 'reflect'
    if (brain.refusal !== null) return { reason: brain.refusal, mayWait: isPatient }
    const shortage = purse.shortageFor(tokens, priceOf(brain))
    return shortage && { reason: shortage.reason, mayWait: shortage.passes && isPatient }
  }

  /** Gives the thought its model and its words; false where no model is meant. */
  function prepare(entry: Entry): boolean {
    const brain = minds.get(groupOf(entry.wanted.kind))
    if (!brain || !isWorth(entry.wanted, brain.tier)) return false
    entry.brain = brain
    entry.calls = entry.compose(termsOf(brain))
    entry.tokens = sumOf(entry.calls.map((call) => estimateTokens(call, brain)))
    return true
  }

  function leave(entry: Entry, reason: string | null): void {
    waiting.delete(entry)
    entry.resolve({ ok: false, reason })
  }

  function stop(entry: Entry, reason: string): void {
    if (waiting.has(entry)) leave(entry, reason)
    else if (running.has(entry)) {
      entry.stopped = reason
      entry.source.cancel()
    }
  }

  /** Begins whatever can begin, the most worthy first, and looks again when something may have changed. */
  function pump(): void {
    const time = now()
    for (const entry of waiting) {
      const refusal = refusalOf(entry)
      if (refusal && !refusal.mayWait) leave(entry, refusal.reason)
      else if (time - entry.since >= patienceFor(entry.wanted).turnMs) leave(entry, refusal?.reason ?? BUSY)
      // what cannot have its turn in time does not wait for it: words by rules come while the talk is still about that
      else if (allowanceIn(entry) > entry.since + patienceFor(entry.wanted).turnMs - time) leave(entry, BUSY)
    }
    const worth = (entry: Entry): number => priorityOf(entry.wanted, { ageMs: time - entry.since, tokens: entry.tokens.tokensIn + entry.tokens.tokensOut })
    let lookMs = LONGEST_LOOK_MS
    // a thought that must wait holds back those of less worth for the same model: else the large would never have their turn
    const held = new Set<Brain>()
    for (const entry of [...waiting].sort((a, b) => worth(b) - worth(a))) {
      lookMs = Math.min(lookMs, entry.since + patienceFor(entry.wanted).turnMs - time)
      if ((held.has(entry.brain) && !isReply(entry.wanted)) || refusalOf(entry)) continue
      const waitMs = waitFor(entry)
      if (waitMs === 0) begin(entry)
      else {
        held.add(entry.brain)
        lookMs = Math.min(lookMs, waitMs)
      }
    }
    stopLook?.()
    stopLook = waiting.size > 0 ? ports.after(Math.max(10, lookMs), pump) : null
  }

  /** Milliseconds until the thought may begin; 0 for now, and for the player's own talk always. */
  function waitFor(entry: Entry): number {
    const { brain, wanted } = entry
    if (isReply(wanted)) {
      makeRoom(brain)
      return 0
    }
    if (!brain.hasRoom(entry.calls.length) || (isUnshared(brain.tokensPerSecond) && [...running].some((other) => other.brain === brain && isReply(other.wanted)))) return LONGEST_LOOK_MS
    return allowanceIn(entry)
  }

  /** Milliseconds until the endpoint's speed and thrift leave enough for the thought; nothing is kept from the player's own. */
  function allowanceIn({ brain, wanted, tokens }: Entry): number {
    return isReply(wanted) || wanted.purpose === 'question' ? 0 : brain.waitFor(tokens, groupOf(wanted.kind) === 'talk')
  }

  /** Stops what is worth the least where the endpoint bears no more, and all else where it is slow: two answers at once would take twice as long. */
  function makeRoom(brain: Brain): void {
    const others = [...running].filter((entry) => entry.brain === brain && entry.stopped === null && !isReply(entry.wanted))
    if (isUnshared(brain.tokensPerSecond)) for (const entry of others) stop(entry, GAVE_WAY)
    if (!brain.isFull || isUnshared(brain.tokensPerSecond)) return
    const least = others.sort((a, b) => priorityOf(a.wanted, { ageMs: 0, tokens: 1 }) - priorityOf(b.wanted, { ageMs: 0, tokens: 1 }))[0]
    if (least) stop(least, GAVE_WAY)
  }

  function begin(entry: Entry): void {
    waiting.delete(entry)
    running.add(entry)
    const { brain, calls } = entry
    counts.calls += calls.length
    const patience = patienceFor(entry.wanted).wholeMs - (now() - entry.since)
    void Promise.all(calls.map((call) => make(entry, brain, call, patience))).then((generations) => finish(entry, brain, generations))
  }

  async function make(entry: Entry, brain: Brain, call: Call, patience: number): Promise<Generation> {
    const expected = estimateTokens(call, brain)
    const settle = purse.reserve(expected, priceOf(brain))
    const limits = { ...call.limits, firstTokenMs: brain.isOnTrial ? Math.min(call.limits.firstTokenMs, TRIAL_FIRST_TOKEN_MS) : call.limits.firstTokenMs, totalMs: Math.max(1, Math.min(call.limits.totalMs, patience)) }
    const end = brain.begin(expected, !isReply(entry.wanted) && entry.wanted.purpose !== 'question')
    // where nothing is limited, a flood is taken in as it comes
    const isLimited = [budget.tokensPerMinute, budget.tokensPerDay, budget.moneyPerDay].some((limit) => limit !== null)
    const generation = await callBounded(brain.model, { ...call, limits, tag: { npcId: entry.wanted.npcId, kind: entry.wanted.kind, thoughtId: entry.wanted.purpose === 'thought' ? (entry.wanted.thoughtId ?? 0) : 0 } }, {
      signal: entry.source.signal, room: isLimited ? expected.tokensOut : Infinity,
      heard(characters) {
        entry.hasHeard = true
        flow.add(characters)
      },
    })
    settle(generation)
    counts.tokensIn += generation.tokensIn
    counts.tokensOut += generation.tokensOut
    if (end(generation)) counts.failures++
    const isLate = !generation.ok && generation.firstTokenMs === null && (generation.reason === 'timeout' || (generation.reason === 'cancelled' && generation.totalMs >= SILENT_MS))
    if (isLate) keepLoading(brain)
    tell()
    return generation
  }

  /** Leaves one's own server a line by which it goes on loading, within what may be spent. */
  function keepLoading(brain: Brain): void {
    if (budget.paused || chosen.get(brain.key)?.isFree !== true || !brains.has(brain.key) || purse.shortageFor(WARM_UP_TOKENS, priceOf(brain))) return
    const begun = warmUp.begin(brain.key, brain.model, (answers) => {
      if (answers) brain.forgive()
      pump()
      tell()
    })
    if (begun) purse.reserve(WARM_UP_TOKENS, priceOf(brain))(WARM_UP_TOKENS)
  }

  function finish(entry: Entry, brain: Brain, generations: Generation[]): void {
    running.delete(entry)
    if (entry.stopped === MOVED && generations.some(({ ok }) => !ok)) {
      entry.stopped = null
      entry.source = createCancelSource()
      enter(entry)
    } else {
      const { stopped, calls } = entry
      entry.resolve({
        ok: true, producer: producerOf(brain), generations: stopped === null ? generations : generations.map((generation) => (generation.ok ? generation : { ...generation, message: stopped })),
        keep: () => isRepeatable(entry.wanted) && calls.forEach((call, i) => cache.keep(brain.key, call, generations[i]!)),
      })
    }
    pump()
    tell()
  }

  /** Puts a thought into the queue, or answers it at once; `pump` comes after. */
  function admit(entry: Entry): void {
    if (entry.wanted.signal.cancelled) return leave(entry, null)
    if (!prepare(entry)) return leave(entry, null)
    const [only, ...more] = entry.calls
    const known = only && more.length === 0 && isRepeatable(entry.wanted) && !budget.paused ? cache.find(entry.brain.key, only) : null
    if (known) {
      if (known.text !== '') only?.onDelta?.(known.text, 'speech')
      return entry.resolve({ ok: true, producer: producerOf(entry.brain), generations: [known], keep: () => undefined })
    }
    if (waiting.size >= MOST_WAITING) return leave(entry, BUSY)
    waiting.add(entry)
  }

  function enter(entry: Entry): void {
    admit(entry)
    if (!waiting.has(entry)) return
    pump()
    tell()
  }

  return {
    ask: (wanted, compose) =>
      new Promise((resolve) => {
        const slot = `${wanted.npcId} ${wanted.purpose} ${wanted.line ?? ''}`
        // a newer thought of the same person takes the place of the older
        for (const older of [...waiting, ...running]) if (older.slot === slot && older.stopped === null) stop(older, 'cancelled')
        const entry: Entry = { wanted, slot, compose, brain: undefined as never, calls: [], tokens: { tokensIn: 0, tokensOut: 0 }, since: now(), source: createCancelSource(), hasHeard: false, stopped: null, resolve }
        wanted.signal.onCancel(() => {
          stop(entry, 'cancelled')
          pump()
        })
        enter(entry)
      }),
    setModels({ endpoint, kinds }) {
      const before = brains
      brains = new Map()
      minds = new Map()
      const known = chosen
      chosen = new Map()
      for (const group of THOUGHT_GROUPS) {
        const choice = kinds[group] ?? endpoint
        const { key, model } = choice
        if (!model) continue
        const brain = brains.get(key) ?? before.get(key) ?? createBrain({ ...choice, model }, ports)
        brain.forgive()
        brains.set(key, brain)
        chosen.set(key, choice)
        minds.set(group, brain)
      }
      warmUp.keepOnly(new Set(brains.keys()))
      // an endpoint that goes may still have calls to settle
      for (const [key, choice] of known) if (!chosen.has(key) && [...running].some(({ brain }) => brain.key === key)) chosen.set(key, choice)
      const queue = [...waiting]
      waiting.clear()
      for (const entry of queue) admit(entry)
      pump()
      for (const entry of running) if (minds.get(groupOf(entry.wanted.kind)) !== entry.brain && !entry.hasHeard && entry.stopped === null) stop(entry, MOVED)
      tell()
    },
    setBudget(next) {
      budget = next
      purse.setBudget(next)
      if (next.paused) {
        for (const entry of running) stop(entry, OFF)
        warmUp.keepOnly(new Set())
      }
      pump()
      tell()
    },
    inform(priceKey, { form, sideBySide, several }, tokensPerSecond) {
      for (const [key, choice] of chosen) {
        if (choice.priceKey !== priceKey) continue
        chosen.set(key, { ...choice, form, several })
        brains.get(key)?.learn(tokensPerSecond)
        if (sideBySide) brains.get(key)?.widen()
      }
      tell()
    },
    setAside(priceKey, isFree, tokens) {
      const price = budget.prices[priceKey] ?? (isFree ? { in: 0, out: 0 } : null)
      if (budget.paused || purse.shortageFor(tokens, price)) return null
      const settle = purse.reserve(tokens, price)
      return (used) => {
        settle(used)
        counts.tokensIn += used.tokensIn
        counts.tokensOut += used.tokensOut
        tell()
      }
    },
    get status() {
      return statusOf()
    },
  }
}

/** Stands for a call that is asked of another model instead. */
const MOVED = 'moved'

/** Whether the same answer to the same question is what is wanted: an idle mind must not go round in circles. */
function isRepeatable({ kind }: { kind: ThoughtKind }): boolean {
  return kind !== 'monologue'
}

function producerOf({ model }: Brain): string {
  return `${model.provider} · ${model.model}`
}

function sumOf(tokens: readonly Tokens[]): Tokens {
  return { tokensIn: tokens.reduce((sum, { tokensIn }) => sum + tokensIn, 0), tokensOut: tokens.reduce((sum, { tokensOut }) => sum + tokensOut, 0) }
}

function endpointStatus({ model, tier, tokensPerSecond, firstTokenMs, inFlight, trouble }: Brain, { priceKey, isFree }: ChosenModel, groups: ThoughtGroup[]): EndpointStatus {
  return { groups, provider: model.provider, model: model.model, tier, means: describeTier(tier), tokensPerSecond, firstTokenMs, inFlight, trouble, priceKey, isFree }
}
