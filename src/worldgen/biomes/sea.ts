/** Sea: ground under more water than one can stand in. */
import type { Biome } from './biome.ts'

/** See the file's first line. */
export const sea = {
  id: 'sea',
  phrase: 'the sea',
  home: null,
  ground: { lush: 0x8d8f68, dry: 0xa89f78, floor: 0x7e8268, bare: 0xb0a27c, wet: 0x7f7b63 },
  grass: 0,
  clumping: 0,
  trees: {},
  undergrowth: {},
} as const satisfies Biome
