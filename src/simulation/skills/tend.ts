/** Tending house and garden: the beds, the doorstep, the hens, the firewood. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { nextFloat, pick } from '#core/rng.ts'
import { aimAtDoor, aimNear, drawSpot, findBuilding, yawTowards } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Moment, type Skill } from './skill.ts'
import type { SkillRun } from '../npc/npc.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('tend')
/** How far before a woodpile one splits wood, metres. */
const BLOCK_METERS = 1.5
const DOINGS = ['watering the beans', 'pulling weeds', 'tying up the peas', 'turning the soil'] as const

/** What there is to do about the house, and why. */
const CHORES = [
  { going: 'going to sweep before the door', doing: 'sweeping the doorstep', why: 'the whole lane is carried in on people’s feet' },
  { going: 'going out to the hens', doing: 'feeding the hens', why: 'the hens have been calling' },
  { going: 'going to the woodpile', doing: 'splitting kindling', why: 'there is no fire without kindling' },
] as const
/** Share of the times at which it is about the house. */
const CHORE_SHARE = 0.4
/** Who is too young for an axe. */
const AXE_AGE = 14

/** Tend house and garden. */
export const tend: Skill = {
  id: 'tend',
  label: () => 'see to house and garden',
  weigh(moment, weights) {
    const { npc } = moment
    if (npc.age < 10) return
    weigh(weights, 'daylight', hoursBetween(moment.hour, 7, 19.5, 1))
    weigh(weights, 'care', 0.42 * leaning(npc.temperament.conscientiousness, 0.2) * (npc.trade === 'elder' ? 1.2 : 1))
    weigh(weights, 'long not done', Math.min(1, secondsSince(moment, INDEX) / 700))
    weigh(weights, 'dry weather', 1 - rainNow(moment))
  },
  start(moment, run) {
    const { npc } = moment
    const garden = drawSpot(moment, ['garden'])
    if (!garden || unitOf(hashCell(hashString(npc.id), INDEX, run.startedTick)) < CHORE_SHARE) return startChore(moment, run)
    aimNear(moment, run, garden, 0.8 + nextFloat(npc.rng) * 1.5)
    run.seconds = 30 + nextFloat(npc.rng) * 30
    run.going = 'going to the garden'
    run.doing = pick(npc.rng, DOINGS)
    run.why = 'the garden needs a hand before it runs wild'
    return true
  },
}

/** Begins something about the house; false where there is no house. */
function startChore(moment: Moment, run: SkillRun): boolean {
  const { npc, village } = moment
  const home = findBuilding(village, npc.homeId)
  if (!home) return false
  const pile = npc.age >= AXE_AGE ? drawSpot(moment, ['woodpile']) : null
  const chore = CHORES[Math.floor(nextFloat(npc.rng) * (pile ? CHORES.length : CHORES.length - 1))]!
  if (pile && chore.doing === 'splitting kindling') {
    aimNear(moment, run, { x: pile.x + Math.sin(pile.yaw) * BLOCK_METERS, z: pile.z + Math.cos(pile.yaw) * BLOCK_METERS }, 0.3)
    run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, pile)
  } else aimAtDoor(moment, run, home)
  run.seconds = 25 + nextFloat(npc.rng) * 30
  run.going = chore.going
  run.doing = chore.doing
  run.why = chore.why
  return true
}
