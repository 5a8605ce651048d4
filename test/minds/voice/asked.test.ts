/** Questions as people ask them: what leans on the last words, prices, lives, places, and what is only hinted at. */
import { describe, expect, it } from 'vitest'
import { priceWords } from '#simulation/trade/price-words.ts'
import { GOODS, goodIn } from '#simulation/trade/goods.ts'
import { coreOf, questionsIn } from '#minds/voice/asked/plain.ts'
import { readAsk } from '#minds/voice/asked/read-ask.ts'
import { mendSpelling } from '#minds/voice/asked/spelling.ts'
import { guessMeaning } from '#minds/voice/asked/guess-meaning.ts'
import { known } from '#minds/voice/asked/repertoire.ts'
import type { HeldBelief } from '#minds/private-view.ts'
import type { NpcId } from '#core/ids.ts'
import { BORAN, ELSIN, MIRA, makeView, type ViewChange } from '../support/make-view.ts'
import { createTalker, talk } from '../support/talker.ts'

const ALL = [MIRA, BORAN, ELSIN]

function belief(text: string, fromId: NpcId | null, confidence = 0.6): HeldBelief {
  return { id: 1, text, about: [], confidence, fromId, fromName: fromId === null ? null : 'Boran Ashby', hops: fromId === null ? 0 : 1, happenedSeconds: 9.5 * 3600 - 86_400, learntSeconds: 9.5 * 3600 - 3600, wish: 0.5, doubters: [] }
}

describe('what leans on the last words', () => {
  it('[MIND-212] “why?” is answered by the true reason: a feeling’s cause, a tie’s, the work’s, a refusal’s', async () => {
    const joy: ViewChange = { feelings: [{ kind: 'joy', intensity: 0.6, cause: 'the roof is mended', aboutId: null }] }
    for (const npcId of ALL) {
      expect((await talk(npcId, ['Are you happy?', 'Why?'], joy)).join(' ')).toMatch(/roof is mended/i)
      expect((await talk(npcId, ['What are you doing?', 'How come?']))[1]).toMatch(/bread to bake|iron waiting|flock needs|told you|reason|said it/i)
    }
    expect((await talk(ELSIN, ['What do you think of Boran?', 'Why?']))[1]).toMatch(/quarrelled over a fence|reason|just told|no more to it/i)
    const [refusal, why] = await talk(BORAN, ['Can you carry my bag up the mountain?', 'Why not?'], { warmth: -0.3 })
    expect(refusal).toMatch(/\b(?:no|not|can’t|do it yourself|ask)\b/i)
    expect(why).toMatch(/you insulted me/i)
  })

  it('[MIND-212] what was told is vouched for by its source, dated, and doubted where the source is', async () => {
    const told: ViewChange = { beliefs: [belief('the mill wheel broke', BORAN)] }
    const [news, really, when, why, wrong] = await talk(MIRA, ['Any news?', 'Really?', 'When was that?', 'Why?', 'That’s not true'], told)
    expect(news).toContain('mill wheel broke')
    expect(really).toMatch(/Boran told me/)
    expect(when).toMatch(/yesterday/i)
    expect(why).toMatch(/why I didn’t hear|always been so|no why|just how|know no other|I never/i)
    expect(wrong).toMatch(/Boran told it/)
    const seen = await talk(MIRA, ['Any news?', 'Really?'], { beliefs: [belief('the mill wheel broke', null)] })
    expect(seen[1]).toMatch(/I was there/)
  })

  it('[MIND-212] who does not know says why not, and what is meant is said in other words', async () => {
    for (const npcId of ALL) {
      const [, why] = await talk(npcId, ['Who stole the golden goblet of Karth?', 'Why?'])
      expect(why).toMatch(/told me|make it up|no why|always been so|never|how it is|name|why/i)
      const [price, meant] = await talk(npcId, ['What does a horse cost?', 'What do you mean?'])
      expect(price).toMatch(/shilling/i)
      expect(meant).toMatch(/shilling/i)
    }
  })

  it('[MIND-213] “and …?” takes over what was asked, and “she”, “they”, “it” are who and what was named', async () => {
    expect((await talk(MIRA, ['Where is the mill?', 'And the inn?']))[1]).toMatch(/south/i)
    expect((await talk(MIRA, ['Where is Boran?', 'And Elsin?']))[1]).toMatch(/barn|east/i)
    expect((await talk(MIRA, ['How old is Boran?', 'And Elsin?']))[1]).toMatch(/22/)
    expect((await talk(MIRA, ['Do you have a sister?', 'How old is she?', 'What does she do?']))[1]).toMatch(/22/)
    expect((await talk(MIRA, ['Do you have a sister?', 'What does she do?']))[1]).toMatch(/shepherd/i)
    expect((await talk(MIRA, ['What does bread cost?', 'And a knife?']))[1]).toMatch(/eight pennies/i)
    expect((await talk(MIRA, ['Where is Westwick?', 'How far is it?']))[1]).toMatch(/half an hour|As I said|told/i)
    expect((await talk(MIRA, ['What are you doing today?', 'And tomorrow?']))[1]).toMatch(/bread|tomorrow/i)
    expect((await talk(MIRA, ['Do you like rain?', 'And snow?']))[1]).toMatch(/snow/i)
  })

  it('[MIND-221] who is told “you said …” holds it against what was said, and stands by what is so', async () => {
    const [, never, said, wrong] = await talk(MIRA, ['How old are you?', 'You said you are a queen', 'You told me you are 34', 'No, that’s wrong'])
    expect(never).toMatch(/not my words|don’t think I said|never said|weren’t my words/i)
    expect(said).toMatch(/34/)
    expect(wrong).not.toMatch(/I don’t know/)
    for (const npcId of ALL) expect((await talk(npcId, ['How old are you?', 'That’s wrong']))[1]).toMatch(/one knows that of oneself/i)
  })
})

describe('trade', () => {
  it('[MIND-214] a thing costs the same whoever is asked, and who makes it is named', async () => {
    for (const good of GOODS.filter(({ pennies }) => pennies >= 1).slice(0, 20)) {
      const price = priceWords(good.pennies)
      for (const npcId of ALL) {
        const [line] = await talk(npcId, [`What does ${good.name} cost?`])
        expect(`${good.name}: ${line}`.toLowerCase()).toContain(price)
      }
    }
    expect((await talk(ELSIN, ['How much is a loaf of bread?']))[0]).toContain('Mira')
    expect((await talk(MIRA, ['Who can sell me a knife?']))[0]).toContain('Boran')
    expect((await talk(BORAN, ['Do you sell bread?']))[0]).toContain('Mira')
    expect((await talk(BORAN, ['What do you make?']))[0]).toMatch(/nails|knives/i)
    expect((await talk(ELSIN, ['What do you sell?']))[0]).toMatch(/wool|cheese/i)
  })

  it('[MIND-214] words for goods are whole words, and prices are said in pennies and shillings', () => {
    expect(goodIn('what do you grow here')).toBeNull()
    expect(goodIn('two loaves')?.name).toBe('a loaf of bread')
    expect([0.25, 1, 8, 12, 14, 36].map(priceWords)).toEqual(['four for a penny', 'a penny', 'eight pennies', 'a shilling', 'a shilling and two pennies', 'three shillings'])
  })
})

describe('a life', () => {
  it('[MIND-215] kin, years and home are as they are: whoever has no parents in the village has lost them', async () => {
    const parent: ViewChange = { knows: [{ id: BORAN, name: 'Boran Ashby', sex: 'male', age: 71, trade: 'elder', kinship: 'parent', warmth: 0.7, trust: 0.8, familiarity: 1, lastReason: 'we are family', home: 'the cottage by the square', workplace: 'out of doors', doing: null }] }
    expect((await talk(MIRA, ['Who are your parents?'], parent))[0]).toMatch(/My father is Boran, 71.*mother is dead|mother died/i)
    expect((await talk(MIRA, ['Is your mother alive?'], parent))[0]).toMatch(/My mother/)
    expect((await talk(MIRA, ['Are your folks still around?']))[0]).toMatch(/gone|dead|no longer/i)
    expect((await talk(BORAN, ['Where were you born?']))[0]).toMatch(/here|Alder Ford/i)
    expect((await talk(BORAN, ['How long have you lived here?']))[0]).toContain('51')
  })

  it('[MIND-216] asked whether one is hungry, lonely, afraid, one says yes or no as it is, and corrects what is taken for granted', async () => {
    const needs = { food: 0.8, rest: 0.8, company: 0.7, duty: 0.6, safety: 0.9, shelter: 0.9 }
    for (const npcId of ALL) {
      expect((await talk(npcId, ['Are you hungry?'], { needs: { ...needs, food: 0.2 } }))[0]).toMatch(/yes|I am|a little|a while since I ate/i)
      expect((await talk(npcId, ['Are you hungry?'], { needs }))[0]).toMatch(/\bno\b|not/i)
      expect((await talk(npcId, ['Are you afraid?'], { needs, feelings: [{ kind: 'fear', intensity: 0.7, cause: 'a wolf was at the pen', aboutId: null }] }))[0]).toMatch(/wolf was at the pen/i)
      expect((await talk(npcId, ['Why are you sad?'], { needs }))[0]).toMatch(/not sad|Sad\?|Am I/i)
      expect((await talk(npcId, ['You look tired'], { needs: { ...needs, rest: 0.1 } }))[0]).toMatch(/up for long/i)
    }
  })

  it('[MIND-217] favourites and tastes are one’s own for life, with a reason', async () => {
    for (const npcId of ALL) {
      const [first] = await talk(npcId, ['What is your favourite food?'])
      const [, , later] = await talk(npcId, ['Hello', 'What is your favourite colour?', 'Which food do you like best?'])
      const thing = first?.split(/[.;:,]|, because| because/)[0] ?? ''
      expect(`${later}`.toLowerCase()).toContain(thing.toLowerCase().split(' ').slice(-2).join(' '))
    }
    expect((await talk(MIRA, ['Do you like computers?']))[0]).not.toMatch(/^I like|I do like/i)
  })
})

describe('pastimes', () => {
  it('[MIND-218] jokes, riddles and songs are told, some by culture only, and none twice in a talk', async () => {
    for (const npcId of ALL) {
      const settlement = { ...makeView(npcId).settlement, culture: 'skeld' }
      const lines = await talk(npcId, ['Tell me a joke', 'Another one', 'And one more', 'Sing me a song'], { settlement })
      expect(new Set(lines).size).toBe(lines.length)
      expect(known('skeld', 'jokes').some((joke) => lines.some((line) => line.includes(joke)))).toBe(true)
      expect(known('skeld', 'songs').some((song) => lines[3]?.includes(song))).toBe(true)
    }
    expect(known('skeld', 'riddles')).not.toEqual(known('oshen', 'riddles'))
  })

  it('[MIND-218] a guess at a riddle is judged, and given up it is told', async () => {
    for (const npcId of ALL) {
      const talker = createTalker()
      await talker.meet(npcId)
      const asked = (await talker.say(npcId, 'Do you know a riddle?')).outcome.reply ?? ''
      const riddle = known('any', 'riddles').find(({ asks }) => asked.includes(asks))
      expect(riddle, asked).toBeDefined()
      expect((await talker.say(npcId, 'Is it a mountain?')).outcome.reply).toMatch(/\bno\b|wrong|not/i)
      expect((await talker.say(npcId, `maybe ${riddle?.answer ?? ''}?`)).outcome.reply?.toLowerCase()).toContain(riddle?.answer)
      await talker.say(npcId, 'Another riddle please')
      const next = known('any', 'riddles').find(({ asks }) => talker.turnsOf(npcId).at(-1)?.text.includes(asks))
      expect((await talker.say(npcId, 'I give up')).outcome.reply?.toLowerCase()).toContain(next?.answer)
    }
  })
})

describe('the place', () => {
  it('[MIND-219] hour, day, season and distances are those of the world', async () => {
    for (const npcId of ALL) {
      expect((await talk(npcId, ['What time is it?'], { worldSeconds: 86_400 * 13 + 15 * 3600 }))[0]).toMatch(/three/i)
      expect((await talk(npcId, ['What day is it?'], { worldSeconds: 86_400 * 13 + 15 * 3600 }))[0]).toMatch(/second.*summer/i)
      expect((await talk(npcId, ['How far is Westwick?']))[0]).toMatch(/half an hour on foot/i)
      expect((await talk(npcId, ['Which way to the nearest village?']))[0]).toMatch(/Westwick.*west/i)
      expect((await talk(npcId, ['Which way to the sea?']))[0]).toMatch(/no sea|never heard of a sea|too far/i)
      expect((await talk(npcId, ['Which way to the sea?'], { country: [{ name: 'the sea', kind: 'sea', story: '', direction: 'north-east', meters: 1800 }] }))[0]).toMatch(/north-east/i)
    }
  })

  it('[MIND-219] who is near, who is oldest, who leads, what a building is for, which beasts there are', async () => {
    const near = makeView(MIRA).knows.map((person) => (person.id === BORAN ? { ...person, doing: 'mending a hinge' } : person))
    expect((await talk(MIRA, ['Who is that?'], { knows: near }))[0]).toMatch(/Boran/)
    expect((await talk(MIRA, ['Who is that over there?']))[0]).toMatch(/nobody|only you|no one|us/i)
    expect((await talk(MIRA, ['Who is the oldest here?']))[0]).toMatch(/Boran/)
    expect((await talk(MIRA, ['Who leads this village?']))[0]).toMatch(/Boran/)
    expect((await talk(MIRA, ['What is the mill for?']))[0]).toMatch(/grain/i)
    expect((await talk(MIRA, ['What animals live here?'], { place: { ...makeView(MIRA).place, biome: 'desert' } }))[0]).toMatch(/lizard/i)
    expect((await talk(MIRA, ['Are there dragons here?']))[0]).toMatch(/no|only|never/i)
  })
})

describe('how people type', () => {
  it('[MIND-220] two questions in one remark are both answered', async () => {
    for (const npcId of ALL) {
      const [both] = await talk(npcId, ['Who are you and how old are you?'])
      expect(both).toMatch(/Mira|Boran|Elsin/)
      expect(both).toMatch(/34|51|22/)
    }
    expect(questionsIn('Where is the mill? And who works there?')).toHaveLength(2)
    expect(questionsIn('I am Ada and I come from the sea')).toHaveLength(1)
    expect(questionsIn('My name is Ada. Who are you and what do you do?')).toEqual(['My name is Ada. Who are you?', 'what do you do?'])
  })

  it('[MIND-220] mistyped words, capitals, single words, signs and numbers are understood', async () => {
    expect(mendSpelling('waht is yuor naem', [])).toBe('what is your name')
    expect((await talk(MIRA, ['waht is yuor naem?']))[0]).toMatch(/Mira/)
    expect((await talk(MIRA, ['wher is teh mil']))[0]).toMatch(/north-west/i)
    expect((await talk(MIRA, ['WHERE IS THE MILL']))[0]).toMatch(/north-west/i)
    expect((await talk(MIRA, ['mill']))[0]).toMatch(/north-west/i)
    expect((await talk(ELSIN, ['bread']))[0]).toMatch(/Mira/)
    expect((await talk(ELSIN, ['Boran']))[0]).toMatch(/Boran|smith/i)
    expect((await talk(MIRA, ['🙂']))[0]).toMatch(/smil/i)
    expect((await talk(MIRA, ['42']))[0]).toContain('42')
    expect((await talk(MIRA, ['What is three plus four?']))[0]).toMatch(/seven/i)
    expect((await talk(MIRA, ['Hola!']))[0]).toMatch(/hola|greeting|morning/i)
  })

  it('[MIND-220] wrapping is taken off a question, and a question is no remark about oneself', () => {
    expect(coreOf('Excuse me, can you tell me where the mill is, please?')).toBe('where the mill is')
    expect(readAsk('I like it here')).toBeNull()
    expect(readAsk('Could you tell me how far it is to Westwick?')?.kind).toBe('far')
  })

  it('[MIND-222] what no rule reads is read by its likeness to what people ask', () => {
    const view = makeView(MIRA)
    const asked: ReadonlyArray<readonly [string, RegExp]> = [
      ['does the job ever bore you', /work hard/], ['any little ones at home', /children/], ['is somebody waiting for you at home', /family/], ['who gives the orders around here', /leads/], ['anything to see around here', /see here/], ['so you are a machine', /real/], ['what do you folks eat', /eat|food/], ['what is going to become of the weather', /rain|weather/], ['would you say you are wealthy', /rich/], ['who gets on your nerves', /hate/],
    ]
    for (const [text, plain] of asked) expect(`${text} → ${guessMeaning(view, text)}`).toMatch(plain)
    for (const text of ['the moon is made of cheese', 'who stole the golden goblet of Karth', 'purple ideas sleep furiously']) expect(guessMeaning(view, text)).toBeNull()
  })

  it('[MIND-222] a figure of speech, a claim about oneself, what one can do and what nobody foresaw are met with a word of one’s own, not with ignorance', async () => {
    for (const npcId of ALL) {
      const lines = await talk(npcId, ['Who do you look up to?', 'Can you fly?', 'I heard you have a twin', 'When did you last laugh?', 'Do you get many visitors?', 'Tell me about yourself', 'Could this be a dream?'])
      for (const line of lines) expect(line).not.toMatch(/ask me something I know|nobody ever told me|no one ever told me/i)
      expect(lines[0]).toMatch(/Mira|Boran|Elsin/)
      expect(lines[1]).toMatch(/\b(?:no|not|never|can’t|cannot|dreams)\b/i)
      expect(lines[5]).toMatch(/Mira|Boran|Elsin/)
    }
  })

  it('[MIND-220] a noun or a greeting thrown in is nobody’s name', async () => {
    const [, name] = await talk(MIRA, ['fish', 'What is my name?'])
    expect(name).not.toMatch(/fish/i)
  })

  it('[MIND-223] what was asked in a talk and passed over is not asked again, however long the talk', async () => {
    const talker = createTalker()
    for (const npcId of ALL) {
      await talker.meet(npcId)
      const asked: string[] = []
      for (let turn = 0; turn < 40; turn++) asked.push((await talker.say(npcId, ['Nice weather', 'What does bread cost?', 'Where is the mill?', 'Tell me a joke', 'I see', 'Do you like rain?', 'What time is it?', 'Who is the oldest here?'][turn % 8] ?? '')).outcome.reply ?? '')
      expect(asked.filter((line) => /your name|who are you|call you|you have a name/i.test(line)).length).toBeLessThanOrEqual(1)
      expect(asked.filter((line) => /where do you come from|come from far|from far away/i.test(line)).length).toBeLessThanOrEqual(1)
    }
  })

  it('[MIND-224] asked the same, three people answer as three', async () => {
    const questions = ['Why?', 'Are you happy?', 'What do you make?', 'Where were you born?', 'What is love?', 'Do you like it here?', 'You have beautiful eyes', 'Can I trust you?', 'What can I ask you?', 'Do you dance?', 'Really?', 'What do you want most?']
    const [one = [], two = [], three = []] = await Promise.all(ALL.map((npcId) => talk(npcId, questions)))
    questions.forEach((question, at) => expect(new Set([one[at], two[at], three[at]]).size, `${question}: ${one[at]} | ${two[at]} | ${three[at]}`).toBe(3))
  })
})
