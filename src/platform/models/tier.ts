/** What a measured speed allows the village to do. */

/** Tokens a second from which each tier begins; below the first a model still talks, slowly. */
const TIER_STARTS = [40, 120, 2_000] as const
const TIER_WORDS = [
  'everybody thinks by rules',
  'it speaks for the one you talk to',
  'it speaks, plans, and follows three talks at once',
  'it thinks aloud for the ten nearest',
  'it thinks for everybody near, as you watch',
] as const

/** 1..4 from measured tokens a second; 0 when there is no model. */
export function tierOf(tokensPerSecond: number): number {
  if (!(tokensPerSecond > 0)) return 0
  return 1 + TIER_STARTS.filter((start) => tokensPerSecond >= start).length
}

/** What a tier means, as the end of a sentence. */
export function describeTier(tier: number): string {
  return TIER_WORDS[tier] ?? TIER_WORDS[0]
}
