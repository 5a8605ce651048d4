/** The console interface, `window.percipi`: one door for scripts, tests and benchmarks. Units: metres, seconds, radians, milliseconds, bytes. */
import type { Spread } from '#core/ring-buffer.ts'
import type { EndpointSettings, ProbeReport } from '#minds/language-model.ts'
import type { Deliberation } from '#minds/deliberation/deliberation.ts'
import type { MemoryView } from '#minds/memory/memory.ts'
import type { PlaceView } from '#worldgen/land.ts'
import type { Crossing } from '#worldgen/roads/road.ts'
import type { SpeciesId } from '#worldgen/scatter/species.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { FlightReport } from './flight.ts'
import type { ReplayReport } from './replay.ts'
import type { PersonView } from './session.ts'

/** A settlement as the console tells it. */
export type SettlementView = Pick<SettlementPlan, 'id' | 'name' | 'culture' | 'kind' | 'x' | 'z' | 'radius' | 'trade' | 'lore'> & {
  meters: number
  buildings: Array<{ id: string; kind: string; x: number; z: number }>
  /** What there is outdoors: fields, benches, the burying ground. */
  spots: Array<{ kind: string; x: number; z: number }>
  people: number
  /** Who lies in its burying ground and where, and who was born here, with the days on which that was (the first is 0). */
  graves: Array<{ name: string; x: number; z: number; day: number }>
  births: Array<{ name: string; day: number }>
  /** What is being played out before the player's eyes: births, burials, quarrels, and where. */
  scenes: Array<{ kind: string; x: number; z: number }>
}

/** A place as the land tells it, with what the world knows of it: its dead and newborn in the lore, and the words on the grave one stands at. */
export type DescribedPlace = PlaceView & { grave: string | null }

/** A thing that grows or lies in the land. */
export type PlantView = { species: SpeciesId; x: number; z: number }

/** A road: its points as x0, z0, x1, z1, …, and where it crosses rivers. */
export type RoadView = { id: string; width: number; points: number[]; crossings: Array<Pick<Crossing, 'kind' | 'x' | 'z' | 'alongX' | 'alongZ' | 'span' | 'level' | 'water'>> }

/** What `deliberate` tells: every branch of thought with its worth, why it was dropped, and what would have changed the choice. */
export type DeliberationView = Deliberation & { personId: string; ms: number }

/** What came of saying something. */
export type SayReport = { reply: string; thought: string | null; did: string | null; recalled: string[]; source: 'model' | 'builtin' | 'fallback'; ms: number }

/** Everything one can ask of `state()`. */
export type ConsoleState = {
  seed: string
  time: { worldSeconds: number; day: number; hour: number; season: string; weather: string }
  player: { x: number; y: number; z: number; yaw: number; pitch: number; grounded: boolean; swimming: boolean; /** Pennies. */ purse: number; satchel: Array<{ good: string; count: number; parcelFor: string | null }> }
  terrain: { drawn: number; resident: number; pending: number; cachedBytes: number; residentBytes: number; built: number; dropped: number; holes: number }
  frame: { count: number; cpu: Spread; streaming: Spread; minds: Spread; render: Spread; longTasks: number }
  render: { calls: number; triangles: number; geometries: number; textures: number; programs: number }
  people: Array<{ id: string; name: string; role: string; settlement: string; x: number; y: number; z: number; activity: string; thought: string | null; mood: string; fidelity: 'near' | 'far' }>
  model: { provider: string; model: string; tier: number; tokensPerSecond: number; inFlight: number; queued: number; calls: number; failures: number; tokensIn: number; tokensOut: number; costEstimate: number | null; paused: boolean }
  memory: { people: number; memories: number; pendingWrites: number; storageBytes: number | null }
}

/** The interface. Everything returned is plain, cloneable data; wrong arguments reject or throw with a sentence. */
export interface PercipiConsole {
  version: string
  /** Ground underfoot and the horizon are drawn; input works. */
  ready: Promise<void>
  state(): ConsoleState
  /** Eats, drinks or sleeps on one piece of a good that is carried, by its name in `state().player.satchel`. */
  use(good: string): void
  /** Resolves when the ground underfoot is drawn. */
  teleport(x: number, z: number): Promise<void>
  look(yaw: number, pitch: number): void
  fly(to: { x: number; z: number }, options: { metersPerSecond: number; height?: number }): Promise<FlightReport>
  heightAt(x: number, z: number): number
  describe(x: number, z: number): DescribedPlace
  settlements(x: number, z: number, radius: number): SettlementView[]
  /** Roads within `radius` metres, at most 8,000. */
  roads(x: number, z: number, radius: number): RoadView[]
  /** What grows and lies within `radius` metres, at most 200. */
  plants(x: number, z: number, radius: number): PlantView[]
  person(id: string): Promise<PersonView>
  /** Newest first, or recalled for the query with the parts of its score. */
  memories(id: string, query?: string): Promise<MemoryView[]>
  /** Goes up to the person if need be, speaks, and resolves with the reply. */
  say(id: string, text: string): Promise<SayReport>
  /** Weighs a question as the person would, with 1 to 50 branches or as many as its mind can bear; changes nothing. */
  deliberate(id: string, question: string, branches?: number): Promise<DeliberationView>
  setSeed(seed: string): Promise<void>
  setEndpoint(endpoint: EndpointSettings): Promise<ProbeReport>
  setQuality(preset: 'low' | 'medium' | 'high' | 'ultra'): void
  /** What is left out is no limit; `moneyPerDay` in the money of the prices typed in. Kept in the settings. */
  setBudget(budget: { tokensPerMinute?: number; tokensPerDay?: number; moneyPerDay?: number; paused?: boolean }): void
  /** Trouble on purpose for every model in use: the share of calls, 0..1, that are dropped, refused with 429, garbled, or held back for thirty seconds; null, or a share of 0, ends it. */
  setChaos(chaos: { share: number; kinds?: Array<'drop' | 'refuse' | 'garbage' | 'stall'> } | null): void
  pause(): void
  resume(): void
  /** 0.1..60 times the normal pace. */
  setTimeScale(scale: number): void
  setTime(hour: number): void
  setWeather(weather: string): void
  /** Runs the simulation ahead, faster than real time. */
  advance(worldSeconds: number): Promise<void>
  /** Puts the run on record from here on: its state, everything that is asked of it tick by tick, and what minds were asked and answered; never a key. */
  record(): Promise<void>
  stopRecording(): Promise<Blob>
  /** Lives a recorded run again on the screen; the present world is kept as it is. */
  replay(file: Blob): Promise<void>
  /** Lives it again out of sight and compares the whole state every thousand ticks. */
  checkRecording(file: Blob): Promise<ReplayReport>
  /** Lets the answers of a recording be given again to whoever is asked the same, each after as many ticks as it took; null gives back what was chosen. Resolves with how many answers there are. */
  answerFrom(file: Blob | null): Promise<number>
  exportWorld(): Promise<Blob>
  importWorld(file: Blob): Promise<void>
  /** Wipes what is kept of this world and begins it anew. */
  forget(): Promise<void>
}
