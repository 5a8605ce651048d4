/** Buying, selling, haggling, giving and errands: coin, shelves and satchel, and what stays of it. */
import { describe, expect, it } from 'vitest'
import { npcSchema } from '#simulation/npc/npc-schema.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import type { TradeId } from '#simulation/npc/trades.ts'
import { changeRelation } from '#simulation/relations/change-relation.ts'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { leastPriceOf } from '#simulation/trade/bargain.ts'
import type { Deal } from '#simulation/trade/deal-record.ts'
import { goodOf } from '#simulation/trade/goods.ts'
import { dealSchema } from '#simulation/trade/trade-schema.ts'
import { readTrade } from '#simulation/trade/read-trade.ts'
import { createTrading, goodsOf, restock, stockOf } from '#simulation/trade/wares.ts'
import type { World } from '#simulation/world.ts'
import { createTestWorld, meetSomebody, runTicks } from '#test/support/create-test-world.ts'

const NINE = 9 * 3600

type Talk = { world: World; npc: Npc; say(text: string): Deal | null; ticks(commands: Parameters<typeof runTicks>[3]): ReturnType<typeof runTicks> }

/** A talk with somebody of a trade, at an hour. */
function talkWith(trade: TradeId, hour = NINE): Talk {
  const { world, env } = createTestWorld(NINE)
  const npc = meetSomebody(world, env)
  Object.assign(npc, { trade, age: 40, temperament: { openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0.2, neuroticism: 0 }, trading: createTrading() })
  world.worldSeconds = hour
  const ticks: Talk['ticks'] = (commands) => runTicks(world, env, 1, commands)
  ticks([{ type: 'conversation-open', npcId: npc.id }])
  return {
    world, npc, ticks,
    say(text) {
      const before = world.conversations.find(({ id }) => id === world.player.conversationId)?.deal ?? null
      ticks([{ type: 'conversation-say', npcId: npc.id, text }])
      const deal = world.conversations.find(({ id }) => id === world.player.conversationId)?.deal ?? null
      return deal === before ? null : deal
    },
  }
}

describe('reading what is wanted', () => {
  it.each([
    ['I’d like a loaf', 'buy', 'loaf', 1], ['Two loaves of bread, please', 'buy', 'loaf', 2], ['Can I have an ale?', 'buy', 'ale', 1], ['I’ll take three apples', 'buy', 'apples', 3], ['Give me a knife', 'buy', 'knife', 1], ['I want to buy a bunch of flowers', 'buy', 'flowers', 1], ['Sell me an axe', 'buy', 'axe', 1],
    ['How much is a loaf of bread?', 'ask', 'loaf', 1], ['Do you have any cheese?', 'ask', 'cheese', 1], ['What do you ask for a knife?', 'ask', 'knife', 1],
    ['I’ll give you two pennies for the cheese', 'haggle', 'cheese', 1], ['Isn’t a cheese cheaper?', 'haggle', 'cheese', 1],
    ['I want to sell a fish', 'sell', 'fish', 1], ['Would you buy my cheese?', 'sell', 'cheese', 1], ['What would you give me for this knife?', 'sell', 'knife', 1],
    ['Here is a cheese for you', 'give', 'cheese', 1], ['I brought you two loaves', 'give', 'loaf', 2], ['Take this knife', 'give', 'knife', 1],
  ])('[SIM-155] “%s” wants to %s %s', (text, kind, goodId, count) => {
    expect(readTrade(text, { last: null, good: null })).toMatchObject({ kind, good: { id: goodId }, count })
  })

  it.each(['Do you have any work for me?', 'How can I earn a few pennies?', 'Can I help you?', 'I’m looking for a job', 'Do you need a hand?'])('[SIM-155] “%s” looks for an errand', (text) => {
    expect(readTrade(text, { last: null, good: null })?.kind).toBe('work')
  })

  it.each(['I’d like to know how you bake bread', 'Tell me about the mill', 'Who sells bread?', 'I like your bread', 'I lost my knife', 'Did you see a horse?', 'I will bring you a fish tomorrow', 'Yes', 'No', 'I’ll take the road to the mill', 'My father was a fisher', 'What is your work?', 'Do you like your work?', 'I’ll have it in mind', 'Give me a story', 'The night was cold', 'Where can I find some food?'])('[SIM-155] “%s” is no trade', (text) => {
    expect(readTrade(text, { last: null, good: null })).toBeNull()
  })
})

describe('several things in one remark', () => {
  it.each<[string, string, Array<[string, number]>]>([
    ['I’d like two loaves and a cheese', 'buy', [['loaf', 2], ['cheese', 1]]], ['Two loaves, three eggs and a jug of milk, please', 'buy', [['loaf', 2], ['egg', 3], ['milk', 1]]], ['Can I have bread and butter?', 'buy', [['loaf', 1], ['milk', 1]]],
    ['How much are two loaves and a honey cake?', 'ask', [['loaf', 2], ['cake', 1]]], ['How much do a knife and a pot cost?', 'ask', [['knife', 1], ['pot', 1]]], ['I brought you a cheese and two fish', 'give', [['cheese', 1], ['fish', 2]]], ['I want to sell a fish, and two eggs too', 'sell', [['fish', 1], ['egg', 2]]],
    ['I’d like a loaf and a basket of apples', 'buy', [['loaf', 1], ['apples', 1]]], ['Give me a loaf, my horse is tired', 'buy', [['loaf', 1]]], ['I’d like a jar of honey', 'buy', [['honey', 1]]], ['I’d like a hot meal and a bed for the night', 'buy', [['meal', 1], ['bed', 1]]],
  ])('[SIM-171] “%s” wants to %s each of them', (text, kind, things) => {
    const wish = readTrade(text, { last: null, good: null })
    expect(wish?.kind).toBe(kind)
    expect(wish && [[wish.good?.id, wish.count], ...wish.more.map(({ good, count }) => [good.id, count])]).toEqual(things)
  })

  it('[SIM-171] all that can be bought is bought, each is paid and remembered, and of the rest it is told why not', () => {
    const { world, npc, ticks } = talkWith('baker')
    const events = ticks([{ type: 'conversation-say', npcId: npc.id, text: 'I’d like two loaves, a honey cake and a cheese, please' }])
    expect(world.conversations.find(({ id }) => id === world.player.conversationId)!.deal).toMatchObject({ kind: 'bought', goodId: 'loaf', count: 2, pennies: 2, also: [{ kind: 'bought', goodId: 'cake', count: 1, pennies: 2 }, { kind: 'refused', goodId: 'cheese', trouble: 'not-sold' }] })
    expect(world.player).toMatchObject({ purse: 8, satchel: [{ goodId: 'loaf', count: 2 }, { goodId: 'cake', count: 1 }] })
    expect(stockOf(npc, goodOf('cake'), world.worldSeconds)).toBe(3)
    expect(events.filter(({ type }) => type === 'goods-pass')).toHaveLength(2)
  })

  it('[SIM-171] what a purse does not reach stays on the shelf, and what nobody sells here is no trade', () => {
    const { world, npc, say } = talkWith('shepherd')
    expect(say('I’d like two cheeses and a fleece')).toMatchObject({ kind: 'bought', goodId: 'cheese', count: 2, also: [{ kind: 'refused', goodId: 'fleece', trouble: 'no-coin' }] })
    expect(world.player.purse).toBe(2)
    expect(stockOf(npc, goodOf('fleece'), world.worldSeconds)).toBe(4)
    expect(say('I’d like a loaf and a knife')).toBeNull()
  })

  it('[SIM-171] a price told for several is agreed to, or haggled over, for all of them', () => {
    const { world, say } = talkWith('baker')
    expect(say('How much are two loaves and two honey cakes?')).toMatchObject({ kind: 'asked', pennies: 2, also: [{ kind: 'asked', pennies: 4 }] })
    expect(say('Yes, please')).toMatchObject({ kind: 'bought', goodId: 'loaf', also: [{ kind: 'bought', goodId: 'cake', count: 2 }] })
    expect(world.player.purse).toBe(6)
    say('How much are two loaves and two honey cakes?')
    expect(say('I’ll give you six pennies')).toMatchObject({ kind: 'bought', also: [{ kind: 'bought' }] })
    expect(world.player.purse).toBe(0)
  })

  it('[SIM-171] of several gifts those that are there are given', () => {
    const { world, npc, say } = talkWith('miller')
    world.player.satchel = [{ goodId: 'cheese', count: 1, parcel: null }]
    expect(say('Here are a cheese and two fish for you')).toMatchObject({ kind: 'given', goodId: 'cheese', also: [{ kind: 'refused', goodId: 'fish', trouble: 'not-there' }] })
    expect(world.player.satchel).toEqual([])
    expect(npc.trading).toEqual(createTrading())
  })

  it('[SIM-171] what came of each passes the check of what is stored', () => {
    const deal = talkWith('baker').say('I’d like two loaves and a honey cake')
    expect(dealSchema.parse(structuredClone(deal))).toEqual(deal)
    expect(dealSchema.safeParse({ ...deal, also: [{ kind: 'bought' }] }).success).toBe(false)
  })
})

describe('buying', () => {
  it('[SIM-156] moves coin one way and goods the other, and the shelf is emptier', () => {
    const { world, npc, say } = talkWith('baker')
    expect(say('I’d like two loaves, please')).toMatchObject({ kind: 'bought', goodId: 'loaf', count: 2, pennies: 2, left: 6 })
    expect(world.player).toMatchObject({ purse: 10, satchel: [{ goodId: 'loaf', count: 2, parcel: null }] })
    expect(stockOf(npc, goodOf('loaf'), world.worldSeconds)).toBe(6)
  })

  it('[SIM-156] after a price was told, “yes”, “I’ll take it” and “how much is it?” mean that thing, and “no” ends it', () => {
    const { world, say } = talkWith('baker')
    expect(say('How much is a honey cake?')).toMatchObject({ kind: 'asked', pennies: 2 })
    expect(say('Yes please')).toMatchObject({ kind: 'bought', goodId: 'cake' })
    expect(say('Yes')).toBeNull()
    expect(say('And how much is it?')).toMatchObject({ kind: 'asked', goodId: 'cake' })
    expect(say('No, thank you')).toMatchObject({ kind: 'declined' })
    expect(say('I’ll take two of them')).toMatchObject({ kind: 'bought', goodId: 'cake', count: 2, pennies: 4 })
    expect(world.player.purse).toBe(6)
  })

  it('[SIM-157] fails in so many words: no coin, none left, too many, closed, not to be carried, out of season; and changes nothing then', () => {
    const { world, npc, say } = talkWith('farmer')
    const before = structuredClone(world.player.satchel)
    expect(say('I’d like to buy a cow')).toMatchObject({ kind: 'refused', trouble: 'fixed' })
    expect(say('I’d like a basket of apples')).toMatchObject({ kind: 'refused', trouble: 'out-of-season' })
    expect(say('I’d like twenty eggs')).toMatchObject({ kind: 'asked', trouble: 'fewer-left', count: 16 })
    expect(say('I want to buy 17 eggs')).toMatchObject({ kind: 'asked', trouble: 'fewer-left', count: 16, pennies: 4 })
    world.player.purse = 1
    expect(say('I’d like a jar of honey')).toMatchObject({ kind: 'refused', trouble: 'no-coin' })
    npc.trading.gone = [{ goodId: 'honey', count: 3 }]
    expect(say('I’d like a jar of honey')).toMatchObject({ kind: 'refused', trouble: 'none-left' })
    expect(world.player.purse).toBe(1)
    const night = talkWith('farmer', 22 * 3600)
    expect(night.say('I’d like a jar of honey')).toMatchObject({ kind: 'refused', trouble: 'closed' })
    changeRelation(night.npc, 'player', { warmth: 1, reason: 'x' })
    expect(night.say('I’d like a jar of honey')).toMatchObject({ kind: 'bought' })
    expect(world.player.satchel.filter(({ goodId }) => goodId !== 'egg')).toEqual(before)
  })

  it('[SIM-157] what somebody does not sell is not theirs to deal in', () => {
    const { world, say } = talkWith('smith')
    expect(say('I’d like a loaf of bread')).toBeNull()
    expect(world.player.purse).toBe(12)
  })

  it('[SIM-158] a shelf fills again with work, piece by piece, and never beyond what fits on it', () => {
    const { npc, world } = talkWith('smith')
    npc.trading.gone = [{ goodId: 'knife', count: 2 }, { goodId: 'nails', count: 10 }]
    restock(npc)
    expect(stockOf(npc, goodOf('knife'), world.worldSeconds)).toBe(2)
    for (let i = 0; i < 20; i++) restock(npc)
    expect(npc.trading.gone).toEqual([])
    for (const good of goodsOf(npc)) expect(stockOf(npc, good, world.worldSeconds)).toBeLessThanOrEqual(good.shelf)
  })

  it('[SIM-158] a day of the village fills a baker’s shelf', () => {
    const { world, env } = createTestWorld(NINE)
    const baker = world.npcs.find(({ trade, age, settlementId }) => trade !== 'child' && trade !== 'elder' && age > 18 && settlementId === 'settlement:0,0' && goodsOf({ trade, age }).some(({ fixed }) => !fixed))!
    const good = goodsOf(baker).find(({ fixed }) => !fixed)!
    baker.trading.gone = [{ goodId: good.id, count: 2 }]
    world.player.body.x = baker.body.x
    world.player.body.z = baker.body.z
    for (let t = 0; t < 20 * 60 * 12 && baker.trading.gone.length > 0; t += 200) runTicks(world, env, 200)
    expect(baker.trading.gone).toEqual([])
  })
})

describe('haggling', () => {
  it('[SIM-159] people come down once, by temper and tie, never below their least; a fair offer is taken', () => {
    const { world, npc, say } = talkWith('smith')
    world.player.purse = 60
    npc.temperament = { ...npc.temperament, agreeableness: 1 }
    const least = leastPriceOf(npc, goodOf('axe'), 1, world.worldSeconds)
    expect(least).toBeLessThan(18)
    expect(say('How much is an axe?')).toMatchObject({ pennies: 18 })
    expect(say('That’s too dear')).toMatchObject({ kind: 'lowered', pennies: least })
    expect(say('Still too expensive!')).toMatchObject({ kind: 'held', pennies: least })
    expect(say(`I’ll give you ${least} pennies`)).toMatchObject({ kind: 'bought', pennies: least })
    expect(world.player.purse).toBe(60 - least)
  })

  it('[SIM-159] the fond come down further than the cold, and nobody below a penny; next to nothing is an insult', () => {
    const { world, npc, say } = talkWith('smith')
    changeRelation(npc, 'player', { warmth: 0.8, reason: 'x' })
    const fond = leastPriceOf(npc, goodOf('axe'), 1, world.worldSeconds)
    changeRelation(npc, 'player', { warmth: -1.2, reason: 'x' })
    expect(leastPriceOf(npc, goodOf('axe'), 1, world.worldSeconds)).toBeGreaterThan(fond)
    expect(leastPriceOf(npc, goodOf('nails'), 1, world.worldSeconds)).toBe(1)
    changeRelation(npc, 'player', { warmth: 0.4, reason: 'x' })
    const before = npc.relations.find(({ otherId }) => otherId === 'player')!.warmth
    say('I’ll give you two pennies for the axe')
    expect(npc.relations.find(({ otherId }) => otherId === 'player')!.warmth).toBeLessThan(before + 0.012)
  })
})

describe('selling and giving', () => {
  it('[SIM-160] traders pay half for anything, others what they can use; a purse has a bottom', () => {
    const { world, npc, say } = talkWith('merchant')
    world.player.satchel = [{ goodId: 'cheese', count: 2, parcel: null }, { goodId: 'axe', count: 9, parcel: null }]
    expect(say('What would you give me for a cheese?')).toMatchObject({ kind: 'bid', pennies: 2 })
    expect(say('Deal')).toMatchObject({ kind: 'sold', pennies: 2 })
    expect(world.player).toMatchObject({ purse: 14, satchel: [{ goodId: 'cheese', count: 1 }, { goodId: 'axe', count: 9 }] })
    expect(say('I’d like to sell nine axes')).toMatchObject({ kind: 'refused', trouble: 'cannot-pay' })
    expect(say('I want to sell a sword')).toMatchObject({ kind: 'refused', trouble: 'not-there' })
    Object.assign(npc, { trade: 'smith' })
    npc.needs.food = 1
    expect(say('I want to sell a cheese')).toMatchObject({ kind: 'refused', trouble: 'not-wanted' })
  })

  it('[SIM-161] a gift that is there is given, felt and talked of by its worth; empty hands give nothing', () => {
    const { world, npc, say } = talkWith('smith')
    const warmth = (): number => npc.relations.find(({ otherId }) => otherId === 'player')!.warmth
    const start = warmth()
    expect(say('Here is a cheese for you')).toMatchObject({ kind: 'refused', trouble: 'not-there' })
    expect(warmth()).toBeLessThan(start + 0.03)
    world.player.satchel = [{ goodId: 'cheese', count: 2, parcel: null }]
    npc.needs.food = 0.3
    expect(say('Here is a cheese for you')).toMatchObject({ kind: 'given', goodId: 'cheese' })
    const once = warmth() - start
    expect(once).toBeGreaterThan(0.12)
    expect(npc.needs.food).toBeGreaterThan(0.5)
    expect(npc.beliefs.at(-1)).toMatchObject({ claim: { kind: 'gift', subject: { id: 'player' } }, knownBy: ['player'] })
    npc.needs.food = 0.3
    say('Here is a cheese for you')
    expect(warmth() - start - once).toBeLessThan(once)
    expect(world.player.satchel).toEqual([])
  })

  it('[SIM-161] a promise to bring a thing is kept with the thing', () => {
    const { world, say } = talkWith('smith')
    say('I will bring you a fish tomorrow')
    say('Here is the fish, as I promised')
    expect(world.appointments[0]?.state).toBe('agreed')
    world.player.satchel = [{ goodId: 'fish', count: 1, parcel: null }]
    say('Here is the fish, as I promised')
    expect(world.appointments[0]?.state).toBe('kept')
  })

  it('[SIM-162] what is out of the ordinary is news: a dear thing, and all there was of something', () => {
    const { world, npc, say } = talkWith('baker')
    say('I’d like a loaf')
    expect(npc.beliefs.some(({ claim }) => claim.kind === 'bought')).toBe(false)
    expect(say('I’d like seven loaves')).toMatchObject({ kind: 'bought', left: 0 })
    expect(npc.beliefs.at(-1)?.claim).toMatchObject({ kind: 'bought', count: 7, object: 'loaves of bread' })
    expect(world.player.purse).toBe(4)
  })
})

describe('earning', () => {
  it('[SIM-163] an errand is a parcel, a promise and a few pennies at the other end', () => {
    const { world, npc, say, ticks } = talkWith('baker')
    let offer: Deal | null = null
    for (let day = 0; day < 8 && offer?.kind !== 'errand'; day++) {
      world.worldSeconds = NINE + day * 86_400
      offer = say('Do you have any work for me?')
    }
    expect(offer).toMatchObject({ kind: 'errand' })
    expect(say('Yes, I’ll do it')).toMatchObject({ kind: 'taken' })
    const [parcel] = world.player.satchel
    expect(parcel?.parcel).toMatchObject({ fromId: npc.id, toId: offer!.otherId, pennies: offer!.pennies })
    expect(world.appointments).toMatchObject([{ kind: 'promise', npcId: npc.id, state: 'agreed' }])
    expect(say('I brought it')).toBeNull()
    expect(world.appointments[0]?.state).toBe('agreed')
    ticks([{ type: 'player-use', goodId: parcel!.goodId }])
    expect(world.player.satchel).toHaveLength(1)
    const to = world.npcs.find(({ id }) => id === offer!.otherId)!
    Object.assign(to, { indoors: false, insideId: null, skill: null, conversationId: null, frozen: false })
    Object.assign(world.player.body, { x: to.body.x + 1, z: to.body.z })
    ticks([{ type: 'conversation-say', npcId: to.id, text: `${npc.given} sends you this` }])
    expect(world.conversations.find(({ id }) => id === world.player.conversationId)?.deal).toMatchObject({ kind: 'delivered', otherId: npc.id })
    expect(world.player).toMatchObject({ purse: 12 + offer!.pennies, satchel: [] })
    expect(world.appointments[0]?.state).toBe('kept')
  })
})

describe('the satchel', () => {
  it('[SIM-164] eating takes the thing, feeds for hours and makes faster; who made it and sees it is pleased', () => {
    const { world, npc, say, ticks } = talkWith('baker')
    say('I’d like a loaf')
    const [event] = ticks([{ type: 'player-use', goodId: 'loaf' }]).filter(({ type }) => type === 'player-use')
    expect(event).toMatchObject({ makerIds: [npc.id] })
    expect(world.player.satchel).toEqual([])
    expect(world.player.fedUntil).toBeGreaterThan(world.worldSeconds + 3600)
    const run = (fed: boolean): number => {
      const other = structuredClone(world)
      other.conversations = []
      other.player.fedUntil = fed ? Infinity : 0
      const { env } = createTestWorld()
      const { x, z } = other.player.body
      runTicks(other, env, 30, [{ type: 'player-intend', intent: { forward: 1, right: 0, run: true, jump: false, dive: false, yaw: 1, pitch: 0 } }])
      return Math.hypot(other.player.body.x - x, other.player.body.z - z)
    }
    expect(run(true)).toBeGreaterThan(run(false) * 1.08)
  })

  it('[SIM-165] purse, satchel, shelves and deals are kept; a world from before there was coin gets a shilling and full shelves', () => {
    const { world, say } = talkWith('baker')
    say('I’d like two loaves')
    const kept = fromSnapshot(structuredClone(toSnapshot(world)))
    expect(kept.ok && kept.value.player).toMatchObject({ purse: 10, satchel: [{ goodId: 'loaf', count: 2 }] })
    const old = structuredClone(toSnapshot(world)) as unknown as { player: { [field: string]: unknown }; npcs: Array<{ [field: string]: unknown }>; conversations: Array<{ [field: string]: unknown }> }
    for (const field of ['purse', 'satchel', 'fedUntil']) delete old.player[field]
    for (const npc of old.npcs) delete npc['trading']
    for (const talk of old.conversations) delete talk['deal']
    const read = fromSnapshot(old)
    expect(read.ok && read.value.player).toMatchObject({ purse: 12, satchel: [], fedUntil: 0 })
    expect(read.ok && read.value.npcs.every((npc) => npc.trading.gone.length === 0 && npcSchema.safeParse(npc).success)).toBe(true)
  })
})
