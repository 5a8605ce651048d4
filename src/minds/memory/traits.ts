/** What bends the relevance of each memory, side by side in typed arrays: thousands are looked at for one question. */

/** What an answer may hold that a question asks for: bits of `shapes`. */
export const TELLS_WHEN = 1
/** See `TELLS_WHEN`. */
export const TELLS_NUMBER = 2

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
