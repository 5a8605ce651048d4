/** Where the player has been: squares of the land seen from nearby, kept as bits by tile. */
import { CHUNK_METERS } from '#worldgen/chunk.ts'

/** Side in metres of the squares that are seen or not. */
export const EXPLORED_CELL_METERS = 2 * CHUNK_METERS
/** Squares along a side of a tile. */
export const EXPLORED_TILE_CELLS = 16
/** Land within this distance counts as seen, metres. */
const SEEN_METERS = 330
/** Hexadecimal digits of one row of squares. */
const ROW_DIGITS = EXPLORED_TILE_CELLS / 4
const NOTHING = '0'.repeat(EXPLORED_TILE_CELLS * ROW_DIGITS)

/** By tile (`x,z`, 2,048 m a side): a bit for each square as hexadecimal digits, rows from north to south, the westernmost square the highest bit. */
export type Explored = { [tile: string]: string }

/** Notes that the land round a place has been seen. */
export function explore(explored: Explored, x: number, z: number): void {
  const reach = Math.ceil(SEEN_METERS / EXPLORED_CELL_METERS)
  const cellX = Math.floor(x / EXPLORED_CELL_METERS)
  const cellZ = Math.floor(z / EXPLORED_CELL_METERS)
  if (!Number.isSafeInteger(cellX) || !Number.isSafeInteger(cellZ)) return
  for (let cz = cellZ - reach; cz <= cellZ + reach; cz++) {
    for (let cx = cellX - reach; cx <= cellX + reach; cx++) {
      const dx = (cx + 0.5) * EXPLORED_CELL_METERS - x
      const dz = (cz + 0.5) * EXPLORED_CELL_METERS - z
      if (dx * dx + dz * dz <= SEEN_METERS * SEEN_METERS) mark(explored, cx, cz)
    }
  }
}

/** Whether the square at integer coordinates (metres / `EXPLORED_CELL_METERS`) has been seen. */
export function isExplored(explored: Explored, cellX: number, cellZ: number): boolean {
  const { tile, at, bit } = placeOf(cellX, cellZ)
  const digits = explored[tile]
  return digits !== undefined && (Number.parseInt(digits[at]!, 16) & bit) !== 0
}

/** How many squares have been seen. */
export function countExplored(explored: Explored): number {
  let count = 0
  for (const digits of Object.values(explored)) for (const digit of digits) for (let bits = Number.parseInt(digit, 16); bits > 0; bits >>= 1) count += bits & 1
  return count
}

function mark(explored: Explored, cellX: number, cellZ: number): void {
  const { tile, at, bit } = placeOf(cellX, cellZ)
  const digits = explored[tile] ?? NOTHING
  const before = Number.parseInt(digits[at]!, 16)
  if ((before & bit) === 0) explored[tile] = digits.slice(0, at) + (before | bit).toString(16) + digits.slice(at + 1)
}

/** In which tile a square lies, in which of its digits, and which bit of it. */
function placeOf(cellX: number, cellZ: number): { tile: string; at: number; bit: number } {
  const tileX = Math.floor(cellX / EXPLORED_TILE_CELLS)
  const tileZ = Math.floor(cellZ / EXPLORED_TILE_CELLS)
  const column = cellX - tileX * EXPLORED_TILE_CELLS
  return { tile: `${tileX},${tileZ}`, at: (cellZ - tileZ * EXPLORED_TILE_CELLS) * ROW_DIGITS + (column >> 2), bit: 8 >> (column & 3) }
}
