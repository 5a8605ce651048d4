/** What one person knows of itself and its moment: the only thing that thoughts and prompts are made from. */
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Proposal, Purpose } from '#simulation/appointments/appointment.ts'
import type { EmotionKind } from '#simulation/affect/affect.ts'
import type { Turn } from '#simulation/conversations/conversation.ts'
import type { Mood, Needs, Temperament, WeighedOption } from '#simulation/npc/npc.ts'
import type { Deal } from '#simulation/trade/deal-record.ts'
import type { GoodId } from '#simulation/trade/goods.ts'
import type { SkillId } from '#simulation/skills/index.ts'

/** What people call a player whose name they never heard. */
export const STRANGER = 'the stranger'

/** Someone this person knows, and what it knows of them. */
export type KnownPerson = {
  id: ActorId
  name: string
  /** Null where it cannot be told. */
  sex: 'female' | 'male' | null
  age: number
  trade: string
  kinship: 'spouse' | 'parent' | 'child' | 'sibling' | null
  warmth: number
  trust: number
  familiarity: number
  lastReason: string
  /** Where they live and work, in words ("the mill by the water"). */
  home: string
  workplace: string
  /** In sight now: what they are doing; else null. */
  doing: string | null
  /** Who of those one knows is their kin: a place knows its families. */
  kin?: ReadonlyArray<{ id: ActorId; kinship: NonNullable<KnownPerson['kinship']> }>
}

/** An emotion of the moment: how strong it is now, 0..1, and what brought it about ("the stranger threatened me"). */
export type Feeling = { kind: EmotionKind; intensity: number; cause: string; aboutId: ActorId | null }

/** A bad memory: of what, what can call it back, whether it has just come back, and how far one is over it, 0..1. */
export type BadMemory = { of: string; cues: string[]; isBack: boolean; growth: number }
/** Something the person takes to be so, as it may say it to whoever it talks with; what it keeps to itself is not among them. */
export type HeldBelief = {
  id: number
  /** A clause in its own words, to the partner: “I” and “you” are who they are. Whom it protects is left out. */
  text: string
  about: ActorId[]
  /** 0..1. */
  confidence: number
  /** From whom; null when it saw it itself. */
  fromId: ActorId | null
  fromName: string | null
  hops: number
  happenedSeconds: number
  learntSeconds: number
  /** How much it wants to tell the partner, 0..1; 0 when they know. */
  wish: number
  /** Who said otherwise. */
  doubters: string[]
}

/** A word given: a meeting, what somebody promised, or what this person vowed. `missed`: the other did not come; `broken`: this person did not. */
export type GivenWord = { kind: 'meet' | 'promise' | 'vow'; purpose: Purpose; withId: ActorId; what: string; atSeconds: number; madeSeconds: number; state: 'agreed' | 'waiting' | 'kept' | 'missed' | 'broken' | 'forgiven' }

/** What came of a trade, with the name of whom an errand is to, or a parcel is from. */
export type DealView = Deal & { otherName: string; otherHome: string }

/** Somebody who died, as one knows of them; `grave` is where they lie or will lie from here. */
export type KnownDead = { id: ActorId; name: string; given: string; sex: 'female' | 'male' | null; age: number | null; kinship: KnownPerson['kinship']; warmth: number; diedSeconds: number; burialSeconds: number; isBuried: boolean; grave: { direction: string; meters: number } | null }

/** A child that was born of late, with its mother and, where there is one, its father. */
export type KnownInfant = { name: string; sex: 'female' | 'male'; bornSeconds: number; parents: Array<{ id: ActorId; name: string }> }

/** An option the person may lawfully choose now. */
export type OfferedOption = { number: number; skillId: SkillId; targetId: string | null; label: string }

/** The private view. Plain data; holds nothing this person could not know. */
export type PrivateView = {
  npcId: NpcId
  name: string
  given: string
  sex: 'female' | 'male'
  age: number
  trade: string
  home: string
  workplace: string
  temperament: Temperament
  needs: Needs
  mood: Mood
  activity: string
  why: string
  worldSeconds: number
  weather: string
  place: { x: number; z: number; name: string; biome: string; region: string }
  settlement: { name: string; culture: string; trade: string; lore: string[]; neighbours: Array<{ name: string; direction: string; meters: number }> }
  /** Where things are from here: buildings and people's houses, in words with direction and distance. */
  landmarks: Array<{ name: string; kind: string; direction: string; meters: number }>
  /** What has a name in the country around and people of this place know: their river, then landmarks, nearest first, then their roads, each as far as the place it leads to, with what is told of them. */
  country: Array<{ name: string; kind: string; story: string; direction: string; meters: number }>
  knows: KnownPerson[]
  /** Both the latest first. */
  dead: KnownDead[]
  infants: KnownInfant[]
  present: Array<{ id: ActorId; name: string; activity: string }>
  conversation: { id: number; partnerId: ActorId; partnerName: string; /** Who else speaks in it. */ others: Array<{ id: ActorId; name: string }>; /** What this person said and took back, not to be said again. */ unsaid: string[]; turns: Turn[]; telling: { beliefId: number; text: string } | null; /** Whether there is time for a longer talk than people otherwise have with each other. */ hasTime?: boolean; /** The meeting this person means to propose in it. */ proposal: Pick<Proposal, 'purpose' | 'place' | 'atSeconds'> | null; /** What came of what the player just said about a trade. */ deal?: DealView } | null
  /** The strongest first. */
  feelings: Feeling[]
  /** One's own only; none where the player wants none. */
  badMemories: BadMemory[]
  /** What the last choice went out of its way to avoid, and the bad memory behind it. */
  avoids: { what: string; of: string } | null
  /** The latest first. */
  beliefs: HeldBelief[]
  appointments: GivenWord[]
  weighed: WeighedOption[]
  offered: OfferedOption[]
  /** How much each lens of deliberation weighs, in the order of LENS_IDS. */
  lenses: number[]
  /** What everybody of the settlement could see of late and this person has not heard told: harvests, feasts, burials; the latest first. */
  seenOfLate?: Array<{ text: string; happenedSeconds: number }>
  /** What the person could sell the player now, and how many of each there are; given in talks with the player only. */
  wares?: Array<{ goodId: GoodId; left: number }>
}
