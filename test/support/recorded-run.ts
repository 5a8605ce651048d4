/** A run on record, and how it lives again, in frames of any rate (M8). */
import { advanceWorld } from '#simulation/advance.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'
import type { Command } from '#simulation/commands.ts'
import { readRecording } from '#simulation/read-recording.ts'
import { createRecorder, createReplay, stepReplay, type Recording } from '#simulation/recording.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createTestEnv, createTestWorld, outcomeOf } from './create-test-world.ts'

/** A quarter of an hour in the village as frames of `framesPerSecond` bring it about: walking, talking, thoughts that arrive late, the hour set, time run ahead. */
export function liveOnRecord(framesPerSecond: number): Recording {
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

/** Lives it again from its file in frames of that rate; the ticks at which the state was compared, and those at which it differed. */
export function liveAgain(file: string, framesPerSecond: number): { compared: number[]; differed: number[] } {
  const read = readRecording(JSON.parse(file))
  if (!read.ok) throw new Error(read.reason)
  const { recording, world } = read.value
  const env = createTestEnv()
  const replay = createReplay(recording)
  const compared: number[] = []
  const differed: number[] = []
  for (let rest = 0; !replay.isOver(world.tick); rest += 1 / framesPerSecond) {
    for (; rest >= TICK_SECONDS && !replay.isOver(world.tick); rest -= TICK_SECONDS) {
      const agrees = stepReplay(world, env, replay)
      if (agrees !== null) compared.push(world.tick)
      if (agrees === false) differed.push(world.tick)
    }
  }
  return { compared, differed }
}
