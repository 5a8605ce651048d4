/** What bends relevance, within bounds: recency, importance, mood, presence; and what keeps ten results from saying one thing ten times. */
import { hashString } from '#core/hash.ts'
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

/** 1 where it is about one of those who are there, else 0. */
export function presenceOf(about: readonly string[] | undefined, present: readonly string[] | undefined): number {
  if (!about || !present || present.length === 0) return 0
  return about.some((id) => present.includes(id)) ? 1 : 0
}

/** The factor on relevance; always within 0.65 .. 1.6 of it, so that relevance leads. */
export function boostOf(parts: { recency: number; importance: number; mood: number; presence: number }): number {
  return (1 + RECENCY_SPAN * (parts.recency - 0.5)) * (1 + IMPORTANCE_SPAN * (parts.importance - 0.5)) * (1 + MOOD_SPAN * parts.mood) * (1 + PRESENCE_SPAN * parts.presence)
}

/** The words of a memory, each once, with their numbers in order and as 64 bits, by which unlike memories are told apart quickly. */
export type Signature = { readonly terms: readonly string[]; readonly numbers: Int32Array; readonly low: number; readonly high: number }

/** The signature of different terms, numbered by `numberOf`. */
export function signatureOf(terms: readonly string[], numberOf: (term: string) => number): Signature {
  let low = 0
  let high = 0
  for (const term of terms) {
    const bit = hashString(term) & 63
    if (bit < 32) low |= 1 << bit
    else high |= 1 << (bit - 32)
  }
  return { terms, numbers: Int32Array.from(terms, numberOf).sort(), low, high }
}

/** By candidate: the most it is like one picked, with how many picked it was compared, whether it was picked. */
let alike = new Float64Array(64)
let compared = new Uint16Array(64)
let taken = new Uint8Array(64)

/** Picks `k` of candidates (`scores` best first, one for each signature) so that each adds something: relevance less likeness to those picked before. Returns their places, in the order of picking. */
export function diversify(scores: Float64Array, signatures: readonly Signature[], k: number): number[] {
  const count = signatures.length
  const top = count > 0 ? scores[0]! : 0
  const picked: number[] = []
  if (top <= 0) {
    for (let i = 0; i < k && i < count; i++) picked.push(i)
    return picked
  }
  if (count > alike.length) {
    alike = new Float64Array(2 * count)
    compared = new Uint16Array(2 * count)
    taken = new Uint8Array(2 * count)
  }
  alike.fill(0, 0, count)
  compared.fill(0, 0, count)
  taken.fill(0, 0, count)
  while (picked.length < k && picked.length < count) {
    let best = -1
    let bestValue = -Infinity
    for (let i = 0; i < count; i++) {
      if (taken[i] === 1) continue
      const relevance = RELEVANCE_SHARE * (scores[i]! / top)
      // best first: from here on nothing can win any more
      if (relevance <= bestValue) break
      // compared only with what was picked since it last had a chance
      for (; compared[i]! < picked.length; compared[i]!++) alike[i] = Math.max(alike[i]!, likeness(signatures[picked[compared[i]!]!]!, signatures[i]!))
      const value = relevance - (1 - RELEVANCE_SHARE) * alike[i]!
      if (value > bestValue) {
        bestValue = value
        best = i
      }
    }
    taken[best] = 1
    picked.push(best)
  }
  return picked
}

/** Share of words in common beyond a half, scaled to 0..2: a common topic costs nothing, saying the same again almost everything. */
function likeness(a: Signature, b: Signature): number {
  const sizes = a.terms.length + b.terms.length
  const mostCommon = Math.min(a.terms.length, b.terms.length)
  if (4 * mostCommon <= sizes) return 0
  // words that share a bit are counted once, so the estimate is given some room
  if (2.6 * (countBits(a.low & b.low) + countBits(a.high & b.high)) <= 0.5 * sizes) return 0
  const left = a.numbers
  const right = b.numbers
  let common = 0
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = left[i]! - right[j]!
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return Math.max(0, (2 * common) / sizes - 0.5) * 4
}

function countBits(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
