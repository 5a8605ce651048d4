/** Rapids and falls as surfaces: the water of a river from above its first steep stretch to below its last, row by row, so that nothing is missing between them. */
import { BufferAttribute, BufferGeometry } from 'three'
import { RAPID, RAPID_STRIDE, type Rapid } from '#worldgen/hydrology/rapids.ts'

/** How far a surface reaches beyond the banks, where it ends under ground, metres. */
const BANK_METERS = 1.4
/** A step of a rapid falls about this much, metres. */
const STEP_METERS = 1.5
/** What drops more than this over its length falls freely: so far out it lands, metres; rows of its sheet. */
const FREE_SLOPE = 2
const REACH_METERS = 3.2
const FALL_ROWS = 12
/** Metres between rows where it is steep, and where it is calm. */
const STEEP_ROWS_METERS = 1
const CALM_ROWS_METERS = 3
const ACROSS = 8
/** The way of a row is that between two places so far before and behind it, metres. */
const AHEAD_METERS = 3
/** Calm water lies this far under the one that chunks carry, which hides it where there is any; white water over it. Metres. */
const UNDER_METERS = 0.02
const OVER_METERS = 0.04
/** Foam drifts on for so many metres below a step, and below a fall. */
const FOAM_METERS = 3.5
const POOL_FOAM_METERS = 6
/** How white a pool is where a fall strikes it: all white up to where that has faded to 1. */
const POOL_WHITE = 1.7
/** Puffs of spray at the foot of a step for each metre of width. */
const PUFFS = 0.6

/** What is drawn of rapids: their water, and spray at the foot of each step and fall. */
export type RapidGeometry = { readonly surface: BufferGeometry; readonly spray: BufferGeometry }

/** A row before it is drawn: middle, unit vector down the river, half the width drawn, height, depth, speed, metres down its way, share of whiteness, of free fall, and of a step done (metres down it from where it is straight). */
type Row = { x: number; z: number; ux: number; uz: number; wide: number; half: number; y: number; depth: number; speed: number; down: number; white: number; airborne: number; step: number; phase: number }

/**
 * Builds rapids about `anchor`. The surface has `aWater` (depth in metres, flow x and z in metres a second, how far to the side, 0 in the middle .. 1) and
 * `aFall` (metres across, metres down the water's way, how white 0 .. 1, how freely it falls 0 .. 1); spray has `aPuff` (number of its own, size in metres) and `aCorner`.
 */
export function createRapidGeometry(rapids: readonly Rapid[], anchor: { x: number; y: number; z: number }): RapidGeometry {
  const positions: number[] = []
  const waters: number[] = []
  const falls: number[] = []
  const indices: number[] = []
  const spray: Spray = { positions: [], puffs: [], corners: [], indices: [] }

  function draw(rows: readonly Row[]): void {
    const first = positions.length / 3
    rows.forEach((row, j) => {
      for (let i = 0; i <= ACROSS; i++) {
        const u = (i / ACROSS) * 2 - 1
        // Lips are crooked: one side of a step begins before the other. At the banks it lies as the river does.
        const skew = 0.22 * Math.sin(row.x * 0.31 + row.z * 0.17 + Math.floor(row.phase) * 2.4)
        const rise = row.step * bulgeAt(row.phase + skew * u) * (1 - u * u * u * u)
        const white = row.step > 0 ? Math.max(row.white * (1 - 0.45 * bulgeAt(row.phase + skew * u) / BULGE), row.white * 0.55) : row.white
        // Its sides are never two straight lines.
        const across = u * row.wide * (1 + 0.07 * Math.sin(row.down * 0.83 + Math.sign(u) * 1.7) * (row.white > 0.05 ? 1 : 0))
        const y = row.y + rise - row.airborne * 0.12 * u * u
        positions.push(row.x - row.uz * across - anchor.x, y - anchor.y, row.z + row.ux * across - anchor.z)
        const share = Math.abs(across) / row.half
        waters.push(share < 1 ? row.depth * (1 - share * share) : -0.15 * (Math.abs(across) - row.half), row.ux * row.speed, row.uz * row.speed, Math.abs(u))
        falls.push(across, row.down, white, row.airborne)
      }
      if (j === 0) return
      for (let i = 0; i < ACROSS; i++) {
        const at = first + (j - 1) * (ACROSS + 1) + i
        indices.push(at, at + 1, at + ACROSS + 2, at, at + ACROSS + 2, at + ACROSS + 1)
      }
    })
  }

  for (const { points } of rapids) for (const rows of layRows(points, (foot) => addSpray(spray, anchor, foot))) draw(rows)
  const surface = new BufferGeometry()
  surface.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  surface.setAttribute('aWater', new BufferAttribute(new Float32Array(waters), 4))
  surface.setAttribute('aFall', new BufferAttribute(new Float32Array(falls), 4))
  surface.setIndex(indices)
  surface.computeBoundingSphere()
  const mist = new BufferGeometry()
  mist.setAttribute('position', new BufferAttribute(new Float32Array(spray.positions), 3))
  mist.setAttribute('aPuff', new BufferAttribute(new Float32Array(spray.puffs), 2))
  mist.setAttribute('aCorner', new BufferAttribute(new Float32Array(spray.corners), 2))
  mist.setIndex(spray.indices)
  mist.computeBoundingSphere()
  return { surface, spray: mist }
}

/** How far water of a step of one metre stands over the straight line down it, by the share of the step that is done: held back at first, then it drops. */
function bulgeAt(phase: number): number {
  const share = phase - Math.floor(phase)
  const bend = share < 0.3 ? 0 : (share - 0.3) / 0.7
  return share - bend * bend * (3 - 2 * bend)
}
/** The most of it. */
const BULGE = 0.33

/** The foot of a step or fall: where, the way on, half the width, and how far the water fell, metres. */
type Foot = { x: number; y: number; z: number; ux: number; uz: number; half: number; drop: number; isFree: boolean }

/** The rows of one line, in pieces that each hang together: at a fall one ends with the sheet, and the next begins at the rock behind it. */
function layRows(points: Float64Array, foam: (foot: Foot) => void): Row[][] {
  const count = points.length / RAPID_STRIDE
  const at = (n: number, of: number): number => points[n * RAPID_STRIDE + of]!
  const lengths = new Float64Array(count)
  for (let n = 1; n < count; n++) lengths[n] = lengths[n - 1]! + Math.hypot(at(n, RAPID.x) - at(n - 1, RAPID.x), at(n, RAPID.z) - at(n - 1, RAPID.z))
  const total = lengths[count - 1]!
  /** The place so many metres down the line. */
  function placeAt(meters: number): [number, number] {
    const within = Math.max(0, Math.min(total, meters))
    let n = 0
    while (n + 2 < count && lengths[n + 1]! < within) n++
    const t = lengths[n + 1]! > lengths[n]! ? (within - lengths[n]!) / (lengths[n + 1]! - lengths[n]!) : 0
    return [at(n, RAPID.x) + (at(n + 1, RAPID.x) - at(n, RAPID.x)) * t, at(n, RAPID.z) + (at(n + 1, RAPID.z) - at(n, RAPID.z)) * t]
  }
  function wayAt(meters: number): [number, number] {
    const [ax, az] = placeAt(meters - AHEAD_METERS)
    const [bx, bz] = placeAt(meters + AHEAD_METERS)
    const length = Math.hypot(bx - ax, bz - az)
    return length > 0 ? [(bx - ax) / length, (bz - az) / length] : [1, 0]
  }
  const pieces: Row[][] = []
  let rows: Row[] = []
  let white = 0
  let fades = FOAM_METERS
  let dropped = 0
  let phase = 0
  for (let n = 0; n + 1 < count; n++) {
    const length = lengths[n + 1]! - lengths[n]!
    const fall = at(n, RAPID.level) - at(n + 1, RAPID.level)
    const isSteep = at(n, RAPID.steep) === 1
    const isFree = fall > length * FREE_SLOPE && isSteep
    const common = { half: at(n, RAPID.half), depth: at(n, RAPID.depth), speed: at(n, RAPID.speed), airborne: 0, step: 0, phase: 0 }
    if (isFree) {
      const [x, z] = placeAt(lengths[n]!)
      const [ux, uz] = wayAt(lengths[n]!)
      const level = at(n, RAPID.level)
      for (let j = 0; j <= FALL_ROWS; j++) {
        const s = j / FALL_ROWS
        // A parabola: the way out grows with the root of the way down.
        const out = REACH_METERS * Math.sqrt(s)
        const wide = common.half * (0.98 + 0.14 * s) + BANK_METERS * Math.max(0, 1 - 4 * s)
        rows.push({ ...common, x: x + ux * out, z: z + uz * out, ux, uz, wide, y: level - fall * s - UNDER_METERS, down: lengths[n]! + out + dropped + fall * s, white: Math.min(1, 0.35 + s * 4), airborne: Math.min(1, s * 3), depth: Math.max(common.depth, 0.3) })
      }
      pieces.push(rows)
      rows = []
      foam({ x: x + ux * REACH_METERS, y: level - fall, z: z + uz * REACH_METERS, ux, uz, half: common.half, drop: fall, isFree })
      dropped += fall
      white = POOL_WHITE
      fades = POOL_FOAM_METERS
      phase = 0
      continue
    }
    const pieceCount = Math.max(1, Math.ceil(length / (isSteep ? STEEP_ROWS_METERS : CALM_ROWS_METERS)))
    // Steps are whole over each steep piece, so that they fit to what is calm.
    const steps = isSteep ? Math.max(1, Math.round(fall / STEP_METERS)) : 0
    for (let j = 0; j < pieceCount + (n + 2 === count ? 1 : 0); j++) {
      const t = j / pieceCount
      const meters = lengths[n]! + length * t
      const [x, z] = placeAt(meters)
      const [ux, uz] = wayAt(meters)
      const far = length / pieceCount
      white = isSteep ? Math.max(white, Math.min(0.86, 0.22 + (fall / length) * 0.9)) : white * Math.exp(-far / fades)
      if (!isSteep && white < 0.02) fades = FOAM_METERS
      const half = common.half + (at(n + 1, RAPID.half) - common.half) * t
      const lift = isSteep || white > 0.3 ? OVER_METERS : -UNDER_METERS
      rows.push({ ...common, half, x, z, ux, uz, wide: half + BANK_METERS, y: at(n, RAPID.level) - fall * t + lift, depth: common.depth + (at(n + 1, RAPID.depth) - common.depth) * t, down: meters + dropped + fall * t, white: Math.min(1, white), step: steps > 0 ? fall / steps : 0, phase: phase + steps * t })
    }
    phase += steps
    dropped += fall
    for (let k = 1; k <= steps; k++) {
      const meters = lengths[n]! + (length * (k - 0.05)) / steps
      const [x, z] = placeAt(meters)
      const [ux, uz] = wayAt(meters)
      foam({ x, y: at(n, RAPID.level) - (fall * k) / steps, z, ux, uz, half: common.half, drop: fall / steps, isFree })
    }
  }
  pieces.push(rows)
  return pieces
}

type Spray = { positions: number[]; puffs: number[]; corners: number[]; indices: number[] }

/** Spray where water strikes; before the face of a fall a mist that hangs higher. */
function addSpray(spray: Spray, anchor: { x: number; y: number; z: number }, { x, y, z, ux, uz, half, drop, isFree }: Foot): void {
  const puff = (out: number, aside: number, up: number, size: number, number: number): void => {
    const start = spray.positions.length / 3
    for (const corner of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
      spray.positions.push(x + ux * out - uz * aside - anchor.x, y + up - anchor.y, z + uz * out + ux * aside - anchor.z)
      spray.puffs.push(number, size)
      spray.corners.push(...corner)
    }
    spray.indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
  }
  const count = isFree ? 5 + Math.round(half * 2) : Math.max(2, Math.round(half * 2 * PUFFS))
  for (let p = 0; p < count; p++) {
    const u = ((p + 0.5) / count) * 2 - 1
    if (!isFree) {
      puff(0, u * half * 0.85, 0.3, 0.4 + drop * 0.3, p * 3.7 + y)
      continue
    }
    const out = 0.4 + 1.5 * Math.abs(Math.sin(p * 2.3))
    puff(out, u * half * 1.15, 0.3, 1.1 + 0.06 * drop, p * 3.7)
    if (p % 2 === 0) puff(out + 0.8, u * half * 1.5, 1 + 0.08 * drop, 1.9 + 0.14 * drop, p * 5.1 + 1.3)
  }
}
