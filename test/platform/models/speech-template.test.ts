/** Chunks that differ in nothing but their words are heard without being parsed, and as if they had been. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerReader } from '#platform/models/answer-reader.ts'
import { hearChunk } from '#platform/models/chat-chunk.ts'
import { createHeard } from '#platform/models/heard.ts'
import { createSpeechTemplate } from '#platform/models/speech-template.ts'

const chunk = (delta: object, rest: object = {}, top: object = {}): string => JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta, logprobs: null, finish_reason: null, ...rest }], ...top })

/** Chunks as servers mix them: mostly words, now and then something else. */
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(' the', ' river', 'stop', ' a', '.', ',', 'null', 'm', 'index', ' 日本') }, fc.string({ maxLength: 6, unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '', ' <', 'think>', '{"a":1}'))
const piece = fc.oneof(
  { weight: 12, arbitrary: word.map((content) => chunk({ content })) },
  word.map((content) => chunk({ content, role: 'assistant' })),
  word.map((content) => chunk({ reasoning_content: content })),
  word.map((content) => chunk({ content }, { index: 1 })),
  word.map((content) => chunk({ content }, { finish_reason: 'stop' })),
  word.map((content) => chunk({ content }, {}, { usage: { prompt_tokens: 3, completion_tokens: 5 } })),
  word.map((content) => chunk({ content }, {}, { id: content, system_fingerprint: content })),
  fc.constantFrom('{"error":{"message":"CUDA out of memory"}}', 'nonsense', chunk({}), chunk({ tool_calls: [{ id: 'x' }] })),
)

describe('words in like chunks', () => {
  it('[MOD-88] however chunks are mixed, the same is heard as by reading each in full', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(12), (payloads, cuts) => {
        const said: string[] = []
        const reader = createAnswerReader((text, channel) => said.push(`${channel} ${text}`), hearChunk)
        const text = payloads.map((payload) => `data: ${payload}\n\n`).join('')
        for (let at = 0; at < text.length; at += 40 + cuts * 30) reader.feed(text.slice(at, at + 40 + cuts * 30))
        reader.end()
        // the same with a mark in each chunk, so that none is like another and each is read in full
        let n = 0
        const plain = createAnswerReader(() => undefined, hearChunk)
        for (const payload of payloads) plain.feed(`data: ${payload.replace(/^\{/, `{"n${n++}":${n % 2},`)}\n\n`)
        plain.end()
        expect({ ...reader.heard, speech: reader.speech, reasoning: reader.reasoning }).toEqual({ ...plain.heard, speech: plain.speech, reasoning: plain.reasoning })
      }),
      { numRuns: 300 },
    )
  })

  it('[MOD-88] a template is of use for plain words only, is proven before, and is not tried for ever', () => {
    const template = createSpeechTemplate(hearChunk)
    expect(template.wordsOf(chunk({ content: ' river' }))).toBeNull()
    // words that stand elsewhere, too, tell nothing
    template.learn(chunk({ content: 'm' }), 'm')
    expect(template.wordsOf(chunk({ content: ' river' }))).toBeNull()
    template.learn(chunk({ content: ' river' }), ' river')
    expect(template.wordsOf(chunk({ content: 'm' }))).toBe('m')
    for (const other of [chunk({ content: 'a"b' }), chunk({ content: 'a\nb' }), chunk({ content: ' river' }, { finish_reason: 'stop' }), chunk({ content: ' river' }, { index: 1 }), chunk({ content: ' river', role: 'assistant' })]) expect(template.wordsOf(other)).toBeNull()
    let heardInFull = 0
    const wary = createSpeechTemplate((heard, value) => {
      heardInFull++
      hearChunk(heard, value)
    })
    for (let n = 0; n < 50; n++) wary.learn(chunk({ content: ` word${n}` }, {}, { t: n }), ` word${n}`)
    expect(heardInFull).toBeLessThanOrEqual(12)
    expect(createHeard().speech).toBe('')
  })
})
