/** Sitting down for a while: on a bench, the own doorstep, or the rim of the well. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { nextFloat } from '#core/rng.ts'
import { dayOf } from '../clock.ts'
import { aimAtSeat, drawRest, drawSeat, type Seat } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Moment, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'
import { momentOfDay } from '../words.ts'

const INDEX = SKILL_IDS.indexOf('sit')
/** Hours of the evening in which people sit out, and the share of evenings on which somebody does; the old oftener. */
const OUT_HOURS = { from: 18, to: 20.8 } as const
const OUT_SHARE = 0.5
const OLD_SHARE = 0.75
const OLD = 60
const GROWN = 14
/** Hours about noon at which some rest out of doors once they have eaten, and the share of days on which somebody does. */
const NOON_HOURS = { from: 12.6, to: 13.7 } as const
const NOON_SHARE = 0.4
const NOON_LAYER = 0x6e6f_6f6e
/** From which hour on people sit down anywhere. */
const REST_HOUR = 12
/** Sub-seed of who sits out of an evening. */
const AIR_LAYER = 0x6169_7200

/** What it is called, by what one sits on. */
const WORDS: { readonly [S in Seat['on']]: { going: string; doing: string } } = {
  bench: { going: 'walking to the bench', doing: 'sitting and watching the village' },
  doorstep: { going: 'going to sit before the house', doing: 'sitting on the doorstep' },
  well: { going: 'walking over to the well', doing: 'sitting on the rim of the well' },
  log: { going: 'walking to the fire', doing: 'sitting on a log by the fire' },
}

/** Sit. */
export const sit: Skill = {
  id: 'sit',
  label: () => 'sit down for a while',
  weigh(moment, weights) {
    const { npc } = moment
    if (isAirOut(moment)) {
      weigh(weights, 'evening air', 0.86 * leaning(npc.temperament.extraversion, -0.08))
      weigh(weights, 'dry weather', 1 - rainNow(moment))
      return
    }
    if (isNoonRest(moment)) {
      weigh(weights, 'a rest at noon', 0.82 * leaning(npc.temperament.conscientiousness, -0.12))
      weigh(weights, 'dry weather', 1 - rainNow(moment))
      return
    }
    weigh(weights, 'ease', (npc.age > 60 ? 0.62 : npc.age < 14 ? 0.2 : 0.42) * leaning(npc.temperament.conscientiousness, -0.15))
    weigh(weights, 'tired legs', 0.5 + 0.5 * (1 - npc.needs.rest))
    weigh(weights, 'time of day', 0.1 + 0.9 * hoursBetween(moment.hour, 7.5, 21, 1))
    weigh(weights, 'long not done', 0.3 + 0.7 * Math.min(1, secondsSince(moment, INDEX) / 300))
    weigh(weights, 'dry weather', 1 - rainNow(moment))
  },
  start(moment, run) {
    const { npc } = moment
    // of a morning there is too much to do for more than a moment on a bench
    const bench = moment.hour < REST_HOUR ? drawSeat(moment) : null
    const seat: Seat | null = moment.hour < REST_HOUR ? bench && { on: 'bench', ...bench } : drawRest(moment)
    if (!seat) return false
    aimAtSeat(run, seat)
    run.seconds = (25 + nextFloat(npc.rng) * 40) * (isAirOut(moment) ? 2 : 1)
    run.going = WORDS[seat.on].going
    run.doing = isAirOut(moment) && seat.on === 'doorstep' ? 'sitting on the doorstep in the evening air' : WORDS[seat.on].doing
    run.why = npc.age > 60 ? 'the knees ask for it' : `a quiet moment of ${momentOfDay(moment.hour)}`
    return true
  },
}

/** Whether this is a noon at which the person of this moment rests for a while. */
function isNoonRest({ npc, world, hour }: Moment): boolean {
  if (hour < NOON_HOURS.from || hour > NOON_HOURS.to || npc.age < GROWN) return false
  return unitOf(hashCell(hashString(npc.id), NOON_LAYER, dayOf(world.worldSeconds))) < NOON_SHARE
}

/** Whether this is an evening on which the person of this moment sits out. */
function isAirOut({ npc, world, hour }: Moment): boolean {
  if (hour < OUT_HOURS.from || hour > OUT_HOURS.to || npc.age < GROWN) return false
  return unitOf(hashCell(hashString(npc.id), AIR_LAYER, dayOf(world.worldSeconds))) < (npc.age > OLD ? OLD_SHARE : OUT_SHARE)
}
