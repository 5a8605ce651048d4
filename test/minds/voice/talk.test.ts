/** Talks with the built-in mind, from the first word to the return days later. */
import { describe, expect, it } from 'vitest'
import type { NpcId } from '#core/ids.ts'
import { isRepeat } from '#minds/voice/speak.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { think } from '#minds/mind.ts'
import { createTalker, type Talker } from '../support/talker.ts'

const POOL = [
  'Hello', 'I am Ada', 'I come from the sea', 'I lost my dog', 'Who are you?', 'What are you doing?', 'Why?', 'How are you?', 'Do you have a family?', 'What do you think of Boran?', 'Where is the mill?', 'Where can I sleep?', 'What happened at the mill?', 'Any news?', 'Who told you?',
  'Tell me about this place', 'Will it rain?', 'What do you know about me?', 'Can you help me?', 'Follow me', 'I will bring you a fish', 'Thank you', 'What are you afraid of?', 'Are you a robot?', 'Tell me a story', 'Who is Elsin?', 'How old are you?', 'asdf ghjk', 'Bonjour, comment ça va?', 'Yes', 'No', 'haha', 'The moon is made of cheese',
]

async function reply(talker: Talker, npcId: NpcId, text: string): Promise<string> {
  return (await talker.say(npcId, text)).outcome.reply ?? ''
}

describe('a talk', () => {
  it('[MIND-31] answers come from real state', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    expect(await reply(talker, MIRA, 'What are you doing?')).toContain('setting out bread')
    expect(await reply(talker, MIRA, 'What is your trade?')).toMatch(/baker/i)
    expect(await reply(talker, MIRA, 'Where is the mill?')).toContain('north-west')
    expect(await reply(talker, MIRA, 'Do you have a sister?')).toContain('Elsin')
    expect(await reply(talker, MIRA, 'Where is Boran?')).toContain('smithy')
    expect(await reply(talker, MIRA, 'Where is Westwick?')).toContain('west')
    expect((await talker.say(MIRA, 'How are you?', { needs: { food: 0.1, rest: 0.8, company: 0.7, duty: 0.6, safety: 0.9, shelter: 0.9 } })).outcome.reply).toContain('hungry')
    expect((await talker.say(MIRA, 'What is the weather like?', { weather: 'rain' })).outcome.reply).toMatch(/rain|wet|roof/i)
    expect(await reply(talker, MIRA, 'What is this village called?')).toContain('Alder Ford')
    await talker.meet(ELSIN)
    expect(await reply(talker, ELSIN, 'What do you think of Boran?')).toContain('We quarrelled over a fence')
  })

  it('[MIND-32] what happened is told by who heard it, with the source; the others do not know', async () => {
    const talker = createTalker()
    await talker.observe({ type: 'speech-said', conversationId: 90, speakerId: BORAN, toId: MIRA, text: 'The mill wheel broke in the night.', source: 'model', news: null, witnessIds: [MIRA, BORAN] })
    talker.now += 4000
    await talker.meet(MIRA)
    const told = await reply(talker, MIRA, 'What happened at the mill?')
    expect(told).toContain('The mill wheel broke in the night')
    expect(told).toContain('Boran')
    expect(await reply(talker, MIRA, 'Who told you that?')).toContain('Boran')
    await talker.meet(ELSIN)
    expect(await reply(talker, ELSIN, 'What happened at the mill?')).not.toContain('wheel')
    const ignorant = await reply(talker, ELSIN, 'Who stole the golden goblet of Karth?')
    expect(ignorant).not.toMatch(/stole the golden/)
    expect(ignorant.length).toBeGreaterThan(3)
  })

  it('[MIND-33] nobody says the same again within ten turns', async () => {
    for (const [round, npcId] of [MIRA, BORAN, ELSIN].entries()) {
      const talker = createTalker()
      await talker.meet(npcId)
      const lines: string[] = []
      for (let turn = 0; turn < 70; turn++) {
        // a walk through the pool that comes back to the same remarks soon
        const line = await reply(talker, npcId, POOL[(turn * (7 + round * 3) + Math.floor(turn / 5)) % POOL.length] ?? '')
        expect(line.length).toBeGreaterThan(0)
        for (const before of lines.slice(-10)) expect(line === before || (line.length > 24 && before.length > 24 && line.slice(0, 60) === before.slice(0, 60)), `${line} ~ ${before}`).toBe(false)
        lines.push(line)
      }
      const close = lines.filter((line, i) => line.length > 20 && lines.slice(Math.max(0, i - 10), i).some((before) => isRepeat(line, before)))
      expect(close.length).toBeLessThanOrEqual(2)
    }
  })

  it('[MIND-34] a thought is never part of what is said', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    const thoughts: string[] = []
    const lines: string[] = []
    for (const text of [...POOL, 'What are you thinking?', 'Tell me your thoughts', 'What did you think about me?', 'Do you remember what you thought?']) {
      const { outcome } = await talker.say(MIRA, text)
      if (outcome.thought) thoughts.push(outcome.thought)
      lines.push(outcome.reply ?? '')
    }
    expect(thoughts.length).toBeGreaterThan(20)
    for (const thought of thoughts.filter((text) => text.length > 25)) expect(lines.filter((line) => line.includes(thought))).toEqual([])
  })

  it('[MIND-35] three people answer one talk differently', async () => {
    const talker = createTalker()
    const said = new Map<NpcId, string[]>()
    for (const npcId of [MIRA, BORAN, ELSIN]) {
      await talker.meet(npcId)
      const lines: string[] = []
      for (const text of POOL) lines.push(await reply(talker, npcId, text))
      said.set(npcId, lines)
    }
    let same = 0
    POOL.forEach((_, i) => {
      const lines = [MIRA, BORAN, ELSIN].map((id) => said.get(id)?.[i] ?? '')
      if (new Set(lines).size < 3) same++
    })
    expect(same).toBeLessThan(POOL.length * 0.15)
    const mean = (npcId: NpcId): number => (said.get(npcId) ?? []).reduce((sum, line) => sum + line.length, 0) / POOL.length
    expect(mean(MIRA)).toBeGreaterThan(mean(BORAN) * 1.15)
  })

  it('[MIND-36] on return the player is called by name and asked after what was told', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    await talker.say(MIRA, 'My name is Ada')
    await talker.say(MIRA, 'I lost my dog in the hills')
    talker.part(MIRA)
    talker.now += 3 * 86_400
    const { outcome, recalled } = await talker.meet(MIRA)
    expect(outcome.reply).toContain('Ada')
    expect(outcome.reply).toMatch(/dog/)
    expect(recalled.some(({ text }) => text.includes('Ada'))).toBe(true)
    expect(await reply(talker, MIRA, 'Yes, I found it!')).toMatch(/found|glad|day|again|turn/i)
    talker.part(MIRA)
    talker.now += 86_400
    expect((await talker.meet(MIRA)).outcome.reply).not.toMatch(/your dog/)
    expect(await reply(talker, MIRA, 'Do you remember my name?')).toContain('Ada')
    // who was not told does not know
    expect((await talker.meet(ELSIN)).outcome.reply).not.toContain('Ada')
  })

  it('[MIND-37] equal requests and memories give equal thoughts', async () => {
    const run = async (): Promise<Array<string | null>> => {
      const talker = createTalker()
      const lines = [(await talker.meet(BORAN)).outcome.reply]
      for (const text of POOL.slice(0, 12)) lines.push((await talker.say(BORAN, text)).outcome.reply)
      return lines
    }
    expect(await run()).toEqual(await run())
  })

  it('[MIND-38] a second insult ends the talk, a threat at once, and the offender is met coldly', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    const first = await talker.say(MIRA, 'You are an idiot')
    expect(first.outcome.endsTalk).toBe(false)
    expect((await talker.say(MIRA, 'You stupid fool, you are ugly')).outcome.endsTalk).toBe(true)
    talker.part(MIRA)
    talker.now += 7200
    expect((await talker.meet(MIRA, { warmth: -0.4 })).outcome.reply).toMatch(/not forgotten|what is it now|walk past/i)
    await talker.meet(BORAN)
    expect((await talker.say(BORAN, 'I will kill you')).outcome.endsTalk).toBe(true)
    expect((await talker.say(BORAN, 'Goodbye')).outcome.endsTalk).toBe(true)
  })

  it('[MIND-42] who likes somebody comes along, who does not refuses', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    const friend = await talker.say(MIRA, 'Will you come with me?', { warmth: 0.5 })
    expect(friend.outcome.decision).toMatchObject({ skillId: 'accompany', targetId: 'player' })
    await talker.meet(BORAN)
    expect((await talker.say(BORAN, 'Will you come with me?')).outcome.decision).toBeNull()
  })
})

describe('an open question', () => {
  it('[MIND-146] is answered by what is best of many futures, with the reason, and shown in full', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    for (const question of ['What would you do if a wolf came to the village?', 'What will you do about Boran, who lied to you?', 'Would you rather help Boran or go home?', 'Should I go to the ruin or sleep at the inn?']) {
      const { outcome, deliberation } = await talker.say(MIRA, question)
      expect(deliberation, question).not.toBeNull()
      const choice = deliberation!.branches.find(({ id }) => id === deliberation!.chosen)!
      expect(outcome.reply!.toLowerCase()).toContain(choice.label.replaceAll('the stranger', 'you').toLowerCase())
    }
    // what is no open question is not weighed
    for (const remark of ['How are you?', 'Where is the mill?', 'I lost my dog', 'What are you doing?']) expect((await talker.say(MIRA, remark)).deliberation, remark).toBeNull()
  })

  it('[MIND-146] said differently, it is the same choice in other words', async () => {
    for (const npcId of [MIRA, BORAN, ELSIN]) {
      const talker = createTalker()
      await talker.meet(npcId)
      const { outcome, deliberation } = await talker.say(npcId, 'What would you do if a wolf came?')
      const asked = talker.turnsOf(npcId).slice(0, -1)
      const { label } = deliberation!.branches.find(({ id }) => id === deliberation!.chosen)!
      const view = makeView(npcId, { worldSeconds: talker.now, turns: [...asked], talkId: 1 })
      view.conversation!.unsaid = [outcome.reply!]
      const again = await think({ thoughtId: 99, kind: 'converse', view, cause: 'I want to say it in other words' }, { memory: await talker.ledger.person(npcId), scheduler: talker.scheduler, now: () => 0, signal: createCancelSource().signal, report: () => undefined, keep: () => undefined })
      expect(again.outcome.reply).not.toBe(outcome.reply)
      expect(again.outcome.reply!.toLowerCase(), outcome.reply!).toContain(label.replaceAll('the stranger', 'you').toLowerCase())
    }
  })

  it('[MIND-146] three people choose in their own ways', async () => {
    const talker = createTalker()
    const said = new Set<string>()
    for (const npcId of [MIRA, BORAN, ELSIN]) {
      await talker.meet(npcId)
      said.add(await reply(talker, npcId, 'What would you do if your neighbour stole your goat?'))
    }
    expect(said.size).toBe(3)
  })
})
