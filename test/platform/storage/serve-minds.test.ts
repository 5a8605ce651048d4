/** The minds thread as the page sees it: the whole protocol over a port, with a database and a made-up model. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createClient, type Client } from '#core/tasks/client.ts'
import { CHAOS_KINDS, type EndpointSettings, type GenerateOptions, type ModelStatus } from '#minds/language-model.ts'
import type { MemoryStatus, MindsProtocol, Observation } from '#minds/minds-protocol.ts'
import { NO_LIMITS } from '#minds/scheduler/budget.ts'
import { serveMinds, type MindsPorts } from '#minds/serve-minds.ts'
import { callTermsOf } from '#platform/models/call-terms.ts'
import { withChaos } from '#platform/models/chaos.ts'
import { createTrial } from '#platform/models/trials.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { closeDatabase } from '#platform/storage/database.ts'
import { loadFindings, saveFindings } from '#platform/storage/findings-store.ts'
import { readMemory } from '#platform/storage/memory-record.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'
import { portPair } from '../../support/port-pair.ts'
import { createFakeModel } from '../../minds/support/fake-model.ts'
import { createHastyTime } from '../../minds/support/simulated-time.ts'
import { makeView, MIRA } from '../../minds/support/make-view.ts'

type Tab = { minds: Client<MindsProtocol>; news: { model: ModelStatus[]; memory: MemoryStatus[] } }

async function openTab(given: Partial<MindsPorts> = {}, seed = 'oak'): Promise<Tab> {
  const [page, worker] = portPair()
  serveMinds(worker, { createStore: (changed) => createMemoryStore({ changed }), readMemory, createModel: () => null, createEmbeddingModel: () => null, createTrial, withChaos, testEndpoint, termsOf: callTermsOf, findings: { load: loadFindings, save: saveFindings }, ...createHastyTime(), ...given })
  const minds = createClient<MindsProtocol>(page)
  const news: Tab['news'] = { model: [], memory: [] }
  minds.onNews('model-status', (status) => news.model.push(status))
  minds.onNews('memory-status', (status) => news.memory.push(status))
  await minds.ask('world-open', { seed, mode: 'keep' })
  return { minds, news }
}

const observation = (text: string, conversationId = 1, worldSeconds = 30_000): Observation => ({
  event: { type: 'speech-said', conversationId, speakerId: 'player', toId: MIRA, text, source: 'player', news: null, witnessIds: [MIRA] }, worldSeconds, place: { x: 0, z: 0, name: 'the square' }, names: { [MIRA]: 'Mira Tanner', player: 'the stranger' },
})
const greeting = (thoughtId: number, talkId: number, worldSeconds: number): MindsProtocol['tasks']['thought-think'][0] => ({ thoughtId, kind: 'greet', cause: 'the stranger walked up to me', view: makeView(MIRA, { turns: [], talkId, worldSeconds }) })

beforeEach(async () => {
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
})

describe('the minds thread', () => {
  it('[MIND-36] a name told before a reload is used after it, and in no other world', async () => {
    const { minds, news } = await openTab()
    await minds.ask('events-observe', { observations: [observation('I am Ada'), observation('I lost my dog')] })
    expect(news.memory.at(-1)?.memories).toBeGreaterThan(2)
    // no closing, no flushing: the tab is gone
    const next = (await openTab()).minds
    const back = await next.ask('thought-think', greeting(1, 2, 200_000))
    expect(back.outcome.reply).toContain('Ada')
    expect(back.outcome.reply).toContain('dog')
    await next.ask('world-open', { seed: 'elm', mode: 'keep' })
    expect((await next.ask('thought-think', greeting(2, 3, 200_000))).outcome.reply).not.toContain('Ada')
    await next.ask('world-open', { seed: 'oak', mode: 'keep' })
    expect((await next.ask('thought-think', greeting(3, 4, 200_000))).outcome.reply).toContain('Ada')
  })

  it('[MIND-156] what was taken back is remembered by nobody, also after a reload', async () => {
    const { minds } = await openTab()
    const said = (text: string): Observation => ({ ...observation(text), event: { type: 'speech-said', conversationId: 1, speakerId: MIRA, toId: 'player', text, source: 'builtin', news: null, witnessIds: [MIRA] } })
    await minds.ask('events-observe', { observations: [said('I never liked the smith.'), said('The bread is good today.')] })
    const texts = async (tab: Client<MindsProtocol>): Promise<string> => (await tab.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).map(({ text }) => text).join(' ')
    expect(await texts(minds)).toContain('never liked')
    await minds.ask('events-observe', { observations: [{ ...observation(''), event: { type: 'speech-unsaid', conversationId: 1, speakerId: MIRA, text: 'I never liked the smith.', witnessIds: [MIRA] } }] })
    for (const tab of [minds, (await openTab()).minds]) {
      expect(await texts(tab)).not.toContain('never liked')
      expect(await texts(tab)).toContain('bread is good')
    }
  })

  it('[MIND-156] the same is not said again in other words’ place', async () => {
    const { minds } = await openTab()
    const turns = [{ speakerId: 'player' as const, text: 'What do you do all day?', worldSeconds: 1, source: 'player' as const }]
    const ask = async (thoughtId: number, unsaid: string[]): Promise<string> => {
      const view = makeView(MIRA, { turns })
      view.conversation!.unsaid = unsaid
      return (await minds.ask('thought-think', { thoughtId, kind: 'converse', cause: 'x', view })).outcome.reply ?? ''
    }
    const unsaid: string[] = []
    for (let thoughtId = 1; thoughtId < 6; thoughtId++) {
      const reply = await ask(thoughtId, unsaid)
      expect(unsaid).not.toContain(reply)
      unsaid.push(reply)
    }
  })

  it('[MIND-157] one person’s memories go into a file and back, with pins and ends; somebody else’s and a damaged file change nothing', async () => {
    const { minds } = await openTab()
    await minds.ask('events-observe', { observations: [observation('I am Ada'), observation('I lost my dog')] })
    const before = await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })
    await minds.ask('memory-edit', { id: before[0]!.id, change: { type: 'pin', pinned: true } })
    const file = await minds.ask('person-export', { npcId: MIRA })
    await minds.ask('events-observe', { observations: [observation('I am Corvin'), observation('My goat is lame')] })
    const texts = async (tab: Client<MindsProtocol>): Promise<string[]> => (await tab.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).map(({ text, pinned }) => `${text} ${pinned}`).toSorted()
    const changed = await texts(minds)
    for (const broken of ['', '{}', file.replace('percipi-memories', 'other'), file.slice(0, -40), file.replace('Ada', 'Bob'), file.replaceAll('npc:0,0/1', 'npc:0,0/9')]) {
      await expect(minds.ask('person-import', { npcId: MIRA, memories: broken })).rejects.toThrow(/Nothing was changed/)
      expect(await texts(minds)).toEqual(changed)
    }
    expect((await minds.ask('person-import', { npcId: MIRA, memories: file })).imported).toBe(before.length)
    const expected = before.map(({ text, pinned, id }) => `${text} ${pinned || id === before[0]!.id}`).toSorted()
    for (const tab of [minds, (await openTab()).minds]) {
      expect(await texts(tab)).toEqual(expected)
      expect((await tab.ask('thought-think', greeting(1, 2, 200_000))).outcome.reply).toContain('Ada')
    }
  })

  it('[MIND-67] finds, pins, forgets and counts memories', async () => {
    const { minds } = await openTab()
    await minds.ask('events-observe', { observations: [observation('The bell in the river rang twice.'), observation('My cow is brown.')] })
    const all = await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })
    expect(all.length).toBeGreaterThan(1)
    expect(all[0]?.worldSeconds).toBeGreaterThanOrEqual(all.at(-1)?.worldSeconds ?? 0)
    const found = await minds.ask('memories-find', { npcId: MIRA, query: 'bell', limit: 5, view: makeView(MIRA) })
    expect(found[0]?.text).toContain('bell')
    expect(found[0]?.score).toBeGreaterThan(0)
    expect(found[0]?.parts).toMatchObject({ relevance: 1 })
    const id = found[0]?.id ?? ''
    expect((await minds.ask('memory-edit', { id, change: { type: 'pin', pinned: true } })).find((view) => view.id === id)?.pinned).toBe(true)
    expect((await minds.ask('memory-edit', { id, change: { type: 'forget' } })).some((view) => view.id === id)).toBe(false)
    expect(await minds.ask('memory-edit', { id: 'npc:0,0/1#999', change: { type: 'forget' } })).toEqual([])
    expect((await minds.ask('memory-flush', null)).pendingWrites).toBe(0)
    expect(await minds.ask('memory-status', null)).toMatchObject({ durability: 'disk', problem: null })
  })

  it('[MIND-67] endpoint, budget and test answer and tell their news', async () => {
    const model = createFakeModel('SAY: A model speaks here.')
    const { minds, news } = await openTab({ createModel: (settings) => (settings.kind === 'builtin' ? null : model) })
    expect((await minds.ask('thought-think', greeting(1, 1, 1000))).outcome.source).toBe('builtin')
    expect(await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: 'http://localhost/v1' }, kinds: {} })).toMatchObject({ provider: 'fake', model: 'parrot-1' })
    const result = await minds.ask('thought-think', greeting(2, 2, 2000))
    expect(result.outcome).toMatchObject({ source: 'model', reply: 'A model speaks here.' })
    expect(news.model.some(({ inFlight }) => inFlight === 1)).toBe(true)
    expect(news.model.at(-1)).toMatchObject({ calls: 1, inFlight: 0, tokensOut: 20 })
    expect(await minds.ask('budget-set', { ...NO_LIMITS, paused: true })).toMatchObject({ paused: true })
    expect((await minds.ask('thought-think', greeting(3, 3, 3000))).outcome.source).toBe('fallback')
    expect(model.asked).toHaveLength(1)
    expect(await minds.ask('endpoint-set', { endpoint: { kind: 'builtin' }, kinds: {} })).toMatchObject({ provider: 'builtin', trouble: null })
    expect((await minds.ask('endpoint-test', { endpoint: { kind: 'builtin' } })).ok).toBe(true)
  })

  it('[MOD-58] what a test found is used at once, and after a reload, by address and model', async () => {
    const asked: boolean[] = []
    const model = { provider: 'fake', model: 'm', generate: ({ schema }: GenerateOptions) => Promise.resolve({ ok: true as const, finish: 'stop' as const, text: '{"do": 1, "say": "Well met, friend."}', reasoning: '', tokensIn: 10, tokensOut: 10, firstTokenMs: 10, totalMs: 20, ...(asked.push(schema !== undefined), {}) }) }
    const endpoint: EndpointSettings = { kind: 'openai-compatible', baseUrl: 'http://localhost/v1', model: 'm' }
    const report = { ok: true, verdict: '', provider: 'x', model: 'm', baseUrl: '', models: [], steps: [], tokensPerSecond: 900, firstTokenMs: 10, tier: 3, extras: { schema: true, json: true, stops: true, reasons: false, sideBySide: true } }
    let tests = 0
    // the test that nobody pressed for finds nothing here
    const given = { createModel: () => model, testEndpoint: () => Promise.resolve(tests++ === 0 ? { ...report, ok: false } : report) }
    const { minds } = await openTab(given)
    await minds.ask('endpoint-set', { endpoint, kinds: {} })
    await minds.ask('thought-think', greeting(1, 1, 1000))
    await minds.ask('endpoint-test', { endpoint })
    await minds.ask('thought-think', greeting(2, 2, 2000))
    const next = (await openTab(given)).minds
    expect(await next.ask('endpoint-set', { endpoint, kinds: {} })).toMatchObject({ tier: 3 })
    await next.ask('thought-think', greeting(3, 3, 3000))
    expect(await next.ask('endpoint-set', { endpoint: { ...endpoint, model: 'other' }, kinds: {} })).toMatchObject({ tier: 1 })
    expect(asked).toEqual([false, true, true])
  })

  it('[MIND-66] worlds are exported and imported whole; a damaged file changes nothing', async () => {
    // a seed of its own: the tabs of the other tests may still write behind
    const { minds } = await openTab({}, 'ash')
    await minds.ask('events-observe', { observations: [observation('I am Ada')] })
    const file = await minds.ask('world-export', { seed: 'ash' })
    const before = (await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).length
    await expect(minds.ask('world-import', { seed: 'ash', memories: file.slice(0, -30) })).rejects.toThrow(/damaged/)
    await expect(minds.ask('world-import', { seed: 'ash', memories: file.replace('Ada', 'Eve') })).rejects.toThrow(/damaged/)
    await expect(minds.ask('world-import', { seed: 'ash', memories: '{"hello":1}' })).rejects.toThrow(/no memories/)
    await expect(minds.ask('world-import', { seed: 'ash', memories: file.replace('"version":1', '"version":7') })).rejects.toThrow(/newer/)
    expect(await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).toHaveLength(before)
    await minds.ask('world-forget', { seed: 'ash' })
    expect(await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).toEqual([])
    expect(await minds.ask('world-import', { seed: 'ash', memories: file })).toEqual({ imported: before })
    expect((await minds.ask('thought-think', greeting(9, 9, 90_000))).outcome.reply).toContain('Ada')
    expect(await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).toHaveLength(before)
  })
})

describe('editing what is remembered', () => {
  it('[MIND-151] a memory is reworded, forgotten, and each is taken back, also after other edits; a reload finds the same', async () => {
    const { minds } = await openTab({}, 'birch')
    await minds.ask('events-observe', { observations: [observation('The bell in the river rang twice.'), observation('My cow is brown.')] })
    const all = async (): Promise<string[]> => (await minds.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).map(({ text }) => text).sort()
    const before = await all()
    const bell = (await minds.ask('memories-find', { npcId: MIRA, query: 'bell', limit: 1, view: null }))[0]!
    await minds.ask('memory-edit', { id: bell.id, change: { type: 'reword', text: 'The drum in the lake beat thrice.' } })
    const reworded = (await minds.ask('memories-find', { npcId: MIRA, query: 'drum', limit: 1, view: null }))[0]!
    expect(reworded).toMatchObject({ text: 'The drum in the lake beat thrice.', worldSeconds: bell.worldSeconds, importance: bell.importance, source: bell.source })
    expect((await all()).some((text) => text.includes('bell'))).toBe(false)
    const cow = (await minds.ask('memories-find', { npcId: MIRA, query: 'cow', limit: 1, view: null }))[0]!
    await minds.ask('memory-edit', { id: cow.id, change: { type: 'forget' } })
    expect((await all()).length).toBe(before.length - 1)
    await minds.ask('memory-undo', { npcId: MIRA })
    await minds.ask('memory-undo', { npcId: MIRA })
    expect(await all()).toEqual(before)
    expect(await minds.ask('memory-undo', { npcId: MIRA })).toEqual([])
    const next = (await openTab({}, 'birch')).minds
    expect((await next.ask('memories-find', { npcId: MIRA, query: null, limit: 50, view: null })).map(({ text }) => text).sort()).toEqual(before)
  })

  it('[MIND-151] nothing and what is not there are not put in place of anything', async () => {
    const { minds } = await openTab()
    await minds.ask('events-observe', { observations: [observation('My cow is brown.')] })
    const cow = (await minds.ask('memories-find', { npcId: MIRA, query: 'cow', limit: 1, view: null }))[0]!
    expect(await minds.ask('memory-edit', { id: cow.id, change: { type: 'reword', text: '  ' } })).toEqual([])
    expect(await minds.ask('memory-edit', { id: 'npc:0,0/1#999', change: { type: 'reword', text: 'x' } })).toEqual([])
    expect((await minds.ask('memories-find', { npcId: MIRA, query: 'cow', limit: 1, view: null }))[0]!.text).toBe(cow.text)
  })

  it('[MOD-80] what is tried thinks for everybody until it is given back', async () => {
    const fake = createFakeModel('SAY: I am the chosen one.')
    const { minds } = await openTab({ createModel: ({ kind }) => (kind === 'builtin' ? null : fake) })
    await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1' }, kinds: {} })
    const say = async (thoughtId: number) => (await minds.ask('thought-think', { ...greeting(thoughtId, thoughtId, 200_000), kind: 'converse', view: makeView(MIRA, { turns: [{ speakerId: 'player', text: 'What is your name?', source: 'player', worldSeconds: 0 }], talkId: thoughtId }) })).producer
    expect(await say(1)).toBe('fake · parrot-1')
    expect((await minds.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 20_000 } })).provider).toBe('rules at speed')
    expect(await say(2)).toMatch(/^rules at speed/)
    expect(fake.asked).toHaveLength(1)
    expect((await minds.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 0 } })).tier).toBe(0)
    expect(await say(3)).toBe('built-in mind')
    expect(await minds.ask('trial-set', { trial: null })).toMatchObject({ provider: 'fake' })
    expect(await say(4)).toBe('fake · parrot-1')
  })

  it.each(CHAOS_KINDS)('[MOD-84] with chaos “%s” at a hundred percent people still answer, and why is told in words', async (kind) => {
    const fake = createFakeModel('SAY: I am Mira Tanner.\nTHINK: Who asks?\nDO: 1')
    const { minds, news } = await openTab({ createModel: () => fake, withChaos: (model, chaos) => withChaos(model, chaos, { random: () => 0, now: () => 0, after: (_, run) => queueMicrotask(run) }) })
    await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1' }, kinds: {} })
    const say = (thoughtId: number) => minds.ask('thought-think', { ...greeting(thoughtId, thoughtId, 200_000), kind: 'converse', view: makeView(MIRA, { turns: [{ speakerId: 'player', text: 'What is your name?', source: 'player', worldSeconds: 0 }], talkId: thoughtId }) })
    expect((await say(1)).outcome.source).toBe('model')
    await minds.ask('chaos-set', { chaos: { share: 1, kinds: [kind] } })
    for (let id = 2; id < 6; id++) {
      const { outcome, reason } = await say(id)
      expect(outcome.reply).toMatch(/\p{L}{3}/u)
      expect(outcome.source).toBe('fallback')
      expect(reason).toMatch(kind === 'garbage' ? /answer/ : /Chaos mode/)
    }
    if (kind !== 'garbage') expect(news.model.some(({ trouble }) => trouble?.includes('Chaos mode'))).toBe(true)
    await minds.ask('chaos-set', { chaos: null })
    await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: 'http://localhost:2/v1' }, kinds: {} })
    expect((await say(9)).outcome.source).toBe('model')
  })
})

it('[MIND-232] what is asked in a talk is found by meaning, but not where a recording is made, and the page is told how far that has come', async () => {
  const about = (text: string): Float32Array => {
    const raw = [/hound|teeth/i.test(text) ? 1 : 0.1, /bread|loaf/i.test(text) ? 1 : 0.1, 0.2]
    return Float32Array.from(raw, (each) => each / Math.hypot(...raw))
  }
  let asked = 0
  const after = (ms: number, callback: () => void): (() => void) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  }
  const { minds, news } = await openTab({ after, createEmbeddingModel: ({ embedding }) => (embedding ? { model: embedding, embed: (texts) => ((asked += texts.length), Promise.resolve({ ok: true, vectors: texts.map(about), tokens: 4 })) } : null) })
  await minds.ask('events-observe', { observations: [observation('A hound got the miller by the leg.', 1), ...Array.from({ length: 14 }, (_, n) => observation(`Cart number ${n} passed.`, 2 + n, 40_000 + n))] })
  await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1', embedding: 'finder-1' }, kinds: {} })
  const ask = async (thoughtId: number, record: boolean): Promise<string[]> => {
    const view = makeView(MIRA, { turns: [{ speakerId: 'player', text: 'Which cart passed, and were there teeth?', worldSeconds: 900_000, source: 'player' }], talkId: 60 + thoughtId, worldSeconds: 900_000 })
    return (await minds.ask('thought-think', { thoughtId, kind: 'converse', cause: '', view, record })).recalled.map(({ text }) => text)
  }
  expect((await ask(1, true)).join()).not.toContain('hound')
  expect(asked).toBe(0)
  await ask(2, false)
  await expect.poll(() => news.memory.at(-1)?.finder?.known ?? 0).toBeGreaterThan(10)
  expect((await ask(3, false)).join()).toContain('hound')
  await minds.ask('endpoint-set', { endpoint: { kind: 'builtin' }, kinds: {} })
  expect(news.memory.at(-1)?.finder).toBeNull()
})
