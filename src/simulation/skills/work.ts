/** Doing one's trade: in front of the workplace, at a spot outdoors, or inside. */
import { nextFloat, pick } from '#core/rng.ts'
import { isInMourning } from '../happenings/mourned.ts'
import { tradeOf, type TradeId } from '../npc/trades.ts'
import { aimAtDoor, aimInside, aimNear, aimUnderEaves, drawEaves, drawSpot, findBuilding } from './places.ts'
import { hoursBetween, leaning, rainNow, weigh, type Skill } from './skill.ts'
import { articled, buildingWords, partOfDay } from '../words.ts'

/** Who works out of doors in rain, who before light, and who takes work that needs light under the eaves. */
const HARDY: ReadonlySet<TradeId> = new Set(['shepherd', 'fisher'])
const EARLY: ReadonlySet<TradeId> = new Set(['baker', 'fisher'])
const UNDER_EAVES: ReadonlySet<TradeId> = new Set(['smith', 'carpenter', 'weaver', 'fisher', 'woodcutter', 'elder', 'herbalist', 'farmer', 'shepherd'])

/** What is left of the wish to work while somebody of the settlement lies dead. */
const MOURNING_SHARE = 0.45

/** Work. */
export const work: Skill = {
  id: 'work',
  label: ({ npc }) => (npc.trade === 'child' ? 'help the grown-ups' : `get on with the work of ${articled(tradeOf(npc.trade).label)}`),
  weigh(moment, weights) {
    const { npc } = moment
    const trade = tradeOf(npc.trade)
    weigh(weights, 'working hours', hoursBetween(moment.hour, trade.from, trade.to, 1))
    weigh(weights, 'duty', 0.35 + 0.65 * (1 - npc.needs.duty))
    weigh(weights, 'diligence', 0.85 * leaning(npc.temperament.conscientiousness, 0.15) * (npc.trade === 'elder' || npc.trade === 'child' ? 0.55 : 1))
    if (isInMourning(moment.world, npc.settlementId)) weigh(weights, 'somebody lies dead', MOURNING_SHARE)
    weigh(weights, 'strength left', 0.5 + 0.5 * Math.min(1, npc.needs.rest * 2))
  },
  start(moment, run) {
    const { npc } = moment
    const trade = tradeOf(npc.trade)
    const workplace = findBuilding(moment.village, npc.workplaceId)
    const rain = rainNow(moment)
    // who lives by beasts and water works in the wet, and who bakes or fishes before it is light
    const dry = rain < 0.2 || (HARDY.has(npc.trade) && moment.world.weather.kind !== 'storm')
    const light = moment.hour > (EARLY.has(npc.trade) ? 3.5 : 5.5) && moment.hour < 20.5
    const chance = nextFloat(npc.rng)
    run.seconds = 50 + nextFloat(npc.rng) * 60
    run.why = `it is ${partOfDay(moment.hour)} and ${trade.reason}`
    const spot = dry && light && trade.atSpot.length > 0 && (chance < 0.6 || !workplace) ? drawSpot(moment, trade.spots) : null
    if (spot) {
      aimNear(moment, run, spot, spot.kind === 'field' ? 2 + nextFloat(npc.rng) * 5 : 1.1)
      run.doing = pick(npc.rng, trade.atSpot)
      run.going = spot.kind === 'shore' ? 'going down to the shore' : spot.kind === 'field' ? 'going out to the field' : `going to work by the ${spot.kind}`
      return true
    }
    if (!workplace) return false
    const outside = rain < 0.2 && light && trade.outside.length > 0 && chance < 0.72
    const where = buildingWords(moment.world, workplace, npc)
    const dryPlace = !outside && light && rain >= 0.2 && moment.world.weather.kind !== 'storm' && UNDER_EAVES.has(npc.trade) && chance < 0.4 ? drawEaves(moment, workplace) : null
    if (dryPlace) {
      aimUnderEaves(run, dryPlace)
      run.doing = `${pick(npc.rng, trade.outside).replace(/ by the door| to dry/, '')}, under the eaves`
      run.going = `going to work under the eaves of ${where === 'home' ? 'the house' : where}`
      return true
    }
    if (outside) aimAtDoor(moment, run, workplace)
    else aimInside(run, workplace)
    if (!outside && trade.inside.length === 0) return false
    run.doing = placed(pick(npc.rng, outside ? trade.outside : trade.inside), where)
    run.going = where === 'home' ? 'going home to work' : `going to work at ${where}`
    return true
  },
}

/** The doing with its place, unless it says where it is itself. */
function placed(doing: string, where: string): string {
  if (/ (by the door|of the inn|in the barn|before the shrine|by the hearth|indoors)$/.test(doing)) return doing
  return where === 'home' ? `${doing} at home` : `${doing} at ${where}`
}
