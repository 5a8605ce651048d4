/** What was mended after playing: talk of ten minutes with three people, read with a critical eye. */
import { expect, it } from 'vitest'
import { understand } from '#minds/voice/understand.ts'
import { withArticle } from '#minds/voice/tell.ts'
import { BORAN, ELSIN, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'

it.each([MIRA, BORAN, ELSIN])('[MIND-195] %s holds up in a talk', async (npcId) => {
  const talker = createTalker()
  await talker.observe({ type: 'speech-said', conversationId: 77, speakerId: 'player', toId: npcId === MIRA ? BORAN : MIRA, text: 'Do you like music?', source: 'player', news: null, witnessIds: [npcId] })
  await talker.meet(npcId)
  const say = async (text: string): Promise<string> => (await talker.say(npcId, text)).outcome.reply ?? ''
  expect(await say('Do you like music?')).not.toContain('Do you like music')
  await say('I lost my silver ring')
  expect(await say('Have you seen it?')).toMatch(/your silver ring/i)
  expect(await say('I have two brothers')).not.toMatch(/\ba brothers/)
  for (const text of ['Wo ist die Mühle?', 'Où est le moulin ?', '¿Dónde está el molino?', 'こんにちは']) expect(`${text} → ${await say(text)}`).toMatch(/English/)
})

it.each([MIRA, BORAN, ELSIN])('[MIND-209] %s says why without being asked twice, and calls nobody the stranger to their face', async (npcId) => {
  const talker = createTalker()
  const view = { activity: 'walking up to the stranger', why: 'curious about the stranger', country: [{ name: 'the Halls of Asha', kind: 'ruin', story: 'It fell.', direction: 'west', meters: 400 }] }
  await talker.meet(npcId, view)
  const say = async (text: string): Promise<string> => (await talker.say(npcId, text, view)).outcome.reply ?? ''
  expect(await say('What is the weather like?')).not.toContain('Asha')
  expect(await say('What are you doing?')).not.toContain('the stranger')
  for (let time = 0; time < 2; time++) expect(await say(time === 0 ? 'Why?' : 'But why?')).not.toMatch(/the stranger|asked|told you that|answer/i)
})

it('[MIND-195] a refusal that begins like a yes is none', () => {
  const hearing = { lastOwn: '', people: [], places: [] }
  expect(understand('I will never forgive you', hearing).act).not.toBe('yes')
  expect(understand('I will.', hearing).act).toBe('yes')
  expect(withArticle('brothers')).toBe('brothers')
  expect(withArticle('uncle in the north')).toBe('an uncle in the north')
})
