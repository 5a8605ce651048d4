/** How plans are asked for: from several angles, and where one call gives several answers, in few calls. */
import { expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { GenerateOptions, Generation } from '#minds/language-model.ts'
import { wantedOf } from '#minds/mind.ts'
import { propose } from '#minds/propose.ts'
import { createScheduler } from '#minds/scheduler/scheduler.ts'
import { tierOf } from '#minds/tiers.ts'
import { chosen } from './support/chosen.ts'
import { makeView, MIRA } from './support/make-view.ts'

it('[MOD-111] where one call was proven to give several answers, two angles are asked and every answer is read; what all may take is set aside', async () => {
  const asked: GenerateOptions[] = []
  const generate = (options: GenerateOptions): Promise<Generation> => {
    asked.push(options)
    return Promise.resolve({ ok: true, finish: 'stop', text: '1 because it is near', others: Array.from({ length: (options.choices ?? 1) - 1 }, () => '2 because it is time'), reasoning: '', tokensIn: 100, tokensOut: 20, firstTokenMs: 1, totalMs: 2 })
  }
  const ask = async (several: boolean) => {
    asked.length = 0
    const scheduler = createScheduler({ now: () => 0, after: () => () => undefined, changed: () => undefined, tierOf })
    scheduler.setModels({ endpoint: chosen('a', { provider: 'fake', model: 'm', generate }, { tier: 4, mostCalls: 32, sideBySide: true, several }), kinds: {} })
    scheduler.inform('a', { tier: 4, form: 'lines', sideBySide: true, several }, 20_000)
    const view = makeView(MIRA)
    const proposed = await propose({ view, question: null, recalled: [], wanted: wantedOf({ kind: 'deliberate', view }, createCancelSource().signal) }, scheduler)
    return { calls: asked.map(({ choices = 1 }) => choices), proposals: proposed.proposals.length }
  }
  const [apart, together] = [await ask(false), await ask(true)]
  expect(new Set(apart.calls)).toEqual(new Set([1]))
  expect(together.calls).toHaveLength(2)
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  expect(sum(together.calls)).toBeGreaterThanOrEqual(sum(apart.calls))
  expect(together.proposals).toBeGreaterThanOrEqual(apart.proposals)
})
