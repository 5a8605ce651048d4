/** What the player allows: no limit is ever passed, not even by calls under way, and off is off. */
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { NO_LIMITS, priceKey, type Budget } from '#minds/scheduler/budget.ts'
import { createPurse } from '#minds/scheduler/purse.ts'
import { createScheduler, type Asked, type Scheduler } from '#minds/scheduler/scheduler.ts'
import { chosen } from '../support/chosen.ts'
import { createSimulatedModel, type SimulatedModel } from '../support/simulated-model.ts'
import { createSimulatedTime, type SimulatedTime } from '../support/simulated-time.ts'

const DAY_MS = 86_400_000

function makeBench(limits: Partial<Budget>, isFree = true): { time: SimulatedTime; model: SimulatedModel; scheduler: Scheduler; reply(n: number): Promise<Asked> } {
  const time = createSimulatedTime(20_000 * DAY_MS)
  const model = createSimulatedModel(time, 400)
  const scheduler = createScheduler({ now: time.now, after: time.after, changed: () => undefined, tierOf: () => 4 })
  scheduler.setModels({ endpoint: chosen('sim', model, { tier: 4, isFree }), kinds: {} })
  scheduler.setBudget({ ...NO_LIMITS, ...limits })
  return {
    time, model, scheduler,
    reply: (n) =>
      scheduler.ask({ npcId: `npc:0,0/${n}`, kind: 'converse', purpose: 'thought', withPlayer: true, isHail: false, attention: null, salience: 1, isDanger: false, signal: createCancelSource().signal }, () => [
        { messages: [{ role: 'user', content: `Tell me about day ${n} of the year. `.repeat(20) }], maxTokens: 60, temperature: 1, limits: { firstTokenMs: 8_000, idleMs: 4_000, totalMs: 12_000 } },
      ]),
  }
}

describe('limits', () => {
  it.each(['well', 'drones'] as const)('[MIND-176] of tokens are never passed by a model that is %s, however many ask at once', async (health) => {
    const { time, model, scheduler, reply } = makeBench({ tokensPerMinute: 3_000, tokensPerDay: 20_000 })
    model.health = health
    let most = 0
    for (let second = 0; second < 600; second++) {
      for (let n = 0; n < 6; n++) void reply(second * 6 + n)
      await time.advance(1_000)
      const { minuteTokens, today } = scheduler.status.spending
      most = Math.max(most, minuteTokens)
      expect(minuteTokens).toBeLessThanOrEqual(3_000)
      expect(today.tokens).toBeLessThanOrEqual(20_000)
    }
    const { tokensIn, tokensOut } = scheduler.status
    // what the server counts itself, and that little is left unused
    expect(tokensIn + tokensOut).toBeLessThanOrEqual(20_000)
    expect(tokensIn + tokensOut).toBeGreaterThan(18_000)
    expect(most).toBeGreaterThan(2_500)
    expect(await reply(-1)).toEqual({ ok: false, reason: 'your limit of 20000 tokens a day is reached' })
    await time.advance(DAY_MS)
    const next = reply(-2)
    await time.advance(2_000)
    expect((await next).ok).toBe(true)
  })

  it('[MIND-176] of money are kept, and without a known price nothing is asked', async () => {
    const { time, scheduler, reply } = makeBench({ moneyPerDay: 0.01, prices: { sim: { in: 3, out: 15 } } }, false)
    for (let n = 0; n < 60; n++) {
      void reply(n)
      await time.advance(500)
      expect(scheduler.status.spending.today.money).toBeLessThanOrEqual(0.01)
    }
    expect(scheduler.status.costEstimate).toBeGreaterThan(0.008)
    expect(scheduler.status.costEstimate).toBeCloseTo((scheduler.status.tokensIn * 3 + scheduler.status.tokensOut * 15) / 1e6, 10)
    scheduler.setBudget({ ...NO_LIMITS, moneyPerDay: 1 })
    expect(await reply(100)).toMatchObject({ ok: false, reason: expect.stringContaining('price of this model is not known') })
    scheduler.setBudget(NO_LIMITS)
    const free = reply(101)
    await time.advance(2_000)
    expect((await free).ok).toBe(true)
    expect(scheduler.status.costEstimate).toBeNull()
    expect(priceKey({ baseUrl: ' http://a/v1 ', model: 'm' })).toBe('http://a/v1 m')
  })

  it('[MIND-176] a limit below one thought says so, and what was spent before and elsewhere counts while its day lasts', async () => {
    const { time, scheduler, reply } = makeBench({ tokensPerMinute: 50 })
    expect(await reply(1)).toMatchObject({ ok: false, reason: expect.stringMatching(/one thought takes about \d+ tokens/) })
    scheduler.setBudget({ ...NO_LIMITS, tokensPerDay: 1_000, spentBefore: { day: 20_000, tokens: 900, money: 0 } })
    expect(await reply(2)).toMatchObject({ ok: false, reason: expect.stringContaining('a day') })
    scheduler.setBudget({ ...NO_LIMITS, tokensPerDay: 1_000, spentBefore: { day: 19_999, tokens: 900, money: 0 } })
    const today = reply(3)
    await time.advance(2_000)
    expect((await today).ok).toBe(true)
  })

  it('[MIND-176] a call that was set aside is counted as what it came to', () => {
    const time = createSimulatedTime(5 * DAY_MS)
    const purse = createPurse(time.now)
    const settle = purse.reserve({ tokensIn: 500, tokensOut: 300 }, { in: 1, out: 2 })
    expect(purse.spending).toMatchObject({ minuteTokens: 800, today: { day: 5, tokens: 800, money: 0.0011 } })
    settle({ tokensIn: 450, tokensOut: 50 })
    settle({ tokensIn: 450, tokensOut: 50 })
    expect(purse.spending).toMatchObject({ minuteTokens: 500, today: { tokens: 500, money: 0.00055 } })
    // the player's midnight, not Greenwich's
    purse.setBudget({ ...NO_LIMITS, zoneMinutes: 60 })
    expect(purse.spending.today).toEqual({ day: 4, tokens: 0, money: 0 })
  })
})

it('[MIND-54] the off switch stops calls under way and whatever waits, at once, and no other begins', async () => {
  const { time, model, scheduler, reply } = makeBench({})
  const answers = [1, 2, 3].map(reply)
  await time.advance(30)
  scheduler.setBudget({ ...NO_LIMITS, paused: true })
  expect(model.asked.every(({ options }) => options.signal.cancelled)).toBe(true)
  const after = reply(4)
  await time.advance(1)
  expect(scheduler.status).toMatchObject({ inFlight: 0, queued: 0, paused: true, trouble: null })
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: true, generations: [{ ok: false, message: 'thinking with the model is switched off' }] })
  expect(await after).toEqual({ ok: false, reason: 'thinking with the model is switched off' })
  expect(model.asked).toHaveLength(3)
  scheduler.setBudget(NO_LIMITS)
  const again = reply(5)
  await time.advance(2_000)
  expect((await again).ok).toBe(true)
})

it('[MIND-180] exactly the same question costs nothing the second time, if its answer was of use; only so many are kept', async () => {
  const { time, model, scheduler, reply } = makeBench({})
  const first = reply(1)
  await time.advance(2_000)
  const answer = await first
  if (answer.ok) answer.keep()
  const { tokensIn } = scheduler.status
  expect(await reply(1)).toMatchObject({ ok: true, generations: [{ ok: true, tokensIn: 0, text: answer.ok ? answer.generations[0]!.text : '' }] })
  expect(scheduler.status.tokensIn).toBe(tokensIn)
  for (let n = 2; n < 130; n++) {
    const other = reply(n)
    await time.advance(1_000)
    const found = await other
    if (found.ok) found.keep()
  }
  const asked = model.asked.length
  void reply(1)
  await time.advance(2_000)
  expect(model.asked.length).toBe(asked + 1)
})
