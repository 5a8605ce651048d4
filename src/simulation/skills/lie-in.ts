/** Lying in with a newborn child: at home, with what the house brings to the bed. */
import { lyingInWith } from '../happenings/newborn.ts'
import { aimInside, findBuilding } from './places.ts'
import { weigh, type Skill } from './skill.ts'
import type { SkillId } from './skill-id.ts'

/** All that whoever lies in does, beside going where a scene has her. */
export const LYING_IN: ReadonlySet<SkillId> = new Set(['lie-in', 'sleep', 'go-to'])

/** Lie in. */
export const lieIn: Skill = {
  id: 'lie-in',
  label: () => 'keep to the house with the newborn child',
  weigh(moment, weights) {
    weigh(weights, 'a newborn child', lyingInWith(moment.world, moment.npc) ? 0.9 : 0)
  },
  start(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    const birth = lyingInWith(moment.world, moment.npc)
    if (!home || !birth) return false
    aimInside(run, home)
    run.seconds = 120
    run.going = 'going home to the child'
    run.doing = `resting, with little ${birth.given}`
    run.why = `${birth.given} has only just been born`
    return true
  },
}
