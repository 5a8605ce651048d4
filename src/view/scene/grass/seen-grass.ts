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

/** Writes 1 into `isSeen` from `from` on for each cell of the patch that may be seen within `wedge`, row by row, and 0 for others. */
export function findSeenGrass(patch: GrassPatch, wedge: Wedge, isSeen: Uint8Array, from: number): void {
  const { eyeX, eyeZ, side, reach } = patch
  const wide = side / GRASS_CELLS
  const half = wide / 2 + BEYOND_METERS
  const west = eyeX + patch.aheadX - side / 2
  const north = eyeZ + patch.aheadZ - side / 2

  function isCellSeen(x: number, z: number): boolean {
    const awayX = x + wide / 2 - eyeX
    const awayZ = z + wide / 2 - eyeZ
    if (Math.hypot(Math.max(Math.abs(awayX) - half, 0), Math.max(Math.abs(awayZ) - half, 0)) > reach) return false
    if (wedge === null) return true
    const [leftX, leftZ, rightX, rightZ] = wedge
    return awayX * leftX + awayZ * leftZ > -half * (Math.abs(leftX) + Math.abs(leftZ)) && awayX * rightX + awayZ * rightZ > -half * (Math.abs(rightX) + Math.abs(rightZ))
  }

  for (let j = 0; j < GRASS_CELLS; j++) {
    // as the shader wraps: a cell that lies across the rim of the patch is half here and half on the other side
    const z = wrapped((j * wide - patch.wrapZ - north) / side - 0.5) * side + north
    for (let i = 0; i < GRASS_CELLS; i++) {
      const x = wrapped((i * wide - patch.wrapX - west) / side - 0.5) * side + west
      const [isAcrossX, isAcrossZ] = [x + wide > west + side, z + wide > north + side]
      const seen = isCellSeen(x, z) || (isAcrossX && isCellSeen(x - side, z)) || (isAcrossZ && isCellSeen(x, z - side)) || (isAcrossX && isAcrossZ && isCellSeen(x - side, z - side))
      isSeen[from + j * GRASS_CELLS + i] = seen ? 1 : 0
    }
  }
}

function wrapped(turns: number): number {
  return turns - Math.floor(turns)
}
