/** Pictures of bridges and fords: sound, on their ground, and the deck drawn is the deck walked on. */
import { createBridge, deckAt, type BridgeKind } from '#simulation/physics/bridge.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { buildBridge, buildFord, type WayThing } from '#view/scene/ways/build-way-thing.ts'
import { toMergedGeometry } from '#view/scene/settlements/mesh-builder.ts'
import { createLand } from '#worldgen/create-land.ts'
import { describe, expect, it } from 'vitest'

const land = createLand('silver-wolf')
const ground = createGround(land, () => new Float64Array(0))
const start = land.startPlace()
const crossings = land.bridgesNear(start.x, start.z, 6000)

/** Checks positions and normals; returns how many triangles there are. */
function isSound({ mesh }: WayThing, reach: number): number {
  for (let i = 0; i < mesh.vertexCount; i++) {
    const [x, y, z] = mesh.positions.subarray(i * 3, i * 3 + 3)
    expect(Math.hypot(x!, z!)).toBeLessThan(reach)
    expect(Number.isFinite(y)).toBe(true)
    const [nx, ny, nz] = mesh.normals.subarray(i * 4, i * 4 + 3)
    expect(Math.abs(Math.hypot(nx!, ny!, nz!) / 127 - 1)).toBeLessThan(0.03)
  }
  return mesh.indexCount / 3
}

/** The highest surface of a mesh that faces up within a step of a place, seen from above. */
function surfaceAt({ mesh, x, y, z }: WayThing, px: number, pz: number, below: number): number {
  let best = -Infinity
  for (let t = 0; t < mesh.indexCount; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => mesh.indices[t + k]! * 3) as [number, number, number]
    const at = mesh.positions
    const [ax, az, bx, bz, cx, cz] = [at[a]! + x, at[a + 2]! + z, at[b]! + x, at[b + 2]! + z, at[c]! + x, at[c + 2]! + z]
    const area = (bx - ax) * (cz - az) - (cx - ax) * (bz - az)
    if (Math.abs(area) < 1e-6) continue
    const u = ((px - ax) * (cz - az) - (cx - ax) * (pz - az)) / area
    const v = ((bx - ax) * (pz - az) - (px - ax) * (bz - az)) / area
    if (u < 0 || v < 0 || u + v > 1) continue
    const height = y + at[a + 1]! + u * (at[b + 1]! - at[a + 1]!) + v * (at[c + 1]! - at[a + 1]!)
    if (height < below && height > best) best = height
  }
  return best
}

describe('bridges and fords', () => {
  it('[ROOF-9] are sound, few in triangles, and drawn where feet are carried', () => {
    const bridges = crossings.filter(({ kind }) => kind === 'bridge')
    expect(bridges.length).toBeGreaterThan(4)
    for (const crossing of bridges.slice(0, 6)) {
      for (const kind of ['stone', 'timber'] as BridgeKind[]) {
        const bridge = createBridge(crossing, { kind, culture: 'harrow' }, ground.heightAt)
        const thing = buildBridge(bridge, ground.heightAt)
        expect(isSound(thing, crossing.span + 12)).toBeLessThan(20_000)
        for (let along = crossing.start + 1; along < crossing.end - 1; along += 3.1) {
          const deck = deckAt(bridge, along)
          // Beside a gap between planks there is a plank.
          const drawn = Math.max(...[0, 0.09].map((aside) => surfaceAt(thing, crossing.x + crossing.alongX * (along + aside) - crossing.alongZ * 0.4, crossing.z + crossing.alongZ * (along + aside) + crossing.alongX * 0.4, deck + 0.5)))
          expect(Math.abs(drawn - deck)).toBeLessThan(0.07)
        }
        // Something stands in the bed or on the bank, and nothing hangs in the air over it.
        const lowest = thing.mesh.positions.subarray(0, thing.mesh.vertexCount * 3).reduce((low, value, i) => (i % 3 === 1 ? Math.min(low, value) : low), Infinity)
        expect(thing.y + lowest).toBeLessThan(crossing.level - 1)
      }
    }
  })

  it('[ROOF-9] lie together in one geometry, each at its own place', () => {
    const fords = land.bridgesNear(start.x, start.z, 8000).filter(({ kind }) => kind === 'ford').slice(0, 2)
    expect(fords.length).toBe(2)
    const things = fords.map((ford) => buildFord(ford, ground.heightAt))
    for (const thing of things) expect(isSound(thing, 14)).toBeLessThan(5000)
    const anchor = { x: fords[0]!.x - 3, y: 1, z: fords[0]!.z }
    const merged = toMergedGeometry(things, anchor)
    const [first, second] = things as [WayThing, WayThing]
    expect(merged.getAttribute('position').count).toBe(first.mesh.vertexCount + second.mesh.vertexCount)
    expect(merged.getAttribute('position').getX(first.mesh.vertexCount)).toBeCloseTo(second.mesh.positions[0]! + second.x - anchor.x, 2)
    expect(merged.getIndex()!.getX(first.mesh.indexCount)).toBe(second.mesh.indices[0]! + first.mesh.vertexCount)
  })
})
