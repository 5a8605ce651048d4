/** What is said when the world or its memories cannot be kept. */
import { expect, it } from 'vitest'
import { createHudStore } from '#session/create-hud-store.ts'
import { dismissNotice } from '#session/panels.ts'
import { hearMemory, hearWorldKept } from '#session/troubles.ts'

const FULL = 'There is no room.'

it('[SES-32] says once that there is no room, however often writing fails, and once that there is again', () => {
  const game = { hud: createHudStore() }
  const texts = () => game.hud.getState().notices.map(({ text }) => text)
  const { memory } = game.hud.getState()
  const full = { ...memory, durability: 'tab' as const, problem: FULL }
  hearMemory(game, memory)
  hearWorldKept(game, null)
  expect(texts()).toEqual([])
  hearMemory(game, full)
  hearWorldKept(game, FULL)
  expect(texts()).toEqual([FULL])
  // read and put away, it does not come back while it lasts
  dismissNotice(game, game.hud.getState().notices[0]?.id ?? 0)
  hearWorldKept(game, FULL)
  hearMemory(game, { ...full, pendingWrites: 7 })
  expect(texts()).toEqual([])
  hearWorldKept(game, null)
  expect(texts()).toEqual([])
  hearMemory(game, memory)
  expect(texts()).toEqual([expect.stringContaining('kept now')])
  hearWorldKept(game, FULL)
  expect(texts()).toHaveLength(2)
})

it('[MIND-354] says once what became of memories that were deleted under the open world', () => {
  const game = { hud: createHudStore() }
  const { memory } = game.hud.getState()
  hearMemory(game, { ...memory, wiped: null })
  hearMemory(game, { ...memory, wiped: 'It was written again.' })
  hearMemory(game, { ...memory, wiped: 'It was written again.', pendingWrites: 2 })
  expect(game.hud.getState().notices.map(({ tone, text }) => [tone, text])).toEqual([['warning', 'It was written again.']])
})

it('[SES-32] the notice goes when its reason goes', () => {
  const game = { hud: createHudStore() }
  hearWorldKept(game, FULL)
  hearWorldKept(game, null)
  expect(game.hud.getState().notices.map(({ tone }) => tone)).toEqual(['quiet'])
})

it('[SES-32] every notice goes when its own reason goes, though the reasons differ', () => {
  const game = { hud: createHudStore() }
  const texts = () => game.hud.getState().notices.map(({ text }) => text)
  const { memory } = game.hud.getState()
  hearMemory(game, { ...memory, durability: 'tab', problem: 'It cannot be written.' })
  hearWorldKept(game, FULL)
  expect(texts()).toEqual(['It cannot be written.', FULL])
  hearMemory(game, memory)
  expect(texts()).toEqual([FULL])
  hearWorldKept(game, null)
  expect(texts()).toEqual([expect.stringContaining('kept now')])
})
