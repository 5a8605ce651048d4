/** What a skill is: how much it is wanted now, and how a run of it begins and goes on. */
import type { NpcId } from '#core/ids.ts'
import { TICKS_PER_SECOND } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'
import type { Village } from '../village.ts'
import { discomfortOf } from '../weather.ts'
import type { World } from '../world.ts'
import type { SkillId } from './skill-id.ts'

/** One person's moment: everything a skill may look at. The same object is filled again for the next person. */
export type Moment = {
  world: World
  env: WorldEnv
  npc: Npc
  village: Village
  /** 0..24. */
  hour: number
  /** Metres to the player. */
  playerMeters: number
}

/** What speaks for and against a skill, 0..1 each (a little more for a strong leaning); 0 rules it out. Kept in order; reused. */
export type Weights = { names: string[]; values: number[]; count: number }

/** A skill. `start` fills the run (target, words, length) and returns false when there is nowhere or nobody to do it with. */
export type Skill = {
  readonly id: SkillId
  /** What choosing it means, for menus: "fetch water from the well". */
  label(moment: Moment): string
  weigh(moment: Moment, weights: Weights): void
  start(moment: Moment, run: SkillRun): boolean
  /** Called when the place is reached; false ends the run as failed. */
  arrive?(moment: Moment, run: SkillRun): boolean
  /** Called when the doing is over; true when the run goes on with another leg, already filled in. */
  onward?(moment: Moment, run: SkillRun): boolean
  /** Whether a mind may wish for it concerning this person, building or nobody. */
  concerns?: 'person' | 'building' | 'player'
}

/** Adds what speaks for (near 1) or against (near 0) a skill. */
export function weigh(weights: Weights, name: string, value: number): void {
  weights.names[weights.count] = name
  weights.values[weights.count] = value < 0 ? 0 : value
  weights.count++
}

/** The product of all parts, made up for their number, so that many good reasons do not drown each other (Mark, "Behavioral Mathematics for Game AI", 2009). */
export function scoreOf(weights: Weights): number {
  if (weights.count === 0) return 0
  let score = 1
  for (let i = 0; i < weights.count; i++) score *= weights.values[i]!
  const makeUp = 1 - 1 / weights.count
  return score + Math.max(0, 1 - score) * makeUp * score
}

/** Rises from 0 to 1 at `from` and falls again at `to`, each within `ramp` hours; may pass midnight. */
export function hoursBetween(hour: number, from: number, to: number, ramp: number): number {
  const length = (to - from + 24) % 24
  const since = (hour - from + ramp / 2 + 24) % 24
  if (since > length + ramp) return 0
  return Math.min(1, since / ramp, (length + ramp - since) / ramp)
}

/** A leaning of the temperament as a factor about 1: `trait` −1..1, `strength` 0..1. */
export function leaning(trait: number, strength: number): number {
  return 1 + trait * strength
}

/** What a storm takes of the wish to go out. */
const STORM_SHARE = 0.8

/** Seconds of play since a skill last ended for the person of this moment. */
export function secondsSince(moment: Moment, skillIndex: number): number {
  return (moment.world.tick - (moment.npc.lastEndedTicks[skillIndex] ?? 0)) / TICKS_PER_SECOND
}

/** How much rain or snow is felt, 0..1. */
export function rainNow(moment: Moment): number {
  return discomfortOf(moment.world.weather)
}

/** What the weather leaves of the wish to go out for something, 0..1: of it rain takes `share` at most, a storm more. */
export function errandWeather(moment: Moment, share: number): number {
  return 1 - rainNow(moment) * (moment.world.weather.kind === 'storm' ? STORM_SHARE : share)
}

/** Another person by id, or undefined. */
export function findPerson(world: World, id: string | null): Npc | undefined {
  return id === null ? undefined : world.npcs.find((npc) => npc.id === (id as NpcId))
}
