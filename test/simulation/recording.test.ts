/** A run on record lives again to the last bit, however the frames fell. */
import { describe, expect, it } from 'vitest'
import { advanceWorld } from '#simulation/advance.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'
import type { Command } from '#simulation/commands.ts'
import { readRecording } from '#simulation/read-recording.ts'
import { createRecorder, createReplay, fingerprintOf, stepReplay, type Recording } from '#simulation/recording.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestEnv, createTestWorld, outcomeOf } from '#test/support/create-test-world.ts'

/** A quarter of an hour in the village as frames of `framesPerSecond` bring it about: walking, talking, thoughts that arrive late, the hour set, time run ahead. */
function live(framesPerSecond: number): Recording {
  const { world, env } = createTestWorld(9 * 3600)
  let rest = 0
  // the record begins in the middle of things
  for (let t = 0; t < 130; t++) tickWorld(world, env, [])
  const recorder = createRecorder(world)
  const waiting: Command[] = []
  const end = world.tick + 9_200
  for (let frame = 0; world.tick < end; frame++) {
    const seconds = frame / framesPerSecond
    waiting.push({ type: 'player-intend', intent: { forward: Math.sin(seconds / 3), right: 0, run: false, jump: frame % 90 === 0, dive: false, yaw: seconds / 5, pitch: 0 } })
    const npc = world.npcs[frame % world.npcs.length]!
    if (frame % 400 === 10) waiting.push({ type: 'player-place', x: npc.body.x + 1, z: npc.body.z + 1 }, { type: 'conversation-open', npcId: npc.id }, { type: 'conversation-say', npcId: npc.id, text: `Good day, it is frame ${frame}.` })
    for (const other of world.npcs) if (other.thoughtId !== null && (frame + other.thoughtId) % 37 === 0) waiting.push({ type: 'thought-apply', npcId: other.id, thoughtId: other.thoughtId, outcome: outcomeOf({ reply: 'Is it?', thought: 'Hm.', decision: { skillId: 'wander', targetId: null, reason: 'it came to me' }, mood: { pleasure: 0.1 } }) })
    if (frame === 500) waiting.push({ type: 'weather-set', weather: 'storm' })
    if (frame === 700) {
      recorder.beforeAdvance(7200)
      for (const _ of advanceWorld(world, env, 7200));
    }
    rest += 1 / framesPerSecond
    for (; rest >= TICK_SECONDS; rest -= TICK_SECONDS) {
      const commands = waiting.splice(0)
      recorder.beforeTick(commands)
      tickWorld(world, env, commands)
      recorder.afterTick()
    }
  }
  recorder.noteCall({ npcId: world.npcs[0]!.id, kind: 'converse', producer: 'fake · parrot-1', prompt: 'Say something.', answer: 'SAY: Something.', reason: null, tokensIn: 3, tokensOut: 2, ms: 20 })
  return recorder.take()
}

/** Lives it again from its file; the ticks at which the state was compared, and those at which it differed. */
function liveAgain(file: string): { compared: number[]; differed: number[] } {
  const read = readRecording(JSON.parse(file))
  if (!read.ok) throw new Error(read.reason)
  const { recording, world } = read.value
  const env = createTestEnv()
  const replay = createReplay(recording)
  const compared: number[] = []
  const differed: number[] = []
  while (!replay.isOver(world.tick)) {
    const agrees = stepReplay(world, env, replay)
    if (agrees !== null) compared.push(world.tick)
    if (agrees === false) differed.push(world.tick)
  }
  return { compared, differed }
}

describe('a recording', () => {
  it.each([20, 47, 144])('[SIM-122] lives again to the same state every thousand ticks, recorded at %i frames a second (M8)', (framesPerSecond) => {
    const recording = live(framesPerSecond)
    const { compared, differed } = liveAgain(JSON.stringify(recording))
    expect(compared.length).toBeGreaterThanOrEqual(4)
    expect(differed).toEqual([])
    // what did not change was not put down again and again
    expect(recording.steps.length).toBeLessThanOrEqual(recording.endTick)
  })

  it('[SIM-122] is noticed to go astray when one answer is another', () => {
    const recording = live(20)
    const step = recording.steps.find((one) => 'commands' in one && one.commands.some(({ type }) => type === 'thought-apply'))!
    if ('commands' in step) for (const command of step.commands) if (command.type === 'thought-apply') command.outcome.decision = { skillId: 'pray', targetId: null, reason: 'something else' }
    expect(liveAgain(JSON.stringify(recording)).differed.length).toBeGreaterThan(0)
  })

  it('[SIM-122] keeps what models were asked and answered', () => {
    const read = readRecording(JSON.parse(JSON.stringify(live(20))))
    expect(read.ok && read.value.recording.calls[0]).toMatchObject({ prompt: 'Say something.', answer: 'SAY: Something.', tokensOut: 2 })
  })

  it('[SIM-123] that is damaged, newer or nothing at all is refused in words', () => {
    const recording = live(20)
    for (const broken of [null, 7, {}, { ...recording, steps: [{ tick: -1, commands: [] }] }, { ...recording, steps: [{ tick: 5, commands: [{ type: 'rm' }] }] }, { ...recording, start: { version: 4 } }, { ...recording, version: 9 }, { ...recording, seed: 'other' }]) {
      const read = readRecording(broken)
      expect(read.ok).toBe(false)
      if (!read.ok) expect(read.reason).toMatch(/^(?:This|The) .+\.$/)
    }
  })

  it('[SIM-122] the fingerprint changes with the smallest change of the state', () => {
    const { world } = createTestWorld()
    const before = fingerprintOf(world)
    world.npcs[3]!.needs.food += 1e-12
    expect(fingerprintOf(world)).not.toBe(before)
  })
})
