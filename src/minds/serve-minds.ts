/** The minds thread: remembers, thinks, asks models; answers the whole MindsProtocol. */
import * as z from 'zod/mini'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { CancelSignal, Port } from '#core/tasks/protocol.ts'
import { serve, type SendNews } from '#core/tasks/serve.ts'
import { createAhead } from './ahead.ts'
import type { Deliberation } from './deliberation/deliberation.ts'
import { weigh } from './deliberation/weigh.ts'
import { createCallLog } from './call-log.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import { createLedger } from './memory/ledger.ts'
import type { PersonMemory } from './memory/person-memory.ts'
import { toMemoryView } from './memory/make-memory.ts'
import { createMeanings } from './memory/meanings.ts'
import { tierOfCalls } from './tier-of-calls.ts'
import { tierOf } from './tiers.ts'
import type { Memory, MemoryView } from './memory/memory.ts'
import type { MemoryStore } from './memory/memory-store.ts'
import { createScheduler, type ChosenModel } from './scheduler/scheduler.ts'
import { think, wantedOf } from './mind.ts'
import { paceProgress } from './pace-progress.ts'
import { THOUGHT_GROUPS, type EndpointSettings, type Findings, type LanguageModel, type ModelLoading, type ProbeExtras, type ProbeReport, type ProbeStep, type Chaos, type Trial } from './language-model.ts'
import { propose } from './propose.ts'
import type { PrivateView } from './private-view.ts'
import type { Wanted } from './scheduler/attention.ts'
import { priceKey } from './scheduler/budget.ts'
import type { MemoryStatus, MindsProtocol, ThoughtProgress, ThoughtRequest, ThoughtResult } from './minds-protocol.ts'

/** What the minds stand on: storage, models and time of the platform. */
export type MindsPorts = {
  /** Makes the store; `changed` is to be called when its status changes of itself. */
  createStore(changed: () => void): MemoryStore
  /** A memory when a stored or sent value is a whole one; else null. */
  readMemory(value: unknown): Memory | null
  createModel(settings: EndpointSettings): LanguageModel | null
  /** What finds memories by meaning; null where the settings name nothing. */
  createEmbeddingModel(settings: EndpointSettings): EmbeddingModel | null
  /** The model with trouble on purpose, as much as `chaos` says at each call. */
  withChaos(model: LanguageModel, chaos: () => Chaos | null): LanguageModel
  /** Null where people think by rules alone. */
  createTrial(trial: Trial): LanguageModel | null
  testEndpoint(settings: EndpointSettings, onStep: (step: ProbeStep) => void): Promise<ProbeReport>
  /** What tests found of endpoints before, by `priceKey`; and where that is kept. */
  findings: { load(): Promise<Map<string, Findings>>; save(findings: ReadonlyMap<string, Findings>): Promise<void> }
  /** How many calls this endpoint can be sent at once, and whether what it says costs nothing. */
  termsOf(settings: EndpointSettings): { mostCalls: number; isFree: boolean }
  /** Model files that run in the tab; none where there is no tab. */
  tabFiles?: { load(settings: EndpointSettings): Promise<{ ok: boolean; message: string }>; stop(): void; listen(told: (loading: ModelLoading | null) => void): void }
  /** Milliseconds since 1970. */
  now(): number
  /** Calls back after some milliseconds; gives what takes that back. */
  after(ms: number, callback: () => void): () => void
}

/** First memories of an exported world. */
const exportSchema = z.object({ format: z.literal('percipi-memories'), version: z.int(), seed: z.string(), memories: z.array(z.unknown()) })
const EXPORT_VERSION = 1
/** What is chosen where nothing is, and what all that runs on this machine by itself has in common. */
const BUILTIN: ChosenModel = { key: 'builtin', model: null, tier: 0, form: 'lines', mostCalls: 32, priceKey: 'builtin', isFree: true }
/** Lines that are answered ahead at most. */
const MOST_LINES = 4
const MOST_FOUND = 500
/** What a test takes at most; and kinds of endpoints that are tested without a press when nothing is known of them: those behind an address. */
const TEST_TOKENS = { tokensIn: 200, tokensOut: 100 }
const NO_TOKENS = { tokensIn: 0, tokensOut: 0 }
const TESTED_UNASKED: ReadonlySet<EndpointSettings['kind']> = new Set(['openai-compatible', 'ollama', 'anthropic', 'gemini'])
/** Milliseconds that a reply, and a search, wait for what the question means. */
const MEANING_MS = 350
const SEARCH_MEANING_MS = 2_000
/** Memories that a model is given with a question to weigh. */
const QUESTION_MEMORIES = 10

/** Serves the minds over a port. */
export function serveMinds(port: Port, ports: MindsPorts): void {
  const news: { send: SendNews<MindsProtocol> } = { send: () => undefined }
  const store = ports.createStore(() => void tellMemory())
  /** Who has how many thoughts under way: what these look at stays what it is. */
  const thinking = new Map<string, number>()
  const ledger = createLedger(store, (npcId) => meanings.holds(npcId) || thinking.has(npcId))
  const scheduler = createScheduler({ now: ports.now, after: ports.after, tierOf, changed: (status) => news.send('model-status', status) })
  const ahead = createAhead(ports.now)
  const meanings = createMeanings({ now: ports.now, after: ports.after, changed: () => void tellMemory() })
  const findings = ports.findings.load()
  let seed = ''
  let trials = 0
  const log = createCallLog()
  let chaos: Chaos | null = null
  const troubled = (model: LanguageModel | null): LanguageModel | null => model && log.listen(ports.withChaos(model, () => chaos))
  /** What was chosen last, also while something else is tried. */
  let chosen: MindsProtocol['tasks']['endpoint-set'][0] = { endpoint: { kind: 'builtin' }, kinds: {} }
  /** What was tested unasked in this thread, by `priceKey`. */
  const foundOut = new Set<string>()
  /** Which settings tell what finds memories by meaning. */
  let finderKey = ''
  /** Counts choices and trials: what was overtaken while it waited is void. */
  let turn = 0
  /** Whether answers of a recording are given again: these are for what was asked, and nothing may be thought ahead with them. */
  let isRecorded = false

  /** A trial as a choice; a recording answers whatever it was asked when it was made. */
  function chooseTrial(trial: Trial): ChosenModel {
    const tier = trial.kind === 'recorded' ? tierOfCalls(trial.calls) : trial.tokensPerSecond > 0 ? tierOf(trial.tokensPerSecond) : 0
    return { ...BUILTIN, key: `trial ${++trials}`, model: troubled(ports.createTrial(trial)), tier }
  }

  /** Lets think what was chosen, with all that tests have found of it by now. */
  async function thinkAsChosen(): Promise<void> {
    const mine = ++turn
    isRecorded = false
    const known = await findings
    if (mine !== turn) return
    const choose = (settings: EndpointSettings): ChosenModel => ({ key: JSON.stringify([settings.kind, settings.baseUrl, settings.model, settings.apiKey]), model: troubled(ports.createModel(settings)), tier: 1, form: 'lines', ...known.get(priceKey(settings)), priceKey: priceKey(settings), ...ports.termsOf(settings) })
    const { endpoint, kinds } = chosen
    scheduler.setModels({ endpoint: choose(endpoint), kinds: Object.fromEntries(THOUGHT_GROUPS.flatMap((group) => (kinds[group] ? [[group, choose(kinds[group])]] : []))) })
    for (const settings of [endpoint, ...Object.values(kinds)]) void findOut(settings)
    findByMeaning(endpoint)
  }

  /** What a test found is kept, and used at once where the endpoint is in use. */
  async function noteFindings(endpoint: EndpointSettings, { tier, tokensPerSecond }: ProbeReport, { schema, sideBySide, several }: ProbeExtras): Promise<void> {
    const known = await findings
    const found: Findings = { tier, form: schema === true ? 'schema' : 'lines', sideBySide: sideBySide === true, ...(several === true ? { several } : {}) }
    known.set(priceKey(endpoint), found)
    scheduler.inform(priceKey(endpoint), found, tokensPerSecond)
    await ports.findings.save(known)
  }

  /** Tests an endpoint of which nothing is known, once, out of sight and within what may be spent; what it finds is used at once. */
  async function findOut(settings: EndpointSettings): Promise<void> {
    const key = priceKey(settings)
    if (!TESTED_UNASKED.has(settings.kind) || foundOut.has(key) || (await findings).has(key)) return
    const settle = scheduler.setAside(key, ports.termsOf(settings).isFree, TEST_TOKENS)
    // switched off, or not allowed more: when it is chosen again it is looked at again
    if (!settle) return
    foundOut.add(key)
    try {
      const report = await ports.testEndpoint(settings, () => undefined)
      settle(report.ok ? TEST_TOKENS : NO_TOKENS)
      if (report.ok && report.extras) await noteFindings(settings, report, report.extras)
    } catch {
      // a thought will tell what is wrong with it, in words
      settle(NO_TOKENS)
    }
  }

  /** Lets the model that these settings name find memories, paid for like any other. */
  function findByMeaning(settings: EndpointSettings): void {
    const key = JSON.stringify([settings.kind, settings.baseUrl, settings.embedding, settings.apiKey])
    // chosen once more, it keeps what it knows
    if (key === finderKey) return
    finderKey = key
    const model = ports.createEmbeddingModel(settings)
    meanings.use(model && { model, setAside: (tokens) => scheduler.setAside(priceKey(settings), ports.termsOf(settings).isFree, tokens) })
    void tellMemory()
  }

  async function memoryStatus(): Promise<MemoryStatus> {
    return { ...(await store.status()), finder: meanings.status }
  }

  async function tellMemory(): Promise<void> {
    news.send('memory-status', { ...(await store.status()), finder: meanings.status })
  }

  /** What was said to somebody means; null on record, which would not tell it again. */
  async function meaningOf({ kind, view: { conversation }, record }: ThoughtRequest, memory: PersonMemory): Promise<Float32Array | null> {
    const last = conversation?.turns.at(-1)
    if (kind !== 'converse' || conversation?.partnerId !== 'player' || last?.speakerId !== 'player' || record || isRecorded) return null
    const meaning = await meanings.of(last.text, MEANING_MS)
    meanings.learn(memory)
    return meaning
  }

  async function runThought(request: ThoughtRequest, report: (progress: ThoughtProgress) => void, signal: CancelSignal): Promise<ThoughtResult> {
    const { npcId } = request.view
    thinking.set(npcId, (thinking.get(npcId) ?? 0) + 1)
    try {
      return await thinkThrough(request, report, signal)
    } finally {
      const others = (thinking.get(npcId) ?? 1) - 1
      if (others > 0) thinking.set(npcId, others)
      else thinking.delete(npcId)
    }
  }

  async function thinkThrough(request: ThoughtRequest, report: (progress: ThoughtProgress) => void, signal: CancelSignal): Promise<ThoughtResult> {
    const { npcId, worldSeconds } = request.view
    const memory = await ledger.person(npcId)
    const { visit } = ledger
    // what comes of it once its world was left is kept in no other
    const isHere = (): boolean => ledger.visit === visit
    let kept: Promise<unknown> = Promise.resolve()
    const result = await think(request, {
      memory, scheduler, ahead, signal, meaning: await meaningOf(request, memory), report: paceProgress(report, ports.now), now: ports.now,
      keep: (drafts) => {
        if (isHere()) kept = ledger.keep(npcId, drafts, 'strict').catch(() => undefined)
      },
    })
    if (isHere()) ledger.use(npcId, result.recalled.slice(0, 5).map(({ id }) => id), worldSeconds)
    await kept
    if (request.kind === 'reflect' && isHere()) await ledger.sleep(npcId, worldSeconds)
    const { calls, heldTicks } = log.take(request)
    return { ...result, ...(request.record ? { calls } : {}), ...(heldTicks === null ? {} : { heldTicks }) }
  }

  async function weighQuestion(view: PrivateView, question: string, branches: number | null): Promise<Deliberation> {
    const recalled = (await ledger.person(view.npcId)).find({ text: question, now: view.worldSeconds, mood: view.mood }, QUESTION_MEMORIES)
    const wanted: Wanted = { ...wantedOf({ kind: 'deliberate', view }, createCancelSource().signal), purpose: 'question', withPlayer: true }
    const proposed = await propose({ view, question, recalled, wanted }, scheduler)
    return weigh(view, { question, thoughtId: 0, proposals: proposed.proposals, branches: branches ?? proposed.branches })
  }

  async function findMemories({ npcId, query, limit, view }: MindsProtocol['tasks']['memories-find'][0]): Promise<MemoryView[]> {
    const person = await ledger.person(npcId)
    const count = Math.min(MOST_FOUND, Math.max(0, Math.floor(limit)))
    if (query === null || query.trim() === '') return newest(person.memories, count)
    const meaning = isRecorded ? null : await meanings.of(query, SEARCH_MEANING_MS)
    meanings.learn(person)
    const found = person.find({ text: query, ...(meaning ? { vector: meaning } : {}), ...(view ? { now: view.worldSeconds, mood: view.mood, present: view.present.map(({ id }) => id) } : {}) }, count)
    return found.filter(({ because }) => because === 'relevance' || because === 'hop').map(({ memory, score, parts }) => toMemoryView(memory, { score, parts }))
  }

  ports.tabFiles?.listen((loading) => news.send('model-loading', loading))
  news.send = serve<MindsProtocol>(port, {
    'world-open': {
      async run({ seed: next, mode }) {
        seed = next
        await ledger.open(next, mode)
        return memoryStatus()
      },
    },
    'world-let-go': {
      async run({ write }) {
        await ledger.letGo(write)
        return memoryStatus()
      },
    },
    'events-observe': {
      async run({ observations }) {
        const added = await ledger.observe(observations)
        if (added > 0) void tellMemory()
        return { added }
      },
    },
    'thought-think': { run: runThought },
    'greeting-expect': {
      run: async ({ view, attention }, _report, signal) => !isRecorded && ahead.expect(view, { wanted: wantedOf({ kind: 'greet', view, attention }, signal), scheduler, memory: await ledger.person(view.npcId), signal }),
    },
    'replies-expect': {
      async run({ view, lines, attention }, _report, signal) {
        if (isRecorded) return 0
        const memory = await ledger.person(view.npcId)
        const ready = await Promise.all(lines.slice(0, MOST_LINES).map((line, n) => ahead.expectReply(view, line, { wanted: { ...wantedOf({ kind: 'converse', view, attention }, signal), line: n }, scheduler, memory, signal })))
        return ready.filter(Boolean).length
      },
    },
    'question-weigh': { run: ({ view, question, branches }) => weighQuestion(view, question, branches) },
    'memories-find': { run: findMemories },
    'memory-edit': {
      async run({ id, change }) {
        const person = change.type === 'pin' ? await ledger.pin(id, change.pinned) : change.type === 'reword' ? await ledger.reword(id, change.text) : await ledger.forget(id)
        return person ? newest(person.memories, 200) : []
      },
    },
    'memory-undo': {
      async run({ npcId }) {
        const person = await ledger.undo(npcId)
        return person ? newest(person.memories, 200) : []
      },
    },
    'person-export': {
      async run({ npcId }) {
        return JSON.stringify({ format: 'percipi-memories', version: EXPORT_VERSION, seed, memories: (await ledger.person(npcId)).memories })
      },
    },
    'person-import': {
      async run({ npcId, memories }) {
        const checked = readExport(memories, ports.readMemory)
        if (checked.some((memory) => memory.npcId !== npcId)) throw new Error('This file holds the memories of somebody else. Nothing was changed.')
        const imported = await ledger.replace(npcId, checked)
        void tellMemory()
        return { imported }
      },
    },
    'memory-status': { run: memoryStatus },
    'memory-flush': {
      async run() {
        await store.flush()
        return memoryStatus()
      },
    },
    'world-export': {
      async run({ seed: of }) {
        return JSON.stringify({ format: 'percipi-memories', version: EXPORT_VERSION, seed: of, memories: await store.exportAll(of) })
      },
    },
    'world-import': {
      async run({ seed: into, memories }) {
        const checked = readExport(memories, ports.readMemory)
        const isKept = into === seed ? await ledger.renew(() => store.importAll(into, checked)) : await store.importAll(into, checked)
        if (!isKept) throw new Error('The memories of this file could not be kept on this device; nothing was changed.')
        void tellMemory()
        return { imported: checked.length }
      },
    },
    'world-forget': {
      async run({ seed: of }) {
        await (of === null || of === seed ? ledger.renew(() => store.forget(of)) : store.forget(of))
        void tellMemory()
        return null
      },
    },
    'endpoint-set': {
      async run(choice) {
        chosen = choice
        await thinkAsChosen()
        return scheduler.status
      },
    },
    'trial-set': {
      async run({ trial }) {
        if (trial === null) await thinkAsChosen()
        else {
          turn++
          isRecorded = trial.kind === 'recorded'
          finderKey = ''
          meanings.use(null)
          scheduler.setModels({ endpoint: chooseTrial(trial), kinds: {} })
        }
        return scheduler.status
      },
    },
    'chaos-set': {
      run({ chaos: next }) {
        chaos = next
        return scheduler.status
      },
    },
    'endpoint-test': {
      async run({ endpoint }, tell) {
        const report = await ports.testEndpoint(endpoint, tell)
        if (report.ok && report.extras) await noteFindings(endpoint, report, report.extras)
        return report
      },
    },
    'model-load': {
      run: async ({ endpoint }) => ports.tabFiles?.load(endpoint) ?? { ok: false, message: 'No model file can be run here.' },
    },
    'model-load-stop': {
      run() {
        ports.tabFiles?.stop()
        return null
      },
    },
    'budget-set': {
      run(budget) {
        scheduler.setBudget(budget)
        return scheduler.status
      },
    },
  })
}

function newest(memories: readonly Memory[], count: number): MemoryView[] {
  return memories.slice(-Math.max(1, count)).toReversed().slice(0, count).map((memory) => toMemoryView(memory, null))
}

/** The memories of an exported file; throws with words for the player when any of it is not whole. */
function readExport(text: string, readMemory: MindsPorts['readMemory']): Memory[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('This file is damaged: its memories cannot be read. Nothing was changed.')
  }
  const file = exportSchema.safeParse(value)
  if (!file.success) throw new Error('This file holds no memories of this game. Nothing was changed.')
  if (file.data.version > EXPORT_VERSION) throw new Error('This file comes from a newer version of this game. Load the page anew to get it, then try again. Nothing was changed.')
  return file.data.memories.map((entry) => {
    const memory = readMemory(entry)
    if (!memory) throw new Error('This file is damaged: one of its memories is not as it was written. Nothing was changed.')
    return memory
  })
}
