/** How often people think, by how fast thinking is. */
import { describe, expect, it } from 'vitest'
import type { Command } from '#simulation/commands.ts'
import { commandSchema } from '#simulation/command-schema.ts'
import type { ThoughtKind } from '#simulation/events.ts'
import { createRecorder, createReplay, fingerprintOf, stepReplay } from '#simulation/recording.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestWorld } from '#test/support/create-test-world.ts'

const NOTHING = { reply: null, thought: 'Well, well.', decision: null, mood: null, relation: null, foresight: null, endsTalk: false, tells: null, agrees: null, source: 'builtin' as const }

type Lived = { [K in ThoughtKind]?: number } & { met: number; longest: number }

/** Lives two minutes among people, each thought answered in the next tick; counts them by kind, and talks of people who met, with the turns of the longest. */
function live(level: number): Lived {
  const { world, env } = createTestWorld(10 * 3600)
  const near = world.npcs.find(({ indoors }) => !indoors) ?? world.npcs[0]!
  const counts: Lived = { met: 0, longest: 0 }
  let commands: Command[] = [{ type: 'player-place', x: near.body.x, z: near.body.z }, { type: 'liveliness-set', level }]
  for (let tick = 0; tick < 2_400; tick++) {
    const now = commands
    commands = []
    tickWorld(world, env, now)
    for (const event of world.events) {
      if (event.type !== 'thought-request') continue
      counts[event.kind] = (counts[event.kind] ?? 0) + 1
      if (event.kind === 'greet' && event.cause.startsWith('I met ')) counts.met++
      const reply = event.kind === 'greet' || event.kind === 'converse' ? `Word ${event.thoughtId}.` : null
      commands.push({ type: 'thought-apply', npcId: event.npcId, thoughtId: event.thoughtId, outcome: { ...NOTHING, reply } })
    }
    counts.longest = Math.max(counts.longest, ...world.conversations.map(({ turns }) => turns.length))
  }
  return counts
}

describe('liveliness', () => {
  it('[MOD-104] people muse oftener, level by level, and weigh more choices at the liveliest than without a model', () => {
    const lived = [0, 1, 2, 3, 4].map(live)
    const musings = lived.map(({ monologue = 0 }) => monologue)
    expect(musings).toEqual([...musings].sort((a, b) => a - b))
    expect(new Set(musings).size).toBe(5)
    expect(musings[4]!).toBeGreaterThan(2 * musings[0]!)
    expect(lived[4]!.deliberate ?? 0).toBeGreaterThan(lived[0]!.deliberate ?? 0)
    // what is no level is as without a model
    expect(live(0.5)).toEqual(lived[0])
  })

  it('[SIM-153] who meet stop for a word the oftener the livelier minds are, and talk longer; without a model they nod', () => {
    const [none, some, most] = [live(0), live(2), live(4)]
    expect(none.met).toBe(0)
    expect(most.met).toBeGreaterThan(0)
    expect(most.met).toBeGreaterThanOrEqual(some.met)
    expect(most.longest).toBeGreaterThan(none.longest)
  })

  it('[MOD-177] the livelier minds are, the more is said among people near the player', () => {
    const said = [0, 1, 2, 3, 4].map((level) => live(level))
    const words = said.map(({ greet = 0, converse = 0 }) => greet + converse)
    // one village and two minutes: neighbouring levels may come out alike
    expect(Math.min(words[1]!, words[2]!)).toBeGreaterThan(words[0]!)
    expect(Math.min(words[3]!, words[4]!)).toBeGreaterThan(Math.max(words[1]!, words[2]!))
    expect(words[4]!).toBeGreaterThan(2 * words[0]!)
  })

  it('[MOD-104] it is asked for by a command that is kept within bounds, saved, and lived again to the last bit', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const recorder = createRecorder(world)
    for (let tick = 0; tick < 600; tick++) {
      const commands: Command[] = tick === 40 ? [{ type: 'liveliness-set', level: 9 }] : tick === 400 ? [{ type: 'liveliness-set', level: 1 }] : []
      recorder.beforeTick(commands)
      tickWorld(world, env, commands)
      recorder.afterTick()
      if (tick === 41) expect(world.liveliness).toBe(4)
    }
    expect(world.liveliness).toBe(1)
    const recording = recorder.take()
    const again = fromSnapshot(recording.start)
    if (!again.ok) throw new Error(again.reason)
    const replay = createReplay(recording)
    while (!replay.isOver(again.value.tick)) stepReplay(again.value, env, replay)
    expect(fingerprintOf(again.value)).toBe(fingerprintOf(world))
    const { liveliness: _liveliness, ...old } = toSnapshot(world)
    expect(fromSnapshot(old)).toMatchObject({ ok: true, value: { liveliness: 0 } })
    expect(commandSchema.safeParse({ type: 'liveliness-set', level: 1.5 }).success).toBe(false)
  })
})
