/** Oasis: date palms and green round a pool in the sand. Water makes it, not climate. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const oasis = {
  id: 'oasis',
  phrase: 'green oasis',
  home: null,
  ground: { lush: 0x7b9a4c, dry: 0xa3a458, floor: 0x6f8a48, bare: 0xc9b184, wet: 0x6f7d4c },
  grass: 0.75,
  clumping: 0.5,
  trees: { palm: 0.3, acacia: 0.02 },
  undergrowth: { bush: 0.1, flower: 0.1, fern: 0.04, tussock: 0.08, shrub: 0.03, stone: 0.02 },
} as const satisfies Biome
