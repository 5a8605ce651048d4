/** What is told is met by its matter, offers are taken, and what no rule reads well is answered by its subject. */
import { describe, expect, it } from 'vitest'
import { whoIn, matterOf } from '#minds/voice/discourse/matters.ts'
import { untagged } from '#minds/voice/asked/plain.ts'
import { asTold, wasSaid } from '#minds/voice/answer-belief.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { converse } from '#minds/voice/converse.ts'
import { createScene, lastMet } from '#minds/voice/scene.ts'
import { askedFor } from '#minds/voice/understand.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { HeldBelief } from '#minds/private-view.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createTalker, talk } from '../support/talker.ts'

const ALL = [MIRA, BORAN, ELSIN]

/** What came last in a talk with each. */
async function last(texts: readonly string[]): Promise<string[]> {
  return Promise.all(ALL.map(async (npcId) => (await talk(npcId, texts)).at(-1)!))
}

describe('a matter', () => {
  it('[MIND-330] is the weightiest of what words tell of; what is denied or only possible, and another’s hunger, is none', () => {
    const of = (text: string): string | null => matterOf(text)?.name ?? null
    expect(['my brother drowned in the flood', 'i was a soldier for nine years', 'i have not eaten for two days', 'nobody is waiting for me', 'i do not have any money', 'i keep a donkey', 'my mother had a baby'].map(of)).toEqual(['death', 'war', 'hunger', 'lonely', 'poor', 'animal', 'birth'])
    expect(['i do not want to hurt anybody', 'he could die of it', 'the goat is hungry', 'i am not afraid', 'you can lift a horse', 'i killed a bear once'].map(of)).toEqual([null, null, null, null, null, null])
    expect(of('i have not slept since my wife died')).toBe('death')
  })

  it('[MIND-330] is met by whoever hears of it with what belongs to it, and never twice with the same words', async () => {
    const told: ReadonlyArray<readonly [string, RegExp]> = [
      ['Many of my people died that winter', /dead|nobody fills|no one fills|learns to walk|long ago|like\?|with you then/i], ['The army took me when I was sixteen', /hearing|seldom speak|in it|sleep|home with you/i], ['I have not eaten since the day before yesterday', /empty|eat|warm/i], ['I have nightmares about the river', /bites|beside one|frightens|at night|alone/i], ['We are getting married in spring!', /table|mug|when is it|where did the two/i], ['I cannot find work anywhere', /outside|bad year|get by|on the road/i],
    ]
    for (const [text, met] of told) for (const line of await last([text])) expect(line, text).toMatch(met)
    for (const npcId of ALL) {
      const lines = await talk(npcId, ['My house burned down', 'The barn burned, too', 'They stole my horse', 'The flood ruined the rest', 'And then I was robbed'])
      expect(new Set(lines).size, lines.join(' | ')).toBe(lines.length)
    }
  })

  it('[MIND-330] yields to a story, which is asked after, and to a thought, of which the reason is asked', async () => {
    for (const npcId of [MIRA, BORAN]) expect((await talk(npcId, ['I once carried a calf over a mountain']))[0]).toMatch(/where|how|come to that|come about|what came|why|reason|end|long ago|when|let you go|so it was|picture|hear|didn’t know|keep/i)
    for (const line of await last(['I think somebody made that up to frighten children'])) expect(line).not.toMatch(/sorry|hard on you|frightens you/i)
  })

  it('[MIND-330] is not asked after as if it went on where it is over, and what one does not want, or nobody would believe, is no trouble', async () => {
    for (const line of await last(['Our teacher was lame'])) expect(line).not.toMatch(/better by now|had a look/i)
    for (const line of await last(['I don’t need a reward for it'])) expect(line).toMatch(/speaks for you|little|fine by me|rare|kind|all right|first|press|credit|as you|light|mean it|decent/i)
    for (const line of await last(['You wouldn’t believe how high the tower is'])) expect(line).toMatch(/tell me|try|say it|hear|out with it|go on/i)
    expect(matterOf('i got lost in the marsh yesterday')?.name ?? null).not.toBe('loss')
    for (const line of await last(['I hear somebody here has a cough'])) expect(line).not.toMatch(/sorry|better by now/i)
  })
})

describe('what is offered, given, bidden', () => {
  it('[MIND-331] an offer is taken, a present thanked for, a message passed on', async () => {
    for (const text of ['I could carry the water for you', 'Let me buy you an ale', 'Leave it to me']) for (const line of await last([text])) expect(line, text).toMatch(/yes|thank|glad|done|fine|aye|won’t say no|will not say no|shall not say no|sends? (?:it )?away|send away|hold you|take that|lighter|right hour|dare|properly|real help/i)
    for (const line of await last(['Here, you can keep it'])) expect(line).toMatch(/thank|for me|for… me/i)
    for (const line of await last(['If he comes by, tell him I am at the mill'])) expect(line).toMatch(/pass it on|say so|say it|hear it|carry the words/i)
  })

  it('[MIND-331] what is not to be done is left, what is denied is taken back, and what others say is theirs', async () => {
    for (const text of ['Don’t sell it to anyone else', 'You must not tell them']) for (const line of await last([text])) expect(line, text).toMatch(/\bno\b|keep to that|not|never|forbid|know/i)
    for (const line of await last(['I fought a wolf', 'It wasn’t a dog!'])) expect(line).toMatch(/take it back|wasn’t|was not|wrong|as you say|corrected|looked so/i)
    for (const line of await last(['My brother says you can lift a cow'])) expect(line).toMatch(/does he|say|said|told|hears|words/i)
  })
})

describe('somebody of the player’s', () => {
  it('[MIND-332] is told of by “my”, never by a question after the listener’s own', () => {
    expect(whoIn('My sister lives by the sea')).toMatchObject({ who: 'your sister', pro: 'she' })
    expect(whoIn('Mama says so')).toMatchObject({ who: 'your mama', him: 'her' })
    expect(whoIn('Do you have a sister?')).toBeNull()
    expect(whoIn('It rains')).toBeNull()
  })

  it('[MIND-332] is “he” and “she” from then on; of them only what was told is told', async () => {
    for (const line of await last(['My uncle keeps bees up north', 'Is he a happy man?'])) expect(line).toMatch(/you know|only you|never (?:met|seen)|have not seen|haven’t told|you didn’t say|have not told|kept that from me|hadn’t come to that/i)
    for (const line of await last(['My sister lives by the sea', 'Does she like it there?'])) expect(line).not.toMatch(/Elsin|Mira/)
    // whoever names somebody of the village means them again
    expect((await talk(MIRA, ['My uncle keeps bees', 'Where is Boran?', 'What does he do?']))[2]).toMatch(/smith/i)
  })
})

describe('a question that no rule knows by name', () => {
  it('[MIND-333] is answered by its subject: the craft, the road, what grows, what people fear, where north is', async () => {
    expect((await talk(ELSIN, ['What do your sheep eat when it snows?']))[0]).toMatch(/hay|mowed|snow/i)
    expect((await talk(BORAN, ['What was the finest blade you ever forged?']))[0]).toMatch(/did last|long ago|in use|hinge|lock|gate|anchor|bell|knife|nail|iron/i)
    for (const line of await last(['Is the road to the north open for a wagon?'])) expect(line).toMatch(/dry|firm|soft|muddy|cart|good enough|boots/i)
    for (const line of await last(['Which flowers grow here?'])) expect(line).toMatch(/daisies|cornflowers|poppies|cowslips/i)
    for (const line of await last(['What do people here quarrel about?'])) expect(line).toMatch(/fences|water|small things/i)
    for (const line of await last(['Where is north?'])) expect(line).toMatch(/sun/i)
  })

  it('[MIND-333] has no answer of its craft where it asks something else by a word of it', async () => {
    for (const text of ['Do you think iron remembers?', 'And if a king asked for swords?', 'Who will get your hammer one day?']) expect((await talk(BORAN, [text]))[0], text).not.toMatch(/belongs to the work|depends on the day|lends a hand/)
    for (const good of ['a hot meal', 'a knife']) expect((await talk(BORAN, [`What does ${good} cost?`]))[0], good).toMatch(/penn/)
  })

  it('[MIND-334] a tag that wants a nod is none, and whoever goes to a place has not gone', async () => {
    expect(untagged('I should go home, shouldn’t I?')).toBe('Maybe I should go home.')
    expect(untagged('Are you well, or not?')).toBe('Are you well, or not?')
    const talker = createTalker()
    await talker.meet(MIRA)
    expect((await talker.say(MIRA, 'I must go to Westwick before dark')).outcome.endsTalk).toBeFalsy()
    expect((await talker.say(MIRA, 'I must go now')).outcome.endsTalk).toBe(true)
  })
})

it('[MIND-335] who is told something sad asks no question of their own besides', async () => {
  for (const text of ['My wife left me', 'I am hungry', 'Our farm was flooded', 'I ran away from home']) for (const line of await last(['Good day', 'I am Tam', text])) expect(line, text).not.toMatch(/your name|call you|come from|brings you|looking for|sky|weather/i)
})

describe('what was told by whom it is about', () => {
  const belief = (text: string): HeldBelief => ({ id: 1, text, about: [BORAN, ELSIN], confidence: 0.6, doubters: [], fromId: ELSIN, fromName: 'Elsin Reed', hops: 1, happenedSeconds: 8 * 3600, learntSeconds: 8 * 3600, wish: 0.5 })
  const sceneWith = (lines: readonly string[]) => createScene(makeView(MIRA, { turns: [...lines.map((text) => ({ speakerId: MIRA, text, worldSeconds: 9 * 3600, source: 'builtin' as const })), { speakerId: 'player', text: 'Any news?', worldSeconds: 9 * 3600, source: 'player' }] }), { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])

  it('[SIM-207] words to somebody else that were only overheard are no talk with whoever hears them: news is counted from the last talk of one’s own', () => {
    const memory = (text: string, hour: number): Memory => ({ id: `m${hour}`, kind: 'heard', text, worldSeconds: hour * 3600, conversationId: 90 + hour, about: ['player'] }) as unknown as Memory
    const scene = { ...sceneWith([]), memories: [memory('The stranger said to me: “Good day.”', 2), memory('I heard the stranger say to Boran: “Good day to you.”', 8)] }
    expect(lastMet(scene)).toBe(2 * 3600)
    expect(lastMet({ ...scene, memories: scene.memories.slice(1) })).toBeNull()
  })

  it('[MIND-336] names its source once, who is “her” from then on, and is known as told in these words, too', () => {
    const scene = sceneWith([])
    expect(asTold(scene, belief('Boran quarrelled with Elsin Reed at the well'))).toBe('Boran quarrelled with her at the well')
    expect(asTold(scene, belief('Elsin Reed found Boran’s dog'))).toBe('she found Boran’s dog')
    expect(asTold(scene, belief('Boran found Elsin’s dog'))).toBe('Boran found her dog')
    expect(asTold(scene, belief('my daughter Elsin bought a sack of flour of Boran'))).toBe('she bought a sack of flour of Boran')
    expect(asTold(scene, belief('Boran helped my aunt Elsin mend the roof'))).toBe('Boran helped her mend the roof')
    expect(asTold(scene, belief('Boran and Elsin met at the mill'))).toBe('Boran and she met at the mill')
    expect(asTold(scene, belief('Boran came late'))).toBe('Boran came late')
    const told = belief('Boran quarrelled with Elsin Reed')
    expect(wasSaid(sceneWith(['Elsin says that Boran quarrelled with her.']), told)).toBe(true)
    expect(wasSaid(sceneWith(['Boran quarrelled.']), told)).toBe(false)
  })
})

it('[MIND-337] whoever was talked with before greets no stranger, also where a country begun anew counts its talks anew', async () => {
  for (const hour of [8, 15]) {
    const store = createTabStore()
    const before = createTalker({ store })
    before.now = 12 * 3600
    expect((await before.meet(BORAN)).considered[0]?.label).toBe('greet as a stranger')
    await before.say(BORAN, 'How is the work?')
    before.part(BORAN)
    const after = createTalker({ store })
    after.now = hour * 3600
    expect((await after.meet(BORAN)).considered[0]?.label, `at ${hour}`).toBe('greet as someone known')
  }
})

it('[MIND-338] what was not asked in this talk is answered, however often it was asked on other days', async () => {
  for (const npcId of ALL) {
    const talker = createTalker()
    for (let day = 0; day < 5; day++) {
      await talker.meet(npcId)
      expect((await talker.say(npcId, 'what you up to?')).outcome.reply, `day ${day}`).not.toMatch(/told you that|asked (?:me )?that|said that already|same as before|still as I said|gave you that answer/i)
      talker.part(npcId)
      talker.now += 600
    }
  }
})

describe('everyday turns', () => {
  it('[MIND-339] what one makes of a thing is an opinion, when to come is told in hours, and to begin anew is an apology', async () => {
    const [smith] = await talk(BORAN, ['What do you make of the weather?'])
    expect(smith).not.toMatch(/knives/i)
    expect(smith).toMatch(/weather|rain|sun|sky|wind/i)
    const sold = await talk(BORAN, ['What do you sell?', 'When?'])
    expect(sold[0]).toMatch(/knives/i)
    expect(sold[1]).toMatch(/half past seven.*six/i)
    for (const npcId of ALL) {
      const known = await talk(npcId, ['Have you lost someone?'])
      expect(known[0]).not.toContain('Alder Ford')
      const anew = await talk(npcId, ['Can we start over?'])
      expect(anew[0]).toEqual((await talk(npcId, ['I am sorry.']))[0])
    }
  })
  it('[MIND-340] the name of somebody of the player’s is taken up as that, and nobody is asked where it was', async () => {
    for (const npcId of ALL) for (const [first, named, name, asked] of [['My cat died yesterday.', 'She was called Minka.', 'Minka', 'What was my cat called?'], ['I have a sister.', 'Her name is Ada.', 'Ada', 'What is my sister called?']] as const) {
      const lines = await talk(npcId, [first, named, asked])
      expect(lines[1]).toContain(name)
      expect(lines[1]).not.toContain('?')
      expect(lines[2]).toContain(name)
    }
  })

  it('[MIND-340] what somebody said of themselves unasked is said again to who asks it for the first time', () => {
    for (const npcId of ALL) {
      const turns = [{ speakerId: 'player' as const, text: 'what you up to?', worldSeconds: 9 * 3600, source: 'player' as const }]
      const scene = createScene(makeView(npcId, { turns }), { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
      // every way in which they say it was said unasked
      const own: string[] = []
      for (let round = 0; round < 12; round++) {
        const { reply } = converse({ ...scene, recent: own, ownTurns: own })
        expect(reply, own.join(' / ')).not.toMatch(/told you that|asked (?:me )?that|said that already|didn’t I|had that from me|same as before|as I said/i)
        own.push(reply)
      }
    }
  })
})

it('[MIND-341] what was said under the same number in a country before is remembered, and may be asked again', async () => {
  for (const later of [-5 * 3600, 2 * 86_400]) {
    const talker = createTalker()
    talker.now = 30 * 3600
    await talker.meet(MIRA)
    await talker.say(MIRA, 'The old oak behind the barn was struck by lightning.')
    await talker.observe({ type: 'speech-said', conversationId: 1, speakerId: MIRA, toId: 'player', text: 'What is your name?', source: 'builtin', news: null, witnessIds: [MIRA] })
    talker.part(MIRA)
    talker.now += later
    await talker.meet(MIRA)
    const anew = { talkId: 1 }
    expect((await talker.say(MIRA, 'What happened to the old oak?', anew)).outcome.reply).toMatch(/struck by lightning/)
    for (let turn = 0; turn < 10; turn++) await talker.say(MIRA, turn % 2 === 0 ? 'I like bread.' : 'Yes', anew)
    expect(talker.turnsOf(MIRA).filter(({ text }) => askedFor(text) === 'name').length, String(later)).toBeGreaterThan(0)
  }
})
