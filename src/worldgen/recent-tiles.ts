/** Tiles of the world, cut from what its cells hold: those met last at hand by the low bits of their place, for blocks of places ask again and again. */
import { createRecentMap } from '#core/recent-map.ts'
import { cellKey, isDrained } from './hydrology/macro-nodes.ts'
import type { Samples } from './noise/octave.ts'

/** Tiles kept at hand, each way; a power of two. */
const RECENT_SIDE = 32
/** Where places are this far apart and more, in metres, large tiles serve better than small ones; what lies at a place never depends on them. */
export const SPARSE_METERS = 32

/** A box on the ground plan, metres. */
export type Box = { readonly west: number; readonly north: number; readonly east: number; readonly south: number }

/** A box that can be written anew for block after block, metres. */
export type OpenBox = { -readonly [side in keyof Box]: Box[side] }

/** Writes the box round all places. */
export function fillBox(samples: Samples, box: OpenBox): void {
  let west = Infinity
  let east = -Infinity
  let north = Infinity
  let south = -Infinity
  const { x: xs, z: zs, count } = samples
  for (let k = 0; k < count; k++) {
    const x = xs[k]!
    const z = zs[k]!
    // Asked the other way round, so that what is no number stays one.
    if (!(x >= west)) west = x
    if (!(x <= east)) east = x
    if (!(z >= north)) north = z
    if (!(z <= south)) south = z
  }
  box.west = west
  box.east = east
  box.north = north
  box.south = south
}

/** Whether a box comes within `reach` metres of a place, along either axis. */
export function isBoxNear({ x, z }: { readonly x: number; readonly z: number }, reach: number, { west, north, east, south }: Box): boolean {
  return x + reach > west && x - reach < east && z + reach > north && z - reach < south
}

/** Of a box over more squares than this one asks place by place. */
const MOST_SQUARES = 9
/** Blocks of fewer places are not worth asking about as a whole. */
const FEWEST_PLACES = 64

/** Whether a block of places is free of something that lies by squares of `side` metres: few squares, and `isFree` of them all. Squares are those that its places would ask for one by one. */
export function isBlockFree(count: number, { west, north, east, south }: Box, side: number, isFree: (squareX: number, squareZ: number) => boolean): boolean {
  if (count < FEWEST_PLACES) return false
  const firstX = Math.floor(west / side)
  const firstZ = Math.floor(north / side)
  const columns = Math.floor(east / side) - firstX + 1
  const squares = columns * (Math.floor(south / side) - firstZ + 1)
  // Also false of what is no number.
  if (!(squares <= MOST_SQUARES)) return false
  for (let n = 0; n < squares; n++) if (!isFree(firstX + (n % columns), firstZ + Math.floor(n / columns))) return false
  return true
}

/** What tiles are cut from: cells of `cellMeters`, and what of a cell reaches a tile; a cell that is `null` holds nothing. */
export type TileSource<Cell, Tile> = { readonly cellMeters: number; readonly nothing: Tile; cellOf(cellX: number, cellZ: number): Cell | null; cut(cell: Cell, tile: Box): Tile }

/** Tiles of `side` metres (a divisor of the cells), by integers: metres / `side`, of which `remembered` are kept; null beyond the end of rivers and roads, where tiles cannot be counted. */
export function createTiles<Cell, Tile>(source: TileSource<Cell, Tile>, side: number, remembered: number): (tileX: number, tileZ: number) => Tile | null {
  const perCell = source.cellMeters / side
  const tiles = createRecentMap<number, Tile>(remembered)
  const recentX = new Float64Array(RECENT_SIDE * RECENT_SIDE).fill(NaN)
  const recentZ = new Float64Array(RECENT_SIDE * RECENT_SIDE)
  const recent: (Tile | null)[] = []

  function find(tileX: number, tileZ: number): Tile {
    const cell = source.cellOf(Math.floor(tileX / perCell), Math.floor(tileZ / perCell))
    if (cell === null) return source.nothing
    const key = cellKey(tileX, tileZ)
    const known = tiles.get(key)
    if (known !== undefined) return known
    const west = tileX * side
    const north = tileZ * side
    const found = source.cut(cell, { west, north, east: west + side, south: north + side })
    tiles.set(key, found)
    return found
  }

  return (tileX, tileZ) => {
    const slot = (tileX & (RECENT_SIDE - 1)) + (tileZ & (RECENT_SIDE - 1)) * RECENT_SIDE
    if (recentX[slot] !== tileX || recentZ[slot] !== tileZ) {
      recent[slot] = isDrained(tileX * side, tileZ * side) ? find(tileX, tileZ) : null
      recentX[slot] = tileX
      recentZ[slot] = tileZ
    }
    return recent[slot]!
  }
}
