/** Keys as they are called, and where they are told. */
import { expect, it } from 'vitest'
import { keyName } from '#view/hud/key-names.ts'
import { StartCard } from '#view/hud/start-card.tsx'
import { TalkPrompt } from '#view/hud/talk-prompt.tsx'
import { HelpPanel } from '#view/panels/help-panel.tsx'
import { KeySettings } from '#view/panels/key-settings.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

it('[UI-133] keys are called as they are on the player’s keyboard', () => {
  expect(['KeyW', 'Digit3', 'ArrowUp', 'ShiftLeft', 'Space', 'Numpad4', 'NumpadEnter'].map((code) => keyName(code, null))).toEqual(['W', '3', '↑', 'Shift', 'Space', 'Keypad 4', 'Keypad Enter'])
  const french = new Map([['KeyW', 'z'], ['KeyA', 'q']])
  expect(keyName('KeyW', french)).toBe('Z')
  expect(keyName('KeyS', french)).toBe('S')
})

it('[UI-133] card, offer, help and settings tell the keys that are bound now', () => {
  const near = { id: 'npc:0,0/1' as const, name: 'Mirel', role: 'baker', activity: '', meters: 2 }
  const session = createFakeSession({ hud: { near }, settings: { startSeen: false, keys: { forward: ['KeyI'], talk: ['KeyB'], dive: [] } } })
  expect(drawWith(session, <StartCard touch={false} />)).toMatch(/Walk with <kbd>I<\/kbd>[\s\S]*press <kbd>B<\/kbd>/)
  expect(drawWith(session, <TalkPrompt touch={false} />)).toContain('<kbd>B</kbd>')
  const help = drawWith(session, <HelpPanel />)
  expect(help).toContain('<kbd>I</kbd>')
  expect(help).not.toContain('>Dive<')
  const settings = drawWith(session, <KeySettings />)
  expect(settings).toContain('none')
  expect(settings).toContain('All keys as at first')
  expect(drawWith(createFakeSession(), <KeySettings />)).not.toContain('as at first')
})
