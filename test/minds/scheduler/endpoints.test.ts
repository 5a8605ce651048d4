/** Which endpoint thinks what, and what a swap in mid-talk does. */
import { expect, it } from 'vitest'
import { chosen } from '../support/chosen.ts'
import { createFakeModel } from '../support/fake-model.ts'
import { BORAN, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'

it('[MIND-170] each kind of thought goes to the endpoint chosen for it, the rest to the common one', async () => {
  const common = createFakeModel('THINK: Something common.')
  const talking = createFakeModel('SAY: Well met at last, friend.')
  const talker = createTalker({ tier: 4 })
  talker.scheduler.setModels({ endpoint: chosen('common', common), kinds: { talk: chosen('talking', talking), deliberation: chosen('none', null) } })
  expect((await talker.meet(MIRA)).outcome.reply).toBe('Well met at last, friend.')
  expect((await talker.think(BORAN, 'monologue')).outcome.thought).toBe('Something common.')
  expect((await talker.think(BORAN, 'deliberate')).outcome.source).toBe('builtin')
  expect([common.asked.length, talking.asked.length]).toEqual([1, 1])
  expect(talker.scheduler.status.endpoints.map(({ groups }) => groups)).toEqual([['talk'], ['decision', 'reflection']])
})

it('[MIND-170] a swap in mid-talk loses no talk, and nothing is asked of the old endpoint afterwards', async () => {
  const old = createFakeModel('waits')
  const next = createFakeModel('SAY: The new voice speaks now.')
  const talker = createTalker()
  talker.scheduler.setModels({ endpoint: chosen('old', old), kinds: {} })
  const begun = talker.meet(MIRA)
  await new Promise((resolve) => setTimeout(resolve, 5))
  talker.scheduler.setModels({ endpoint: chosen('new', next), kinds: {} })
  expect((await begun).outcome).toMatchObject({ source: 'model', reply: 'The new voice speaks now.' })
  // what was said twice is for the player to judge
  for (let turn = 0; turn < 3; turn++) expect((await talker.say(MIRA, `Word ${turn}`)).outcome).toMatchObject({ source: 'model', reply: 'The new voice speaks now.' })
  expect(old.asked).toHaveLength(1)
  expect(talker.scheduler.status).toMatchObject({ inFlight: 0, model: 'parrot-1' })
})

it('[MIND-170] what was measured of an endpoint stays when another is chosen beside it', async () => {
  const model = createFakeModel('SAY: Well met at last, friend.')
  const talker = createTalker({ model, tier: 3 })
  model.speed = { tokensOut: 40, totalMs: 110 }
  await talker.meet(MIRA)
  talker.scheduler.setModels({ endpoint: chosen('chosen', model, { tier: 1 }), kinds: { reflection: chosen('b', createFakeModel('y'), { tier: 1 }) } })
  expect(talker.scheduler.status).toMatchObject({ tier: 3, tokensPerSecond: 400 })
  expect(talker.scheduler.status.endpoints[1]).toMatchObject({ groups: ['reflection'], tier: 1, tokensPerSecond: 0 })
})

it('[MOD-152] a model that keeps its thinking to itself is given as much room as one that thinks aloud', async () => {
  const model = createFakeModel('SAY: Well met, friend.')
  const { generate } = model
  const talker = createTalker({ model })
  model.generate = async (options) => ({ ...(await generate(options)), hidThoughts: true })
  await talker.meet(MIRA)
  await talker.say(MIRA, 'Good day')
  model.generate = generate
  const other = createFakeModel('SAY: Well met, friend.')
  const plain = createTalker({ model: other })
  await plain.meet(MIRA)
  await plain.say(MIRA, 'Good day')
  expect(model.asked[1]!.maxTokens).toBeGreaterThan(other.asked[1]!.maxTokens)
})

it('[MOD-153] an answer under the labels that were asked for is heard also where all of it counts as thinking; thinking is not', async () => {
  const silent = createFakeModel('')
  const talker = createTalker({ model: silent })
  const think = (reasoning: string): void => {
    silent.generate = () => Promise.resolve({ ok: false, reason: 'empty', message: 'It thought but said nothing.', text: '', reasoning, tokensIn: 9, tokensOut: 9, firstTokenMs: 1, totalMs: 2 })
  }
  think('SAY: Well met, friend.\nTHINK: Cold out.')
  expect((await talker.meet(MIRA)).outcome).toMatchObject({ source: 'model', reply: 'Well met, friend.' })
  expect(talker.scheduler.status.failures).toBe(0)
  think('They want me to SAY: something nice.')
  expect((await talker.say(MIRA, 'Good day')).outcome.source).toBe('fallback')
})
