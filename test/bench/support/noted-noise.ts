/** Notes where a kernel evaluates noise. Bundled apart, with octaves that tell of it, so that what is measured tells of nothing. */
import { buildSurface, type Lattice } from '#worldgen/build-chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Octave, Samples, Slopes } from '#worldgen/noise/octave.ts'

declare global {
  /** Called by the octaves of the bundle of this file; those of ridges tell how they bend places. */
  var noteNoise: ((octave: Octave, samples: Samples, bent: (Slopes & { readonly reach: number }) | null) => void) | undefined
}

/** Places of noise in an octave's own units, in the order in which they were asked for. */
export type NotedNoise = { x: Float64Array; z: Float64Array }

/** What building these lattices of a seed asks of the noise, when all that is found once for many chunks is known. */
export function noteNoiseOf(seed: string, lattices: readonly Lattice[], out: Parameters<typeof buildSurface>[2]): NotedNoise {
  const land = createLand(seed)
  const build = (): void => {
    for (const lattice of lattices) buildSurface(land, lattice, out)
  }
  build()
  let count = 0
  globalThis.noteNoise = (_, samples) => void (count += samples.count)
  build()
  const noted = { x: new Float64Array(count), z: new Float64Array(count) }
  let at = 0
  globalThis.noteNoise = ({ cosine, sine, offsetX, offsetZ }, samples, bent) => {
    for (let k = 0; k < samples.count && at < count; k++, at++) {
      const x = samples.x[k]! + (bent === null ? 0 : bent.reach * bent.slopeX[k]!)
      const z = samples.z[k]! + (bent === null ? 0 : bent.reach * bent.slopeZ[k]!)
      noted.x[at] = x * cosine - z * sine + offsetX
      noted.z[at] = x * sine + z * cosine + offsetZ
    }
  }
  build()
  globalThis.noteNoise = undefined
  return noted
}
