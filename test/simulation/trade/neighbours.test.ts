/** Trade among neighbours: what moves, who sets out for what, what is seen, heard and kept of it. */
import { describe, expect, it } from 'vitest'
import { createRng, nextInt, pick } from '#core/rng.ts'
import { observe } from '#minds/memory/observe.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import { advanceWorld } from '#simulation/advance.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { createCircle, drawOfKind } from '#simulation/happenings/draw-happening.ts'
import { happen } from '#simulation/happenings/happen.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { changeRelation } from '#simulation/relations/change-relation.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { GOODS } from '#simulation/trade/goods.ts'
import { dealBetween, priceBetween } from '#simulation/trade/neighbours.ts'
import { workUp } from '#simulation/trade/use-up.ts'
import { findPurchase, INPUTS, outingSeconds } from '#simulation/trade/wants.ts'
import { FIRST_PURSE, goodsOf, heldBy, takeHeld, takeOff } from '#simulation/trade/wares.ts'
import { findVillage } from '#simulation/village.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, runTicks } from '#test/support/create-test-world.ts'

type Deal = Extract<WorldEvent, { type: 'neighbours-deal' }>

const HERE = 'settlement:0,0'
const pennies = (world: World): number => world.player.purse + world.npcs.reduce((sum, { trading }) => sum + trading.purse, 0)
/** Pieces of every good on all shelves and in all houses, up to what full shelves hold. */
const pieces = (world: World): number[] => GOODS.map(({ id }) => world.npcs.reduce((sum, npc) => sum + heldBy(npc, id) - (npc.trading.gone.find(({ goodId }) => goodId === id)?.count ?? 0), 0))
const dealsIn = (events: readonly WorldEvent[]): Deal[] => events.filter((event) => event.type === 'neighbours-deal')

function seller(world: World, trade: Npc['trade']): Npc {
  return world.npcs.find((npc) => npc.settlementId === HERE && npc.trade === trade)!
}

function daysOf(world: World, env: ReturnType<typeof createTestWorld>['env'], days: number, each: () => void = () => undefined): Deal[] {
  const deals: Deal[] = []
  for (const events of advanceWorld(world, env, days * 86_400)) {
    deals.push(...dealsIn(events))
    each()
  }
  return deals
}

describe('what moves', () => {
  it('[SIM-182] no deal of any two over anything makes or loses goods or pennies', () => {
    const { world } = createTestWorld(10 * 3600)
    const people = world.npcs.filter(({ settlementId, age }) => settlementId === HERE && age > 14)
    const rng = createRng(5)
    let done = 0
    for (let round = 0; round < 400; round++) {
      const [one, other, good] = [pick(rng, people), pick(rng, people), pick(rng, GOODS)]
      if (one === other) continue
      const before = { coin: pennies(world), goods: pieces(world), one: one.trading.purse }
      const paid = dealBetween(world, one, other, { goodId: good.id, count: nextInt(rng, 1, 4) })
      expect(pennies(world)).toBe(before.coin)
      const after = pieces(world)
      if (paid === null) expect(after).toEqual(before.goods)
      else {
        done++
        expect(one.trading.purse).toBe(before.one - paid)
        expect(one.trading.purse).toBeGreaterThanOrEqual(0)
        // what is eaten at the table it is served at is gone
        for (const [n, { served }] of GOODS.entries()) if (!served) expect(after[n], GOODS[n]!.id).toBe(before.goods[n])
      }
      if (round % 40 === 0) for (const npc of people) npc.trading.gone = []
    }
    expect(done).toBeGreaterThan(40)
  })

  it('[SIM-182] after four days all purses together hold what they held', () => {
    const { world, env } = createTestWorld()
    const before = pennies(world)
    const deals = daysOf(world, env, 4, () => expect(pennies(world)).toBe(before))
    // nine grown people, eight outings each
    expect(deals.length).toBeGreaterThan(18)
    for (const { trading } of world.npcs) expect(trading.purse).toBeGreaterThanOrEqual(0)
  }, 30_000)
})

describe('who sets out for what', () => {
  it('[SIM-183] in three days flour goes from mill to bakery and bread to other houses, by day, and houses never fill up', () => {
    const { world, env } = createTestWorld()
    const hours: number[] = []
    const deals: Deal[] = []
    for (const events of advanceWorld(world, env, 3 * 86_400)) {
      deals.push(...dealsIn(events))
      if (dealsIn(events).length > 0) hours.push((world.worldSeconds / 3600) % 24)
    }
    const by = (id: string): Npc => world.npcs.find((npc) => npc.id === id)!
    const moved = (goodId: string, sellers: string, buyers: RegExp): Deal[] => deals.filter((deal) => deal.goodId === goodId && by(deal.sellerId).trade === sellers && buyers.test(by(deal.buyerId).trade))
    expect(moved('flour', 'miller', /baker/).length).toBeGreaterThan(0)
    expect(deals.filter(({ goodId }) => goodId === 'loaf').length).toBeGreaterThan(1)
    expect(new Set(deals.map(({ goodId }) => goodId)).size).toBeGreaterThan(5)
    expect(Math.min(...hours)).toBeGreaterThan(6)
    expect(Math.max(...hours)).toBeLessThan(23)
    for (const { sellerId, buyerId, goodId } of deals) {
      expect(goodsOf(by(sellerId)).some(({ id }) => id === goodId)).toBe(true)
      expect(by(sellerId).homeId).not.toBe(by(buyerId).homeId)
    }
    for (const npc of world.npcs) expect(npc.trading.held.reduce((sum, { count }) => sum + count, 0), npc.trade).toBeLessThan(20)
  }, 30_000)

  it('[SIM-183] what was bought for the work is used up by it, and more of the work comes of it', () => {
    const { world } = createTestWorld()
    const baker = seller(world, 'baker')
    const full = { ...baker.trading, gone: [{ goodId: 'loaf' as const, count: 8 }] }
    const left = (flour: number): number => {
      baker.trading = structuredClone(full)
      if (flour > 0) takeHeld(baker, 'flour', -flour)
      workUp(baker)
      return baker.trading.gone.reduce((sum, { count }) => sum + count, 0)
    }
    expect(left(3)).toBeLessThan(left(0))
    for (let stretch = 0; stretch < 40; stretch++) {
      takeOff(baker, 'loaf', 8)
      takeHeld(baker, 'flour', heldBy(baker, 'flour') === 0 && stretch === 0 ? -2 : 0)
      workUp(baker)
    }
    expect(heldBy(baker, 'flour')).toBe(0)
    expect(INPUTS.baker).toContain('flour')
  })
})

/** Lives a morning with the player in the village until something was handed over near them. */
function watch(): { events: WorldEvent[]; deal: Deal; buyer: Npc; sold: Npc; world: World; env: ReturnType<typeof createTestWorld>['env']; wasCarried: boolean } {
  const { world, env } = createTestWorld(8.4 * 3600)
  const events = runTicks(world, env, 1, [{ type: 'player-place', x: 0, z: 4 }])
  for (let t = 0; t < 16_000; t += 10) {
    const step = runTicks(world, env, 10)
    events.push(...step)
    const deal = dealsIn(step).find(({ buyerId, sellerId }) => [buyerId, sellerId].every((id) => world.npcs.some((npc) => npc.id === id && !npc.indoors && Math.hypot(npc.body.x, npc.body.z - 4) < 58)))
    if (!deal) continue
    const [buyer, sold] = [deal.buyerId, deal.sellerId].map((id) => world.npcs.find((npc) => npc.id === id)!) as [Npc, Npc]
    let wasCarried = false
    const meters = Math.hypot(buyer.body.x - sold.body.x, buyer.body.z - sold.body.z)
    expect(meters).toBeLessThan(3)
    expect([buyer.gesture?.kind, sold.gesture?.kind]).toEqual(['reach', 'reach'])
    for (let more = 0; more < 3000 && buyer.trading.buying !== null; more++) {
      events.push(...runTicks(world, env, 1))
      wasCarried ||= /^carrying .* home$/.test(buyer.activity)
    }
    return { events, deal, buyer, sold, world, env, wasCarried }
  }
  throw new Error('neighbours: nobody bought anything')
}

describe('what is seen and heard', () => {
  it('[SIM-184] one asks, one tells the price, it goes from hand to hand and is carried home, and both remember it', () => {
    const { events, deal, buyer, sold, world, env, wasCarried } = watch()
    expect(wasCarried).toBe(true)
    const said = events.filter((event) => event.type === 'speech-said')
    const at = events.indexOf(deal)
    const asked = said.findLast((event) => event.speakerId === buyer.id && events.indexOf(event) < at)
    const told = said.find((event) => event.speakerId === sold.id && events.indexOf(event) > at - 1)
    expect(asked?.toId).toBe(sold.id)
    expect(told?.text).toMatch(/penn|shilling/i)
    expect(asked?.witnessIds).toContain(sold.id)
    const memories = [buyer, sold].map((npc) => observe(toObservations(world, env.land, [deal])[0]!, { npcId: npc.id, playerName: '', timesBefore: () => 0, factsAbout: () => [], asked: null }).drafts.map(({ text }) => text).join())
    expect(memories[0]).toContain(`of ${sold.given}`)
    expect(memories[1]).toContain(`sold ${buyer.given}`)
  }, 30_000)
})

describe('what is kept', () => {
  it('[SIM-185] two lives from one state trade the same, a clock set ahead trades too, and worlds from before are read', () => {
    const { world, env } = createTestWorld(8 * 3600)
    const other = structuredClone(world)
    const [one, two] = [daysOf(world, env, 1), daysOf(other, env, 1)]
    expect(two).toEqual(one)
    expect(other).toEqual(world)
    const later = createTestWorld(8 * 3600)
    const coin = pennies(later.world)
    expect(dealsIn(runTicks(later.world, later.env, 1, [{ type: 'time-set', hour: 19 }])).length).toBeGreaterThan(4)
    expect(pennies(later.world)).toBe(coin)
    const stored = JSON.parse(JSON.stringify(toSnapshot(world))) as { npcs: Array<{ trading: Partial<Npc['trading']>; lastEndedTicks: number[] }> }
    for (const npc of stored.npcs) {
      npc.trading = { gone: [], day: -1, paid: 0 }
      npc.lastEndedTicks.length = 17
    }
    const read = fromSnapshot(stored)
    expect(read.ok && read.value.npcs.every(({ trading }) => trading.purse === FIRST_PURSE && trading.held.length === 0)).toBe(true)
    if (read.ok) expect(daysOf(read.value, env, 1).length).toBeGreaterThan(4)
  }, 30_000)

  it('[SIM-186] a cloak is talked of, a loaf is not', () => {
    const { world } = createTestWorld(10 * 3600)
    const [buyer, weaver] = [seller(world, 'smith'), seller(world, 'baker')]
    weaver.trade = 'weaver'
    const before = buyer.beliefs.length
    dealBetween(world, buyer, weaver, { goodId: 'fleece', count: 1 })
    expect(buyer.beliefs.length).toBe(before)
    expect(dealBetween(world, buyer, weaver, { goodId: 'cloak', count: 1 })).not.toBeNull()
    for (const npc of [buyer, weaver]) expect(npc.beliefs.at(-1)?.claim).toMatchObject({ kind: 'bought', subject: { id: buyer.id }, target: { id: weaver.id }, object: 'a cloak' })
  })

  it('[SIM-187] those at odds do not trade, the short of coin pay less, and the nearest inherit', () => {
    const { world, env } = createTestWorld(10 * 3600)
    const [baker, miller] = [seller(world, 'baker'), seller(world, 'miller')]
    baker.trading.purse = 200
    miller.temperament.agreeableness = 1
    const number = 0
    const buysOf = (): string | undefined => findPurchase(world, baker, { number, isAtHand: (npc) => npc === miller })?.seller.id
    expect(outingSeconds(baker, number)).toBeGreaterThan(8 * 3600)
    expect(buysOf()).toBe(miller.id)
    const full = priceBetween(world, { ...baker, temperament: { ...baker.temperament, agreeableness: 0.5 } }, miller, { goodId: 'flour', count: 1 })
    const short = priceBetween(world, { ...baker, trading: { ...baker.trading, purse: 12 } }, miller, { goodId: 'flour', count: 1 })
    expect(short).toBeLessThan(full)
    changeRelation(miller, baker.id, { warmth: -0.9, reason: 'a test' })
    expect(buysOf()).toBeUndefined()
    const people = world.npcs.filter(({ settlementId }) => settlementId === HERE)
    const { plan } = findVillage(env.land, HERE, people[0]!.body)!
    const circle = createCircle(world, { rng: createRng(1), people, plan, worldSeconds: world.worldSeconds })
    const before = pennies(world)
    happen(world, circle, drawOfKind('death', circle)!, world.worldSeconds)
    expect(pennies(world)).toBe(before)
  })
})
