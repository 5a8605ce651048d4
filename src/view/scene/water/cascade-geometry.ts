/** Cascades as sheets of white water: each steep stretch of a river is cut into steps over which the water bends down, with spray at their feet. */
import { BufferAttribute, BufferGeometry } from 'three'
import type { Cascade } from '#worldgen/hydrology/rivers.ts'

/** How far a sheet reaches beyond the banks, where it dips under the ground, and how far it overlaps the calm water above and below. Metres. */
const BANK_METERS = 0.9
const APRON_METERS = 2.4
/** A step falls about this much, metres. */
const STEP_METERS = 1.5
/** What drops more than this over its length falls freely: so far out it lands, and so far its foam reaches, metres; rows of its sheet. */
const FREE_SLOPE = 2
const REACH_METERS = 3.2
const FOAM_METERS = 5.5
const FALL_ROWS = 12
const ACROSS = 6
const DOWN = 7
/** Puffs of spray at the foot of a step for each metre of width. */
const PUFFS = 0.8

/** Builds all cascades about `anchor`. `aFall`: across −1..1, metres down the water's way, share of its step (−0.5 and 1.5 where it fades into calm water), and 0 for sheets or the size in metres of a puff of spray. */
export function createCascadeGeometry(cascades: readonly Cascade[], anchor: { x: number; y: number; z: number }): BufferGeometry {
  const positions: number[] = []
  const falls: number[] = []
  const corners: number[] = []
  const indices: number[] = []
  const put = (x: number, y: number, z: number, fall: readonly [number, number, number, number], corner: readonly [number, number] = [0, 0]): void => {
    positions.push(x - anchor.x, y - anchor.y, z - anchor.z)
    falls.push(...fall)
    corners.push(...corner)
  }
  /** Joins rows of a sheet. */
  const stitch = (first: number, rows: number): void => {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < ACROSS; i++) {
        const at = first + j * (ACROSS + 1) + i
        indices.push(at, at + 1, at + ACROSS + 2, at, at + ACROSS + 2, at + ACROSS + 1)
      }
    }
  }
  const puff = (x: number, y: number, z: number, fall: readonly [number, number, number, number]): void => {
    const start = positions.length / 3
    for (const corner of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) put(x, y, z, fall, corner)
    indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
  }
  for (const cascade of cascades) {
    const { x, z, dx, dz, half, level, fall } = cascade
    const length = Math.hypot(dx, dz)
    if (fall > length * FREE_SLOPE) {
      drawFall(cascade, length)
      continue
    }
    const [ax, az] = [-dz / length, dx / length]
    const steps = Math.max(1, Math.round(fall / STEP_METERS))
    const drop = fall / steps
    const isFirst = !cascades.some((other) => Math.hypot(other.x + other.dx - x, other.z + other.dz - z) < 0.5)
    const isLast = !cascades.some((other) => Math.hypot(other.x - x - dx, other.z - z - dz) < 0.5)
    for (let k = 0; k < steps; k++) {
      const first = positions.length / 3
      // Lips are crooked: one side of a step begins before the other.
      const skew = 0.22 * Math.sin(x * 1.7 + z * 0.9 + k * 2.4)
      for (let j = 0; j <= DOWN; j++) {
        const s = j / DOWN
        const bend = Math.max(0, (s - 0.3) / 0.7)
        for (let i = 0; i <= ACROSS; i++) {
          const u = (i / ACROSS) * 2 - 1
          const apron = j === 0 && k === 0 && isFirst ? -APRON_METERS : j === DOWN && k === steps - 1 && isLast ? APRON_METERS : 0
          const along = ((k + Math.min(1.06, Math.max(0, s + skew * u * Math.sin(s * Math.PI)))) / steps) * length + apron
          const wide = u * (half + BANK_METERS) * (apron === 0 ? 1 : 0.72)
          // Over the lip the water bulges, and lies lower at its sides.
          const y = level - drop * (k + bend * bend * (3 - 2 * bend)) + 0.08 - 0.5 * u * u * u * u
          put(x + (dx / length) * along + ax * wide, y, z + (dz / length) * along + az * wide, [u, along + bend * drop, s + Math.sign(apron) * 0.5, 0])
        }
      }
      stitch(first, DOWN)
      const puffs = Math.max(2, Math.round(half * 2 * PUFFS))
      for (let p = 0; p < puffs; p++) {
        const u = ((p + 0.5) / puffs) * 2 - 1
        const along = ((k + 0.97) / steps) * length
        puff(x + (dx / length) * along + ax * u * half * 0.85, level - drop * (k + 1) + 0.35, z + (dz / length) * along + az * u * half * 0.85, [u, p * 3.7 + k, 0, 0.5 + drop * 0.35])
      }
    }
  }

  /** Water that leaves its bed at the lip, falls freely and foams in the pool. */
  function drawFall({ x, z, dx, dz, half, level, fall }: Cascade, length: number): void {
    const [ux, uz] = [dx / length, dz / length]
    const first = positions.length / 3
    for (let j = -1; j <= FALL_ROWS + 2; j++) {
      const s = Math.min(1, Math.max(0, j / FALL_ROWS))
      const beyond = j < 0 ? -APRON_METERS : j > FALL_ROWS ? ((j - FALL_ROWS) * FOAM_METERS) / 2 : 0
      for (let i = 0; i <= ACROSS; i++) {
        const u = (i / ACROSS) * 2 - 1
        // The lip is broken: strands leave it at their own places.
        const ragged = 0.35 * Math.sin(u * 7 + x) * Math.sin(s * Math.PI)
        // A parabola: the way out grows with the root of the way down.
        const along = (REACH_METERS + ragged) * Math.sqrt(s) + beyond
        const wide = u * (half + BANK_METERS) * (j < 0 ? 0.72 : 0.86 + 0.3 * s + (j > FALL_ROWS ? 0.22 * (j - FALL_ROWS) : 0))
        const y = level - fall * s + 0.1 - (j < 1 ? 0.4 * u * u : 0) + (s < 1 ? 0.25 * (1 - u * u) * (1 - s) : 0)
        put(x + ux * along - uz * wide, y, z + uz * along + ux * wide, [u, along + s * fall, j < 0 ? -0.5 : j > FALL_ROWS ? 1 + (j - FALL_ROWS) * 0.25 : 0.24 + 0.76 * s, 0])
      }
    }
    stitch(first, FALL_ROWS + 3)
    // Spray where it strikes, and a mist that hangs higher before the face.
    const puffs = 5 + Math.round(half * 2)
    for (let p = 0; p < puffs; p++) {
      const u = ((p + 0.5) / puffs) * 2 - 1
      const out = REACH_METERS + 0.4 + 1.5 * Math.abs(Math.sin(p * 2.3))
      puff(x + ux * out - uz * u * half * 1.15, level - fall + 0.3, z + uz * out + ux * u * half * 1.15, [u, p * 3.7, 0, 1.1 + 0.06 * fall])
      if (p % 2 === 0) puff(x + ux * (out + 0.8) - uz * u * half * 1.5, level - fall + 1 + 0.08 * fall, z + uz * (out + 0.8) + ux * u * half * 1.5, [u, p * 5.1 + 1.3, 0, 1.9 + 0.14 * fall])
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('aFall', new BufferAttribute(new Float32Array(falls), 4))
  geometry.setAttribute('aCorner', new BufferAttribute(new Float32Array(corners), 2))
  geometry.setIndex(indices)
  geometry.computeBoundingSphere()
  return geometry
}
