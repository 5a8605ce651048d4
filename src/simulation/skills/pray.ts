/** A quiet moment at the shrine. */
import { nextFloat } from '#core/rng.ts'
import { aimAtDoor, nearestBuilding } from './places.ts'
import { hoursBetween, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('pray')

/** Pray. */
export const pray: Skill = {
  id: 'pray',
  label: () => 'spend a quiet moment at the shrine',
  weigh(moment, weights) {
    const { npc } = moment
    weigh(weights, 'devotion', 0.3 + (npc.trade === 'keeper' ? 0.35 : 0) + (npc.age > 60 ? 0.15 : 0) + Math.max(0, -npc.mood.pleasure) * 0.3)
    weigh(weights, 'time of day', Math.max(hoursBetween(moment.hour, 6.3, 9, 0.8), hoursBetween(moment.hour, 16.5, 19.5, 1), 0.1))
    weigh(weights, 'long not done', Math.min(1, secondsSince(moment, INDEX) / 2400))
    weigh(weights, 'dry weather', 1 - rainNow(moment) * 0.7)
  },
  start(moment, run) {
    const shrine = nearestBuilding(moment, ['shrine'])
    if (!shrine) return false
    aimAtDoor(moment, run, shrine)
    run.facing = shrine.yaw
    run.seconds = 18 + nextFloat(moment.npc.rng) * 14
    run.going = 'walking to the shrine'
    run.doing = 'praying at the shrine'
    run.why = moment.npc.mood.pleasure < -0.15 ? 'the heart is heavy' : 'a habit of every day'
    return true
  },
}
