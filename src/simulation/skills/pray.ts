/** A quiet moment at the shrine, or at the grave of somebody who is missed. */
import { nextFloat } from '#core/rng.ts'
import { graveOf } from '../happenings/graves.ts'
import { findMourned } from '../happenings/mourned.ts'
import { aimAtDoor, nearestBuilding, standAtMark, yawTowards } from './places.ts'
import { hoursBetween, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('pray')

/** Pray. */
export const pray: Skill = {
  id: 'pray',
  label: () => 'spend a quiet moment at the shrine',
  weigh(moment, weights) {
    const { npc } = moment
    const mourned = findMourned(moment.world, npc)
    weigh(weights, mourned ? 'somebody is missed' : 'devotion', (mourned ? 0.25 : 0) + 0.3 + (npc.trade === 'keeper' ? 0.35 : 0) + (npc.age > 60 ? 0.15 : 0) + Math.max(0, -npc.mood.pleasure) * 0.3)
    weigh(weights, 'time of day', Math.max(hoursBetween(moment.hour, 6.3, 9, 0.8), hoursBetween(moment.hour, 16.5, 19.5, 1), 0.1))
    weigh(weights, 'long not done', Math.min(1, secondsSince(moment, INDEX) / 2400))
    weigh(weights, 'dry weather', 1 - rainNow(moment) * 0.7)
  },
  start(moment, run) {
    const mourned = findMourned(moment.world, moment.npc)
    const grave = mourned && graveOf(moment.village.plan, moment.world.chronicle.deaths, mourned)
    if (mourned && grave) {
      const side = nextFloat(moment.npc.rng) * 1.6 - 0.8
      const [sin, cos] = [Math.sin(grave.yaw), Math.cos(grave.yaw)]
      const place = { x: grave.x + cos * side + sin * 1.7, z: grave.z - sin * side + cos * 1.7 }
      standAtMark(moment, run, { ...place, yaw: yawTowards(place, grave) })
      run.seconds = 25 + nextFloat(moment.npc.rng) * 20
      run.going = `going to ${mourned.given}’s grave`
      run.doing = `standing at ${mourned.given}’s grave`
      run.why = `${mourned.given} is missed`
      return true
    }
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
