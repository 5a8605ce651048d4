/** What a measured speed allows the village to do: one table, from which the tiers, the ladder and their words come. */
import type { ModelStatus } from './language-model.ts'
import type { Budget } from './scheduler/budget.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'
import { livelinessAt, MUSE_TICKS } from '#simulation/npc/liveliness.ts'
import { BRANCHES_BY_CODE } from './deliberation/weigh.ts'

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

/** Tokens a minute, prompts included, that all but the player's own talk and questions take at most, from a speed on: what is thought for nobody to see is paid for all the same. */
const THRIFT = [{ from: 0, minuteTokens: 1_200 }, { from: 40, minuteTokens: 2_400 }, { from: 120, minuteTokens: 3_000 }, { from: 600, minuteTokens: 3_850 }, { from: 2_000, minuteTokens: Infinity }] as const

/** Tokens a second of the rungs of the ladder, the ground first. */
const RUNG_SPEEDS = [0, 43, 250, 1_000, 20_000] as const

/** Below this speed, tokens a second, an endpoint has nothing to share while it answers the player, and is asked for no word too many. */
const UNSHARED_SPEED = 120

/** As long as people usually answer. */
const REPLY_TOKENS = 60

/** A rung of the ladder. `unlocks`: what a model of this speed is for here that the rung below is not, as short sentences. */
export type Rung = { tokensPerSecond: number; tier: number; words: string; unlocks: string[] }

/** 1..4 from measured tokens a second; 0 when there is no model. */
export function tierOf(tokensPerSecond: number): number {
  if (!(tokensPerSecond > 0)) return 0
  return Math.max(1, TIERS.findLastIndex(({ from }) => tokensPerSecond >= from))
}

/** From how many tokens a second the village is how lively (0 is without a model), what a minute at such a level may well take (where less is allowed it stays calmer), and in how many branches a hard choice is weighed. */
const LIVELY = [
  { from: 0, minuteTokens: 0, branches: BRANCHES_BY_CODE }, { from: 0, minuteTokens: 0, branches: 16 }, { from: 120, minuteTokens: 4_000, branches: 24 }, { from: 600, minuteTokens: 8_000, branches: 36 }, { from: 2_000, minuteTokens: 30_000, branches: 50 },
] as const
/** A level is left downwards only when the speed is so far below its beginning. */
const LIVELY_SLACK = 1.15
/** More thoughts waiting than this are more than the endpoint or the machine bears. */
const MOST_WAITING = 24

/** How lively the village is to be, 0..4, at a speed; `before` is how lively it is. */
export function livelinessOf(tokensPerSecond: number, before = 0): number {
  const levelAt = (speed: number): number => (speed > 0 ? Math.max(1, LIVELY.findLastIndex(({ from }) => speed >= from)) : 0)
  const level = levelAt(tokensPerSecond)
  return level < before && levelAt(tokensPerSecond * LIVELY_SLACK) >= before ? before : level
}

/** Whether an endpoint of this measured speed, tokens a second (0 before anything was measured), is the player's alone while it answers them. */
export function isUnshared(tokensPerSecond: number): boolean {
  return tokensPerSecond > 0 && tokensPerSecond < UNSHARED_SPEED
}

/** What thoughts that nobody hears may take in a minute at a speed in tokens a second, in tokens. */
export function minuteThrift(tokensPerSecond: number): number {
  return THRIFT.findLast(({ from }) => tokensPerSecond >= from)?.minuteTokens ?? THRIFT[0].minuteTokens
}

/** In how many branches a hard choice is weighed at a speed in tokens a second; never in fewer than without a model. */
export function branchesFor(tokensPerSecond: number): number {
  return LIVELY[livelinessOf(tokensPerSecond)]?.branches ?? BRANCHES_BY_CODE
}

/** How lively the village can be with whatever thinks its idle thoughts, within what the player allows and what is borne; nobody is livelier for a model that is off, fails, or may not be paid. */
export function livelinessFor({ endpoints, paused, queued, spending }: Pick<ModelStatus, 'endpoints' | 'paused' | 'queued' | 'spending'>, { tokensPerMinute, tokensPerDay, moneyPerDay }: Pick<Budget, 'tokensPerMinute' | 'tokensPerDay' | 'moneyPerDay'>, before = 0): number {
  const idle = endpoints.find(({ groups }) => groups.includes('decision'))
  const isSpent = (tokensPerDay !== null && spending.today.tokens >= tokensPerDay) || (moneyPerDay !== null && (spending.today.money >= moneyPerDay || !spending.isPriced))
  if (!idle || paused || idle.trouble !== null || isSpent) return 0
  const speed = idle.tokensPerSecond || Math.max(1, TIERS[idle.tier]?.from ?? 0)
  const allowed = tokensPerMinute === null ? LIVELY.length - 1 : LIVELY.findLastIndex(({ minuteTokens }) => tokensPerMinute >= minuteTokens)
  const level = Math.min(livelinessOf(speed, before), allowed)
  return queued > MOST_WAITING ? Math.max(1, level - 1) : level
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
  const { muse, stirs } = livelinessAt(livelinessOf(tokensPerSecond))
  const museSeconds = (ticks: number): number => Math.round(ticks * muse * TICK_SECONDS)
  const count = (number: number, some: string, all: string): string => (number === Infinity ? all : some.replace('#', String(number)))
  return [
    reply ? 'Whoever you talk to answers with the model.' : 'Talk, plans and thoughts come from rules, needs and memories.',
    ...(pairs > 0 ? [count(pairs, '# pairs of neighbours talk with it.', 'All who talk with each other near you talk with it.')] : []),
    ...(plans ? ['Mornings are planned and hard choices proposed by it.'] : []),
    ...(musing > 0 ? [count(musing, 'The # nearest think aloud with it.', 'Everybody near thinks aloud with it.')] : []),
    ...(tokensPerSecond > 0 ? [`Whoever is near muses every ${museSeconds(MUSE_TICKS.least)} to ${museSeconds(MUSE_TICKS.most)} seconds${stirs ? ', and about those they meet' : ''}.`] : []),
    ...(ahead ? ['A greeting is thought ahead as you walk up to somebody, and so are answers to what you may say next.'] : []),
    ...(tokensPerSecond > 0 ? [`A reply of ${REPLY_TOKENS} tokens is written in ${durationWords((REPLY_TOKENS / tokensPerSecond) * 1_000)}.`] : []),
    `A hard choice is weighed in ${branchesFor(tokensPerSecond)} branches.`,
  ]
}
