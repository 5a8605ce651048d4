/** A remark is resolved against the talk once, read by every reader, and answered by the surest. */
import { describe, expect, it } from 'vitest'
import type { HeldBelief, KnownPerson } from '#minds/private-view.ts'
import { createScene } from '#minds/voice/scene.ts'
import { converse } from '#minds/voice/converse.ts'
import { followDiscourse } from '#minds/voice/reading/discourse.ts'
import { refer } from '#minds/voice/reading/refer.ts'
import { inManner } from '#minds/voice/reading/in-manner.ts'
import { wordsFor } from '#minds/voice/reading/referents.ts'
import { readingsOf } from '#minds/voice/reading/readings.ts'
import { BORAN, ELSIN, makeView, MIRA, type ViewChange } from '../support/make-view.ts'
import { talk } from '../support/talker.ts'

const person = (n: number, change: Partial<KnownPerson>): KnownPerson => ({ id: `npc:0,0/${n}`, name: `Nobody ${n}`, sex: 'male', age: 40, trade: 'farmer', home: 'the farmhouse', workplace: 'the farmhouse', kinship: null, warmth: 0.2, trust: 0.5, familiarity: 0.5, lastReason: 'we are neighbours', doing: null, ...change })
const TOMAS = person(4, { name: 'Tomas Tanner', age: 37, trade: 'miller', workplace: 'the mill', home: 'the cottage by the square', kinship: 'spouse', warmth: 0.7 })
const WILM = person(5, { name: 'Wilm Tanner', age: 8, trade: 'child', workplace: 'out of doors', home: 'the cottage by the square', kinship: 'child', warmth: 0.8 })
const GRETA = person(6, { name: 'Greta Holt', sex: 'female', age: 58, trade: 'innkeeper', workplace: 'the inn', home: 'the inn' })
const HANNE = person(8, { name: 'Hanne Ashby', sex: 'female', age: 46, trade: 'weaver', workplace: 'the workshop', home: 'the cottage at the north end', kin: [{ id: BORAN, kinship: 'spouse' }] })
const { knows } = makeView(MIRA)
const PLACE: ViewChange = { knows: [...knows.map((one) => (one.id === BORAN ? { ...one, kin: [{ id: HANNE.id, kinship: 'spouse' as const }] } : one)), TOMAS, WILM, GRETA, HANNE] }
const WHEEL: HeldBelief = { id: 1, text: 'the mill wheel broke in the night', about: [], confidence: 0.6, fromId: BORAN, fromName: 'Boran Ashby', hops: 1, happenedSeconds: 2 * 3600, learntSeconds: 3 * 3600, wish: 0.4, doubters: [] }

/** The last answer of a talk with Mira, who knows the whole place. */
async function last(remarks: readonly string[], change: ViewChange = {}): Promise<string> {
  return (await talk(MIRA, remarks, { ...PLACE, ...change })).at(-1)!
}

/** What a remark means after such turns: Mira’s are those that begin with a dash. */
function meant(turns: readonly string[], remark: string): string[] {
  const view = makeView(MIRA, { ...PLACE, turns: [...turns, remark].map((text) => ({ speakerId: text.startsWith('-') ? MIRA : 'player', text: text.replace(/^- /, ''), worldSeconds: 9 * 3600, source: 'player' as const })) })
  const scene = createScene(view, { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
  return refer(view, remark, followDiscourse(scene)).refs.map(wordsFor)
}

describe('references', () => {
  it.each([
    [['What do you think of Boran?', '- A decent man.'], 'Where is he now?', 'Boran'],
    [['Who is Greta?', '- Our innkeeper.', 'Where is the smith?', '- At the smithy.'], 'Is she kind?', 'Greta'],
    [['Who is the oldest here?', '- Greta. Boran told me: “The wheel broke.”'], 'Is she nice?', 'Greta'],
    [['Who works at the mill?', '- Tomas. Ask Boran, the smith.'], 'When did you last see him?', 'Tomas'],
    [['My cat ran away', '- Oh no.', 'She is called Minka', '- Minka.'], 'What does she eat?', 'Minka'],
    [['I met a man at the well', '- When?'], 'Do you know him?', 'the man'],
    [['How do I get to Westwick?', '- West.'], 'Have you been there?', 'Westwick'],
    [['How much is a loaf?', '- A penny.'], 'Is it fresh?', 'a loaf of bread'],
    [['What would you do if a wolf came?', '- Run.'], 'Have you ever seen one?', 'wolf'],
    [['Do you like Boran?', '- I do.'], 'And his wife?', 'Hanne'],
  ])('[MIND-360] after %j, %j is of %s', (turns, remark, whom) => {
    expect(meant(turns, remark)).toEqual([whom])
  })

  it('[MIND-360] of what nobody spoke of there is nothing to mean', () => {
    expect(meant([], 'Is he kind?')).toEqual([])
    expect(meant(['Where is the mill?', '- North-west.'], 'Is it going to rain?')).toEqual([])
    expect(meant(['Where is the mill?', '- North-west.'], 'Is there anybody?')).toEqual([])
  })
})

describe('the surest reading', () => {
  it('[MIND-361] is what is answered, and a question that is whole by itself is read as before', () => {
    const of = (turns: readonly string[], remark: string) => createScene(makeView(MIRA, { ...PLACE, turns: [...turns, remark].map((text, at) => ({ speakerId: at % 2 === 0 ? 'player' : MIRA, text, worldSeconds: 9 * 3600, source: 'player' as const })) }), { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
    const scene = of(['What do you think of Boran?', 'A decent man.'], 'Is he married?')
    const { readings } = readingsOf(scene, followDiscourse(scene))
    expect(readings[0]?.by).toBe('person')
    expect(readings.map(({ confidence }) => confidence)).toEqual(readings.map(({ confidence }) => confidence).toSorted((a, b) => b - a))
    expect(converse(scene).reply).toContain('Hanne')
    expect(converse(scene).considered[0]?.label).toBe('answer as person')
    expect(converse(of([], 'What is your trade?')).considered[0]?.label).toBe('answer as ask-trade')
  })

  it('[MIND-362] of somebody it tells what is known of them, and of whose kin they are', async () => {
    expect(await last(['What do you think of Boran?', 'Is he married?'])).toContain('Hanne')
    expect(await last(['How old is Boran?', 'And his wife?'])).toContain('46')
    expect(await last(['Tell me about Tomas', 'Does he have a brother?'])).toMatch(/none|not that I know/i)
    expect(await last(['Who makes knives?', 'Can he sharpen an axe?'])).toMatch(/trade|can/i)
    expect(await last(['Where is Boran?', 'I was there and he was not there. Where could he be?'])).toContain('north end')
    expect(await last(['Is Elsin your sister?'])).toMatch(/yes.*sister/i)
    expect(await last(['Is Greta your sister?'])).toMatch(/^(?:.*\b)?no\b/i)
  })

  it('[MIND-363] of several it counts and names them, and “and” asks the same of another', async () => {
    expect(await last(['Do you have children?', 'How many?'])).toMatch(/one: wilm/i)
    expect(await last(['Do you have children?', 'What are their names?'])).toContain('Wilm')
    expect(await last(['Do you have children?', 'Does he go to school?'])).toMatch(/school/)
    expect(await last(['Where is everybody?'])).toMatch(/Greta|Boran|Tomas/)
    expect(await last(['How much is a loaf?', 'And three?'])).toMatch(/three/i)
  })

  it('[MIND-364] of news: who told it, how sure one is, who else knows; whether it is true', async () => {
    const news = { beliefs: [WHEEL] }
    for (const ask of ['How do you know?', 'How sure are you?', 'Who else knows about it?']) expect(await last(['What is the news?', ask], news), ask).toContain('Boran')
    expect(await last(['Good day', 'Is it true that the mill wheel broke?'], news)).toContain('Boran')
    expect(await last(['What is the news?', 'What is your trade?', 'Is it true that the mill wheel broke?', 'Who told you?'], news)).toContain('Boran')
  })

  it('[MIND-365] of what the partner told of their own it knows that, and no more', async () => {
    const told = ['Could you look after my cat?', 'Her name is Minka', 'She only eats fish']
    expect(await last([...told, 'What is her name?'])).toContain('Minka')
    expect(await last([...told, 'What does she eat?'])).toContain('fish')
    expect(await last([...told, 'How old is she?'])).toMatch(/not told|never met|don.t know|what do you think/i)
    expect(await last(['I am looking for a friend of mine', 'He has a red beard', 'Who could have seen him?'])).toContain('Greta')
  })

  it('[MIND-366] of a trade it is that of whoever has it; what is no trade of one’s own is sent to them', async () => {
    expect(await talk(BORAN, ['Could you sharpen my axe?'], PLACE).then((lines) => lines.at(-1))).toMatch(/can|smithy|look at it/i)
    expect(await last(['Could you sharpen my axe?'])).toContain('Boran')
    expect(await talk(BORAN, ['Could you sharpen my axe?', 'When can I pick it up?']).then((lines) => lines.at(-1))).toMatch(/tomorrow/i)
    expect(await last(['Who should I talk to if I need a bed?'])).toContain('Greta')
  })

  it('[MIND-367] where none is sure, what was understood is named and the rest asked for, differently by each', async () => {
    for (const npcId of [MIRA, BORAN, ELSIN]) expect(await talk(npcId, ['Where is the inn?', 'Is it frumious?'], PLACE).then((lines) => lines.at(-1)), npcId).toMatch(/inn/i)
    const own = await Promise.all([MIRA, BORAN, ELSIN].map((npcId) => talk(npcId, ['Do you envy them?'], PLACE)))
    expect(new Set(own.flat()).size).toBeGreaterThan(1)
  })
})

describe('a remark of several clauses', () => {
  it('[MIND-368] has all its questions answered, up to three', async () => {
    const answer = await last(['What is your name, and how old are you? Who is Tomas?'])
    expect(answer).toContain('Mira')
    expect(answer).toContain('34')
    expect(answer).toContain('Tomas')
    expect(await last(['I walked here from the coast. Where is the mill, and who works there?'])).toMatch(/north-west[\s\S]*Tomas/i)
    expect(await last(['Who are you? Where is the inn? How old are you? Where is the well? What is your trade?'])).not.toContain('34')
  })

  it('[MIND-369] what weighs and is said beside a question gets its word', async () => {
    const answer = await last(['My brother drowned last week. Where is the inn?'])
    expect(answer).toContain('south')
    expect(answer.split(/(?<=[.!?…])\s+/).length).toBeGreaterThan(1)
    expect(answer).toMatch(/nobody fills|learns to walk|heavy for those/)
    expect(await last(['It is a fine day. Where is the inn?'])).not.toMatch(/nobody fills|learns to walk|heavy for those/)
  })
})

describe('what is told', () => {
  it('[MIND-370] who is accused denies it, says where they were and who saw them; of those one likes one believes nothing bad', async () => {
    const denials = await Promise.all([MIRA, BORAN, ELSIN].map(async (npcId) => (await talk(npcId, ['A man at the well said you cheated him.'])).at(-1)!))
    expect(new Set(denials).size).toBe(3)
    for (const line of denials) expect(line).toMatch(/\bno\b|not|lie\.|who says|never|some(?:body|one) else|time|asleep/i)
    expect(await last(['My neighbour says you stole his hen.', 'Where were you last night?'])).toMatch(/home|bakery/)
    expect(await last(['My neighbour says you stole his hen.', 'Can anyone confirm that?'])).toMatch(/Elsin|Tomas/)
    expect(await last(['I heard that Boran beats people.'])).toMatch(/Boran/)
    expect((await talk(ELSIN, ['I heard that Boran beats people.'])).at(-1)).toMatch(/surprise|past/)
    // pointed at in a sentence of its own, by name, trade or as “you”
    for (const who of ['the smith', 'Boran', 'you']) expect((await talk(BORAN, ['Someone here stole my purse.', `I think it was ${who}.`])).at(-1), who).toMatch(/lie\.|who says|never|I\? Stole your purse/i)
    expect(await last(['Somebody here stole my purse.', 'It must have been Boran.'])).toMatch(/Boran/)
    expect((await talk(BORAN, ['Someone here fixed my purse.', 'I think it was the smith.'])).at(-1)).not.toMatch(/lie\.|who says/i)
  })

  it('[MIND-378] why not is answered by what was named as in the way, and whom to talk to by somebody', async () => {
    const [refusal, why] = await talk(MIRA, ['Would you come with me?', 'A pity. Why not?'], PLACE)
    expect(refusal).toMatch(/bread/)
    expect(why).toMatch(/bread|reason|told you|said/i)
    expect(why).not.toMatch(/helps whoever asks/)
    expect(await last(['ok who should i talk to first'])).toMatch(/Boran|Elsin|Tomas|Greta|Hanne/)
  })

  it('[MIND-371] of the partner’s own it is said back; doubt and a deal are taken as that', async () => {
    expect(await last(['I have a cat', 'Her name is Minka', 'She only eats fish'])).toMatch(/Minka.*fish/)
    expect(await last(['What is your trade?', 'I doubt that.'])).toMatch(/doubt|what I know|so all the same/i)
    expect(await last(['Could you bake me a cake?', 'It is a deal'])).toMatch(/agreed|settled/i)
  })
})

describe('what is known', () => {
  it('[MIND-372] is said by each in their own manner', async () => {
    const ways = await Promise.all([MIRA, BORAN, ELSIN].map(async (npcId) => (await talk(npcId, ['Tell me about Greta', 'Do you tell her your secrets?', 'How do you like her?'], PLACE)).at(-1)!))
    expect(new Set(ways).size).toBe(3)
    const scene = createScene(makeView(BORAN), { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
    expect(inManner(scene, ['At the mill, I should think. Or at home.'])).toEqual(['At the mill.'])
    expect(inManner({ ...scene, voice: { ...scene.voice, manner: 'merry' } }, ['At the mill.'])).toEqual(['At the mill!'])
  })

  it('[MIND-373] of something that is handed down is told by whatever it is asked', async () => {
    expect(await last(['What about the bell in the river?'])).toMatch(/rings before floods/)
    expect(await last(['Who rings the bell?'])).toMatch(/rings before floods/)
  })

  it('[MIND-374] of a tie: what came between two, whether it could be mended, and what the other would have to do', async () => {
    const foes = (remarks: readonly string[]): Promise<string> => talk(ELSIN, remarks).then((lines) => lines.at(-1)!)
    expect(await foes(['Do you like Boran?', 'What happened between you?'])).toContain('fence')
    expect(await foes(['Do you like Boran?', 'Would you forgive him?'])).toMatch(/first step|too proud|comes to me/)
    expect(await foes(['Do you like Boran?', 'What would he have to do?'])).toMatch(/sorry/i)
    expect(await last(['Where were you born?', 'And your parents?'])).toMatch(/gone|dead/i)
    expect(await last(['Tell me about Tomas', 'What is his worst habit?'])).toMatch(/time|word|hums/)
  })

  it('[MIND-375] whoever begs pardon before asking or telling has done no wrong', async () => {
    expect(await last(['Sorry, I am a bit lost'])).toMatch(/Alder Ford/)
    expect(await last(['Excuse me, where is the mill?'])).toMatch(/north-west/i)
    expect(await last(['Sorry!'])).not.toMatch(/Alder Ford/)
  })
})

describe('what is left out', () => {
  it('[MIND-376] of the two who were spoken of, and of a bare ware, is asked as it would be in full', async () => {
    expect(await last(['Tell me about your husband', 'How did you two meet?'])).toMatch(/supper|mud|soup/)
    expect(await talk(BORAN, ['Any knives?']).then((lines) => lines.at(-1))).toMatch(/eight pennies/i)
    expect(await last(['How do I get to Westwick?', 'Is far?'])).toMatch(/on foot|hour|west/i)
  })

  it('[MIND-377] of the partner is answered from what they said, and grief is not noted down', async () => {
    expect(await last(['I was born at sea', 'On a ship', 'Where was I born?'])).toContain('at sea')
    for (const npcId of [MIRA, BORAN, ELSIN]) {
      const lines = await talk(npcId, ['I lost someone', 'my brother', 'We never found him'])
      expect(lines.at(-2), lines.join('|')).toMatch(/brother/i)
      expect(lines.at(-1), lines.join('|')).not.toMatch(/noted|well, well|good to know|Mira|Elsin/i)
    }
  })
})
