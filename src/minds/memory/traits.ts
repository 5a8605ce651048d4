/** What bends the relevance of each memory, side by side in typed arrays: thousands are looked at for one question. */

/** What an answer may hold that a question asks for: bits of `shapes`. */
export const TELLS_WHEN = 1
/** See `TELLS_WHEN`. */
export const TELLS_NUMBER = 2

/** Factors on relevance: one of those who are named speaks; it tells what is asked for. */
export const SPEAKER_FACTOR = 1.4
const SHAPE_FACTOR = 1.15

/** By number of memory: who speaks, the factor on relevance (0: forgotten), and what it tells. */
export type Traits = { speakers: Int32Array; factors: Float32Array; shapes: Uint8Array; set(number: number, trait: { speaker: number; factor: number; shapes: number }): void }

/** Traits of no memories yet. */
export function createTraits(): Traits {
  const traits: Traits = {
    speakers: new Int32Array(256),
    factors: new Float32Array(256),
    shapes: new Uint8Array(256),
    set(number, { speaker, factor, shapes }) {
      if (number >= traits.speakers.length) {
        const room = traits.speakers.length * 2
        const [oldSpeakers, oldFactors, oldShapes] = [traits.speakers, traits.factors, traits.shapes]
        traits.speakers = new Int32Array(room)
        traits.factors = new Float32Array(room)
        traits.shapes = new Uint8Array(room)
        traits.speakers.set(oldSpeakers)
        traits.factors.set(oldFactors)
        traits.shapes.set(oldShapes)
      }
      traits.speakers[number] = speaker
      traits.factors[number] = factor
      traits.shapes[number] = shapes
    },
  }
  return traits
}

/** Bends the scores of `count` memories by their factors, by who speaks and by what is wanted. Returns what none is above. */
export function bend(scores: Float32Array, count: number, { traits, named, wanted }: { traits: Traits; named: ReadonlySet<number>; wanted: number }): number {
  const { factors, shapes, speakers } = traits
  let most = 0
  for (let n = 0; n < count; n++) {
    const score = scores[n]! * factors[n]!
    scores[n] = score
    if (score > most) most = score
  }
  if (named.size > 0) for (let n = 0; n < count; n++) if (scores[n]! > 0 && named.has(speakers[n]!)) scores[n] = scores[n]! * SPEAKER_FACTOR
  if (wanted !== 0) for (let n = 0; n < count; n++) if ((shapes[n]! & wanted) !== 0) scores[n] = scores[n]! * SHAPE_FACTOR
  // with room for single precision
  return most * (named.size > 0 ? SPEAKER_FACTOR : 1) * (wanted === 0 ? 1 : SHAPE_FACTOR) * 1.000_01
}
