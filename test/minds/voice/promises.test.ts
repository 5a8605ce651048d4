/** Promises in talk: thanked for, forgiven, granted, and spoken of afterwards. */
import { expect, it } from 'vitest'
import type { GivenWord } from '#minds/private-view.ts'
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { BORAN, ELSIN, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'

const word = (change: Partial<GivenWord>): GivenWord => ({ kind: 'promise', purpose: 'company', withId: 'player', what: 'bring me a fish', atSeconds: 8 * 3600, madeSeconds: 3600, state: 'kept', ...change })

it.each([MIRA, BORAN, ELSIN])('[MIND-194] %s thanks for a promise kept, forgives one owned up to, and tells of its own', async (npcId) => {
  const talker = createTalker()
  await talker.meet(npcId)
  const say = async (text: string, appointments: GivenWord[]): Promise<string> => (await talker.say(npcId, text, { appointments })).outcome.reply ?? ''
  expect(await say('Here is the fish, as I promised', [word({})])).toMatch(/bring me a fish/)
  expect(await say('I am sorry, I forgot', [word({ state: 'forgiven' })])).toMatch(/bring me a fish/)
  expect(await say('What did I promise you?', [word({ state: 'agreed', atSeconds: 40 * 3600, madeSeconds: 9 * 3600 })])).toMatch(/bring me a fish/)
  expect(await say('What did you promise me?', [word({ kind: 'vow', what: 'ask Boran about your dog', state: 'broken' })])).toMatch(/ask Boran about your dog.*did not/)
  talker.part(npcId)
  expect((await talker.meet(npcId, { appointments: [word({ kind: 'vow', what: 'ask Boran about your dog', state: 'kept', atSeconds: 10 * 3600 })] })).outcome.reply).toMatch(/ask Boran about your dog/)
})

it('[MIND-194] a favour that is granted is a promise, whoever grants it', async () => {
  let granted = 0
  for (const npcId of [MIRA, ELSIN]) {
    const talker = createTalker()
    await talker.meet(npcId)
    for (const text of ['Can you ask Elsin about my dog?', 'Will you look for my hat tomorrow?', 'Could you please help me with my roof tomorrow?']) {
      const said = (await talker.say(npcId, text)).outcome.reply ?? ''
      if (readPromise(said, talker.now)) granted++
    }
  }
  expect(granted).toBeGreaterThanOrEqual(2)
})
