/** Buying of a neighbour what the trade or the house needs: the way there, a word, the thing from hand to hand, and home with it. */
import { sayAsNpc } from '../conversations/say.ts'
import { isAwake } from '../npc/perceive.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'
import { findDue } from '../appointments/due.ts'
import { findScene } from '../happenings/find-scene.ts'
import { priceOf } from '../trade/bargain.ts'
import { amountOf, goodOf } from '../trade/goods.ts'
import { askLine, handLine } from '../trade/market-lines.ts'
import { dealBetween } from '../trade/neighbours.ts'
import { findPurchase, INPUTS, outingNow } from '../trade/wants.ts'
import { placeBody } from '../physics/create-body.ts'
import { aimInside, aimNear, findBuilding, yawTowards } from './places.ts'
import { errandWeather, findPerson, secondsSince, weigh, type Moment, type Skill } from './skill.ts'
import { SKILL_IDS } from './skill-id.ts'

const INDEX = SKILL_IDS.indexOf('buy')
/** Seconds of play before somebody tries again whom nobody could serve. */
const AGAIN_SECONDS = 25
/** Words are said within this distance of the player, metres. */
const WORDS_METERS = 60
/** How long asking, handing over and putting away take, seconds of play. */
const ASK_SECONDS = 3.2
const HAND_SECONDS = 3.6
const STORE_SECONDS = 6
/** Ticks that whoever sells stands still for it. */
const STAND_TICKS = 110
/** How far before a door one waits for whoever is within, metres. */
const STEP_METERS = 1.3

/** Buy. */
export const buy: Skill = {
  id: 'buy',
  label: () => 'buy what is needed of a neighbour',
  weigh(moment, weights) {
    const { npc, world } = moment
    const isAtIt = npc.skill?.skillId === 'buy'
    // what is paid for is brought home
    if (isAtIt && npc.trading.buying !== null && npc.trading.buying.step !== 'ask') weigh(weights, 'on the way with it', 0.9)
    else if ((isAtIt || secondsSince(moment, INDEX) > AGAIN_SECONDS) && outingNow(npc, world.worldSeconds) !== null && !findDue(world, npc) && !findScene(world, npc)) {
      weigh(weights, 'something is needed', 0.85)
      weigh(weights, 'dry weather', errandWeather(moment, 0.4))
    }
  },
  start(moment, run) {
    const { npc, world, village } = moment
    const number = outingNow(npc, world.worldSeconds)
    if (number === null) return false
    const purchase = findPurchase(world, npc, { number, isAtHand: (seller) => canServe(moment, seller) })
    if (!purchase) {
      // who is asleep or in talk now may be at hand later; what nobody has is done without
      if (findPurchase(world, npc, { number, isAtHand: () => true })) npc.lastEndedTicks[INDEX] = world.tick
      else npc.trading.outing = number
      return false
    }
    const { seller, goodId, count } = purchase
    npc.trading.buying = { ofId: seller.id, goodId, count, step: 'ask' }
    const thing = amountOf(goodId, count)
    run.targetId = seller.id
    run.seconds = ASK_SECONDS
    run.going = `going to buy ${thing} of ${seller.given}`
    run.doing = `buying ${thing} of ${seller.given}`
    run.why = INPUTS[npc.trade]?.includes(goodId) ? `the work needs ${goodOf(goodId).name}` : `there is no ${goodOf(goodId).words[0]} left in the house`
    const house = seller.indoors ? findBuilding(village, seller.insideId) : null
    if (house) {
      aimNear(moment, run, { x: house.doorX + Math.sin(house.yaw) * STEP_METERS, z: house.doorZ + Math.cos(house.yaw) * STEP_METERS }, 0)
      run.facing = house.yaw
      run.reach = 0.8
    } else {
      run.followId = seller.id
      run.targetX = seller.body.x
      run.targetZ = seller.body.z
      run.reach = 1.6
    }
    return true
  },
  arrive(moment, run) {
    const { npc, world } = moment
    const { buying } = npc.trading
    const seller = findPerson(world, buying?.ofId ?? null)
    if (!buying) return false
    if (buying.step !== 'ask') return true
    if (!seller || !canServe(moment, seller) || findScene(world, npc)) return false
    if (npc.fidelity === 'near') {
      comeToDoor(moment, seller)
      faceEachOther(world.tick, npc, seller)
      if (moment.playerMeters < WORDS_METERS) sayAsNpc(world, npc, { text: askLine(npc, seller, { ...buying, tick: world.tick }), source: 'builtin' })
    }
    run.followId = null
    run.facing = null
    return true
  },
  onward(moment, run) {
    const { npc, world, village } = moment
    const { buying } = npc.trading
    const seller = findPerson(world, buying?.ofId ?? null)
    if (!buying || !seller) return false
    if (buying.step === 'carry') {
      npc.trading.buying = null
      return false
    }
    if (buying.step === 'hand') {
      buying.step = 'carry'
      const place = findBuilding(village, INPUTS[npc.trade]?.includes(buying.goodId) && npc.workplaceId !== null ? npc.workplaceId : npc.homeId)
      if (!place) return false
      aimInside(run, place)
      run.seconds = STORE_SECONDS
      run.going = `carrying ${amountOf(buying.goodId, buying.count)} home`
      run.doing = `putting ${amountOf(buying.goodId, buying.count)} away`
      return true
    }
    const pennies = dealBetween(world, npc, seller, buying)
    npc.trading.outing = Math.max(npc.trading.outing, outingNow(npc, world.worldSeconds) ?? -1)
    if (pennies === null) return false
    buying.step = 'hand'
    // whoever was called to something meanwhile has no more words for it
    if (npc.fidelity === 'near' && !seller.indoors && !findScene(world, seller) && !findScene(world, npc)) {
      faceEachOther(world.tick, npc, seller)
      for (const [one, other] of [[npc, seller], [seller, npc]] as const) one.gesture = { kind: 'reach', toId: other.id, fromTick: world.tick, untilTick: world.tick + 44 }
      if (moment.playerMeters < WORDS_METERS) sayAsNpc(world, seller, { text: handLine(seller, npc, { goodId: buying.goodId, pennies, isLowered: pennies < priceOf(goodOf(buying.goodId), buying.count), tick: world.tick }), source: 'builtin' })
    }
    stay(run, npc)
    return true
  },
}

/** Whether somebody can serve a neighbour now: awake, in no talk, in no scene. */
function canServe({ world, npc }: Moment, seller: Npc): boolean {
  return seller !== npc && isAwake(seller) && seller.conversationId === null && !findScene(world, seller) && seller.skill?.skillId !== 'buy'
}

/** Whoever is within comes to the door. */
function comeToDoor({ npc, village, env }: Moment, seller: Npc): void {
  const house = seller.indoors ? findBuilding(village, seller.insideId) : null
  if (!house || seller.fidelity !== 'near') return
  seller.indoors = false
  seller.insideId = null
  seller.skill = null
  seller.activity = 'standing in the door'
  seller.why = `${npc.given} wants something`
  placeBody(seller.body, house.doorX, env.ground.heightAt(house.doorX, house.doorZ), house.doorZ)
}

function faceEachOther(tick: number, npc: Npc, seller: Npc): void {
  for (const [one, other] of [[npc, seller], [seller, npc]] as const) {
    one.gazeId = other.id
    one.body.yaw = yawTowards(one.body, other.body)
    one.body.velocityX = 0
    one.body.velocityZ = 0
  }
  seller.affect.frozenUntilTick = Math.max(seller.affect.frozenUntilTick, tick + STAND_TICKS)
}

/** The next thing is done where one stands. */
function stay(run: SkillRun, { body }: Npc): void {
  run.targetX = body.x
  run.targetZ = body.z
  run.reach = 2
  run.seconds = HAND_SECONDS
  run.going = run.doing
}
