/** Every failure is a value with a reason and a sentence that says what to do; a key is never in it. */
import { createServer, type Server } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import { askModel } from '#test/support/ask-model.ts'
import { eventOf, startQuirkServer, streamOf } from '#test/support/quirk-server.ts'
import { KEY } from '#test/support/quirks/pieces.ts'
import { serveForFile } from '#test/support/serve-for-file.ts'

const server = serveForFile()

const settings = (): { kind: 'openai-compatible'; baseUrl: string; apiKey: string; model: string } => ({ kind: 'openai-compatible', baseUrl: server.url, apiKey: KEY, model: 'm' })
const SHORT = { limits: { firstTokenMs: 700, idleMs: 300, totalMs: 3_000 } }

describe('failures', () => {
  it('[MOD-20] what arrived before a failure is kept', async () => {
    server.answer = () => ({ pieces: [eventOf({ content: 'Good ' }), eventOf({ content: 'mor' })], ending: 'destroy' })
    const { generation } = await askModel(createOpenAiCompatible(settings()), SHORT)
    expect(generation).toMatchObject({ ok: false, reason: 'unreachable', text: 'Good mor' })
  })

  it('[MOD-21] a dead server, an unknown host and a wrong address are told apart', async () => {
    const closed = await freePort()
    const dead = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: `http://127.0.0.1:${closed}` }), SHORT)
    expect(dead.generation).toMatchObject({ ok: false, reason: 'unreachable', message: expect.stringMatching(/Nothing answers at http:\/\/127.*Start the model server/) as string })
    const unknown = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: 'http://no-such-host.invalid' }), SHORT)
    expect(unknown.generation).toMatchObject({ ok: false, reason: 'unreachable' })
    const wrong = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: 'ftp://x' }), SHORT)
    expect(wrong.generation).toMatchObject({ ok: false, reason: 'unreachable', message: expect.stringMatching(/begins with ftp/) as string })
  })

  it('[MOD-22] a server that takes connections and never speaks runs into the limit', async () => {
    const mute: Server = createServer(() => undefined)
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const { port } = mute.address() as { port: number }
    const { generation } = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: `http://127.0.0.1:${port}` }), { limits: { firstTokenMs: 150, idleMs: 100, totalMs: 1_000 } })
    expect(generation).toMatchObject({ ok: false, reason: 'timeout' })
    mute.close()
  })

  it('[MOD-22] an answer without end runs into the total limit and keeps its words', async () => {
    server.answer = () => ({ pieces: Array.from({ length: 200 }, () => eventOf({ content: 'la ' })), gapMs: 10 })
    const { generation } = await askModel(createOpenAiCompatible(settings()), { limits: { firstTokenMs: 500, idleMs: 200, totalMs: 250 } })
    expect(generation).toMatchObject({ ok: false, reason: 'timeout' })
    expect(generation.text).toMatch(/^la la/)
  })

  it('[MOD-23] cancelling ends the call at once and closes the connection', async () => {
    const own = await startQuirkServer(() => ({ pieces: [eventOf({ content: 'Good' })], ending: 'open' }))
    const source = createCancelSource()
    const { generation } = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: own.url }), { signal: source.signal, onDelta: () => source.cancel() })
    expect(generation).toMatchObject({ ok: false, reason: 'cancelled', text: 'Good' })
    await own.closed
    await own.stop()
  })

  it('[MOD-23] a call that was cancelled before it began asks nobody', async () => {
    const before = server.requests.length
    const source = createCancelSource()
    source.cancel()
    const { generation } = await askModel(createOpenAiCompatible(settings()), { signal: source.signal })
    expect(generation).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(server.requests.length).toBe(before)
  })

  it('[MOD-23] after [DONE] a connection that the server leaves open is closed', async () => {
    const own = await startQuirkServer(() => ({ pieces: streamOf('Good day.'), ending: 'open' }))
    const { generation } = await askModel(createOpenAiCompatible({ ...settings(), baseUrl: own.url }))
    expect(generation).toMatchObject({ ok: true, text: 'Good day.' })
    await own.closed
    await own.stop()
  })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}
