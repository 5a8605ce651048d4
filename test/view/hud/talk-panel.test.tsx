/** A talk on the screen. */
import { expect, it } from 'vitest'
import type { TalkState } from '#session/hud-state.ts'
import { TalkPanel } from '#view/hud/talk-panel.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

const TALK: Partial<TalkState> = {
  npcId: 'npc:0,0/1',
  name: 'Mirel Aldermoor',
  role: 'baker',
  turns: [
    { speakerId: 'npc:0,0/1', text: 'Good morning.', worldSeconds: 1, source: 'builtin' },
    { speakerId: 'player', text: 'Any news?', worldSeconds: 2, source: 'player' },
  ],
  thought: 'Same boots.',
}

function draw(change: Partial<TalkState> = {}, showThoughts = true): string {
  return drawWith(createFakeSession({ talk: { ...TALK, ...change }, settings: { showThoughts } }), <TalkPanel />)
}

it('[UI-30] is a named dialog with a log of its turns', () => {
  const talk = draw()
  expect(talk).toContain('role="dialog" aria-label="Talk with Mirel Aldermoor"')
  expect(talk).toMatch(/role="log" aria-live="polite"[^>]*><ol><li.*Good morning\..*Any news\?/)
  expect(talk).toContain('aria-label="Say something to Mirel"')
  expect(drawWith(createFakeSession(), <TalkPanel />)).toBe('')
})

it('[UI-30] shows words that stream in without reading them out', () => {
  const talk = draw({ partial: 'The mill wheel', waiting: true })
  const log = /role="log".*?<\/ol><\/div>/.exec(talk)?.[0] ?? ''
  expect(log).not.toContain('The mill wheel')
  expect(talk).toMatch(/aria-hidden="true"><span class="turn-name">Mirel<\/span><p>The mill wheel/)
})

it('[UI-31] says that an answer is awaited, and why a talk ended', () => {
  expect(draw({ waiting: true })).toContain('Mirel considers')
  const ended = draw({ waiting: true, ended: 'They were called away.' })
  expect(ended).toContain('They were called away.')
  expect(ended).not.toContain('considers')
  expect(ended).not.toContain('<form')
})

it('[UI-32] shows the inner line unless thoughts are switched off', () => {
  expect(draw()).toContain('Same boots.')
  expect(draw({}, false)).not.toContain('Same boots.')
})

it('[UI-84] shows everybody who speaks by name, says who stands by, and who considers', () => {
  const turns = [...TALK.turns!, { speakerId: 'npc:0,0/2' as const, text: 'I saw it, too.', worldSeconds: 3, source: 'builtin' as const }]
  const talk = draw({ turns, names: { 'npc:0,0/1': 'Mirel', 'npc:0,0/2': 'Osk' }, others: [{ id: 'npc:0,0/2', name: 'Osk' }] })
  expect(talk).toMatch(/turn-name">Mirel<\/span><p>Good morning/)
  expect(talk).toMatch(/turn-name">Osk<\/span><p>I saw it, too/)
  expect(talk).toMatch(/role="status"> · Osk stands by/)
  expect(draw({ waiting: true, speaker: 'Osk' })).toContain('Osk considers')
})

it('[UI-87] offers to say the last line differently, where somebody has just spoken', () => {
  const theirs = [...TALK.turns!, { speakerId: 'npc:0,0/1' as const, text: 'None.', worldSeconds: 3, source: 'builtin' as const }]
  expect(draw({ turns: theirs })).toContain('Say it differently')
  expect(draw({ turns: theirs, waiting: true })).not.toContain('Say it differently')
  expect(draw({ turns: theirs, ended: 'You parted.' })).not.toContain('Say it differently')
  expect(draw()).not.toContain('Say it differently')
})

it('[SES-44] begins with what was typed before and not said', () => {
  expect(draw({ unsaid: 'Have you seen my dog' })).toMatch(/<input[^>]*value="Have you seen my dog"/)
})
