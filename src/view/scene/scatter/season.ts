/** The year as plants live it: when they have leaves, what colour those are, when they bloom; one law, read by meshes and pictures alike. */
import { DataTexture, LinearFilter, RepeatWrapping, RGBAFormat, UnsignedByteType } from 'three'
import { hashCell, unitOf } from '#core/hash.ts'
import { clamp, lerp, smoothstep } from '#core/scalar.ts'

/** What a moment of the year is to a deciduous plant, each 0..1: how much of its leaves it has, how far they have turned, how young they are, how much it blooms. */
export type Leaves = { leafed: number; autumn: number; fresh: number; bloom: number }

/** How a species goes through the year: not at all, by red or by golden leaves to bare twigs, by straw that stays, by rust that shrinks, or by flowers that come and go. */
export const YEARS = ['evergreen', 'red', 'gold', 'straw', 'rust', 'flowering'] as const
/** One of `YEARS`. */
export type YearKind = (typeof YEARS)[number]

/** Moments of the year, 0 the first day of spring: buds burst .. all is green; bloom ends; leaves are grown; leaves turn; leaves fall. */
const BUD = [0.92, 0.995] as const
const BLOOM_ENDS = [0.09, 0.16] as const
const GROWN = [0.12, 0.27] as const
const TURN = [0.52, 0.66] as const
const FALL = [0.69, 0.79] as const
/** How much of a year early plants are ahead of late ones: two days. */
export const AHEAD_YEARS = 2 / 48
/** Climates (warmth) between which fewer and fewer plants know a winter; beyond the warmer one none does. */
const MILD_WARMTH = 0.62
const TROPICAL_WARMTH = 0.78
/** Share of what turns red that blooms white in spring and is copper all summer. */
const BLOOMING_SHARE = 0.12
/** Added to a plant's turn if it blooms. */
export const BLOOMS = 8
const YEAR_TEXELS = 192

/** Leaves at `year` (share of a year since the first day of spring; only its fraction counts). */
export function leavesAt(year: number): Leaves {
  const t = year - Math.floor(year)
  const budded = smoothstep(BUD[0], BUD[1], t)
  return {
    leafed: t > FALL[1] ? budded : 1 - smoothstep(FALL[0], FALL[1], t),
    // what has fallen comes back green
    autumn: t > 0.9 ? 0 : smoothstep(TURN[0], TURN[1], t),
    fresh: t > 0.9 ? 1 : 1 - smoothstep(GROWN[0], GROWN[1], t),
    bloom: t > 0.5 ? budded : 1 - smoothstep(BLOOM_ENDS[0], BLOOM_ENDS[1], t),
  }
}

/** How a plant goes through the year, as its instance carries it: 0 for what stays as it is; else the number of its kind, plus how early it is (0..0.99), plus 8 if it blooms. */
export function turnOf(kind: YearKind, tint: number, warmth: number): number {
  if (kind === 'evergreen') return 0
  const word = hashCell(11, tint)
  if (unitOf(word) >= 1 - smoothstep(MILD_WARMTH, TROPICAL_WARMTH, warmth)) return 0
  const blooms = kind === 'red' && tint >= 256 * (1 - BLOOMING_SHARE)
  return YEARS.indexOf(kind) + (blooms ? BLOOMS : 0) + unitOf(hashCell(word, 1)) * 0.99
}

/** Colour (red, green, blue factors) that the year lays over grassy ground at moments of it: fresh green, summer, straw in autumn, pale brown while winter lasts. */
const GROUND_TINTS: ReadonlyArray<readonly [year: number, red: number, green: number, blue: number]> = [[0.03, 0.9, 1.1, 0.85], [0.375, 1, 1, 1], [0.625, 1.24, 1.02, 0.78], [0.78, 1.48, 1.04, 1.06], [0.84, 1.48, 1.04, 1.06]]

/** The factors that grassy ground is painted with at `year` in a climate of `warmth`, written to `out`. */
export function groundTintAt(year: number, warmth: number, out: { set(r: number, g: number, b: number): unknown }): void {
  const t = year - Math.floor(year)
  const next = GROUND_TINTS.findIndex(([from]) => from > t)
  const after = GROUND_TINTS[Math.max(next, 0)]!
  const before = GROUND_TINTS.at(next > 0 ? next - 1 : -1)!
  const long = after[0] - before[0]
  const since = t - before[0]
  const share = (since < 0 ? since + 1 : since) / (long < 0 ? long + 1 : long)
  const strength = 1 - smoothstep(MILD_WARMTH, TROPICAL_WARMTH, warmth)
  const at = (i: 1 | 2 | 3): number => lerp(1, lerp(before[i], after[i], share), strength)
  out.set(at(1), at(2), at(3))
}

/** The law of `leavesAt` as a texture that goes round with the year: leafed, autumn, fresh, bloom. */
export function createYearTexture(): DataTexture {
  const bytes = new Uint8Array(YEAR_TEXELS * 4)
  for (let i = 0; i < YEAR_TEXELS; i++) {
    const { leafed, autumn, fresh, bloom } = leavesAt((i + 0.5) / YEAR_TEXELS)
    ;[leafed, autumn, fresh, bloom].forEach((value, c) => { bytes[i * 4 + c] = Math.round(clamp(value, 0, 1) * 255) })
  }
  const texture = new DataTexture(bytes, YEAR_TEXELS, 1, RGBAFormat, UnsignedByteType)
  texture.wrapS = RepeatWrapping
  texture.magFilter = texture.minFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}
