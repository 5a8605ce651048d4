/** Every tunable number of the land as a record: name, value, bounds, unit. Changing a value changes the land of every seed. */

import { hashCell, hashString } from '#core/hash.ts'

/** One tunable number. */
type Parameter = { readonly value: number; readonly lowest: number; readonly highest: number; readonly unit: string; readonly meaning: string }

/** Rises when the land of a given seed would differ from what an earlier release made. */
const GENERATION_VERSION = 2

/** The word from which all dice of a seed grow; any string is a seed, also the empty one. */
export function seedWordOf(seed: string): number {
  return hashCell(hashString(seed), GENERATION_VERSION)
}

/** All tunable numbers by name. */
export const PARAMETERS = {
  lacunarity: { value: 2.0317, lowest: 1.7, highest: 2.4, unit: 'ratio', meaning: 'wavelength of an octave over that of the next; irrational on purpose' },
  continentWavelength: { value: 14500, lowest: 4000, highest: 60000, unit: 'm', meaning: 'width of the largest bays and capes' },
  seaBias: { value: 0.17, lowest: -0.5, highest: 0.8, unit: 'noise', meaning: 'higher: more land (0.17 gives about 63 % land)' },
  inlandRise: { value: 150, lowest: 20, highest: 400, unit: 'm', meaning: 'height of flat land far from the coast' },
  seaFall: { value: 190, lowest: 40, highest: 600, unit: 'm', meaning: 'depth of the sea far from the coast' },
  warpReach: { value: 230, lowest: 0, highest: 800, unit: 'm', meaning: 'how far the low country is bent out of shape' },
  hillWavelength: { value: 1250, lowest: 300, highest: 4000, unit: 'm', meaning: 'width of the broadest hills' },
  hillHeight: { value: 92, lowest: 0, highest: 200, unit: 'm', meaning: 'amplitude of the broadest hills in rolling country' },
  hillDamping: { value: 0.55, lowest: 0, highest: 3, unit: 'ratio', meaning: 'how much steepness smooths the smaller hills' },
  mountainWavelength: { value: 3900, lowest: 1000, highest: 10000, unit: 'm', meaning: 'width of the largest ridges' },
  mountainHeight: { value: 900, lowest: 0, highest: 2000, unit: 'm', meaning: 'height of the highest ridges over their foot' },
  mountainWarp: { value: 0.017, lowest: 0, highest: 0.2, unit: 'ratio', meaning: 'how far ridges bend away from the slopes above them' },
  mountainShare: { value: -0.1, lowest: -0.6, highest: 0.6, unit: 'noise', meaning: 'lower: more ranges' },
  latitudeWavelength: { value: 96000, lowest: 10000, highest: 1000000, unit: 'm', meaning: 'from one cold belt to the next, north to south' },
  latitudeReach: { value: 0.2, lowest: 0, highest: 0.5, unit: 'warmth', meaning: 'warmth gained or lost by latitude' },
  warmthWavelength: { value: 11000, lowest: 2000, highest: 60000, unit: 'm', meaning: 'width of warm and cold country' },
  warmthLapse: { value: 1150, lowest: 300, highest: 5000, unit: 'm', meaning: 'climb that takes all warmth away' },
  moistureWavelength: { value: 8200, lowest: 2000, highest: 60000, unit: 'm', meaning: 'width of wet and dry country' },
  groveWavelength: { value: 210, lowest: 40, highest: 1000, unit: 'm', meaning: 'size of groves and clearings' },
  driftWavelength: { value: 34, lowest: 8, highest: 200, unit: 'm', meaning: 'size of flower drifts and thickets' },
  riverFirstFlow: { value: 3, lowest: 2, highest: 40, unit: 'nodes', meaning: 'a stream that drains so many nodes of a quarter of a square kilometre is a river' },
  riverWidth: { value: 1.45, lowest: 0.3, highest: 5, unit: 'm', meaning: 'width of a river over the root of the nodes it drains' },
  riverDepth: { value: 0.11, lowest: 0.02, highest: 0.5, unit: 'm', meaning: 'what the root of its nodes adds to the depth of a river' },
  riverMeander: { value: 34, lowest: 0, highest: 60, unit: 'm', meaning: 'how far a river in flat country sways between its bends' },
  riverSoak: { value: 0.22, lowest: 0, highest: 0.6, unit: 'moisture', meaning: 'how much wetter the banks of a quiet river are' },
  deltaSoak: { value: 0.5, lowest: 0, highest: 1, unit: 'moisture', meaning: 'how much wetter the land of a delta or at a slow river is' },
  settlementCell: { value: 1600, lowest: 800, highest: 6400, unit: 'm', meaning: 'side of the cells with one candidate each' },
  settlementReach: { value: 1500, lowest: 400, highest: 6000, unit: 'm', meaning: 'a settlement is the best candidate within this distance' },
} as const satisfies Record<string, Parameter>
