/** Desert: sand and warm stone, a cactus throwing a long shadow. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const desert = {
  id: 'desert',
  phrase: 'sandy desert',
  home: { warmth: 0.85, moisture: 0.1, reach: 1 },
  ground: { lush: 0xb3a96f, dry: 0xd3bb85, floor: 0xa99b68, bare: 0xd9c596, wet: 0xa0926a },
  grass: 0.1,
  clumping: 0.8,
  trees: { cactus: 0.034, palm: 0.0015, deadwood: 0.006 },
  undergrowth: { stone: 0.06, shrub: 0.04, tussock: 0.12, boulder: 0.012 },
} as const satisfies Biome
