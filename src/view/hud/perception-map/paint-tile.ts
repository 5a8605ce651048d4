/** Paints one chunk as a small tile: its own soil under a low sun, with its waters. */
import { clamp, lerp } from '#core/scalar.ts'
import { CHUNK_METERS, CHUNK_QUADS, WATER_BYTES, WATER_NODES, type Chunk } from '#worldgen/chunk.ts'

/** Pixels along a side: every second vertex of the chunk, both rims included, so that neighbours meet without a seam. */
export const TILE_SIDE = WATER_NODES

const HEIGHT_SIDE = CHUNK_QUADS + 3
/** sRGB, 0..255. */
const ROCK = [150, 139, 124] as const
const SHALLOW = [128, 178, 184] as const
const DEEP = [52, 104, 128] as const
const RIVER = [98, 156, 172] as const
/** Metres of sea at which no lighter blue is left. */
const DEEP_METERS = 30
/** Bytes 0 and 1 of a node of water: 32768 is a surface level with the ground. */
const LEVEL_WITH_GROUND = 32768
/** How much darker or lighter a slope of 1 is, lit from the north-west. */
const RELIEF = 0.75
/** Ground is painted as a wash: its colour with this share of warm paper in it. */
const PAPER = [250, 232, 196] as const
const PAPER_SHARE = 0.06

/** Writes the tile of a chunk, `side`² pixels of RGBA: as many as it has nodes of water (17), or as it has vertices (33). */
export function paintTile(chunk: Chunk, pixels: Uint8ClampedArray, side: number = TILE_SIDE): void {
  const { heights, ground, water, hasInlandWater, coordinate } = chunk
  const step = CHUNK_QUADS / (side - 1)
  const perNode = (side - 1) / (WATER_NODES - 1)
  const spacing = (CHUNK_METERS * 2 ** coordinate.level) / CHUNK_QUADS
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const node = Math.round(j / perNode) * WATER_NODES + Math.round(i / perNode)
      const to = (j * side + i) * 4
      const at = (j * step + 1) * HEIGHT_SIDE + i * step + 1
      const height = heights[at]!
      pixels[to + 3] = 255
      if (height < 0) {
        const depth = clamp(-height / DEEP_METERS, 0, 1)
        for (let channel = 0; channel < 3; channel++) pixels[to + channel] = lerp(SHALLOW[channel]!, DEEP[channel]!, depth)
        continue
      }
      if (hasInlandWater && water[node * WATER_BYTES]! + 256 * water[node * WATER_BYTES + 1]! > LEVEL_WITH_GROUND) {
        pixels.set(RIVER, to)
        continue
      }
      const from = (j * step * (CHUNK_QUADS + 1) + i * step) * 4
      const rock = (ground[from + 3]! >> 4) / 15
      const rise = heights[at + 1]! - heights[at - 1]! + heights[at + HEIGHT_SIDE]! - heights[at - HEIGHT_SIDE]!
      const shade = clamp(1 + (RELIEF * rise) / (2 * spacing), 0.62, 1.3)
      for (let channel = 0; channel < 3; channel++) {
        const soil = lerp(ground[from + channel]!, ROCK[channel]!, rock)
        pixels[to + channel] = lerp(soil * shade, PAPER[channel]!, PAPER_SHARE)
      }
    }
  }
}
