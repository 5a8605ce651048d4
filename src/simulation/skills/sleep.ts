/** Sleeping at home through the night. */
import { aimInside, findBuilding } from './places.ts'
import { hoursBetween, weigh, type Moment, type Skill } from './skill.ts'
import { isWatchNight, WATCH_HOURS } from './night-watch.ts'
import { tradeOf } from '../npc/trades.ts'
import { clamp } from '#core/scalar.ts'

/** Seconds of play in a world hour. */
const HOUR_SECONDS = 120
/** When whoever kept watch rises. */
const AFTER_WATCH_HOUR = 8.6

/** The hour at which somebody goes to bed: children early, the outgoing late. */
function bedHour({ npc, world }: Moment): number {
  if (isWatchNight(world, npc)) return WATCH_HOURS.to
  return (npc.age < 14 ? 20.3 : npc.trade === 'innkeeper' ? 23 : 22) + npc.temperament.extraversion * 0.5 - (npc.trade === 'baker' || npc.trade === 'fisher' ? 1.2 : 0)
}

/** The hour at which somebody rises. */
function wakeHour({ npc, world }: Moment): number {
  if (isWatchNight(world, npc)) return AFTER_WATCH_HOUR
  return clamp(npc.age < 14 ? 7 : tradeOf(npc.trade).from - 0.8, 4, 7.2) - npc.temperament.conscientiousness * 0.25
}

/** Sleep. */
export const sleep: Skill = {
  id: 'sleep',
  label: () => 'go home and sleep',
  weigh(moment, weights) {
    const night = hoursBetween(moment.hour, bedHour(moment), wakeHour(moment) - 0.3, 0.7)
    const tired = 1 - moment.npc.needs.rest
    weigh(weights, 'tiredness', night > 0.5 ? Math.max(0.8, tired) : tired * tired)
    weigh(weights, 'time of day', 0.12 + 0.88 * night)
  },
  start(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    if (!home) return false
    aimInside(run, home)
    const untilWake = (wakeHour(moment) - moment.hour + 24) % 24
    // a nap by day is short
    run.seconds = (untilWake > 14 ? 0.8 : untilWake) * HOUR_SECONDS
    run.going = 'going home to bed'
    run.doing = 'asleep at home'
    run.why = moment.npc.needs.rest < 0.25 ? 'worn out' : 'it is late, and the day was long enough'
    return true
  },
}
