/** Tundra: moss and low heather between stones, patches of old snow. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const tundra = {
  id: 'tundra',
  phrase: 'bare tundra',
  home: { warmth: 0.16, moisture: 0.45, reach: 1.05 },
  ground: { lush: 0x858c63, dry: 0xa09a74, floor: 0x6d7757, bare: 0x8b8272, wet: 0x6d6d58 },
  grass: 0.4,
  clumping: 1,
  trees: { spruce: 0.024, birch: 0.016, deadwood: 0.005 },
  undergrowth: { heather: 0.24, tussock: 0.13, flower: 0.12, stone: 0.1, boulder: 0.022, bush: 0.025, shrub: 0.02 },
} as const satisfies Biome
