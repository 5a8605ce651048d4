/** One running game in one tab: its parts, and what the view may read and ask. */
import type { GoodId } from '#simulation/trade/goods.ts'
import type { BadMemory, Feeling } from '#minds/private-view.ts'
import type { DeliberationView } from './console-types.ts'
import type { Chunk, ChunkCoordinate } from '#worldgen/chunk.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { NpcId } from '#core/ids.ts'
import type { Spread } from '#core/ring-buffer.ts'
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import type { Chaos, EndpointSettings, ProbeReport, ProbeStep, Trial } from '#minds/language-model.ts'
import type { MemoryView } from '#minds/memory/memory.ts'
import type { Appointment } from '#simulation/appointments/appointment.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { Ground } from '#simulation/physics/ground.ts'
import type { World } from '#simulation/world.ts'
import type { RoadScout } from '#streaming/road-scout.ts'
import type { TerrainStream } from '#streaming/terrain-stream.ts'
import type { Land } from '#worldgen/land.ts'
import type { HudState, PanelId, TalkState } from './hud-state.ts'
import type { BrowserModelDesk } from './browser-model-desk.ts'
import type { ProfileDesk } from './profiles.ts'
import type { TabModelDesk } from './tab-model-desk.ts'
import type { Settings } from './settings.ts'
import type { LadderView, Tally } from './trial.ts'
import type { SignInWish } from './sign-in.ts'

/** The eye: metres and radians, after collision with the ground. */
export type CameraPose = { x: number; y: number; z: number; yaw: number; pitch: number; fieldOfView: number; aspect: number; mode: 'first' | 'third' }

/** One world being lived in; replaced as a whole when the seed changes. */
export type Run = {
  /** Counts up with every swap: a React key. */
  readonly number: number
  readonly seed: string
  readonly land: Land
  readonly ground: Ground
  readonly world: DeepReadonly<World>
  readonly terrain: TerrainStream
  /** What of the roads around is known: whoever looks far for them asks first. */
  readonly roads: Pick<RoadScout, 'isKnown'>
  /** Share of a tick that has passed since the last one: bodies are drawn at lerp(previous, now, alpha). */
  readonly alpha: number
  /** When the player last drank, in the seconds of this run. */
  readonly drankSeconds: number
  /** The last thought of each person for which futures were weighed. */
  readonly weighed: ReadonlyMap<string, ThoughtResult>
  /** Seconds since this run began, stopping in pause: for wind and waves. */
  readonly seconds: number
  /** What all drawn positions are relative to: multiples of 1,024 m near the camera. */
  readonly origin: { readonly x: number; readonly z: number }
}

/** What drawing one frame cost and counted, told by the view after each frame. */
export type RenderReport = { renderMs: number; calls: number; triangles: number; geometries: number; textures: number; programs: number }

/** Everything the person panel shows. */
export type PersonView = {
  npc: DeepReadonly<Npc>
  mood: string
  /** Relations with names. */
  relations: Array<{ id: string; name: string; kinship: string | null; warmth: number; trust: number; respect: number; fear: number; debt: number; familiarity: number; lastReason: string; hasDied: boolean }>
  /** What the person takes to be so, the latest first, with the way each came. */
  beliefs: BeliefView[]
  /** Meetings and promises, by the person and to it, the latest first. */
  words: GivenWordView[]
  /** Own feelings and bad memories as the person knows them, and what many days have weighed, 0..1. */
  feelings: Feeling[]
  badMemories: BadMemory[]
  load: number
  home: string
  workplace: string
  lastThought: ThoughtResult | null
  /** The last thought for which futures were weighed. */
  lastWeighed: ThoughtResult | null
  memories: MemoryView[]
}

/** A word given as the inspector shows it: `isOwn` where the person itself promised, `other` the name of the other one. */
export type GivenWordView = Pick<Appointment, 'id' | 'kind' | 'what' | 'atSeconds' | 'state'> & { isOwn: boolean; other: string }

/** A belief as the inspector shows it: `chain` are the names it came through, the nearest first; none where the person saw it itself. */
export type BeliefView = { id: number; text: string; confidence: number; chain: string[]; isWhole: boolean; doubters: string[]; isSecret: boolean; hasEnded: boolean; bent: readonly string[] }

/** A person near the player, at a glance. */
export type PersonGlance = {
  id: NpcId
  name: string
  role: string
  settlement: string
  activity: string
  meters: number
  /** Where it is seen from the player: radians from straight ahead, positive to the left, −π..π. */
  bearing: number
  /** Inside a building: known, not seen. */
  indoors: boolean
}

/** The stick drawn under a thumb: where it was put down and how far it is pushed, −1..1 each; page pixels. */
export type TouchStick = { originX: number; originY: number; right: number; forward: number }

/** What the drawn buttons of a touch screen do; the input answers. */
export type TouchControls = { press(button: 'jump' | 'dive' | 'run', down: boolean): void; stick(): TouchStick | null }

/** The game, as the view and the console see it. */
export type Session = {
  readonly run: Run
  /** Counts runs; changes when the seed is swapped. */
  readonly runs: StoreApi<{ number: number }>
  readonly camera: CameraPose
  /** What the world is drawn on and the hands act on. */
  readonly canvas: HTMLCanvasElement
  readonly hud: StoreApi<HudState>
  readonly talk: StoreApi<TalkState>
  readonly settings: StoreApi<Settings>
  readonly touchControls: TouchControls
  /** Advances everything by one frame; `seconds` since the last one. Called by the one simulating useFrame, before any view's. */
  runFrame(seconds: number): void
  reportRender(report: RenderReport): void
  /** Resolves after the first picture, or when none came for some seconds, and the first tick: what these do not need begins then. */
  readonly firstFrame: Promise<void>
  /** Whether the world in the picture has been let go already, and the next has not begun. */
  readonly isLeaving: boolean
  /** Whether the land in the picture was there once since the world began. */
  readonly isLandShown: boolean
  /** The view tells the size of its picture. */
  setAspect(aspect: number): void
  /** The view tells where, during a talk, the middle of what no sheet covers is, in shares of the picture from its upper left; null while nobody talks. */
  keepFree(middle: { readonly x: number; readonly y: number } | null): void
  openTalk(npcId: NpcId): void
  /** Drinks from the water at one's feet, if it is fresh. */
  drink(): void
  /** Eats, drinks or sleeps on one piece of what is carried. */
  consumeCarried(goodId: GoodId): void
  /** Puts all of it down for good, or the parcel for somebody. */
  putDown(goodId: GoodId, parcelFor: NpcId | null): void
  say(text: string): void
  /** Keeps what is typed in the talk and not said yet. */
  type(text: string): void
  /** The last line of the talk is taken back and said in other words. */
  sayDifferently(): void
  closeTalk(): void
  openPanel(panel: PanelId | null, inspectedId?: NpcId): void
  dismissNotice(id: number): void
  notify(tone: 'quiet' | 'warning' | 'error', text: string, action?: { readonly label: string; run(): void }): void
  setSeed(seed: string): Promise<void>
  /** A link to this place in this world. */
  shareLink(): string
  changeSettings(change: Partial<Settings>): void
  setEndpoint(endpoint: EndpointSettings): Promise<void>
  /** Minds under names: made, used, changed, deleted, carried away. */
  profiles(): Promise<ProfileDesk>
  /** Lets something else think for a while in place of what was chosen; null gives that back. */
  tryMind(trial: Trial | null): Promise<void>
  /** Lets the answers of a recording be given again, each at its tick; null gives back what was chosen. Resolves with how many there are. */
  answerFrom(file: Blob | null): Promise<number>
  /** Makes trouble on purpose for every model; null ends it. */
  setChaos(chaos: Chaos | null): Promise<void>
  /** The ladder of speeds, and where one in tokens a second stands on it. */
  ladder(tokensPerSecond: number): Promise<LadderView>
  /** What has been thought in this run so far. */
  tally(): Promise<Tally>
  /** Leaves for a service to sign in there; comes back with a key for the profile. Rejects with a sentence. */
  signIn(wish: SignInWish): Promise<void>
  /** The model that this browser has of its own, if it has one. */
  browserModel(): Promise<BrowserModelDesk>
  /** Model files that run in this tab. */
  tabModels(): Promise<TabModelDesk>
  /** Brings a kept model file into memory; resolves with what came of it, in words. */
  loadTabModel(name: string): Promise<{ ok: boolean; message: string }>
  /** Stops whatever model file is being loaded. */
  stopLoading(): void
  testEndpoint(endpoint: EndpointSettings, onStep: (step: ProbeStep) => void): Promise<ProbeReport>
  /** People within a walk of the player, nearest first. */
  peopleNear(): PersonGlance[]
  /** Turns the eye towards a person. */
  lookAt(npcId: NpcId): void
  person(npcId: NpcId): Promise<PersonView | null>
  /** Weighs a question as the person would, in so many branches of thought; changes nothing. */
  weighQuestion(npcId: NpcId, question: string, branches: number): Promise<DeliberationView>
  /** Puts a thought into somebody's head; rejects with a sentence when that cannot be. */
  whisper(npcId: NpcId, text: string): Promise<void>
  /** One person as a file, and back; rejects with a sentence when that cannot be, and then nothing was changed. */
  exportPerson(npcId: NpcId): Promise<Blob>
  importPerson(npcId: NpcId, file: Blob): Promise<void>
  /** Lets a person stand still and think nothing until released. */
  freezePerson(npcId: NpcId, frozen: boolean): Promise<void>
  findMemories(npcId: NpcId, query: string | null): Promise<MemoryView[]>
  pinMemory(id: string, pinned: boolean): Promise<void>
  rewordMemory(id: string, text: string): Promise<void>
  /** Takes back the last memory that was forgotten or reworded. */
  undoMemory(npcId: NpcId): Promise<void>
  forgetMemory(id: string): Promise<void>
  setPaused(paused: boolean): void
  setHour(hour: number): void
  /** Whether bad memories form and show in this world. */
  setBadMemories(enabled: boolean): void
  /** A piece of the land that is not streamed, for a map of it; rejects when the country is left or no worker can. */
  buildLandTile(coordinate: ChunkCoordinate): Promise<Chunk>
  exportWorld(): Promise<Blob>
  importWorld(file: Blob): Promise<void>
  /** Puts what happens from here on on record. */
  startRecording(): Promise<void>
  /** Ends the record and gives it as a file. */
  stopRecording(): Promise<Blob>
  /** Lives a recorded run again; the present world is kept as it is. */
  replay(file: Blob): Promise<void>
  forgetWorld(): Promise<void>
  /** Seeds of the other worlds that are kept in this browser. */
  otherWorlds(): Promise<string[]>
  /** Wipes them, but not those that another tab keeps; resolves with how many. */
  forgetOtherWorlds(): Promise<number>
  /** Keeps the world in this tab from now on, from where the other tab is that kept it. */
  keepHere(): Promise<void>
  /** Reads anew what the browser says of its storage. */
  refreshStorage(): Promise<void>
  /** Asks the browser not to clear what is kept; resolves with whether it promises, null where it cannot be asked. */
  askBrowserToKeep(): Promise<boolean | null>
  /** Whether developers look on: counts are shown, and shaders are asked whether they are sound. */
  readonly dev: boolean
  /** What the last picture took. */
  readonly lastRender: RenderReport
  frameSpreads(): { frame: Spread; streaming: Spread; minds: Spread; render: Spread }
  dispose(): void
}
