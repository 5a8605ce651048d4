/** Eating: at home, at the inn of an evening, or on a bench at noon. */
import { nextFloat } from '#core/rng.ts'
import { aimAtSeat, aimInside, drawRest, findBuilding, nearestBuilding, SEAT_WORDS } from './places.ts'
import { hoursBetween, rainNow, weigh, type Skill } from './skill.ts'
import { partOfDay } from '../words.ts'

/** Share of dry noons at which one eats out of doors. */
const OUT_SHARE = 0.6

/** Eat. */
export const eat: Skill = {
  id: 'eat',
  label: () => 'have something to eat',
  weigh({ npc, hour }, weights) {
    const hunger = 1 - npc.needs.food
    const meal = Math.max(hoursBetween(hour, 6.5, 8, 0.8), hoursBetween(hour, 12, 13.3, 0.8), hoursBetween(hour, 18, 19.5, 1))
    weigh(weights, 'hunger', Math.min(1, hunger * 1.45))
    weigh(weights, 'meal time', 0.55 + 0.45 * meal)
  },
  start(moment, run) {
    const { npc, hour } = moment
    const home = findBuilding(moment.village, npc.homeId)
    const inn = nearestBuilding(moment, ['inn'])
    const seat = hour > 11 && hour < 15 && rainNow(moment) < 0.1 && nextFloat(npc.rng) < OUT_SHARE ? drawRest(moment) : null
    run.seconds = 45 + nextFloat(npc.rng) * 30
    run.why = npc.needs.food < 0.3 ? 'very hungry' : `hungry, and it is ${partOfDay(hour)}`
    if (seat) {
      aimAtSeat(run, seat)
      run.going = `taking bread and cheese out to ${SEAT_WORDS[seat.on]}`
      run.doing = `eating bread and cheese on ${SEAT_WORDS[seat.on]}`
      return true
    }
    const atInn = inn !== null && inn.id !== npc.homeId && npc.age > 17 && hour > 17 && nextFloat(npc.rng) < 0.25 + npc.temperament.extraversion * 0.2
    const place = atInn ? inn : home
    if (!place) return false
    aimInside(run, place)
    run.going = atInn ? 'going to the inn for supper' : 'going home to eat'
    run.doing = atInn ? 'eating at the inn' : 'eating at home'
    return true
  },
}
