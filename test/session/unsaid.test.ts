/** Words typed in a talk and not said: kept for each person, over reloads of the tab. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import type { Game } from '#session/game.ts'
import { forgetKept } from '#session/other-worlds.ts'
import { findUnsaid, keepUnsaid } from '#session/unsaid.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const [MIRA, BORAN]: [NpcId, NpcId] = ['npc:0,0/1', 'npc:0,0/2']
const OAK = { fresh: false, run: { seed: 'oak' } }
const ASH = { fresh: false, run: { seed: 'ash' } }

beforeEach(() => void vi.stubGlobal('window', { localStorage: createFakeStorage(), sessionStorage: createFakeStorage() }))
afterEach(() => void vi.unstubAllGlobals())

it('[SES-44] what was typed is kept for each person of each world until it is said or taken away', () => {
  keepUnsaid(OAK, MIRA, 'Have you seen my')
  keepUnsaid(OAK, BORAN, 'Two loaves')
  keepUnsaid(ASH, MIRA, 'Good')
  keepUnsaid(OAK, MIRA, 'Have you seen my dog')
  expect([findUnsaid(OAK, MIRA), findUnsaid(OAK, BORAN), findUnsaid(ASH, MIRA), findUnsaid(ASH, BORAN)]).toEqual(['Have you seen my dog', 'Two loaves', 'Good', ''])
  keepUnsaid(OAK, MIRA, ' ')
  expect([findUnsaid(OAK, MIRA), findUnsaid(OAK, BORAN)]).toEqual(['', 'Two loaves'])
})

it('[SES-44] only this tab keeps it, of the people typed to last; a fresh visit neither reads nor keeps, and damage is nothing', () => {
  for (let n = 0; n < 30; n++) keepUnsaid(OAK, `npc:0,0/${n}`, `Words ${n}`)
  expect([findUnsaid(OAK, 'npc:0,0/5'), findUnsaid(OAK, 'npc:0,0/6'), findUnsaid(OAK, 'npc:0,0/29')]).toEqual(['', 'Words 6', 'Words 29'])
  expect(window.localStorage.length).toBe(0)
  const fresh = { ...OAK, fresh: true }
  keepUnsaid(fresh, 'npc:0,0/29', 'Changed')
  expect([findUnsaid(fresh, 'npc:0,0/29'), findUnsaid(OAK, 'npc:0,0/29')]).toEqual(['', 'Words 29'])
  window.sessionStorage.setItem('percipi.unsaid', '[{"seed":1}]')
  expect(findUnsaid(OAK, MIRA)).toBe('')
})

it('[SES-46] a world that is forgotten takes along what was typed in it', async () => {
  keepUnsaid(OAK, MIRA, 'Have you seen')
  keepUnsaid(ASH, MIRA, 'Good')
  const forgotten: unknown[] = []
  const game = { worlds: { remove: async (seed: string) => void forgotten.push(seed) }, minds: { ask: async (kind: string, what: unknown) => void forgotten.push([kind, what]) } }
  await forgetKept(game as unknown as Game, 'oak')
  expect(forgotten).toEqual(['oak', ['world-forget', { seed: 'oak' }]])
  expect([findUnsaid(OAK, MIRA), findUnsaid(ASH, MIRA)]).toEqual(['', 'Good'])
})
