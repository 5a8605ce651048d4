/** Events do not depend on how the wire cuts them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hearChunk } from '#platform/models/chat-chunk.ts'
import { createAnswerReader } from '#platform/models/answer-reader.ts'
import { createSseReader } from '#platform/models/sse.ts'
import { eventOf, streamOf } from '#test/support/quirk-server.ts'

function read(pieces: readonly string[]): string[] {
  const events: string[] = []
  const reader = createSseReader((payload) => events.push(payload))
  for (const piece of pieces) reader.feed(piece)
  reader.end()
  return events
}

const cutting = fc.array(fc.nat(400), { maxLength: 20 })
function cut(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((place) => place % (text.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length))
}

describe('events', () => {
  it('[MOD-10] are the same however the text is cut and lines are ended', () => {
    const line = fc.constantFrom('data: a', 'data:b', ': comment', 'event: x', 'id: 1', '', '', 'data', 'nonsense', 'data: {"a":1}')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), cutting, (lines, ending, cuts) => {
        const text = lines.join(ending)
        expect(read(cut(text, cuts))).toEqual(read([lines.join('\n')]))
      }),
      { numRuns: 400 },
    )
  })

  it('[MOD-10] an answer is the same however its text is cut', () => {
    const stream = [eventOf({ reasoning_content: 'Hm.' }), ...streamOf('Good <think>well</think> morning, [friend].')].join('')
    fc.assert(
      fc.property(cutting, fc.boolean(), (cuts, returns) => {
        const text = returns ? stream.replaceAll('\n', '\r\n') : stream
        const heard = { speech: '', reasoning: '' }
        const reader = createAnswerReader((piece, channel) => (heard[channel] += piece), hearChunk)
        for (const piece of cut(text, cuts.map((place) => place * 7))) reader.feed(piece)
        reader.end()
        expect(heard).toEqual({ speech: 'Good  morning, [friend].', reasoning: 'Hm.well' })
        expect([reader.speech, reader.reasoning, reader.done]).toEqual([heard.speech, heard.reasoning, true])
      }),
    )
  })

  it('[MOD-13] anything at all can be fed without an exception', () => {
    const piece = fc.oneof(fc.string(), fc.json(), fc.constantFrom('data: ', '\n\n', '{"choices":[', '[DONE]', '<html>', '<think>', '\r', '{"choices":[{"delta":{"content":[{"text":{}}]}}]}\n'), fc.json().map((text) => `data: ${text}\n\n`))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const reader = createAnswerReader(() => undefined, hearChunk)
        for (const each of pieces) reader.feed(each)
        reader.end()
        expect(typeof reader.speech).toBe('string')
      }),
      { numRuns: 500 },
    )
  })

  it('[MOD-13] an event without end is given up', () => {
    const reader = createSseReader(() => undefined)
    reader.feed('data: ')
    for (let i = 0; i < 9; i++) reader.feed('x'.repeat(1_000_000))
    expect(reader.broken).toBe(true)
    expect(() => reader.feed('more')).not.toThrow()
  })
})
