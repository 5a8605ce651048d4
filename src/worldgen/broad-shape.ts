/** What is wider than a kilometre and a half in the shape of the land: coasts, warps, how rolling and how rugged it is. */
import { createCoarseLattice } from './noise/coarse-lattice.ts'
import type { CoarseLattice } from './noise/coarse-lattice.ts'
import { BLOCK_SIZE, addNoise, createOctave } from './noise/octave.ts'
import type { Octave, Share } from './noise/octave.ts'
import { PARAMETERS } from './parameters.ts'

/** Octaves of one series: from `wavelength` metres down by the lacunarity, with dice of the layers from `layer` on. */
export function createOctaves(series: { seedWord: number; layer: number; wavelength: number; count: number }): Octave[] {
  const octaves: Octave[] = []
  let { wavelength } = series
  for (let i = 0; i < series.count; i++) {
    octaves.push(createOctave(series.seedWord, series.layer + i, wavelength))
    wavelength /= PARAMETERS.lacunarity.value
  }
  return octaves
}

/** The broad shape of a seed's land. Its five fields: how far inland (below 0 at sea), two warps in metres along x and z, how rolling, how rugged (above 0 in ranges). */
export function createBroadShape(seedWord: number): CoarseLattice {
  return createCoarseLattice({ fields: 5, places: BLOCK_SIZE, evaluate: broadShapeOf(seedWord) })
}

/** The same shape evaluated at every place itself: equal at the nodes, and far cheaper for whoever asks about places far apart. */
export function createScatteredShape(seedWord: number): CoarseLattice {
  return { fill: broadShapeOf(seedWord) }
}

/** Evaluates the five fields. */
function broadShapeOf(seedWord: number): CoarseLattice['fill'] {
  const continent = createOctaves({ seedWord, layer: 10, wavelength: PARAMETERS.continentWavelength.value, count: 4 })
  const warpX = createOctave(seedWord, 20, 1700)
  const warpZ = createOctave(seedWord, 25, 1700)
  const rolling = createOctave(seedWord, 30, 5200)
  const ranges = createOctaves({ seedWord, layer: 50, wavelength: 7800, count: 3 })
  const continentShares: Share[] = []
  for (let i = 0, amplitude = 0.62; i < continent.length; i++, amplitude *= 0.46) continentShares.push({ amplitude })
  const level = PARAMETERS.seaBias.value
  const plain = -PARAMETERS.mountainShare.value
  const warpShare: Share = { amplitude: PARAMETERS.warpReach.value }
  const rollShare: Share = { amplitude: 0.62 }
  const rangeShares: readonly Share[] = [{ amplitude: 0.68 }, { amplitude: 0.3 }, { amplitude: 0.13 }]
  return (samples, outs) => {
    const { count } = samples
    const inland = outs[0]!
    const bendX = outs[1]!
    const bendZ = outs[2]!
    const roll = outs[3]!
    const rugged = outs[4]!
    inland.fill(level, 0, count)
    for (let i = 0; i < continent.length; i++) addNoise(continent[i]!, samples, continentShares[i]!, inland)
    bendX.fill(0, 0, count)
    bendZ.fill(0, 0, count)
    addNoise(warpX, samples, warpShare, bendX)
    addNoise(warpZ, samples, warpShare, bendZ)
    roll.fill(0.5, 0, count)
    addNoise(rolling, samples, rollShare, roll)
    rugged.fill(plain, 0, count)
    for (let i = 0; i < ranges.length; i++) addNoise(ranges[i]!, samples, rangeShares[i]!, rugged)
  }
}
