/** The kinds of animals: where each lives, how it moves and what startles it. */
import type { BiomeId } from '#worldgen/biomes/index.ts'

/** One kind of animal. Speeds in metres a second, distances in metres. */
export type AnimalKind = {
  readonly id: string
  /** Country it lives in; none for animals that people keep. */
  readonly biomes: readonly BiomeId[]
  /** On the ground of a settlement, on water, or out in the country. */
  readonly place: 'land' | 'settlement' | 'water'
  readonly flies: boolean
  /** Always on the wing by day: circles over its home and is gone at night. */
  readonly aloft: boolean
  /** Fewest and most in a herd. */
  readonly herd: readonly [number, number]
  readonly walk: number
  readonly run: number
  readonly startle: number
  /** Moves in hops with rests between. */
  readonly hops: boolean
  /** Its home is so far from the middle of a settlement, the square, at least. */
  readonly outskirts: number
}

const beast = { biomes: [], place: 'land', flies: false, aloft: false, hops: false, outskirts: 0 } as const
const bird = { biomes: [], place: 'land', flies: true, aloft: false, hops: true, outskirts: 0 } as const

/** All kinds; their number is the row of their shape. Append only: places follow this order. */
export const ANIMAL_KINDS: readonly AnimalKind[] = [
  { ...beast, id: 'sheep', place: 'settlement', outskirts: 34, herd: [3, 6], walk: 0.5, run: 3.2, startle: 3.5 },
  { ...bird, id: 'hen', place: 'settlement', flies: false, herd: [3, 6], walk: 0.6, run: 3, startle: 2.2 },
  { ...beast, id: 'dog', place: 'settlement', herd: [1, 1], walk: 1.1, run: 4, startle: 1 },
  { ...beast, id: 'deer', biomes: ['forest', 'meadow', 'taiga', 'heath'], herd: [2, 5], walk: 0.7, run: 8, startle: 19 },
  { ...beast, id: 'rabbit', biomes: ['meadow', 'forest', 'heath', 'steppe', 'tundra', 'savanna'], herd: [2, 5], walk: 0.9, run: 5.5, startle: 9, hops: true },
  { ...beast, id: 'goat', biomes: ['alpine', 'steppe', 'taiga'], herd: [3, 6], walk: 0.6, run: 5, startle: 10 },
  { ...beast, id: 'lizard', biomes: ['desert', 'savanna', 'oasis'], herd: [1, 3], walk: 0.4, run: 3, startle: 4, hops: true },
  { ...bird, id: 'crow', biomes: ['meadow', 'steppe', 'heath', 'tundra', 'savanna', 'taiga'], herd: [4, 8], walk: 0.5, run: 9, startle: 11 },
  { ...bird, id: 'gull', biomes: ['shore'], herd: [3, 7], walk: 0.4, run: 9, startle: 9 },
  { ...bird, id: 'duck', biomes: ['meadow', 'forest', 'marsh', 'heath', 'taiga', 'steppe', 'tundra', 'jungle', 'oasis'], place: 'water', hops: false, herd: [2, 5], walk: 0.4, run: 9, startle: 8 },
  { ...bird, id: 'swallow', biomes: ['meadow', 'forest', 'marsh', 'heath', 'steppe', 'savanna', 'jungle', 'oasis'], aloft: true, herd: [3, 5], walk: 9, run: 11, startle: 0 },
  { ...bird, id: 'gull aloft', biomes: ['sea', 'shore'], aloft: true, herd: [3, 5], walk: 7, run: 9, startle: 0 },
  { ...beast, id: 'frog', biomes: ['marsh', 'jungle', 'oasis'], herd: [2, 4], walk: 0.8, run: 3, startle: 4, hops: true },
]
