/** Sitting on a bench for a while. */
import { nextFloat } from '#core/rng.ts'
import { aimAtSeat, drawSeat } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'
import { momentOfDay } from '../words.ts'

const INDEX = SKILL_IDS.indexOf('sit')

/** Sit. */
export const sit: Skill = {
  id: 'sit',
  label: () => 'sit on a bench for a while',
  weigh(moment, weights) {
    const { npc } = moment
    weigh(weights, 'ease', (npc.age > 60 ? 0.62 : npc.age < 14 ? 0.2 : 0.42) * leaning(npc.temperament.conscientiousness, -0.15))
    weigh(weights, 'tired legs', 0.5 + 0.5 * (1 - npc.needs.rest))
    weigh(weights, 'time of day', 0.1 + 0.9 * hoursBetween(moment.hour, 7.5, 21, 1))
    weigh(weights, 'long not done', 0.3 + 0.7 * Math.min(1, secondsSince(moment, INDEX) / 300))
    weigh(weights, 'dry weather', 1 - rainNow(moment))
  },
  start(moment, run) {
    const { npc } = moment
    const seat = drawSeat(moment)
    if (!seat) return false
    aimAtSeat(run, seat)
    run.seconds = 25 + nextFloat(npc.rng) * 40
    run.going = 'walking to the bench'
    run.doing = 'sitting and watching the village'
    run.why = npc.age > 60 ? 'the knees ask for it' : `a quiet moment of ${momentOfDay(moment.hour)}`
    return true
  },
}
