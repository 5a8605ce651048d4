/** What speed makes of one and the same choice. */
import { expect, it } from 'vitest'
import { drawDilemma } from '../support/dilemmas.ts'
import { weighAtSpeeds } from '#test/support/same-choices.ts'

it('[MOD-161] the same choices are weighed in more branches and regretted less on every rung', async () => {
  const choices = Array.from({ length: 40 }, (_, n) => ({ view: drawDilemma(n).view, thoughtId: n }))
  const rungs = await weighAtSpeeds(choices, [0, 43, 250, 1_000, 20_000])
  // of the few that are alive at first not always as many second thoughts can be made as there is room for
  const most = [12, 16, 24, 36, 50]
  for (const [n, { branches }] of rungs.entries()) expect(branches > 0.75 * most[n]! && branches <= most[n]!).toBe(true)
  const regrets = rungs.map(({ regret }) => regret)
  expect(regrets).toEqual(regrets.toSorted((a, b) => b - a))
  expect(regrets[4]!).toBeLessThan(0.5 * regrets[0]!)
})
