/** Going home and shutting the door when something is too much, or to lie in with a newborn child. */
import { lyingInWith } from '../happenings/newborn.ts'
import { findTrouble } from '../affect/sway.ts'
import { aimInside, findBuilding } from './places.ts'
import { leaning, weigh, type Skill } from './skill.ts'

/** A trouble weaker than this sends nobody home. */
const LEAST_TROUBLE = 0.3

/** Withdraw. */
export const withdraw: Skill = {
  id: 'withdraw',
  label: () => 'go home and be alone for a while',
  weigh(moment, weights) {
    if (lyingInWith(moment.world, moment.npc)) {
      weigh(weights, 'a newborn child', 0.9)
      weigh(weights, 'not too hungry', moment.npc.needs.food < 0.3 ? 0.5 : 1)
      return
    }
    const trouble = findTrouble(moment)
    if (!trouble || trouble.intensity < LEAST_TROUBLE) return
    weigh(weights, 'upset', 0.25 + 0.75 * trouble.intensity)
    weigh(weights, 'wish to be alone', 0.62 * leaning(moment.npc.temperament.extraversion, -0.3))
    // one does not starve over it
    weigh(weights, 'not too hungry', moment.npc.needs.food < 0.2 ? 0.4 : 1)
  },
  start(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    const birth = lyingInWith(moment.world, moment.npc)
    if (home && birth) {
      aimInside(run, home)
      run.seconds = 120
      run.going = 'going home to the child'
      run.doing = `resting, with little ${birth.given}`
      run.why = `${birth.given} has only just been born`
      return true
    }
    const trouble = findTrouble(moment)
    if (!home || !trouble) return false
    aimInside(run, home)
    run.pace *= trouble.emotion.kind === 'fear' ? 1.5 : 1
    run.seconds = 60
    run.going = trouble.emotion.kind === 'fear' ? 'hurrying home' : 'going home'
    run.doing = 'keeping to the house'
    run.why = trouble.emotion.cause
    return true
  },
}
