/** Out of doors in the rain: what was left out is brought in as it begins; later one looks out from the door, or stands with others under the eaves. */
import { nextFloat, pick } from '#core/rng.ts'
import type { SkillRun } from '../npc/npc.ts'
import { buildingWords } from '../words.ts'
import { aimInside, aimNear, aimUnderEaves, drawDoorway, drawEaves, drawSpot, findBuilding, isUnderEaves } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Moment, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'

const INDEX = SKILL_IDS.indexOf('eaves')
/** From how much rain on one thinks of it, and below how much it has only begun, 0..1. */
const LEAST_RAIN = 0.15
const BEGINNING = 0.6
/** After how many seconds of play within four walls one wants to look out again. */
const DULL_SECONDS = 700
/** Share of those at home who only come to their door. */
const DOOR_SHARE = 0.4
/** How far one goes to stand with others, metres; somebody there counts as so many metres less. */
const REACH_METERS = 70
const COMPANY_METERS = 30
/** Times the walking pace. */
const HASTE = 1.3
/** Who is sent out to bring something in. */
const BRINGS_AGE = 8

/** What is brought in when rain begins: where it is, and what it is called. */
const LEFT_OUT = [
  { spots: ['garden'], going: 'running out for the washing', doing: 'pulling the washing off the line', why: 'the washing is still out', home: 'running in with the washing' },
  { spots: [], going: 'running out after the hens', doing: 'driving the hens in', why: 'the hens are still out', home: 'running in behind the hens' },
  { spots: ['woodpile'], going: 'running out to the woodpile', doing: 'throwing sacks over the firewood', why: 'wet wood does not burn', home: 'running in with an armful of dry wood' },
] as const
/** How far before the house it is where there is no spot for it, metres. */
const YARD_METERS = 4

/** Stand under the eaves. */
export const eaves: Skill = {
  id: 'eaves',
  label: () => 'see what the rain does, from under the eaves',
  weigh(moment, weights) {
    const { npc, world } = moment
    const rain = rainNow(moment)
    if (rain < LEAST_RAIN || world.weather.kind === 'storm') return
    weigh(weights, 'rain', Math.min(1, 0.5 + rain))
    weigh(weights, 'tired of four walls', 0.76 * leaning(npc.temperament.extraversion * 0.6 + npc.temperament.openness * 0.4, 0.3))
    weigh(weights, 'time of day', hoursBetween(moment.hour, 6, npc.age < 14 ? 20 : 22, 1))
    // whoever stands there stands there dry
    weigh(weights, 'long not done', npc.skill?.skillId === 'eaves' ? 1 : Math.min(1, secondsSince(moment, INDEX) / DULL_SECONDS))
  },
  start(moment, run) {
    const { npc, world } = moment
    run.pace *= HASTE
    if (world.weather.kind === 'rain' && rainNow(moment) < BEGINNING && npc.age >= BRINGS_AGE && bringIn(moment, run)) return true
    run.seconds = 45 + nextFloat(npc.rng) * 55
    const home = findBuilding(moment.village, npc.homeId)
    const doorway = home && npc.insideId === home.id && nextFloat(npc.rng) < DOOR_SHARE ? drawDoorway(moment, home) : null
    if (doorway) {
      aimUnderEaves(run, doorway)
      run.going = 'going to the door'
      run.doing = 'looking out into the rain from the door'
      run.why = 'it drums on the roof, and one wants to see it'
      return true
    }
    return standUnderEaves(moment, run, 'one can talk there without getting wet')
  },
  onward({ npc, village }, run) {
    const thing = LEFT_OUT.find(({ doing }) => doing === run.doing)
    const home = findBuilding(village, npc.homeId)
    if (!thing || !home) return false
    aimInside(run, home)
    run.seconds = 6
    run.going = thing.home
    run.doing = 'shaking off the rain at home'
    return true
  },
}

/** Runs out for something that was left out; false where there is nothing. */
function bringIn(moment: Moment, run: SkillRun): boolean {
  const { npc, world, village } = moment
  const home = findBuilding(village, npc.homeId)
  const thing = pick(npc.rng, LEFT_OUT)
  // one of a house is enough
  if (!home || world.npcs.some((other) => other !== npc && other.homeId === npc.homeId && (other.skill?.doing === thing.doing || other.skill?.going === thing.home))) return false
  const spot = thing.spots.length > 0 ? drawSpot(moment, thing.spots) : null
  if (spot) aimNear(moment, run, spot, 1.2)
  else aimNear(moment, run, { x: home.doorX + Math.sin(home.yaw) * YARD_METERS, z: home.doorZ + Math.cos(home.yaw) * YARD_METERS }, 1.6)
  run.seconds = 8 + nextFloat(npc.rng) * 6
  run.going = thing.going
  run.doing = thing.doing
  run.why = thing.why
  return true
}

/** Aims at room under the nearest eaves, the sooner where somebody stands already; false where there is none. */
export function standUnderEaves(moment: Moment, run: SkillRun, why: string): boolean {
  const { npc, world } = moment
  const building = nearestEaves(moment)
  const place = building && drawEaves(moment, building)
  if (!building || !place) return false
  aimUnderEaves(run, place)
  const where = buildingWords(world, building, npc)
  const house = where === 'home' ? 'the house' : where
  run.going = `running to get under the eaves of ${house}`
  run.doing = `standing under the eaves of ${house}`
  run.why = why
  return true
}

function nearestEaves({ npc, world, village }: Moment): BuildingPlan | null {
  let best: BuildingPlan | null = null
  let least = REACH_METERS
  for (const building of village.plan.buildings) {
    if (building.kind === 'well' || building.kind === 'stall' || building.kind === 'tower') continue
    let meters = Math.hypot(building.doorX - npc.body.x, building.doorZ - npc.body.z)
    if (meters - COMPANY_METERS > least) continue
    const others = world.npcs.filter((other) => other !== npc && isUnderEaves(other) && Math.hypot(building.doorX - other.body.x, building.doorZ - other.body.z) < building.width / 2).length
    // room for some, not for all
    meters += others > 2 ? REACH_METERS : others > 0 ? -COMPANY_METERS : 0
    if (meters >= least) continue
    least = meters
    best = building
  }
  return best
}
