/** Talk: opening, turns, farewell, leaving, silence, and minds that do not answer. */
import { describe, expect, it } from 'vitest'
import type { WorldEvent } from '#simulation/events.ts'
import { greetPlayer } from '#simulation/conversations/greet-player.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import { THOUGHT_LIMIT_TICKS } from '#simulation/conversations/request-thought.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

const typesOf = (events: readonly WorldEvent[]): string[] => events.map((event) => event.type)

function talking() {
  const { world, env } = createTestWorld()
  const npc = meetSomebody(world, env)
  const events = runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
  const answer = (parts: Parameters<typeof outcomeOf>[0]) => runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId ?? -1, npcId: npc.id, outcome: outcomeOf(parts) }])
  return { world, env, npc, events, answer }
}

describe('a talk with the player', () => {
  it('[SIM-40] begins within the tick', () => {
    const { world, env, npc, events } = talking()
    expect(events).toContainEqual(expect.objectContaining({ type: 'conversation-start', npcId: npc.id, openerId: 'player' }))
    expect(events).toContainEqual(expect.objectContaining({ type: 'thought-request', kind: 'greet', npcId: npc.id, conversationId: npc.conversationId }))
    expect([npc.gazeId, world.player.conversationId]).toEqual(['player', npc.conversationId])
    const { x, z } = npc.body
    runTicks(world, env, 20)
    expect(Math.hypot(npc.body.x - x, npc.body.z - z)).toBeLessThan(0.3)
    const { body } = world.player
    expect(Math.cos(npc.body.yaw - Math.atan2(npc.body.x - body.x, npc.body.z - body.z))).toBeGreaterThan(0.95)
  })

  it('[SIM-230] begins with the greeting that was just called out, which is not said again', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    npc.greeted = []
    greetPlayer(world, npc, 'I walked up to them')
    runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'Well met, traveller!' }) }])
    const events = runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    expect(typesOf(events)).not.toContain('thought-request')
    expect(world.conversations[0]).toMatchObject({ awaiting: 'player', turns: [{ speakerId: npc.id, text: 'Well met, traveller!', source: 'builtin' }] })
    runTicks(world, env, 1, [{ type: 'conversation-close', npcId: npc.id }])
    // once those words have faded, whoever is walked up to says some
    const later = createTestWorld()
    const other = meetSomebody(later.world, later.env)
    other.greeted = []
    greetPlayer(later.world, other, 'I walked up to them')
    runTicks(later.world, later.env, 1, [{ type: 'thought-apply', thoughtId: other.thoughtId!, npcId: other.id, outcome: outcomeOf({ reply: 'Well met, traveller!' }) }])
    other.speech = null
    expect(runTicks(later.world, later.env, 1, [{ type: 'conversation-open', npcId: other.id }])).toContainEqual(expect.objectContaining({ type: 'thought-request', kind: 'greet' }))
  })

  it('[SIM-41] does not come about from afar, through walls or against somebody’s will', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    const refusal = expect.objectContaining({ type: 'conversation-end', participants: ['player', npc.id], reason: 'refused' })
    runTicks(world, env, 1, [{ type: 'player-place', x: npc.body.x + 30, z: npc.body.z }])
    expect(runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])).toContainEqual(refusal)
    runTicks(world, env, 1, [{ type: 'player-place', x: npc.body.x + 1.5, z: npc.body.z }])
    npc.relations.push({ otherId: 'player', kinship: null, warmth: -0.8, trust: 0, respect: 0, fear: 0, debt: 0, familiarity: 0.2, lastReason: 'they kicked my dog' })
    expect(runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])).toContainEqual(refusal)
    expect([world.conversations.length, npc.conversationId, world.player.conversationId]).toEqual([0, null, null])
  })

  it('[SIM-65] begins at a door where somebody knocks, and woken people are less pleased', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    Object.assign(npc, { indoors: true, insideId: npc.homeId, skill: { ...npc.skill, skillId: 'sleep', phase: 'do' } })
    const { pleasure } = npc.mood
    const { x, z } = npc.body
    runTicks(world, env, 1, [{ type: 'player-place', x: x + 12, z }])
    expect(typesOf(runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }]))).not.toContain('conversation-start')
    runTicks(world, env, 1, [{ type: 'player-place', x: npc.body.x + 2, z: npc.body.z }])
    const events = runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    expect(events).toContainEqual(expect.objectContaining({ type: 'conversation-start', npcId: npc.id }))
    expect([npc.indoors, npc.mood.pleasure < pleasure]).toEqual([false, true])
  })

  it('[SIM-42] goes turn by turn, and an old answer is void', () => {
    const { world, env, npc, answer } = talking()
    const old = npc.thoughtId!
    const said = runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: '  Who are you?  ' }])
    expect(said).toContainEqual(expect.objectContaining({ type: 'speech-said', speakerId: 'player', toId: npc.id, text: 'Who are you?', witnessIds: expect.arrayContaining([npc.id]) }))
    expect(said).toContainEqual(expect.objectContaining({ type: 'thought-request', kind: 'converse' }))
    const late = runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: old, npcId: npc.id, outcome: outcomeOf({ reply: 'Good day.' }) }])
    expect(typesOf(late)).not.toContain('speech-said')
    const reply = answer({ reply: 'Nobody you know.', thought: 'How nosy.' })
    expect(reply).toContainEqual(expect.objectContaining({ type: 'speech-said', speakerId: npc.id, toId: 'player', text: 'Nobody you know.' }))
    expect(reply).toContainEqual(expect.objectContaining({ type: 'thought-had', npcId: npc.id, text: 'How nosy.' }))
    expect(npc.speech?.text).toBe('Nobody you know.')
    expect(world.conversations[0]!.turns.map((turn) => turn.speakerId)).toEqual(['player', npc.id])
    expect(typesOf(answer({ reply: 'Again.' }))).not.toContain('speech-said')
  })

  it('[SIM-42] opens by itself when something is said', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    const events = runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'Good morning!' }])
    expect(typesOf(events)).toEqual(expect.arrayContaining(['conversation-start', 'speech-said']))
    expect(events.filter((event) => event.type === 'thought-request').at(-1)).toMatchObject({ kind: 'converse', thoughtId: npc.thoughtId })
  })

  it('[SIM-43] ends with a farewell that nothing reopens', () => {
    const { world, env, npc, answer } = talking()
    answer({ reply: 'Good day.' })
    const closing = runTicks(world, env, 1, [{ type: 'conversation-close', npcId: npc.id }])
    expect(closing).toContainEqual(expect.objectContaining({ type: 'thought-request', kind: 'farewell' }))
    expect(world.conversations[0]!.state).toBe('closing')
    const late = npc.thoughtId!
    const silent = runTicks(world, env, 200)
    expect(silent).toContainEqual(expect.objectContaining({ type: 'conversation-end', reason: 'farewell' }))
    expect(typesOf(runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: late, npcId: npc.id, outcome: outcomeOf({ reply: 'Farewell.' }) }]))).not.toContain('speech-said')
    expect([world.conversations.length, npc.conversationId, world.player.conversationId]).toEqual([0, null, null])
  })

  it('[SIM-43] ends when the other one says so', () => {
    const { world, answer } = talking()
    expect(answer({ reply: 'I must go.', endsTalk: true })).toContainEqual(expect.objectContaining({ type: 'conversation-end', reason: 'farewell' }))
    expect(world.player.conversationId).toBeNull()
  })

  it('[SIM-44] ends by walking away and by silence', () => {
    const one = talking()
    const left = runTicks(one.world, one.env, 2, [{ type: 'player-place', x: one.npc.body.x + 20, z: one.npc.body.z }])
    expect(left).toContainEqual(expect.objectContaining({ type: 'conversation-end', reason: 'left' }))
    const two = talking()
    two.answer({ reply: 'Good day.' })
    expect(runTicks(two.world, two.env, 1190).filter((event) => event.type === 'conversation-end')).toEqual([])
    expect(runTicks(two.world, two.env, 30)).toContainEqual(expect.objectContaining({ type: 'conversation-end', reason: 'silence' }))
  })

  it('[SIM-45] freezes nobody when no answer comes', () => {
    const { world, env, npc } = talking()
    const events = runTicks(world, env, THOUGHT_LIMIT_TICKS + 5)
    expect(events).toContainEqual(expect.objectContaining({ type: 'conversation-end', reason: 'silence' }))
    expect(npc.conversationId).toBeNull()
    runTicks(world, env, 100)
    expect(npc.skill).not.toBeNull()
  })

  it('[SIM-47] shifts feelings only a little', () => {
    const { world, npc, answer } = talking()
    const before = structuredClone({ mood: npc.mood, relation: npc.relations.find((relation) => relation.otherId === 'player')! })
    answer({ reply: 'I love you!', mood: { pleasure: 9, arousal: -9 }, relation: { warmth: 5, trust: -5, reason: 'they are perfect' } })
    const relation = npc.relations.find((known) => known.otherId === 'player')!
    expect(relation.warmth - before.relation.warmth).toBeCloseTo(0.12, 6)
    expect(relation.trust).toBeGreaterThan(0)
    expect(relation.lastReason).toBe('they are perfect')
    expect(npc.mood.pleasure - before.mood.pleasure).toBeLessThan(0.31)
    expect(world.conversations.length).toBe(1)
  })
})

describe('a talk among people', () => {
  it('[SIM-46] has few turns and ends', () => {
    for (let start = 0; start < 4; start++) {
      const { world, env } = createTestWorld((8 + start) * 3600)
      runTicks(world, env, 1, [{ type: 'player-place', x: 3, z: 6 }])
      runTicks(world, env, 20)
      const [one, two] = world.npcs.filter((npc) => !npc.indoors && npc.conversationId === null)
      if (!one || !two) throw new Error('nobody is outdoors')
      two.body.x = one.body.x + 1.4
      two.body.z = one.body.z
      openAmongPeople({ world, env }, one, two)
      const id = one.conversationId!
      let turns = 0
      let ended: string | null = null
      for (let t = 0; t < 4000 && ended === null; t++) {
        const answers = [one, two].flatMap((npc) => (npc.thoughtId !== null && npc.conversationId === id ? [{ type: 'thought-apply' as const, thoughtId: npc.thoughtId, npcId: npc.id, outcome: outcomeOf({ reply: `Well, ${t}.` }) }] : []))
        tickWorld(world, env, answers)
        for (const event of world.events) {
          if (event.type === 'speech-said' && event.conversationId === id) turns++
          if (event.type === 'conversation-end' && event.conversationId === id) ended = event.reason
        }
      }
      expect(ended).toBe('farewell')
      expect(turns).toBeGreaterThanOrEqual(3)
      expect(turns).toBeLessThanOrEqual(8)
      expect([one.conversationId, two.conversationId]).toEqual([null, null])
    }
  })
})
