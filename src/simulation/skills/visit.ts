/** Calling on a friend. */
import { nextFloat } from '#core/rng.ts'
import { newbornToSee } from '../happenings/newborn.ts'
import { drawFriend } from './company.ts'
import { aimAtDoor, aimInside, findBuilding } from './places.ts'
import { errandWeather, findPerson, hoursBetween, leaning, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('visit')

/** Visit. */
export const visit: Skill = {
  id: 'visit',
  concerns: 'person',
  label: () => 'call on a friend',
  weigh(moment, weights) {
    const { npc } = moment
    if (newbornToSee(moment.world, npc)) {
      weigh(weights, 'a newborn child to see', 0.8 * leaning(npc.temperament.agreeableness, 0.15))
      weigh(weights, 'time of day', hoursBetween(moment.hour, 9, 19, 1))
      weigh(weights, 'dry weather', errandWeather(moment, 0.6))
      return
    }
    weigh(weights, 'loneliness', 0.15 + 0.85 * (1 - npc.needs.company))
    weigh(weights, 'sociability', 0.5 * leaning(npc.temperament.extraversion, 0.3))
    weigh(weights, 'time of day', hoursBetween(moment.hour, 9, 20.5, 1) * (npc.needs.duty < 0.4 && moment.hour < 16 ? 0.5 : 1))
    weigh(weights, 'long not done', 0.25 + 0.75 * Math.min(1, secondsSince(moment, INDEX) / 480))
    weigh(weights, 'dry weather', errandWeather(moment, 0.3))
  },
  start(moment, run) {
    const { npc } = moment
    const birth = run.targetId === null ? newbornToSee(moment.world, npc) : undefined
    const friend = findPerson(moment.world, run.targetId ?? birth?.parentId ?? null) ?? drawFriend(moment)
    if (!friend || friend === npc) return false
    run.targetId = friend.id
    run.seconds = 35 + nextFloat(npc.rng) * 35
    run.going = `going to see ${friend.given}`
    run.why = npc.needs.company < 0.4 ? `lonely, and fond of ${friend.given}` : `it has been a while since a word with ${friend.given}`
    const isToSee = birth !== undefined && friend.id === birth.parentId
    if (isToSee) {
      run.going = `going to see ${friend.given}’s newborn child`
      run.why = `little ${birth.given} has been born, and one does not come with empty hands`
    }
    if (!friend.indoors) {
      run.followId = friend.id
      run.targetX = friend.body.x
      run.targetZ = friend.body.z
      run.reach = 1.8
      run.doing = isToSee ? `giving ${friend.given} joy of the child` : `keeping ${friend.given} company`
      return true
    }
    if (friend.skill?.skillId === 'sleep') return false
    const house = findBuilding(moment.village, friend.insideId)
    if (!house) return false
    if (house.id === friend.homeId || rainNow(moment) > 0.2) aimInside(run, house)
    else aimAtDoor(moment, run, house)
    run.doing = isToSee ? `looking at little ${birth.given}` : `visiting ${friend.given}`
    return true
  },
}
