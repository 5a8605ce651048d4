/** The word by which a service finds what it has read already: who gets it, what it tells, and what becomes of it where it is refused. */
import { describe, expect, it } from 'vitest'
import type { Message } from '#minds/language-model.ts'
import { createModel } from '#platform/models/index.ts'
import { askModel } from '#test/support/ask-model.ts'
import { streamOf } from '#test/support/quirk-server.ts'

type Sent = { url: string; init: RequestInit; body: { [name: string]: unknown } }

/** A fetch that keeps what it was asked for; `refuses`: fields for which it answers 400. */
function listener(refuses: (body: Sent['body']) => string | null = () => null): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = []
  return {
    sent,
    fetch(input, init) {
      const body = JSON.parse(init!.body as string) as Sent['body']
      sent.push({ url: input as string, init: init!, body })
      const refusal = refuses(body)
      return Promise.resolve(refusal === null ? new Response(streamOf('Good day.').join('')) : new Response(JSON.stringify({ error: { message: refusal } }), { status: 400 }))
    },
  }
}
const said = (person: string, words: string): Message[] => [{ role: 'system', content: `You are ${person}.` }, { role: 'user', content: words }]
let models = 0

describe('affinity', () => {
  it('[MOD-181] a service that is known to bear it is told which calls begin alike, in a word that tells nothing else', async () => {
    const { sent, fetch } = listener()
    const model = createModel({ kind: 'openai-compatible', baseUrl: 'https://api.openai.com/v1', model: `m-${++models}`, apiKey: 'sk-planted-0123456789' }, { fetch, random: () => 0.4 })!
    for (const [person, words] of [['Ada', 'Good day.'], ['Ada', 'And the mill?'], ['Boran', 'Good day.']] as const) await askModel(model, { messages: said(person, words) })
    const words = sent.map(({ body }) => body['prompt_cache_key'] as string)
    expect(words[0]).toMatch(/^[0-9a-z]{8,16}$/)
    expect(words[1]).toBe(words[0])
    expect(words[2]).not.toBe(words[0])
    // no header goes with it
    for (const { init } of sent) expect(Object.keys(init.headers as object).sort()).toEqual(['authorization', 'content-type'])
  })

  it.each(['http://localhost:11434/v1', 'https://api.groq.com/openai/v1', 'https://openrouter.ai/api/v1', 'https://me.openai.azure.com', 'https://api.openai.com.example.org/v1', 'https://town.example.org/v1'])('[MOD-181] %s, of which that is not known, is told nothing', async (baseUrl) => {
    const { sent, fetch } = listener()
    await askModel(createModel({ kind: 'openai-compatible', baseUrl, model: `m-${++models}`, apiKey: 'sk-planted-0123456789' }, { fetch })!, { messages: said('Ada', 'Good day.') })
    expect(Object.keys(sent[0]!.body).filter((name) => /key|user|session/.test(name))).toEqual([])
  })

  it.each(["Unrecognized request argument supplied: prompt_cache_key", "property 'prompt_cache_key' is unsupported", 'Extra inputs are not permitted'])('[MOD-181] refused (%s), it is left out, and from then on', async (refusal) => {
    const { sent, fetch } = listener((body) => ('prompt_cache_key' in body ? refusal : null))
    const model = createModel({ kind: 'openai-compatible', baseUrl: 'https://eu.api.openai.com/v1', model: `m-${++models}` }, { fetch })!
    for (let round = 0; round < 2; round++) expect((await askModel(model, { messages: said('Ada', 'Good day.') })).generation).toMatchObject({ ok: true, text: 'Good day.' })
    expect(sent).toHaveLength(3)
  })
})

describe('what else services want', () => {
  it('[MOD-182] a key of Azure goes in its own header, whichever of its hosts it is for', async () => {
    for (const host of ['me.openai.azure.com', 'me.services.ai.azure.com', 'me.cognitiveservices.azure.com']) {
      const { sent, fetch } = listener()
      await askModel(createModel({ kind: 'openai-compatible', baseUrl: `https://${host}/openai/deployments/x/chat/completions?api-version=2024-10-21`, model: `m-${++models}`, apiKey: 'planted-0123456789' }, { fetch })!)
      expect(sent[0]).toMatchObject({ url: `https://${host}/openai/v1/chat/completions`, init: { headers: { 'api-key': 'planted-0123456789' } } })
      expect((sent[0]!.init.headers as { [name: string]: string })['authorization']).toBeUndefined()
    }
  })

  it('[MOD-182] Gemini, whose keys may be kept to pages, is told the origin of this one; nobody else is told anything of it', async () => {
    for (const [kind, policy] of [['gemini', 'strict-origin'], ['anthropic', 'no-referrer'], ['openai-compatible', 'no-referrer'], ['ollama', 'no-referrer']] as const) {
      const { sent, fetch } = listener()
      await askModel(createModel({ kind, baseUrl: 'https://models.example.org', model: `m-${++models}`, apiKey: 'sk-planted-0123456789' }, { fetch })!)
      expect(sent[0]!.init.referrerPolicy, kind).toBe(policy)
    }
  })

  it('[MOD-183] Ollama is asked not to think before it speaks; a model that cannot be asked so is asked without', async () => {
    const { sent, fetch } = listener((body) => ('think' in body ? '"m" does not support thinking' : null))
    const model = createModel({ kind: 'ollama', baseUrl: 'http://localhost:11434', model: `m-${++models}` }, { fetch })!
    for (let round = 0; round < 2; round++) expect((await askModel(model)).generation).toMatchObject({ ok: true })
    expect(sent.map(({ body }) => body['think'])).toEqual([false, undefined, undefined])
  })
})
