/** The noise against its oracle, and the land against the noise's periods. */
import { hashCell } from '#core/hash.ts'
import { createRng, nextFloat } from '#core/rng.ts'
import { createLand } from '#worldgen/create-land.ts'
import { createCoarseLattice, nearestNode } from '#worldgen/noise/coarse-lattice.ts'
import { WHOLE, addDamped, addFolded, addNoise, createOctave, unitVector, type Octave, type Samples, type Slopes } from '#worldgen/noise/octave.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import { createNoise2D } from 'simplex-noise'
import { describe, expect, it } from 'vitest'

const SIZE = 1000

function samplesFrom(seed: number, reach: number): { x: Float64Array; z: Float64Array; count: number } {
  const rng = createRng(seed)
  const samples = { x: new Float64Array(SIZE), z: new Float64Array(SIZE), count: SIZE }
  for (let i = 0; i < SIZE; i++) {
    samples.x[i] = (nextFloat(rng) - 0.5) * reach
    samples.z[i] = (nextFloat(rng) - 0.5) * reach
  }
  return samples
}

describe('octaves', () => {
  it('[WG-5] equal the package over a million points, near and far', () => {
    let different = 0
    let least = 0
    let most = 0
    for (let round = 0; round < 1000; round++) {
      const layer = round % 7
      const octave = createOctaveOnce(layer)
      const samples = samplesFrom(round, round % 3 === 0 ? 200 : round % 3 === 1 ? 40_000 : 20_000_000)
      const out = new Float64Array(SIZE)
      addNoise(octave.octave, samples, WHOLE, out)
      for (let i = 0; i < SIZE; i++) {
        const { cosine, sine, offsetX, offsetZ } = octave.octave
        const x = samples.x[i]! * cosine - samples.z[i]! * sine + offsetX
        const z = samples.x[i]! * sine + samples.z[i]! * cosine + offsetZ
        const value = octave.oracle(x, z)
        if (value !== out[i]) different++
        if (value < least) least = value
        if (value > most) most = value
      }
    }
    expect(different).toBe(0)
    expect(least).toBeLessThan(-0.8)
    expect(most).toBeGreaterThan(0.8)
  })

  it('[WG-5] have the slopes that small steps measure', () => {
    const octave = createOctave(5, 1, 300)
    const step = 1e-4
    for (const [dx, dz] of [[step, 0], [0, step]] as const) {
      const here = samplesFrom(9, 4000)
      const there = { ...here, x: here.x.map((x) => x + dx), z: here.z.map((z) => z + dz) }
      const a = { value: new Float64Array(SIZE), slopeX: new Float64Array(SIZE), slopeZ: new Float64Array(SIZE) }
      const b = { value: new Float64Array(SIZE), slopeX: new Float64Array(SIZE), slopeZ: new Float64Array(SIZE) }
      noiseWithSlope(octave, here, a)
      noiseWithSlope(octave, there, b)
      for (let i = 0; i < SIZE; i++) {
        const measured = ((b.value[i]! - a.value[i]!) / step) * 300
        expect(Math.abs(measured - (dx > 0 ? a.slopeX[i]! : a.slopeZ[i]!))).toBeLessThan(0.02)
      }
    }
  })

  it('[WG-83] damped by steepness in one pass are bit for bit what they are in two', () => {
    const damping = 0.55
    const share = 0.35
    const inOne = emptySlopes()
    const inTwo = emptySlopes()
    const each = emptySlopes()
    const samples = samplesFrom(11, 20_000)
    for (let layer = 0; layer < 6; layer++) {
      const octave = createOctave(3, layer, 1250 / 2 ** layer)
      const amplitude = 0.43 ** layer
      addDamped(octave, samples, { amplitude, damping, share }, inOne)
      noiseWithSlope(octave, samples, each)
      for (let k = 0; k < SIZE; k++) {
        const dx = inTwo.slopeX[k]! + each.slopeX[k]! * share
        const dz = inTwo.slopeZ[k]! + each.slopeZ[k]! * share
        inTwo.slopeX[k] = dx
        inTwo.slopeZ[k] = dz
        inTwo.value[k] = inTwo.value[k]! + (amplitude * each.value[k]!) / (1 + damping * (dx * dx + dz * dz))
      }
    }
    expect(inOne).toEqual(inTwo)
    expect(Math.max(...inOne.value)).toBeGreaterThan(0.5)
  })

  it('[WG-99] folded to ridges in one pass are bit for bit what they are when places are bent first and folded after', () => {
    const reach = 66.3
    const inOne = emptySlopes()
    const inSteps = emptySlopes()
    const each = emptySlopes()
    const samples = samplesFrom(17, 20_000)
    for (let layer = 0; layer < 7; layer++) {
      const octave = createOctave(4, layer, 3900 / 2 ** layer)
      const amplitude = 0.6 * 0.45 ** layer
      const least = layer === 0 ? 1 : 0.16
      addFolded(octave, samples, { amplitude, least, reach }, inOne)
      const bent = { ...samples, x: samples.x.map((x, k) => x + reach * inSteps.slopeX[k]!), z: samples.z.map((z, k) => z + reach * inSteps.slopeZ[k]!) }
      noiseWithSlope(octave, bent, each)
      for (let k = 0; k < SIZE; k++) {
        const n = each.value[k]!
        const ridge = 1 - Math.sqrt(n * n + 0.0016)
        const weight = Math.min(1, inSteps.value[k]! * 1.3 + least)
        inSteps.value[k] = inSteps.value[k]! + amplitude * weight * ridge * (0.4 + 0.6 * ridge)
        const turn = amplitude * (-n * weight)
        inSteps.slopeX[k] = inSteps.slopeX[k]! + turn * each.slopeX[k]!
        inSteps.slopeZ[k] = inSteps.slopeZ[k]! + turn * each.slopeZ[k]!
      }
    }
    expect(inOne).toEqual(inSteps)
    expect(Math.max(...inOne.value)).toBeGreaterThan(0.6)
  })

  it('[WG-5] have, with slopes, the very values they have without', () => {
    const octave = createOctave(5, 2, 300)
    const samples = samplesFrom(13, 4000)
    const plain = new Float64Array(SIZE)
    addNoise(octave, samples, WHOLE, plain)
    const steep = { value: new Float64Array(SIZE), slopeX: new Float64Array(SIZE), slopeZ: new Float64Array(SIZE) }
    noiseWithSlope(octave, samples, steep)
    expect(steep.value).toEqual(plain)
  })

  it('[WG-5] point in every direction with unit length', () => {
    const quadrants = new Set<string>()
    for (let i = 0; i < 200; i++) {
      const { x, z } = unitVector(hashCell(i, 3))
      expect(Math.abs(x * x + z * z - 1)).toBeLessThan(1e-12)
      quadrants.add(`${x > 0} ${z > 0}`)
    }
    expect(quadrants.size).toBe(4)
  })
})

const emptySlopes = (): Slopes => ({ value: new Float64Array(SIZE), slopeX: new Float64Array(SIZE), slopeZ: new Float64Array(SIZE) })

/** An octave with its derivatives: a sum of it alone, not damped. */
function noiseWithSlope(octave: Octave, samples: Samples, out: Slopes): void {
  for (const array of [out.value, out.slopeX, out.slopeZ]) array.fill(0)
  addDamped(octave, samples, { amplitude: 1, damping: 0, share: 1 }, out)
}

const made = new Map<number, { octave: ReturnType<typeof createOctave>; oracle: (x: number, z: number) => number }>()

function createOctaveOnce(layer: number): { octave: ReturnType<typeof createOctave>; oracle: (x: number, z: number) => number } {
  let known = made.get(layer)
  if (!known) {
    const rng = createRng(hashCell(77, layer, 0x0c7a))
    known = { octave: createOctave(77, layer, 10 * 3 ** layer), oracle: createNoise2D(() => nextFloat(rng)) }
    made.set(layer, known)
  }
  return known
}

describe('long waves', () => {
  const octaves = [createOctave(8, 1, 1700), createOctave(8, 2, 5200)] as const
  const evaluate = (samples: { x: Float64Array; z: Float64Array; count: number }, outs: readonly Float64Array[]): void => {
    for (const [f, octave] of octaves.entries()) {
      outs[f]!.fill(0, 0, samples.count)
      addNoise(octave, samples, WHOLE, outs[f]!)
    }
  }
  const filled = (samples: { x: Float64Array; z: Float64Array; count: number }): readonly [Float64Array, Float64Array] => {
    const outs = [new Float64Array(SIZE), new Float64Array(SIZE)] as const
    createCoarseLattice({ fields: 2, places: SIZE, evaluate }).fill(samples, outs)
    return outs
  }
  const exact = (samples: { x: Float64Array; z: Float64Array; count: number }): readonly [Float64Array, Float64Array] => {
    const outs = [new Float64Array(SIZE), new Float64Array(SIZE)] as const
    evaluate(samples, outs)
    return outs
  }

  it('[WG-15] have the same bits in a row, alone and in reverse, from a lattice that has seen much', () => {
    const row = samplesFrom(1, 4000)
    // Rows of twenty places on one line, some of them nodes.
    for (let i = 0; i < SIZE; i++) {
      row.z[i] = Math.floor(i / 20) * 32 - 700
      row.x[i] = (i % 20) * 16 - 160
    }
    const inRows = filled(row)
    const used = createCoarseLattice({ fields: 2, places: SIZE, evaluate })
    used.fill(samplesFrom(2, 400_000), [new Float64Array(SIZE), new Float64Array(SIZE)])
    const one = [new Float64Array(1), new Float64Array(1)] as const
    for (let i = SIZE - 1; i >= 0; i--) {
      used.fill({ x: row.x.subarray(i, i + 1), z: row.z.subarray(i, i + 1), count: 1 }, one)
      for (const f of [0, 1] as const) expect(Object.is(one[f][0], inRows[f][i])).toBe(true)
    }
  })

  it('[WG-15] are the octaves themselves at the nodes, and hardly stray from them between, near and far', () => {
    for (const reach of [6000, 40_000_000]) {
      const between = samplesFrom(3, reach)
      const nodes = { x: between.x.map(nearestNode), z: between.z.map(nearestNode), count: SIZE }
      expect(filled(nodes)).toEqual(exact(nodes))
      const carried = filled(between)
      const own = exact(between)
      for (const f of [0, 1] as const) for (let i = 0; i < SIZE; i++) expect(Math.abs(carried[f][i]! - own[f][i]!)).toBeLessThan(0.004)
    }
  })

  it('[WG-15] answer for what is no number with no number, and go on', () => {
    const outs = filled({ x: Float64Array.of(NaN, Infinity, 5), z: Float64Array.of(1, 2, NaN), count: 3 })
    for (let i = 0; i < 3; i++) expect(outs[0][i]).toBeNaN()
  })
})

describe('periods', () => {
  // The lattice of 256 x 256 skewed cells, in the noise's own units.
  const PERIODS = [[147.8, 147.8], [201.9, -54.1], [54.1, -201.9]] as const

  it('[WG-6] an octave alone repeats there, so the test would notice', () => {
    const octave = createOctave(3, 10, 1000)
    const samples = samplesFrom(4, 1e5)
    const unskew = (3 - Math.sqrt(3)) / 6
    const own = [256 * (1 - 2 * unskew), 256 * (1 - 2 * unskew)] as const
    const moved = shifted(samples, octave, own)
    const a = new Float64Array(SIZE)
    const b = new Float64Array(SIZE)
    addNoise(octave, samples, WHOLE, a)
    addNoise(octave, moved, WHOLE, b)
    for (let i = 0; i < SIZE; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(1e-6)
  })

  it('[WG-6] the land does not, out to a thousand kilometres', () => {
    const land = createLand('periods')
    const layers = [[10, PARAMETERS.continentWavelength.value], [40, PARAMETERS.hillWavelength.value], [60, PARAMETERS.mountainWavelength.value]] as const
    for (const [layer, wavelength] of layers) {
      const octave = createOctave(land.seedWord, layer, wavelength)
      for (const period of PERIODS) {
        for (let times = 1; times <= 6; times++) {
          const way = shifted({ x: new Float64Array(1), z: new Float64Array(1), count: 1 }, octave, [period[0] * times, period[1] * times])
          let apart = 0
          for (let i = 0; i < 25; i++) {
            const x = (i % 5) * 700
            const z = Math.floor(i / 5) * 700
            apart = Math.max(apart, Math.abs(land.heightAt(x, z) - land.heightAt(x + way.x[0]!, z + way.z[0]!)))
          }
          expect(apart).toBeGreaterThan(10)
        }
      }
    }
  })
})

/** Places moved by a way given in an octave's own units. */
function shifted(samples: { x: Float64Array; z: Float64Array; count: number }, octave: ReturnType<typeof createOctave>, way: readonly [number, number]): { x: Float64Array; z: Float64Array; count: number } {
  const square = octave.cosine * octave.cosine + octave.sine * octave.sine
  const dx = (octave.cosine * way[0] + octave.sine * way[1]) / square
  const dz = (octave.cosine * way[1] - octave.sine * way[0]) / square
  return { x: samples.x.map((x) => x + dx), z: samples.z.map((z) => z + dz), count: samples.count }
}
