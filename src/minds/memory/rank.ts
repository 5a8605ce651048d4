/** What bends relevance, within bounds: recency, importance, mood, presence; and what keeps ten results from saying one thing ten times. */
import { clamp } from '#core/scalar.ts'
import type { MemoryKind } from './memory.ts'
import type { Mood } from '#simulation/npc/npc.ts'

/** World seconds in which the recency of a memory halves; never for pins. */
const DAY = 86_400
const HALF_LIFE_SECONDS: { readonly [K in MemoryKind]: number } = {
  perceived: 3 * DAY, did: 3 * DAY, thought: 3 * DAY, dream: 3 * DAY, said: 20 * DAY, heard: 20 * DAY, fact: 90 * DAY, reflection: 90 * DAY, wound: 90 * DAY,
}

/** How far each part may bend relevance. */
const RECENCY_SPAN = 0.2
const IMPORTANCE_SPAN = 0.3
const MOOD_SPAN = 0.15
const PRESENCE_SPAN = 0.1
/** Weight of relevance against novelty in `diversify` (maximal marginal relevance, Carbonell & Goldstein 1998). */
const RELEVANCE_SHARE = 0.7

/** 1 now .. 0 long ago; 0.5 when unknown, which bends nothing. */
export function recencyOf(memory: { time: number | null; kind: MemoryKind; pinned: boolean }, now: number | null): number {
  if (memory.pinned) return 1
  if (now === null || memory.time === null) return 0.5
  return Math.pow(0.5, Math.max(0, now - memory.time) / HALF_LIFE_SECONDS[memory.kind])
}

/** −1 contrary .. 1 alike, from pleasure and arousal; 0 when either is even. */
export function moodFit(felt: Mood | null, mood: Mood | null): number {
  if (!felt || !mood) return 0
  return clamp(felt.pleasure * mood.pleasure + 0.5 * felt.arousal * mood.arousal, -1, 1)
}

/** The factor on relevance; always within 0.65 .. 1.6 of it, so that relevance leads. */
export function boostOf(parts: { recency: number; importance: number; mood: number; presence: number }): number {
  return (1 + RECENCY_SPAN * (parts.recency - 0.5)) * (1 + IMPORTANCE_SPAN * (parts.importance - 0.5)) * (1 + MOOD_SPAN * parts.mood) * (1 + PRESENCE_SPAN * parts.presence)
}

/** Picks `k` of `candidates` (best first) so that each adds something: relevance less likeness to those picked before. Order is the order of picking. */
export function diversify<C extends { score: number; terms: ReadonlySet<string> }>(candidates: readonly C[], k: number): C[] {
  const top = candidates[0]?.score ?? 0
  if (top <= 0) return candidates.slice(0, k)
  const rest = candidates.map((candidate) => ({ candidate, likeness: 0 }))
  const picked: C[] = []
  while (picked.length < k && rest.length > 0) {
    let best = 0
    let bestValue = -Infinity
    for (let i = 0; i < rest.length; i++) {
      const { candidate, likeness } = rest[i]!
      const value = RELEVANCE_SHARE * (candidate.score / top) - (1 - RELEVANCE_SHARE) * likeness
      if (value > bestValue) {
        bestValue = value
        best = i
      }
    }
    const [taken] = rest.splice(best, 1)
    if (!taken) break
    picked.push(taken.candidate)
    for (const other of rest) other.likeness = Math.max(other.likeness, likeness(taken.candidate.terms, other.candidate.terms))
  }
  return picked
}

/** Share of words in common beyond a half, 0..1: only near repetitions count as alike, a common topic does not. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const term of small) if (large.has(term)) common++
  return Math.max(0, (2 * common) / (a.size + b.size) - 0.5) * 2
}
