/** The model server without a model, asked by the app's own client and tested by its own connection test. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { callBounded } from '#minds/scheduler/bounded-call.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { testEndpoint } from '#platform/models/probe.ts'
import { askModel } from '#test/support/ask-model.ts'
import { drawFault, FAULTS, readFaults, type Fault } from '../../scripts/model/faults.ts'
import { createModelServer, MODEL_NAME, type ModelServerOptions } from '../../scripts/model/serve-model.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function start(change: Partial<ModelServerOptions> = {}): Promise<string> {
  const server = createModelServer({ tokensPerSecond: 0, latencyMs: 0, jitterMs: 0, faults: {}, random: () => 0.5, ...change })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const count = [{ role: 'user' as const, content: 'Count aloud from one to thirty in words.' }]
const post = (url: string, body: object): Promise<Response> => fetch(`${url}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(body) })

describe('the model server', () => {
  it('[MOD-76] is listed, streams, answers whole, counts tokens, and says in name and header whose its words are', async () => {
    const url = await start()
    const list = await fetch(`${url}/v1/models`)
    expect(await list.json()).toMatchObject({ data: [{ id: MODEL_NAME }] })
    expect(MODEL_NAME).toContain('not-a-model')
    const { generation, pieces } = await askModel(createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: url, model: MODEL_NAME }), { messages: count, maxTokens: 300 })
    expect(generation).toMatchObject({ ok: true, finish: 'stop', text: expect.stringMatching(/thirty$/) as string })
    expect(pieces).toBeGreaterThan(0)
    const whole = await post(url, { messages: count, n: 2, stop: ['ten'] })
    expect(whole.headers.get('x-words-from')).toBe('rules, not a model')
    const answer = (await whole.json()) as { choices: Array<{ message: { content: string } }>; usage: { completion_tokens: number } }
    expect(answer.choices.map(({ message }) => message.content)).toEqual([expect.stringMatching(/^one.*nine, $/), expect.stringMatching(/^one.*nine, $/)])
    expect(answer.usage.completion_tokens).toBeGreaterThan(20)
    expect((await askModel(createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: url }), { messages: count, maxTokens: 7 })).generation).toMatchObject({ ok: true, finish: 'length', tokensOut: 7 })
  })

  it('[MOD-76] lets pages in: preflight with any header, the local network, and Retry-After exposed', async () => {
    const url = await start()
    const preflight = await fetch(`${url}/v1/chat/completions`, { method: 'OPTIONS', headers: { origin: 'https://percipi.example', 'access-control-request-headers': 'authorization, content-type, x-anything', 'access-control-request-private-network': 'true' } })
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type, x-anything', 'access-control-allow-private-network': 'true' })
    expect(preflight.headers.get('access-control-expose-headers')).toContain('retry-after')
    for (const [body, words] of [['{', 'not JSON'], ['{}', 'messages'], ['[]', 'not an object']] as const) {
      const refused = await fetch(`${url}/v1/chat/completions`, { method: 'POST', body })
      expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(words)])
    }
    expect((await fetch(`${url}/elsewhere`, { method: 'POST' })).status).toBe(404)
  })

  it('[MOD-76] passes the connection test, at the speed that was asked for, and many are answered at once', async () => {
    const url = await start({ tokensPerSecond: 250, latencyMs: 5 })
    const report = await testEndpoint({ kind: 'openai-compatible', baseUrl: url }, () => undefined)
    expect(report.steps.filter(({ ok }) => ok !== true)).toEqual([])
    expect(report.model).toBe(MODEL_NAME)
    const fast = await start()
    const all = await Promise.all(Array.from({ length: 40 }, () => askModel(createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: fast }), { messages: count, maxTokens: 300 })))
    expect(all.every(({ generation }) => generation.ok && generation.text.endsWith('thirty'))).toBe(true)
  })

  const EXPECTED: ReadonlyArray<[Fault, object]> = [
    ['drop', { ok: false, reason: 'unreachable' }],
    ['stall', { ok: false, reason: 'timeout' }],
    ['429', { ok: false, reason: 'rate-limited' }],
    ['500', { ok: false, reason: 'server-error' }],
    ['503', { ok: false, reason: 'overloaded' }],
    ['garbage', { ok: false }],
    ['html', { ok: false, reason: 'malformed' }],
    ['slow-start', { ok: false, reason: 'timeout' }],
    ['wrong-json', { ok: false, reason: 'malformed' }],
    ['think-blocks', { ok: true, reasoning: expect.stringContaining('No model thinks here') as string, text: expect.stringMatching(/^one/) as string }],
    ['cut', { ok: true, text: expect.not.stringContaining('thirty') as string }],
    ['circles', { ok: true, finish: 'length', tokensOut: 300, text: expect.stringMatching(/^one.*(twenty-nine, thirty.*){4}/) as string }],
  ]
  it.each(EXPECTED)('[MOD-78] the fault %s is what its name says', async (fault, expected) => {
    const url = await start({ faults: { [fault]: 1 } })
    const { generation } = await askModel(createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: url, model: `m-${fault}` }), { messages: count, maxTokens: 300, limits: { firstTokenMs: 400, idleMs: 200, totalMs: 900 } })
    expect(generation).toMatchObject(expected)
  })

  it('[MOD-189] a model that circles on purpose is stopped by what guards every call, and what it said before is kept', async () => {
    const url = await start({ faults: { circles: 1 }, tokensPerSecond: 2_000 })
    const model = createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: url, model: 'round' })
    const generation = await callBounded(model, { messages: count, maxTokens: 3_000, temperature: 1, limits: { firstTokenMs: 2_000, idleMs: 2_000, totalMs: 9_000 } }, { signal: createCancelSource().signal, room: Infinity, heard: () => undefined })
    expect(generation).toMatchObject({ ok: true, text: expect.stringMatching(/^one.*thirty/) as string })
    expect(generation.tokensOut).toBeLessThan(400)
  })

  it('[MOD-78] faults are read with their shares, drawn by them, and a wrong one is told in words', () => {
    expect(readFaults('none')).toEqual({})
    expect(readFaults('drop')).toEqual({ drop: 1 })
    expect(readFaults('drop:0.25, 429:50%')).toEqual({ drop: 0.25, '429': 0.5 })
    expect(readFaults('frogs')).toMatch(/no fault “frogs”/)
    expect(readFaults('drop:2')).toMatch(/from 0 to 1/)
    expect(EXPECTED.map(([fault]) => fault).sort()).toEqual([...FAULTS].sort())
    const drawn = Array.from({ length: 100 }, (_, i) => drawFault({ drop: 0.25, '429': 0.5 }, (i + 0.5) / 100))
    expect([drawn.filter((each) => each === 'drop').length, drawn.filter((each) => each === '429').length, drawn.filter((each) => each === null).length]).toEqual([25, 50, 25])
  })
})
