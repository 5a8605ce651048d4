/** How many tokens a second the model client takes in, in Node. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import { createOpenAiCompatible } from '#platform/models/openai-compatible.ts'
import type { Bench } from './bench.ts'
import { startFlood } from './support/flood.ts'
import { digits, median } from './support/measure.ts'

const TOKENS = 240_000
const ROUNDS = 5

/** T1 in Node. */
export const streamBench: Bench = {
  ids: ['T1'],
  async run(options) {
    const flood = await startFlood(options.bundle, { tokensPerSecond: 0, tokens: TOKENS })
    const model = createOpenAiCompatible({ kind: 'openai-compatible', baseUrl: flood.url.replace('localhost', '127.0.0.1'), model: 'flood' })
    const rates: number[] = []
    const costs: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const cpu = process.cpuUsage()
      const answer = await model.generate({ messages: [{ role: 'user', content: 'speak' }], maxTokens: TOKENS, temperature: 0, signal: createCancelSource().signal, limits: { firstTokenMs: 5_000, idleMs: 5_000, totalMs: 60_000 }, onDelta: () => undefined })
      const { user, system } = process.cpuUsage(cpu)
      if (!answer.ok || answer.tokensOut !== TOKENS) throw new Error(`stream bench: ${answer.ok ? `${answer.tokensOut} tokens` : answer.message}`)
      // the first round warms up
      if (round > 0) rates.push((TOKENS / answer.totalMs) * 1_000)
      if (round > 0) costs.push((user + system) / 1_000 / (TOKENS / 1_000))
    }
    await flood.stop()
    const rate = median(rates)
    return [{ id: 'T1', what: 'tokens a second taken in, Node', figure: digits(rate), bar: '>= 200,000', ok: rate >= 200_000, note: `${digits(median(costs))} ms CPU for a thousand, server included` }]
  },
}
