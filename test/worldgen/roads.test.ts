/** Roads: every settlement with neighbours has one, gentle and free of plants, the same from both ends, over rivers by bridges and fords. */
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import type { Land } from '#worldgen/land.ts'
import type { Road } from '#worldgen/roads/road.ts'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import { signpostsOf } from '#worldgen/roads/signposts.ts'
import { describe, expect, it } from 'vitest'
import { freshChunk, plantsOf } from './chunk-scan.ts'

const land = createLand('roads')
const { sites } = fieldsOf(land)
const roads = land.roadsNear(0, 0, 6000)

function idsAt(cellX: number, cellZ: number): (road: Road) => boolean {
  return ({ from, to }) => (from.cellX === cellX && from.cellZ === cellZ) || (to.cellX === cellX && to.cellZ === cellZ)
}

/** Middles of stretches of a road and their heights, ends and waters left out. */
function dryMiddles(road: Road): { x: number; z: number; level: number }[] {
  const found: { x: number; z: number; level: number }[] = []
  for (let i = 2; i + 3 < road.levels.length; i += 3) {
    const x = (road.points[i * 2]! + road.points[i * 2 + 2]!) / 2
    const z = (road.points[i * 2 + 1]! + road.points[i * 2 + 3]!) / 2
    if (road.crossings.some((crossing) => Math.hypot(crossing.x - x, crossing.z - z) < Math.max(crossing.end, -crossing.start) + 14)) continue
    found.push({ x, z, level: (road.levels[i]! + road.levels[i + 1]!) / 2 })
  }
  return found
}

function lengthOf({ points }: Road): number {
  return Array.from({ length: points.length / 2 - 1 }, (_, i) => Math.hypot(points[i * 2 + 2]! - points[i * 2]!, points[i * 2 + 3]! - points[i * 2 + 1]!)).reduce((sum, each) => sum + each, 0)
}

describe('roads', () => {
  it('[WG-60] reach every settlement that has a neighbour within 4.8 km', () => {
    let joined = 0
    const side = PARAMETERS.settlementCell.value
    for (let cellZ = -4; cellZ < 4; cellZ++) {
      for (let cellX = -4; cellX < 4; cellX++) {
        const site = sites.siteOfCell(cellX, cellZ)
        if (site === null) continue
        const neighbours = Array.from({ length: 81 }, (_, n) => sites.siteOfCell(cellX + (n % 9) - 4, cellZ + Math.floor(n / 9) - 4)).filter((other) => other !== null && other !== site && Math.hypot(other.x - site.x, other.z - site.z) < 4800)
        const own = land.roadsNear(site.x, site.z, side).filter(idsAt(cellX, cellZ))
        expect(own.length > 0).toBe(neighbours.length > 0)
        joined += own.length
      }
    }
    expect(joined).toBeGreaterThan(20)
  })

  it('[WG-60] are laid over causeways, and from another lane, where there is no other way; only beyond deep sea there is none', () => {
    const side = PARAMETERS.settlementCell.value
    const isJoined = (land: Land, cellX: number, cellZ: number): boolean => fieldsOf(land).roads.cellOf(cellX, cellZ).some(idsAt(cellX, cellZ))
    const strait = createLand('bench')
    for (const [cellX, cellZ] of [[6, -14], [12, 19]] as const) expect(isJoined(strait, cellX, cellZ)).toBe(true)
    const land = createLand('silver-wolf')
    let islands = 0
    for (let cellZ = 0; cellZ < 8; cellZ++) {
      for (let cellX = -24; cellX < -12; cellX++) {
        const site = fieldsOf(land).sites.siteOfCell(cellX, cellZ)
        if (site === null || isJoined(land, cellX, cellZ)) continue
        islands++
        const other = land.findSettlements(site.x, site.z, 3 * side).find(({ x, z }) => x !== site.x || z !== site.z)!
        const between = Array.from({ length: 40 }, (_, n) => land.heightAt(site.x + ((other.x - site.x) * n) / 40, site.z + ((other.z - site.z) * n) / 40))
        expect(Math.min(...between)).toBeLessThan(-10)
      }
    }
    expect(islands).toBe(1)
  })

  it('[WG-61] are the same from both ends and in a fresh land', () => {
    const other = createLand('roads')
    for (const road of roads.slice(0, 6)) {
      const again = other.roadsNear(road.to.x, road.to.z, 2000).find(({ id }) => id === road.id)!
      expect([...again.points]).toEqual([...road.points])
      expect([...again.levels]).toEqual([...road.levels])
      expect(again.crossings).toEqual(road.crossings)
    }
  })

  it('[WG-62] are gentle: nineteen of twenty stretches rise by no more than 12 %, and the ground is theirs', () => {
    const slopes: number[] = []
    let compared = 0
    for (const road of roads) {
      for (let i = 0; i + 1 < road.levels.length; i++) {
        const run = Math.hypot(road.points[i * 2 + 2]! - road.points[i * 2]!, road.points[i * 2 + 3]! - road.points[i * 2 + 1]!)
        if (run > 0.5) slopes.push(Math.abs(road.levels[i + 1]! - road.levels[i]!) / run)
      }
      for (const { x, z, level } of dryMiddles(road).slice(0, 30)) {
        if (land.waterAt(x, z) !== null || land.heightAt(x, z) < 0.8) continue
        compared++
        expect(Math.abs(land.heightAt(x, z) - level)).toBeLessThan(1.2)
      }
    }
    slopes.sort((a, b) => a - b)
    expect(slopes.length).toBeGreaterThan(1000)
    expect(slopes[Math.floor(slopes.length * 0.95)]!).toBeLessThanOrEqual(0.12)
    expect(compared).toBeGreaterThan(200)
  })

  it('[WG-63] cross rivers by bridges and fords whose way is over the water', () => {
    const land = createLand('a')
    const crossings = land.bridgesNear(0, 0, 8000)
    expect(new Set(crossings.map(({ kind }) => kind)).size).toBe(2)
    for (const { x, z, alongX, alongZ, level, water, span, kind } of crossings) {
      expect(Math.hypot(alongX, alongZ)).toBeCloseTo(1, 9)
      expect(level).toBeGreaterThan(water)
      expect(span).toBeGreaterThan(1)
      expect(span).toBeLessThan(130)
      expect(land.waterAt(x, z)).not.toBeNull()
      if (kind === 'bridge') expect(land.heightAt(x, z)).toBeLessThan(level)
    }
    const distances = crossings.map(({ x, z }) => Math.hypot(x, z))
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })

  it('[WG-64] lift decks from edge to edge: level with the road at both ends, over ground left alone', () => {
    const land = createLand('silver-wolf')
    const { x, z } = land.startPlace()
    const decks = land.roadsNear(x, z, 6000).flatMap((road) => road.crossings.filter(({ deckAt }) => deckAt >= 0).map((crossing) => ({ road, crossing })))
    expect(decks.length).toBeGreaterThan(5)
    expect(Math.max(...decks.map(({ crossing }) => crossing.level - crossing.water))).toBeGreaterThan(12)
    const { fillUnroaded, samples, heights } = fieldsOf(land)
    for (const { road, crossing } of decks) {
      const at = (along: number): [number, number] => [crossing.x + crossing.alongX * along, crossing.z + crossing.alongZ * along]
      expect(Math.hypot(road.points[crossing.deckAt * 2]! - at(crossing.start)[0], road.points[crossing.deckAt * 2 + 1]! - at(crossing.start)[1])).toBeLessThan(1e-6)
      for (const along of [crossing.start, crossing.end]) {
        expect(Math.abs(land.heightAt(...at(along)) - crossing.level)).toBeLessThan(0.6)
        expect(land.waterAt(...at(along))).toBeNull()
      }
      const under = land.heightAt(...at(0))
      ;[samples.x[0], samples.z[0]] = at(0)
      samples.count = 1
      fillUnroaded(samples, heights)
      expect(under).toBe(heights[0])
    }
  })

  it('[WG-65] have signposts that name every road with its true way and length', () => {
    let fingers = 0
    for (const plan of land.findSettlements(0, 0, 6000)) {
      const leaving = land.roadsNear(plan.x, plan.z, plan.radius + 36).filter(({ from, to }) => [from, to].some((end) => end.x === plan.x && end.z === plan.z))
      const posts = signpostsOf(land, plan)
      const shown = posts.flatMap((post) => post.fingers.filter(({ name }) => name !== plan.name).map((finger) => ({ post, finger })))
      expect(shown.length).toBeLessThanOrEqual(leaving.length)
      expect(shown.length).toBeGreaterThanOrEqual(leaving.length - 1)
      for (const { post, finger } of shown) {
        fingers++
        expect(land.waterAt(post.x, post.z)).toBeNull()
        expect(Math.hypot(finger.alongX, finger.alongZ)).toBeCloseTo(1, 9)
        // Two places may bear one name.
        const meant = leaving.filter(({ from, to }) => [from, to].some((end) => land.findSettlements(end.x, end.z, 4)[0]?.name === finger.name))
        expect(Math.min(...meant.map((road) => Math.abs(finger.meters - lengthOf(road))))).toBeLessThan(200)
        const misses = meant.flatMap((road) => [12, 16, 20, 24, 30].map((ahead) => distanceToPolyline(road.points, post.x + finger.alongX * ahead, post.z + finger.alongZ * ahead)))
        expect(Math.min(...misses)).toBeLessThan(5.5)
      }
    }
    expect(fingers).toBeGreaterThan(10)
  })

  it('[WG-12] carry no plants', () => {
    let looked = 0
    for (const road of roads.slice(0, 8)) {
      for (const { x, z } of dryMiddles(road).slice(0, 8)) {
        looked++
        for (const plant of plantsOf(land, { x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS), level: 0 })) expect(Math.hypot(plant.x - x, plant.z - z)).toBeGreaterThan(1.8)
      }
    }
    expect(looked).toBeGreaterThan(30)
  })

  it('[WG-3] leave shared vertices of neighbours and levels equal', () => {
    for (const { x, z } of roads.slice(0, 5).flatMap((road) => dryMiddles(road).slice(0, 2))) {
      for (let level = 0; level < 8; level++) {
        const width = CHUNK_METERS * 2 ** level
        const coordinate = { x: Math.floor(x / width), z: Math.floor(z / width), level }
        const child = freshChunk(land, coordinate).heights
        const parent = freshChunk(land, { x: Math.floor(coordinate.x / 2), z: Math.floor(coordinate.z / 2), level: level + 1 }).heights
        for (let j = 0; j <= 32; j += 2) for (let i = 0; i <= 32; i += 2) expect(child[(j + 1) * 35 + i + 1]).toBe(parent[(j / 2 + (coordinate.z & 1) * 16 + 1) * 35 + i / 2 + (coordinate.x & 1) * 16 + 1])
      }
    }
  })

  it('[WG-32] are named where one stands on them', () => {
    const { x, z } = dryMiddles(roads[0]!)[4]!
    expect(land.roadsNear(x, z, 4).map((road) => land.tellRoad(road).name)).toContain(land.describe(x, z).road)
  })
})
