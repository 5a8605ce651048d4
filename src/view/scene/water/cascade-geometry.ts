/** Cascades as sheets of white water: each steep stretch of a river is cut into steps over which the water bends down, with spray at their feet. */
import { BufferAttribute, BufferGeometry } from 'three'
import type { Cascade } from '#worldgen/hydrology/rivers.ts'

/** How far a sheet reaches beyond the banks, where it dips under the ground, and how far it overlaps the calm water above and below. Metres. */
const BANK_METERS = 0.9
const APRON_METERS = 2.4
/** A step falls about this much, metres. */
const STEP_METERS = 1.5
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
  for (const { x, z, dx, dz, half, level, fall } of cascades) {
    const length = Math.hypot(dx, dz)
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
      for (let j = 0; j < DOWN; j++) {
        for (let i = 0; i < ACROSS; i++) {
          const at = first + j * (ACROSS + 1) + i
          indices.push(at, at + 1, at + ACROSS + 2, at, at + ACROSS + 2, at + ACROSS + 1)
        }
      }
      const puffs = Math.max(2, Math.round(half * 2 * PUFFS))
      for (let p = 0; p < puffs; p++) {
        const u = ((p + 0.5) / puffs) * 2 - 1
        const along = ((k + 0.97) / steps) * length
        const start = positions.length / 3
        for (const corner of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) put(x + (dx / length) * along + ax * u * half * 0.85, level - drop * (k + 1) + 0.35, z + (dz / length) * along + az * u * half * 0.85, [u, p * 3.7 + k, 0, 0.5 + drop * 0.35], corner)
        indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
      }
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
