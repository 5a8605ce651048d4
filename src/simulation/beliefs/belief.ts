/** Beliefs: what a person takes to be so, how surely, and from whom it came. */
import type { ActorId, NpcId } from '#core/ids.ts'
import type { Claim } from './claim.ts'

/** How a claim may have changed on its way. */
export const MUTATIONS = ['number', 'place', 'person', 'cause'] as const
/** One of `MUTATIONS`. */
export type Mutation = (typeof MUTATIONS)[number]

/** Something a person takes to be so. */
export type Belief = {
  /** Counts up for each person, never used again. */
  id: number
  /** The matter: beliefs of different people, and differing ones, about one thing share it. */
  topic: string
  claim: Claim
  /** 0..1. */
  confidence: number
  /** 0..1: how much it matters to people here. */
  importance: number
  /** 0 anybody may know .. 1 told to nobody. */
  secrecy: number
  /** Null: seen or done by oneself. Else from whom, and which belief of theirs (null for the player, who keeps none). */
  source: { fromId: ActorId; beliefId: number | null } | null
  /** Where it began: the happening (null when somebody only said so) and the first who told of it. */
  root: { happeningId: number | null; firstId: ActorId }
  /** First tellers already counted as confirming it, the own root among them. */
  roots: ActorId[]
  /** How many mouths it went through. */
  hops: number
  mutations: Mutation[]
  /** When it happened, and when it was learnt, world seconds. */
  happenedSeconds: number
  learntSeconds: number
  /** Who, as far as this person knows, knows it already. */
  knownBy: ActorId[]
  /** Who said otherwise. */
  against: Array<{ fromId: ActorId; beliefId: number | null }>
  /** Since when something else is believed in its place; null while it holds. */
  endedSeconds: number | null
}

/** What reaches a person, before it is a belief of theirs. */
export type Tidings = Pick<Belief, 'topic' | 'claim' | 'confidence' | 'importance' | 'secrecy' | 'source' | 'root' | 'hops' | 'mutations' | 'happenedSeconds'>

/** What is told in a talk: by whom, which of their beliefs, and as what; `said` differs from what is believed when it was bent or is a lie. */
export type Telling = { tellerId: NpcId; beliefId: number; said: Claim; mutation: Mutation | null; lie: boolean }
