/** The parts of one running game as the session's own files pass them around; the view sees `Session` instead. */
import type { StoreApi } from 'zustand/vanilla'
import type { RingBuffer } from '#core/ring-buffer.ts'
import type { Input } from '#platform/input/input.ts'
import type { WriterClaim } from '#platform/storage/writer-claim.ts'
import type { WorldStore } from '#platform/storage/world-store.ts'
import type { Command } from '#simulation/commands.ts'
import type { Recorder } from '#simulation/recording.ts'
import type { World } from '#simulation/world.ts'
import type { tickWorld } from '#simulation/tick.ts'
import type * as Talk from './talk.ts'
import type * as Thoughts from './thoughts.ts'
import type { Ground } from '#simulation/physics/ground.ts'
import type { TerrainPool } from '#streaming/create-terrain-stream.ts'
import type { RoadScout } from '#streaming/road-scout.ts'
import type { TerrainStream } from '#streaming/terrain-stream.ts'
import type { Land } from '#worldgen/land.ts'
import type { FixedStep } from './fixed-step.ts'
import type { Flight } from './flight.ts'
import type { HudState, TalkState } from './hud-state.ts'
import type { MindsLink } from './minds-link.ts'
import type { Observation, ThoughtResult } from '#minds/minds-protocol.ts'
import type { CameraPose, RenderReport } from './session.ts'
import type { QualityGovernor } from './quality-governor.ts'
import type { Settings } from './settings.ts'
import type { Hearing } from './soundscape/start-sound.ts'

/** One world being lived in, with everything that ends when the seed changes. */
export type GameRun = {
  number: number
  seed: string
  land: Land
  ground: Ground
  world: World
  terrain: TerrainStream
  roads: RoadScout
  /** Resolves when the roads around the beginning are known, which the first tick needs. */
  arrived: Promise<void>
  alpha: number
  /** When the player last drank, seconds of this run. */
  drankSeconds: number
  seconds: number
  origin: { x: number; z: number }
  /** Names of settlements met so far, by id. */
  settlementNames: Map<string, string>
  /** Commands for the next tick. */
  commands: Command[]
  /** Commands that wait for the tick at which they were recorded. */
  held: Array<{ tick: number; command: Command }>
  /** Noticed, not yet told to the minds. */
  observations: Observation[]
  /** The last thought of each person that has had one. */
  thoughts: Map<string, ThoughtResult>
  /** The last thought of each for which futures were weighed. */
  weighed: Map<string, ThoughtResult>
  /** What was thought in this run so far: thoughts, those by a model, branches weighed, talks begun, words thought ahead, and those of them that were said. */
  tally: { thoughts: number; byModel: number; branches: number; talks: number; ahead: number; aheadSaid: number }
  /** Puts this run on record; null while nobody wants it. */
  recorder: Recorder | null
  /** Lives a recording again, tick by tick, in place of what is asked here; null when this run is lived for the first time. */
  replay: { tick(): void } | null
  /** The right to keep this run between visits, given back when it ends; null where nothing of it is to be kept. */
  claim: WriterClaim | null
  /** Thoughts under way, by person; the newest of each. */
  asking: Map<string, { thoughtId: number; cancel(): void }>
  /** Whether this run has ended; late answers for it are dropped. */
  ended: boolean
}

/** How long the parts of the last 600 frames took, in milliseconds. */
export type FrameCosts = { frame: RingBuffer; streaming: RingBuffer; minds: RingBuffer; render: RingBuffer }

/** The game. */
export type Game = {
  run: GameRun
  runs: StoreApi<{ number: number }>
  camera: CameraPose
  /** How the eye stands to a talk: 0 behind the player .. 1 beside both; radians it still has to turn; with whom; where the middle of the uncovered picture is; radians it is turned for that. */
  framing: { aside: number; turn: number; partnerId: string | null; free: { readonly x: number; readonly y: number } | null; left: number; down: number }
  /** What plays the world's sound; null before the first press and where there is none. */
  hearing: Hearing | null
  /** Where the player looks, ahead of the ticks: radians. */
  look: { yaw: number; pitch: number }
  step: FixedStep
  /** What makes the world go on; null until it is read. */
  tickWorld: typeof tickWorld | null
  /** What talks on the screen and trips to the mind are made of; read with the tick. */
  talking: typeof Talk | null
  thinking: typeof Thoughts | null
  timeScale: number
  paused: boolean
  flight: Flight | null
  input: Input
  minds: MindsLink
  worlds: WorldStore
  pool: TerrainPool
  /** Resolves after the first picture and tick; what these do not need is read then. */
  firstFrame: Promise<void>
  /** Whether stored worlds and memories are left alone, unread and unwritten. */
  fresh: boolean
  hud: StoreApi<HudState>
  talk: StoreApi<TalkState>
  settings: StoreApi<Settings>
  costs: FrameCosts
  frameCount: number
  lastRender: RenderReport
  /** Seconds of play since the interface was last told, and since the world was last kept. */
  /** Watches what frames take while the preset of quality is left to the machine. */
  governor: QualityGovernor
  sinceHud: number
  sinceSave: number
  /** Called after each frame, once; for whoever waits for a picture. */
  afterFrame: Array<() => void>
  setPaused(paused: boolean): void
  /** Runs a tick before its time, so that talk does not wait for the next picture. */
  lendTick(): void
}
