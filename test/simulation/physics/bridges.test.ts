/** Bridges underfoot: walked from road to road, railed, swum and walked under; the same for all who have feet. */
import { describe, expect, it } from 'vitest'
import { createBody } from '#simulation/physics/create-body.ts'
import { deckAt, groundUnder, underAt, type Bridge } from '#simulation/physics/bridge.ts'
import { isInBridge } from '#simulation/physics/bridges.ts'
import { createGround, type Ground } from '#simulation/physics/ground.ts'
import { moveBody, standAt } from '#simulation/physics/move-body.ts'
import { createFooting } from '#simulation/wildlife/footing.ts'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'
import { createLand } from '#worldgen/create-land.ts'

/** Bridges of a few seeds near a start, with the ground they stand on; no trunks, for the walk alone. Piers end over water. */
function bridgesOf(seed: string): { ground: Ground; bridges: Bridge[] } {
  const land = createLand(seed)
  const ground = createGround(land, () => new Float64Array(0))
  const { x, z } = land.startPlace()
  return { ground, bridges: ground.bridges.near(x, z, 6000).filter(({ crossing }) => crossing.kind !== 'pier') }
}

const seeds = ['percipi', 'quiet-harbour', 'first-light'].map(bridgesOf)
const each = seeds.flatMap(({ ground, bridges }) => bridges.map((bridge) => ({ ground, bridge })))
const place = ({ crossing }: Bridge, along: number, across = 0): { x: number; z: number } => ({ x: crossing.x + crossing.alongX * along - crossing.alongZ * across, z: crossing.z + crossing.alongZ * along + crossing.alongX * across })
const walker = (ground: Ground, at: { x: number; z: number }) => {
  const body = createBody({ ...at, y: 0, yaw: 0 }, { radius: 0.35, height: 1.75 })
  standAt(body, ground, at.x, at.z)
  return body
}

describe('bridges', () => {
  it('[SIM-16] are of both kinds in three countries', () => {
    expect(each.length).toBeGreaterThan(8)
    expect(new Set(each.map(({ bridge }) => bridge.kind)).size).toBe(2)
  })

  it('[SIM-16] meet the road without a step higher than a hand', () => {
    for (const { ground, bridge } of each) {
      const { start, end } = bridge.crossing
      let previous = NaN
      for (let along = start - 5; along <= end + 5; along += 0.1) {
        const { x, z } = place(bridge, along)
        const floor = ground.floorAt(x, z, Number.isNaN(previous) ? Infinity : previous)
        if (!Number.isNaN(previous)) expect(Math.abs(floor - previous)).toBeLessThan(0.25)
        previous = floor
      }
    }
  })

  it('[SIM-16] are walked over from end to end, dry', () => {
    for (const { ground, bridge } of each) {
      const { crossing } = bridge
      const body = walker(ground, place(bridge, crossing.start - 3))
      for (let tick = 0; tick < 20 * (crossing.end - crossing.start + 8); tick++) {
        moveBody(body, ground, { x: crossing.alongX * 3, z: crossing.alongZ * 3, jump: false, dive: false }, 0.05)
        expect(body.swimming).toBe(false)
        const along = (body.x - crossing.x) * crossing.alongX + (body.z - crossing.z) * crossing.alongZ
        if (along > crossing.end + 2) break
        if (along > crossing.start && along < crossing.end) expect(body.y).toBeGreaterThan(deckAt(bridge, along) - 0.3)
      }
      expect((body.x - crossing.x) * crossing.alongX + (body.z - crossing.z) * crossing.alongZ).toBeGreaterThan(crossing.end + 1)
    }
  })

  it('[SIM-17] have rails that hold at any speed', () => {
    for (const { ground, bridge } of each.slice(0, 8)) {
      for (const [side, speed] of [[1, 3], [-1, 6.5], [1, 12]] as const) {
        const body = walker(ground, place(bridge, 0))
        for (let tick = 0; tick < 40; tick++) {
          moveBody(body, ground, { x: -bridge.crossing.alongZ * side * speed, z: bridge.crossing.alongX * side * speed, jump: tick % 7 === 0, dive: false }, 0.05)
        }
        expect(body.y).toBeGreaterThan(deckAt(bridge, 0) - 0.1)
      }
    }
  })

  it('[SIM-18] can be passed under in the middle, and not through their piers', () => {
    let open = 0
    for (const { ground, bridge } of each) {
      const { water } = bridge.crossing
      if (!bridge.blocks.some(({ start, end }) => start < 0.5 && end > -0.5)) {
        open++
        const at = place(bridge, 0, -7)
        const body = walker(ground, at)
        body.y = Math.max(ground.heightAt(at.x, at.z), water - 1.35)
        const across = (): number => (body.z - bridge.crossing.z) * bridge.crossing.alongX - (body.x - bridge.crossing.x) * bridge.crossing.alongZ
        for (let tick = 0; tick < 200; tick++) {
          moveBody(body, ground, { x: -bridge.crossing.alongZ * 3, z: bridge.crossing.alongX * 3, jump: false, dive: false }, 0.05)
          if (Math.abs(across()) < 2) expect(body.y).toBeLessThan(deckAt(bridge, 0) - 0.8)
        }
        expect(across()).toBeGreaterThan(4)
      }
      for (let along = bridge.crossing.start + 1; along < bridge.crossing.end; along += 0.7) {
        if (underAt(bridge, along) > groundUnder(bridge, along)) continue
        const { x, z } = place(bridge, along)
        const body = walker(ground, { x, z })
        body.y = Math.min(body.y, deckAt(bridge, along) - 1.2)
        for (let tick = 0; tick < 6; tick++) moveBody(body, ground, { x: 0, z: 0, jump: false, dive: false }, 0.05)
        const aside = Math.abs((body.z - bridge.crossing.z) * bridge.crossing.alongX - (body.x - bridge.crossing.x) * bridge.crossing.alongZ)
        const now = (body.x - bridge.crossing.x) * bridge.crossing.alongX + (body.z - bridge.crossing.z) * bridge.crossing.alongZ
        expect(aside > bridge.halfOutside || underAt(bridge, now) > -Infinity || body.y > deckAt(bridge, now) - 0.7).toBe(true)
      }
    }
    expect(open).toBeGreaterThan(each.length / 2)
  })

  it('[SIM-18] keep the camera out of deck and stone', () => {
    for (const { bridge } of each) {
      const { x, z } = bridge.crossing
      expect(isInBridge([bridge], { x, y: deckAt(bridge, 0) - 0.2, z }, 0.3)).toBe(true)
      expect(isInBridge([bridge], { x, y: deckAt(bridge, 0) + 1.5, z }, 0.3)).toBe(false)
      expect(isInBridge([bridge], { ...place(bridge, bridge.crossing.start + 0.5), y: deckAt(bridge, bridge.crossing.start) - 2 }, 0.3)).toBe(true)
    }
  })

  it('[SIM-18] carry animals that come over them and let those of the water swim under', () => {
    for (const { ground, bridge } of each.slice(0, 6)) {
      const footing = createFooting(ground)
      const deer = ANIMAL_KINDS.find(({ place: home, aloft }) => home !== 'water' && !aloft)!
      const { x, z } = bridge.crossing
      expect(footing.mayStand(deer, x, z, deckAt(bridge, 0))).toBe(true)
      expect(footing.floorAt(x, z, deckAt(bridge, 0))).toBe(deckAt(bridge, 0))
      expect(footing.mayStand(deer, x, z)).toBe(false)
    }
  })
})
