/** Shore: the strip of sand or shingle along the sea. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const shore = {
  id: 'shore',
  phrase: 'the shore',
  home: null,
  ground: { lush: 0xb4b37a, dry: 0xcfc08c, floor: 0xb7ab7c, bare: 0xd9c596, wet: 0xa89671 },
  grass: 0.06,
  clumping: 0.5,
  trees: {},
  undergrowth: { stone: 0.02, reed: 0.02 },
} as const satisfies Biome
