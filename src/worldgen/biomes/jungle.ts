/** Warm wet woods: palms and great broad crowns over fern. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const jungle = {
  id: 'jungle',
  phrase: 'warm, wet woods',
  home: { warmth: 0.86, moisture: 0.74, reach: 1 },
  ground: { lush: 0x6d9447, dry: 0x93a052, floor: 0x4b7443, bare: 0x83694a, wet: 0x55683d },
  grass: 0.75,
  clumping: 0.7,
  trees: { palm: 0.18, oak: 0.26, willow: 0.05 },
  undergrowth: { fern: 0.24, bush: 0.12, flower: 0.1 },
} as const satisfies Biome
