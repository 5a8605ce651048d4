/** Painted tiles of the country: asked for when a map shows their place, painted as they come, forgotten when they are many. */
import { createRecentMap } from '#core/recent-map.ts'
import { CHUNK_METERS, CHUNK_QUADS, type Chunk, type ChunkCoordinate } from '#worldgen/chunk.ts'
import { paintTile } from '../../hud/perception-map/paint-tile.ts'

/** Pixels along a side of a tile: one for each vertex. */
const TILE_PIXELS = CHUNK_QUADS + 1
/** Tiles kept painted, and asked for at a time. */
const MOST_TILES = 900
const MOST_ASKED = 6
/** The coarsest tiles there are: as large as a tile of what has been seen. */
export const COARSEST_LEVEL = 5

/** A tile that is there, being made, or could not be made. */
type Tile = HTMLCanvasElement | 'asked' | 'failed'

/** See `createMapTiles`. */
export type MapTiles = {
  /** The picture of a chunk; null as long as there is none, and then it is asked for if there is room to. */
  tileOf(coordinate: ChunkCoordinate): HTMLCanvasElement | null
  dispose(): void
}

/** The level whose vertices lie a pixel apart or closer. */
export function levelFor(metersPerPixel: number): number {
  const spacing = CHUNK_METERS / CHUNK_QUADS
  return Math.min(COARSEST_LEVEL, Math.max(0, Math.floor(Math.log2(metersPerPixel / spacing))))
}

/** Tiles built by `build`; `changed` is told when a new one can be drawn. */
export function createMapTiles(build: (coordinate: ChunkCoordinate) => Promise<Chunk>, changed: () => void): MapTiles {
  const tiles = createRecentMap<string, Tile>(MOST_TILES)
  let asked = 0
  let disposed = false

  function paint(chunk: Chunk): HTMLCanvasElement | 'failed' {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = TILE_PIXELS
    const pen = canvas.getContext('2d')
    if (!pen) return 'failed'
    const pixels = pen.createImageData(TILE_PIXELS, TILE_PIXELS)
    paintTile(chunk, pixels.data, TILE_PIXELS)
    pen.putImageData(pixels, 0, 0)
    return canvas
  }

  return {
    tileOf(coordinate) {
      const key = `${coordinate.level}:${coordinate.x},${coordinate.z}`
      const known = tiles.get(key)
      if (known instanceof HTMLCanvasElement) return known
      if (known !== undefined || asked >= MOST_ASKED) return null
      asked++
      tiles.set(key, 'asked')
      const end = (tile: Tile): void => {
        asked--
        tiles.set(key, tile)
        if (!disposed) changed()
      }
      build(coordinate).then(
        (chunk) => end(paint(chunk)),
        () => end('failed'),
      )
      return null
    },
    dispose() {
      disposed = true
    },
  }
}
