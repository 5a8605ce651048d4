/** The shape of a tuft of grass and where tufts stand in the wrapping patch. */
import { BufferAttribute, BufferGeometry, InstancedBufferAttribute, InstancedBufferGeometry } from 'three'
import { createRng, nextFloat } from '#core/rng.ts'

/** Share of the tufts that stand in the inner, denser patch, and that patch's share of the whole's side. */
const INNER_SHARE = 0.52
const INNER_SIDE = 0.42

/** A tuft of `blades`, each of one triangle or, when `bent`, three. Position is metres at size 1; `tip` 0 root .. 1 tip. */
function createTuftShape(blades: number, bent: boolean): BufferGeometry {
  const rng = createRng(404)
  const positions: number[] = []
  const tips: number[] = []
  const indices: number[] = []
  for (let blade = 0; blade < blades; blade++) {
    const angle = (blade / blades) * Math.PI * 2 + nextFloat(rng) * 1.6
    const lean = 0.12 + 0.4 * nextFloat(rng)
    const high = 0.72 + 0.5 * nextFloat(rng)
    const seat = 0.04 + 0.34 * nextFloat(rng)
    const turn = angle + (nextFloat(rng) - 0.5) * 1.8
    const half = (bent ? 0.017 : 0.026) + 0.012 * nextFloat(rng)
    const rows: Array<[number, number]> = bent ? [[0, 1], [0.5, 0.82], [1, 0]] : [[0, 1.15], [1, 0]]
    const first = positions.length / 3
    for (const [t, wide] of rows) {
      const x = Math.cos(angle) * (seat + lean * t * t)
      const z = Math.sin(angle) * (seat + lean * t * t)
      const y = high * t * (1 - 0.12 * t * lean)
      for (const hand of wide === 0 ? [0] : [-1, 1]) {
        positions.push(x - Math.sin(turn) * half * wide * hand, y, z + Math.cos(turn) * half * wide * hand)
        tips.push(t)
      }
    }
    if (bent) indices.push(first, first + 1, first + 2, first + 1, first + 3, first + 2, first + 2, first + 3, first + 4)
    else indices.push(first, first + 1, first + 2)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('tip', new BufferAttribute(new Float32Array(tips), 1))
  geometry.setIndex(indices)
  return geometry
}

/** Seats of `tufts`: x, z (0..1 of the patch), share of the whole's side that this patch is, chance 0..1; spread evenly. */
function tuftSeats(tufts: number): Float32Array {
  const seats = new Float32Array(tufts * 4)
  const rng = createRng(405)
  for (let i = 0; i < tufts; i++) {
    // the plastic number spreads points evenly without clumps or rows (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018)
    const inner = nextFloat(rng) < INNER_SHARE
    seats[i * 4] = (0.5 + i * 0.7548776662466927 + nextFloat(rng) * 0.004) % 1
    seats[i * 4 + 1] = (0.5 + i * 0.5698402909980532 + nextFloat(rng) * 0.004) % 1
    seats[i * 4 + 2] = inner ? INNER_SIDE : 1
    seats[i * 4 + 3] = nextFloat(rng)
  }
  return seats
}

/** Tufts as instances. */
export function createGrassGeometry(tufts: number, blades: number): InstancedBufferGeometry {
  const shape = createTuftShape(blades, blades > 4)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', shape.getAttribute('position'))
  geometry.setAttribute('tip', shape.getAttribute('tip'))
  geometry.setIndex(shape.index)
  geometry.setAttribute('seat', new InstancedBufferAttribute(tuftSeats(tufts), 4))
  geometry.instanceCount = tufts
  return geometry
}
