/** Fetching water from the well and carrying it home. */
import { TICKS_PER_SECOND } from '../clock.ts'
import { aimAtDoor, aimInside, aimNear, findBuilding, nearestBuilding, yawTowards } from './places.ts'
import { errandWeather, hoursBetween, leaning, rainNow, weigh, type Moment, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('fetch')
/** Seconds of play that a household's water lasts. */
const WATER_SECONDS = 900
/** From how much rain on it is caught from the roof, 0..1. */
const CATCH_RAIN = 0.5
const CATCH = 'eaves-water'

/** Fetch water. */
export const fetchWater: Skill = {
  id: 'fetch',
  label: () => 'fetch water from the well',
  weigh(moment, weights) {
    const { npc } = moment
    weigh(weights, 'empty buckets', emptiness(moment))
    weigh(weights, 'daylight', hoursBetween(moment.hour, 6.2, 19, 1))
    weigh(weights, 'chores', 0.52 * leaning(npc.temperament.conscientiousness, 0.2) * (npc.age > 75 || npc.age < 9 ? 0.4 : 1))
    weigh(weights, 'dry weather', errandWeather(moment, 0.2))
  },
  start(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    // what comes off the roof need not be carried
    if (home && rainNow(moment) > CATCH_RAIN) {
      aimAtDoor(moment, run, home)
      run.seconds = 10
      run.going = 'carrying the buckets out'
      run.doing = 'setting the buckets under the drip of the eaves'
      run.why = 'it comes off the roof for nothing'
      run.targetId = CATCH
      return true
    }
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
    const isCaught = run.targetId === CATCH
    aimInside(run, home)
    run.targetId = home.id
    run.seconds = 8
    run.pace *= 0.85
    run.going = isCaught ? 'carrying the buckets in' : 'carrying water home'
    run.doing = 'filling the jars at home'
    run.why = 'the water is for the household'
    return true
  },
}

/** How empty the buckets are, 0..1: one of a household fetches for all, and nobody while another is on the way. */
function emptiness({ npc, world }: Moment): number {
  let latest = -Infinity
  for (const other of world.npcs) {
    if (other.homeId !== npc.homeId) continue
    if (other !== npc && other.skill?.skillId === 'fetch') return 0
    latest = Math.max(latest, other.lastEndedTicks[INDEX] ?? 0)
  }
  return Math.min(1, (world.tick - latest) / TICKS_PER_SECOND / WATER_SECONDS)
}
