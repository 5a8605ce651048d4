/** Talks about what is believed: news, truth, sources walked to the root, meetings, and what is never said. */
import { describe, expect, it } from 'vitest'
import { buildPrivateView } from '#minds/build-private-view.ts'
import { meetingAsked } from '#minds/voice/answer-meeting.ts'
import { understand } from '#minds/voice/understand.ts'
import { advanceWorld } from '#simulation/advance.ts'
import { createClaim } from '#simulation/beliefs/claim.ts'
import { learn } from '#simulation/beliefs/learn.ts'
import { passOn, wordTelling } from '#simulation/beliefs/tell.ts'
import { applyCommand } from '#simulation/commands.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'
import { listenTo } from '#test/support/people-talks.ts'

const DAY = 86_400

/** A village in which one can be spoken to wherever one is. */
function village(): { world: ReturnType<typeof createTestWorld>['world']; env: ReturnType<typeof createTestWorld>['env']; people: Npc[]; say(npc: Npc, text: string): Promise<string>; meet(npc: Npc): Promise<string>; part(npc: Npc): Promise<void> } {
  const { world, env } = createTestWorld(10 * 3600)
  const listener = listenTo(world, env)
  const people = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
  for (const npc of people) for (const relation of npc.relations) Object.assign(relation, { kinship: null, warmth: 0.3, trust: 0.9 })
  const spoken = async (npc: Npc): Promise<string> => (await listener.settle()).flatMap((event) => (event.type === 'speech-said' && event.speakerId === npc.id ? [event.text] : [])).join(' ')
  const stand = (npc: Npc): void => {
    npc.indoors = false
    npc.skill = null
    npc.body.x = world.player.body.x + 1
    npc.body.z = world.player.body.z
    for (const other of people) if (other !== npc) other.body.x = world.player.body.x + 400
  }
  return {
    world, env, people,
    async meet(npc) {
      stand(npc)
      applyCommand(world, env, { type: 'conversation-open', npcId: npc.id })
      return spoken(npc)
    },
    async say(npc, text) {
      applyCommand(world, env, { type: 'conversation-say', npcId: npc.id, text })
      return spoken(npc)
    },
    async part(npc) {
      applyCommand(world, env, { type: 'conversation-close', npcId: npc.id })
      await listener.settle()
    },
  }
}

describe('what is believed, said', () => {
  it('[MIND-120] news is told from beliefs with its source, and is known as told; who told it can be walked from person to person to the root', async () => {
    const { world, people, meet, say, part } = village()
    const [a, b, c, d] = people
    const seen = learn(a!, { topic: 'x', claim: createClaim('theft', { subject: { id: d!.id, name: d!.given }, object: 'hens', count: 3 }), confidence: 1, importance: 0.9, secrecy: 0, source: null, root: { happeningId: 1, firstId: a!.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
    const second = passOn(world, wordTelling(world, a!, b!, seen), b!)!
    const third = passOn(world, wordTelling(world, b!, c!, second), c!)!
    await meet(c!)
    const news = await say(c!, 'What is new?')
    expect(news).toContain('stole')
    expect(news).toContain('hens')
    expect(news).toContain(b!.given)
    expect(third.knownBy).toContain('player')
    expect(await say(c!, 'Who told you that?')).toContain(b!.given)
    await part(c!)
    await meet(b!)
    expect(await say(b!, 'Who told you about the stolen hens?')).toContain(a!.given)
    await part(b!)
    await meet(a!)
    expect(await say(a!, `Who told you that ${d!.given} stole hens?`)).toMatch(/eyes|was there|saw/)
  })

  it('[MIND-121] what is known of somebody, and whether it is true, are answered from what is believed and how surely', async () => {
    const { world, people, meet, say } = village()
    const [a, b, c] = people
    const claim = createClaim('theft', { subject: { id: c!.id, name: c!.given }, object: 'a goat' })
    learn(b!, { topic: 'x', claim, confidence: 0.15, importance: 0.7, secrecy: 0, source: { fromId: a!.id, beliefId: 1 }, root: { happeningId: null, firstId: a!.id }, hops: 1, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
    await meet(b!)
    expect(await say(b!, `What do you know of ${c!.given}?`)).toContain('stole a goat')
    expect(await say(b!, `Is it true that ${c!.given} stole a goat?`)).toMatch(/doubt|swear/)
    expect(await say(b!, 'Is it true that the moon fell into the sea?')).not.toMatch(/goat/)
    expect(understand('Is it true that Anna stole a goat?', { lastOwn: '', people: ['Anna'], places: [] })).toMatchObject({ act: 'ask-true' })
  })

  it('[MIND-122] a secret is in nobody’s view, the own one neither, and the thief never says it', async () => {
    const { world, env, people, meet, say } = village()
    const [a, b] = people
    learn(a!, { topic: 'x', claim: createClaim('theft', { subject: { id: a!.id, name: a!.given }, target: { id: b!.id, name: b!.given }, object: 'a zither' }), confidence: 1, importance: 0.9, secrecy: 1, source: null, root: { happeningId: 1, firstId: a!.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
    for (const npc of people) expect(JSON.stringify(buildPrivateView(world, env.land, npc.id))).not.toContain('zither')
    await meet(a!)
    for (const text of ['What is new?', 'What happened?', 'Did you steal something?', 'Any secrets?']) expect(await say(a!, text)).not.toMatch(/zither/)
  })

  it('[MIND-122] a view holds only the own beliefs', () => {
    const { world, env, people } = village()
    const [a, b] = people
    learn(a!, { topic: 'x', claim: createClaim('said', { object: 'The well is poisoned' }), confidence: 1, importance: 0.9, secrecy: 0, source: null, root: { happeningId: 1, firstId: a!.id }, hops: 0, mutations: [], happenedSeconds: 0 }, 0)
    expect(buildPrivateView(world, env.land, a!.id)?.beliefs.map(({ text }) => text)).toEqual(['The well is poisoned'])
    expect(JSON.stringify(buildPrivateView(world, env.land, b!.id))).not.toContain('poisoned')
  })

  it('[MIND-123] what the player told one is told on, and another names the player as its root', async () => {
    const { world, people, meet, say, part } = village()
    const [a, b, c] = people
    await meet(a!)
    await say(a!, `Have you heard that ${c!.given} stole a goat?`)
    await part(a!)
    const belief = a!.beliefs.at(-1)!
    passOn(world, wordTelling(world, a!, b!, belief), b!)
    await meet(b!)
    expect(await say(b!, 'Any news?')).toMatch(/stole a goat/)
    expect(await say(b!, 'Who told you?')).toContain(a!.given)
    await part(b!)
    await meet(a!)
    expect(await say(a!, 'Who told you about the goat?')).toMatch(/you yourself/i)
  })

  it('[MIND-124] after days away the news is told unasked at the greeting', async () => {
    const { world, env, people, meet, say, part } = village()
    for (const npc of people) {
      await meet(npc)
      await say(npc, 'I am Ada')
      await part(npc)
    }
    for (const _ of advanceWorld(world, env, 3 * DAY)) void _
    const greetings: string[] = []
    for (const npc of people.filter((one) => world.npcs.includes(one))) {
      greetings.push(await meet(npc))
      await part(npc)
    }
    expect(greetings.some((text) => text.includes('While you were away'))).toBe(true)
  })

  it('[MIND-358] three days later each of five who saw, were told or overheard what happened tells it when asked for news, with the source', async () => {
    const tellings: Array<[answer: string, from: Npc | null]> = []
    for (const importance of [0.3, 0.55]) {
      const { world, people, meet, say, part } = village()
      for (const npc of people) npc.beliefs = []
      const [saw, told, near, far, late] = people as [Npc, Npc, Npc, Npc, Npc]
      const seen = learn(saw, { topic: `x${importance}`, claim: createClaim('said', { object: 'The ford has moved' }), confidence: 1, importance, secrecy: 0, source: null, root: { happeningId: 1, firstId: saw.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
      const first = passOn(world, wordTelling(world, saw, told, seen), told)!
      // both stand by while the one who saw it tells it: half heard
      for (const npc of [near, far]) passOn(world, wordTelling(world, saw, npc, seen), npc, 0.5)
      passOn(world, wordTelling(world, told, late, first), late)
      world.worldSeconds += 3 * DAY
      for (const [npc, from] of [[saw, null], [told, saw], [near, saw], [far, saw], [late, told]] as Array<[Npc, Npc | null]>) {
        await meet(npc)
        tellings.push([await say(npc, 'What is new?'), from])
        await part(npc)
      }
    }
    for (const [answer, from] of tellings) {
      expect(answer).toContain('he ford has moved')
      expect(answer).toContain(from ? `${from.given} told me` : 'three days ago')
    }
  })

  it('[MIND-359] nobody is quoted with words that are not theirs: neither their own name, nor kin of who speaks, nor who listens as “you”', async () => {
    const tellings: string[] = []
    for (const which of ['own', 'kin', 'you', 'other'] as const) {
      const { world, people, meet, say } = village()
      const [a, b, c, d] = people as [Npc, Npc, Npc, Npc]
      const relation = b.relations.find(({ otherId }) => otherId === c.id)
      if (!relation) throw new Error('they are strangers')
      if (which === 'kin') relation.kinship = 'sibling'
      const host = which === 'own' ? a : which === 'kin' ? c : d
      const claim = which === 'you' ? createClaim('rescue', { subject: { id: 'player', name: 'the stranger' }, target: { id: d.id, name: d.given } }) : createClaim('feast', { subject: { id: host.id, name: host.given }, place: 'the inn' })
      const seen = learn(a, { topic: which, claim, confidence: 1, importance: 0.9, secrecy: 0, source: null, root: { happeningId: 1, firstId: a.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
      passOn(world, { tellerId: a.id, beliefId: seen.id, said: seen.claim, mutation: null, lie: false }, b)
      await meet(b)
      const answer = await say(b, which === 'you' ? `What do you know of ${d.given}?` : 'What is new?')
      tellings.push(answer.replaceAll(a.given, 'A').replaceAll(c.given, 'C').replaceAll(d.given, 'D'))
    }
    const [own, kin, you, other] = tellings
    expect(own).toContain('at first hand, from A: A gave a feast at the inn.')
    expect(kin).toMatch(/A told me that my \w+ C gave a feast at the inn\./)
    expect(you).toContain('A told me that you helped D.')
    expect(other).toContain('A told me: “D gave a feast at the inn.”')
  })

  it('[MIND-358] after three days away eight of a village are asked: whoever saw or heard something tells it, and from whom', async () => {
    const { world, env, people, meet, say, part } = village()
    for (const _ of advanceWorld(world, env, 3 * DAY)) void _
    const asked = people.filter((one) => world.npcs.includes(one)).slice(0, 8)
    let secondHand = 0
    for (const npc of asked) {
      await meet(npc)
      // as it would say it, before it has
      const held = buildPrivateView(world, env.land, npc.id)!.beliefs.filter(({ learntSeconds, wish }) => wish > 0 && world.worldSeconds - learntSeconds < 4 * DAY)
      const answer = await say(npc, 'What is new?')
      expect(held.length).toBeGreaterThan(0)
      const told = held.find(({ text }) => answer.toLowerCase().includes(text.toLowerCase()))
      expect(told, answer).toBeDefined()
      if (told!.fromId !== null) {
        secondHand++
        expect(answer).toMatch(new RegExp(`${told!.fromName!.split(' ')[0]}|from you yourself`))
      }
      await part(npc)
    }
    expect(secondHand).toBeGreaterThan(0)
  })

  it('[MIND-358] what is not new to the asker, is a secret or of long ago is no answer to it', async () => {
    const { world, people, meet, say } = village()
    const [a] = people
    a!.beliefs = []
    const about = (topic: string, object: string, more: { secrecy?: number; days?: number }) => learn(a!, { topic, claim: createClaim('said', { object }), confidence: 0.4, importance: 0.3, secrecy: more.secrecy ?? 0, source: { fromId: people[1]!.id, beliefId: 1 }, root: { happeningId: null, firstId: people[1]!.id }, hops: 1, mutations: [], happenedSeconds: world.worldSeconds - (more.days ?? 0) * DAY }, world.worldSeconds - (more.days ?? 0) * DAY)
    about('known', 'The weir is mended', {}).knownBy.push('player')
    about('secret', 'The sexton drinks', { secrecy: 1 })
    about('old', 'The geese came back', { days: 6 })
    await meet(a!)
    expect(await say(a!, 'What is new?')).not.toMatch(/weir|sexton|geese/)
  })

  it('[MIND-125] asked to meet somewhere at an hour the willing agree and it is agreed; the unwilling refuse and nothing is', async () => {
    const { world, people, meet, say, part } = village()
    const [kind, harsh] = people
    kind!.temperament.agreeableness = 0.8
    await meet(kind!)
    const yes = await say(kind!, 'Meet me at the square tomorrow at noon')
    expect(yes).toMatch(/square/)
    expect(world.appointments).toMatchObject([{ npcId: kind!.id, what: 'the square', atSeconds: DAY + 12 * 3600 }])
    await part(kind!)
    harsh!.temperament.agreeableness = -1
    harsh!.temperament.extraversion = -1
    await meet(harsh!)
    expect(await say(harsh!, 'Come to the square at dusk')).toMatch(/no|not|can’t|rather/i)
    expect(world.appointments).toHaveLength(1)
  })

  it('[MIND-125] where and when are read as people say them', () => {
    const ten = 10 * 3600
    const at = (text: string): unknown => {
      const asked = meetingAsked(text, ten)
      return asked && [asked.place, asked.atSeconds / 3600]
    }
    expect(at('Meet me at the mill at dusk')).toEqual(['mill', 19])
    expect(at('Come to the inn tomorrow at noon')).toEqual(['inn', 36])
    expect(at('Let us meet at the well at 3 pm')).toEqual(['well', 15])
    expect(at('Will you meet me here at dawn?')).toEqual(['here', 30])
    expect(at('Where is the mill?')).toBeNull()
    expect(at('Nice to meet you')).toBeNull()
    expect(at('I come from the mill')).toBeNull()
  })

  it('[MIND-126] who was waited for in vain is told so at the next meeting, and a promise is asked after', async () => {
    const { world, env, people, meet, say, part } = village()
    const [kind] = people
    kind!.temperament.agreeableness = 0.9
    await meet(kind!)
    await say(kind!, 'Meet me at the square at dusk')
    await say(kind!, 'I will bring you a basket tonight')
    await part(kind!)
    expect(world.appointments).toHaveLength(2)
    world.player.body.x += 3000
    for (const _ of advanceWorld(world, env, 2 * DAY)) void _
    expect(world.appointments.filter(({ withId }) => withId === 'player').map(({ state }) => state)).toEqual(['missed', 'missed'])
    const greeting = await meet(kind!)
    expect(greeting).toMatch(/basket|square/)
  })
})
