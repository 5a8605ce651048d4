/** Words by rules at a chosen speed, in this thread. */
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createRulesAtSpeed } from '#platform/models/rules-at-speed.ts'
import { askModel } from '#test/support/ask-model.ts'

/** A clock that runs as fast as it is asked. */
function handClock(): { now(): number; after(ms: number, run: () => void): void; pass(ms: number): Promise<void> } {
  let now = 0
  const waiting: Array<{ at: number; run: () => void }> = []
  return {
    now: () => now,
    after: (ms, run) => void waiting.push({ at: now + ms, run }),
    async pass(ms) {
      for (const end = now + ms; now < end; ) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) return void (now = end)
        waiting.splice(waiting.indexOf(next), 1)
        now = next.at
        next.run()
        await Promise.resolve()
      }
    },
  }
}
const ask = { messages: [{ role: 'user' as const, content: 'Count aloud from one to thirty in words.' }], maxTokens: 300, limits: { firstTokenMs: 9_000, idleMs: 9_000, totalMs: 9_000 } }

describe('rules at speed', () => {
  it('[MOD-79] speaks at the speed that was chosen, all calls together, and names itself', async () => {
    for (const tokensPerSecond of [43, 250, 20_000]) {
      const clock = handClock()
      const model = createRulesAtSpeed(tokensPerSecond, clock)
      expect(`${model.provider} ${model.model}`).toMatch(/rules at speed rules, no model/)
      const both = [askModel(model, ask), askModel(model, ask)]
      await clock.pass(8_000)
      const [first, second] = await Promise.all(both)
      expect(first!.generation).toMatchObject({ ok: true, finish: 'stop', text: expect.stringMatching(/^one.*thirty$/) as string })
      expect(first!.speech).toBe(first!.generation.text)
      const { tokensOut, totalMs, firstTokenMs } = second!.generation
      const together = ((first!.generation.tokensOut + tokensOut) * 1_000) / (totalMs - firstTokenMs!)
      expect(together).toBeGreaterThan(tokensPerSecond * 0.9)
      if (tokensPerSecond < 1_000) expect(together).toBeLessThan(tokensPerSecond * 1.1)
    }
  })

  it('[MOD-79] stops when it is not wanted any more, at once, and at the limit of tokens', async () => {
    const clock = handClock()
    const model = createRulesAtSpeed(43, clock)
    const source = createCancelSource()
    const asked = askModel(model, { ...ask, signal: source.signal })
    await clock.pass(500)
    source.cancel()
    expect((await asked).generation).toMatchObject({ ok: false, reason: 'cancelled' })
    const before = createCancelSource()
    before.cancel()
    const never = askModel(model, { ...ask, signal: before.signal })
    await clock.pass(100)
    expect((await never).generation).toMatchObject({ ok: false, reason: 'cancelled', text: '' })
    const short = askModel(model, { ...ask, maxTokens: 5 })
    await clock.pass(1_000)
    expect((await short).generation).toMatchObject({ ok: true, finish: 'length', tokensOut: 5 })
  })
})
