/** Thinking aloud is never spoken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createThinkSplitter } from '#platform/models/think-splitter.ts'

function split(pieces: readonly string[]): { speech: string; reasoning: string } {
  const heard = { speech: '', reasoning: '' }
  const splitter = createThinkSplitter({
    onSpeech: (text) => (heard.speech += text),
    onReasoning: (text) => (heard.reasoning += text),
    onAllWasReasoning() {
      heard.reasoning = heard.speech + heard.reasoning
      heard.speech = ''
    },
  })
  for (const piece of pieces) splitter.feed(piece)
  splitter.end()
  return heard
}

describe('thinking aloud', () => {
  it.each([
    ['<think>a</think>b', 'b', 'a'],
    ['x<thinking>a</thinking>b', 'xb', 'a'],
    ['[THINK]a[/THINK]b', 'b', 'a'],
    ['<THINK>a</Think>b', 'b', 'a'],
    ['<think>never closed', '', 'never closed'],
    ['never opened</think>b', 'b', 'never opened'],
    ['<think></think>b', 'b', ''],
    ['1 < 2 and [ok] <b>', '1 < 2 and [ok] <b>', ''],
    ['<think>a</think>b<think>c</think>d', 'bd', 'ac'],
    ['ends with <thin', 'ends with <thin', ''],
  ])('[MOD-12] %s', (text, speech, reasoning) => {
    expect(split([text])).toEqual({ speech, reasoning })
    expect(split([...text])).toEqual({ speech, reasoning })
  })

  it('[MOD-12] does not depend on where the text was cut', () => {
    const part = fc.constantFrom('<think>', '</think>', '<thinking>', '<', '</', 'think>', 'word ', '[', '[/THINK]', '◁/think▷', 'é')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(20), { maxLength: 12 }), (parts, cuts) => {
        const text = parts.join('')
        const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b)
        const pieces = [0, ...places].map((from, i) => text.slice(from, places[i] ?? text.length))
        expect(split(pieces)).toEqual(split([text]))
      }),
      { numRuns: 500 },
    )
  })
})
