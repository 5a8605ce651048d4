/** What was mended after playing: talk of ten minutes with three people, read with a critical eye. */
import { expect, it } from 'vitest'
import { understand } from '#minds/voice/understand.ts'
import { withArticle } from '#minds/voice/tell.ts'
import { idiolectOf } from '#minds/voice/idiolect/idiolect.ts'
import { voiceOf } from '#minds/voice/manner.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
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

it.each([MIRA, BORAN, ELSIN])('[MIND-210] %s knows what is meant in a talk that was played', async (npcId) => {
  const talker = createTalker()
  await talker.meet(npcId)
  const say = async (text: string): Promise<string> => (await talker.say(npcId, text)).outcome.reply ?? ''
  const hearing = { lastOwn: '', people: [], places: [] }
  expect(understand('Anything new?', hearing).act).toBe('ask-news')
  expect(understand('What do you like best?', hearing).act).toBe('ask-likes')
  expect(understand('Are you afraid of anything?', hearing).act).toBe('ask-fears')
  const lost = await say('I lost my hat on the road')
  expect(lost).toMatch(/hat|get lost/)
  expect(lost).not.toContain('on the road')
  // whom one lives among, by name
  const others = [MIRA, BORAN, ELSIN].filter((id) => id !== npcId).map((id) => makeView(id).given)
  expect(await say('Who are your neighbours?')).toMatch(new RegExp(others.join('|')))
  // “it” is the work that was just spoken of
  await say('What is your trade?')
  const { pet } = idiolectOf(makeView(npcId), voiceOf(makeView(npcId)))
  const liked = await say('Do you like it?')
  for (const love of pet.love) expect(liked).not.toContain(love.slice(0, 12))
  expect(await say('And do you like it here?')).not.toBe('')
  // a favour that is granted is the last word of its answer
  const granted = await say('Can you ask Westwick about my hat?')
  expect(granted).not.toMatch(/news|sky|weather/)
})

it('[MIND-195] a refusal that begins like a yes is none', () => {
  const hearing = { lastOwn: '', people: [], places: [] }
  expect(understand('I will never forgive you', hearing).act).not.toBe('yes')
  expect(understand('I will.', hearing).act).toBe('yes')
  expect(withArticle('brothers')).toBe('brothers')
  expect(withArticle('uncle in the north')).toBe('an uncle in the north')
})

it.each([MIRA, BORAN, ELSIN])('[MIND-233] %s is earnest with the bereaved, and asks how they bear it when they come again', async (npcId) => {
  for (const text of ['I lost my sister last winter.', 'My sister died.', 'My wife passed away in spring.']) {
    const talker = createTalker()
    await talker.meet(npcId)
    const { reply } = (await talker.say(npcId, text)).outcome
    const who = text.includes('wife') ? 'wife' : 'sister'
    expect(reply).toMatch(new RegExp(`sorry|${who}`, 'i'))
    expect(reply).not.toMatch(/\b(?:find|found|look by|look for|keep an? eye|ask around|upside down|turn up|adventures)\b/i)
    // nothing is added to it
    expect((reply ?? '').split(/(?<=[.!?…])\s+/).length).toBeLessThanOrEqual(4)
    talker.part(npcId)
    talker.now += 2 * 86_400
    const again = (await talker.meet(npcId)).outcome.reply ?? ''
    expect(again).not.toMatch(/did you find|hiding|found yet|any sign/i)
  }
})

it.each([MIRA, BORAN, ELSIN])('[MIND-234] %s takes being asked to show something at an hour as being asked to meet', async (npcId) => {
  const talker = createTalker()
  await talker.meet(npcId)
  for (const text of ['Will you show me the river tomorrow at noon?', 'Can you take me to the mill at dusk?']) {
    const { reply, agrees } = (await talker.say(npcId, text)).outcome
    expect(reply).not.toMatch(/north|south|\beast|\bwest/i)
    if (!agrees) expect(reply).toMatch(/\b(?:no|not|rather|can.t|hardly)\b/i)
    else expect(reply).toMatch(/noon|dusk/i)
  }
  expect((await talker.say(npcId, 'Can you show me the way to the mill?')).outcome.reply).toMatch(/north|south|east|west|here/i)
})
