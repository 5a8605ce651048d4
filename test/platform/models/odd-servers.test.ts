/** Odd servers and odd keys: prompts said over, errors after the end, keys as they are pasted and as they come back. */
import { describe, expect, it } from 'vitest'
import type { WireKind } from '#minds/language-model.ts'
import { readKey } from '#platform/models/api-key.ts'
import { createModel } from '#platform/models/index.ts'
import { askModel, type Asked } from '#test/support/ask-model.ts'
import { eventOf, type Quirk } from '#test/support/quirk-server.ts'
import { END, KEY, raw, say, STOP } from '#test/support/quirks/pieces.ts'
import { serveForFile, type ServerOfFile } from '#test/support/serve-for-file.ts'

const G = 'Good day.'

const server = serveForFile()
let models = 0
async function ask(quirk: Quirk | ServerOfFile['answer'], kind: WireKind = 'openai-compatible'): Promise<Asked> {
  server.answer = typeof quirk === 'function' ? quirk : () => quirk
  server.requests.length = 0
  return askModel(createModel({ kind, baseUrl: server.url, apiKey: KEY, model: `m-${++models}` }, { random: () => -0.9 })!, { limits: { firstTokenMs: 2_500, idleMs: 1_500, totalMs: 6_000 } })
}

it('[MOD-146] a prompt that is said over before the answer is no part of it; an answer that begins like the prompt is', async () => {
  const asked = 'Describe the river and then the old mill behind it.'
  const settings = { kind: 'openai-compatible' as const, baseUrl: server.url, model: 'echo' }
  const run = async (...pieces: string[]): Promise<string[]> => {
    server.answer = () => ({ pieces: say(...pieces) })
    const { generation, speech } = await askModel(createModel(settings)!, { messages: [{ role: 'user', content: asked }] })
    return [generation.text, speech]
  }
  expect(await run('Describe the river and then ', 'the old mill behind it.\n', 'Good day.')).toEqual([G, G])
  expect(await run('Describe the river', ' I cannot.')).toEqual(Array(2).fill('Describe the river I cannot.'))
  expect(await run(asked)).toEqual([asked, asked])
})

it('[MOD-158] an answer that was complete outlives an error after it; one that was not does not', async () => {
  const error = raw({ error: { message: 'usage could not be counted', code: 500 } })
  expect((await ask({ pieces: [eventOf({ content: G }), STOP, error, END] })).generation).toMatchObject({ ok: true, text: G, finish: 'stop' })
  expect((await ask({ pieces: [eventOf({ content: 'Good' }), error, END] })).generation).toMatchObject({ ok: false, reason: 'server-error', text: 'Good' })
  expect((await ask({ pieces: [STOP, error, END] })).generation).toMatchObject({ ok: false, reason: 'server-error' })
})

it('[MOD-157] after the end neither pings nor empty chunks keep a call open', async () => {
  for (const idle of [': ping\n\n', eventOf({ content: '' })]) {
    const started = performance.now()
    const { generation } = await ask({ pieces: [eventOf({ content: 'Good' }), eventOf({ content: ' day.' }), STOP, ...Array.from({ length: 60 }, () => idle)], gapMs: 80, ending: 'open' })
    expect(generation).toMatchObject({ ok: true, text: G, finish: 'stop' })
    expect(performance.now() - started).toBeLessThan(1_500)
  }
})

describe('keys', () => {
  it.each([
    `\u200b${KEY}\ufeff`, `\u00a0${KEY}`, `Authorization: Bearer ${KEY}`, `x-api-key: ${KEY}`, `OPENAI_API_KEY=${KEY}`, `export ANTHROPIC_API_KEY="${KEY}"`, `“${KEY}”`, `"${KEY}",`, `${KEY};`, `<${KEY}>`,
    `Bearer: ${KEY}`, `Bearer Bearer ${KEY}`, `${KEY.slice(0, 9)}\n  ${KEY.slice(9)}`,
  ])('[MOD-140] %j is read as the key in it', (typed) => expect(readKey(typed)).toBe(KEY))

  it('[MOD-140] a key keeps what belongs to it', () => {
    expect(['dGVzdA==', 'key-1234567890', 'tokenlike_abc'].map(readKey)).toEqual(['dGVzdA==', 'key-1234567890', 'tokenlike_abc'])
    expect([undefined, '', ' "" ', 'Bearer '].map(readKey)).toEqual([null, null, null, null])
  })

  it.each([1, 2, 5, 9])('[MOD-141] a key that comes in pieces of %i letters is not heard, in speech or in thinking; the rest is', async (size) => {
    const pieces = `Ask ${KEY} or sk-pl, yes`.match(new RegExp(`.{1,${size}}`, 'g'))!
    const { generation, speech, reasoning } = await ask({ pieces: [...pieces.map((piece) => eventOf({ reasoning_content: piece })), ...say(...pieces)] })
    expect([generation.text, generation.reasoning, speech, reasoning]).toEqual(Array(4).fill('Ask ••• or sk-pl, yes'))
  })

  it('[MOD-141] what looks like a key of any service is not repeated from an error', async () => {
    const { generation } = await ask({ status: 401, pieces: ['keys AIzaSyA1234567890abcdef, pplx-1234567890abcdef, nvapi-1234567890abcdef, Bearer 1234567890abcdef'] })
    expect(JSON.stringify(generation)).not.toContain('1234567890')
  })
})
