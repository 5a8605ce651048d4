/** An endpoint of which nothing is known is tested by itself. */
import { expect, it } from 'vitest'
import { createClient } from '#core/tasks/client.ts'
import type { EndpointSettings, Findings, ProbeReport } from '#minds/language-model.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import type { MindsProtocol } from '#minds/minds-protocol.ts'
import { NO_LIMITS } from '#minds/scheduler/budget.ts'
import { serveMinds } from '#minds/serve-minds.ts'
import { portPair } from '#test/support/port-pair.ts'
import { createFakeModel } from './support/fake-model.ts'

const FAST: EndpointSettings = { kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1', model: 'fast' }
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

function openMinds(outcome: 'well' | 'ill' | 'lost' = 'well') {
  const [page, worker] = portPair()
  const tested: string[] = []
  const kept = new Map<string, Findings>()
  serveMinds(worker, {
    createStore: () => createTabStore(), readMemory: () => null, createModel: ({ kind }) => (kind === 'builtin' ? null : createFakeModel('SAY: Well met.')), withChaos: (model) => model, createEmbeddingModel: () => null, createTrial: () => null,
    testEndpoint: ({ model = '' }) => {
      tested.push(model)
      const report: ProbeReport = { ok: outcome === 'well', verdict: '', provider: 'openai-compatible', model, baseUrl: '', models: [], steps: [], tokensPerSecond: 2_600, firstTokenMs: 40, tier: 4, extras: { schema: true, json: true, stops: true, reasons: false, sideBySide: true } }
      return outcome === 'lost' ? Promise.reject(new Error('the test broke')) : Promise.resolve(report)
    },
    termsOf: () => ({ mostCalls: 32, isFree: true }), findings: { load: () => Promise.resolve(kept), save: () => Promise.resolve() }, now: () => performance.now(), after: () => () => undefined,
  })
  const minds = createClient<MindsProtocol>(page)
  let status: Awaited<ReturnType<typeof choose>> | null = null
  minds.onNews('model-status', (next) => (status = next))
  const choose = (endpoint: EndpointSettings) => minds.ask('endpoint-set', { endpoint, kinds: {} })
  return { minds, tested, kept, choose, status: () => status }
}

it('[MOD-110] it is tested once, its tier follows at once, what that took is counted, and what was found is kept', async () => {
  const { tested, kept, choose, status } = openMinds()
  expect((await choose(FAST)).tier).toBe(1)
  await settle()
  expect(status()).toMatchObject({ tier: 4, tokensPerSecond: 2_600, tokensIn: 200, tokensOut: 100 })
  expect([...kept.values()]).toEqual([{ tier: 4, form: 'schema', sideBySide: true }])
  await choose({ kind: 'builtin' })
  await choose(FAST)
  await settle()
  expect(tested).toEqual(['fast'])
})

it('[MOD-110] one that fails the test is left to its thoughts, and costs nothing; the built-in mind and the browser’s own model are not tested', async () => {
  for (const outcome of ['ill', 'lost'] as const) {
    const { tested, kept, choose, status } = openMinds(outcome)
    await choose(FAST)
    await settle()
    await choose(FAST)
    await settle()
    expect([tested, kept.size, status()?.tokensOut]).toEqual([['fast'], 0, 0])
  }
  const { tested, choose } = openMinds()
  await choose({ kind: 'builtin' })
  await choose({ kind: 'browser' })
  await settle()
  expect(tested).toEqual([])
})

it('[MOD-110] nothing is tested while models are switched off or the limits leave no room', async () => {
  for (const budget of [{ ...NO_LIMITS, paused: true }, { ...NO_LIMITS, tokensPerMinute: 100 }]) {
    const { minds, tested, choose } = openMinds()
    await minds.ask('budget-set', budget)
    await choose(FAST)
    await settle()
    expect(tested).toEqual([])
    await minds.ask('budget-set', NO_LIMITS)
    await choose(FAST)
    await settle()
    expect(tested).toEqual(['fast'])
  }
})
