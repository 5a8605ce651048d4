/** Heath: purple heather, lone pines and stones. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const heath = {
  id: 'heath',
  phrase: 'wide heath',
  home: { warmth: 0.37, moisture: 0.33, reach: 1 },
  ground: { lush: 0x8c8f5e, dry: 0xa39a6c, floor: 0x6b7350, bare: 0x84735f, wet: 0x66664e },
  grass: 0.6,
  clumping: 0.9,
  trees: { pine: 0.07, birch: 0.04, deadwood: 0.006 },
  undergrowth: { heather: 0.5, bush: 0.03, stone: 0.04, boulder: 0.01 },
} as const satisfies Biome
