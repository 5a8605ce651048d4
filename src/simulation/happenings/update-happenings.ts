/** When something happens: by seed and day in each settlement, every day or two, at an hour of its own. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { SettlementId } from '#core/ids.ts'
import { createRng } from '#core/rng.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import { findVillage } from '../village.ts'
import type { World } from '../world.ts'
import { drawHappening, type Circle } from './draw-happening.ts'
import { happen } from './happen.ts'
import { stage } from './stage.ts'

/** Sub-seed of happenings. */
export const HAPPENING_LAYER = 0x68617070
/** Share of days on which something happens. */
const DAILY_CHANCE = 0.65
/** Hours between which it does. */
const EARLIEST_HOUR = 7
const LATEST_HOUR = 20
/** After a long absence no more than so many days are caught up on, the last ones. */
const MOST_DAYS = 30
/** Fewer than so many people make no news. */
export const FEWEST_PEOPLE = 4
/** What was due longer ago, world seconds, is over: it is not played out any more. */
const STAGE_SECONDS = 600

/** Lets everything happen that was due since the last look. */
export function updateHappenings(world: World, env: WorldEnv): void {
  const { chronicle, worldSeconds: now } = world
  const from = Math.max(chronicle.untilSeconds, now - MOST_DAYS * DAY_WORLD_SECONDS)
  chronicle.untilSeconds = now
  if (chronicle.gatherings.some(({ untilSeconds }) => untilSeconds < now)) chronicle.gatherings = chronicle.gatherings.filter(({ untilSeconds }) => untilSeconds >= now)
  for (const settlementId of world.populated) {
    const word = hashCell(env.land.seedWord, hashString(settlementId), HAPPENING_LAYER)
    for (let day = dayOf(from); day <= dayOf(now); day++) {
      const due = dueSeconds(word, day)
      if (due > from && due <= now) happenIn(world, env, settlementId, { word: hashCell(word, day), due })
    }
  }
}

/** The moment of a day's happening, world seconds; never, where the day has none. */
export function dueSeconds(word: number, day: number): number {
  if (unitOf(hashCell(word, day, 1)) >= DAILY_CHANCE) return Infinity
  return (day + (EARLIEST_HOUR + unitOf(hashCell(word, day, 2)) * (LATEST_HOUR - EARLIEST_HOUR)) / 24) * DAY_WORLD_SECONDS
}

function happenIn(world: World, env: WorldEnv, settlementId: SettlementId, { word, due }: { word: number; due: number }): void {
  const people = world.npcs.filter((npc) => npc.settlementId === settlementId && !npc.frozen)
  const village = people[0] ? findVillage(env.land, settlementId, people[0].body) : null
  if (!village || people.length < FEWEST_PEOPLE) return
  const circle: Circle = { rng: createRng(word), people, plan: village.plan, isStormy: world.weather.kind === 'storm' }
  const draft = drawHappening(circle)
  if (draft && !(due > world.worldSeconds - STAGE_SECONDS && stage(world, village, draft, { word, seconds: due }))) happen(world, circle, draft, due)
}
