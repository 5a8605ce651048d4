/** Names of roads, and signposts where roads meet on open land. */
import { createLand } from '#worldgen/create-land.ts'
import { crossroadsNear } from '#worldgen/roads/crossroads.ts'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import { describe, expect, it } from 'vitest'

const land = createLand('blue-otter')
const start = land.startPlace()
const roads = land.roadsNear(start.x, start.z, 6000)

describe('names of roads', () => {
  it('[WAY-33] are the same in a fresh land asked from the other end, and for several reasons', () => {
    expect(roads.length).toBeGreaterThan(8)
    const told = roads.map((road) => land.tellRoad(road))
    const fresh = createLand('blue-otter')
    for (const [n, road] of [...roads.entries()].reverse()) {
      const again = fresh.roadsNear(road.to.x, road.to.z, 200).find(({ id }) => id === road.id)!
      expect(fresh.tellRoad(again)).toEqual(told[n])
    }
    expect(new Set(told.map(({ story }) => story.split(' ')[1])).size).toBeGreaterThan(2)
  })

  it('[WG-82] are each the only one of that name far and wide, and begin with their settlement', () => {
    expect(new Set(roads.map((road) => land.tellRoad(road).name)).size).toBe(roads.length)
    for (const road of roads) {
      const [begin] = land.findSettlements(road.from.x, road.from.z, 4)
      expect(land.tellRoad(road).name.toLowerCase()).toContain(begin!.name.toLowerCase())
      const siblings = roads.filter(({ from }) => from.cellX === road.from.cellX && from.cellZ === road.from.cellZ)
      expect(new Set(siblings.map(({ nth }) => nth)).size).toBe(siblings.length)
    }
  })

  it('[WAY-33] have reasons that are true of the map', () => {
    let checked = 0
    for (const road of roads) {
      const { story } = land.tellRoad(road)
      const ends = [road.from, road.to].map((end) => land.findSettlements(end.x, end.z, 4)[0]!)
      const mill = /to the mill of (.+)\.$/.exec(story)
      if (mill) expect(ends.find(({ name }) => name === mill[1])!.buildings.some(({ kind }) => kind === 'mill')).toBe(true)
      const over = /^It goes (over|through) (.+) by a (bridge|ford)\.$/.exec(story)
      if (over) expect(road.crossings.some(({ kind, x, z }) => kind === over[3] && land.riverNear(x, z, 8)?.name === over[2])).toBe(true)
      const passed = /^It passes (.+)\.$/.exec(story)
      if (passed) expect(land.findLandmarks(start.x, start.z, 9000).some(({ name, x, z, radius }) => name === passed[1] && distanceToPolyline(road.points, x, z) < radius + 60)).toBe(true)
      const goods = /^By it the (.+) of (.+) go(?:es)? to (.+)\.$/.exec(story)
      if (goods) expect(ends.map(({ name }) => name).sort()).toEqual([goods[2], goods[3]].sort())
      if (mill || over || passed || goods) checked++
    }
    expect(checked).toBeGreaterThan(5)
  })

  it('[WAY-33] are told where one stands on the road', () => {
    const road = roads[0]!
    const at = Array.from({ length: road.points.length / 2 }, (_, n) => ({ x: road.points[n * 2]!, z: road.points[n * 2 + 1]! })).find(({ x, z }) => {
      const view = land.describe(x, z)
      return view.settlement === null && view.landmark === null && view.river === null && view.road === land.tellRoad(road).name
    })!
    expect(land.describe(at.x, at.z).lore).toContain(`This is ${land.tellRoad(road).name}. ${land.tellRoad(road).story}`)
  })
})

describe('crossroads', () => {
  it('[WAY-34] away from settlements have a signpost with every way on and its true length', () => {
    const posts = crossroadsNear(land, start.x, start.z, 6000)
    expect(posts.length).toBeGreaterThan(0)
    for (const post of posts) {
      expect(crossroadsNear(createLand('blue-otter'), post.x + 120, post.z - 90, 300)).toContainEqual(post)
      expect(land.waterAt(post.x, post.z)).toBeNull()
      expect(land.findSettlements(post.x, post.z, 500).every(({ x, z, radius }) => Math.hypot(x - post.x, z - post.z) > radius + 40)).toBe(true)
      expect(post.fingers.length).toBeGreaterThan(2)
      for (const { name, road, meters, alongX, alongZ } of post.fingers) {
        const meant = land.roadsNear(post.x, post.z, 30).filter((each) => land.tellRoad(each).name === road)
        expect(Math.min(...meant.map(({ points }) => distanceToPolyline(points, post.x + alongX * 20, post.z + alongZ * 20)))).toBeLessThan(6)
        const there = meant.flatMap(({ from, to }) => [from, to]).find(({ x, z }) => land.findSettlements(x, z, 4)[0]?.name === name)!
        const straight = Math.hypot(there.x - post.x, there.z - post.z)
        expect(meters).toBeGreaterThan(straight - 12)
        expect(meters).toBeLessThan(straight * 2.5)
      }
    }
  })
})
