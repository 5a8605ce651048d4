/** Fetching water from the well and carrying it home. */
import { aimInside, aimNear, findBuilding, nearestBuilding } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'
import { yawTowards } from './places.ts'

const INDEX = SKILL_IDS.indexOf('fetch')
/** Seconds of play that a household's water lasts. */
const WATER_SECONDS = 900

/** Fetch water. */
export const fetchWater: Skill = {
  id: 'fetch',
  label: () => 'fetch water from the well',
  weigh(moment, weights) {
    const { npc } = moment
    weigh(weights, 'empty buckets', Math.min(1, secondsSince(moment, INDEX) / WATER_SECONDS))
    weigh(weights, 'daylight', hoursBetween(moment.hour, 6.2, 19, 1))
    weigh(weights, 'chores', 0.52 * leaning(npc.temperament.conscientiousness, 0.2) * (npc.age > 75 || npc.age < 9 ? 0.4 : 1))
    weigh(weights, 'dry weather', 1 - rainNow(moment) * 0.7)
  },
  start(moment, run) {
    const well = nearestBuilding(moment, ['well'])
    if (!well) return false
    aimNear(moment, run, { x: well.doorX, z: well.doorZ }, 0.5)
    run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, well)
    run.seconds = 9
    run.going = 'walking to the well'
    run.doing = 'drawing water at the well'
    run.why = 'the bucket at home is empty'
    run.targetId = well.id
    return true
  },
  onward(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    if (!home || run.targetId === home.id) return false
    aimInside(run, home)
    run.targetId = home.id
    run.seconds = 8
    run.pace *= 0.85
    run.going = 'carrying water home'
    run.doing = 'filling the jars at home'
    run.why = 'the water is for the household'
    return true
  },
}
