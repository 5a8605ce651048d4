/** Trouble on purpose, round any model. */
import { describe, expect, it } from 'vitest'
import { createCancelSource } from '#core/tasks/cancel.ts'
import { CHAOS_KINDS, type Chaos } from '#minds/language-model.ts'
import { withChaos } from '#platform/models/chaos.ts'
import { createFakeModel } from '../../minds/support/fake-model.ts'
import { askModel } from '#test/support/ask-model.ts'

const dice = (...numbers: number[]) => {
  let at = 0
  return () => numbers[at++ % numbers.length]!
}
/** Ports whose timers fire at once and tell how long they were to wait. */
const ports = (random: () => number, waits: number[] = []) => ({ random, now: () => 0, after: (ms: number, run: () => void) => void (waits.push(ms), queueMicrotask(run)) })

describe('chaos', () => {
  it('[MOD-83] each kind does what it says, in words that name it; without any the model answers as it does', async () => {
    const fake = createFakeModel('SAY: The heron flies low tonight.')
    let chaos: Chaos | null = null
    const waits: number[] = []
    const model = withChaos(fake, () => chaos, ports(dice(0), waits))
    expect((await askModel(model)).generation).toMatchObject({ ok: true, text: 'SAY: The heron flies low tonight.' })
    chaos = { share: 1, kinds: ['refuse'] }
    expect((await askModel(model)).generation).toMatchObject({ ok: false, reason: 'rate-limited', message: expect.stringContaining('Chaos mode') as string })
    chaos = { share: 1, kinds: ['drop'] }
    const dropped = await askModel(model)
    expect(dropped.generation).toMatchObject({ ok: false, reason: 'unreachable', message: expect.stringContaining('Chaos mode') as string })
    expect(dropped.speech).toBe('SAY: ')
    chaos = { share: 1, kinds: ['garbage'] }
    expect((await askModel(model)).generation).toMatchObject({ ok: true })
    chaos = { share: 1, kinds: ['stall'] }
    expect((await askModel(model)).generation).toMatchObject({ ok: false, reason: 'timeout', message: expect.stringContaining('Chaos mode') as string })
    expect((await askModel(model, { limits: { firstTokenMs: 90_000, idleMs: 90_000, totalMs: 90_000 } })).generation.ok).toBe(false)
    expect(waits).toEqual([4_000, 30_000])
    const source = createCancelSource()
    source.cancel()
    expect((await askModel(model, { signal: source.signal })).generation).toMatchObject({ ok: false, reason: 'cancelled' })
    chaos = null
    expect((await askModel(model)).generation.ok).toBe(true)
  })

  it('[MOD-83] happens to the share of calls that was chosen, of the kinds that were chosen', async () => {
    let roll = 0
    const model = withChaos(createFakeModel('SAY: Good day.'), () => ({ share: 0.25, kinds: ['refuse'] }), ports(() => (roll++ % 20) / 20))
    const answers = await Promise.all(Array.from({ length: 40 }, () => askModel(model)))
    const failed = answers.filter(({ generation }) => !generation.ok).length
    expect(failed).toBeGreaterThan(5)
    expect(failed).toBeLessThan(15)
    expect(CHAOS_KINDS).toHaveLength(4)
  })
})
