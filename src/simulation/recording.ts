/** A run on record: how it began and everything that was asked of it, tick by tick, so that it can be lived again to the last bit; with what models were asked and answered meanwhile. */
import { hashString } from '#core/hash.ts'
import { advanceWorld } from './advance.ts'
import type { Command } from './commands.ts'
import type { WorldEnv } from './env.ts'
import type { ModelCall, RecordedModelCall } from './recorded-model-call.ts'
import { toSnapshot, type WorldSnapshot } from './snapshot.ts'
import { tickWorld } from './tick.ts'
import type { World } from './world.ts'

/** Ticks between two fingerprints of the whole state. */
const FINGERPRINT_TICKS = 1_000

/** Something that happened at a tick from outside: commands, or time run ahead by world seconds. Ticks with nothing new are not on record. */
export type RecordedStep = { tick: number; commands: Command[] } | { tick: number; advanceSeconds: number }

/** One call of a model, or a thought of the built-in mind: what was asked, what came of it, and at which tick it was applied. Keys are in none of it. */
export type RecordedCall = { tick: number; npcId: string; kind: string; producer: string; prompt: string | null; answer: string | null; reason: string | null; tokensIn: number; tokensOut: number; ms: number }

/** A recording. */
export type Recording = {
  format: 'percipi-recording'
  version: 1
  seed: string
  start: WorldSnapshot
  steps: RecordedStep[]
  /** Fingerprints of the state after these ticks. */
  fingerprints: Array<[tick: number, fingerprint: string]>
  endTick: number
  calls: RecordedCall[]
  /** Every call of a model, as a recorded endpoint gives it again. */
  modelCalls: RecordedModelCall[]
}

/** See `createRecorder`. */
export type Recorder = {
  /** Before a tick: what is about to be asked of it. */
  beforeTick(commands: readonly Command[]): void
  /** After it. */
  afterTick(): void
  beforeAdvance(worldSeconds: number): void
  noteCall(call: Omit<RecordedCall, 'tick'>): void
  /** The calls of a thought that was asked for at `askedTick`, before what came of it is applied. */
  noteModelCalls(calls: readonly ModelCall[], askedTick: number): void
  /** The recording so far; it goes on. */
  take(): Recording
}

/** Sixteen hexadecimal digits that change when anything in the state does. */
export function fingerprintOf(world: World): string {
  const { events: _events, ...state } = world
  // in the order of names: what was read from a file holds its parts in another order
  const text = JSON.stringify(state, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part))
  const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
  return hex(hashString(text)) + hex(hashString(`${text.length}:${text}`))
}

/** Begins to record a world. */
export function createRecorder(world: World): Recorder {
  dropSigns(world)
  const start = toSnapshot(world)
  const steps: RecordedStep[] = []
  const fingerprints: Recording['fingerprints'] = []
  const calls: RecordedCall[] = []
  const modelCalls: RecordedModelCall[] = []
  let lastIntent = ''
  return {
    beforeTick(commands) {
      // what the hands want stays what it is until they want something else
      const news = commands.filter((command) => {
        if (command.type !== 'player-intend') return true
        const intent = JSON.stringify(command.intent)
        if (intent === lastIntent) return false
        lastIntent = intent
        return true
      })
      for (const command of commands) if (command.type === 'thought-apply') for (const call of modelCalls) if (call.thoughtId === command.thoughtId && call.npcId === command.npcId) call.appliedTick ??= world.tick
      if (news.length > 0) steps.push({ tick: world.tick, commands: structuredClone(news) })
    },
    afterTick() {
      if (world.tick % FINGERPRINT_TICKS === 0) fingerprints.push([world.tick, fingerprintOf(world)])
    },
    beforeAdvance(advanceSeconds) {
      steps.push({ tick: world.tick, advanceSeconds })
      lastIntent = ''
    },
    noteCall(call) {
      calls.push({ tick: world.tick, ...call })
    },
    noteModelCalls(news, askedTick) {
      for (const call of news) modelCalls.push({ ...call, askedTick, appliedTick: null })
    },
    take: () => ({ format: 'percipi-recording', version: 1, seed: world.seed, start, steps: structuredClone(steps), fingerprints: [...fingerprints, [world.tick, fingerprintOf(world)]], endTick: world.tick, calls: structuredClone(calls), modelCalls: structuredClone(modelCalls) }),
  }
}

/** A file tells no zero from its negative, and the two can lead to different angles: a recorded world has only one. */
function dropSigns(value: object): void {
  for (const [key, part] of Object.entries(value)) {
    if (Object.is(part, -0)) Object.assign(value, { [key]: 0 })
    else if (typeof part === 'object' && part !== null) dropSigns(part as object)
  }
}

/** What is asked of a world that lives a recording again, tick by tick. */
export type Replay = {
  readonly recording: Recording
  /** The commands of the coming tick; null when time is to be run ahead first. */
  commandsAt(tick: number): readonly Command[] | { advanceSeconds: number }
  /** Whether the state after this tick is the recorded one; null where there is no fingerprint. */
  agrees(world: World): boolean | null
  isOver(tick: number): boolean
}

/** A recording to be lived again from its start. */
export function createReplay(recording: Recording): Replay {
  const expected = new Map(recording.fingerprints)
  let next = 0
  return {
    recording,
    commandsAt(tick) {
      const step = recording.steps[next]
      if (!step || step.tick > tick) return []
      next++
      return 'advanceSeconds' in step ? { advanceSeconds: step.advanceSeconds } : step.commands
    },
    agrees(world) {
      const fingerprint = expected.get(world.tick)
      return fingerprint === undefined ? null : fingerprint === fingerprintOf(world)
    },
    isOver: (tick) => tick >= recording.endTick,
  }
}

/** One step of a replay: a tick, or time run ahead. Returns whether the state is the recorded one where that is known. */
export function stepReplay(world: World, env: WorldEnv, replay: Replay): boolean | null {
  const asked = replay.commandsAt(world.tick)
  if ('advanceSeconds' in asked) for (const _ of advanceWorld(world, env, asked.advanceSeconds));
  else tickWorld(world, env, asked)
  return replay.agrees(world)
}
