/** The field of grass: where its tufts stand and what it costs. */
import { Frustum, Matrix4, PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { lookBudget } from '#view/materials/look-budget.ts'
import { createGrassField, GRASS_CELLS, INNER_SIDE } from '#view/scene/grass/grass-geometry.ts'
import { findSeenGrass, type GrassPatch, wedgeOf } from '#view/scene/grass/seen-grass.ts'

const SIDE = 66

describe('grass', () => {
  it('[LIFE-24] stands in bunches that are spread evenly, within its budget', () => {
    for (const quality of ['low', 'medium', 'high', 'ultra'] as const) {
      const { tufts, blades } = lookBudget(quality)
      const { geometry } = createGrassField({ tufts, blades, side: SIDE })
      const seat = geometry.getAttribute('seat')
      expect(seat.count).toBe(tufts)
      expect((geometry.index!.count / 3) * tufts).toBeLessThan(600_000)
      const wrapped = (gap: number): number => Math.abs(gap - Math.round(gap))
      let alone = 0
      const quarters = [0, 0, 0, 0]
      for (let i = 0; i < tufts; i++) {
        const side = SIDE * seat.getZ(i)
        quarters[(seat.getX(i) < 0.5 ? 0 : 1) + (seat.getY(i) < 0.5 ? 0 : 2)]!++
        const first = i - (i % 3)
        if (Math.hypot(wrapped(seat.getX(i) - seat.getX(first)), wrapped(seat.getY(i) - seat.getY(first))) * side > 1.3) alone++
      }
      expect(alone).toBe(0)
      for (const count of quarters) expect(Math.abs(count / tufts - 0.25)).toBeLessThan(0.02)
      geometry.dispose()
    }
  })

  it('[LIFE-25] is drawn only where it can be seen, and wherever it can be seen', () => {
    const reach = SIDE / 1.44
    const { geometry, show } = createGrassField({ tufts: 2400, blades: 6, side: SIDE })
    const all = Float32Array.from(geometry.getAttribute('seat').array)
    const camera = new PerspectiveCamera(60, 16 / 9, 0.1, 4000)
    const isSeen = new Uint8Array(2 * GRASS_CELLS ** 2)
    let seen = 0
    for (let view = 0; view < 60; view++) {
      const yaw = view * 2.4
      camera.position.set(-300 + view * 13.7, 20, 90 - view * 31.1)
      camera.rotation.set(-0.6 + (view % 7) * 0.15, yaw, 0, 'YXZ')
      camera.updateMatrixWorld()
      const frustum = new Frustum().setFromProjectionMatrix(new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse))
      const wedge = wedgeOf(camera.position.x, camera.position.z, yaw, new Matrix4().multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse))
      const patches = [1, INNER_SIDE].map((share): GrassPatch => {
        const side = SIDE * share
        return { eyeX: camera.position.x, eyeZ: camera.position.z, aheadX: -Math.sin(yaw) * 0.28 * side, aheadZ: -Math.cos(yaw) * 0.28 * side, side, wrapX: (1024 * 3) % side, wrapZ: (1024 * 5) % side, reach: reach * share }
      })
      patches.forEach((patch, n) => findSeenGrass(patch, wedge, isSeen, n * GRASS_CELLS ** 2))
      show(isSeen)
      const seat = geometry.getAttribute('seat')
      const kept = new Set(Array.from({ length: geometry.instanceCount }, (_, i) => `${seat.getX(i)} ${seat.getY(i)} ${seat.getZ(i)}`))
      // whoever looks straight ahead has a third of it beside the picture; whoever looks down has it all about the feet
      if (view % 7 === 4) expect(geometry.instanceCount / 2400).toBeLessThan(0.7)
      for (let i = 0; i < 2400; i++) {
        const patch = patches[all[i * 4 + 2]! < 0.99 ? 1 : 0]!
        // where the shader stands it
        const wrap = (at: number, middle: number, offset: number): number => middle + (((((at * patch.side - middle - offset) / patch.side) % 1) + 1) % 1 - 0.5) * patch.side
        const x = wrap(all[i * 4]!, patch.eyeX + patch.aheadX, patch.wrapX)
        const z = wrap(all[i * 4 + 1]!, patch.eyeZ + patch.aheadZ, patch.wrapZ)
        const isThere = Math.hypot(x - patch.eyeX, z - patch.eyeZ) < patch.reach && frustum.containsPoint(new Vector3(x, 18.4 - (i % 5) * 3, z))
        if (!isThere) continue
        seen++
        expect(kept.has(`${all[i * 4]} ${all[i * 4 + 1]} ${all[i * 4 + 2]}`)).toBe(true)
      }
    }
    expect(seen).toBeGreaterThan(0)
  })

  it('[ST-73] which of it is seen is found in every frame without garbage', () => {
    const isSeen = new Uint8Array(GRASS_CELLS ** 2)
    const patch: GrassPatch = { eyeX: 3.3, eyeZ: -7.1, aheadX: 9.2, aheadZ: -11.4, side: SIDE, wrapX: 12.25, wrapZ: 40.5, reach: SIDE / 1.44 }
    const wedge = [0.8, -0.6, -0.5, 0.87] as const
    const bytesOfFrame = (): number => {
      const before = process.memoryUsage().heapUsed
      for (let frame = 0; frame < 200; frame++) {
        patch.eyeX += 0.7
        findSeenGrass(patch, wedge, isSeen, 0)
      }
      return (process.memoryUsage().heapUsed - before) / 200
    }
    // a collection in between would hide what was left to it: the middle of many rounds has none
    const rounds = Array.from({ length: 15 }, bytesOfFrame).toSorted((a, b) => a - b)
    expect(isSeen.includes(1)).toBe(true)
    expect(rounds[7]).toBeLessThan(2_000)
  })
})
