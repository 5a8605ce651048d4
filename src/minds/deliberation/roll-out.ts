/** Playing a plan out in the small world: the plan's own steps, then what this person would usually do, to a horizon; and what the outcome is worth to this person. */
import { clamp } from '#core/scalar.ts'
import { nextFloat, type Rng } from '#core/rng.ts'
import { ACTS, hindrance } from './acts.ts'
import { OTHER, otherAt, passHours, S, type SmallWorld } from './small-world.ts'

/** One step of a plan: an act by its number, and whom it concerns, by place in `world.others`; −1 nobody. */
export type Step = { act: number; other: number }

/** How things really go, where that differs from what is believed: odds that an act goes well and how far it settles the matter, as factors by act. */
export type Dynamics = { odds(act: number, other: number): number; settles(act: number, other: number): number }
/** As believed. */
export const AS_BELIEVED: Dynamics = { odds: () => 1, settles: () => 1 }

/** What an outcome is worth, in parts that add up; about −1..2 in all. */
export type Worth = { needs: number; matter: number; relations: number; values: number; feeling: number; effort: number; commitment: number }
/** Names of the parts of a worth, in order. */
export const WORTH_PARTS = ['needs', 'matter', 'relations', 'values', 'feeling', 'effort', 'commitment'] as const

/** Steps looked ahead. */
export const HORIZON = 8
/** Weights of needs in the order of the state: food, rest, company, duty, safety, shelter. */
const NEED_WEIGHTS = [0.22, 0.16, 0.14, 0.18, 0.18, 0.12] as const
const NEED_PLACES = [S.food, S.rest, S.company, S.duty, S.safety, S.shelter] as const
/** What the person would usually do about each need, in the same order: act ids by number. */
const USUAL = ['eat', 'sleep', 'gather', 'work', 'home', 'shelter'].map((id) => ACTS.findIndex((act) => act.id === id))
/** How often one does something else than the usual. */
const WHIM = 0.15
/** What a matter left unsettled costs with every hour, as a share of its weight. */
const WAITING = 0.02

let scratch = new Float64Array(0)

/** Plays `plan` out once; writes the parts of its worth to `parts` (in the order of `WORTH_PARTS`) and returns their sum. About ten microseconds. */
export function rollOut(world: SmallWorld, plan: readonly Step[], { rng, dynamics, parts }: { rng: Rng; dynamics: Dynamics; parts: Float64Array }): number {
  if (scratch.length !== world.start.length) scratch = new Float64Array(world.start.length)
  const state = scratch
  state.set(world.start)
  let needs = 0
  let feeling = 0
  let values = 0
  let effort = 0
  let hours = 0
  let waited = 0
  for (let step = 0; step < HORIZON; step++) {
    const own = step < plan.length
    const chosen = own ? plan[step]! : usualStep(state, world, rng)
    const act = ACTS[chosen.act]!
    const o = otherAt(chosen.other)
    // what has become impossible on the way is given up, and the time is lost
    if (step > 0 && hindrance(act, state, chosen.other, world) !== null) {
      passHours(state, 0.3)
      hours += 0.3
      if (own) feeling -= 0.03
      continue
    }
    const odds = clamp((act.succeeds?.(state, o, world) ?? 1) * dynamics.odds(chosen.act, chosen.other), 0, 1)
    const well = nextFloat(rng) < odds
    act.apply(state, o, well)
    const { matter } = world
    const settles = act.settles[matter.kind] ?? 0
    // what one does out of habit afterwards is not done about the matter
    if (own && settles > 0) {
      // an act towards somebody settles a matter that concerns somebody only when it is the right one
      const meant = !act.concerns || matter.whoms.length === 0 || matter.whoms.includes(world.others[chosen.other]!.id) ? 1 : matter.kind === 'quarrel' || matter.kind === 'request' || matter.kind === 'promise' ? 0.15 : 0.8
      state[S.unsettled]! *= 1 - clamp(settles * meant * (well ? 1 : 0.15) * dynamics.settles(chosen.act, chosen.other), 0, 1)
    }
    passHours(state, act.hours)
    hours += act.hours
    waited += state[S.unsettled]! * act.hours
    for (let n = 0; n < 6; n++) needs += NEED_WEIGHTS[n]! * state[NEED_PLACES[n]!]! * (2 - state[NEED_PLACES[n]!]!) * act.hours
    feeling += state[S.pleasure]! * act.hours
    if (own) {
      values += leaningTo(act.leaning, world.temperament)
      effort += act.effort * (1.4 - state[S.rest]!)
    }
  }
  const first = ACTS[plan[0]!.act]!
  parts[0] = needs / hours
  parts[1] = -world.matter.weight * (0.8 * state[S.unsettled]! + WAITING * waited)
  parts[2] = relationsOf(state, world)
  parts[3] = (0.25 * values) / plan.length
  parts[4] = (0.3 * feeling) / hours
  parts[5] = (-0.12 * effort) / plan.length
  parts[6] = first.skillId === world.current ? 0.05 : 0
  return parts[0] + parts[1] + parts[2] + parts[3] + parts[4] + parts[5] + parts[6]
}

/** How a temperament takes to an act, about −1..1. */
export function leaningTo(leaning: ArrayLike<number>, temperament: Float64Array): number {
  let sum = 0
  for (let i = 0; i < 5; i++) sum += leaning[i]! * temperament[i]!
  return sum
}

function relationsOf(state: Float64Array, world: SmallWorld): number {
  let sum = 0
  for (let n = 0; n < world.others.length; n++) {
    const o = otherAt(n)
    const closeness = 0.35 + 0.4 * Math.max(0, world.start[o + OTHER.myWarmth]!) + (world.others[n]!.kin ? 0.25 : 0)
    sum += closeness * (state[o + OTHER.theirWarmth]! - world.start[o + OTHER.theirWarmth]!) + 0.2 * (world.start[o + OTHER.grievance]! - state[o + OTHER.grievance]!) - 0.3 * state[o + OTHER.promised]!
  }
  return 0.5 * sum
}

const usual: Step = { act: 0, other: -1 }

/** The most pressing need and what is usually done about it; now and then a whim. */
function usualStep(state: Float64Array, world: SmallWorld, rng: Rng): Step {
  usual.other = -1
  if (nextFloat(rng) < WHIM) {
    usual.act = Math.floor(nextFloat(rng) * 10)
    if (hindrance(ACTS[usual.act]!, state, -1, world) === null) return usual
  }
  let worst = 0
  let least = Infinity
  for (let n = 0; n < 6; n++) {
    const felt = state[NEED_PLACES[n]!]! / NEED_WEIGHTS[n]!
    if (felt < least && hindrance(ACTS[USUAL[n]!]!, state, -1, world) === null) {
      least = felt
      worst = n
    }
  }
  usual.act = USUAL[worst]!
  return usual
}
