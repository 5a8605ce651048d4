/** Asked about earlier talks people answer from what they remember of them: in the same talk, after days, after their minds were read anew from disk. */
import { describe, expect, it } from 'vitest'
import { createTabStore, type MemoryStore } from '#minds/memory/memory-store.ts'
import { talkAsked } from '#minds/voice/talk-question.ts'
import { SOCIAL } from '#minds/voice/lines-social.ts'
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { BORAN, MIRA } from '../support/make-view.ts'
import { createTalker, type Talker } from '../support/talker.ts'

const TOLD = ['I am Ada', 'I lost my dog near the river', 'Where is the mill?', 'I will bring you a fish tomorrow', 'The bridge is broken.', 'What do you think of Elsin?']
const ASKED = ['Do you remember what I asked?', 'Do you remember what I asked you?', 'What did I ask you last time?', 'What was my last question?', 'Do you remember my question?', 'do you remember what I wanted to know', 'What did I just ask?', 'Tell me what I asked you last time', 'Do you recall what I asked?']
const SAID_BY_ME = ['What did I tell you last time?', 'Do you remember what I told you?', 'What have I told you?', 'what did i say last time', 'What did I say?', 'Do you remember what I said?', 'What was it that I told you?']
const ABOUT = ['What did we talk about?', 'What did we talk about last time?', 'What were we talking about?', 'Where were we?', 'Do you remember our last talk?', 'Do you remember what we talked about?', 'What did we discuss yesterday?', 'What was our last conversation about?', 'Do you remember talking to me?', 'Where did we leave off?']
const SAID_BY_YOU = ['What did you say?', 'Do you remember what you said?', 'Can you repeat that?', 'Say that again.', 'What did you just tell me?', 'What was your answer?']
const MET = ['When did we last meet?', 'When did we first meet?', 'When was the last time we spoke?', 'How long has it been since we talked?', 'Have we met before?']
const OTHER = ['What do you say?', 'What can you tell me about Boran?', 'What did Boran say?', 'What did you do yesterday?', 'What happened last time it rained?', 'What do you talk about with Elsin?', 'Tell me about the mill', 'What did you see?', 'When did the mill burn?', 'I have a question', 'What is your name?']

/** What people say who have never talked before. */
const FIRST_TALK = /only just met|before today|met only just now|five minutes ago|for the first time|first time that we talk|Just now\. It feels longer/i

async function reply(talker: Talker, text: string, npcId: typeof MIRA = MIRA): Promise<string> {
  return (await talker.say(npcId, text)).outcome.reply ?? ''
}

/** A talk in which much is said. */
async function haveTold(talker: Talker, npcId: typeof MIRA = MIRA): Promise<void> {
  await talker.meet(npcId)
  for (const line of TOLD) await talker.say(npcId, line)
}

/** Another store that holds what `store` keeps of Mira. */
async function copyOf(store: MemoryStore): Promise<MemoryStore> {
  const copy = createTabStore()
  await copy.add((await store.load(MIRA)).memories, 'strict')
  return copy
}

/** A later talk: its number is no earlier one's. */
async function meetLater(store: MemoryStore, now: number): Promise<Talker> {
  const talker = createTalker({ store: await copyOf(store) })
  talker.now = now
  await talker.meet(BORAN)
  await talker.meet(MIRA)
  return talker
}

describe('asked about earlier talks', () => {
  it('[MIND-190] forty ways of asking are understood, and what only sounds like them is not', () => {
    for (const [wanted, lines] of [['asked', ASKED], ['told', SAID_BY_ME], ['topics', ABOUT], ['said', SAID_BY_YOU], ['met', MET]] as const) for (const line of lines) expect(`${line} ${talkAsked(line)?.kind ?? null}`).toBe(`${line} ${wanted}`)
    expect(talkAsked('How often have we met?')?.kind).toBe('met')
    expect(talkAsked('What did you promise me?')?.kind).toBe('vowed')
    expect(talkAsked('Did you promise me anything?')?.kind).toBe('vowed')
    for (const line of [...OTHER, ...TOLD]) expect(`${line} ${talkAsked(line)?.kind ?? null}`).toBe(`${line} null`)
  })

  it('[MIND-191] what was asked, told and talked about is known in the same talk', async () => {
    for (const npcId of [MIRA, BORAN]) {
      const talker = createTalker()
      await haveTold(talker, npcId)
      expect(await reply(talker, 'Do you remember what I asked?', npcId)).toContain('What do you think of Elsin?')
      expect(await reply(talker, 'What was the first thing I asked you?', npcId)).toContain('Where is the mill?')
      expect(await reply(talker, 'What did I say?', npcId)).toContain('The bridge is broken.')
      const about = await reply(talker, 'What were we talking about?', npcId)
      expect(about).toContain('your lost dog')
      expect(about).toContain('the way to the mill')
      const said = talker.turnsOf(npcId).at(-1)?.text ?? ''
      expect(said.length).toBeGreaterThan(0)
      expect(await reply(talker, 'When did we last meet?', npcId)).toMatch(FIRST_TALK)
    }
  })

  it('[MIND-191] after two days and with minds read anew from what was kept, every way of asking is answered with it', async () => {
    const store = createTabStore()
    const before = createTalker({ store })
    await haveTold(before)
    const told = { asked: /What do you think of Elsin\?/, told: /lost your dog|bring me a fish|The bridge is broken/, about: /your lost dog.*the way to the mill.*your promise/ }
    for (const [wanted, lines] of [['asked', ASKED], ['told', SAID_BY_ME], ['about', ABOUT]] as const) {
      for (const [at, line] of lines.entries()) {
        // a mind that has only what was kept, at another hour each time
        const answer = await reply(await meetLater(store, before.now + 2 * 86_400 + at * 600), line)
        expect(`${line} → ${answer}`).toMatch(told[wanted])
      }
    }
    for (const line of MET.slice(0, 4)) {
      expect(`${line} → ${await reply(await meetLater(store, before.now + 2 * 86_400), line)}`).toMatch(/two days ago/i)
    }
  })

  it('[MIND-191] a greeting is no matter: asked right after it, the talk before is told', async () => {
    const store = createTabStore()
    const before = createTalker({ store })
    await haveTold(before)
    const talker = await meetLater(store, before.now + 86_400)
    await talker.say(MIRA, 'Hello again.')
    expect(await reply(talker, 'What did we talk about?')).toContain('the way to the mill')
  })

  it('[MIND-192] a favour that is granted binds, in whichever manner it is granted', () => {
    for (const line of Object.values(SOCIAL['request-vow']).flat()) {
      const said = line.replace('{task}', 'ask the smith about your ring').replace('{you}', 'friend')
      expect(`${said} ${readPromise(said, 9 * 3600)?.what}`).toBe(`${said} ask the smith about my ring`)
    }
  })

  it('[MIND-191] nobody remembers what never was', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    for (const line of ['What did I ask you last time?', 'What did we talk about last time?', 'When did we last meet?']) expect(`${line} → ${await reply(talker, line)}`).toMatch(FIRST_TALK)
    expect(await reply(talker, 'What did you promise me?')).toMatch(/promise/i)
  })

  it('[MIND-192] a meeting that was agreed to is the answer to what was promised', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    const appointments = [{ kind: 'meet', purpose: 'company', withId: 'player', what: 'the mill', atSeconds: 19 * 3600, madeSeconds: 9 * 3600, state: 'agreed' }] as const
    expect((await talker.say(MIRA, 'What did you promise me?', { appointments: [...appointments] })).outcome.reply).toMatch(/the mill.*at dusk/)
  })
})
