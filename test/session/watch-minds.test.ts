/** How lively the village is asked to be, from what is known of what thinks. */
import { describe, expect, it } from 'vitest'
import { livelinessFor, livelinessOf } from '#minds/tiers.ts'
import { NO_LIMITS } from '#minds/scheduler/budget.ts'
import type { Game } from '#session/game.ts'
import { watchMinds } from '#session/watch-minds.ts'
import type { Command } from '#simulation/commands.ts'

type Status = Parameters<typeof livelinessFor>[0]

const spending: Status['spending'] = { minuteTokens: 0, begunMs: 0, own: { day: 0, tokens: 0, money: 0 }, today: { day: 0, tokens: 0, money: 0 }, isPriced: true }

function status(tokensPerSecond: number, change: Partial<Status> & { trouble?: string; tier?: number } = {}): Status {
  const { trouble = null, tier = 3, ...rest } = change
  return { endpoints: [{ groups: ['decision'], provider: 'fake', model: 'parrot-1', tier, means: '', tokensPerSecond, firstTokenMs: null, inFlight: 0, trouble, priceKey: '', isFree: true }], paused: false, queued: 0, spending, ...rest }
}

describe('how lively the village may be', () => {
  it('[MOD-105] follows the measured speed up and down, not to and fro at a border; unmeasured, it is what the tier promises', () => {
    expect([0, 5, 43, 250, 1_000, 20_000].map((speed) => livelinessOf(speed))).toEqual([0, 1, 1, 2, 3, 4])
    expect([livelinessOf(1_900, 4), livelinessOf(1_900, 3), livelinessOf(1_500, 4)]).toEqual([4, 3, 3])
    expect([1, 2, 3, 4].map((tier) => livelinessFor(status(0, { tier }), NO_LIMITS))).toEqual([1, 1, 2, 4])
  })

  it('[MOD-105] is as without a model while it is off, fails, may not be paid or does not think idle thoughts; and calmer where less is allowed or too much waits', () => {
    const of = (model: Status, limits: Partial<typeof NO_LIMITS> = {}) => livelinessFor(model, { ...NO_LIMITS, ...limits })
    expect(of(status(20_000))).toBe(4)
    expect(of(status(20_000, { paused: true }))).toBe(0)
    expect(of(status(20_000, { trouble: 'it did not answer' }))).toBe(0)
    expect(of({ ...status(20_000), endpoints: status(20_000).endpoints.map((endpoint) => ({ ...endpoint, groups: ['talk'] })) })).toBe(0)
    expect(of(status(20_000, { spending: { ...spending, today: { day: 0, tokens: 900, money: 0 } } }), { tokensPerDay: 900 })).toBe(0)
    expect(of(status(20_000), { tokensPerMinute: 5_000 })).toBe(2)
    expect(of(status(20_000, { queued: 60 }))).toBe(3)
  })

  it('[MOD-105] becomes a command once, at once downwards and after a while upwards, and never while a recording lives again', () => {
    const commands: Command[] = []
    const run = { ended: false, replay: null as object | null, seconds: 100, commands, world: { liveliness: 0 } }
    let model = { ...status(20_000), tier: 0 }
    const game = { run, hud: { getState: () => ({ model }) }, settings: { getState: () => ({ limits: NO_LIMITS }) } } as unknown as Game
    const watch = (): Command[] => {
      watchMinds(game)
      watchMinds(game)
      const made = run.commands.splice(0)
      for (const command of made) if (command.type === 'liveliness-set') run.world.liveliness = command.level
      return made
    }
    expect(watch()).toEqual([{ type: 'liveliness-set', level: 4 }])
    expect(watch()).toEqual([])
    model = { ...status(20_000, { trouble: 'it did not answer' }), tier: 0 }
    expect(watch()).toEqual([{ type: 'liveliness-set', level: 0 }])
    model = { ...status(20_000), tier: 0 }
    expect(watch()).toEqual([])
    run.seconds += 10
    run.replay = {}
    expect(watch()).toEqual([])
    run.replay = null
    expect(watch()).toEqual([{ type: 'liveliness-set', level: 4 }])
  })
})
