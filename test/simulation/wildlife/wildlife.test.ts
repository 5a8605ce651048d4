/** Animals: who is where, whom they flee, when they sleep. */
import { describe, expect, it } from 'vitest'
import { graveOf } from '#simulation/happenings/graves.ts'
import { wrapAngle } from '#core/scalar.ts'
import { buildingsNear, isInside } from '#simulation/physics/collide.ts'
import { createGround } from '#simulation/physics/ground.ts'
import type { Animal, Threat } from '#simulation/wildlife/animal.ts'
import { ANIMAL_KINDS } from '#simulation/wildlife/animal-kinds.ts'
import { createFooting } from '#simulation/wildlife/footing.ts'
import { createWildlife, MOST_ANIMALS } from '#simulation/wildlife/wildlife.ts'
import { createFakeLand } from '#test/support/fake-land.ts'

const NO_TRUNKS = new Float64Array(0)
const groundHere = () => createGround({ ...createFakeLand(), biomeAt: () => 'meadow' }, () => NO_TRUNKS)
/** More steps than there are cells to look at after an arrival. */
const ARRIVAL_STEPS = 100
const onWing = (animal: Animal) => animal.doing === 'fly' || animal.doing === 'land'

function lifeAt(viewer: { x: number; z: number }, hour: number, steps: number, threats: readonly Threat[] = []) {
  const ground = groundHere()
  const life = createWildlife(ground)
  for (let i = 0; i < steps; i++) life.step(viewer, threats, hour, 0.05)
  return { ground, life }
}

describe('wildlife', () => {
  it('[LIFE-1] is the same for the same seed and steps', () => {
    const places = () => lifeAt({ x: 0, z: 0 }, 10, 300).life.animals.map(({ row, x, y, z, doing }) => ({ row, x, y, z, doing }))
    expect(places().length).toBeGreaterThan(10)
    expect(places()).toEqual(places())
  })

  it('[LIFE-2] keeps out of walls, and on water or off it', () => {
    for (const viewer of [{ x: 0, z: 0 }, { x: 740, z: 0 }]) {
      const { ground, life } = lifeAt(viewer, 10, 400, [{ ...viewer, alarm: 2 }])
      expect(life.animals.length).toBeGreaterThan(0)
      for (const animal of life.animals) {
        if (onWing(animal)) continue
        const { x, z } = animal
        expect(buildingsNear(ground.land, x, z).some((building) => isInside(building, x, z, 0))).toBe(false)
        expect(ground.waterLevelAt(x, z) > ground.heightAt(x, z) + 0.02).toBe(animal.kind.place === 'water')
        expect(animal.y).toBe(Math.max(ground.heightAt(x, z), ground.waterLevelAt(x, z)))
      }
    }
  })

  it('[LIFE-17] keeps sheep out of the square, and everybody out of the fire', () => {
    const { ground, life } = lifeAt({ x: 0, z: 0 }, 10, ARRIVAL_STEPS)
    const village = ground.land.findSettlements(0, 0, 10)[0]!
    const fire = village.spots.find(({ kind }) => kind === 'fire')!
    const sheep = life.animals.filter(({ kind }) => kind.id === 'sheep')
    expect(sheep.length).toBeGreaterThan(2)
    for (const { herd } of sheep) expect(Math.hypot(herd.x - village.x, herd.z - village.z)).toBeGreaterThan(30)
    const footing = createFooting(ground)
    expect(footing.mayStand(ANIMAL_KINDS[1]!, fire.x + 1, fire.z)).toBe(false)
    expect(footing.mayStand(ANIMAL_KINDS[1]!, fire.x + 5, fire.z)).toBe(true)
  })

  it('[LIFE-3] flees who comes near, and settles after', () => {
    const viewer = { x: 300, z: 0 }
    const { life } = lifeAt(viewer, 10, 20)
    const shy = life.animals.filter((animal) => !animal.kind.aloft)
    expect(shy.length).toBeGreaterThan(0)
    const before = shy.map(({ x, z }) => ({ x, z }))
    const threats = before.map(({ x, z }) => ({ x: x + 0.7, z, alarm: 1 }))
    // those further away think every fourth step
    for (let i = 0; i < 4; i++) life.step(viewer, threats, 10, 0.05)
    for (const animal of shy) expect(['flee', 'fly']).toContain(animal.doing)
    for (let i = 0; i < 20; i++) life.step(viewer, [], 10, 0.05)
    shy.forEach((animal, i) => expect(Math.hypot(animal.x - before[i]!.x, animal.z - before[i]!.z)).toBeGreaterThan(1))
    for (let i = 0; i < 1200; i++) life.step(viewer, [], 10, 0.05)
    for (const animal of shy) expect(['flee', 'fly']).not.toContain(animal.doing)
  })

  it('[LIFE-20] beasts in flight turn round without a jerk, and look back before they graze', () => {
    const viewer = { x: 300, z: 0 }
    const { life } = lifeAt(viewer, 10, 20)
    const deer = life.animals.filter((animal) => !animal.kind.flies)
    expect(deer.length).toBeGreaterThan(0)
    // right before their noses: each has to turn round
    const threats = deer.map(({ x, z, yaw }) => ({ x: x - Math.sin(yaw) * 0.8, z: z - Math.cos(yaw) * 0.8, alarm: 1 }))
    const away = deer.map(({ x, z }, i) => Math.hypot(x - threats[i]!.x, z - threats[i]!.z))
    for (let i = 0; i < 16; i++) {
      const before = deer.map(({ yaw }) => yaw)
      life.step(viewer, i < 4 ? threats : [], 10, 0.05)
      // those further away take one step for four
      deer.forEach(({ yaw }, d) => expect(Math.abs(wrapAngle(yaw - before[d]!))).toBeLessThan(7 * 0.2 + 0.01))
    }
    deer.forEach(({ x, z }, i) => expect(Math.hypot(x - threats[i]!.x, z - threats[i]!.z)).toBeGreaterThan(away[i]!))
    const seen = deer.map(() => '')
    for (let i = 0; i < 120; i++) {
      life.step(viewer, [], 10, 0.05)
      deer.forEach(({ doing }, d) => { if (seen[d] === '' && doing !== 'flee') seen[d] = doing })
    }
    expect(new Set(seen)).toEqual(new Set(['look']))
  })

  it('[LIFE-22] birds that take wing wheel round as they climb, and do not turn at a stroke', () => {
    const viewer = { x: 300, z: 0 }
    const { life } = lifeAt(viewer, 10, 20)
    const birds = life.animals.filter(({ kind }) => kind.flies && !kind.aloft)
    expect(birds.length).toBeGreaterThan(0)
    const threats = birds.map(({ x, z, yaw }) => ({ x: x - Math.sin(yaw) * 0.8, z: z - Math.cos(yaw) * 0.8, alarm: 1 }))
    for (let i = 0; i < 24; i++) {
      const before = birds.map(({ yaw }) => yaw)
      life.step(viewer, i < 4 ? threats : [], 10, 0.05)
      birds.forEach(({ yaw }, b) => expect(Math.abs(wrapAngle(yaw - before[b]!))).toBeLessThan(7 * 0.2 + 0.01))
    }
    birds.forEach(({ x, z, doing }, b) => {
      expect(doing).toBe('fly')
      expect(Math.hypot(x - threats[b]!.x, z - threats[b]!.z)).toBeGreaterThan(3)
    })
  })

  it('[LIFE-4] sleeps at night', () => {
    const { life } = lifeAt({ x: 0, z: 0 }, 23, 400)
    expect(life.animals.length).toBeGreaterThan(0)
    expect(new Set(life.animals.map(({ doing }) => doing))).toEqual(new Set(['sleep']))
    expect(life.animals.some(({ kind }) => kind.aloft)).toBe(false)
  })

  it('[LIFE-4] flocks in the air leave at dusk', () => {
    const viewer = { x: 300, z: 0 }
    const { life } = lifeAt(viewer, 12, ARRIVAL_STEPS)
    const aloft = () => life.animals.filter(({ kind }) => kind.aloft)
    expect(aloft().length).toBeGreaterThan(0)
    expect(aloft().length).toBeLessThanOrEqual(life.animals.length * 0.2)
    for (let i = 0; i < 1200; i++) life.step(viewer, [], 20.1, 0.05)
    expect(aloft()).toEqual([])
  })

  it('[LIFE-2] keeps out of pens', () => {
    const land = createFakeLand()
    const findSettlements: typeof land.findSettlements = (x, z, radius) => land.findSettlements(x, z, radius).map((plan) => ({ ...plan, spots: [{ kind: 'pen', x: -9, z: -9, yaw: 0 }] }))
    const footing = createFooting(createGround({ ...land, findSettlements }, () => NO_TRUNKS))
    const sheep = ANIMAL_KINDS[0]!
    expect(footing.mayStand(sheep, -9, -4)).toBe(false)
    expect(footing.mayStand(sheep, -9, -2)).toBe(true)
  })

  it('[LOOK-5] keeps out of burying grounds, to the last grave', () => {
    const land = createFakeLand()
    const spot = { kind: 'graves' as const, x: -9, z: -9, yaw: 0.6 }
    const [village] = land.findSettlements(0, 0, 10)
    const findSettlements: typeof land.findSettlements = (x, z, radius) => land.findSettlements(x, z, radius).map((plan) => ({ ...plan, spots: [spot] }))
    const footing = createFooting(createGround({ ...land, findSettlements }, () => NO_TRUNKS))
    const deaths = Array.from({ length: 12 }, (_, k) => ({ npcId: `npc:0,0/${k}` as const }))
    for (const death of deaths) {
      const grave = graveOf({ id: village!.id, spots: [spot] }, deaths, death)!
      for (const kind of ANIMAL_KINDS.filter(({ place }) => place !== 'water')) expect(footing.mayStand(kind, grave.x, grave.z)).toBe(false)
    }
    expect(footing.mayStand(ANIMAL_KINDS[0]!, spot.x, spot.z + 7)).toBe(true)
  })

  it('[LIFE-7] comes by one cell a step, nearest first, after an arrival', () => {
    const asked: number[] = []
    const land = createFakeLand()
    const ground = createGround({ ...land, biomeAt: (x, z) => (asked.push(Math.max(Math.abs(x), Math.abs(z))), 'meadow') }, () => NO_TRUNKS)
    const life = createWildlife(ground)
    const firsts: number[] = []
    for (let i = 0; i < ARRIVAL_STEPS; i++) {
      asked.length = 0
      life.step({ x: 20, z: 20 }, [], 10, 0.05)
      expect(asked.length).toBeLessThanOrEqual(4)
      if (asked.length > 0) firsts.push(asked[0]!)
    }
    expect(Math.max(...firsts.slice(0, 5))).toBeLessThan(130)
    expect(Math.max(...firsts)).toBeGreaterThan(130)
  })

  it('[LIFE-5] appears far away only, and never in numbers', () => {
    const life = createWildlife(groundHere())
    const viewer = { x: 0, z: 0 }
    for (let i = 0; i < ARRIVAL_STEPS; i++) life.step(viewer, [], 10, 0.05)
    let known = new Set(life.animals)
    let came = 0
    for (let i = 0; i < 3000; i++) {
      viewer.x -= 0.3
      life.step(viewer, [], 10, 0.05)
      expect(life.animals.length).toBeLessThanOrEqual(MOST_ANIMALS)
      for (const animal of life.animals) {
        if (known.has(animal)) continue
        came++
        expect(Math.hypot(animal.x - viewer.x, animal.z - viewer.z)).toBeGreaterThan(110)
      }
      known = new Set(life.animals)
    }
    expect(came).toBeGreaterThan(0)
  })
})
