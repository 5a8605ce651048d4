/** Mouths of rivers: where a river comes to the sea through flat land it widens into a funnel. */

/** Guide points of a course over which a mouth widens, each about 64 m, and where the river must lie low for it, metres. */
const FUNNEL_GUIDES = 4
const LOW_METERS = 4
const HIGH_METERS = 12
/** The river is at the coast where its surface is no higher than this, metres. */
const COAST_METERS = 0.3
/** How much half the width grows: so many times itself and so much, at most so far; metres. */
const GROWTH = 2.2
const GROWTH_METERS = 5
const WIDEST_METERS = 24

/** Where a mouth begins and reaches the coast, as shares of its course, and by how much half its width grows, metres. */
export type RiverMouth = { readonly from: number; readonly coast: number; readonly growth: number }

/** The mouth of a course that ends in the sea, by the heights of its surface at guide points 1 to `last` + 1; null where it comes down steeply. */
export function findMouth(levels: Float64Array, last: number, half: number): RiverMouth | null {
  let coast = 1
  while (coast <= last && levels[coast]! > COAST_METERS) coast++
  const from = Math.max(1, coast - FUNNEL_GUIDES)
  if (coast - from < 1) return null
  const flat = Math.max(0, Math.min(1, (HIGH_METERS - levels[from]!) / (HIGH_METERS - LOW_METERS)))
  return flat === 0 ? null : { from: (from - 1) / last, coast: (coast - 1) / last, growth: flat * Math.min(WIDEST_METERS, half * GROWTH + GROWTH_METERS) }
}

/** By how much a mouth is wider on either side than its river, so far along its course, metres. */
export function widenedBy({ from, coast, growth }: RiverMouth, share: number): number {
  const t = Math.max(0, Math.min(1, (share - from) / (coast - from)))
  return growth * t * t
}
