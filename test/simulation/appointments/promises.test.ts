/** Promises in free words: read, kept, broken, forgiven, on both sides. */
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { sayAsNpc } from '#simulation/conversations/say.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { changeRelation } from '#simulation/relations/change-relation.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

const NINE = 9 * 3600
const HOUR = 3600

it.each([
  ['I’ll bring you a fish tomorrow', 'bring me a fish', DAY_WORLD_SECONDS + 23 * HOUR], ['I will come back at dusk', 'come back', 21 * HOUR], ['I promise to find your brother', 'find my brother', 2 * DAY_WORLD_SECONDS + 23 * HOUR], ['I will help you with the roof in three days', 'help me with the roof', 3 * DAY_WORLD_SECONDS + 23 * HOUR],
  ['Don’t worry. I swear I will repay you next week.', 'repay me', 7 * DAY_WORLD_SECONDS + 23 * HOUR], ['I’ll be back in two hours', 'be back', NINE + 3 * HOUR], ['I will ask Boran about your hat tomorrow morning', 'ask Boran about my hat', DAY_WORLD_SECONDS + 12 * HOUR], ['I give you my word that I will guard your door tonight', 'guard my door', 23 * HOUR],
  ['I’ll mend your fence, I promise', 'mend my fence', 2 * DAY_WORLD_SECONDS + 23 * HOUR], ['I vow to stay by your side', 'stay by my side', 2 * DAY_WORLD_SECONDS + 23 * HOUR],
])('[SIM-135] “%s” is a promise', (text, what, atSeconds) => {
  expect(readPromise(text, NINE)).toEqual({ what, atSeconds })
})

it.each(['I will never forgive you', 'I will never forget you', 'I promise never to come back', 'Will I find your brother?', 'I will kill you', 'I’ll make you pay for this', 'I will bring you a fish if you help me', 'Maybe I will visit you', 'I won’t help you', 'I will be tired tomorrow', 'I will see', 'I’ll find out', 'I will get going', 'Do you promise to help me?', 'I promise you nothing', 'I cannot promise that', 'I’ll tell you what', 'I could bring you a fish'])('[SIM-135] “%s” is none', (text) => {
  expect(readPromise(text, NINE)).toBeNull()
})

function talk(): { world: World; env: ReturnType<typeof createTestWorld>['env']; npc: Npc; say(text: string): void; leave(): void; wait(seconds: number): void } {
  const { world, env } = createTestWorld(NINE)
  const npc = meetSomebody(world, env)
  return {
    world, env, npc,
    say: (text) => void runTicks(world, env, 1, [{ type: 'conversation-say', npcId: npc.id, text }]),
    leave: () => void runTicks(world, env, 2, [{ type: 'conversation-close', npcId: npc.id }]),
    wait(seconds) {
      for (const _ of advanceWorld(world, env, seconds)) void _
    },
  }
}

describe('a promise', () => {
  it('[SIM-136] to come back is kept by coming back, and not by staying', () => {
    const { world, npc, env, say, leave } = talk()
    say('I will come back tomorrow')
    say('Hello again')
    expect(world.appointments).toMatchObject([{ kind: 'promise', what: 'come back', state: 'agreed' }])
    leave()
    world.worldSeconds += 2 * HOUR
    Object.assign(world.player.body, { x: npc.body.x + 1.5, z: npc.body.z })
    npc.talkAgainTick = 0
    runTicks(world, env, 1, [{ type: 'conversation-open', npcId: npc.id }])
    expect(world.appointments[0]?.state).toBe('kept')
  })

  it('[SIM-136] that was not kept is forgiven to whoever is sorry, and can still be made good', () => {
    const { world, say } = talk()
    say('I will bring you a fish tomorrow')
    world.appointments[0]!.state = 'missed'
    say('I am so sorry')
    expect(world.appointments[0]?.state).toBe('forgiven')
    world.player.satchel = [{ goodId: 'fish', count: 1, parcel: null }]
    say('Here is the fish, as I promised')
    expect(world.appointments[0]?.state).toBe('kept')
  })

  it('[SIM-137] of a person to the player is theirs to keep: noted once, due, kept by the dutiful', () => {
    for (const dutiful of [true, false]) {
      const { world, npc, wait, say } = talk()
      say('Hello')
      npc.temperament = { ...npc.temperament, conscientiousness: dutiful ? 1 : -1 }
      changeRelation(npc, 'player', { warmth: dutiful ? 1 : -1, reason: 'x' })
      sayAsNpc(world, npc, { text: 'Good. I will ask Boran about your dog tomorrow.', source: 'builtin' })
      sayAsNpc(world, npc, { text: 'I will ask Boran about your dog tomorrow.', source: 'model' })
      sayAsNpc(world, npc, { text: 'I will never forget you.', source: 'model' })
      expect(world.appointments).toMatchObject([{ kind: 'vow', npcId: npc.id, withId: 'player', what: 'ask Boran about your dog', state: 'agreed' }])
      wait(2 * DAY_WORLD_SECONDS)
      if (dutiful) expect(world.appointments[0]?.state).toBe('kept')
      else expect(['kept', 'broken']).toContain(world.appointments[0]?.state)
    }
  })
})
