/** Words on their way to the page. */
import { expect, it } from 'vitest'
import { paceProgress } from '#minds/pace-progress.ts'
import type { ThoughtProgress } from '#minds/minds-protocol.ts'

it('[MIND-90] are reported a few times a second however fast they come, in order and without loss of what was reported', () => {
  const told: ThoughtProgress[] = []
  let ms = 0
  const tell = paceProgress((progress) => told.push(progress), () => ms)
  for (let token = 0; token < 20_000; token++) {
    ms = token / 20
    tell({ type: token % 50 === 0 ? 'thinking' : 'speech', text: 'a' })
  }
  expect(told.length).toBeGreaterThan(10)
  expect(told.length).toBeLessThan(30)
  expect(Math.max(...told.map(({ text }) => text.length))).toBeLessThanOrEqual(600)
  expect(told[0]).toEqual({ type: 'thinking', text: 'a' })
})
