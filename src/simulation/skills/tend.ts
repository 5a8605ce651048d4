/** Tending a garden. */
import { nextFloat, pick } from '#core/rng.ts'
import { aimNear, drawSpot } from './places.ts'
import { hoursBetween, leaning, rainNow, secondsSince, weigh, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('tend')
const DOINGS = ['watering the beans', 'pulling weeds', 'tying up the peas', 'turning the soil'] as const

/** Tend a garden. */
export const tend: Skill = {
  id: 'tend',
  label: () => 'tend the garden',
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
    if (!garden) return false
    aimNear(moment, run, garden, 0.8 + nextFloat(npc.rng) * 1.5)
    run.seconds = 30 + nextFloat(npc.rng) * 30
    run.going = 'going to the garden'
    run.doing = pick(npc.rng, DOINGS)
    run.why = 'the garden needs a hand before it runs wild'
    return true
  },
}
