/** Names of roads on the map: which roads have been seen, and where along them there is room for a name. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { EXPLORED_CELL_METERS, EXPLORED_TILE_CELLS, isExplored, type Explored } from '#simulation/player/explored.ts'
import type { Land } from '#worldgen/land.ts'

const TILE_METERS = EXPLORED_CELL_METERS * EXPLORED_TILE_CELLS
/** Farthest that a corner of a tile lies from its middle, metres. */
const REACH_METERS = TILE_METERS * 0.7072
/** A stretch is straight enough for words when its ends are at least this share of its length apart. */
const STRAIGHT = 0.95
/** Pixels kept free at either end of a name. */
const MARGIN = 8

/** A road with its name; points as x0, z0, x1, z1, … in metres. */
export type KnownRoad = { readonly id: string; readonly name: string; readonly points: ArrayLike<number> }

/** The roads through the tiles that have been seen, found a tile at a time: some are laid only now. */
export type KnownRoads = {
  /** Looks through one more tile, if there is one. */
  search(explored: DeepReadonly<Explored>): void
  readonly roads: readonly KnownRoad[]
}

/** No roads yet. */
export function createKnownRoads(land: Pick<Land, 'roadsNear' | 'tellRoad'>): KnownRoads {
  const searched = new Set<string>()
  const ids = new Set<string>()
  const roads: KnownRoad[] = []
  return {
    roads,
    search(explored) {
      const tile = Object.keys(explored).find((key) => !searched.has(key))
      if (tile === undefined) return
      searched.add(tile)
      const [tileX = 0, tileZ = 0] = tile.split(',').map(Number)
      for (const road of land.roadsNear((tileX + 0.5) * TILE_METERS, (tileZ + 0.5) * TILE_METERS, REACH_METERS)) {
        if (ids.has(road.id)) continue
        ids.add(road.id)
        roads.push({ id: road.id, name: land.tellRoad(road).name, points: road.points })
      }
    },
  }
}

/** Where in the picture a name stands: its middle in pixels, and its slant, radians within a quarter turn of level. */
export type NamePlace = { readonly x: number; readonly y: number; readonly angle: number }

/** What of the country is seen, and how it lies in the picture. */
export type RoadPicture = {
  readonly explored: DeepReadonly<Explored>
  readonly width: number
  readonly height: number
  right(x: number): number
  down(z: number): number
}

/** The seen, nearly straight stretch of a road with room for `long` pixels of words that lies nearest the middle of the picture and is `free`; null where there is none. */
export function placeRoadName(points: ArrayLike<number>, long: number, picture: RoadPicture, free: (place: NamePlace) => boolean): NamePlace | null {
  const { explored, width, height } = picture
  let best: NamePlace | null = null
  let bestAway = Infinity
  // pixels of the stretch that ends at each point; a stretch begins anew where nothing has been seen
  let run: { x: number; y: number; at: number }[] = []
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = picture.right(points[i]!)
    const y = picture.down(points[i + 1]!)
    const isSeen = isExplored(explored, Math.floor(points[i]! / EXPLORED_CELL_METERS), Math.floor(points[i + 1]! / EXPLORED_CELL_METERS))
    if (!isSeen || x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN) {
      run = []
      continue
    }
    const last = run.at(-1)
    run.push({ x, y, at: last ? last.at + Math.hypot(x - last.x, y - last.y) : 0 })
    while (run.length > 2 && run.at(-1)!.at - run[1]!.at >= long + 2 * MARGIN) run.shift()
    const from = run[0]!
    const length = run.at(-1)!.at - from.at
    const chord = Math.hypot(x - from.x, y - from.y)
    if (length < long + 2 * MARGIN || chord < length * STRAIGHT) continue
    const middle = { x: (from.x + x) / 2, y: (from.y + y) / 2 }
    const away = Math.hypot(middle.x - width / 2, middle.y - height / 2)
    if (away >= bestAway) continue
    const slant = Math.atan2(y - from.y, x - from.x)
    const angle = slant > Math.PI / 2 ? slant - Math.PI : slant <= -Math.PI / 2 ? slant + Math.PI : slant
    const place = { ...middle, angle }
    if (!free(place)) continue
    best = place
    bestAway = away
  }
  return best
}
