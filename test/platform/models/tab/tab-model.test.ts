/** A model in the tab: its words for what goes wrong, files at addresses, and the model as the minds know it, over a thread that is played. */
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { serve, type Handlers } from '#core/tasks/serve.ts'
import type { Thread } from '#core/tasks/thread.ts'
import type { GenerateOptions } from '#minds/language-model.ts'
import { fitPrompt } from '#minds/prompts/fit-prompt.ts'
import { callTermsOf } from '#platform/models/call-terms.ts'
import { fetchModel, measureModel, readModelAddress } from '#platform/models/tab/fetch-model.ts'
import { createTabModels } from '#platform/models/tab/tab-model.ts'
import type { TabProtocol } from '#platform/models/tab/tab-protocol.ts'
import { watchReading } from '#platform/models/tab/watch-reading.ts'
import { adviceFor, answerFailure, byteWords, contextFor, loadFailure, memoryFor, missing, obstacleIn, tooLong } from '#platform/models/tab/tab-words.ts'

const LOADED = { ok: true, ms: 500, contextTokens: 4096, threads: 1, about: 'Tiny' } as const
const piece = (content: string): string => JSON.stringify({ choices: [{ index: 0, delta: { content } }] })
const done = JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage: { prompt_tokens: 9, completion_tokens: 3 } })

/** A thread that answers as these handlers do. */
function played(handlers: Handlers<TabProtocol>): Thread & { die(): void } {
  const listeners = new Map<string, (event: { type: string; data?: unknown }) => void>()
  const port = { postMessage: (data: unknown) => void listeners.get('message')?.({ type: 'message', data }), onmessage: null as ((event: { data: unknown }) => void) | null }
  serve<TabProtocol>(port, handlers)
  return {
    postMessage: (data) => void Promise.resolve().then(() => port.onmessage?.({ data })),
    addEventListener: (type, listener) => void listeners.set(type, listener),
    terminate: () => undefined,
    die: () => void listeners.get('error')?.({ type: 'error' }),
  }
}

const asked = (change: Partial<GenerateOptions> = {}): GenerateOptions => ({ messages: [{ role: 'user', content: 'Good day.' }], maxTokens: 20, temperature: 0, signal: createCancelSource().signal, limits: { firstTokenMs: 500, idleMs: 500, totalMs: 1_000 }, ...change })

describe('a model in the tab', () => {
  it('[MOD-124] streams like any other, thinking kept apart, with what it counted itself', async () => {
    const bodies: string[] = []
    const models = createTabModels(() => played({
      'tab-load': { run: () => LOADED },
      'tab-ask': {
        run({ body }, report) {
          bodies.push(body)
          for (const chunk of [piece('<think>hm</think>The '), piece('heron'), piece('.'), done]) report(chunk)
          return { ok: true }
        },
      },
    }))
    const heard: string[] = []
    const model = models.create({ kind: 'tab', model: 'tiny.gguf' })
    const generation = await model.generate(asked({ stop: ['\n'], schema: { name: 'x', properties: { do: { type: 'integer', enum: [1] } } }, onDelta: (text, channel) => void heard.push(`${channel} ${text}`) }))
    expect(generation).toMatchObject({ ok: true, text: 'The heron.', reasoning: 'hm', tokensIn: 9, tokensOut: 3, finish: 'stop' })
    expect(heard.at(-1)).toBe('speech .')
    expect(JSON.parse(bodies[0]!)).toMatchObject({ stop: ['\n'], max_tokens: 20, response_format: { type: 'json_schema' } })
    expect(model).toMatchObject({ provider: 'tab', model: 'tiny' })
    expect(callTermsOf({ kind: 'tab' })).toEqual({ mostCalls: 1, isFree: true })
  })

  it('[MOD-185] how far a file is on its way into memory is told, whoever began it, and that it is there', async () => {
    const told: unknown[] = []
    const models = createTabModels(() => played({
      'tab-load': {
        run(_name, report) {
          for (const share of [0.25, 0.75, null]) report(share)
          return LOADED
        },
      },
      'tab-ask': { run: (_request, report) => (report(piece('Yes.')), report(done), { ok: true }) },
    }), undefined, (loading) => told.push(loading && loading.share))
    expect(await models.create({ kind: 'tab', model: 'tiny.gguf' }).generate(asked())).toMatchObject({ ok: true })
    expect(told).toEqual([0.25, 0.75, null, null])
    expect(await models.load({ kind: 'tab', model: 'tiny.gguf' })).toEqual({ ok: true, message: '“tiny.gguf” is in memory: Tiny, 4,096 tokens in view.' })
  })

  it('[MOD-186] loading that is stopped ends its thread at once; thoughts do not begin it again, the player can', async () => {
    let threads = 0
    let ended = 0
    let isSlow = true
    const models = createTabModels(() => {
      threads++
      const thread = played({
        'tab-load': {
          run(_name, report) {
            report(0.1)
            return isSlow ? new Promise<never>(() => undefined) : LOADED
          },
        },
        'tab-ask': { run: (_request, report) => (report(piece('Yes.')), report(done), { ok: true }) },
      })
      return { ...thread, terminate: () => void ended++ }
    }, undefined, (loading) => loading !== null && setTimeout(() => models.stopLoading(), 5))
    const model = models.create({ kind: 'tab', model: 'big.gguf' })
    const started = performance.now()
    const first = await model.generate(asked({ limits: { firstTokenMs: 4_000, idleMs: 4_000, totalMs: 8_000 } }))
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(first).toMatchObject({ ok: false, reason: 'model-missing', message: expect.stringContaining('was stopped') as string })
    expect(await model.generate(asked())).toMatchObject({ ok: false, reason: 'model-missing' })
    expect([threads, ended]).toEqual([1, 1])
    isSlow = false
    expect((await models.load({ kind: 'tab', model: 'big.gguf' })).ok).toBe(true)
    expect(await model.generate(asked())).toMatchObject({ ok: true, text: 'Yes.' })
    expect(threads).toBe(2)
  })

  it('[MOD-185] a file tells how much of it is read, in slices or as a stream, and is read as it is', async () => {
    for (const read of [async (file: File) => Promise.all(Array.from({ length: 10 }, (_, n) => file.slice(n * 100, (n + 1) * 100).text())).then((parts) => parts.join('')), (file: File) => new Response(file.stream()).text()]) {
      const shares: number[] = []
      const file = watchReading(new File(['x'.repeat(1_000)], 'tiny.gguf'), (share) => shares.push(share))
      expect(await read(file)).toBe('x'.repeat(1_000))
      expect(shares.at(-1)).toBe(1)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect([file.name, file.size]).toEqual(['tiny.gguf', 1_000])
    }
  })

  it('[MOD-125] cancelling stops the model itself', async () => {
    let stopped = false
    const models = createTabModels(() => played({
      'tab-load': { run: () => LOADED },
      'tab-ask': {
        run: (_request, report, signal) => new Promise((resolve) => {
          report(piece('On and '))
          signal.onCancel(() => {
            stopped = true
            resolve({ ok: false, reason: 'cancelled', message: '' })
          })
        }),
      },
    }))
    const source = createCancelSource()
    const generation = await models.create({ kind: 'tab', model: 'tiny.gguf' }).generate(asked({ signal: source.signal, onDelta: () => source.cancel() }))
    expect(generation).toMatchObject({ ok: false, reason: 'cancelled' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(stopped).toBe(true)
  })

  it('[MOD-126] what fails is told in its own words, also when its thread dies, which the next thought starts anew', async () => {
    const threads: Array<ReturnType<typeof played>> = []
    const models = createTabModels(() => {
      const thread = played({ 'tab-load': { run: ({ name }) => (name === 'gone.gguf' ? missing(name) : LOADED) }, 'tab-ask': { run: (_r, report) => (threads.length === 1 ? new Promise(() => undefined) : (report(piece('Yes.')), report(done), { ok: true as const })) } })
      threads.push(thread)
      return thread
    })
    expect(await models.create({ kind: 'tab', model: 'gone.gguf' }).generate(asked())).toMatchObject({ ok: false, reason: 'model-missing', message: missing('gone.gguf').message })
    expect(await models.create({ kind: 'tab' }).generate(asked())).toMatchObject({ ok: false, reason: 'model-missing' })
    const dying = models.create({ kind: 'tab', model: 'tiny.gguf' }).generate(asked())
    await new Promise((resolve) => setTimeout(resolve, 5))
    threads[0]?.die()
    expect(await dying).toMatchObject({ ok: false, message: expect.stringContaining('want of memory') as string })
    expect(await models.create({ kind: 'tab', model: 'tiny.gguf' }).generate(asked())).toMatchObject({ ok: true, text: 'Yes.' })
  })

  it('[MOD-126] nobody waits longer for a model that is still being loaded than for any other, and that is said', async () => {
    const models = createTabModels(() => played({ 'tab-load': { run: () => new Promise(() => undefined) }, 'tab-ask': { run: () => ({ ok: true }) } }))
    const generation = await models.create({ kind: 'tab', model: 'big.gguf' }).generate(asked({ limits: { firstTokenMs: 30, idleMs: 30, totalMs: 60 } }))
    expect(generation).toMatchObject({ ok: false, reason: 'timeout', message: expect.stringContaining('still being loaded') as string })
  })

  it('[MOD-127] a test tells file, loading, answer, stream, speed and JSON step by step', async () => {
    const models = createTabModels(() => played({
      'tab-load': { run: ({ name }) => (name === 'gone.gguf' ? missing(name) : LOADED) },
      'tab-ask': {
        run({ body }, report) {
          for (const chunk of body.includes('json_schema') ? [piece('{"do":7}')] : [piece('one, '), piece('two')]) report(chunk)
          report(done)
          return { ok: true }
        },
      },
    }))
    const report = await models.test({ kind: 'tab', model: 'tiny.gguf' }, () => undefined)
    expect(report.steps.map(({ id, ok }) => `${id} ${ok}`)).toEqual(['reachable true', 'model true', 'answers true', 'streams true', 'speed true', 'extras true'])
    expect(report).toMatchObject({ ok: true, extras: { schema: true, sideBySide: false } })
    expect(await models.test({ kind: 'tab', model: 'gone.gguf' }, () => undefined)).toMatchObject({ ok: false, steps: [{ id: 'reachable', ok: false }], verdict: missing('gone.gguf').message })
  })
})

describe('prompts for a model that keeps little in view', () => {
  const user = ['You take this to be so:\n<a>\n- the mill burned\n</a>', 'The talk so far:\n<a>\nA: one\nB: two\nA: three\nB: four\n</a>', 'You remember:\n<a>\n- rain\n</a>', 'Answer.'].join('\n\n')
  const messages = [{ role: 'system' as const, content: 'Rules.' }, { role: 'user' as const, content: user }]
  const content = (characters: number): string | undefined => fitPrompt(messages, characters)?.[1]?.content

  it('[MOD-128] are cut to fit: beliefs before memories before old lines of the talk, rules and task never', () => {
    expect(content(1_000)).toBe(user)
    expect(content(140)).not.toContain('mill')
    expect(content(140)).toContain('rain')
    expect(content(90)).not.toContain('rain')
    const least = content(66)
    expect(least).not.toContain('A: one')
    expect(least).toContain('B: four')
    expect(least).toContain('Answer.')
    expect(fitPrompt(messages, 20)).toBeNull()
    expect(contextFor({ contextLength: 2048 })).toBe(2048)
    expect(contextFor({ contextLength: 131_072 })).toBe(4096)
  })
})

describe('a model at an address', () => {
  const url = new URL('https://models.example/x.gguf')
  const never = new AbortController().signal
  const answering = (answers: (init: RequestInit | undefined) => Response | Error): typeof fetch => async (_url, init) => {
    const answer = answers(init)
    if (answer instanceof Error) throw answer
    return answer
  }

  it('[MOD-129] tells its size before it is fetched, by its head or by one byte of it, or that nobody knows', async () => {
    expect(await measureModel(url, never, answering(() => new Response(null, { headers: { 'content-length': '400' } })))).toBe(400)
    const byRange = answering((init) => (init?.method === 'HEAD' ? new Response(null, { status: 405 }) : new Response('G', { status: 206, headers: { 'content-range': 'bytes 0-0/777' } })))
    expect(await measureModel(url, never, byRange)).toBe(777)
    expect(await measureModel(url, never, answering(() => new Response('')))).toBeNull()
    const seen: Array<RequestInit | undefined> = []
    await fetchModel(url, never, answering((init) => (seen.push(init), new Response('GGUF', { headers: { 'content-length': '4' } }))))
    expect(seen[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    expect([readModelAddress('ftp://x/y'), readModelAddress('https://me:secret@x/y'), readModelAddress('model')]).toEqual([null, null, null])
  })

  it('[MOD-130] says what went wrong and what to do', async () => {
    const wordsOf = (ask: typeof fetch): Promise<string> => measureModel(url, never, ask).then(String, (error: unknown) => (error as Error).message)
    const failing = new TypeError('Failed to fetch')
    expect(await wordsOf(answering((init) => (init?.mode === 'no-cors' ? new Response('') : failing)))).toContain('CORS')
    expect(await wordsOf(answering(() => failing))).toContain('could not be reached')
    for (const [status, words] of [[401, 'signed in'], [404, 'no such file'], [503, 'did not give']] as const) expect(await wordsOf(answering(() => new Response(null, { status })))).toContain(words)
    expect(await wordsOf(answering(() => new Response('<html>', { headers: { 'content-type': 'text/html' } })))).toContain('web page')
    const broken = await fetchModel(url, never, answering(() => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) }))))
    await expect(broken.pieces.getReader().read()).rejects.toThrow('broke while the model came')
  })
})

describe('words', () => {
  it('[MOD-131] each failure says what to do', () => {
    expect(loadFailure('(ABORT) Cannot enlarge memory, failed to grow', 9e8).message).toContain('too large for the memory')
    expect(loadFailure('Invalid typed array length: 4', 9e8).message).toContain('it does not say why')
    expect(loadFailure("unknown model architecture: 'foo'", 1).message).toContain('known family')
    expect(loadFailure("violates the following Content Security Policy directive", 1).message).toContain('content policy forbids')
    expect(loadFailure('Failed to fetch', 1).message).toContain('own server')
    expect(loadFailure('', 1).message).toContain('choose another')
    expect(answerFailure('std::bad_alloc').message).toContain('out of memory')
    expect(answerFailure('request exceeds the available context size')).toEqual(tooLong())
    expect(answerFailure('boom').message).toContain('loaded anew')
    expect(obstacleIn(undefined)).toContain('SIMD')
    expect(obstacleIn({ validate: (bytes: Uint8Array) => bytes.length > 20 } as unknown as typeof WebAssembly)).toContain('Memory64')
    expect(obstacleIn({ validate: () => true } as unknown as typeof WebAssembly)).toBeNull()
  })

  it('[MOD-132] sizes are told with memory and a warning where it is large for the machine', () => {
    expect([byteWords(1_400_000_000), byteWords(4e8), byteWords(354_000)]).toEqual(['1.4 GB', '400 MB', '354 kB'])
    expect(adviceFor(null, 8)).toContain('does not say')
    expect(adviceFor(5e9, 8)).toContain('smaller')
    expect(adviceFor(2e9, 8)).toContain('slow')
    expect(adviceFor(5e8, null)).not.toMatch(/slow|smaller/)
    expect(memoryFor(5e8, { architecture: 'llama', name: null, contextLength: 32_768, layers: 24, keptPerToken: 256, hasTemplate: true, parts: 1, leastBytes: 0 })).toBe(5e8 + 256 * 24 * 2 * 4096 + 150_000_000)
  })
})
