/** Which cells of the patches of grass can be seen: neither beside the picture nor so far away that nothing grows there any more. */
import { type Matrix4, Vector3 } from 'three'
import { GRASS_CELLS } from './grass-geometry.ts'

/** A tuft and what bends it reach so far beyond the cell that its bunch belongs to, metres. */
const BEYOND_METERS = 1.7

/** One patch as it lies before the eye: the eye in drawn metres, where the patch's middle lies from it, its side, remainders of the drawn origin by the side, and how far its grass is seen. Metres. */
export type GrassPatch = { eyeX: number; eyeZ: number; aheadX: number; aheadZ: number; side: number; wrapX: number; wrapZ: number; reach: number }

/** What lies in the picture as seen from above: a wedge before the eye, told by the directions across its two sides, inward; null where the eye looks down or up so steeply that it has no sides. */
export type Wedge = readonly [leftX: number, leftZ: number, rightX: number, rightZ: number] | null

const corner = new Vector3()

/** The wedge of an eye at `eyeX`, `eyeZ` that looks along `yaw`; `unproject` leads from the picture (−1..1) to drawn metres. */
export function wedgeOf(eyeX: number, eyeZ: number, yaw: number, unproject: Matrix4): Wedge {
  let most = 0
  for (const [x, y] of [[-1, -1], [1, -1], [-1, 1], [1, 1]] as const) {
    corner.set(x, y, 0).applyMatrix4(unproject)
    const alongX = corner.x - eyeX
    const alongZ = corner.z - eyeZ
    const forward = -Math.sin(yaw) * alongX - Math.cos(yaw) * alongZ
    if (forward <= 0) return null
    most = Math.max(most, Math.abs(Math.cos(yaw) * alongX - Math.sin(yaw) * alongZ) / forward)
  }
  const half = Math.atan(most)
  return [Math.cos(yaw + half), -Math.sin(yaw + half), -Math.cos(yaw - half), Math.sin(yaw - half)]
}

/** Directions across the sides of no wedge at all. */
const ALL_ROUND = [0, 0, 0, 0] as const

/** By column and by row of cells: where the cell's middle lies from the eye, and the middle of its half beyond the rim, NaN where it has none. Metres; written anew for each patch, so that nothing is left to be collected. */
const columns = new Float64Array(2 * GRASS_CELLS)
const rows = new Float64Array(2 * GRASS_CELLS)

/** Writes 1 into `isSeen` from `from` on for each cell of the patch that may be seen within `wedge`, row by row, and 0 for others. */
export function findSeenGrass(patch: GrassPatch, wedge: Wedge, isSeen: Uint8Array, from: number): void {
  const { side, reach } = patch
  const half = side / GRASS_CELLS / 2 + BEYOND_METERS
  placeCells(columns, side, patch.wrapX, patch.eyeX, patch.aheadX)
  placeCells(rows, side, patch.wrapZ, patch.eyeZ, patch.aheadZ)
  const [leftX, leftZ, rightX, rightZ] = wedge ?? ALL_ROUND
  const leftLeast = wedge ? -half * (Math.abs(leftX) + Math.abs(leftZ)) : -1
  const rightLeast = wedge ? -half * (Math.abs(rightX) + Math.abs(rightZ)) : -1
  for (let n = 0; n < GRASS_CELLS * GRASS_CELLS; n++) {
    let seen = 0
    for (let part = 0; part < 4; part++) {
      const awayX = columns[2 * (n % GRASS_CELLS) + (part & 1)]!
      const awayZ = rows[2 * Math.floor(n / GRASS_CELLS) + (part >> 1)]!
      const beyondX = Math.max(Math.abs(awayX) - half, 0)
      const beyondZ = Math.max(Math.abs(awayZ) - half, 0)
      // a part that is not there is nowhere: NaN is not near
      if (beyondX * beyondX + beyondZ * beyondZ <= reach * reach && awayX * leftX + awayZ * leftZ > leftLeast && awayX * rightX + awayZ * rightZ > rightLeast) seen = 1
    }
    isSeen[from + n] = seen
  }
}

/** As the shader wraps along one axis: a cell that lies across the rim of the patch is half here and half on the other side. */
function placeCells(into: Float64Array, side: number, wrap: number, eye: number, ahead: number): void {
  const wide = side / GRASS_CELLS
  const edge = eye + ahead - side / 2
  for (let i = 0; i < GRASS_CELLS; i++) {
    const turns = (i * wide - wrap - edge) / side - 0.5
    const start = (turns - Math.floor(turns)) * side + edge
    into[2 * i] = start + wide / 2 - eye
    into[2 * i + 1] = start + wide > edge + side ? start - side + wide / 2 - eye : Number.NaN
  }
}
