/** Where there is room to stand: out of walls, trees aside. */
import { isInside } from '../physics/collide.ts'
import type { Village } from '../village.ts'
import { effortOf, nearestOpenSquare, squareAt, squareX, squareZ } from './walk-grid.ts'

/** How far the middle of somebody standing keeps from walls, metres. */
const WALL_METERS = 0.35

/** The place itself when one can stand there, else the nearest that one can; written into `out`. */
export function findStandingRoom(village: Village, x: number, z: number, out: { x: number; z: number }): void {
  out.x = x
  out.z = z
  const { grid, plan } = village
  const square = squareAt(grid, x, z)
  if (square < 0) return
  // a square can be open while one of its corners touches a wall
  const solids = plan.wall ? [...plan.buildings, ...plan.wall.solids] : plan.buildings
  if (effortOf(grid, square) > 0 && !solids.some((solid) => isInside(solid, x, z, WALL_METERS))) return
  const open = nearestOpenSquare(grid, x, z)
  if (open < 0) return
  out.x = squareX(grid, open)
  out.z = squareZ(grid, open)
}
