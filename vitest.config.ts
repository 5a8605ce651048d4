/** Unit tests of the pure floors and of what needs no browser. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // one worker less than cores is the default: on two cores that would leave one idle
  test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 20_000, maxWorkers: Math.max(2, availableParallelism() - 1) },
})
