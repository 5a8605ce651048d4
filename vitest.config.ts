/** Unit tests of the pure floors and of what needs no browser. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Folders whose tests change nothing that a next file in the same thread could see, and talk to no server: their modules are read once and not per file. */
const SHARED = ['core', 'session', 'simulation', 'streaming', 'view'].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // one worker less than cores is the default: on two cores that would leave one idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.{ts,tsx}'], exclude: SHARED } },
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
    ],
  },
})
