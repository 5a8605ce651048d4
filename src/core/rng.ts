/** Seeded dice whose state is plain data, so that a world with its dice can be saved, cloned and forked. */
import { mix } from './hash.ts'

/** The state of one set of dice: four 32-bit words. */
export type Rng = { a: number; b: number; c: number; counter: number }

/** New dice from a 32-bit seed; equal seeds throw equal numbers. */
export function createRng(seed: number): Rng {
  const rng = { a: mix(seed), b: mix(seed + 0x9e3779b9), c: mix(seed ^ 0x5bf03635), counter: 1 }
  for (let i = 0; i < 12; i++) nextWord(rng)
  return rng
}

/** The next 32-bit integer (sfc32 by Chris Doty-Humphrey, PractRand). */
export function nextWord(rng: Rng): number {
  const sum = (((rng.a + rng.b) | 0) + rng.counter) | 0
  rng.counter = (rng.counter + 1) | 0
  rng.a = rng.b ^ (rng.b >>> 9)
  rng.b = (rng.c + (rng.c << 3)) | 0
  rng.c = (((rng.c << 21) | (rng.c >>> 11)) + sum) | 0
  return sum >>> 0
}

/** The next number from 0 (included) to 1 (excluded). */
export function nextFloat(rng: Rng): number {
  return nextWord(rng) / 4294967296
}

/** The next integer from `lowest` to `highest`, both included. */
export function nextInt(rng: Rng, lowest: number, highest: number): number {
  return lowest + Math.floor(nextFloat(rng) * (highest - lowest + 1))
}

/** One item of a list that is not empty. */
export function pick<T>(rng: Rng, items: readonly T[]): T {
  const item = items[nextInt(rng, 0, items.length - 1)]
  if (item === undefined) throw new Error('rng: picked from an empty list')
  return item
}
