/** Several people in one talk: called by name, chiming in, seldom and never in private, and going on with the day. */
import { describe, expect, it } from 'vitest'
import { createClaim } from '#simulation/beliefs/claim.ts'
import { learn } from '#simulation/beliefs/learn.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { createRelation } from '#simulation/relations/change-relation.ts'
import { fromSnapshot, parseSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

type Scene = { world: World; env: ReturnType<typeof createTestWorld>['env']; npc: Npc; mara: Npc; run(ticks: number, say?: string): WorldEvent[]; reply(npc: Npc, text: string): WorldEvent[] }

/** The player in a talk with somebody, and another one two steps away who has seen a theft. */
function scene(): Scene {
  const { world, env } = createTestWorld(10 * 3600)
  const npc = meetSomebody(world, env)
  const mara = world.npcs.find((other) => other !== npc && other.settlementId === npc.settlementId && other.age > 16 && other.homeId !== npc.homeId)!
  const thief = world.npcs.find((other) => other !== npc && other !== mara && other.settlementId === npc.settlementId && other.age > 16)!
  world.npcs = [npc, mara, thief, ...world.npcs.filter((other) => ![npc, mara, thief].includes(other)).map((other) => Object.assign(other, { body: { ...other.body, x: other.body.x + 500 } }))]
  Object.assign(mara, { indoors: false, insideId: null, skill: null })
  mara.body.x = npc.body.x + 1.5
  mara.body.z = npc.body.z + 1
  thief.body.x = npc.body.x + 400
  mara.temperament = { ...mara.temperament, extraversion: 1 }
  learn(mara, { topic: 'x', claim: createClaim('theft', { subject: { id: thief.id, name: thief.given }, object: 'a goat', place: 'the barn' }), confidence: 1, importance: 0.7, secrecy: 0, source: null, root: { happeningId: null, firstId: mara.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
  runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
  runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'Good day.' }) }])
  const keep = (): void => {
    // she stays where she is while she is free
    if (mara.conversationId === null) Object.assign(mara.body, { x: npc.body.x + 1.5, z: npc.body.z + 1 })
  }
  return {
    world, env, npc, mara,
    run(ticks, say) {
      const events: WorldEvent[] = []
      for (let t = 0; t < ticks; t++) {
        keep()
        events.push(...runTicks(world, env, 1, t === 0 && say !== undefined ? [{ type: 'conversation-say', npcId: npc.id, text: say }] : []))
      }
      return events
    },
    reply: (who, text) => runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: who.thoughtId!, npcId: who.id, outcome: outcomeOf({ reply: text }) }]),
  }
}
const talkOf = (world: World): World['conversations'][number] => world.conversations.find(({ participants }) => participants[0] === 'player')!

describe('several people in one talk', () => {
  it('[SIM-127] whoever is called by name joins the talk and answers in it; the talk goes on with both', () => {
    const { world, npc, mara, run, reply } = scene()
    run(1, `And you, ${mara.given}?`)
    expect(mara.thoughtKind).toBe('converse')
    expect(npc.thoughtId).toBeNull()
    expect(talkOf(world).circle.map(({ id }) => id)).toEqual([mara.id])
    const said = reply(mara, 'I am well.').find((event) => event.type === 'speech-said')
    expect(said).toMatchObject({ speakerId: mara.id, toId: 'player', conversationId: talkOf(world).id })
    expect(npc.gazeId).toBe(mara.id)
    run(1, 'That is good to hear.')
    expect(npc.thoughtKind).toBe('converse')
    reply(npc, 'Is it?')
    // a question of hers is answered to her
    run(1, `${mara.given}, what do you do?`)
    reply(mara, 'I bake. And you?')
    run(1, 'I walk.')
    expect(mara.thoughtKind).toBe('converse')
    // in the middle of it the world can be kept
    expect(parseSnapshot(structuredClone(toSnapshot(world))).ok).toBe(true)
    const loaded = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(loaded.ok && loaded.value.npcs.every(({ conversationId }) => conversationId === null)).toBe(true)
  })

  it('[SIM-127] one of those around chimes in when what is said concerns them, seldom, and goes again', () => {
    const { world, npc, mara, run, reply } = scene()
    let asked = 0
    for (let turn = 0; turn < 24; turn++) {
      run(1, 'Do you know who stole the goat from the barn?')
      reply(npc, `They say somebody stole a goat at the barn, ${turn}.`)
      const before = world.conversations[0]!.turns.length
      const events = run(200)
      const chimes = events.filter((event) => event.type === 'thought-request' && event.kind === 'chime')
      expect(chimes.length).toBeLessThanOrEqual(1)
      if (chimes.length === 0) continue
      asked++
      const last = talkOf(world).turns.slice(-4).filter(({ speakerId }) => speakerId === mara.id)
      expect(last, 'four turns apart').toEqual([])
      if (mara.thoughtKind === 'chime') reply(mara, 'I saw it.')
      expect(talkOf(world).turns.length).toBe(before + 1)
      expect(talkOf(world).awaiting).toBe('player')
    }
    expect(asked).toBeGreaterThan(2)
    // longer than who says nothing stays, shorter than the talk itself may be silent
    run(950)
    expect(mara.conversationId).toBeNull()
    expect(talkOf(world).circle).toEqual([])
  })

  it('[SIM-127] nobody barges into what is told in confidence or felt deeply, and what does not concern them', () => {
    for (const [say, reply, prepare] of [
      ['Who stole the goat from the barn? It stays between us.', 'A goat was stolen at the barn.', () => undefined],
      ['What a fine sky.', 'Yes, it is blue.', () => undefined],
      ['Who stole the goat from the barn?', 'My goat was stolen at the barn.', (npc: Npc, world: World) => npc.affect.emotions.push({ kind: 'grief', intensity: 0.9, worldSeconds: world.worldSeconds, cause: 'x', aboutId: null, pull: { pleasure: 0, arousal: 0, dominance: 0 } })],
    ] as const) {
      const talk = scene()
      prepare(talk.npc, talk.world)
      for (let turn = 0; turn < 6; turn++) {
        talk.run(1, say)
        talk.reply(talk.npc, reply)
        expect(talk.run(160).filter((event) => event.type === 'thought-request' && event.kind === 'chime'), say).toEqual([])
      }
    }
  })

  it('[SIM-127] a line that comes when the talk has gone on or is over is not said, and everybody is free in the end', () => {
    const { world, env, npc, mara, run, reply } = scene()
    for (let turn = 0; turn < 24 && mara.thoughtKind !== 'chime'; turn++) {
      run(1, 'Do you know who stole the goat from the barn?')
      reply(npc, `They say somebody stole a goat at the barn, ${turn}.`)
      run(150)
    }
    const thoughtId = mara.thoughtId!
    expect(mara.thoughtKind).toBe('chime')
    run(1, 'Never mind.')
    const late = runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId, npcId: mara.id, outcome: outcomeOf({ reply: 'I saw it.' }) }])
    expect(late.filter((event) => event.type === 'speech-said')).toEqual([])
    runTicks(world, env, 1, [{ type: 'conversation-close', npcId: npc.id }])
    run(300)
    expect(world.conversations.filter(({ participants }) => participants[0] === 'player')).toEqual([])
    expect([npc.conversationId, mara.conversationId]).toEqual([null, null])
  })

  it('[SIM-127] among people, too, and their talk stays within its turns', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const [one, two, three] = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
    let chimed = 0
    for (let round = 0; round < 12; round++) {
      ;[one, two, three].forEach((npc, i) => {
        Object.assign(npc!, { indoors: false, insideId: null, skill: null, conversationId: null, talkAgainTick: 0 })
        Object.assign(npc!.body, { x: world.player.body.x + 4 + i, z: world.player.body.z })
      })
      openAmongPeople({ world, env }, one!, two!)
      const { turnCap, id } = world.conversations.find(({ participants }) => participants[0] === one!.id)!
      let turns = 0
      for (let t = 0; t < 3000 && world.conversations.some((talk) => talk.id === id); t++) {
        Object.assign(three!.body, { x: world.player.body.x + 6, z: world.player.body.z })
        const answers = [one!, two!, three!].flatMap((npc) => (npc.thoughtId !== null && npc.conversationId === id ? [{ type: 'thought-apply' as const, thoughtId: npc.thoughtId, npcId: npc.id, outcome: outcomeOf({ reply: npc === three ? 'I heard that.' : `I saw ${three!.given} today. ${t}` }) }] : []))
        for (const event of runTicks(world, env, 1, answers)) {
          if (event.type !== 'speech-said' || event.conversationId !== id) continue
          turns++
          if (event.speakerId === three!.id) chimed++
        }
      }
      expect(turns).toBeLessThanOrEqual(turnCap)
      expect(world.conversations.some((talk) => talk.id === id)).toBe(false)
    }
    expect(chimed).toBeGreaterThan(0)
    expect(three!.conversationId).toBeNull()
  })

  it('[MOD-177] an acquaintance who stands by has a first word where minds are lively, whatever is spoken of, and none for company alone without a model', () => {
    const chimesAt = (level: number): number => {
      const { world, env } = createTestWorld(10 * 3600)
      const [one, two, three] = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 16)
      world.liveliness = level
      three!.relations = [{ ...createRelation(one!.id, { warmth: 0.4, familiarity: 0.6 }) }]
      three!.beliefs = []
      let asked = 0
      for (let round = 0; round < 12; round++) {
        ;[one, two, three].forEach((npc, i) => {
          Object.assign(npc!, { indoors: false, insideId: null, skill: null, conversationId: null, talkAgainTick: 0 })
          Object.assign(npc!.body, { x: world.player.body.x + 4 + i, z: world.player.body.z })
        })
        openAmongPeople({ world, env }, one!, two!)
        const { id } = world.conversations.find(({ participants }) => participants[0] === one!.id)!
        for (let t = 0; t < 3000 && world.conversations.some((talk) => talk.id === id); t++) {
          if (three!.conversationId === null) Object.assign(three!.body, { x: world.player.body.x + 6, z: world.player.body.z })
          const answers = [one!, two!, three!].flatMap((npc) => (npc.thoughtId !== null && npc.conversationId === id ? [{ type: 'thought-apply' as const, thoughtId: npc.thoughtId, npcId: npc.id, outcome: outcomeOf({ reply: `Word ${t}.` }) }] : []))
          asked += runTicks(world, env, 1, answers).filter((event) => event.type === 'thought-request' && event.kind === 'chime' && event.npcId === three!.id).length
        }
      }
      return asked
    }
    expect(chimesAt(0)).toBe(0)
    expect(chimesAt(4)).toBeGreaterThan(2)
  })
})
