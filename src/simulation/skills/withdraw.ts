/** Going home and shutting the door when something is too much, or when one wishes to. */
import { findTrouble } from '../affect/sway.ts'
import { aimInside, findBuilding } from './places.ts'
import { leaning, weigh, type Skill } from './skill.ts'

/** Why a thief makes off. */
export const NOT_FOUND_OUT = 'they must not find out'
/** How it looks. */
export const HURRYING_OFF = 'hurrying off with something under the arm'

/** A trouble weaker than this sends nobody home. */
const LEAST_TROUBLE = 0.3

/** Withdraw. */
export const withdraw: Skill = {
  id: 'withdraw',
  label: () => 'go home and be alone for a while',
  weigh(moment, weights) {
    const trouble = findTrouble(moment)
    if (!trouble || trouble.intensity < LEAST_TROUBLE || moment.npc.intention?.skillId === 'withdraw') {
      // whoever has set out for home comes home
      weigh(weights, 'wish', moment.npc.intention?.skillId === 'withdraw' || moment.npc.skill?.skillId === 'withdraw' ? 1 : 0)
      return
    }
    weigh(weights, 'upset', 0.25 + 0.75 * trouble.intensity)
    weigh(weights, 'wish to be alone', 0.62 * leaning(moment.npc.temperament.extraversion, -0.3))
    // one does not starve over it
    weigh(weights, 'not too hungry', moment.npc.needs.food < 0.2 ? 0.4 : 1)
  },
  start(moment, run) {
    const home = findBuilding(moment.village, moment.npc.homeId)
    const trouble = findTrouble(moment)
    const wish = moment.npc.intention?.skillId === 'withdraw' ? moment.npc.intention : null
    if (!home || !(wish ?? trouble)) return false
    const flees = wish?.reason === NOT_FOUND_OUT
    const isAfraid = flees || trouble?.emotion.kind === 'fear'
    aimInside(run, home)
    run.pace *= isAfraid ? 1.5 : 1
    run.seconds = 60
    run.going = flees ? HURRYING_OFF : isAfraid ? 'hurrying home' : 'going home'
    run.doing = 'keeping to the house'
    run.why = wish?.reason ?? trouble?.emotion.cause ?? ''
    return true
  },
}
