/** Words given, as the inspector tells them. */
import { expect, it } from 'vitest'
import type { GivenWordView } from '#session/session.ts'
import { standWords, whoWords } from '#view/panels/given-words.tsx'

const word = (change: Partial<GivenWordView>): GivenWordView => ({ id: 1, kind: 'promise', isOwn: false, other: 'you', what: 'bring me a fish', atSeconds: 33 * 3600, state: 'agreed', ...change })

it('[UI-107] the inspector tells both sides of words given: what, by when, and what became of them', () => {
  expect(whoWords(word({}), 'Mira')).toBe('You promised Mira: “bring me a fish”')
  expect(whoWords(word({ kind: 'vow', isOwn: true, what: 'ask Boran about your dog' }), 'Mira')).toBe('Mira promised you to ask Boran about your dog')
  expect(whoWords(word({ kind: 'meet', other: 'Boran Ashby', what: 'the mill' }), 'Mira')).toBe('To meet Boran Ashby at the mill')
  expect(standWords(word({}))).toBe('By day 2, 9:00; open.')
  expect(standWords(word({ state: 'forgiven' }))).toBe('By day 2, 9:00; not kept, and forgiven.')
  expect(standWords(word({ kind: 'meet', state: 'missed' }))).toBe('On day 2, 9:00; waited in vain.')
})
