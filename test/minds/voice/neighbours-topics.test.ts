/** What neighbours speak of with each other: of something, taken up by whoever hears it, and answered by what they know. */
import { describe, expect, it } from 'vitest'
import { createRng, pick } from '#core/rng.ts'
import { hashString } from '#core/hash.ts'
import { buildPrivateView } from '#minds/build-private-view.ts'
import type { Memory } from '#minds/memory/memory.ts'
import type { HeldBelief, PrivateView } from '#minds/private-view.ts'
import { converse } from '#minds/voice/converse.ts'
import { SOCIAL } from '#minds/voice/lines-social.ts'
import { openersIn, openTopic } from '#minds/voice/neighbours/topics.ts'
import { createScene, type Scene } from '#minds/voice/scene.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import { updateConversations } from '#simulation/conversations/update-conversations.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { listenTo } from '../../support/people-talks.ts'
import { createCrowdedVillage } from '../../support/rumour-village.ts'

const NAMES = { [MIRA]: 'Mira Tanner', [BORAN]: 'Boran Ashby', [ELSIN]: 'Elsin Reed' }

/** Boran in a talk with Mira, who has just said something after he has greeted her. */
function hearing(heard: string, { change = {}, memories = [], thoughtId = 1 }: { change?: Partial<PrivateView>; memories?: readonly Memory[]; thoughtId?: number } = {}): Scene {
  const view = makeView(BORAN, change)
  const turns = [{ speakerId: BORAN, text: 'Well, Mira.', worldSeconds: view.worldSeconds - 10, source: 'builtin' as const }, { speakerId: MIRA, text: heard, worldSeconds: view.worldSeconds - 5, source: 'builtin' as const }]
  return createScene({ ...view, conversation: { id: 7, partnerId: MIRA, partnerName: NAMES[MIRA]!, others: [], unsaid: [], turns, telling: null, proposal: null } }, { thoughtId, hailedId: null }, { memories, find: () => [] }, [])
}

const answers = (heard: string, change: Partial<PrivateView> = {}, memories: readonly Memory[] = []): string[] => Array.from({ length: 40 }, (_, i) => converse(hearing(heard, { change, memories, thoughtId: i + 1 })).reply)

function factOfPlayer(id: number, key: string, object: string): Memory {
  return { id, npcId: BORAN, worldSeconds: 8 * 3600, kind: 'fact', text: `The stranger: ${key} ${object}`, importance: 0.5, about: ['player'], present: [], triple: ['player', key, object], validTo: null, conversationId: 3 } as unknown as Memory
}

function toldByMira(text: string, more: Partial<HeldBelief> = {}): HeldBelief {
  return { id: 4, text, about: [ELSIN], confidence: 0.6, fromId: MIRA, fromName: 'Mira Tanner', hops: 1, happenedSeconds: 8 * 3600, learntSeconds: 9.5 * 3600 - 5, wish: 0.2, doubters: [], ...more }
}

describe('what neighbours speak of', () => {
  it('[MIND-410] is recognised by whoever hears it, in everybody’s own words', () => {
    const { world, env } = createCrowdedVillage('one')
    const heard = new Set<string>()
    for (const npc of world.npcs) {
      const partner = world.npcs.find((other) => other.id !== npc.id)!
      openAmongPeople({ world, env }, npc, partner)
      const view = buildPrivateView(world, env.land, npc.id)!
      world.conversations = []
      npc.conversationId = null
      partner.conversationId = null
      for (let thoughtId = 0; thoughtId < 60; thoughtId++) {
        const text = openTopic(createScene(view, { thoughtId, hailedId: null }, { memories: [], find: () => [] }, []))
        expect(text).not.toBeNull()
        const [found] = openersIn(`Good morning. ${text} So it goes.`)
        expect(found, text!).toBeDefined()
        heard.add(found!.topic)
      }
    }
    expect([...heard]).toEqual(expect.arrayContaining(['work', 'ware', 'weather', 'season', 'third', 'old', 'play']))
  })

  it('[MIND-411] is taken up: no empty word of a listener, and nobody asked after is passed over', async () => {
    const { world, env } = createCrowdedVillage('two')
    const rng = createRng(hashString('talks'))
    const listener = listenTo(world, env)
    const empty = Object.values(SOCIAL.statement).flat().filter((line) => !line.includes('{') && line.split(' ').length > 1)
    let lines = 0
    let asked = 0
    for (let i = 0; i < 40; i++) {
      world.worldSeconds += 1200
      const npc = pick(rng, world.npcs)
      const partner = pick(rng, world.npcs.filter((other) => other !== npc))
      for (const one of world.npcs) {
        one.body.x = world.player.body.x + (one === npc || one === partner ? 2000 : 4000)
        one.body.z = world.player.body.z
        one.indoors = false
      }
      openAmongPeople({ world, env }, npc, partner)
      const said: string[] = []
      for (let step = 0; step < 200 && world.conversations.length > 0; step++) {
        for (const event of await listener.settle()) if (event.type === 'speech-said') said.push(event.text)
        world.tick += 20
        updateConversations(world)
      }
      lines += said.length
      for (const [at, line] of said.entries()) {
        for (const word of empty) expect(line.split(/(?<=[.!?…])\s+/), said.join(' / ')).not.toContain(word)
        const next = said[at + 1]
        if (openersIn(line)[0]?.topic !== 'third' || next === undefined || at + 2 >= said.length) continue
        asked++
        expect(next, said.join(' / ')).toMatch(/\bAt the|\bat the|\bto the|near the|[Nn]o[.,]|[Nn]ot |have not|haven’t|Over there|Not a hair|some(?:body|one) go by|since yesterday/)
      }
    }
    expect(lines).toBeGreaterThan(120)
    expect(asked).toBeGreaterThan(3)
  })

  it('[MIND-411] where somebody is, whether what one waits for is ready, and the weather are told as they are', () => {
    for (const reply of answers('Have you seen Elsin today?')) expect(reply).toMatch(/\bthe barn\b/)
    const view = makeView(BORAN)
    const seen = view.knows.map((known) => (known.id === ELSIN ? { ...known, doing: 'feeding the hens' } : known))
    for (const reply of answers('Have you seen Elsin today?', { knows: seen })) expect(reply).toContain('Over there, feeding the hens')
    for (const reply of answers('Is my knife ready, Boran?', { needs: { ...view.needs, duty: 0.9 } })) expect(reply).toMatch(/[Rr]eady since noon|Bring coin|fetch it/)
    for (const reply of answers('Is my knife ready, Boran?', { needs: { ...view.needs, duty: 0.2 } })) expect(reply).toMatch(/it’s done|it is done|makes it slower|Not yet/)
    for (const reply of answers('With this light I can work without a lamp till supper.')) expect(reply).toMatch(/fire|bright|sun/)
    for (const reply of answers('Anyway.', { worldSeconds: 22 * 3600 })) expect(reply).not.toMatch(/sunshine|bright day/)
  })

  it('[MIND-412] is a stranger, too: what they said they look for is passed on, what they mourn is not', () => {
    const memories = [factOfPlayer(1, 'name', 'Tam'), factOfPlayer(2, 'seeks', 'a silver ring'), factOfPlayer(3, 'mourns', 'brother')]
    const liked = makeView(BORAN, { warmth: 0.5 }).knows
    const replies = answers('What do you make of Tam, now that we’ve had a look?', { knows: liked }, memories)
    expect(replies.some((reply) => reply.includes('looking for a silver ring'))).toBe(true)
    for (const reply of replies) {
      expect(reply).not.toMatch(/brother|mourn/i)
      expect(reply).toContain('Better than most')
    }
    for (const reply of answers('What do you make of Tam, now that we’ve had a look?')) expect(reply).toMatch(/Not spoken|haven’t|have not/)
    const begun = Array.from({ length: 80 }, (_, i) => openTopic(hearing('', { change: { knows: liked }, memories, thoughtId: i + 1 })))
    expect(begun.some((text) => text?.includes('Tam'))).toBe(true)
    expect(Array.from({ length: 80 }, (_, i) => openTopic(hearing('', { thoughtId: i + 1 }))).some((text) => /stranger/.test(text ?? ''))).toBe(false)
  })

  it('[MIND-413] are a newborn and the dead, by whose they are', () => {
    const infants = [{ name: 'Ada', sex: 'female' as const, bornSeconds: 0, parents: [{ id: BORAN, name: 'Boran Ashby' }] }]
    for (const reply of answers('Does little Ada let you sleep?', { infants })) expect(reply).toMatch(/Ada (?:howls|is well)/)
    for (const reply of answers('Little Ada thinks sleep is for other people.', { infants: [{ ...infants[0]!, parents: [{ id: MIRA, name: 'Mira Tanner' }] }] })) expect(reply).toMatch(/Ada will be|little Ada/)
    const dead = [{ id: 'npc:0,0/9' as const, name: 'Hal Ashby', given: 'Hal', sex: 'male' as const, age: 70, kinship: 'parent' as const, warmth: 0.8, diedSeconds: 0, burialSeconds: 3600, isBuried: true, grave: null }]
    for (const reply of answers('How do you bear it, without Hal?', { dead })) expect(reply).toMatch(/That’s how|That is how|one day to the next/)
    for (const reply of answers('The house is so quiet without Hal that I leave the door open.', { dead: [{ ...dead[0]!, kinship: null }] })) expect(reply).toMatch(/no words|Hal is missed/)
  })

  it('[MIND-414] is news, met by whom it is about: pitied, wondered at, doubted, or known already', () => {
    const bad = 'Elsin lost her whole flock in the bog'
    for (const reply of answers(`Listen: ${bad}; that was this morning.`, { beliefs: [toldByMira(bad)] })) expect(reply).toMatch(/Bad\. Elsin|Damn|bad news|sorry to hear/)
    const rumour = answers(`They say ${bad}.`, { beliefs: [toldByMira(bad, { hops: 3, confidence: 0.1 })] })
    expect(rumour.some((reply) => /who told you/i.test(reply))).toBe(true)
    for (const reply of rumour) if (/who told you/i.test(reply)) expect(openersIn(reply)).toEqual([])
    for (const reply of answers(`Listen: ${bad}; that was this morning.`, { beliefs: [toldByMira(bad, { fromId: ELSIN, fromName: 'Elsin Reed', learntSeconds: 3600 })] })) expect(reply).toMatch(/Elsin/)
  })
})
