/** The shape of a tuft of grass and where tufts stand in the wrapping patch. */
import { BufferAttribute, BufferGeometry, InstancedBufferAttribute, InstancedBufferGeometry } from 'three'
import { createRng, nextFloat } from '#core/rng.ts'

/** Share of the tufts that stand in the inner, denser patch, and that patch's share of the whole's side. */
const INNER_SHARE = 0.52
const INNER_SIDE = 0.42

/** Tufts stand in bunches of so many, within so many metres of each other: a meadow is thick here and thin there. */
const BUNCH = 3
const BUNCH_METERS = 0.62

/** A tuft of `blades`, each one triangle, for a field needs many blades more than it needs bent ones. Position is metres at size 1; `tip` 0 root .. 1 tip. */
function createTuftShape(blades: number): BufferGeometry {
  const rng = createRng(404)
  const positions: number[] = []
  const tips: number[] = []
  const indices: number[] = []
  for (let blade = 0; blade < blades; blade++) {
    const angle = (blade / blades) * Math.PI * 2 + nextFloat(rng) * 1.6
    const lean = 0.1 + 0.34 * nextFloat(rng)
    const high = 0.6 + 0.55 * nextFloat(rng)
    const seat = 0.04 + 0.46 * Math.sqrt(nextFloat(rng))
    const turn = angle + (nextFloat(rng) - 0.5) * 1.8
    const half = 0.024 + 0.012 * nextFloat(rng)
    const first = positions.length / 3
    for (const t of [0, 1]) {
      const x = Math.cos(angle) * (seat + lean * t * t)
      const z = Math.sin(angle) * (seat + lean * t * t)
      const y = high * t * (1 - 0.12 * t * lean)
      for (const hand of t === 1 ? [0] : [-1, 1]) {
        positions.push(x - Math.sin(turn) * half * hand, y, z + Math.cos(turn) * half * hand)
        tips.push(t)
      }
    }
    indices.push(first, first + 1, first + 2)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('tip', new BufferAttribute(new Float32Array(tips), 1))
  geometry.setIndex(indices)
  return geometry
}

/** Seats of `tufts` in a patch of `side` metres: x, z (0..1 of the patch), share of the whole's side that this patch is, chance 0..1; bunches are spread evenly. */
function tuftSeats(tufts: number, side: number): Float32Array {
  const seats = new Float32Array(tufts * 4)
  const rng = createRng(405)
  let inner = false
  let chance = 0
  for (let i = 0; i < tufts; i++) {
    const bunch = Math.floor(i / BUNCH)
    if (i % BUNCH === 0) {
      inner = nextFloat(rng) < INNER_SHARE
      chance = nextFloat(rng)
    }
    const away = (Math.sqrt(nextFloat(rng)) * BUNCH_METERS) / (inner ? side * INNER_SIDE : side)
    const angle = nextFloat(rng) * Math.PI * 2
    // the plastic number spreads points evenly without clumps or rows (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018)
    seats[i * 4] = (1.5 + bunch * 0.7548776662466927 + Math.cos(angle) * away) % 1
    seats[i * 4 + 1] = (1.5 + bunch * 0.5698402909980532 + Math.sin(angle) * away) % 1
    seats[i * 4 + 2] = inner ? INNER_SIDE : 1
    seats[i * 4 + 3] = (chance + nextFloat(rng) * 0.12) % 1
  }
  return seats
}

/** Tufts as instances, of so many blades each, in a patch of `side` metres. */
export function createGrassGeometry({ tufts, blades, side }: { tufts: number; blades: number; side: number }): InstancedBufferGeometry {
  const shape = createTuftShape(blades)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', shape.getAttribute('position'))
  geometry.setAttribute('tip', shape.getAttribute('tip'))
  geometry.setIndex(shape.index)
  geometry.setAttribute('seat', new InstancedBufferAttribute(tuftSeats(tufts, side), 4))
  geometry.instanceCount = tufts
  return geometry
}
