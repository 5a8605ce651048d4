/** The small world in which futures are tried out: one person's needs, mood, matter at hand and the people it knows, as that person believes them to be; a flat array that a rollout copies and steps. */
import { clamp } from '#core/scalar.ts'
import { hourOf } from '#simulation/clock.ts'
import type { ActorId } from '#core/ids.ts'
import type { KnownPerson, PrivateView } from '../private-view.ts'
import type { Matter } from './matter-at-hand.ts'

/** Places in the state of what is the person's own. Hours run on past 24; all else 0..1 but pleasure and dominance, −1..1. */
export const S = { hour: 0, food: 1, rest: 2, company: 3, duty: 4, safety: 5, shelter: 6, pleasure: 7, dominance: 8, rain: 9, danger: 10, unsettled: 11 } as const
/** Places within the part of one other. */
export const OTHER = { myWarmth: 0, theirWarmth: 1, trust: 2, debt: 3, grievance: 4, promised: 5, near: 6 } as const
const OWN = 12
const OTHER_WIDTH = 7
/** How many others one keeps in mind. */
const MOST_OTHERS = 8

/** What a person takes for granted while it thinks: the state it starts from and what stays as it is. */
export type SmallWorld = {
  readonly start: Float64Array
  /** Who the others of the state are, in order. */
  readonly others: ReadonlyArray<{ readonly id: ActorId; readonly name: string; readonly kin: boolean }>
  readonly matter: Matter
  /** Openness, conscientiousness, extraversion, agreeableness, neuroticism; −1..1. */
  readonly temperament: Float64Array
  /** What is being done: a skill of the body; null at nothing. */
  readonly current: string | null
  /** What the body itself would do first, best first: skills. */
  readonly leanings: readonly string[]
}

/** Offset of another in the state; −1 for nobody. */
export function otherAt(other: number): number {
  return other < 0 ? -1 : OWN + other * OTHER_WIDTH
}

/** The small world of a person and a matter, from nothing but its private view. */
export function createSmallWorld(view: PrivateView, matter: Matter): SmallWorld {
  const others = othersInMind(view, matter)
  const start = new Float64Array(OWN + others.length * OTHER_WIDTH)
  const { needs, mood, temperament: t } = view
  start.set([hourOf(view.worldSeconds), needs.food, needs.rest, needs.company, needs.duty, needs.safety, needs.shelter, mood.pleasure, mood.dominance, rainOf(view.weather), matter.kind === 'danger' ? matter.weight : 0, 1])
  others.forEach((other, n) => {
    const o = otherAt(n)
    start[o + OTHER.myWarmth] = other.warmth
    // one takes others to feel as one feels oneself, a little cooler; the sullen expect less
    start[o + OTHER.theirWarmth] = clamp(0.85 * other.warmth + 0.1 * mood.pleasure, -1, 1)
    start[o + OTHER.trust] = other.trust
    start[o + OTHER.grievance] = other.warmth < -0.2 ? clamp(-other.warmth, 0, 1) : 0
    start[o + OTHER.promised] = matter.kind === 'promise' && matter.whoms.includes(other.id) ? 1 : 0
    start[o + OTHER.near] = other.doing !== null || view.present.some(({ id }) => id === other.id) ? 1 : 0
  })
  const leanings = [...view.weighed].sort((a, b) => b.score - a.score).map(({ skillId }) => skillId)
  return {
    start, matter, others: others.map(({ id, name, kinship }) => ({ id, name: id === 'player' ? name : (name.split(' ')[0] ?? name), kin: kinship !== null })),
    temperament: Float64Array.of(t.openness, t.conscientiousness, t.extraversion, t.agreeableness, t.neuroticism),
    current: view.offered.find(({ number, label }) => number === 1 && label === 'go on as now')?.skillId ?? null, leanings,
  }
}

/** Lets `hours` pass: needs wear off as in the world (`simulation/npc/needs.ts`), moods settle. */
export function passHours(state: Float64Array, hours: number): void {
  state[S.hour]! += hours
  state[S.food] = Math.max(0, state[S.food]! - 0.105 * hours)
  state[S.rest] = Math.max(0, state[S.rest]! - 0.05 * hours)
  state[S.company] = Math.max(0, state[S.company]! - 0.07 * hours)
  state[S.duty] = Math.max(0, state[S.duty]! - 0.085 * hours)
  state[S.safety] = clamp(state[S.safety]! + (0.05 - 0.5 * state[S.danger]!) * hours, 0, 1)
  state[S.shelter] = clamp(state[S.shelter]! + (0.1 - 0.5 * state[S.rain]!) * hours, 0, 1)
  state[S.pleasure]! *= 1 - 0.08 * Math.min(hours, 4)
}

function rainOf(weather: string): number {
  return weather === 'storm' ? 1 : weather === 'rain' ? 0.6 : weather === 'snow' ? 0.4 : 0
}

/** Those a matter concerns first, then those who are there, then those one feels most about. */
function othersInMind(view: PrivateView, matter: Matter): KnownPerson[] {
  const rank = (person: KnownPerson): number =>
    (matter.whoms.includes(person.id) ? 10 : 0) + (view.conversation?.partnerId === person.id ? 5 : 0) + (view.present.some(({ id }) => id === person.id) ? 2 : 0) + (person.kinship ? 1 : 0) + Math.abs(person.warmth) + 0.5 * person.familiarity
  return [...view.knows].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_OTHERS)
}
