/** The traffic of models on record, and a recording as an endpoint: the same answers at the same ticks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type Client } from '#core/tasks/client.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import type { LanguageModel } from '#minds/language-model.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import type { MindsProtocol } from '#minds/minds-protocol.ts'
import { speakByRules } from '#minds/rule-speaker/speak-by-rules.ts'
import { serveMinds } from '#minds/serve-minds.ts'
import { createModel } from '#platform/models/index.ts'
import { createRecordedModel } from '#platform/models/recorded-model.ts'
import { createTrial } from '#platform/models/trials.ts'
import type { Command } from '#simulation/commands.ts'
import type { WorldEnv } from '#simulation/env.ts'
import { readRecording } from '#simulation/read-recording.ts'
import { createRecorder, fingerprintOf, type Recorder } from '#simulation/recording.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { World } from '#simulation/world.ts'
import { askModel } from '#test/support/ask-model.ts'
import { createTestWorld, meetSomebody } from '#test/support/create-test-world.ts'
import { portPair } from '#test/support/port-pair.ts'
import { startQuirkServer, streamOf, type QuirkServer } from '#test/support/quirk-server.ts'
import { makeView, MIRA } from './support/make-view.ts'

const KEY = 'sk-planted-4711-never-recorded'
const TICKS = 480

/** Words by rules at once, measured as fast. */
const parrot: LanguageModel = {
  provider: 'fake', model: 'parrot-2',
  generate: ({ messages }) => Promise.resolve({ ok: true, finish: 'stop', text: speakByRules(messages), reasoning: '', tokensIn: 10, tokensOut: 4_000, firstTokenMs: 10, totalMs: 110 }),
}

async function openMinds(): Promise<Client<MindsProtocol>> {
  const [page, worker] = portPair()
  serveMinds(worker, {
    createStore: () => createTabStore(), readMemory: () => null, createModel, withChaos: (model) => model, createEmbeddingModel: () => null, createTrial: (trial) => (trial.kind === 'recorded' ? createTrial(trial) : parrot),
    testEndpoint: () => Promise.reject(new Error('not tested')), termsOf: () => ({ mostCalls: 32, isFree: true }), findings: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() }, now: () => performance.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
  })
  const minds = createClient<MindsProtocol>(page)
  await minds.ask('world-open', { seed: 'test', mode: 'fresh' })
  return minds
}

/** Lives `TICKS` with these minds; what is thought comes some ticks later, by the dice or as it is on record. */
async function live(world: World, env: WorldEnv, { minds, recorder, script }: { minds: Client<MindsProtocol>; recorder: Recorder | null; script(tick: number): Command[] }): Promise<{ served: number; other: number }> {
  let held: Array<{ tick: number; command: Command }> = []
  const counts = { served: 0, other: 0 }
  for (let tick = 0; tick < TICKS; tick++) {
    const due = held.filter((each) => each.tick <= world.tick)
    held = held.filter((each) => !due.includes(each))
    const commands = [...script(tick), ...due.map(({ command }) => command)]
    recorder?.beforeTick(commands)
    tickWorld(world, env, commands)
    recorder?.afterTick()
    const { events } = world
    await minds.ask('events-observe', { observations: toObservations(world, env.land, events) })
    for (const event of events) {
      if (event.type !== 'thought-request') continue
      const { thoughtId, npcId, kind, cause } = event
      const result = await minds.ask('thought-think', { thoughtId, kind, cause, view: buildPrivateView(world, env.land, npcId)!, record: recorder !== null })
      recorder?.noteModelCalls(result.calls ?? [], world.tick)
      if (result.outcome.source === 'model') counts.served++
      else counts.other++
      const asModel = recorder ? (result.calls ?? []).length > 0 : result.heldTicks !== undefined
      held.push({ tick: world.tick + (asModel ? (result.heldTicks ?? 1 + (thoughtId % 9)) : 0), command: { type: 'thought-apply', thoughtId, npcId, outcome: result.outcome } })
    }
  }
  return counts
}

let server: QuirkServer
beforeAll(async () => {
  server = await startQuirkServer(() => ({ pieces: streamOf(`SAY: My name is Mira, and your key is ${KEY}.`) }))
})
afterAll(() => server.stop())

describe('model traffic on record', () => {
  it('[MOD-81] tells of every call who thought, what was asked with which parameters, the answer, times and tokens; a planted key is nowhere in it', async () => {
    const minds = await openMinds()
    await minds.ask('endpoint-set', { endpoint: { kind: 'openai-compatible', baseUrl: server.url, apiKey: KEY, model: 'gpt-x' }, kinds: {} })
    const request = { thoughtId: 5, kind: 'converse' as const, cause: 'asked', view: makeView(MIRA, { turns: [{ speakerId: 'player', text: 'What is your name?', source: 'player', worldSeconds: 0 }] }) }
    const result = await minds.ask('thought-think', { ...request, record: true })
    expect(server.requests[0]!.headers['authorization']).toContain(KEY)
    expect(result.calls).toEqual([
      {
        sequence: 0, npcId: MIRA, kind: 'converse', thoughtId: 5, provider: 'openai-compatible', model: 'gpt-x', promptHash: expect.stringMatching(/^[0-9a-f]{16}$/) as string, messages: [{ role: 'system', content: expect.stringContaining('Mira Tanner') as string }, { role: 'user', content: expect.stringContaining('What is your name?') as string }],
        maxTokens: 160, temperature: 0.85, stop: [], text: expect.stringContaining('My name is Mira') as string, reasoning: '', finish: 'stop', failure: null, tokensIn: expect.any(Number) as number, tokensOut: expect.any(Number) as number, firstTokenMs: expect.any(Number) as number, totalMs: expect.any(Number) as number,
      },
    ])
    const { world } = createTestWorld()
    const recorder = createRecorder(world)
    recorder.noteModelCalls(result.calls!, 3)
    expect(JSON.stringify([recorder.take(), result])).not.toContain('planted')
    expect((await minds.ask('thought-think', { ...request, thoughtId: 6 })).calls).toBeUndefined()
  })

  it('[MOD-82] a recording answers in place of the model, at the ticks at which it answered, so that the same world lives the same', async () => {
    const { world, env } = createTestWorld(9 * 3600)
    const npc = meetSomebody(world, env)
    const again = structuredClone(world)
    const script = (tick: number): Command[] =>
      tick === 5 ? [{ type: 'conversation-open', npcId: npc.id }] : tick % 150 === 60 ? [{ type: 'conversation-say', npcId: npc.id, text: ['I am Ada. What is your name?', 'What are you doing today?', 'Any news?'][Math.floor(tick / 150) % 3]! }] : []
    const recorder = createRecorder(world)
    const minds = await openMinds()
    await minds.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 20_000 } })
    const { served } = await live(world, env, { minds, recorder, script })
    expect(served).toBeGreaterThan(4)
    const file: unknown = JSON.parse(JSON.stringify(recorder.take()))
    const read = readRecording(file)
    if (!read.ok) throw new Error(read.reason)
    const { modelCalls } = read.value.recording
    expect(modelCalls.length).toBeGreaterThanOrEqual(served)
    expect(modelCalls.filter(({ askedTick, appliedTick }) => appliedTick !== null && appliedTick > askedTick).length).toBeGreaterThan(3)

    // what begins a record loses the sign of its zeros
    createRecorder(again)
    const replayed = await openMinds()
    await replayed.ask('trial-set', { trial: { kind: 'recorded', name: 'test', calls: modelCalls } })
    expect((await live(again, env, { minds: replayed, recorder: null, script })).served).toBe(served)
    expect(fingerprintOf(again)).toBe(fingerprintOf(world))
    // files of before, which hold no calls, are read still
    const { modelCalls: _none, ...old } = file as { modelCalls: unknown }
    const before = readRecording(old)
    expect(before.ok && before.value.recording.modelCalls).toEqual([])
  })

  it('[MOD-82] the same prompt gets its own answer, another of the same person and task the next, a stranger none, in words', async () => {
    const minds = await openMinds()
    await minds.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 20_000 } })
    const ask = (text: string, thoughtId: number) => minds.ask('thought-think', { thoughtId, kind: 'converse', cause: 'asked', record: true, view: makeView(MIRA, { turns: [{ speakerId: 'player', text, source: 'player', worldSeconds: 0 }] }) })
    const [first, second] = [await ask('What is your name?', 1), await ask('What is your trade?', 2)]
    const calls = [...first.calls!, ...second.calls!].map((call, sequence) => ({ ...call, sequence, askedTick: 10, appliedTick: 14 + sequence }))
    const give = (call: (typeof calls)[number], change = '') => askModel(model, { messages: call.messages.map(({ role, content }) => ({ role, content: content + change })), maxTokens: call.maxTokens, temperature: call.temperature })
    const model = createRecordedModel(calls)
    expect((await give(calls[1]!)).generation).toMatchObject({ ok: true, text: calls[1]!.text, heldTicks: 5 })
    expect((await give(calls[1]!, ' ')).generation).toMatchObject({ ok: true, text: calls[0]!.text, heldTicks: 4 })
    expect((await give(calls[0]!)).generation).toMatchObject({ ok: false, reason: 'filtered', message: expect.stringContaining('holds no answer') as string })
  })
})
