/** What a culture is to the land: its sounds, its ways of naming, and where it likes to live. */

/** The sounds of a language: syllables are onset + vowel + coda. */
type Phonology = { readonly onsets: readonly string[]; readonly vowels: readonly string[]; readonly codas: readonly string[] }

/** A culture of the world. */
export type Culture = {
  readonly id: string
  /** What its people call themselves. */
  readonly name: string
  /** The warmth it is at home in, 0..1. */
  readonly warmth: number
  readonly sounds: Phonology
  /** Ends of given names. */
  readonly femaleEnds: readonly string[]
  readonly maleEnds: readonly string[]
  /** First and second halves of place names. */
  readonly placeStarts: readonly string[]
  readonly placeEnds: readonly string[]
  /** How regions are called; `*` stands for a root. */
  readonly regionForms: readonly string[]
  /** How rivers are called; `*` stands for a root. */
  readonly riverForms: readonly string[]
  /** How families are called; `*` stands for a root. */
  readonly familyForms: readonly string[]
}
