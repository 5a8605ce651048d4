/** What is thought ahead while the player reads, and when that is taken back. */
import { expect, it } from 'vitest'
import type { Game } from '#session/game.ts'
import { watchTalkAhead } from '#session/talk-ahead.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

it('[MOD-106] the lines that are offered are answered ahead once, as many as the tier has; the talk going on or ending takes that back, and what was ready is counted', async () => {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = world.npcs[0]!
  const asked: Array<{ lines: string[]; signal: { cancelled: boolean } }> = []
  let talk = { npcId: npc.id as string | null, ended: null as string | null, waiting: false, partial: null, suggestions: ['And you, Boran?', 'Any news?', 'How are you today?', 'What is your name?', 'Goodbye.'], turns: [{}] }
  let tier = 3
  const run = { world, land: env.land, replay: null, tally: { ahead: 0 } }
  const game = {
    run, look: { yaw: 0 }, camera: { fieldOfView: 60, aspect: 1 }, talk: { getState: () => talk }, hud: { getState: () => ({ model: { tier }, panel: null, inspectedId: null }) },
    minds: { ask: (_: string, { lines }: { lines: string[] }, { signal }: { signal: { cancelled: boolean } }) => (asked.push({ lines, signal }), Promise.resolve(lines.length)) },
  } as unknown as Game
  watchTalkAhead(game)
  watchTalkAhead(game)
  await Promise.resolve()
  expect(asked.map(({ lines }) => lines)).toEqual([['Any news?', 'How are you today?']])
  expect(run.tally.ahead).toBe(2)
  talk = { ...talk, waiting: true }
  watchTalkAhead(game)
  expect(asked[0]!.signal.cancelled).toBe(true)
  tier = 4
  talk = { ...talk, waiting: false, turns: [{}, {}, {}] }
  watchTalkAhead(game)
  expect(asked[1]?.lines).toHaveLength(3)
  talk = { ...talk, ended: 'You parted.' }
  watchTalkAhead(game)
  expect(asked[1]!.signal.cancelled).toBe(true)
  tier = 2
  talk = { ...talk, ended: null }
  watchTalkAhead(game)
  expect(asked).toHaveLength(2)
})
