/** The list of quirks, served byte for byte by a real server to the app's own client; the bench counts the same list (T3). */
import { describe, expect, it } from 'vitest'
import { DOUBLE_FAULTS, DOUBLE_REFUSALS, DOUBLE_WORDS, problemsWithDouble, type DoubleQuirk } from '#test/support/quirks/doubles.ts'
import { FAILURES } from '#test/support/quirks/failures.ts'
import { CHUNKS, FRAMING } from '#test/support/quirks/framing.ts'
import { WIRE_QUIRKS } from '#test/support/quirks/index.ts'
import { LEAKED_TEMPLATES, ODD_FAILURES, ODD_FRAMING, ODD_SHAPES, SENT_AGAIN } from '#test/support/quirks/odd.ts'
import { judge, problemsWith, type WireQuirk } from '#test/support/quirks/quirk.ts'
import { REFUSALS } from '#test/support/quirks/refusals.ts'
import { COME_TWICE, ERRORS_AMONG_EVENTS, PLAIN_WORDS, SEEN_FAILURES, SEEN_SHAPES } from '#test/support/quirks/seen.ts'
import { MORE_FAILURES, MORE_SHAPES } from '#test/support/quirks/shapes.ts'
import { TODAYS_ANSWERS, TODAYS_FAILURES, TODAYS_REFUSALS, TODAYS_TEMPLATES } from '#test/support/quirks/today.ts'

const isSurvived = async (quirk: WireQuirk): Promise<void> => expect(await problemsWith(quirk)).toEqual([])

describe.concurrent('quirks of the wire', () => {
  it.each(FRAMING)('[MOD-10] framing: $name', isSurvived)
  it.each(CHUNKS)('[MOD-11] chunks: $name', isSurvived)
  it.each(FAILURES)('[MOD-20] failures: $name', isSurvived)
  it.each(MORE_SHAPES)('[MOD-61] more shapes: $name', isSurvived)
  it.each(MORE_FAILURES)('[MOD-62] more failures: $name', isSurvived)
  it.each(ODD_FRAMING)('[MOD-136] odd framing: $name', isSurvived)
  it.each(ODD_SHAPES)('[MOD-137] odd shapes: $name', isSurvived)
  it.each(SENT_AGAIN)('[MOD-138] sent again: $name', isSurvived)
  it.each(ODD_FAILURES)('[MOD-139] told, and soon: $name', isSurvived)
  it.each(REFUSALS)('[MOD-144] refused, one more request and none in vain from then on: $name', isSurvived)
  it.each(LEAKED_TEMPLATES)('[MOD-145] templates: $name', isSurvived)
  it.each(PLAIN_WORDS)('[MOD-173] words that are no JSON: $name', isSurvived)
  it.each(COME_TWICE)('[MOD-174] events that come twice: $name', isSurvived)
  it.each(SEEN_SHAPES)('[MOD-175] further shapes: $name', isSurvived)
  it.each(ERRORS_AMONG_EVENTS)('[MOD-176] errors among events: $name', isSurvived)
  it.each(SEEN_FAILURES)('[MOD-176] errors in further words: $name', isSurvived)
  it.each(TODAYS_ANSWERS)('[MOD-191] servers of today: $name', isSurvived)
  it.each(TODAYS_TEMPLATES)('[MOD-192] models of today: $name', isSurvived)
  it.each(TODAYS_FAILURES)('[MOD-193] servers of today fail: $name', isSurvived)
  it.each(TODAYS_REFUSALS)('[MOD-194] servers of today refuse: $name', isSurvived)
})

describe.concurrent('a double that nobody here wrote', () => {
  const isBorne = async (quirk: DoubleQuirk): Promise<void> => expect(await problemsWithDouble(quirk)).toEqual([])
  it.each(DOUBLE_WORDS)('[MOD-50] $name', isBorne)
  it.each(DOUBLE_REFUSALS)('[MOD-51] $name', isBorne)
  it.each(DOUBLE_FAULTS)('[MOD-52] $name', isBorne)
})

describe('the list', () => {
  it('[MOD-188] is judged so that a client which hears nothing survives none of it', () => {
    const deaf = { generation: { ok: false, reason: 'cancelled', message: 'Not heard.', text: '', reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: null, totalMs: 0 } as const, speech: '', reasoning: '', pieces: 0 }
    expect(WIRE_QUIRKS.filter(({ quirk }) => judge(deaf, quirk.expects, 0).length === 0)).toEqual([])
    expect(WIRE_QUIRKS.length).toBeGreaterThan(400)
  })

  it('[MOD-188] is judged so that a key which is repeated, a word too many and words that streamed otherwise are noticed', () => {
    const heard = (text: string, speech = text) => judge({ generation: { ok: true, finish: 'stop', text, reasoning: '', tokensIn: 1, tokensOut: 1, firstTokenMs: 1, totalMs: 1 }, speech, reasoning: '', pieces: 1 }, { text: 'Good day.' }, 1)
    expect(heard('Good day.')).toEqual([])
    for (const problems of [heard('Good day. sk-planted-0123456789-secret'), heard('Good day. Good day.'), heard('Good day.', 'Good')]) expect(problems.length).toBeGreaterThan(0)
  })
})
