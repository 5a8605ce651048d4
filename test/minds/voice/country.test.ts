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

it('[MIND-71] tells what the road is called and where each leads', () => {
  const salt = { name: 'the Salt Road', kind: 'road', story: 'It leads to Dunton. By it the salt of Dunton goes to Ketham.', direction: 'north', meters: 2400 }
  const lane = { name: 'Oakcote Lane', kind: 'road', story: 'It leads to Oakcote. It leads from Elmbury to Oakcote.', direction: 'west', meters: 900 }
  const askOf = (roads: typeof country, heard: string): string => answerCountry({ ...createScene({ ...makeView(BORAN), country: [...country, ...roads] }, { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, []), heard })?.text ?? ''
  for (const words of ['What is this road called?', 'Where does the road lead?', 'Where does this path go?', 'Tell me about the Salt Road.']) expect(askOf([salt], words)).toMatch(/Salt Road.*leads to Dunton.*salt of Dunton/s)
  for (const words of ['What is this road called?', 'Where do the roads go?']) expect(askOf([salt, lane], words)).toMatch(/Salt Road.*leads to Dunton.*Oakcote Lane.*leads to Oakcote/s)
  expect(askOf([salt, lane], 'Tell me about Oakcote Lane, that road.')).not.toContain('Dunton')
  expect(ask('What lies to the north?')).not.toContain('Salt')
  expect(ask('What is this road called?')).toBeNull()
})
