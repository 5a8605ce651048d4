/** What one person can know: nothing of what is inside others. */
import { describe, expect, it } from 'vitest'
import { buildPrivateView, END_TALK_LABEL } from '#minds/build-private-view.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import { agoWords, directionOf, distanceWords, partOfDay } from '#minds/place-words.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

describe('the private view', () => {
  it('[MIND-20] holds nothing from inside another head, and shares nothing with the world', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 200)
    const [me, ...others] = world.npcs
    if (!me) throw new Error('the test world is empty')
    for (const [i, other] of others.entries()) {
      other.needs.food = 0.123456 + i * 1e-9
      other.mood.pleasure = 0.654321
      other.thought = { text: `planted secret ${i}`, fromTick: 0, untilTick: 1e9, source: 'builtin' }
      other.options = [{ skillId: 'sit', label: `planted plan ${i}`, score: 1, parts: [] }]
      other.why = `planted reason ${i}`
      other.intention = { skillId: 'sit', targetId: null, reason: `planted wish ${i}`, untilTick: 1e9 }
      for (const relation of other.relations) relation.lastReason = `planted grudge ${i}`
    }
    const before = structuredClone(world)
    const view = buildPrivateView(world, env.land, me.id)
    const text = JSON.stringify(view)
    expect(text).not.toMatch(/planted|0\.1234|0\.654321/i)
    expect(world).toEqual(before)
    expect(structuredClone(view)).toEqual(view)
    if (!view) throw new Error('nobody')
    view.needs.food = -1
    view.temperament.openness = -9
    view.weighed.length = 0
    expect(world).toEqual(before)
  })

  it('[MIND-20] knows kin and neighbours, the place, and its own state', () => {
    const { world, env } = createTestWorld()
    runTicks(world, env, 100)
    const me = world.npcs.find(({ relations }) => relations.some(({ kinship }) => kinship !== null))
    if (!me) throw new Error('nobody has kin')
    const view = buildPrivateView(world, env.land, me.id)
    expect(view).toMatchObject({ npcId: me.id, given: me.given, age: me.age, activity: me.activity })
    expect(view?.knows.some(({ kinship }) => kinship !== null)).toBe(true)
    expect(view?.settlement.name).toBe('Alder Ford')
    expect(view?.landmarks.some(({ kind }) => kind === 'mill')).toBe(true)
    expect(buildPrivateView(world, env.land, 'npc:99,99/9')).toBeNull()
  })

  it('[MIND-21] offers what was weighed, and an end while there is a talk', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    expect(buildPrivateView(world, env.land, npc.id)?.offered.some(({ label }) => label === END_TALK_LABEL)).toBe(false)
    runTicks(world, env, 2, [{ type: 'conversation-open', npcId: npc.id }, { type: 'conversation-say', npcId: npc.id, text: 'I am Ada' }])
    const view = buildPrivateView(world, env.land, npc.id)
    expect(view?.conversation?.partnerId).toBe('player')
    expect(view?.offered.at(-1)?.label).toBe(END_TALK_LABEL)
    expect(view?.offered.map(({ number }) => number)).toEqual(view?.offered.map((_, i) => i + 1))
    const labels = npc.options.map(({ label }) => label)
    expect(view?.offered.slice(1, -1).every(({ label }) => labels.includes(label))).toBe(true)
  })

  it('[MIND-1] events become observations with names and place in words, without the player’s name', () => {
    const { world, env } = createTestWorld()
    const npc = meetSomebody(world, env)
    runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    const observations = toObservations(world, env.land)
    const started = observations.find(({ event }) => event.type === 'conversation-start')
    expect(started?.names[npc.id]).toContain(npc.given)
    expect(started?.names['player']).toBe('the stranger')
    expect(started?.place.name).toContain('Alder Ford')
    expect(observations.some(({ event }) => event.type === 'thought-request')).toBe(false)
  })

  it('[MIND-22] directions, distances and times are words', () => {
    expect([directionOf(0, 0, 0, -10), directionOf(0, 0, 10, 0), directionOf(0, 0, -10, 10)]).toEqual(['north', 'east', 'south-west'])
    expect([distanceWords(5), distanceWords(70), distanceWords(1600), distanceWords(9000)]).toEqual(['a few steps', 'a short walk', 'half an hour on foot', '2 hours on foot'])
    expect([agoWords(100, 200), agoWords(8 * 3600, 15 * 3600), agoWords(3600 * 20, 86_400 + 3600 * 9), agoWords(0, 86_400 * 3.5)]).toEqual(['just now', 'this morning', 'last night', 'three days ago'])
    expect([partOfDay(3 * 3600), partOfDay(9 * 3600), partOfDay(12 * 3600), partOfDay(20 * 3600)]).toEqual(['night', 'morning', 'noon', 'evening'])
  })
})
