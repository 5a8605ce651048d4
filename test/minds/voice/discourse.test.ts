/** A talk hangs together: questions that lean on what either side said are answered from it. */
import { describe, expect, it } from 'vitest'
import { followTalk } from '#minds/voice/asked/thread.ts'
import { opinionOf } from '#minds/voice/discourse/opinion.ts'
import { pastOf } from '#minds/voice/discourse/past.ts'
import { createScene } from '#minds/voice/scene.ts'
import { THIRTY_QUESTIONS } from '../../support/like-mannered.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createTalker, talk } from '../support/talker.ts'
import type { NpcId } from '#core/ids.ts'

const ALL = [MIRA, BORAN, ELSIN]

describe('what was said is on record', () => {
  it('[MIND-300] both sides leave records with their topic, whom and what they are of; a follow-up’s reply stays with its matter', () => {
    const turn = (speakerId: NpcId | 'player', text: string) => ({ speakerId, text, worldSeconds: 9 * 3600, source: speakerId === 'player' ? 'player' as const : 'builtin' as const })
    const view = makeView(ELSIN, { turns: [turn('player', 'Do you have enemies here?'), turn(ELSIN, 'There’s a cold corner where Boran stands. We quarrelled over a fence.'), turn('player', 'Who started it?'), turn(ELSIN, 'It takes two.'), turn('player', 'My mother has a fever.'), turn(ELSIN, 'I’m sorry.'), turn('player', 'And then?')] })
    const { records } = followTalk(createScene(view, { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, []))
    expect(records.map(({ isMine, topic, person, side, subject }) => [isMine, topic, person?.name ?? null, side, subject])).toEqual([[true, 'tie', 'Boran Ashby', null, ''], [true, 'tie', 'Boran Ashby', 'started', ''], [false, 'told', null, null, 'illness']])
  })
})

describe('questions that lean on what was just said', () => {
  it('[MIND-301] a quarrel is told further: over what, who began, what would mend it', async () => {
    const lines = await talk(ELSIN, ['Do you have enemies here?', 'What did you fight about?', 'Who started it?', 'Could you two make up?', 'What would it take?'])
    expect(lines[1]).toMatch(/fence/i)
    expect(lines[2]).toMatch(/two|each of us/i)
    expect(lines[3]).toMatch(/first step|one day/i)
    expect(lines[4]).toMatch(/sorry|two sides/i)
  })

  it('[MIND-302] how long work takes, since when it is done and when it is through are three answers', async () => {
    const lines = await talk(MIRA, ['What are you working on?', 'How long does that take?', 'How long have you been at it?', 'When will it be done?', 'Who is it for?'])
    expect(lines[1]).toMatch(/four hours/)
    expect(lines[2]).toMatch(/20 years|since five/i)
    expect(lines[3]).toMatch(/half past two/)
    expect(lines[4]).toMatch(/inn|door/)
  })

  it('[MIND-302] “there” is the place that was named: the walk, who lives there, when one was there', async () => {
    for (const npcId of ALL) {
      const lines = await talk(npcId, ['How far is Westwick?', 'How long would that be on foot?', 'Who lives there?', 'Have you been there?', 'Is the way there steep?'])
      expect(lines[1], npcId).toMatch(/on foot|walking/)
      expect(lines[2], npcId).toMatch(/kin|family|people like us/i)
      expect(lines[3], npcId).toMatch(/never was|means to|have; |time/i)
      expect(lines[4], npcId).toMatch(/by day|legs/i)
    }
  })

  it('[MIND-303] what the partner told is asked about: what helps, whether one knows it oneself, and how that went', async () => {
    for (const npcId of ALL) {
      const view = makeView(npcId)
      const past = pastOf(view, 'ill')
      const lines = await talk(npcId, ['My mother has a fever.', 'What helps against it?', 'Have you ever been that sick?', 'How long did it last?'])
      expect(lines[1], npcId).toMatch(/willow/i)
      expect(lines[2], npcId).toContain(past.what.slice(0, 11))
      if (past.has) expect(lines[3]?.toLowerCase(), npcId).toContain(past.span.toLowerCase().slice(0, 8))
    }
  })

  it('[MIND-303] a day on which nothing happened has no hour and no witness', async () => {
    const lines = await talk(ELSIN, ['Did anything happen here lately?', 'When was that?'])
    expect(lines[1]).toMatch(/nothing/i)
  })

  it('[MIND-304] work is asked for, explained and taken; whoever gives it expects one there', async () => {
    const talker = createTalker()
    const view = { landmarks: [...makeView(MIRA).landmarks, { name: 'the bakery', kind: 'bakery', direction: 'east', meters: 30 }] }
    await talker.meet(MIRA, view)
    const say = async (text: string) => (await talker.say(MIRA, text, view)).outcome
    await say('I need work.')
    expect((await say('What needs doing?')).reply).toMatch(/knead/)
    expect((await say('What do I get for it?')).reply).toMatch(/meal|supper/i)
    const taken = await say('I’ll do it.')
    expect(taken.reply).toMatch(/bakery.*tomorrow at five/i)
    expect(taken.agrees).toEqual({ place: 'bakery', atSeconds: 86_400 + 5 * 3600 })
    expect((await say('When do I start?')).reply).toMatch(/tomorrow at five/i)
  })
})

describe('opinions', () => {
  it('[MIND-305] several are spoken of as several, by whatever trade', () => {
    for (const trade of ['farmer', 'smith', 'weaver', 'merchant', 'elder', 'herbalist', 'child'] as const) {
      for (const subject of ['kings', 'dogs', 'clocks', 'cities', 'songs', 'buttons']) {
        const { because, more } = opinionOf({ ...makeView(BORAN), trade }, subject)
        for (const reason of [because, more]) expect(reason).not.toMatch(/\b(?:whether|that|because|and|but|when|where) them\b|\bthem (?:is|are|would|could|can|will|has|have)\b|\bit\b/)
      }
    }
  })

  it('[MIND-305] of any subject somebody has one: reasoned, their own, and the same when it is asked again', async () => {
    for (const npcId of ALL) {
      const { because } = opinionOf(makeView(npcId), 'kings')
      const lines = await talk(npcId, ['What do you think of kings?', 'What do you think of moonlight markets?', 'What do you think of kings?'])
      expect(lines[0]?.toLowerCase(), npcId).toContain(because.toLowerCase().slice(0, 12))
      expect(lines[2]?.toLowerCase(), npcId).toContain(because.toLowerCase().slice(0, 12))
      expect(lines[1]).not.toBe('')
    }
    const held = ALL.map((npcId) => ['kings', 'cities', 'love', 'dogs', 'rain', 'war', 'music', 'clocks'].map((subject) => opinionOf(makeView(npcId), subject)))
    for (const one of held) expect(new Set(one.map(({ because }) => because)).size).toBeGreaterThan(5)
    for (let n = 0; n < 8; n++) expect(new Set(held.map((one) => `${one[n]!.stance} ${one[n]!.because}`)).size, held[0]![n]!.subject).toBeGreaterThan(1)
  })

  it('[MIND-305] two subjects thought of alike are not one said twice', async () => {
    const lines = await talk(BORAN, ['What do you think of kings?', 'Why?', 'And of priests?'])
    expect(lines[2]).not.toMatch(/As I (?:said|told)/)
  })

  it('[MIND-305] the reason is asked for and another is given, and what one said of it is remembered', async () => {
    const lines = await talk(BORAN, ['What do you think of kings?', 'Why?', 'Do you still think so?'])
    const { because, more } = opinionOf(makeView(BORAN), 'kings')
    expect(lines[1]?.toLowerCase()).toContain(more.toLowerCase())
    expect(lines[2]?.toLowerCase()).toContain(because.toLowerCase())
  })
})

describe('what is told', () => {
  it('[MIND-306] is met by its kind: a taste with one’s own, a hope, a plan, praise; no remark is said back with “And?”', async () => {
    for (const npcId of ALL) {
      const lines = await talk(npcId, ['We live from fish.', 'They send their greetings.', 'I hope she gets better.', 'You can do it.', 'Lucky you.', 'I could ask the others.', 'It was a terrible night.'])
      for (const line of lines) expect(line, npcId).not.toMatch(/And\?$|^\w+ you\. You let/)
      expect(lines[2], npcId).toMatch(/hope|may it|will/i)
    }
  })

  it('[MIND-306] a story is asked after by the side it left out, never twice in a row', async () => {
    for (const npcId of ALL) {
      const lines = await talk(npcId, ['I climbed a very high tower.', 'I fell down all the steps.', 'I ran through a field of snow.', 'I carried a stone for a mile.', 'I walked over a bridge of ice.'])
      expect(lines.some((line) => /when|where|how come|how did|why|lately|end|reason|came of it|turn out|and then|long ago|let you go/i.test(line)), lines.join(' | ')).toBe(true)
    }
  })

  it('[MIND-307] nothing is “said before” that was not said, who sells nothing is not bought from, and an hour that is not now is put right', async () => {
    for (const npcId of ALL) for (const line of await talk(npcId, THIRTY_QUESTIONS.slice(2, 16))) expect(line).not.toMatch(/^As I (?:said|told you)|^Once more/)
    expect((await talk(ELSIN, ['Good evening.']))[0]).toMatch(/evening\?.*morning/i)
  })

  it('[MIND-307] what is answered with a nod or a bid is nobody’s home', async () => {
    const talker = createTalker()
    await talker.meet(MIRA)
    for (const text of ['Hello', 'I see.', 'Nice.', 'Think about it.', 'Cool.', 'Perhaps.', 'I see.', 'Nice.']) await talker.say(MIRA, text)
    expect((await talker.ledger.person(MIRA)).memories.filter(({ triple }) => triple?.[1] === 'origin')).toEqual([])
  })
})
