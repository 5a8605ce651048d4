/** Steppe: pale grass to the horizon, a bush here and there. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const steppe = {
  id: 'steppe',
  phrase: 'pale steppe',
  home: { warmth: 0.62, moisture: 0.26, reach: 1 },
  ground: { lush: 0xa2a660, dry: 0xc2b26c, floor: 0x8a8a55, bare: 0xa68f68, wet: 0x86865a },
  grass: 0.85,
  clumping: 1,
  trees: { acacia: 0.022, deadwood: 0.003 },
  undergrowth: { tussock: 0.13, flower: 0.18, bush: 0.035, shrub: 0.03, stone: 0.03, boulder: 0.006 },
} as const satisfies Biome
