/** Words from lines: slots filled, choice seeded, nothing said twice. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { Lines, Manner } from './manner.ts'
import { remembered } from './remembered.ts'

/** What slots hold; a missing one makes its lines unsayable. `{Slot}` is `{slot}` with a capital. */
export type Slots = { readonly [slot: string]: string | null | undefined }

/** Slots that may be empty without spoiling a line. */
const SOFT: ReadonlySet<string> = new Set(['reason', 'ask', 'lately', 'knows', 'reasonLiked', 'relation', 'lore', 'tail'])
/** Trigram similarity from which two lines count as the same. */
const REPEAT_SIMILARITY = 0.6

/** Where choice comes from: equal dice, equal words. */
export type Dice = { readonly seed: number }

/** Dice of one thought of one person. */
export function diceOf(npcId: string, thoughtId: number): Dice {
  return { seed: hashCell(hashString(npcId), thoughtId) }
}

/** A number from 0 (included) to 1 (excluded), by purpose. */
export function roll(dice: Dice, purpose: string): number {
  return hashCell(dice.seed, hashString(purpose)) / 4294967296
}

/** The line with its slots filled; null when a slot that it needs is empty. */
function fillLine(line: string, slots: Slots): string | null {
  let missing = false
  const text = line.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const lower = slot.charAt(0).toLowerCase() + slot.slice(1)
    const value = slots[slot] ?? slots[lower]
    if (!value) {
      if (!SOFT.has(lower)) missing = true
      return ''
    }
    return slot === lower ? value : capitalise(value)
  })
  return missing ? null : tidyLine(text)
}

/** How a line is chosen. `fondness` (0..1) says how much the person is given to a line, `phrase` puts it in their words before its slots are filled. */
export type Choice = { dice: Dice; purpose: string; recent: readonly string[]; fondness?: (line: string) => number; phrase?: (line: string) => string }

/** Share of a person's own taste in the order of lines; the rest is chance. */
const FONDNESS_SHARE = 0.35

/**
 * One line of `lines` for this manner, filled: the person's own manner before `any`, in an order of taste and seeded chance, skipping what was said of late.
 * Null when nothing new can be said.
 */
export function chooseLine(lines: Lines, voice: { manner: Manner }, slots: Slots, choice: Choice): string | null {
  const own = shuffled(lines[voice.manner] ?? [], choice, choice.purpose)
  const common = shuffled(lines.any ?? [], choice, `${choice.purpose} any`)
  for (const line of [...own, ...common]) {
    const text = fillLine(choice.phrase?.(line) ?? line, slots)
    if (text !== null && !choice.recent.some((said) => isRepeat(text, said))) return text
  }
  return null
}

/** Whether `text` says again what `said` said: as a whole, or as one of its sentences. */
export function isRepeat(text: string, said: string): boolean {
  if (trigramSimilarity(text, said) > REPEAT_SIMILARITY) return true
  const sentences = sentencesOf(said)
  if (sentences.length < 2) return false
  return sentencesOf(text).some((mine) => mine.length > 12 && sentences.some((other) => trigramSimilarity(mine, other) > REPEAT_SIMILARITY + 0.15))
}

/** Sentences of a text, trimmed. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+/).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** Share of letter triples in common, 0..1 (Dice's coefficient). */
export function trigramSimilarity(a: string, b: string): number {
  const left = trigrams(a)
  const right = trigrams(b)
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0
  let common = 0
  for (const gram of left) if (right.has(gram)) common++
  return (2 * common) / (left.size + right.size)
}

const trigrams = remembered(trigramsOf)

function trigramsOf(text: string): Set<string> {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= plain.length; i++) grams.add(plain.slice(i, i + 3))
  return grams
}

function shuffled(lines: readonly string[], { dice, fondness }: Choice, purpose: string): string[] {
  return lines.map((line, i) => ({ line, order: unitOf(hashCell(dice.seed, hashString(purpose), i)) * (1 - FONDNESS_SHARE) - (fondness ? fondness(line) * FONDNESS_SHARE : 0) })).sort((a, b) => a.order - b.order).map(({ line }) => line)
}

/** First letter large. */
export function capitalise(text: string): string {
  return text.replace(/^(["“(]?)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function tidyLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\s+([.,!?;:])/g, '$1').replace(/([.!?])\1+(?!\.)/g, '$1').replace(/([!?])\./g, '$1').replace(/\.(”?)\./g, '.$1').replace(/,\s*([.!?])/g, '$1').trim().replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
