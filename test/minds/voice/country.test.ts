/** What people of a place say of the country around it. */
import { answerCountry } from '#minds/voice/answer-country.ts'
import { createScene } from '#minds/voice/scene.ts'
import { expect, it } from 'vitest'
import { BORAN, makeView } from '../support/make-view.ts'

const country = [
  { name: 'the Halls of Rookor', kind: 'ruin', story: 'It burned in one night 90 years ago.', direction: 'north', meters: 800 },
  { name: 'the Sedgebourne', kind: 'river', story: 'It runs to the sea.', direction: 'south', meters: 300 },
  { name: 'Old Thornel', kind: 'ruin', story: 'Nobody lives there.', direction: 'east', meters: 1500 },
]

function ask(heard: string): string | null {
  const view = { ...makeView(BORAN), country }
  return answerCountry({ ...createScene(view, { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, []), heard })?.text ?? null
}

it('[MIND-70] names the river when asked for it, in any words', () => {
  for (const words of ['What is this river called?', 'Which river is that?', 'What do you call that stream?', 'Where does this river go?', 'Tell me about the river.']) {
    expect(ask(words)).toContain('Sedgebourne'.slice(1))
    expect(ask(words)).toContain('It runs to the sea.')
  }
})

it('[MIND-70] tells of the landmark that is meant, of what lies in a direction, and of nothing unasked', () => {
  expect(ask('What is that ruin?')).toContain('It burned in one night')
  expect(ask('What is that ruin?')).toMatch(/Halls of Rookor/)
  expect(ask('Tell me about Old Thornel')).toContain('Nobody lives there')
  expect(ask('What lies to the north?')).toContain('Halls of Rookor')
  expect(ask('What lies to the west?')).not.toContain('Rookor')
  expect(ask('What is your name?')).toBeNull()
  expect(ask('Nice weather today.')).toBeNull()
})
