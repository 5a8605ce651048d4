/** Meadow: open grass with groves of oak and birch, and flowers in drifts. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const meadow = {
  id: 'meadow',
  phrase: 'flowering meadows',
  home: { warmth: 0.56, moisture: 0.47, reach: 1.1 },
  ground: { lush: 0x829c4f, dry: 0xa8ad5c, floor: 0x57794a, bare: 0x96855f, wet: 0x6d7f4c },
  grass: 1,
  clumping: 1,
  trees: { oak: 0.13, birch: 0.06 },
  undergrowth: { flower: 0.42, bush: 0.035, stone: 0.012 },
} as const satisfies Biome
