/** When something happens: by seed and day in each settlement, every day or two, at an hour of its own. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { SettlementId } from '#core/ids.ts'
import { createRng } from '#core/rng.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import { findPerson } from '../skills/skill.ts'
import { findVillage, type Village } from '../village.ts'
import type { World } from '../world.ts'
import { draftBurial } from './draft-burial.ts'
import { draftGift, newbornToSee } from './newborn.ts'
import { createCircle, drawHappening, drawOfKind } from './draw-happening.ts'
import { settlementOf } from './graves.ts'
import { happen } from './happen.ts'
import type { Waiting } from './happening.ts'
import { draftReaping, reapedSpots, reapingsOf, yearOf } from './reap.ts'
import { isInSight, stage } from './stage.ts'
import { draftMending, isToBeMended } from './mend.ts'
import { breakingOf } from './storm.ts'

/** Sub-seed of happenings. */
export const HAPPENING_LAYER = 0x68617070
/** Sub-seeds of burials and of gifts. */
const BURIAL_LAYER = 0x62757279
const GIFT_LAYER = 0x67696674
const REAPING_LAYER = 0x7265_6c61
const MENDING_LAYER = 0x6d65_6e64
/** Share of days on which something happens, whatever the day before was. */
const DAILY_CHANCE = 0.65
/** Hours between which it does. */
const EARLIEST_HOUR = 7
const LATEST_HOUR = 20
/** After a long absence no more than so many days are caught up on, the last ones. */
const MOST_DAYS = 30
/** How long before and after what a storm broke nothing else happens, world seconds. */
const STORM_NEWS_SECONDS = 1.5 * DAY_WORLD_SECONDS
/** Fewer than so many people make no news. */
export const FEWEST_PEOPLE = 4
/** What was due longer ago, world seconds, is over: it is not played out any more. */
const STAGE_SECONDS = 600
/** How long a burial waits for those who sleep or are in the middle of something, where the player is near enough to see it, world seconds: an hour and a half. */
const WAKE_SECONDS = 5400
/** The same for anything else: three quarters of an hour. */
const WAIT_SECONDS = 2700
/** Mending waits longer for those it takes, where it is seen: four hours. */
const MEND_WAIT_SECONDS = 14_400

/** A settlement and those of its people to whom something can happen. */
type Place = { people: Npc[]; village: Village }

/** Lets everything happen that was due since the last look. */
export function updateHappenings(world: World, env: WorldEnv): void {
  const { chronicle, worldSeconds: now } = world
  const from = Math.max(chronicle.untilSeconds, now - MOST_DAYS * DAY_WORLD_SECONDS)
  chronicle.untilSeconds = now
  if (chronicle.gatherings.some(({ untilSeconds }) => untilSeconds < now)) chronicle.gatherings = chronicle.gatherings.filter(({ untilSeconds }) => untilSeconds >= now)
  askAgain(world, env)
  for (const settlementId of world.populated) {
    const word = hashCell(env.land.seedWord, hashString(settlementId), HAPPENING_LAYER)
    for (let day = dayOf(from); day <= dayOf(now); day++) {
      const due = dueSeconds(word, day)
      if (due > from && due <= now) happenIn(world, env, settlementId, { word: hashCell(word, day), due, storm: false })
    }
    reap(world, env, settlementId, { word, from, now })
    const breaking = breakingOf(word, world.weather)
    if (breaking && breaking.due > from && breaking.due <= now) happenIn(world, env, settlementId, { ...breaking, storm: true })
  }
  bringGifts(world, env)
  buryDead(world, env)
  mendDamage(world, env)
}

/** The moment of a day's happening, world seconds; never, where the day has none. A quiet day is not followed by another. */
export function dueSeconds(word: number, day: number): number {
  const isQuiet = (which: number): boolean => unitOf(hashCell(word, which, 1)) >= DAILY_CHANCE
  if (isQuiet(day) && !isQuiet(day - 1)) return Infinity
  return (day + (EARLIEST_HOUR + unitOf(hashCell(word, day, 2)) * (LATEST_HOUR - EARLIEST_HOUR)) / 24) * DAY_WORLD_SECONDS
}

function happenIn(world: World, env: WorldEnv, settlementId: SettlementId, { word, due, storm }: { word: number; due: number; storm: boolean }): void {
  // where a storm has just been people have that to see to
  if (!storm && world.chronicle.damages.some((damage) => damage.settlementId === settlementId && Math.abs(due - damage.worldSeconds) < STORM_NEWS_SECONDS)) return
  const place = gatherPeople(world, env, settlementId)
  if (!place || place.people.length < FEWEST_PEOPLE) return
  comeAbout(world, place, { settlementId, word, dueSeconds: due, reaping: null, storm })
}

/** Reaps what is due: each field and orchard of a settlement once a year. */
function reap(world: World, env: WorldEnv, settlementId: SettlementId, { word, from, now }: { word: number; from: number; now: number }): void {
  const plan = planOf(world, env, settlementId)
  if (!plan) return
  for (const year of new Set([yearOf(from), yearOf(now)])) {
    for (const reaping of reapingsOf(plan, word, year)) {
      if (reaping.due <= from || reaping.due > now) continue
      const place = gatherPeople(world, env, settlementId)
      if (!place || place.people.length < FEWEST_PEOPLE) continue
      const dice = hashCell(word, reaping.number, dayOf(reaping.due), REAPING_LAYER)
      comeAbout(world, place, { settlementId, word: dice, dueSeconds: reaping.due, reaping: reaping.number, storm: false })
    }
  }
}

/** The plan of a settlement whose people are in the world; null when none are. */
function planOf(world: World, env: WorldEnv, settlementId: SettlementId): SettlementPlan | null {
  const npc = world.npcs.find((person) => person.settlementId === settlementId)
  return npc ? (findVillage(env.land, settlementId, npc.body)?.plan ?? null) : null
}

/** What is due is played out where the player can see it, waits there for those it concerns, or else simply happens. Returns whether it waits. */
function comeAbout(world: World, { people, village }: Place, due: Waiting): boolean {
  const { word, dueSeconds, reaping, storm } = due
  const circle = createCircle(world, { rng: createRng(word), people, plan: village.plan, worldSeconds: dueSeconds })
  const spot = reaping === null ? undefined : reapedSpots(village.plan)[reaping]
  const draft = storm ? drawOfKind('storm', circle) : reaping === null ? drawHappening(circle) : spot ? draftReaping(circle, { spot, number: reaping }) : null
  const late = world.worldSeconds - dueSeconds
  const isAwaited = world.chronicle.waiting.includes(due)
  if (!draft || ((isAwaited || late < STAGE_SECONDS) && stage(world, village, draft, { word, seconds: dueSeconds }))) return false
  if (late < (isAwaited ? WAIT_SECONDS : STAGE_SECONDS) && isInSight(world, village, draft)) {
    if (!isAwaited) world.chronicle.waiting.push(due)
    return true
  }
  happen(world, circle, draft, dueSeconds)
  return false
}

/** What waits for people who were asleep, in a talk or in something else is asked for again. */
function askAgain(world: World, env: WorldEnv): void {
  if (world.chronicle.waiting.length === 0) return
  world.chronicle.waiting = world.chronicle.waiting.filter((due) => {
    const place = gatherPeople(world, env, due.settlementId)
    return place !== null && place.people.length >= FEWEST_PEOPLE && comeAbout(world, place, due)
  })
}

/** The dead whose time has come are carried to the grave. */
function buryDead(world: World, env: WorldEnv): void {
  for (const death of world.chronicle.deaths) {
    if (death.isBuried || death.burialSeconds > world.worldSeconds || world.chronicle.scenes.some(({ claim }) => claim.kind === 'burial' && claim.subject?.id === death.npcId)) continue
    const place = gatherPeople(world, env, settlementOf(death.npcId))
    // where nobody is left, or nobody is in the world now, it is done all the same
    if (!place) {
      death.isBuried = true
      continue
    }
    const { village, people } = place
    const word = hashCell(env.land.seedWord, hashString(death.npcId), BURIAL_LAYER)
    const circle = createCircle(world, { rng: createRng(word), people, plan: village.plan, worldSeconds: death.burialSeconds })
    const draft = draftBurial(people, village.plan, death)
    const late = world.worldSeconds - death.burialSeconds
    if (late < WAKE_SECONDS && stage(world, village, draft, { word, seconds: death.burialSeconds })) continue
    // whoever is needed may be asleep, or in another scene
    if (late < WAKE_SECONDS && draft.doer && isInSight(world, village, draft)) continue
    happen(world, circle, draft, death.burialSeconds)
  }
}

/** What storms broke is mended when it is time. */
function mendDamage(world: World, env: WorldEnv): void {
  for (const damage of world.chronicle.damages) {
    if (!isToBeMended(world, damage) || world.chronicle.scenes.some(({ claim, settlementId, houseId }) => claim.kind === 'mending' && settlementId === damage.settlementId && houseId === damage.homeId)) continue
    const place = gatherPeople(world, env, damage.settlementId)
    const draft = place && draftMending(place.people, damage)
    // where nobody is in the world now, or nobody is left of the house, it is done all the same
    if (!draft) {
      damage.mendedSeconds = world.worldSeconds
      continue
    }
    const { village, people } = place
    const word = hashCell(hashString(damage.homeId), Math.floor(damage.dueSeconds), MENDING_LAYER)
    const late = world.worldSeconds - damage.dueSeconds
    if (isInSight(world, village, draft) && (stage(world, village, draft, { word, seconds: world.worldSeconds }) || late < MEND_WAIT_SECONDS)) continue
    happen(world, createCircle(world, { rng: createRng(word), people, plan: village.plan, worldSeconds: world.worldSeconds }), draft, world.worldSeconds)
  }
}

/** Whoever has come to see a newborn child has brought something. */
function bringGifts(world: World, env: WorldEnv): void {
  for (const npc of world.npcs) {
    if (npc.skill?.skillId !== 'visit' || npc.skill.phase !== 'do') continue
    const birth = newbornToSee(world, npc)
    const mother = birth && findPerson(world, birth.parentId)
    const place = mother && npc.skill.targetId === mother.id ? gatherPeople(world, env, npc.settlementId) : null
    if (!birth || !mother || !place) continue
    birth.visitorIds.push(npc.id)
    const rng = createRng(hashCell(hashString(npc.id), hashString(birth.given), GIFT_LAYER))
    happen(world, createCircle(world, { rng, people: place.people, plan: place.village.plan, worldSeconds: world.worldSeconds }), draftGift(rng, { giver: npc, mother, birth }), world.worldSeconds)
  }
}

/** The people of a settlement to whom something can happen, and the settlement; null when there are none. */
function gatherPeople(world: World, env: WorldEnv, settlementId: SettlementId): Place | null {
  const people = world.npcs.filter((npc) => npc.settlementId === settlementId && !npc.frozen)
  const village = people[0] ? findVillage(env.land, settlementId, people[0].body) : null
  return village && { people, village }
}
