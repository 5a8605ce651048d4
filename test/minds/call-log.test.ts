/** Whose call is whose, and how fast a recorded model was. */
import { expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createCallLog } from '#minds/call-log.ts'
import { tierOfCalls } from '#minds/tier-of-calls.ts'
import { createFakeModel } from './support/fake-model.ts'
import { BORAN, makeView, MIRA } from './support/make-view.ts'

it('[MOD-107] a thought tells its own calls by its number, whoever is named in a prompt; what was asked for none is told once, under the number 0', async () => {
  const log = createCallLog()
  const model = log.listen(createFakeModel('Well.'))
  const ask = (npcId: typeof MIRA, thoughtId: number) => model.generate({ messages: [{ role: 'user', content: `You are ${makeView(MIRA).name}.` }], maxTokens: 9, temperature: 0, tag: { npcId, kind: 'converse', thoughtId }, signal: createCancelSource().signal, limits: { firstTokenMs: 1_000, idleMs: 1_000, totalMs: 1_000 } })
  for (const [npcId, id] of [[MIRA, 0], [MIRA, 7], [BORAN, 7], [BORAN, 8]] as const) await ask(npcId, id)
  const told = (npcId: typeof MIRA, thoughtId: number) => log.take({ thoughtId, view: makeView(npcId) }).calls.map((call) => `${call.npcId === MIRA ? 'Mira' : 'Boran'} ${call.thoughtId}`)
  expect(told(BORAN, 8)).toEqual(['Mira 0', 'Boran 8'])
  expect(told(MIRA, 7)).toEqual(['Mira 7'])
  expect(told(MIRA, 7)).toEqual([])
  expect(told(BORAN, 7)).toEqual(['Boran 7'])
})

it('[MOD-107] a recording is of the tier that its answers show: by their speed, and at least what its kinds of thought need', () => {
  const call = (kind: string, tokensOut: number, totalMs: number, thoughtId = 1) => ({ kind, thoughtId, tokensOut, firstTokenMs: 0, totalMs })
  expect(tierOfCalls([])).toBe(0)
  expect(tierOfCalls([call('converse', 20, 1_000), call('greet', 30, 1_000)])).toBe(1)
  expect(tierOfCalls([call('converse', 20, 1_000), call('plan', 30, 1_000)])).toBe(2)
  expect(tierOfCalls([call('monologue', 30, 1_000)])).toBe(3)
  expect(tierOfCalls([call('converse', 60, 3), call('greet', 60, 3)])).toBe(4)
})
