/** One octave of simplex noise with its own dice, offset and rotation, summed over many places at once without garbage. */
import { hashCell, unitOf } from '#core/hash.ts'
import { createRng, nextFloat } from '#core/rng.ts'
import { buildPermutationTable } from 'simplex-noise'

// Each function below takes these in its own hands first: a bundle reads what a module holds anew at every place.
const SKEW = 0.5 * (Math.sqrt(3) - 1)
const UNSKEW = (3 - Math.sqrt(3)) / 6
const UNSKEW_TWICE = 2 * UNSKEW
/** The twelve gradients of the `simplex-noise` package, two numbers each. */
const GRADIENTS = [1, 1, -1, 1, 1, -1, -1, -1, 1, 0, -1, 0, 1, 0, -1, 0, 0, 1, 0, -1, 0, 1, 0, -1]

/** Most places one call takes, wherever places go in blocks. */
export const BLOCK_SIZE = 512

/** One octave: a permutation with its gradients, and how metres become its own units. */
export type Octave = {
  readonly permutation: Uint8Array
  readonly gradientX: Float64Array
  readonly gradientZ: Float64Array
  /** Own units a metre along the rotated axes. */
  readonly cosine: number
  readonly sine: number
  readonly offsetX: number
  readonly offsetZ: number
}

/** An octave of the given wavelength in metres. Every `layer` has other dice, offset and rotation, so no two octaves repeat together. */
export function createOctave(seedWord: number, layer: number, wavelength: number): Octave {
  const rng = createRng(hashCell(seedWord, layer, 0x0c7a))
  const permutation = buildPermutationTable(() => nextFloat(rng))
  const gradientX = new Float64Array(512)
  const gradientZ = new Float64Array(512)
  for (let i = 0; i < 512; i++) {
    const gradient = (permutation[i]! % 12) * 2
    gradientX[i] = GRADIENTS[gradient]!
    gradientZ[i] = GRADIENTS[gradient + 1]!
  }
  const direction = unitVector(hashCell(seedWord, layer, 0x0c7b))
  return {
    permutation,
    gradientX,
    gradientZ,
    cosine: direction.x / wavelength,
    sine: direction.z / wavelength,
    offsetX: (nextFloat(rng) - 0.5) * 8192,
    offsetZ: (nextFloat(rng) - 0.5) * 8192,
  }
}

/** A direction for a hash, without trigonometry: the rational parametrisation of the circle, in one of four quadrants. */
export function unitVector(word: number): { x: number; z: number } {
  const t = unitOf(word & 0xfffffff0)
  const scale = 1 / (1 + t * t)
  const x = (1 - t * t) * scale
  const z = 2 * t * scale
  switch (word & 3) {
    case 0:
      return { x, z }
    case 1:
      return { x: -z, z: x }
    case 2:
      return { x: -x, z: -z }
    default:
      return { x: z, z: -x }
  }
}

/** Places and what was summed there: parallel arrays, filled up to `count`. */
export type Samples = { x: Float64Array; z: Float64Array; count: number }

/** How much of an octave joins a sum; a record, because a number handed about would cost memory. */
export type Share = { readonly amplitude: number }

/** All of an octave. */
export const WHOLE: Share = { amplitude: 1 }

/** Adds a share of the octave (−1..1) to `out` at every place. Bits equal those of the package's `createNoise2D`. */
export function addNoise(octave: Octave, samples: Samples, { amplitude }: Share, out: Float64Array): void {
  const { permutation, gradientX, gradientZ, cosine, sine, offsetX, offsetZ } = octave
  const xs = samples.x
  const zs = samples.z
  const count = samples.count
  const skew = SKEW
  const unskew = UNSKEW
  const unskewTwice = UNSKEW_TWICE
  // Neighbouring places mostly lie in one simplex: its gradients are looked up once.
  let lastI = NaN
  let lastJ = NaN
  let lastSide = -1
  let baseX = 0
  let baseY = 0
  let stepX = 0
  let stepY = 0
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  let cx = 0
  let cy = 0
  for (let k = 0; k < count; k++) {
    const px = xs[k]!
    const pz = zs[k]!
    const x = px * cosine - pz * sine + offsetX
    const y = px * sine + pz * cosine + offsetZ
    const s = (x + y) * skew
    const i = Math.floor(x + s)
    const j = Math.floor(y + s)
    if (i !== lastI || j !== lastJ) {
      lastI = i
      lastJ = j
      lastSide = -1
      const t = (i + j) * unskew
      baseX = i - t
      baseY = j - t
    }
    const x0 = x - baseX
    const y0 = y - baseY
    const side = x0 > y0 ? 1 : 0
    if (side !== lastSide) {
      lastSide = side
      stepX = side
      stepY = 1 - side
      const ii = i & 255
      const jj = j & 255
      const a = ii + permutation[jj]!
      const b = ii + side + permutation[jj + 1 - side]!
      const c = ii + 1 + permutation[jj + 1]!
      ax = gradientX[a]!
      ay = gradientZ[a]!
      bx = gradientX[b]!
      by = gradientZ[b]!
      cx = gradientX[c]!
      cy = gradientZ[c]!
    }
    const x1 = x0 - stepX + unskew
    const y1 = y0 - stepY + unskew
    const x2 = x0 - 1 + unskewTwice
    const y2 = y0 - 1 + unskewTwice
    let n0 = 0
    let n1 = 0
    let n2 = 0
    let t0 = 0.5 - x0 * x0 - y0 * y0
    if (t0 >= 0) {
      t0 *= t0
      n0 = t0 * t0 * (ax * x0 + ay * y0)
    }
    let t1 = 0.5 - x1 * x1 - y1 * y1
    if (t1 >= 0) {
      t1 *= t1
      n1 = t1 * t1 * (bx * x1 + by * y1)
    }
    let t2 = 0.5 - x2 * x2 - y2 * y2
    if (t2 >= 0) {
      t2 *= t2
      n2 = t2 * t2 * (cx * x2 + cy * y2)
    }
    out[k] = out[k]! + amplitude * (70 * (n0 + n1 + n2))
  }
}

/** A sum of octaves with its slope, place by place: the sum itself and its derivatives in own units along world x and z. */
export type Slopes = { readonly value: Float64Array; readonly slopeX: Float64Array; readonly slopeZ: Float64Array }

/** How an octave joins a damped sum: its amplitude, how much steepness counts, and the share of its slope that joins the sum's. */
export type Damping = { readonly amplitude: number; readonly damping: number; readonly share: number }

/** Adds the octave to `out.value` at every place, the less the steeper the sum already is, and a share of its slope to that of the sum: derivative damping after Inigo Quilez ("More Noise", 2008). With no damping and whole shares it is the octave and its derivatives. Written out in one, because half of the land's noise is of this kind and every array between would be written and read for each place. */
export function addDamped(octave: Octave, samples: Samples, { amplitude, damping, share }: Damping, out: Slopes): void {
  const { permutation, gradientX, gradientZ, cosine, sine, offsetX, offsetZ } = octave
  const xs = samples.x
  const zs = samples.z
  const count = samples.count
  const skew = SKEW
  const unskew = UNSKEW
  const unskewTwice = UNSKEW_TWICE
  const perMeter = Math.sqrt(cosine * cosine + sine * sine)
  const axisX = (70 * cosine) / perMeter
  const axisZ = (70 * sine) / perMeter
  const { value, slopeX, slopeZ } = out
  // Neighbouring places mostly lie in one simplex: its gradients are looked up once.
  let lastI = NaN
  let lastJ = NaN
  let lastSide = -1
  let baseX = 0
  let baseY = 0
  let stepX = 0
  let stepY = 0
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  let cx = 0
  let cy = 0
  for (let k = 0; k < count; k++) {
    const px = xs[k]!
    const pz = zs[k]!
    const x = px * cosine - pz * sine + offsetX
    const y = px * sine + pz * cosine + offsetZ
    const s = (x + y) * skew
    const i = Math.floor(x + s)
    const j = Math.floor(y + s)
    if (i !== lastI || j !== lastJ) {
      lastI = i
      lastJ = j
      lastSide = -1
      const t = (i + j) * unskew
      baseX = i - t
      baseY = j - t
    }
    const x0 = x - baseX
    const y0 = y - baseY
    const side = x0 > y0 ? 1 : 0
    if (side !== lastSide) {
      lastSide = side
      stepX = side
      stepY = 1 - side
      const ii = i & 255
      const jj = j & 255
      const a = ii + permutation[jj]!
      const b = ii + side + permutation[jj + 1 - side]!
      const c = ii + 1 + permutation[jj + 1]!
      ax = gradientX[a]!
      ay = gradientZ[a]!
      bx = gradientX[b]!
      by = gradientZ[b]!
      cx = gradientX[c]!
      cy = gradientZ[c]!
    }
    const x1 = x0 - stepX + unskew
    const y1 = y0 - stepY + unskew
    const x2 = x0 - 1 + unskewTwice
    const y2 = y0 - 1 + unskewTwice
    let n = 0
    let dx = 0
    let dy = 0
    const t0 = 0.5 - x0 * x0 - y0 * y0
    if (t0 >= 0) {
      const dot = ax * x0 + ay * y0
      const square = t0 * t0
      const fourth = square * square
      const pull = -8 * t0 * square * dot
      n = fourth * dot
      dx = fourth * ax + pull * x0
      dy = fourth * ay + pull * y0
    }
    const t1 = 0.5 - x1 * x1 - y1 * y1
    if (t1 >= 0) {
      const dot = bx * x1 + by * y1
      const square = t1 * t1
      const fourth = square * square
      const pull = -8 * t1 * square * dot
      n += fourth * dot
      dx += fourth * bx + pull * x1
      dy += fourth * by + pull * y1
    }
    const t2 = 0.5 - x2 * x2 - y2 * y2
    if (t2 >= 0) {
      const dot = cx * x2 + cy * y2
      const square = t2 * t2
      const fourth = square * square
      const pull = -8 * t2 * square * dot
      n += fourth * dot
      dx += fourth * cx + pull * x2
      dy += fourth * cy + pull * y2
    }
    const steepX = slopeX[k]! + (dx * axisX + dy * axisZ) * share
    const steepZ = slopeZ[k]! + (dy * axisX - dx * axisZ) * share
    slopeX[k] = steepX
    slopeZ[k] = steepZ
    value[k] = value[k]! + (amplitude * (70 * n)) / (1 + damping * (steepX * steepX + steepZ * steepZ))
  }
}

/** Softens the crest of a ridge, so that no crease is sharper than the lattice can draw. */
const CREST = 0.0016

/** How an octave joins folded ridges: its amplitude, the least weight it has (1 for the broadest), and over how many metres places bend by the slope so far. */
export type Folding = { readonly amplitude: number; readonly least: number; readonly reach: number }

/** Adds the octave to `out.value`, folded to a ridge where it crosses zero, at places that bend away from the slopes so far, and the more the higher the sum is: after Giliam de Carpentier, "Scape: Procedural basics" (2012). In one pass, as `addDamped`. */
export function addFolded(octave: Octave, samples: Samples, { amplitude, least, reach }: Folding, out: Slopes): void {
  const { permutation, gradientX, gradientZ, cosine, sine, offsetX, offsetZ } = octave
  const xs = samples.x
  const zs = samples.z
  const count = samples.count
  const skew = SKEW
  const unskew = UNSKEW
  const unskewTwice = UNSKEW_TWICE
  const perMeter = Math.sqrt(cosine * cosine + sine * sine)
  const axisX = (70 * cosine) / perMeter
  const axisZ = (70 * sine) / perMeter
  const { value, slopeX, slopeZ } = out
  // Neighbouring places mostly lie in one simplex: its gradients are looked up once.
  let lastI = NaN
  let lastJ = NaN
  let lastSide = -1
  let baseX = 0
  let baseY = 0
  let stepX = 0
  let stepY = 0
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  let cx = 0
  let cy = 0
  for (let k = 0; k < count; k++) {
    const steepX = slopeX[k]!
    const steepZ = slopeZ[k]!
    const px = xs[k]! + reach * steepX
    const pz = zs[k]! + reach * steepZ
    const x = px * cosine - pz * sine + offsetX
    const y = px * sine + pz * cosine + offsetZ
    const s = (x + y) * skew
    const i = Math.floor(x + s)
    const j = Math.floor(y + s)
    if (i !== lastI || j !== lastJ) {
      lastI = i
      lastJ = j
      lastSide = -1
      const t = (i + j) * unskew
      baseX = i - t
      baseY = j - t
    }
    const x0 = x - baseX
    const y0 = y - baseY
    const side = x0 > y0 ? 1 : 0
    if (side !== lastSide) {
      lastSide = side
      stepX = side
      stepY = 1 - side
      const ii = i & 255
      const jj = j & 255
      const a = ii + permutation[jj]!
      const b = ii + side + permutation[jj + 1 - side]!
      const c = ii + 1 + permutation[jj + 1]!
      ax = gradientX[a]!
      ay = gradientZ[a]!
      bx = gradientX[b]!
      by = gradientZ[b]!
      cx = gradientX[c]!
      cy = gradientZ[c]!
    }
    const x1 = x0 - stepX + unskew
    const y1 = y0 - stepY + unskew
    const x2 = x0 - 1 + unskewTwice
    const y2 = y0 - 1 + unskewTwice
    let n = 0
    let dx = 0
    let dy = 0
    const t0 = 0.5 - x0 * x0 - y0 * y0
    if (t0 >= 0) {
      const dot = ax * x0 + ay * y0
      const square = t0 * t0
      const fourth = square * square
      const pull = -8 * t0 * square * dot
      n = fourth * dot
      dx = fourth * ax + pull * x0
      dy = fourth * ay + pull * y0
    }
    const t1 = 0.5 - x1 * x1 - y1 * y1
    if (t1 >= 0) {
      const dot = bx * x1 + by * y1
      const square = t1 * t1
      const fourth = square * square
      const pull = -8 * t1 * square * dot
      n += fourth * dot
      dx += fourth * bx + pull * x1
      dy += fourth * by + pull * y1
    }
    const t2 = 0.5 - x2 * x2 - y2 * y2
    if (t2 >= 0) {
      const dot = cx * x2 + cy * y2
      const square = t2 * t2
      const fourth = square * square
      const pull = -8 * t2 * square * dot
      n += fourth * dot
      dx += fourth * cx + pull * x2
      dy += fourth * cy + pull * y2
    }
    const wave = 70 * n
    const ridge = 1 - Math.sqrt(wave * wave + CREST)
    const rise = value[k]!
    let weight = rise * 1.3 + least
    weight = weight > 1 ? 1 : weight
    value[k] = rise + amplitude * weight * ridge * (0.4 + 0.6 * ridge)
    const turn = amplitude * (-wave * weight)
    slopeX[k] = steepX + turn * (dx * axisX + dy * axisZ)
    slopeZ[k] = steepZ + turn * (dy * axisX - dx * axisZ)
  }
}
