/** Walking about for its own sake. */
import { nextFloat, nextInt } from '#core/rng.ts'
import { walkSpeedOf } from '../npc/walk-speed.ts'
import { aimNear } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { isOnWatch } from './night-watch.ts'
import { SKILL_IDS } from './skill-id.ts'
import { momentOfDay } from '../words.ts'

const INDEX = SKILL_IDS.indexOf('wander')

/** Wander. */
export const wander: Skill = {
  id: 'wander',
  label: ({ npc, world }) => (isOnWatch(world, npc) ? 'keep the night watch' : 'take a walk'),
  weigh(moment, weights) {
    const { npc } = moment
    if (isOnWatch(moment.world, npc)) {
      weigh(weights, 'my night to watch', 0.9)
      return
    }
    weigh(weights, 'daylight', 0.05 + 0.95 * hoursBetween(moment.hour, 6.5, 20.5, 1))
    weigh(weights, 'curiosity', 0.3 * leaning(npc.temperament.openness, 0.35))
    weigh(weights, 'long not done', 0.4 + 0.6 * Math.min(1, secondsSince(moment, INDEX) / 240))
    weigh(weights, 'dry weather', 1 - rainNow(moment) * 0.8)
    weigh(weights, 'strength left', 0.3 + 0.7 * npc.needs.rest)
  },
  start(moment, run) {
    const { npc, village } = moment
    const { lanes } = village.plan
    const lane = lanes.length > 0 && nextFloat(npc.rng) < 0.7 ? lanes[nextInt(npc.rng, 0, lanes.length - 1)] : undefined
    const point = lane ? nextInt(npc.rng, 0, Math.max(0, lane.points.length / 2 - 1)) * 2 : 0
    let x = lane?.points[point] ?? village.plan.x + (nextFloat(npc.rng) * 2 - 1) * village.plan.radius
    let z = lane?.points[point + 1] ?? village.plan.z + (nextFloat(npc.rng) * 2 - 1) * village.plan.radius
    // lanes may lead far out: a walk stays within sight of the roofs
    const out = Math.sqrt((x - village.plan.x) ** 2 + (z - village.plan.z) ** 2)
    if (out > village.plan.radius) {
      x = village.plan.x + ((x - village.plan.x) * village.plan.radius) / out
      z = village.plan.z + ((z - village.plan.z) * village.plan.radius) / out
    }
    aimNear(moment, run, { x, z }, 1.5)
    run.facing = null
    run.seconds = 4 + nextFloat(npc.rng) * 8
    run.pace = walkSpeedOf(npc) * 0.9
    run.going = 'taking a walk'
    run.doing = nextFloat(npc.rng) < 0.5 ? 'looking out over the land' : 'standing and listening'
    if (isOnWatch(moment.world, npc)) {
      run.seconds = 12 + nextFloat(npc.rng) * 20
      run.going = 'walking the night watch'
      run.doing = nextFloat(npc.rng) < 0.5 ? 'keeping watch' : 'listening into the night'
      run.why = 'it is my night to keep watch'
      return true
    }
    run.why = `a good moment of ${momentOfDay(moment.hour)} to stretch the legs`
    return true
  },
}
