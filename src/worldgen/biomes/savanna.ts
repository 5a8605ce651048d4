/** Savanna: golden grass under flat-topped acacias. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const savanna = {
  id: 'savanna',
  phrase: 'golden savanna',
  home: { warmth: 0.84, moisture: 0.42, reach: 1.05 },
  ground: { lush: 0xa3a258, dry: 0xc7b06a, floor: 0x8c8a50, bare: 0xb08b5e, wet: 0x7c8450 },
  grass: 0.9,
  clumping: 0.7,
  trees: { acacia: 0.08, palm: 0.006 },
  undergrowth: { bush: 0.035, shrub: 0.012, tussock: 0.03, stone: 0.015, flower: 0.05, boulder: 0.004 },
} as const satisfies Biome
