/** What a deliberation leaves behind: every branch with its worth, why it was dropped and what would have changed the choice. Plain data, for eyes and recordings. */
import type { LensId } from '#simulation/npc/lenses.ts'
import type { SkillId } from '#simulation/skills/skill-id.ts'
import type { MatterKind } from './matter-at-hand.ts'
import type { Worth } from './roll-out.ts'

/** One thought of what to do. */
export type Branch = {
  /** Its place in the order of thinking, from 0. */
  id: number
  /** From where it came. */
  origin: LensId | 'model'
  /** Its steps in words, "help Anna, then sleep on it", and singly. */
  label: string
  steps: Array<{ act: string; skillId: SkillId; targetId: string | null; label: string }>
  /** Why one thought of it, in the person's own words. */
  because: string
  /** Futures tried. */
  samples: number
  /** Mean worth less the price of risk; null where no future was tried. */
  score: number | null
  worth: Worth | null
  /** Price of risk: how far the worst fifth of its futures lies below the mean, weighed. */
  risk: number
  /** The round in which it was dropped, 0 at once; null for the one chosen. */
  diedInRound: number | null
  death: string | null
  /** The smallest change that would have made this the choice, for the few that came near; else null. */
  flip: string | null
}

/** A whole deliberation. */
export type Deliberation = {
  question: string
  matter: { kind: MatterKind; words: string }
  branches: Branch[]
  /** Rounds of sequential halving: how many branches were alive, how many futures each was given, and how many of them had grown out of the best of the round before. */
  rounds: Array<{ alive: number; samples: number; grown: number }>
  /** Id of the branch acted on; null when nothing was left. */
  chosen: number | null
  /** How content the choice is expected to make within two hours, against now. */
  expected: number
  /** Futures tried in all, and steps in them. */
  rollouts: number
  steps: number
}
