/** Marsh: reeds, sedge and willows on wet, dark ground. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const marsh = {
  id: 'marsh',
  phrase: 'reedy marsh',
  home: { warmth: 0.5, moisture: 0.92, reach: 0.95 },
  ground: { lush: 0x6f8a50, dry: 0x8d9058, floor: 0x566f48, bare: 0x6f6549, wet: 0x566048 },
  grass: 0.8,
  clumping: 0.8,
  trees: { willow: 0.12, birch: 0.04, deadwood: 0.015 },
  undergrowth: { reed: 0.22, fern: 0.05, bush: 0.04, sedge: 0.1, flower: 0.03 },
} as const satisfies Biome
