/** When the browser is asked to keep what is kept here. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keep } from '#platform/storage/kept-values.ts'
import { askAfterFirstTalk, askBrowserToKeep } from '#session/browser-promise.ts'
import { createHudStore } from '#session/create-hud-store.ts'
import { createTalkStore } from '#session/talk-store.ts'

let asked = 0
let promised = false
let answer = false

beforeEach(() => {
  asked = 0
  promised = false
  answer = false
  keep('tab', 'asked-to-persist', null)
  vi.stubGlobal('navigator', {
    storage: {
      persisted: async () => promised,
      persist: async () => {
        asked++
        promised = answer
        return answer
      },
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
const spoken = { speakerId: 'player' as const, text: 'I am Ada.', source: 'player' as const, worldSeconds: 1 }

function visit(fresh = false) {
  const game = { hud: createHudStore(), talk: createTalkStore(), fresh }
  const stop = askAfterFirstTalk(game)
  return {
    ...game, stop,
    async talkOnce(turns = [spoken]) {
      game.talk.setState({ npcId: 'npc:0,0/1', turns, ended: null })
      await settle()
      const during = asked
      game.talk.setState({ npcId: null, turns: [] })
      await settle()
      return during
    },
  }
}

it('[SES-30] asks once, after the first talk and not during it', async () => {
  answer = true
  const { talkOnce, hud } = visit()
  expect(asked).toBe(0)
  await talkOnce([])
  expect(asked).toBe(0)
  expect(await talkOnce()).toBe(0)
  expect(asked).toBe(1)
  expect(hud.getState().storage.promised).toBe(true)
  await talkOnce()
  expect(asked).toBe(1)
})

it('[SES-30] a refusal is not answered with another question in this tab, a reload included; the player may ask', async () => {
  const first = visit()
  await first.talkOnce()
  await first.talkOnce()
  await visit().talkOnce()
  expect(asked).toBe(1)
  expect(first.hud.getState().storage.promised).toBe(false)
  answer = true
  expect(await askBrowserToKeep(first)).toBe(true)
  expect(asked).toBe(2)
  expect(first.hud.getState().storage.promised).toBe(true)
})

it('[SES-30] does not ask where it has a promise, where nothing is kept, or where it cannot', async () => {
  await visit(true).talkOnce()
  const full = visit()
  full.hud.setState({ memory: { ...full.hud.getState().memory, durability: 'tab' } })
  await full.talkOnce()
  promised = true
  await visit().talkOnce()
  expect(asked).toBe(0)
  vi.stubGlobal('navigator', {})
  await visit().talkOnce()
  expect(await askBrowserToKeep(full)).toBeNull()
})
