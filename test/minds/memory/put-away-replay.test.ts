/** A run on record in which people are put away and come back lives again to the same state, whatever is stored then. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { createClient, type Client } from '#core/tasks/client.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import type { LanguageModel } from '#minds/language-model.ts'
import type { MemoryStore } from '#minds/memory/memory-store.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import type { KeepingMode, MindsProtocol } from '#minds/minds-protocol.ts'
import { speakByRules } from '#minds/rule-speaker/speak-by-rules.ts'
import { serveMinds } from '#minds/serve-minds.ts'
import { closeDatabase, openDatabase } from '#platform/storage/database.ts'
import { readMemory } from '#platform/storage/memory-record.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'
import { createTrial } from '#platform/models/trials.ts'
import { advanceWorld } from '#simulation/advance.ts'
import type { Command } from '#simulation/commands.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { readRecording } from '#simulation/read-recording.ts'
import { createRecorder, createReplay, fingerprintOf, stepReplay, type Recorder } from '#simulation/recording.ts'
import { tickWorld } from '#simulation/tick.ts'
import type { World } from '#simulation/world.ts'
import { createTestEnv } from '#test/support/create-test-world.ts'
import { portPair } from '#test/support/port-pair.ts'
import { createCrowdedVillage } from '#test/support/rumour-village.ts'

const SEED = 'put-away'
const env = createTestEnv()
/** The minds' clock runs so many times as fast, so that nothing waits for a model that answers at once. */
const CLOCK = 50

/** Words by rules at once, measured as fast. */
const parrot: LanguageModel = {
  provider: 'fake', model: 'parrot-3',
  generate: ({ messages }) => Promise.resolve({ ok: true, finish: 'stop', text: speakByRules(messages), reasoning: '', tokensIn: 10, tokensOut: 4_000, firstTokenMs: 10, totalMs: 110 }),
}

type Minds = { client: Client<MindsProtocol>; counts: { away: number; back: number } }

/** Minds over this browser's database; `stays`: nobody is put away. */
async function openMinds(mode: KeepingMode, stays = false): Promise<Minds> {
  const [page, worker] = portPair()
  const counts = { away: 0, back: 0 }
  const were = new Set<string>()
  const counted = (store: MemoryStore): MemoryStore => ({
    ...store,
    async putAway(npcIds) {
      const away = stays ? [] : await store.putAway(npcIds)
      for (const npcId of away) were.add(npcId)
      counts.away += away.length
      return away
    },
    load(npcId) {
      if (were.delete(npcId)) counts.back++
      return store.load(npcId)
    },
  })
  serveMinds(worker, {
    createStore: (changed) => counted(createMemoryStore({ changed })), readMemory, createModel: () => null, withChaos: (model) => model, createEmbeddingModel: () => null, createTrial: (trial) => (trial.kind === 'recorded' ? createTrial(trial) : parrot),
    testEndpoint: () => Promise.reject(new Error('not tested')), termsOf: () => ({ mostCalls: 32, isFree: true }), findings: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() }, now: () => performance.now() * CLOCK,
    after(ms, callback) {
      const timer = setTimeout(callback, ms / CLOCK)
      return () => clearTimeout(timer)
    },
  })
  const client = createClient<MindsProtocol>(page)
  await client.ask('world-open', { seed: SEED, mode })
  return { client, counts }
}

/** An evening and its night: a while is lived, two hours are run ahead, and again; ever fewer notice anything. */
async function live(world: World, { client }: Minds, recorder: Recorder | null, parts = 3): Promise<void> {
  let held: Array<{ tick: number; command: Command }> = []
  const hear = async (events: readonly WorldEvent[]): Promise<void> => {
    await client.ask('events-observe', { observations: toObservations(world, env.land, events) })
    for (const event of events) {
      if (event.type !== 'thought-request') continue
      const { thoughtId, npcId, kind, cause } = event
      const view = buildPrivateView(world, env.land, npcId)
      if (!view) continue
      const result = await client.ask('thought-think', { thoughtId, kind, cause, view, record: recorder !== null })
      recorder?.noteModelCalls(result.calls ?? [], world.tick)
      const asModel = recorder ? (result.calls ?? []).length > 0 : result.heldTicks !== undefined
      held.push({ tick: world.tick + (asModel ? (result.heldTicks ?? 1 + (thoughtId % 9)) : 0), command: { type: 'thought-apply', thoughtId, npcId, outcome: result.outcome } })
    }
  }
  for (let part = 0; part < parts; part++) {
    // whoever is looked at comes back
    for (const { id } of world.npcs.filter((_, n) => n % 3 === part)) await client.ask('memories-find', { npcId: id, query: null, limit: 1, view: null })
    for (let tick = 0; tick < 90; tick++) {
      const due = held.filter((each) => each.tick <= world.tick)
      held = held.filter((each) => !due.includes(each))
      const talked = world.npcs[(part * 7) % world.npcs.length]!
      const commands: Command[] = [
        ...(tick === 20 ? ([{ type: 'player-place', x: talked.body.x + 1, z: talked.body.z + 1 }, { type: 'conversation-open', npcId: talked.id }] as const) : []), ...(tick === 50 ? ([{ type: 'conversation-say', npcId: talked.id, text: 'I am Ada. What do you remember of me?' }] as const) : []), ...due.map(({ command }) => command),
      ]
      recorder?.beforeTick(commands)
      tickWorld(world, env, commands)
      recorder?.afterTick()
      await hear(world.events)
    }
    recorder?.beforeAdvance(2 * 3600)
    for (const events of advanceWorld(world, env, 2 * 3600)) await hear(events)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  // nothing of it is written later
  await client.ask('world-let-go', { write: true })
}

/** What is stored, to be stored again. */
async function dump(): Promise<Array<[[string, string, number], unknown]>> {
  const database = await openDatabase()
  const [keys, values] = [await database.getAllKeys('memories'), await database.getAll('memories')]
  return keys.map((key, n) => [key, values[n]])
}

async function wipe(then: Awaited<ReturnType<typeof dump>> = []): Promise<void> {
  await closeDatabase()
  globalThis.indexedDB = new IDBFactory()
  const database = await openDatabase()
  for (const [key, value] of then) await database.put('memories', value, key)
}

beforeEach(() => wipe())

for (const before of ['nothing stored', 'memories of earlier days stored'] as const) {
  it(`[MIND-350] people are put away and come back on record, with ${before}: it lives again to the same state without storage, and is answered alike with the same one`, async () => {
    const { world } = createCrowdedVillage(SEED, 72)
    world.worldSeconds = 22.5 * 3600
    if (before !== 'nothing stored') {
      world.worldSeconds -= 2.5 * 3600
      const early = await openMinds('keep')
      await early.client.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 20_000 } })
      await live(world, early, null, 1)
    }
    const stored = await dump()
    expect(stored.length > 0).toBe(before !== 'nothing stored')
    const recorder = createRecorder(world)
    const start = structuredClone(world)
    const minds = await openMinds('keep')
    await minds.client.ask('trial-set', { trial: { kind: 'rules-at-speed', tokensPerSecond: 20_000 } })
    await live(world, minds, recorder)
    expect(minds.counts.away).toBeGreaterThan(20)
    expect(minds.counts.back).toBeGreaterThan(5)
    const read = readRecording(JSON.parse(JSON.stringify(recorder.take())))
    if (!read.ok) throw new Error(read.reason)
    const { recording } = read.value

    // a replay asks no minds, so it needs no memories
    const replay = createReplay(recording)
    const lived: Array<boolean | null> = []
    while (!replay.isOver(read.value.world.tick)) lived.push(stepReplay(read.value.world, env, replay))
    expect(lived.filter((agrees) => agrees !== null).length).toBeGreaterThan(0)
    expect(lived).not.toContain(false)

    // minds that answer anew from what the models said need the memories it began with, and nothing else: not who was put away when
    const ways: Array<[KeepingMode, boolean]> = [[stored.length === 0 ? 'fresh' : 'keep', false], ['keep', true]]
    for (const [mode, stays] of ways) {
      await wipe(stored)
      const again = structuredClone(start)
      const others = await openMinds(mode, stays)
      await others.client.ask('trial-set', { trial: { kind: 'recorded', name: 'test', calls: recording.modelCalls } })
      await live(again, others, null)
      expect(others.counts.away > 0).toBe(!stays)
      expect(fingerprintOf(again), `${mode}, ${stays ? 'nobody' : 'people'} put away`).toBe(fingerprintOf(world))
    }
  }, 60_000)
}
