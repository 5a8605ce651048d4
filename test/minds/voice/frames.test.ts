/** What is done with words: told, bidden, offered, supposed, left to choose, left out and put right; read by how a clause is built and by the fields of its words. */
import { describe, expect, it } from 'vitest'
import { nameIn } from '#minds/memory/facts.ts'
import { meetingAsked } from '#minds/voice/answer-meeting.ts'
import { askedBack, completed, corrected } from '#minds/voice/asked/complete.ts'
import { focusOf } from '#minds/voice/asked/focus.ts'
import { guessMeaning } from '#minds/voice/asked/guess-meaning.ts'
import { coreOf } from '#minds/voice/asked/plain.ts'
import type { Thread } from '#minds/voice/asked/full-words.ts'
import { ACCOUNT } from '#minds/voice/asked/lines-account.ts'
import { VIEWS_HELD } from '#minds/voice/asked/lines-views.ts'
import { answerFrame } from '#minds/voice/frames/answer-frame.ts'
import { clauseOf, indirect, turned } from '#minds/voice/frames/clause.ts'
import { ASKED } from '#minds/voice/frames/lines-asked.ts'
import { DEEDS } from '#minds/voice/frames/lines-deeds.ts'
import { TOLD } from '#minds/voice/frames/lines-told.ts'
import { readFrame } from '#minds/voice/frames/read-frame.ts'
import { MANNERS, type Lines } from '#minds/voice/manner.ts'
import { createScene } from '#minds/voice/scene.ts'
import { toneOf } from '#simulation/affect/tone.ts'
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createTalker, type Talker } from '../support/talker.ts'

const ALL = [MIRA, BORAN, ELSIN]
const kindOf = (text: string, named: string | null = null): string | null => readFrame(text, { given: 'Mira', names: ['Boran', 'Elsin'], named })?.kind ?? null
const talk = async (npcId: (typeof ALL)[number], remarks: readonly string[]): Promise<{ talker: Talker; lines: string[] }> => {
  const talker = createTalker()
  await talker.meet(npcId)
  const lines: string[] = []
  for (const text of remarks) lines.push((await talker.say(npcId, text)).outcome.reply ?? '')
  return { talker, lines }
}

describe('a clause', () => {
  it('[MIND-235] is told by what stands first: it tells, asks or bids, of somebody, with a verb', () => {
    expect(clauseOf('I have never seen a bear')).toMatchObject({ mood: 'tells', subject: 'i', aux: 'have', verb: 'seen', not: true, rest: 'a bear' })
    expect(clauseOf('Why won’t the old mill turn?')).toMatchObject({ mood: 'asks', wh: 'why', aux: 'will', not: true })
    expect(clauseOf('Do not move!')).toMatchObject({ mood: 'bids', not: true, verb: 'move' })
    expect(clauseOf('Please, Mira, come here', 'Mira')).toMatchObject({ mood: 'bids', verb: 'come', rest: 'here' })
    expect(clauseOf('Let me help you')).toMatchObject({ mood: 'bids', aux: 'let-me', verb: 'help' })
    expect(clauseOf('My old feet hurt')).toMatchObject({ mood: 'tells', subject: 'my old feet', verb: 'hurt' })
    expect(clauseOf('What a day').mood).toBe('cries')
  })

  it('[MIND-235] is said back by the one who heard it, and a question as what one does not know', () => {
    expect(turned('i miss my home and you')).toBe('you miss your home and me')
    expect(turned('you are my friend')).toBe('I am your friend')
    expect(turned('she told me that i was late')).toBe('she told you that you were late')
    expect(indirect(clauseOf('Is the road dry?'))).toBe('whether the road is dry')
    expect(indirect(clauseOf('Does the miller sing?'))).toBe('whether the miller sings')
    expect(indirect(clauseOf('Who built it?'))).toBe('who built it')
    expect(indirect(clauseOf('When is the next feast?'))).toBe('when the next feast is')
    expect(indirect(clauseOf('Has anyone been hurt?'))).toBe('whether anyone has been hurt')
    expect(indirect(clauseOf('Which family has been here longest?'))).toBe('which family has been here longest')
    expect(indirect(clauseOf('What would need doing first?'))).toBe('what would need doing first')
    expect(indirect(clauseOf('Who has seen him?'))).toBe('who has seen him')
    expect(indirect(clauseOf('Where has she been?'))).toBe('where she has been')
    expect(indirect(clauseOf('What would she say?'))).toBe('what she would say')
    expect(indirect(clauseOf('Isn’t it late?'))).toBeNull()
    expect(indirect(clauseOf('The road is dry'))).toBeNull()
  })
})

describe('a frame', () => {
  it('[MIND-236] is read by the fields of the words and the form of the clause, whatever the words are', () => {
    for (const beast of ['wolf', 'bear', 'snake', 'dragon', 'bandit']) for (const text of [`There is a ${beast} behind you!`, `Help! A ${beast} is coming!`]) expect(kindOf(text), text).toBe('alarm')
    for (const part of ['back', 'tooth', 'knee', 'left arm']) for (const does of ['hurts', 'aches', 'is sore']) expect(kindOf(`My ${part} ${does}`), part).toBe('ache')
    for (const word of ['a wizard', 'the queen of the north', 'a ghost', 'your brother']) expect(kindOf(`I am ${word}`), word).toMatch(/^claim/)
    for (const [text, kind] of [['I won a race', 'luck'], ['I killed a man', 'crime'], ['I have a knife', 'veiled-threat'], ['You talk like a crow', 'tease'], ['You owe me three pennies', 'deny-debt'], ['This village is ugly', 'blame-place'], ['*nods*', 'gesture-greet'], ['(sits down)', 'gesture-rest'], ['/me points a sword at you', 'gesture-threat']]) expect(kindOf(text!), text).toBe(kind)
    for (const [text, kind] of [['Come over here', 'bid-come'], ['Wait!', 'bid-stay'], ['Hush', 'bid-hush'], ['Leave me alone', 'bid-away'], ['Tell Boran that I was here', 'bid-message'], ['Do you want some cheese?', 'offer-thing'], ['Can I help you?', 'offer-help'], ['May I sit here?', 'may'], ['Can I sleep at your house tonight?', 'lodging'], ['Cats or dogs?', 'choice'], ['Quiet around here, isn’t it?', 'quiet-here'], ['Do you know what a computer is?', 'unheard'], ['Never mind', null], ['You have my word', 'vow'], ['Is summer better than winter or not?', null], ['If you had a lot of money, what then?', 'would-money'], ['Have you heard of wifi?', 'unheard']]) expect(kindOf(text!), text!).toBe(kind)
    expect(kindOf('The miller had an accident', 'Boran')).toBe('third-woe')
    for (const text of ['Where is the mill?', 'I am a baker', 'What is your name?', 'I like the sea', 'There was a wolf here last year', 'Thank you']) expect(kindOf(text), text).toBeNull()
  })

  it('[MIND-236] has an answer from everybody, for every kind with lines, and three people answer as three', async () => {
    const kinds = ['I won a race', 'My back hurts', 'I am the king', 'You look like a goose', 'Come here!', 'Do you need help?', '*waves*', 'There is a wolf behind you!', 'Day or night?', 'I miss my home', 'whatever', 'You already said that']
    for (const text of kinds) {
      const said = new Set<string>()
      for (const npcId of ALL) said.add((await talk(npcId, [text])).lines[0] ?? '')
      expect([...said], text).toHaveLength(3)
    }
    const scene = createScene(makeView(BORAN, { turns: [{ speakerId: 'player', text: 'x', worldSeconds: 0, source: 'player' }] }), { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
    for (const kind of Object.keys({ ...DEEDS, ...TOLD }).filter((key) => !/^(?:offer-help-|offer-food|luck-thing|echo|work-wanted|bid-say|bid-find)/.test(key))) expect(answerFrame(scene, { kind: kind as 'luck', thing: 'the oak', choices: [] })?.text, kind).toBeTruthy()
  })

  it('[MIND-237] no line of these binds whoever says it, asks for a meeting or hurts', () => {
    const lists: Lines[] = [...Object.values(DEEDS), ...Object.values(TOLD), ...Object.values(ASKED), ...Object.values(ACCOUNT), ...VIEWS_HELD.map(({ lines }) => lines)]
    for (const line of lists.flatMap((lines) => [...MANNERS, 'any' as const].flatMap((manner) => lines[manner] ?? []))) {
      const plain = line.replace(/\{\w+\}/g, 'oak')
      expect(readPromise(plain, 0), line).toBeNull()
      expect(meetingAsked(plain, 0), line).toBeNull()
      expect(toneOf(plain), line).not.toBe('threat')
    }
  })
})

describe('what is left out', () => {
  const thread: Thread = { last: null, asked: '', person: null, woman: null, man: null, group: [], spot: null, good: null, latest: null, owned: null, who: null, noun: null, records: [] }

  it('[MIND-238] a question without its beginning, a correction, and “do you?” after a statement are written out', () => {
    expect(['You hungry?', 'You know Boran?', 'Been here long?', 'Need a hand?', 'Tired?'].map(completed)).toEqual(['are you hungry?', 'do you know boran?', 'have you been here long?', 'do you need a hand?', 'are you tired?'])
    expect(completed('You are hungry')).toBe('You are hungry')
    expect([corrected('No, I meant the mill'), corrected('tomorrow, I mean'), corrected('I mean it'), corrected('I meant no harm')]).toEqual(['the mill', 'tomorrow', null, null])
    const after = (heard: string): Thread => ({ ...thread, last: { heard, act: 'tell-self', ask: null, reply: '', main: '' } })
    expect(askedBack('Do you?', after('I have a sister'))).toBe('do you have a sister?')
    expect(askedBack('And you?', after('I am afraid of the dark'))).toBe('are you afraid of the dark?')
    expect(askedBack('Do you?', after('Where is the mill?'))).toBeNull()
    expect(coreOf('Tell me what you did yesterday')).toBe('what did you do yesterday')
    expect(coreOf('Can you tell me where you live?')).toBe('where do you live')
  })

  it('[MIND-238] “one”, “them”, “there”, “it” and “and the youngest?” are what was spoken of', async () => {
    expect((await talk(MIRA, ['Where do you live?', 'Is it big?'])).lines[1]).toMatch(/cottage/i)
    expect((await talk(MIRA, ['Who is the oldest here?', 'And the youngest?'])).lines[1]).toMatch(/Elsin/)
    expect((await talk(MIRA, ['What is your trade?', 'What’s the hardest part?'])).lines[1]).toMatch(/star|oven|dough|early|up/i)
    expect((await talk(MIRA, ['Where is Boran?', 'No, I meant the mill'])).lines[1]).toMatch(/north|south|east|west/i)
    expect((await talk(MIRA, ['I have a sister', 'Do you?'])).lines[1]).toContain('Elsin')
  })

  it('[MIND-239] of several sentences the question is answered, with who was named before it', async () => {
    expect(focusOf('I am tired. Where can I sleep?')).toEqual({ before: 'I am tired.', main: 'Where can I sleep?' })
    expect(focusOf('Thanks, and where is the mill?').main).toBe('where is the mill?')
    expect(focusOf('It is late. I am tired.').main).toBe('It is late. I am tired.')
    for (const npcId of ALL) expect((await talk(npcId, ['I love this place. How old are you?'])).lines[0]).toContain(String(makeView(npcId).age))
    expect((await talk(MIRA, ['I am looking for Boran. Have you seen him?'])).lines[0]).toMatch(/smithy|Boran/)
  })
})

describe('what the player tells', () => {
  it('[MIND-240] of somebody of theirs is one account: asked about, it is answered from, and nothing is added', async () => {
    for (const npcId of ALL) {
      const { lines } = await talk(npcId, ['I had a cat named Whiskers. She died last week.', 'She was twelve years old.', 'What was my cat’s name?', 'How old was she?'])
      expect(lines[1]).not.toMatch(/\?.*(?:name|come from)|thought about it/i)
      expect(lines[2]).toContain('Whiskers')
      expect(lines[3]).toMatch(/twelve/i)
      const missing = (await talk(npcId, ['My brother is missing. He has red hair.', 'Have you seen anyone like that?', 'What does my brother look like?', 'Where was my brother born?'])).lines
      expect(missing[1]).toMatch(/brother/)
      expect(missing[2]).toMatch(/red hair/)
      expect(missing[3]).not.toMatch(/red hair|Alder Ford|Elsin|Mira/)
    }
  })

  it('[MIND-240] “my sister” is theirs, never the listener’s', async () => {
    for (const text of ['I am looking for my sister.', 'Have you seen my sister?', 'My sister has a scar.']) expect((await talk(MIRA, [text])).lines[0], text).not.toMatch(/Elsin|pasture/)
  })

  it('[MIND-241] an everyday word is nobody’s name, a name is one in small letters, too', () => {
    for (const text of ['nope', 'follow me', 'take care', 'cool cool', 'cheers mate', 'forget it', 'you’re cute', 'absolutely', 'my bad']) expect(nameIn(text, true), text).toBeNull()
    expect([nameIn('tom', true), nameIn('Anna Reed', true), nameIn('rose', true), nameIn('It’s Will', true)]).toEqual(['Tom', 'Anna Reed', 'Rose', 'Will'])
  })
})

describe('manners of a talk', () => {
  it('[MIND-242] who greets back has not greeted twice', async () => {
    for (const npcId of ALL) for (const text of ['Hello!', 'Good day', 'Hey']) expect((await talk(npcId, [text])).lines[0], text).not.toMatch(/first time|again|done that|once more|we have greeted|in store|all day/i)
  })

  it('[MIND-243] one asks in turn in a lull only: not upon a first question, not upon bad news or a threat, not upon a question that was passed over', async () => {
    for (const npcId of ALL) for (const text of ['How old are you?', 'My brother died.', 'I have a knife', 'Leave me alone', '*cries*', 'Where is the mill?']) expect((await talk(npcId, [text])).lines[0], text).not.toMatch(/your name|call you|who are you|come from|answer to|brings you/i)
    for (const npcId of ALL) {
      const { lines } = await talk(npcId, Array.from({ length: 12 }, (_, n) => ['The moon is out.', 'I see.', 'Nice.', 'It was a long road.'][n % 4]!))
      const asks = lines.map((line) => /(?:name|come from|brings you|answer to|home, for you|start out)[^?]*\?$/i.test(line))
      asks.forEach((isAsked, at) => expect(isAsked && asks[at - 1] === true, lines.join(' | ')).toBe(false))
    }
  })

  it('[MIND-244] a question of which a rule reads but a part is read by its likeness; one that is read whole is not, and who does it to whom counts', () => {
    const view = makeView(MIRA)
    expect(guessMeaning(view, 'What does Boran think of you?')).toBe('how would Boran describe you?')
    expect(guessMeaning(view, 'How do you feel about Boran?')).toBe('what do you think of Boran?')
    expect(guessMeaning(view, 'What was my cat’s name?', 0.7)).toBeNull()
    expect(guessMeaning(view, 'Is the moon a lantern in the miller’s attic?')).toBeNull()
  })

  it('[MIND-244] a remark is said back once in a talk at most', async () => {
    for (const npcId of ALL) {
      const { lines } = await talk(npcId, ['I polish the stars.', 'I count the clouds.', 'I whistle to the stones.'])
      expect(lines.filter((line) => /polish the stars|count the clouds|whistle to the stones/.test(line)).length, lines.join(' | ')).toBeLessThan(2)
    }
  })

  it('[MIND-244] what nobody could know is answered with its own words, and never twice alike', async () => {
    for (const npcId of ALL) {
      const { lines } = await talk(npcId, ['Can dogs fly?', 'Does the moon sing?', 'Is the sea salty?', 'Why do people lie?'])
      expect(new Set(lines).size).toBe(4)
      for (const line of lines) expect(line.length).toBeGreaterThan(4)
    }
  })
})
