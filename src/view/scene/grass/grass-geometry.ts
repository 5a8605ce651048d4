/** The shape of a tuft of grass, where tufts stand in the two wrapping patches, and which of them are drawn. */
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three'
import { createRng, nextFloat } from '#core/rng.ts'

/** Share of the tufts that stand in the inner, denser patch. */
const INNER_SHARE = 0.52
/** The side of the inner patch as a share of that of the whole. */
export const INNER_SIDE = 0.42
/** Cells along a side of a patch; tufts are drawn or left out by cell. */
export const GRASS_CELLS = 16

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

/** Seats by cell: of the whole's cells and then of the inner patch's, the first tuft of each and one more at the end. */
type Seats = { readonly seats: Float32Array; readonly starts: Uint32Array }

/** Seats of `tufts` in a patch of `side` metres: x, z (0..1 of the patch), share of the whole's side that this patch is, chance 0..1; bunches are spread evenly and come cell by cell. */
function tuftSeats(tufts: number, side: number): Seats {
  const scattered = new Float32Array(tufts * 4)
  const rng = createRng(405)
  const bunches = Math.ceil(tufts / BUNCH)
  const cellOf = new Uint16Array(bunches)
  const starts = new Uint32Array(2 * GRASS_CELLS * GRASS_CELLS + 1)
  let inner = false
  let chance = 0
  for (let i = 0; i < tufts; i++) {
    const bunch = Math.floor(i / BUNCH)
    // the plastic number spreads points evenly without clumps or rows (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018)
    const x = (0.5 + bunch * 0.7548776662466927) % 1
    const z = (0.5 + bunch * 0.5698402909980532) % 1
    if (i % BUNCH === 0) {
      inner = nextFloat(rng) < INNER_SHARE
      chance = nextFloat(rng)
      cellOf[bunch] = (inner ? GRASS_CELLS * GRASS_CELLS : 0) + Math.floor(z * GRASS_CELLS) * GRASS_CELLS + Math.floor(x * GRASS_CELLS)
    }
    starts[cellOf[bunch]! + 1]!++
    const away = (Math.sqrt(nextFloat(rng)) * BUNCH_METERS) / (inner ? side * INNER_SIDE : side)
    const angle = nextFloat(rng) * Math.PI * 2
    scattered[i * 4] = (1 + x + Math.cos(angle) * away) % 1
    scattered[i * 4 + 1] = (1 + z + Math.sin(angle) * away) % 1
    scattered[i * 4 + 2] = inner ? INNER_SIDE : 1
    scattered[i * 4 + 3] = (chance + nextFloat(rng) * 0.12) % 1
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!
  const seats = new Float32Array(tufts * 4)
  const next = starts.slice()
  for (let i = 0; i < tufts; i++) seats.set(scattered.subarray(i * 4, i * 4 + 4), next[cellOf[Math.floor(i / BUNCH)]!]!++ * 4)
  return { seats, starts }
}

/** See `createGrassField`. */
export type GrassField = {
  readonly geometry: InstancedBufferGeometry
  /** Draws the tufts of those cells that `isSeen` names (1 at the cell's number: the whole's row by row, then the inner patch's) and no others. */
  show(isSeen: Uint8Array): void
}

/** Tufts as instances, of so many blades each, in a patch of `side` metres and a smaller one within it; all are drawn until `show` says which. */
export function createGrassField({ tufts, blades, side }: { tufts: number; blades: number; side: number }): GrassField {
  const shape = createTuftShape(blades)
  const geometry = new InstancedBufferGeometry()
  const { seats, starts } = tuftSeats(tufts, side)
  const drawn = new InstancedBufferAttribute(seats.slice(), 4).setUsage(DynamicDrawUsage)
  const shown = new Uint8Array(starts.length - 1).fill(1)
  geometry.setAttribute('position', shape.getAttribute('position'))
  geometry.setAttribute('tip', shape.getAttribute('tip'))
  geometry.setIndex(shape.index)
  geometry.setAttribute('seat', drawn)
  geometry.instanceCount = tufts
  return {
    geometry,
    show(isSeen) {
      let isChanged = false
      for (let cell = 0; cell < shown.length; cell++) {
        if (shown[cell] === isSeen[cell]) continue
        shown[cell] = isSeen[cell]!
        isChanged = true
      }
      if (!isChanged) return
      let count = 0
      for (let cell = 0; cell < shown.length; cell++) {
        if (shown[cell] === 0) continue
        for (let n = starts[cell]! * 4; n < starts[cell + 1]! * 4; n++) drawn.array[count++] = seats[n]!
      }
      geometry.instanceCount = count / 4
      drawn.clearUpdateRanges()
      drawn.addUpdateRange(0, count)
      drawn.needsUpdate = true
    },
  }
}
