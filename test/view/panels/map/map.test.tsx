/** The map of where one has been: what it knows, and how it is drawn. */
import { describe, expect, it } from 'vitest'
import { explore, type Explored } from '#simulation/player/explored.ts'
import { createKnownPlaces } from '#view/panels/map/known-places.ts'
import { seenWords } from '#view/panels/map/map-panel.tsx'
import { levelFor } from '#view/panels/map/map-tiles.ts'
import { createKnownRoads, placeRoadName, type RoadPicture } from '#view/panels/map/road-names.ts'
import { washOf } from '#view/panels/map/wash.ts'
import { createLand } from '#worldgen/create-land.ts'

describe('the map of where one has been', () => {
  it('[UI-65] names what was found, and nothing that was not', () => {
    const land = createLand('percipi')
    const start = land.startPlace()
    const known = createKnownPlaces(land)
    const explored: Explored = {}
    expect(known.search(explored, 9)).toBe(false)
    explore(explored, start.x, start.z)
    expect(known.search(explored, 99)).toBe(true)
    const home = land.findSettlements(start.x, start.z, 300)[0]!
    expect(known.places.map(({ name }) => name)).toContain(home.name)
    expect(known.places.find(({ name }) => name === home.name)).toMatchObject({ rank: home.kind, x: home.x, z: home.z, story: expect.stringContaining(home.lore[0]!) })
    for (const place of known.places) expect(Math.hypot(place.x - start.x, place.z - start.z)).toBeLessThan(430)
    expect(known.search(explored, 99)).toBe(false)
    const next = land.findSettlements(start.x, start.z, 6000).find(({ x, z }) => Math.hypot(x - start.x, z - start.z) > 1000)!
    expect(known.places.map(({ name }) => name)).not.toContain(next.name)
    explore(explored, next.x, next.z)
    expect(known.search(explored, 99)).toBe(true)
    expect(known.places.map(({ name }) => name)).toContain(next.name)
    expect(new Set(known.places.map(({ id }) => id)).size).toBe(known.places.length)
  })

  it('[UI-66] takes land as fine as its pixels, and shows squares as one rounded wash', () => {
    expect([1, 2, 3.9, 4, 30, 500].map((metersPerPixel) => levelFor(metersPerPixel))).toEqual([0, 0, 0, 1, 3, 5])
    const disc = washOf(7, 7, 4, (column, row) => (column - 3) ** 2 + (row - 3) ** 2 <= 4)
    expect([disc.width, disc.height]).toEqual([28, 28])
    const at = (x: number, y: number): number => disc.alphas[y * 28 + x]!
    // full in the middle, nothing at the corners, the same on all sides, and never rising outwards
    expect([at(14, 14), at(0, 0), at(27, 3)]).toEqual([255, 0, 0])
    for (let y = 0; y < 28; y++) for (let x = 0; x < 28; x++) expect(at(x, y)).toBe(at(27 - x, y))
    for (let x = 14; x < 27; x++) expect(at(x + 1, 14)).toBeLessThanOrEqual(at(x, 14))
    expect(disc.alphas.some((alpha) => alpha > 40 && alpha < 215)).toBe(true)
    const filled = washOf(6, 6, 3, () => true)
    expect(filled.alphas[9 * 18 + 9]).toBe(255)
  })

  it('[UI-72] finds the roads of what has been seen, each once, with the name that the land gives', () => {
    const land = createLand('percipi')
    const start = land.startPlace()
    const known = createKnownRoads(land)
    const explored: Explored = {}
    known.search(explored)
    expect(known.roads).toEqual([])
    explore(explored, start.x, start.z)
    for (let turn = 0; turn < 9; turn++) known.search(explored)
    const near = land.roadsNear(start.x, start.z, 300)
    expect(near.length).toBeGreaterThan(0)
    for (const road of near) expect(known.roads.filter(({ id }) => id === road.id)).toMatchObject([{ name: land.tellRoad(road).name }])
  })

  it('[UI-72] writes a name upright along a straight stretch that has been seen, and nowhere else', () => {
    const explored: Explored = {}
    for (let x = 0; x <= 1200; x += 200) explore(explored, x, 0)
    const picture: RoadPicture = { explored, width: 400, height: 300, right: (x) => x / 4 + 50, down: (z) => z / 4 + 150 }
    // from the east to the west, and then in zigzags where it was seen, too
    const straight = Array.from({ length: 61 }, (_, i) => [1200 - i * 20, (1200 - i * 20) * 0.1]).flat()
    const always = () => true
    const place = placeRoadName(straight, 90, picture, always)!
    expect(Math.abs(place.angle - Math.atan(0.1))).toBeLessThan(0.01)
    expect(Math.hypot(place.x - 200, place.y - 150)).toBeLessThan(30)
    expect(placeRoadName(straight, 320, picture, always)).toBeNull()
    expect(placeRoadName(straight, 90, picture, () => false)).toBeNull()
    expect(placeRoadName(straight, 90, { ...picture, explored: {} }, always)).toBeNull()
    const zigzag = Array.from({ length: 61 }, (_, i) => [i * 20, (i % 2) * 40]).flat()
    expect(placeRoadName(zigzag, 90, picture, always)).toBeNull()
  })

  it('[UI-65] says how much has been seen', () => {
    expect(seenWords(61, 'oak')).toBe('1.0 km² of oak; the rest does not exist yet')
    expect(seenWords(6100, 'oak')).toBe('100 km² of oak; the rest does not exist yet')
  })
})
