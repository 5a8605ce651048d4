/** Likeness of meaning, added to what words tell: vectors of an embedding model, where the player has one. */

/** What likeness weighs against words: as much, the best of each counted as 1. A sum of scores; ranks alone would throw away how sure either is. */
const MEANING_SHARE = 1
/** What the best in meaning scores where no memory shares a word with the question: about as much as one rare word. */
const WORDLESS = 6

/** Adds likeness to the first `count` scores, none above `most`; a memory without a vector, or forgotten (factor 0), keeps what it has. Returns what none is above now. */
export function addMeaning(scores: Float32Array, count: number, { vectors, asked, factors, most }: { vectors: ReadonlyArray<Float32Array | undefined>; asked: Float32Array; factors: Float32Array; most: number }): number {
  const likeness = new Float32Array(count)
  const known: number[] = []
  for (let n = 0; n < count; n++) {
    const vector = vectors[n]
    if (vector?.length !== asked.length || factors[n] === 0) continue
    likeness[n] = dot(vector, asked)
    known.push(n)
  }
  if (known.length === 0) return most
  // vectors of one model all point somewhat the same way: what is no more like than half of them counts as unlike
  const sorted = Float32Array.from(known, (n) => likeness[n]!).sort()
  const middle = known.length > 2 ? sorted[known.length >> 1]! : 0
  const span = sorted.at(-1)! - middle
  if (span <= 1e-6) return most
  const scale = (MEANING_SHARE * (most > 0 ? most : WORDLESS)) / span
  let highest = 0
  for (const n of known) scores[n] = scores[n]! + Math.max(0, likeness[n]! - middle) * scale * factors[n]!
  for (let n = 0; n < count; n++) highest = Math.max(highest, scores[n]!)
  return highest * 1.000_01
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
