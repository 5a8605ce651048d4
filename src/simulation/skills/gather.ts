/** Coming together of an evening: at the fire or on the square, and late or when it rains at the inn. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { nextFloat } from '#core/rng.ts'
import { dayOf } from '../clock.ts'
import { discomfortOf } from '../weather.ts'
import { aimAtSeat, aimInside, aimNear, aimUnderEaves, drawEaves, drawLog, drawSpot, nearestBuilding, yawTowards } from './places.ts'
import { hoursBetween, leaning, rainNow, weigh, type Moment, type Skill } from './skill.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'
import type { TradeId } from '../npc/trades.ts'
import type { Gathering } from '../happenings/happening.ts'

/** What somebody does at a feast. */
export const FEASTING = 'feasting with the others'
const STORY = 'telling a story by the fire'
const EMBERS = 'poking the embers of the fire'
const SONG = 'singing by the fire'
/** Who has a last cup before the inn, or a first one in it, and from how much rain on, 0..1; from which hour on some do in any weather, and which share. */
const LAST_CUP = 'standing before the inn with a cup'
const DRY_CUP = 'standing with a cup under the eaves of the inn'
const INN_RAIN = 0.2
const INN_HOUR = 20.6
const INN_SHARE = 0.45
const INN_UNTIL = 22.3
const FIRE_UNTIL = 21.7
const GROWN = 14
const OLD = 62
/** Sub-seed of whose evening at the inn it is, and how far before its door one stands, metres. */
const INN_LAYER = 0x696e_6e00
const FEAST_RING = 2.6
/** What hands of a trade do of an evening. */
const HANDIWORK: { readonly [T in TradeId]?: string } = { woodcutter: 'whittling by the fire', carpenter: 'whittling by the fire', elder: 'whittling by the fire', weaver: 'mending a shirt by the fire', fisher: 'mending a net by the fire', shepherd: 'carding wool by the fire', baker: 'roasting apples over the fire', farmer: 'mending a sack by the fire' }

/** Gather. */
export const gather: Skill = {
  id: 'gather',
  label: () => 'join the others at the fire',
  weigh(moment, weights) {
    const { npc } = moment
    const called = findGathering(moment)
    if (called) {
      weigh(weights, called.kind === 'feast' ? 'there is a feast' : 'the dead are mourned', called.kind === 'feast' ? 0.85 * leaning(npc.temperament.extraversion, 0.2) : 0.8)
      return
    }
    weigh(weights, 'evening', hoursBetween(moment.hour, 18.3, npc.age < GROWN ? 20 : isInnGuest(moment) ? INN_UNTIL : FIRE_UNTIL, 0.8))
    weigh(weights, 'sociability', 0.72 * leaning(npc.temperament.extraversion, 0.2))
    weigh(weights, 'loneliness', 0.5 + 0.5 * (1 - npc.needs.company))
    weigh(weights, 'dry weather', isInnGuest(moment) ? 1 : 1 - rainNow(moment))
  },
  start(moment, run) {
    const { npc, village } = moment
    const called = findGathering(moment)
    if (called) {
      aimNear(moment, run, called, 2 + nextFloat(npc.rng) * 2.5)
      run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, called)
      run.seconds = 70 + nextFloat(npc.rng) * 60
      run.going = called.kind === 'feast' ? `walking to ${called.words}` : 'walking to the shrine'
      run.doing = called.kind === 'feast' ? FEASTING : 'mourning with the others'
      run.why = called.kind === 'feast' ? 'there is a feast' : `everybody comes ${called.words}`
      return true
    }
    if (isInnGuest(moment) && goToInn(moment, run)) return true
    const fire = drawSpot(moment, ['fire'])
    const place = fire ?? village.plan
    aimNear(moment, run, place, 1.9 + nextFloat(npc.rng) * 1.3)
    run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, place)
    run.seconds = 50 + nextFloat(npc.rng) * 50
    run.going = fire ? 'walking to the fire' : 'walking to the square'
    run.doing = fire ? doingByFire(moment) : 'standing together on the square'
    // whoever tells a story, or pokes the embers, is not sitting
    const log = fire && run.doing !== STORY && run.doing !== EMBERS ? drawLog(moment, fire) : null
    if (log) {
      aimAtSeat(run, log)
      run.doing = `${run.doing}, on a log`
    }
    run.why = 'it is evening, and the others are there'
    return true
  },
}

/** Whether the inn is where the person of this moment goes of an evening: when it rains, and late by their own leaning. */
function isInnGuest({ npc, world, hour, village }: Moment): boolean {
  if (npc.age < GROWN || !village.plan.buildings.some(({ kind }) => kind === 'inn')) return false
  return discomfortOf(world.weather) > INN_RAIN || (hour > INN_HOUR && unitOf(hashCell(hashString(npc.id), INN_LAYER, dayOf(world.worldSeconds))) < INN_SHARE + 0.2 * npc.temperament.extraversion)
}

/** Some sit within, some stand before the door or, when it rains, under the eaves. */
function goToInn(moment: Moment, run: SkillRun): boolean {
  const { npc } = moment
  const inn = nearestBuilding(moment, ['inn'])
  if (!inn) return false
  run.seconds = 60 + nextFloat(npc.rng) * 60
  run.why = 'it is evening, and the others are there'
  const isWet = rainNow(moment) > INN_RAIN
  const place = isWet && nextFloat(npc.rng) < 0.6 ? drawEaves(moment, inn) : null
  if (place) aimUnderEaves(run, place)
  else if (isWet || nextFloat(npc.rng) < 0.35) {
    aimInside(run, inn)
    run.going = 'going to the inn'
    run.doing = 'sitting in the inn with the others'
    return true
  } else {
    const ahead = { x: inn.doorX + Math.sin(inn.yaw) * FEAST_RING, z: inn.doorZ + Math.cos(inn.yaw) * FEAST_RING }
    aimNear(moment, run, ahead, 1.2 + nextFloat(npc.rng) * 0.6)
    run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, ahead)
  }
  run.going = 'going over to the inn'
  run.doing = place ? DRY_CUP : LAST_CUP
  return true
}

/** What somebody does by the fire: one tells, some listen, hands that are used to it find something to do, children poke the embers. */
function doingByFire({ npc, world }: Moment): string {
  const chance = nextFloat(npc.rng)
  const told = (words: string): Npc | undefined => world.npcs.find((other) => other !== npc && other.settlementId === npc.settlementId && other.skill?.skillId === 'gather' && other.skill.doing.startsWith(words))
  const teller = told(STORY)
  if (npc.age < GROWN) return chance < 0.5 ? EMBERS : teller ? `listening to ${teller.given}’s story by the fire` : 'roasting apples over the fire'
  if (!teller && chance < 0.2 + 0.3 * npc.temperament.extraversion + (npc.age > OLD ? 0.25 : 0)) return STORY
  if (teller && chance < 0.45) return `listening to ${teller.given}’s story by the fire`
  if (!told(SONG) && chance > 0.88 - 0.1 * npc.temperament.openness) return SONG
  if (chance > 0.5) {
    const handiwork = HANDIWORK[npc.trade] ?? (npc.age > OLD ? 'dozing by the fire' : null)
    if (handiwork) return handiwork
  }
  return 'warming up by the fire with the others'
}

/** What the people of this settlement are called together for now; undefined for nothing. */
function findGathering({ npc, world }: Moment): Gathering | undefined {
  return world.chronicle.gatherings.find(({ settlementId, fromSeconds, untilSeconds }) => settlementId === npc.settlementId && fromSeconds <= world.worldSeconds && world.worldSeconds < untilSeconds)
}
