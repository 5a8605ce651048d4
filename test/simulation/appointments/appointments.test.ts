/** Words given: meetings that are gone to, waited at, kept and missed; promises that fall due. */
import { describe, expect, it } from 'vitest'
import { agree } from '#simulation/appointments/agree.ts'
import { advanceWorld } from '#simulation/advance.ts'
import type { WorldEvent } from '#simulation/events.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { changeRelation } from '#simulation/relations/change-relation.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, outcomeOf, runTicks } from '#test/support/create-test-world.ts'

const ends = (events: readonly WorldEvent[]): string[] => events.flatMap((event) => (event.type === 'appointment-end' ? [event.appointment.state] : []))
const towards = (npc: Npc): Npc['relations'][number] => npc.relations.find(({ otherId }) => otherId === 'player')!

function agreed(hour: number): { world: World; env: ReturnType<typeof createTestWorld>['env']; npc: Npc } {
  const { world, env } = createTestWorld(9 * 3600)
  const npc = meetSomebody(world, env)
  changeRelation(npc, 'player', { trust: 0.2, reason: 'x' })
  const appointment = agree(world, env, npc, { withId: 'player', place: 'square', atSeconds: hour * 3600 })
  if (!appointment) throw new Error('appointments: no square')
  return { world, env, npc }
}

describe('appointments', () => {
  it('[SIM-117] a meeting agreed to in a talk is gone to in time; whoever comes is greeted, and trusted more', () => {
    const { world, env } = createTestWorld(9 * 3600)
    const npc = meetSomebody(world, env)
    runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'Meet me at the square at ten' }])
    runTicks(world, env, 1, [{ type: 'thought-apply', thoughtId: npc.thoughtId!, npcId: npc.id, outcome: outcomeOf({ reply: 'I will come.', agrees: { place: 'square', atSeconds: 10.5 * 3600 } }) }])
    expect(world.appointments).toMatchObject([{ kind: 'meet', npcId: npc.id, withId: 'player', what: 'the square', state: 'agreed' }])
    runTicks(world, env, 1, [{ type: 'conversation-close', npcId: npc.id }])
    const trust = towards(npc).trust
    const { x, z } = world.appointments[0]!
    const events = runTicks(world, env, 1, [{ type: 'player-place', x: x + 3, z: z + 2 }])
    events.push(...runTicks(world, env, 4200))
    expect(ends(events)).toEqual(['kept'])
    expect(towards(npc).trust).toBeGreaterThan(trust)
    expect(events).toContainEqual(expect.objectContaining({ type: 'thought-request', npcId: npc.id, kind: 'greet', cause: expect.stringContaining('as we had agreed') }))
  }, 30_000)

  it('[SIM-117] whoever does not come is waited for half an hour, and trusted less', () => {
    const { world, env, npc } = agreed(10.5)
    const trust = towards(npc).trust
    runTicks(world, env, 1, [{ type: 'player-place', x: 120, z: 90 }])
    const events = runTicks(world, env, 6000)
    expect(ends(events)).toEqual(['missed'])
    expect(towards(npc).trust).toBeLessThan(trust)
    expect(towards(npc).lastReason).toContain('did not come to the square')
  }, 30_000)

  it('[SIM-117] also from afar, and while time is run ahead', () => {
    const { world, env, npc } = agreed(15)
    runTicks(world, env, 1, [{ type: 'player-place', x: 900, z: 900 }])
    const states: string[] = []
    for (const events of advanceWorld(world, env, 8 * 3600)) states.push(...ends(events))
    expect(states).toEqual(['missed'])
    expect(world.appointments[0]?.npcId).toBe(npc.id)
  })

  it('[SIM-117] no place, an hour that has passed, and nonsense agree to nothing', () => {
    const { world, env, npc } = agreed(15)
    const before = structuredClone(world.appointments)
    for (const wish of [{ place: 'moon', atSeconds: 50_000 }, { place: 'square', atSeconds: 10 }, { place: 'square', atSeconds: Number.NaN }, { place: 'square', atSeconds: 1e12 }]) expect(agree(world, env, npc, { withId: 'player', ...wish })).toBeNull()
    expect(world.appointments).toEqual(before)
  })

  it('[SIM-118] a promise of the player falls due: kept it raises trust, forgotten it lowers it', () => {
    for (const keeps of [true, false]) {
      const { world, env } = createTestWorld(9 * 3600)
      const npc = meetSomebody(world, env)
      runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'I will bring you some bread tomorrow' }])
      expect(world.appointments).toMatchObject([{ kind: 'promise', what: 'bring me some bread', state: 'agreed' }])
      const { trust } = towards(npc)
      world.player.satchel = [{ goodId: 'loaf', count: 1, parcel: null }]
      if (keeps) runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text: 'Here is the bread, as I promised' }])
      for (const _ of advanceWorld(world, env, 2 * 86_400)) void _
      expect(world.appointments[0]?.state).toBe(keeps ? 'kept' : 'missed')
      expect(Math.sign(towards(npc).trust - trust)).toBe(keeps ? 1 : -1)
    }
  })
})
