/** What can be done in the small world, as a list: what an act needs, takes, gives and risks, which skill of the body it is, and how it is said. */
import type { SkillId } from '#simulation/skills/skill-id.ts'
import { clamp } from '#core/scalar.ts'
import type { MatterKind } from './matter-at-hand.ts'
import { OTHER, otherAt, S, type SmallWorld } from './small-world.ts'

/** How a temperament takes to an act: its weight on openness, conscientiousness, extraversion, agreeableness and neuroticism. */
type Leaning = readonly [openness: number, conscientiousness: number, extraversion: number, agreeableness: number, neuroticism: number]

/** An abstract act. */
export type Act = {
  readonly id: string
  /** The skill by which a body does it. */
  readonly skillId: SkillId
  /** Whether it is done with, to or for somebody. */
  readonly concerns: boolean
  /** World hours it takes, and how hard it is, 0..1. */
  readonly hours: number
  readonly effort: number
  readonly leaning: Leaning
  /** How it is said, with `{person}` and `{matter}`. */
  readonly label: string
  /** How far the matter at hand is settled where it succeeds, by kind of matter. */
  readonly settles: { readonly [K in MatterKind]?: number }
  /** Why it cannot be done now; null when it can. `o`: offset of the other, or −1. */
  hinders?(state: Float64Array, o: number, world: SmallWorld): string | null
  /** How likely it goes well, 0..1, as the person believes; 1 where not said. */
  succeeds?(state: Float64Array, o: number, world: SmallWorld): number
  /** What it gives (went well) or costs (did not). */
  apply(state: Float64Array, o: number, well: boolean): void
}

const EVENING = 16
const NIGHT = 21.5
const MORNING = 5

/** How willing somebody is to be well disposed, from how warm and trusting they are believed to be. */
function goodWill(state: Float64Array, o: number): number {
  return clamp(0.5 + 0.45 * state[o + OTHER.theirWarmth]! + 0.15 * state[o + OTHER.debt]!, 0.05, 0.97)
}

function give(state: Float64Array, at: number, amount: number): void {
  state[at] = clamp(state[at]! + amount, 0, 1)
}

function feel(state: Float64Array, amount: number): void {
  state[S.pleasure] = clamp(state[S.pleasure]! + amount, -1, 1)
}

function warm(state: Float64Array, o: number, amount: number): void {
  state[o + OTHER.theirWarmth] = clamp(state[o + OTHER.theirWarmth]! + amount, -1, 1)
  state[o + OTHER.myWarmth] = clamp(state[o + OTHER.myWarmth]! + amount * 0.5, -1, 1)
}

const isNight = (state: Float64Array): boolean => state[S.hour]! % 24 >= NIGHT || state[S.hour]! % 24 < MORNING
const asleep = (state: Float64Array): string | null => (isNight(state) ? 'everybody sleeps at that hour' : null)

/** All acts. Append only: what a person learnt of lenses does not depend on it, tests and recordings do. */
export const ACTS: readonly Act[] = [
  {
    id: 'eat', skillId: 'eat', concerns: false, hours: 0.6, effort: 0.05, leaning: [0, 0, 0, 0, 0], label: 'eat first', settles: {},
    apply(state) {
      give(state, S.food, 0.75)
      feel(state, 0.04)
    },
  },
  {
    id: 'sleep', skillId: 'sleep', concerns: false, hours: 3, effort: 0, leaning: [0, -0.2, -0.1, 0, 0.05], label: 'sleep on it', settles: { open: 0.12, quarrel: 0.1, day: 0.05 },
    hinders: (state) => (state[S.rest]! > 0.85 ? 'too wide awake to sleep' : null),
    apply(state) {
      give(state, S.rest, 0.5)
      state[S.pleasure]! *= 0.8
    },
  },
  {
    id: 'work', skillId: 'work', concerns: false, hours: 2, effort: 0.55, leaning: [-0.05, 0.5, 0, 0, 0], label: 'get on with the work', settles: { day: 0.35 },
    hinders: (state) => (isNight(state) ? 'there is no work at night' : null),
    apply(state) {
      give(state, S.duty, 0.45)
      give(state, S.rest, -0.08)
    },
  },
  {
    id: 'fetch', skillId: 'fetch', concerns: false, hours: 0.5, effort: 0.3, leaning: [0, 0.3, 0.05, 0.1, 0], label: 'fetch water', settles: { day: 0.12 },
    apply(state) {
      give(state, S.duty, 0.16)
      give(state, S.company, 0.04)
    },
  },
  {
    id: 'rest', skillId: 'sit', concerns: false, hours: 1, effort: 0, leaning: [0.1, -0.25, -0.1, 0, 0.05], label: 'sit down and wait', settles: { open: 0.08, danger: 0.04 },
    apply(state) {
      give(state, S.rest, 0.1)
      feel(state, 0.05)
    },
  },
  {
    id: 'wander', skillId: 'wander', concerns: false, hours: 1.2, effort: 0.25, leaning: [0.5, -0.15, -0.1, 0, -0.15], label: 'go and look around', settles: { loss: 0.3, open: 0.2, danger: 0.1 },
    succeeds: (state) => 0.45 - 0.15 * state[S.rain]!,
    apply(state, _, well) {
      feel(state, well ? 0.08 : -0.03)
      give(state, S.shelter, -0.15 * state[S.rain]!)
      give(state, S.safety, -0.2 * state[S.danger]!)
      if (well) give(state, S.danger, -0.1)
    },
  },
  {
    id: 'shelter', skillId: 'flee-rain', concerns: false, hours: 0.7, effort: 0.1, leaning: [-0.1, 0, -0.1, 0, 0.35], label: 'get under a roof', settles: { danger: 0.5 },
    hinders: (state) => (state[S.rain]! < 0.1 && state[S.danger]! < 0.1 ? 'there is nothing to hide from' : null),
    apply(state) {
      give(state, S.shelter, 0.8)
      give(state, S.safety, 0.25)
      give(state, S.danger, -0.45)
    },
  },
  {
    id: 'home', skillId: 'go-to', concerns: false, hours: 0.4, effort: 0.1, leaning: [-0.15, 0, -0.15, 0, 0.25], label: 'go home and keep out of it', settles: { danger: 0.4, quarrel: 0.15, open: 0.05 },
    apply(state) {
      give(state, S.safety, 0.2)
      give(state, S.shelter, 0.4)
      give(state, S.company, -0.05)
      give(state, S.danger, -0.3)
    },
  },
  {
    id: 'pray', skillId: 'pray', concerns: false, hours: 0.5, effort: 0.05, leaning: [0.05, 0.15, -0.05, 0.1, 0.2], label: 'go to the shrine', settles: { loss: 0.08, danger: 0.06, open: 0.12 },
    apply(state) {
      give(state, S.safety, 0.25)
      feel(state, 0.05)
    },
  },
  {
    id: 'gather', skillId: 'gather', concerns: false, hours: 1.5, effort: 0.1, leaning: [0.05, -0.1, 0.5, 0.1, -0.1], label: 'sit with the others and hear what they say', settles: { loss: 0.25, danger: 0.2, open: 0.3 },
    hinders: (state) => (state[S.hour]! % 24 < EVENING || isNight(state) ? 'nobody sits together at that hour' : null),
    succeeds: () => 0.7,
    apply(state, _, well) {
      give(state, S.company, well ? 0.45 : 0.2)
      feel(state, well ? 0.08 : 0)
    },
  },
  {
    id: 'visit', skillId: 'visit', concerns: true, hours: 1, effort: 0.15, leaning: [0, -0.05, 0.35, 0.2, 0], label: 'call on {person}', settles: { loss: 0.1, open: 0.2, quarrel: 0.2 },
    hinders: asleep, succeeds: goodWill,
    apply(state, o, well) {
      give(state, S.company, well ? 0.45 : 0.05)
      warm(state, o, well ? 0.06 : -0.03)
      feel(state, well ? 0.1 : -0.12)
    },
  },
  {
    id: 'talk', skillId: 'talk', concerns: true, hours: 0.4, effort: 0.08, leaning: [0.05, 0, 0.3, 0.1, 0], label: 'talk it over with {person}', settles: { quarrel: 0.3, open: 0.3, request: 0.2, day: 0.1 },
    hinders: asleep, succeeds: goodWill,
    apply(state, o, well) {
      give(state, S.company, well ? 0.22 : 0.04)
      warm(state, o, well ? 0.04 : -0.04)
      feel(state, well ? 0.05 : -0.08)
    },
  },
  {
    id: 'help', skillId: 'visit', concerns: true, hours: 1.5, effort: 0.6, leaning: [0, 0.1, 0.05, 0.5, 0], label: 'help {person}', settles: { request: 0.75, quarrel: 0.35 },
    hinders: (state) => asleep(state) ?? (state[S.rest]! < 0.15 ? 'too tired to help anybody' : null),
    succeeds: (state, o) => clamp(0.6 + 0.3 * goodWill(state, o), 0, 0.95),
    apply(state, o, well) {
      give(state, S.rest, -0.1)
      give(state, S.duty, -0.06)
      warm(state, o, well ? 0.16 : 0.04)
      state[o + OTHER.debt] = clamp(state[o + OTHER.debt]! + (well ? 0.4 : 0.1), -1, 1)
      feel(state, well ? 0.12 : -0.05)
    },
  },
  {
    id: 'ask-help', skillId: 'visit', concerns: true, hours: 0.6, effort: 0.12, leaning: [0.05, 0, 0.15, 0.05, 0.15], label: 'ask {person} for help', settles: { danger: 0.6, loss: 0.5, day: 0.15, promise: 0.2 },
    hinders: asleep, succeeds: (state, o) => goodWill(state, o) * (0.6 + 0.4 * state[o + OTHER.trust]!),
    apply(state, o, well) {
      state[o + OTHER.debt] = clamp(state[o + OTHER.debt]! - (well ? 0.35 : 0), -1, 1)
      give(state, S.safety, well ? 0.2 : 0)
      if (well) give(state, S.danger, -0.4)
      feel(state, well ? 0.1 : -0.18)
    },
  },
  {
    id: 'give', skillId: 'visit', concerns: true, hours: 0.5, effort: 0.25, leaning: [0.05, 0, 0.1, 0.45, 0], label: 'bring {person} something', settles: { request: 0.4, quarrel: 0.4 },
    hinders: asleep, succeeds: (state, o) => clamp(0.45 + 0.5 * goodWill(state, o), 0, 0.97),
    apply(state, o, well) {
      give(state, S.duty, -0.05)
      warm(state, o, well ? 0.18 : 0.02)
      feel(state, well ? 0.1 : -0.05)
    },
  },
  {
    id: 'tell', skillId: 'talk', concerns: true, hours: 0.4, effort: 0.1, leaning: [0.05, 0.1, 0.25, 0.1, 0.05], label: 'tell {person} of {matter}', settles: { danger: 0.45, loss: 0.3, request: 0.2, open: 0.15 },
    hinders: asleep, succeeds: (state, o) => 0.35 + 0.6 * state[o + OTHER.trust]!,
    apply(state, o, well) {
      warm(state, o, well ? 0.05 : -0.02)
      state[o + OTHER.trust] = clamp(state[o + OTHER.trust]! + (well ? 0.05 : -0.02), 0, 1)
      if (well) give(state, S.danger, -0.15)
      give(state, S.company, 0.06)
    },
  },
  {
    id: 'confront', skillId: 'visit', concerns: true, hours: 0.4, effort: 0.35, leaning: [0, 0, 0.25, -0.6, -0.1], label: 'have it out with {person}', settles: { quarrel: 0.65, danger: 0.3, loss: 0.25, promise: 0.3 },
    hinders: asleep,
    succeeds: (state, o, world) => clamp(0.35 + 0.25 * world.temperament[2]! + 0.2 * state[S.dominance]! + 0.2 * state[o + OTHER.theirWarmth]!, 0.05, 0.9),
    apply(state, o, well) {
      warm(state, o, well ? -0.12 : -0.3)
      give(state, S.danger, well ? 0 : 0.25)
      state[o + OTHER.grievance] = clamp(state[o + OTHER.grievance]! - (well ? 0.6 : 0.1), 0, 1)
      feel(state, well ? 0.1 : -0.25)
    },
  },
  {
    id: 'apologise', skillId: 'visit', concerns: true, hours: 0.4, effort: 0.3, leaning: [0.05, 0.1, 0, 0.4, 0.1], label: 'make peace with {person}', settles: { quarrel: 0.6 },
    hinders: (state, o) => asleep(state) ?? (state[o + OTHER.theirWarmth]! > 0.35 && state[o + OTHER.grievance]! < 0.1 ? 'there is nothing to make up' : null),
    succeeds: (state, o) => clamp(goodWill(state, o) + 0.15, 0, 0.95),
    apply(state, o, well) {
      warm(state, o, well ? 0.22 : 0.03)
      state[o + OTHER.grievance] = clamp(state[o + OTHER.grievance]! - (well ? 0.5 : 0.1), 0, 1)
      state[S.dominance] = clamp(state[S.dominance]! - 0.1, -1, 1)
      feel(state, well ? 0.12 : -0.12)
    },
  },
  {
    id: 'avoid', skillId: 'wander', concerns: true, hours: 0.6, effort: 0.12, leaning: [0, -0.05, -0.3, -0.1, 0.3], label: 'keep out of {person}’s way', settles: { quarrel: 0.2, danger: 0.35, request: 0.1 },
    apply(state, o) {
      warm(state, o, -0.05)
      give(state, S.company, -0.05)
      give(state, S.danger, -0.2)
    },
  },
  {
    id: 'keep-word', skillId: 'go-to', concerns: true, hours: 1, effort: 0.4, leaning: [0, 0.55, 0, 0.25, 0], label: 'keep the word given to {person}', settles: { promise: 0.9 },
    hinders: (state, o) => (state[o + OTHER.promised]! <= 0 ? 'nothing was promised' : null),
    succeeds: () => 0.9,
    apply(state, o, well) {
      if (well) state[o + OTHER.promised] = 0
      warm(state, o, well ? 0.15 : 0)
      feel(state, well ? 0.1 : -0.08)
    },
  },
  {
    id: 'go-along', skillId: 'accompany', concerns: true, hours: 1, effort: 0.25, leaning: [0.35, -0.1, 0.25, 0.25, -0.15], label: 'go along with {person}', settles: { request: 0.8, open: 0.2 },
    hinders: (state, o) => (state[o + OTHER.near]! < 0.5 ? 'they are not here' : state[S.rest]! < 0.12 ? 'too tired to go anywhere' : null),
    succeeds: (state, o) => clamp(0.5 + 0.45 * state[o + OTHER.trust]!, 0, 0.97),
    apply(state, o, well) {
      give(state, S.company, 0.3)
      give(state, S.duty, -0.08)
      warm(state, o, well ? 0.1 : -0.05)
      feel(state, well ? 0.12 : -0.15)
    },
  },
]

const numbers = new Map(ACTS.map((act, number) => [act.id, number]))

/** The number of an act, or −1. */
export function actNumber(id: string): number {
  return numbers.get(id) ?? -1
}

/** Whether an act can be done now; else why not. */
export function hindrance(act: Act, state: Float64Array, other: number, world: SmallWorld): string | null {
  if (act.concerns && (other < 0 || other >= world.others.length)) return 'nobody it could concern is known'
  return act.hinders?.(state, otherAt(other), world) ?? null
}
