/** The perception map: which chunks it shows, how bright, and in which colours. */
import { describe, expect, it } from 'vitest'
import type { ResidentChunk } from '#streaming/terrain-stream.ts'
import { createMapCells, type MapCell, type MapMoment } from '#view/hud/perception-map/map-cells.ts'
import { createMapTraces, traceStrength } from '#view/hud/perception-map/map-traces.ts'
import { paintTile, TILE_SIDE } from '#view/hud/perception-map/paint-tile.ts'
import { mapWords, sideWords, tallyOf } from '#view/hud/perception-map/map-tally.tsx'
import { PerceptionMap } from '#view/hud/perception-map/perception-map.tsx'
import { buildChunk } from '#worldgen/build-chunk.ts'
import { CHUNK_QUADS, type Chunk } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { createFakeSession, drawWith } from '../fake-session.ts'

const chunk: Chunk = buildChunk(createLand('a'), { x: 3, z: 2, level: 0 })

function resident(key: string, level = 0): ResidentChunk {
  return { key, coordinate: { x: 0, z: 0, level }, slot: 0, chunk, bornSeconds: -Infinity, parentSlot: -1, edges: 0 }
}

const at = (seconds: number, still = false): MapMoment => ({ seconds, elapsed: 1, still })
const none = (): void => undefined
const only = (cells: readonly MapCell[]): MapCell => {
  expect(cells).toHaveLength(1)
  return cells[0]!
}

describe('chunks on the map', () => {
  it('[UI-46] are bright while drawn and dimmer while only resident', () => {
    const cells = createMapCells(8)
    const land = resident('a')
    cells.ready(land, true)
    const lit = only(cells.advance([land], at(10), none)).strength
    for (let second = 11; second < 15; second++) cells.advance([], at(second), none)
    const unlit = only(cells.advance([], at(15), none)).strength
    expect(lit).toBeGreaterThan(0.9)
    expect(unlit).toBeGreaterThan(0.05)
    expect(unlit).toBeLessThan(lit / 3)
  })

  it('[UI-47] come up out of the paper with a warm edge that cools; what was there before has none', () => {
    const cells = createMapCells(8)
    cells.ready(resident('old'), true)
    expect(only(cells.advance([], at(5), none)).warmth).toBe(0)
    cells.ready(resident('new'))
    const [, born] = cells.advance([], at(6), none)
    expect(born).toMatchObject({ strength: 0, warmth: 1 })
    cells.advance([], at(6.4), none)
    expect(born!.strength).toBeGreaterThan(0)
    const warm = born!.warmth
    expect(warm).toBeLessThan(1)
    cells.advance([], at(9), none)
    expect(born!.warmth).toBe(0)
  })

  it('[UI-47] sink into the paper within a second of being dropped, and rise again when they come back', () => {
    const cells = createMapCells(8)
    const land = resident('a')
    cells.ready(land, true)
    const before = only(cells.advance([land], at(5), none)).strength
    cells.dropped(land, 5)
    const sinking = only(cells.advance([], at(5.5), none)).strength
    expect(sinking).toBeGreaterThan(0)
    expect(sinking).toBeLessThan(before)
    cells.ready(land)
    expect(only(cells.advance([land], at(6), none)).strength).toBeGreaterThan(sinking)
    cells.dropped(land, 6)
    expect(cells.advance([], at(7.1), none)).toEqual([])
  })

  it('[UI-47] neither rise nor sink with reduced motion', () => {
    const cells = createMapCells(8)
    const land = resident('a')
    cells.ready(land)
    expect(only(cells.advance([land], at(5, true), none))).toMatchObject({ strength: 0.96, warmth: 0 })
    cells.dropped(land, 5)
    expect(cells.advance([], at(5, true), none)).toEqual([])
  })

  it('[UI-48] are painted once, a few at a time, and drawn coarse before fine', () => {
    const cells = createMapCells(64)
    const painted: number[] = []
    for (let index = 0; index < 50; index++) cells.ready(resident(`fine ${index}`, index % 4))
    const first = cells.advance([], at(1), (tile) => painted.push(tile)).length
    expect(first).toBeLessThan(50)
    for (let second = 2; second < 8; second++) cells.advance([], at(second), (tile) => painted.push(tile))
    expect(new Set(painted).size).toBe(50)
    expect(painted).toHaveLength(50)
    const levels = cells.advance([], at(9), none).map((cell) => cell.coordinate.level)
    expect(levels).toEqual(levels.toSorted((a, b) => b - a))
  })

  it('[UI-48] take the tiles of sinking ones when there are no others, and never a tile in use', () => {
    const cells = createMapCells(2)
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => resident(key)) as [ResidentChunk, ResidentChunk, ResidentChunk, ResidentChunk]
    cells.ready(a, true)
    cells.ready(b, true)
    cells.advance([], at(1), none)
    cells.dropped(a, 1)
    cells.ready(c, true)
    cells.ready(d, true)
    const tiles = cells.advance([], at(1.1), none).map((cell) => cell.tile)
    expect(tiles.toSorted((x, y) => x - y)).toEqual([0, 1])
    cells.dropped(b, 1.2)
    cells.advance([], at(3), none)
    expect(cells.advance([], at(3.1), none)).toHaveLength(2)
  })
})

describe('the large map', () => {
  it('[UI-71] remembers for a while where land was let go, until it comes back', () => {
    const traces = createMapTraces()
    traces.dropped(resident('a'), 10)
    traces.dropped(resident('b'), 12)
    expect(traces.at(12).map(({ key }) => key)).toEqual(['a', 'b'])
    expect(traceStrength(traces.at(12)[0]!, 12)).toBeLessThan(traceStrength(traces.at(12)[1]!, 12))
    traces.ready('b', 13)
    expect(traces.at(13).map(({ key }) => key)).toEqual(['a'])
    expect(traces.lately(14)).toEqual({ came: 1, went: 2 })
    expect(traces.lately(21)).toEqual({ came: 1, went: 1 })
    expect(traces.at(40)).toEqual([])
  })

  it('[UI-71] counts the land that exists by the length of its sides', () => {
    const cells = createMapCells(8)
    const [near, far, gone] = [resident('near', 0), resident('far', 4), resident('gone', 0)]
    for (const each of [near, far, gone]) cells.ready(each, true)
    cells.advance([near], at(1), none)
    cells.dropped(gone, 2)
    const tally = tallyOf(cells.advance([near], at(2.2), none), { came: 3, went: 1 })
    expect(tally).toEqual({ exist: 2, inView: 1, came: 3, went: 1, levels: [{ level: 0, exist: 1, inView: 1 }, { level: 4, exist: 1, inView: 0 }] })
    expect(tally.levels.map(({ level }) => sideWords(level))).toEqual(['64 m', '1 km'])
  })
})

describe('the tile of a chunk', () => {
  const blank = (height: number): Chunk => ({ ...chunk, heights: new Float32Array((CHUNK_QUADS + 3) ** 2).fill(height), ground: new Uint8Array((CHUNK_QUADS + 1) ** 2 * 4), water: new Uint8Array(TILE_SIDE ** 2 * 4), hasInlandWater: false })
  const colorOf = (land: Chunk, node = 0): number[] => {
    const pixels = new Uint8ClampedArray(TILE_SIDE ** 2 * 4)
    paintTile(land, pixels)
    return [...pixels.subarray(node * 4, node * 4 + 3)]
  }

  it('[UI-49] has the colour of its soil, lighter on slopes that face the north-west', () => {
    const flat = blank(20)
    for (let byte = 0; byte < flat.ground.length; byte += 4) flat.ground.set([90, 140, 60, 0], byte)
    const [red, green, blue] = colorOf(flat) as [number, number, number]
    expect(green).toBeGreaterThan(red)
    expect(red).toBeGreaterThan(blue)
    const facing = { ...flat, heights: flat.heights.map((_, index) => 20 + (index % (CHUNK_QUADS + 3)) * 0.6) }
    const turned = { ...flat, heights: flat.heights.map((_, index) => 60 - (index % (CHUNK_QUADS + 3)) * 0.6) }
    expect(colorOf(facing)[1]).toBeGreaterThan(green)
    expect(colorOf(turned)[1]).toBeLessThan(green)
  })

  it('[UI-49] is blue under the sea, bluer where deep, and where a river or lake stands', () => {
    const [shallow, deep] = [colorOf(blank(-1)), colorOf(blank(-40))] as [number[], number[]]
    expect(shallow[2]).toBeGreaterThan(shallow[0]!)
    expect(deep[0]).toBeLessThan(shallow[0]!)
    const wet = blank(20)
    wet.water.set([100, 128, 128, 128], 5 * 4)
    expect(colorOf(wet, 5)).toEqual(colorOf(wet, 4))
    const [red, , blue] = colorOf({ ...wet, hasInlandWater: true }, 5) as [number, number, number]
    expect(blue).toBeGreaterThan(red)
  })
})

describe('the slip of the map', () => {
  it('[UI-50] can be folded and opened, and says in words what it shows', () => {
    expect(mapWords(41, 18)).toBe('41 pieces of land exist, 18 in view')
    expect(mapWords(1, 1)).toBe('1 piece of land exists, 1 in view')
    const open = drawWith(createFakeSession(), <PerceptionMap resting={false} />)
    expect(open).toContain('role="img"')
    expect(open).toContain('aria-expanded="true"')
    const folded = drawWith(createFakeSession({ settings: { showMap: false } }), <PerceptionMap resting={false} />)
    expect(folded).not.toContain('<canvas')
    expect(folded).toContain('Map of what exists (K)')
  })
})
