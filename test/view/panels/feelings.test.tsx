/** What an open mind tells of feeling. */
import { expect, it } from 'vitest'
import { Feelings } from '#view/panels/feelings.tsx'
import { createFakeSession, drawWith } from '../fake-session.ts'

it('[UI-83] tells feelings with their causes, the burden, and bad memories with what calls them back', () => {
  const shown = drawWith(createFakeSession(), <Feelings name="Mira" load={0.5} feelings={[{ kind: 'fear', intensity: 0.8, cause: 'lightning struck close by', aboutId: null }]} badMemories={[{ of: 'the storm', cues: ['storm', 'thunder'], isBack: true, growth: 0.3 }]} />)
  for (const words of ['fear', 'lightning struck close by', 'heavy', 'A bad memory of the storm', 'which has just come back', 'storm, thunder', 'getting over it']) expect(shown).toContain(words)
  expect(drawWith(createFakeSession(), <Feelings name="Mira" load={0} feelings={[]} badMemories={[]} />)).toContain('feels nothing in particular')
})
