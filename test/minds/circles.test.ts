/** Weak models that fall into saying one thing over and over. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { circleAt } from '#minds/circles.ts'
import { parseAnswer } from '#minds/parse-answer.ts'
import { callBounded } from '#minds/scheduler/bounded-call.ts'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { LanguageModel } from '#minds/language-model.ts'
import { makeView, MIRA } from './support/make-view.ts'

const { offered } = makeView(MIRA)
const said = (raw: string): ReturnType<typeof parseAnswer> => parseAnswer(raw, offered, { speaks: true, names: [] })

it('[MIND-276] a circle is found where it begins, however long its piece is and wherever it was cut', () => {
  // a piece that circles in no smaller one: all its characters differ
  const piece = fc.integer({ min: 18, max: 90 }).map((length) => Array.from({ length }, (_, i) => String.fromCharCode(97 + i)).join(''))
  fc.assert(
    fc.property(piece, fc.integer({ min: 4, max: 9 }), fc.nat(17), (words, times, cut) => {
      const text = `Come in. ${words.repeat(times)}${words.slice(0, cut)}`
      const at = circleAt(text)
      expect(text.slice(0, at).length).toBe('Come in. '.length + words.length)
    }),
  )
})

it('[MIND-276] a laugh, a refrain and plain talk are no circles', () => {
  for (const text of ['Ha ha ha ha ha ha!', 'Row, row, row your boat. Row, row, row your boat. Row, row, row your boat.', 'No, no, no, no, no. I will not have it. No, no, no!', 'I bake, and I bake, and I bake again; then I sleep, and then I bake.', '']) expect(circleAt(text)).toBe(-1)
})

it('[MIND-276] what was said before the circle counts; where nothing was, nothing does', () => {
  expect(said(`SAY: Come in, friend. ${'I mean the oven and '.repeat(8)}`).say).toBe('Come in, friend.')
  expect(said(JSON.stringify({ say: `Come in, friend. ${'and the bread '.repeat(9)}`, think: 'Cold out.' })).say).toBe('Come in, friend.')
  const lost = said('clients included '.repeat(12))
  expect(lost.say).toBeNull()
  expect(lost.repairs).toContain('circle')
})

it('[MIND-276] a model that circles is stopped, and pays for no more', async () => {
  let given = 0
  const model: LanguageModel = {
    provider: 'made up', model: 'round',
    async generate({ signal, onDelta }) {
      let text = ''
      for (; given < 4000 && !signal.cancelled; given++) {
        const piece = given < 40 ? `word${given} ` : ['so ', 'it ', 'goes, '][given % 3] ?? ''
        text += piece
        onDelta?.(piece, 'speech')
      }
      const told = { text, reasoning: '', tokensIn: 10, tokensOut: given, firstTokenMs: 1, totalMs: 2 }
      return signal.cancelled ? { ...told, ok: false, reason: 'cancelled', message: 'cancelled' } : { ...told, ok: true, finish: 'stop' }
    },
  }
  const generation = await callBounded(model, { messages: [], maxTokens: 8000, temperature: 1, limits: { firstTokenMs: 1, idleMs: 1, totalMs: 1 } }, { signal: createCancelSource().signal, room: Infinity, heard: () => undefined })
  expect(generation.ok).toBe(true)
  expect(given).toBeLessThan(160)
})
