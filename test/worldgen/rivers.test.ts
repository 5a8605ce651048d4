/** Rivers have names: one from spring to mouth, the same from every side. */
import { createLand } from '#worldgen/create-land.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import { mouthOf } from '#worldgen/hydrology/rivers.ts'
import { SEGMENT } from '#worldgen/hydrology/segment.ts'
import { describe, expect, it } from 'vitest'

const land = createLand('first-light')
const { waters } = fieldsOf(land)
const start = land.startPlace()
const courses = Array.from({ length: 400 }, (_, n) => waters.cellOf(Math.floor(start.x / 512) + (n % 20) - 10, Math.floor(start.z / 512) + Math.floor(n / 20) - 10).courses).flat()

describe('rivers', () => {
  it('[WG-66] keep one name down to where they meet a stronger one, a lake or the sea', () => {
    let followed = 0
    for (const { from, to, segments } of courses) {
      const name = land.riverNear(segments[0]!, segments[1]!, 30)?.name
      expect(name).toBeTruthy()
      const isSame = waters.nodes.inflowsOf(to)[0] === from && waters.nodes.downstreamOf(to) !== null && to.elevation > 0
      if (!isSame) continue
      followed++
      expect(mouthOf(waters.nodes, to).node).toBe(mouthOf(waters.nodes, from).node)
    }
    expect(followed).toBeGreaterThan(10)
    const names = new Set(courses.map(({ segments }) => land.riverNear(segments[0]!, segments[1]!, 30)!.name))
    expect(names.size).toBeGreaterThan(3)
  })

  it('[WG-67] are white where they fall steeply, and nowhere else', () => {
    const cascades = land.cascadesNear(4080, 810, 900)
    expect(cascades.length).toBeGreaterThan(4)
    expect(createLand('first-light').cascadesNear(4080, 810, 900)).toEqual(cascades)
    for (const { x, z, dx, dz, level, fall } of cascades) {
      expect(fall / Math.hypot(dx, dz)).toBeGreaterThanOrEqual(0.2)
      const water = land.waterAt(x + dx / 2, z + dz / 2)
      if (water !== null) expect(water.kind).toBe('river')
      expect(land.heightAt(x + dx / 2, z + dz / 2)).toBeLessThan(level)
    }
    expect(land.cascadesNear(Infinity, 0, 100)).toEqual([])
  })

  it('[WG-66] are told of where one stands in them, and bridges with road and river', () => {
    const bridge = land.bridgesNear(start.x, start.z, 5000).find(({ deckAt }) => deckAt >= 0)!
    const view = land.describe(bridge.x, bridge.z)
    expect(view.river).toBe(land.riverNear(bridge.x, bridge.z, 10)!.name)
    expect(view.lore.join(' ')).toContain(`The bridge here carries ${view.road} over ${view.river}.`)
    const { segments } = courses.find(({ segments: each }) => land.waterAt(each[0]! + each[SEGMENT.dx]! * 0.5, each[1]! + each[SEGMENT.dz]! * 0.5)?.kind === 'river')!
    const wet = land.describe(segments[0]! + segments[SEGMENT.dx]! * 0.5, segments[1]! + segments[SEGMENT.dz]! * 0.5)
    expect(wet.river).not.toBeNull()
    expect(wet.lore.join(' ')).toContain(wet.river!)
    expect(land.riverNear(1e12, 0, 100)).toBeNull()
  })
})
