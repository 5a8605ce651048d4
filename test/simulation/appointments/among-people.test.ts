/** Words that neighbours give each other: agreed to, kept or not, with what that leaves. */
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { agree } from '#simulation/appointments/agree.ts'
import type { Purpose } from '#simulation/appointments/appointment.ts'
import { keepingOf, willingness } from '#simulation/appointments/willing.ts'
import { openAmongPeople } from '#simulation/conversations/open-conversation.ts'
import { sayAsNpc } from '#simulation/conversations/say.ts'
import { findBelief } from '#simulation/beliefs/learn.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

const EVEN = { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, neuroticism: 0 }
const NUMBER = 9
const towards = (npc: Npc, other: Npc): Npc['relations'][number] => npc.relations.find(({ otherId }) => otherId === other.id)!

/** Two neighbours who agreed to meet at noon; `dutiful`: whether each keeps a word. */
function agreed(purpose: Purpose, dutiful: readonly [boolean, boolean] = [true, true]): { world: World; env: ReturnType<typeof createTestWorld>['env']; asked: Npc; asking: Npc; events: WorldEvent[]; live(): void } {
  const { world, env } = createTestWorld(9 * 3600)
  const [asked, asking] = world.npcs.filter(({ settlementId, age }, at, all) => settlementId === 'settlement:0,0' && age > 18 && age < 60 && all.findIndex(({ homeId }) => homeId === all[at]!.homeId) === at)
  if (!asked || !asking) throw new Error('among-people: nobody')
  for (const [npc, other, keeps] of [[asked, asking, dutiful[0]], [asking, asked, dutiful[1]]] as const) {
    // nobody comes by the garden on an errand
    npc.trading.outing = Number.MAX_SAFE_INTEGER
    npc.temperament = { ...EVEN, conscientiousness: keeps ? 1 : -1, agreeableness: keeps ? 0 : 1 }
    Object.assign(towards(npc, other), { warmth: keeps ? 0.5 : -1, kinship: null })
  }
  world.player.body.x += 3000
  const appointment = agree(world, env, asked, { withId: asking.id, place: 'garden', atSeconds: 12 * 3600, purpose })
  if (!appointment) throw new Error('among-people: no garden')
  // who keeps a word is drawn by its number: this one is not kept by chance
  appointment.id = NUMBER
  const events: WorldEvent[] = []
  return { world, env, asked, asking, events, live: () => { for (const step of advanceWorld(world, env, 5 * 3600)) {
    events.push(...step)
    // an anger that lasts
    for (const [npc, other, keeps] of [[asked, asking, dutiful[0]], [asking, asked, dutiful[1]]] as const) if (!keeps) npc.affect.emotions = [{ kind: 'anger', intensity: 1, worldSeconds: world.worldSeconds, cause: 'x', aboutId: other.id, pull: { pleasure: 0, arousal: 0, dominance: 0 } }]
  } } }
}
const ended = (events: readonly WorldEvent[], id: number): Array<Extract<WorldEvent, { type: 'appointment-end' }>> => events.flatMap((event) => (event.type === 'appointment-end' && event.appointment.id === id ? [event] : []))

describe('neighbours', () => {
  it('[SIM-126] agree on meetings by themselves, a few in a village and day, of several purposes; most are kept', () => {
    const { world, env } = createTestWorld(8 * 3600)
    const purposes = new Set<Purpose>()
    const states: string[] = []
    for (const step of advanceWorld(world, env, 5 * 86_400)) {
      for (const event of step) if (event.type === 'appointment-end' && event.appointment.withId !== 'player') {
        purposes.add(event.appointment.purpose)
        states.push(event.appointment.state)
      }
    }
    expect(states.length).toBeGreaterThan(4)
    expect(states.length).toBeLessThan(5 * world.npcs.length)
    expect(purposes.size).toBeGreaterThanOrEqual(2)
    expect(states.filter((state) => state === 'kept').length).toBeGreaterThan(states.length / 2)
    const kept = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(kept.ok && kept.value.appointments).toEqual(world.appointments)
  }, 20_000)

  it('[SIM-126] who came is trusted and liked more; help makes a debt, and who made up is at odds no more', () => {
    for (const purpose of ['company', 'help', 'amends'] as const) {
      const { world, asked, asking, live, events } = agreed(purpose)
      if (purpose === 'amends') for (const [npc, other] of [[asked, asking], [asking, asked]] as const) towards(npc, other).warmth = -0.4
      const before = structuredClone(towards(asked, asking))
      live()
      expect(ended(events, NUMBER).map(({ appointment }) => appointment.state), purpose).toEqual(['kept'])
      expect(towards(asked, asking).trust).toBeGreaterThan(before.trust)
      expect(towards(asked, asking).warmth).toBeGreaterThan(before.warmth)
      if (purpose === 'help') expect(towards(asking, asked).debt).toBeGreaterThan(0.1)
      if (purpose === 'amends') expect(Math.min(towards(asked, asking).warmth, towards(asking, asked).warmth)).toBeGreaterThan(0)
      expect(findBelief(asked, `word:${NUMBER}`)).toMatchObject({ source: null, claim: { kind: purpose === 'amends' ? 'amends' : 'met' } })
      expect(world.appointments.some(({ id }) => id === NUMBER)).toBe(true)
    }
  })

  it('[SIM-126] whoever waits in vain is let down and may tell of it, whoever of the two it was', () => {
    for (const dutiful of [[true, false], [false, true]] as const) {
      const { asked, asking, live, events } = agreed('company', dutiful)
      const [waits, stays] = dutiful[0] ? [asked, asking] : [asking, asked]
      const { trust } = towards(waits, stays)
      live()
      const [end] = ended(events, NUMBER)
      expect(end?.appointment).toMatchObject({ state: 'missed', npcId: waits.id, withId: stays.id })
      expect(end?.witnessIds.toSorted()).toEqual([waits.id, stays.id].toSorted())
      expect(towards(waits, stays).trust).toBeLessThan(trust)
      expect(findBelief(waits, `word:${NUMBER}`)?.claim).toMatchObject({ kind: 'stood-up', subject: { id: stays.id } })
      expect(findBelief(stays, `word:${NUMBER}`)).toBeUndefined()
    }
  })

  it('[SIM-126] the fond, the kind and the sorry agree; night, dislike and anger speak against it', () => {
    const ask = { temperament: EVEN, warmth: 0, trust: 0.3, hour: 12, purpose: 'company' as Purpose }
    expect(willingness(ask)).toBeGreaterThan(0)
    expect(willingness({ ...ask, warmth: -0.4 })).toBeLessThan(0)
    expect(willingness({ ...ask, warmth: -0.4, purpose: 'amends' })).toBeGreaterThan(0)
    expect(willingness({ ...ask, hour: 23 })).toBeLessThan(0)
    expect(keepingOf({ temperament: EVEN, warmth: 0, anger: 1 })).toBeLessThan(keepingOf({ temperament: EVEN, warmth: 0, anger: 0 }))
  })
})

describe('a promise among neighbours', () => {
  it('[SIM-134] in words is noted, falls due, and is kept by the dutiful and fond, not by the careless and angry', () => {
    for (const keeps of [true, false]) {
      const { world, env } = createTestWorld(9 * 3600)
      const [one, two] = world.npcs.filter(({ settlementId, age }) => settlementId === 'settlement:0,0' && age > 18)
      world.npcs = [one!, two!]
      one!.temperament = { ...EVEN, conscientiousness: keeps ? 1 : -1 }
      Object.assign(towards(one!, two!), { warmth: keeps ? 1 : -1, kinship: null })
      for (const npc of [one!, two!]) Object.assign(npc, { indoors: false, skill: null })
      openAmongPeople({ world, env }, one!, two!)
      sayAsNpc(world, one!, { text: 'Good day. I’ll bring you some nails tomorrow.', source: 'builtin' })
      sayAsNpc(world, two!, { text: 'I will find my hat. Will you bring me nails?', source: 'builtin' })
      expect(world.appointments).toMatchObject([{ kind: 'promise', npcId: two!.id, withId: one!.id, what: 'bring me some nails', state: 'agreed' }])
      world.appointments[0]!.id = NUMBER
      const { trust } = towards(two!, one!)
      const events: WorldEvent[] = []
      for (const step of advanceWorld(world, env, 2 * 86_400)) {
        events.push(...step)
        if (!keeps) one!.affect.emotions = [{ kind: 'anger', intensity: 1, worldSeconds: world.worldSeconds, cause: 'x', aboutId: two!.id, pull: { pleasure: 0, arousal: 0, dominance: 0 } }]
      }
      const [end] = ended(events, NUMBER)
      expect(end?.appointment.state).toBe(keeps ? 'kept' : 'missed')
      expect(end?.witnessIds).toEqual([two!.id, one!.id])
      if (keeps) expect(towards(two!, one!).trust).toBeGreaterThan(trust)
      else expect(towards(two!, one!).trust).toBeLessThan(trust)
    }
  }, 20_000)
})
