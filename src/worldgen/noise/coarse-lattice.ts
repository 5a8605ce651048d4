/** Fields of long waves, evaluated every 64 m on a lattice of the world and carried between by cubics: the same bits whoever asks. */
import type { Samples } from './octave.ts'

/** Metres between the nodes. A power of two, so that dividing by it loses nothing. */
const COARSE_METERS = 64

/** Nodes and cells remembered, each way; powers of two. A chunk of level 4 is 16 cells wide. */
const NODE_SIDE = 32
const CELLS_X = 32
const CELLS_Z = 16
/** Numbers of one field in a cell: factor of uⁱ·vᵐ at 4i + m. */
const FACTORS = 16

/** The coordinate nearest to `at`, in metres, at which nodes lie: whoever asks about one far place after another is answered sooner there. */
export function nearestNode(at: number): number {
  return Math.round(at / COARSE_METERS) * COARSE_METERS
}

/** Several fields over the same lattice. */
export type CoarseLattice = {
  /** Writes each field at every place to the array of the same number. At a node the value is the field's own. */
  fill(samples: Samples, outs: readonly Float64Array[]): void
}

/** What a lattice is made from: how many fields, at how many places at most, and how all are evaluated exactly. */
type CoarseSource = { readonly fields: number; readonly places: number; evaluate(samples: Samples, outs: readonly Float64Array[]): void }

/** A lattice over the fields of `source`. What it remembers never changes what it answers: a node is a pure function of its place. Interpolation by cubics after Catmull and Rom (1974), smooth to the first derivative. */
export function createCoarseLattice(source: CoarseSource): CoarseLattice {
  const { fields, places, evaluate } = source
  const nodeX = new Float64Array(NODE_SIDE * NODE_SIDE).fill(NaN)
  const nodeZ = new Float64Array(NODE_SIDE * NODE_SIDE)
  const nodes = new Float64Array(NODE_SIDE * NODE_SIDE * fields)
  const cellXs = new Float64Array(CELLS_X * CELLS_Z).fill(NaN)
  const cellZs = new Float64Array(CELLS_X * CELLS_Z)
  const cells = new Float64Array(CELLS_X * CELLS_Z * fields * FACTORS)
  const size = Math.max(places, 16)
  const asked: Samples = { x: new Float64Array(size), z: new Float64Array(size), count: 0 }
  const answers = Array.from({ length: fields }, () => new Float64Array(size))
  const askedBy = new Int32Array(size)
  const across = new Float64Array(size)
  const square = new Float64Array(16)
  const columns = new Float64Array(16)
  const cubic = new Float64Array(4)
  const slots = new Int32Array(16)
  const onNodes = new Int32Array(size)

  /** Makes sure that the sixteen nodes round a cell are known; their slots lie in `slots`, rows of z. */
  function findNodes(cellX: number, cellZ: number): void {
    asked.count = 0
    for (let n = 0; n < 16; n++) {
      const x = cellX + (n & 3) - 1
      const z = cellZ + (n >> 2) - 1
      const slot = (x & (NODE_SIDE - 1)) + (z & (NODE_SIDE - 1)) * NODE_SIDE
      slots[n] = slot
      if (nodeX[slot] === x && nodeZ[slot] === z) continue
      nodeX[slot] = x
      nodeZ[slot] = z
      asked.x[asked.count] = x * COARSE_METERS
      asked.z[asked.count] = z * COARSE_METERS
      askedBy[asked.count] = slot
      asked.count++
    }
    if (asked.count === 0) return
    evaluate(asked, answers)
    for (let f = 0; f < fields; f++) {
      const answer = answers[f]!
      for (let k = 0; k < asked.count; k++) nodes[askedBy[k]! * fields + f] = answer[k]!
    }
  }

  function fillCell(slot: number, cellX: number, cellZ: number): void {
    findNodes(cellX, cellZ)
    cellXs[slot] = cellX
    cellZs[slot] = cellZ
    for (let f = 0; f < fields; f++) {
      for (let n = 0; n < 16; n++) square[n] = nodes[slots[n]! * fields + f]!
      const at = (slot * fields + f) * FACTORS
      // Along z down each column of nodes, then along x through what came out.
      for (let i = 0; i < 4; i++) {
        fillCubic(square, i)
        for (let m = 0; m < 4; m++) columns[i * 4 + m] = cubic[m]!
      }
      for (let m = 0; m < 4; m++) {
        fillCubic(columns, m)
        for (let i = 0; i < 4; i++) cells[at + i * 4 + m] = cubic[i]!
      }
    }
  }

  /** The factors of the cubic through four points, four numbers apart; it runs from the second point to the third. */
  function fillCubic(points: Float64Array, first: number): void {
    const p0 = points[first]!
    const p1 = points[first + 4]!
    const p2 = points[first + 8]!
    const p3 = points[first + 12]!
    cubic[0] = p1
    cubic[1] = 0.5 * (p2 - p0)
    cubic[2] = p0 - 2.5 * p1 + 2 * p2 - 0.5 * p3
    cubic[3] = 0.5 * (p3 - p0) + 1.5 * (p1 - p2)
  }

  /** Places that are nodes are not interpolated: far levels have no others. */
  function fillNodes(samples: Samples, count: number, outs: readonly Float64Array[]): void {
    for (let n = 0; n < count; n++) {
      asked.x[n] = samples.x[onNodes[n]!]!
      asked.z[n] = samples.z[onNodes[n]!]!
    }
    asked.count = count
    evaluate(asked, answers)
    for (let f = 0; f < fields; f++) {
      const out = outs[f]!
      const answer = answers[f]!
      for (let n = 0; n < count; n++) out[onNodes[n]!] = answer[n]!
    }
  }

  return {
    fill(samples, outs) {
      const { x, z, count } = samples
      const us = across
      const factors = cells
      let nodeCount = 0
      let k = 0
      while (k < count) {
        const line = z[k]!
        const cellX = Math.floor(x[k]! / COARSE_METERS)
        const cellZ = Math.floor(line / COARSE_METERS)
        const v = line / COARSE_METERS - cellZ
        if (v === 0 && x[k]! / COARSE_METERS === cellX) {
          onNodes[nodeCount++] = k++
          continue
        }
        // A run: places one after the other in one cell and on one line of z.
        const from = k
        while (k < count && z[k] === line) {
          const u = x[k]! / COARSE_METERS - cellX
          if (!(u >= 0 && u < 1)) break
          us[k++] = u
        }
        // What is no number lies in no cell.
        if (k === from) us[k++] = NaN
        const slot = (cellX & (CELLS_X - 1)) + (cellZ & (CELLS_Z - 1)) * CELLS_X
        if (cellXs[slot] !== cellX || cellZs[slot] !== cellZ) fillCell(slot, cellX, cellZ)
        for (let f = 0; f < fields; f++) {
          const a = (slot * fields + f) * FACTORS
          const c0 = factors[a]! + v * (factors[a + 1]! + v * (factors[a + 2]! + v * factors[a + 3]!))
          const c1 = factors[a + 4]! + v * (factors[a + 5]! + v * (factors[a + 6]! + v * factors[a + 7]!))
          const c2 = factors[a + 8]! + v * (factors[a + 9]! + v * (factors[a + 10]! + v * factors[a + 11]!))
          const c3 = factors[a + 12]! + v * (factors[a + 13]! + v * (factors[a + 14]! + v * factors[a + 15]!))
          const out = outs[f]!
          for (let n = from; n < k; n++) {
            const u = us[n]!
            out[n] = c0 + u * (c1 + u * (c2 + u * c3))
          }
        }
      }
      if (nodeCount > 0) fillNodes(samples, nodeCount, outs)
    },
  }
}
