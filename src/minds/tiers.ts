/** What a measured speed allows the village to do: one table, from which the tiers, the ladder and their words come. */
import { branchesFor } from './deliberation/deliberate.ts'

/** One tier: from how many tokens a second it begins, how many of the nearest think aloud with the model, how many pairs talk with it, whether it answers the player, plans (and deliberates, hails and chimes in), and thinks ahead. */
export type Tier = { readonly from: number; readonly words: string; readonly musing: number; readonly pairs: number; readonly reply: boolean; readonly plans: boolean; readonly ahead: boolean }

/** Tiers 0 to 4. Below the second a model still talks, slowly. */
export const TIERS: readonly [Tier, Tier, Tier, Tier, Tier] = [
  { from: 0, words: 'everybody thinks by rules', musing: 0, pairs: 0, reply: false, plans: false, ahead: false },
  { from: 0, words: 'it speaks for the one you talk to', musing: 0, pairs: 0, reply: true, plans: false, ahead: false },
  { from: 40, words: 'it speaks, plans, and follows three talks at once', musing: 0, pairs: 3, reply: true, plans: true, ahead: false },
  { from: 120, words: 'it thinks aloud for the ten nearest', musing: 10, pairs: 6, reply: true, plans: true, ahead: true },
  { from: 2_000, words: 'it thinks for everybody near, as you watch', musing: Infinity, pairs: Infinity, reply: true, plans: true, ahead: true },
]

/** Tokens a second of the rungs of the ladder, the ground first. */
const RUNG_SPEEDS = [0, 43, 250, 1_000, 20_000] as const

/** As long as people usually answer. */
const REPLY_TOKENS = 60

/** A rung of the ladder. `unlocks`: what a model of this speed is for here that the rung below is not, as short sentences. */
export type Rung = { tokensPerSecond: number; tier: number; words: string; unlocks: string[] }

/** 1..4 from measured tokens a second; 0 when there is no model. */
export function tierOf(tokensPerSecond: number): number {
  if (!(tokensPerSecond > 0)) return 0
  return Math.max(1, TIERS.findLastIndex(({ from }) => tokensPerSecond >= from))
}

/** What a tier means, as the end of a sentence. */
export function describeTier(tier: number): string {
  return (TIERS[tier] ?? TIERS[0]).words
}

/** The ladder from the ground up. */
export function ladder(): Rung[] {
  return RUNG_SPEEDS.map((tokensPerSecond, n) => {
    const tier = tierOf(tokensPerSecond)
    const below = RUNG_SPEEDS[n - 1]
    const known = below === undefined ? [] : unlocksOf(tierOf(below), below)
    return { tokensPerSecond, tier, words: describeTier(tier), unlocks: unlocksOf(tier, tokensPerSecond).filter((line) => !known.includes(line)) }
  })
}

/** The rung that a speed has reached: the highest that asks for no more. */
export function rungReached(rungs: readonly Pick<Rung, 'tokensPerSecond'>[], tokensPerSecond: number): number {
  return Math.max(0, rungs.findLastIndex((rung) => tokensPerSecond >= rung.tokensPerSecond))
}

function durationWords(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}

function unlocksOf(tier: number, tokensPerSecond: number): string[] {
  const { reply, pairs, plans, musing, ahead } = TIERS[tier] ?? TIERS[0]
  const count = (number: number, some: string, all: string): string => (number === Infinity ? all : some.replace('#', String(number)))
  return [
    reply ? 'Whoever you talk to answers with the model.' : 'Talk, plans and thoughts come from rules, needs and memories.',
    ...(pairs > 0 ? [count(pairs, '# pairs of neighbours talk with it.', 'All who talk with each other near you talk with it.')] : []),
    ...(plans ? ['Mornings are planned and hard choices proposed by it.'] : []),
    ...(musing > 0 ? [count(musing, 'The # nearest think aloud with it.', 'Everybody near thinks aloud with it.')] : []),
    ...(ahead ? ['A greeting is thought ahead as you walk up to somebody.'] : []),
    ...(tokensPerSecond > 0 ? [`A reply of ${REPLY_TOKENS} tokens is written in ${durationWords((REPLY_TOKENS / tokensPerSecond) * 1_000)}.`] : []),
    // a slow model does not weigh less than rules alone
    `A hard choice is weighed in ${Math.max(branchesFor(0), branchesFor(tokensPerSecond))} branches.`,
  ]
}
