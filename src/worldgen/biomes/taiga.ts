/** Taiga: dark spruce and pine over moss and stones. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const taiga = {
  id: 'taiga',
  phrase: 'dark spruce woods',
  home: { warmth: 0.3, moisture: 0.62, reach: 1.1 },
  ground: { lush: 0x6a8650, dry: 0x8f9259, floor: 0x4e6b4a, bare: 0x77705c, wet: 0x566149 },
  grass: 0.55,
  clumping: 0.75,
  trees: { spruce: 0.42, pine: 0.1, birch: 0.05, deadwood: 0.03 },
  undergrowth: { fern: 0.08, bush: 0.05, stone: 0.04, boulder: 0.012, heather: 0.05 },
} as const satisfies Biome
