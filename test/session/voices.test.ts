/** What people talk with, when it cannot be read; and the talk that a reload comes back to. */
import { afterEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createHudStore } from '#session/create-hud-store.ts'
import type { Game } from '#session/game.ts'
import { resume } from '#session/resume.ts'
import { sayInTalk } from '#session/talk.ts'
import { createTalkStore } from '#session/talk-store.ts'
import { readVoices, talkTo } from '#session/ticks.ts'

afterEach(() => vi.unstubAllGlobals())

function quietGame() {
  const opened: string[] = []
  const talking = { openTalk: (_: unknown, id: string) => void opened.push(id) }
  const game = { hud: createHudStore(), talk: createTalkStore(), talking: null, thinking: null, runs: createStore(() => ({ number: 1 })) } as unknown as Game
  return { game, opened, voices: { talking, thinking: {} } as unknown as Pick<Game, 'talking' | 'thinking'> }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

it('[UI-151] voices that cannot be read are told once with what to do, the world goes on, and one press reads them again', async () => {
  const { game, voices } = quietGame()
  let left = 2
  const read = () => (left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(voices))
  await readVoices(game, read)
  expect(game.hud.getState().phase).toBe('starting')
  expect(game.hud.getState().failure).toBeNull()
  const [notice, ...others] = game.hud.getState().notices
  expect(others).toEqual([])
  expect(notice?.text).toContain('The world goes on and is kept')
  const press = async (index: number): Promise<string> => {
    const { action, id } = game.hud.getState().notices[index]!
    game.hud.setState({ notices: game.hud.getState().notices.filter((each) => each.id !== id) })
    if (action === null || action === 'keep-here') throw new Error('nothing is offered')
    action.run()
    await settled()
    return action.label
  }
  expect(await press(0)).toBe('Try again')
  expect(game.hud.getState().notices.map(({ action }) => (action !== null && action !== 'keep-here' ? action.label : ''))).toEqual(['Load the page again'])
  await readVoices(game, read)
  expect(game.talking).toBe(voices.talking)
})

it('[UI-151] a press on somebody before voices are there opens the talk once they are', async () => {
  const { game, opened, voices } = quietGame()
  let come = (): void => undefined
  const begun = readVoices(game, () => new Promise((resolve) => (come = () => resolve(voices))))
  talkTo(game, 'npc:0,0/1')
  expect(opened).toEqual([])
  come()
  await begun
  await settled()
  expect(opened).toEqual(['npc:0,0/1'])
})

it('[UI-152] a reload comes back to the talk and the sheet that were open, and to none that is long over or far away', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('window', Object.assign(new EventTarget(), { sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } }))
  vi.stubGlobal('document', new EventTarget())
  const partner = { id: 'npc:0,0/1', body: { x: 2, y: 0, z: 0 } }
  const worldAt = (worldSeconds: number, x = 0) => ({ seed: 'amber-heron', replay: null, world: { worldSeconds, npcs: [partner], player: { body: { x, y: 0, z: 0 } } } })
  const turns = [{ speakerId: 'player' as const, text: 'Good day.', source: 'player' as const, worldSeconds: 100 }]
  const leave = (): void => {
    const before = quietGame()
    Object.assign(before.game, { run: worldAt(120), talking: before.voices.talking })
    const stop = resume(before.game)
    before.game.talk.setState({ npcId: 'npc:0,0/1', turns, names: { 'npc:0,0/1': 'Ada' } })
    before.game.hud.setState({ panel: 'help' })
    window.dispatchEvent(new Event('pagehide'))
    stop()
  }
  const come = (run: object) => {
    const after = quietGame()
    Object.assign(after.game, { run, talking: after.voices.talking })
    resume(after.game)()
    return { opened: after.opened, panel: after.game.hud.getState().panel, turns: after.game.talk.getState().turns }
  }
  leave()
  expect(come(worldAt(130))).toEqual({ opened: ['npc:0,0/1'], panel: 'help', turns })
  // once
  expect(come(worldAt(130))).toEqual({ opened: [], panel: null, turns: [] })
  leave()
  expect(come(worldAt(130, 40))).toEqual({ opened: [], panel: 'help', turns: [] })
  leave()
  expect(come(worldAt(9_000))).toEqual({ opened: [], panel: null, turns: [] })
  leave()
  expect(come({ ...worldAt(130), seed: 'blue-orchard' })).toEqual({ opened: [], panel: null, turns: [] })
})

it('[UI-154] whoever has said something in a talk is not taught any more how to', () => {
  const settings = createStore(() => ({ startSeen: false }))
  const { game } = quietGame()
  Object.assign(game, { settings, run: { commands: [] }, lendTick: () => undefined })
  sayInTalk(game, 'Good day.')
  expect(settings.getState().startSeen).toBe(false)
  game.talk.setState({ npcId: 'npc:0,0/1' })
  sayInTalk(game, 'Good day.')
  expect(settings.getState().startSeen).toBe(true)
})
