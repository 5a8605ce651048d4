/** What people remember of their talks with the player, asked in many ways, before and after a reload and days. */
import { describe, expect, it } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { createTabStore, type MemoryStore } from '#minds/memory/memory-store.ts'
import { talkAsked } from '#minds/voice/talk-question.ts'
import { BORAN, ELSIN, MIRA } from '../support/make-view.ts'
import { createTalker, type Talker } from '../support/talker.ts'

/** A talk on the first morning. */
async function talkOnce(store: MemoryStore, npcId: NpcId): Promise<void> {
  const talker = createTalker({ store })
  await talker.meet(npcId)
  for (const text of ['My name is Ada', 'I come from the coast', 'I lost my dog in the hills', 'Where is the mill?', 'What is the weather like?', 'Here is a red apple for you']) await talker.say(npcId, text)
  talker.part(npcId)
}

/** A fresh tab over what was kept, so much later. */
async function comeBack(store: MemoryStore, npcId: NpcId, laterSeconds: number): Promise<Talker> {
  const talker = createTalker({ store })
  talker.now += laterSeconds
  // talks are numbered on across a reload
  await talker.meet(npcId === MIRA ? BORAN : MIRA)
  await talker.meet(npcId)
  return talker
}

const PHRASINGS: ReadonlyArray<readonly [text: string, expected: RegExp]> = [
  ['What is my name?', /Ada/], ['Do you remember my name?', /Ada/], ['Do you know who I am?', /Ada/], ['Who am I?', /Ada/], ['Have you forgotten my name?', /Ada/], ['what was my name again?', /Ada/], ['Say my name', /Ada/], ['What am I called?', /Ada/], ['whats my name', /Ada/],
  ['What did I ask you?', /Where is the mill\?|weather/], ['Do you remember what I asked?', /Where is the mill\?|weather/], ['What was my last question?', /weather/], ['What did I ask you last time?', /weather/], ['Which questions did I ask?', /mill/], ['Can you remember what I asked you about the mill?', /Where is the mill/], ['What did I want to know?', /weather/], ['Remind me what I asked', /weather/], ['Did I ask you about the mill?', /Where is the mill/],
  ['What did we talk about?', /weather|mill|dog/], ['What did we talk about last time?', /weather|mill|dog/], ['Do you remember our last talk?', /weather|mill|dog/], ['What were we talking about?', /weather|mill|dog/], ['What did you and I speak of?', /weather|mill|dog/], ['Do you remember what we discussed?', /weather|mill|dog/], ['Where did we leave off?', /weather|mill|dog/], ['Have you forgotten what we spoke about?', /weather|mill|dog/],
  ['What did I tell you last time?', /dog|coast/], ['What did I tell you?', /dog|coast/], ['Do you remember what I told you?', /dog|coast/], ['What did I tell you about my dog?', /lost your dog/], ['Did I tell you about my dog?', /lost your dog/], ['Do you remember what I said about the coast?', /coast/], ['What did I say I lost?', /dog/], ['What have I told you so far?', /dog|coast/], ['Remember what I told you about my dog?', /dog/], ['Where did I say I come from?', /coast/],
  ['What did I give you?', /a red apple/i], ['Do you remember what I gave you?', /a red apple/i], ['Do you remember my gift?', /a red apple/i], ['What did I bring you last time?', /a red apple/i],
  ['What did you say?', /.{20}/], ['Could you repeat that?', /.{10}/],
  ['Do you remember me?', /once|talked|Ada/], ['Have we met?', /once|talked/], ['When did we last speak?', /once|talked/], ['How often have we talked?', /once/], ['Did we meet before?', /once/], ['Have you forgotten me?', /once|talked/], ['How long have we known each other?', /once|talked/], ['Where did we meet?', /square/],
  ['What did I promise you?', /nothing|not|no promise/i], ['What did you promise me?', /nothing|not|don’t|no promise|never|only ever/i], ['When do we meet?', /nothing|no meeting|agreed/i],
]
const LOST = /forgotten|let go of|no longer know|lost it|fell straight|blown off|call that to mind|only just met/i

describe('talk memory', () => {
  it.each([[MIRA, 4 * 3600, /this morning|earlier today|a little while ago/i], [BORAN, 86_400, /yesterday/i], [ELSIN, 3 * 86_400, /three days ago/i]] as const)('[MIND-193] %s answers from what was said, after a reload and after %s seconds', async (npcId, later, when) => {
    let timed = 0
    for (const [text, expected] of PHRASINGS) {
      const store = createTabStore()
      await talkOnce(store, npcId)
      const talker = await comeBack(store, npcId, later)
      const said = (await talker.say(npcId, text)).outcome.reply ?? ''
      expect(said, `${text} → ${said}`).toMatch(expected)
      expect(said, `${text} → ${said}`).not.toMatch(LOST)
      if (when.test(said)) timed++
    }
    expect(timed).toBeGreaterThan(PHRASINGS.length / 3)
  })
})

it.each(['Shall we meet at the mill?', 'Where is the mill?', 'I will tell you a story', 'I promise to come back', 'Can you tell me about the mill?', 'Do you know my brother?', 'What should I ask Boran?', 'Why?', 'Tell me about Boran', 'Do you promise?', 'What do you know about me?', 'I gave Boran a fish'])('[MIND-193] “%s” asks nothing of the talks', (text) => {
  expect(talkAsked(text)).toBeNull()
})
