/** Alpine: snow, scree and silence. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const alpine = {
  id: 'alpine',
  phrase: 'snow and stone',
  home: { warmth: 0, moisture: 0.5, reach: 1 },
  ground: { lush: 0x9a9c83, dry: 0xa8a491, floor: 0x838571, bare: 0x948c80, wet: 0x77746a },
  grass: 0.08,
  clumping: 0,
  trees: {},
  undergrowth: { stone: 0.08, boulder: 0.018 },
} as const satisfies Biome
