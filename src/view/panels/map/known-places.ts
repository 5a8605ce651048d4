/** Places that the player has found: settlements and landmarks whose ground has been seen. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { findGraves } from '#simulation/happenings/graves.ts'
import { EXPLORED_CELL_METERS, EXPLORED_TILE_CELLS, isExplored, type Explored } from '#simulation/player/explored.ts'
import type { Land } from '#worldgen/land.ts'
import type { TownWall } from '#worldgen/sites/settlement-plan.ts'

/** Farthest that a place of a tile lies from its middle, metres. */
const TILE_METERS = EXPLORED_CELL_METERS * EXPLORED_TILE_CELLS
const REACH_METERS = TILE_METERS * 0.7072

/** A place with a name. */
export type KnownPlace = {
  readonly id: string
  readonly name: string
  /** "village", "standing stones" … */
  readonly kind: string
  readonly rank: 'town' | 'village' | 'hamlet' | 'landmark'
  readonly x: number
  readonly z: number
  /** What is told of it. */
  readonly story: string
  /** The wall round it, if any. */
  readonly wall?: TownWall
}

/** The places of the tiles that have been seen, found a few tiles at a time. */
export type KnownPlaces = {
  /** Looks through at most `tiles` more tiles; whether something new was found. */
  search(explored: DeepReadonly<Explored>, tiles: number): boolean
  readonly places: readonly KnownPlace[]
}

/** No places yet. */
export function createKnownPlaces(land: Land): KnownPlaces {
  const searched = new Map<string, string>()
  const ids = new Set<string>()
  const places: KnownPlace[] = []

  function add(place: KnownPlace, explored: DeepReadonly<Explored>): boolean {
    if (ids.has(place.id) || !isExplored(explored, Math.floor(place.x / EXPLORED_CELL_METERS), Math.floor(place.z / EXPLORED_CELL_METERS))) return false
    ids.add(place.id)
    places.push(place)
    return true
  }

  function searchTile(tile: string, explored: DeepReadonly<Explored>): boolean {
    const [tileX = 0, tileZ = 0] = tile.split(',').map(Number)
    const x = (tileX + 0.5) * TILE_METERS
    const z = (tileZ + 0.5) * TILE_METERS
    let found = false
    for (const settlement of land.findSettlements(x, z, REACH_METERS)) {
      const { id, name, kind } = settlement
      found = add({ id, name, kind, rank: kind, x: settlement.x, z: settlement.z, story: settlement.lore.slice(0, 2).join(' '), ...(settlement.wall && { wall: settlement.wall }) }, explored) || found
      const graves = findGraves(settlement)
      if (graves) found = add({ id: `graves:${id}`, name: 'burying ground', kind: 'burying ground', rank: 'landmark', x: graves.x, z: graves.z, story: `Here the dead of ${name} lie.` }, explored) || found
    }
    for (const { id, name, kind, x: markX, z: markZ, story } of land.findLandmarks(x, z, REACH_METERS)) {
      found = add({ id, name, kind, rank: 'landmark', x: markX, z: markZ, story }, explored) || found
    }
    return found
  }

  return {
    places,
    search(explored, tiles) {
      let left = tiles
      let found = false
      for (const [tile, digits] of Object.entries(explored)) {
        if (left === 0) break
        if (searched.get(tile) === digits) continue
        searched.set(tile, digits)
        left--
        found = searchTile(tile, explored) || found
      }
      return found
    },
  }
}
