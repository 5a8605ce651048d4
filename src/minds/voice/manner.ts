/** How a person speaks: one of six manners from temperament. */
import { hashString, hashCell, unitOf } from '#core/hash.ts'
import type { PrivateView } from '../private-view.ts'

/** The manners of speaking. */
export const MANNERS = ['warm', 'gruff', 'shy', 'merry', 'grave', 'dreamy'] as const
/** One of `MANNERS`. */
export type Manner = (typeof MANNERS)[number]

/** Lines by manner; `any` fits everybody. Slots are in braces; a line whose slot is empty is not said. */
export type Lines = { readonly [M in Manner]?: readonly string[] } & { readonly any?: readonly string[] }

/** Lines by key, each key with whatever manners it has. */
export function spoken<K extends string>(lines: { readonly [P in K]: Lines }): { readonly [P in K]: Lines } {
  return lines
}

/** How one person speaks. */
export type Voice = {
  manner: Manner
  /** 0 a few words .. 1 a flood: how gladly they say more than was asked. */
  talkative: number
}


/** The voice of a person; the same for life as long as the temperament is. */
export function voiceOf(view: Pick<PrivateView, 'npcId' | 'temperament' | 'age'>): Voice {
  const { temperament: t } = view
  const seed = hashString(view.npcId)
  const taste = (n: number): number => (unitOf(hashCell(seed, n)) - 0.5) * 0.4
  const scores: { readonly [M in Manner]: number } = {
    warm: t.agreeableness + 0.2 * t.extraversion + taste(1),
    gruff: -t.agreeableness + 0.2 * t.neuroticism + taste(2),
    shy: 0.6 * t.neuroticism - 0.8 * t.extraversion + taste(3),
    merry: t.extraversion - 0.3 * t.neuroticism + taste(4),
    grave: t.conscientiousness - 0.3 * t.extraversion + (view.age > 55 ? 0.2 : 0) + taste(5),
    dreamy: t.openness - 0.4 * t.conscientiousness + (view.age < 14 ? 0.3 : 0) + taste(6),
  }
  const manner = MANNERS.reduce((best, other) => (scores[other] > scores[best] ? other : best))
  const base = { warm: 0.6, gruff: 0.15, shy: 0.2, merry: 0.85, grave: 0.35, dreamy: 0.5 }[manner]
  return { manner, talkative: Math.min(1, Math.max(0, base + 0.2 * t.extraversion)) }
}
