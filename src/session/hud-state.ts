/** The slow facts that the interface shows, published a few times a second. */
import type { NpcId } from '#core/ids.ts'
import type { Chaos, ModelLoading, ModelStatus, Trial } from '#minds/language-model.ts'
import type { MemoryStatus, ThoughtResult } from '#minds/minds-protocol.ts'
import type { Hands } from '#platform/input/input.ts'
import type { BrowserStorage } from '#platform/storage/browser-storage.ts'
import type { GoodId } from '#simulation/trade/goods.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'

/** Panels that can be open; never more than one. */
export type PanelId = 'settings' | 'seed' | 'person' | 'help' | 'people' | 'map' | 'ladder' | 'satchel'

/** Words to the player about something that happened, with what to do; stays until dismissed or `untilMs` is past. It may offer to do something, once; `keep-here` is to keep the world in this tab. */
export type Notice = { id: number; tone: 'quiet' | 'warning' | 'error'; text: string; untilMs: number | null; action: NoticeAction | null }

/** What a notice offers. */
export type NoticeAction = 'keep-here' | { readonly label: string; run(): void }

/** What is being tried, and what thought before: who, and how fast it was measured. */
export type TriedMind = { trial: Trial; before: { name: string; tokensPerSecond: number } }

/** What the player carries, in words: the purse, whether they are well fed, and each kind of thing with what can be done with it. */
export type SatchelState = { pennies: number; purse: string; isFed: boolean; items: Array<{ goodId: GoodId; words: string; use: 'Eat' | 'Drink' | 'Sleep' | null; parcelFor: { id: NpcId; name: string } | null }> }

/** What the interface shows. */
export type HudState = {
  phase: 'starting' | 'ready' | 'swapping' | 'failed'
  /** Why it failed and what to do, when `phase` is `failed`. */
  failure: string | null
  seed: string
  day: number
  hour: number
  season: string
  weather: string
  /** Where the player is, in words. */
  place: { region: string; settlement: string | null; landmark: string | null; biome: string }
  /** Radians, for the compass. */
  yaw: number
  /** The person close enough to be spoken to, most in front first. */
  near: { id: NpcId; name: string; role: string; activity: string; meters: number } | null
  /** What the player could drink from, in words. */
  drink: string | null
  /** What stands on the grave one stands before. */
  grave: string | null
  /** What the player carries; null until the world lives. */
  satchel: SatchelState | null
  paused: boolean
  swimming: boolean
  pointerLocked: boolean
  /** What the player steers with now. */
  hands: Hands
  panel: PanelId | null
  /** Whom the person panel shows. */
  inspectedId: NpcId | null
  model: ModelStatus
  /** A model file on its way into memory; null when none is. */
  loading: ModelLoading | null
  /** What thinks for a while in place of what was chosen; null when nothing does. */
  trial: TriedMind | null
  /** Trouble on purpose; null while there is none, as at first. */
  chaos: Chaos | null
  memory: MemoryStatus
  /** Why the world itself could not be kept when that was tried last; null while it can. */
  worldProblem: string | null
  /** Which tab keeps this world; nobody on a visit that leaves what is kept alone. */
  keeper: 'this-tab' | 'other-tab' | 'nobody'
  /** What the browser says of its storage. */
  storage: BrowserStorage
  /** Whether this run is put on record, or lives a recording again; `astray`: it does, and is not the same any more. */
  recording: 'none' | 'recording' | 'replaying' | 'astray'
  notices: Notice[]
  chunks: { drawn: number; resident: number; pending: number }
}

/** A talk as the interface shows it. */
export type TalkState = {
  npcId: NpcId | null
  name: string
  role: string
  turns: Turn[]
  /** Those who stand in the talk beside the two, who may speak and be spoken to by name. */
  others: Array<{ id: NpcId; name: string }>
  /** First names of everybody who has spoken in it. */
  names: { [actorId: string]: string }
  /** Whose words are streaming in or awaited, when it is not the partner. */
  speaker: string | null
  /** Words that are streaming in; null when nobody speaks. */
  partial: string | null
  /** Whether an answer is awaited. */
  waiting: boolean
  /** The person's last inner line. */
  thought: string | null
  suggestions: string[]
  /** What was typed before and not said, when the talk began. */
  unsaid: string
  /** What is behind the last reply. */
  lastResult: ThoughtResult | null
  /** Set when the talk ended: why, in words. */
  ended: string | null
}
