/** Deciduous forest: oak and birch over fern, with clearings. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const forest = {
  id: 'forest',
  phrase: 'leafy woods',
  home: { warmth: 0.57, moisture: 0.68, reach: 1.1 },
  ground: { lush: 0x6f9048, dry: 0x94994f, floor: 0x4f7546, bare: 0x7d6d52, wet: 0x59683f },
  grass: 0.72,
  clumping: 0.85,
  trees: { oak: 0.38, birch: 0.15, pine: 0.04, deadwood: 0.015 },
  undergrowth: { fern: 0.26, bush: 0.1, flower: 0.08, stone: 0.015, boulder: 0.004 },
} as const satisfies Biome
