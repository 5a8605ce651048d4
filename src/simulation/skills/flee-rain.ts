/** Getting under a roof when it rains, or under the nearest eaves until the worst is over. */
import { nextFloat } from '#core/rng.ts'
import { standUnderEaves } from './eaves.ts'
import { aimInside, findBuilding, isUnderEaves, nearestBuilding } from './places.ts'
import type { WeatherKind } from '../weather.ts'
import { leaning, rainNow, weigh, type Skill } from './skill.ts'

type Words = { readonly noun: string; readonly why: string }
const RAIN: Words = { noun: 'rain', why: 'it is raining' }
/** What one flees, where it is not rain. */
const WORDS: { readonly [K in WeatherKind]?: Words } = {
  storm: { noun: 'storm', why: 'there is a storm' },
  snow: { noun: 'snow', why: 'it is snowing' },
}

/** Times the pace at which one goes about in rain anyway. */
const RAIN_HASTE = 1.25
const STORM_HASTE = 1.75
/** Share of those out of doors who make for the nearest eaves instead of a door. */
const EAVES_SHARE = 0.3

/** Shelter from rain, storm and snow. */
export const fleeRain: Skill = {
  id: 'flee-rain',
  label: () => 'get out of the rain',
  weigh(moment, weights) {
    const rain = rainNow(moment)
    if (rain < 0.15) return
    const { npc } = moment
    const hardy = npc.trade === 'shepherd' || npc.trade === 'fisher' || npc.trade === 'farmer'
    weigh(weights, 'rain', Math.min(1, 0.4 + rain))
    // under a roof one waits, but not for long when there is something to do
    weigh(weights, 'getting wet', npc.indoors || isUnderEaves(npc) ? 0.25 : hardy ? 0.72 : 0.9)
    weigh(weights, 'caution', 0.95 * leaning(npc.temperament.neuroticism, 0.1))
  },
  start(moment, run) {
    const { npc } = moment
    const isStorm = moment.world.weather.kind === 'storm'
    const words = WORDS[moment.world.weather.kind] ?? RAIN
    run.pace *= isStorm ? STORM_HASTE : RAIN_HASTE
    run.seconds = 40
    if (!npc.indoors && !isStorm && !isUnderEaves(npc) && nextFloat(npc.rng) < EAVES_SHARE && standUnderEaves(moment, run, words.why)) return true
    const near = nearestBuilding(moment, ['inn', 'barn', 'shrine'])
    const home = findBuilding(moment.village, npc.homeId)
    const meters = (place: { doorX: number; doorZ: number } | null): number => (place ? (place.doorX - npc.body.x) ** 2 + (place.doorZ - npc.body.z) ** 2 : Infinity)
    const roof = meters(home) <= meters(near) * 1.5 ? home : near
    if (!roof) return false
    aimInside(run, roof)
    run.going = `hurrying out of the ${words.noun}`
    run.doing = `waiting for the ${words.noun} to stop`
    run.why = words.why
    return true
  },
}
