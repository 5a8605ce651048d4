/** Tests of which chunks are planned. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINGER_SECONDS, planChunks, rootLevelFor } from '#streaming/chunk-plan.ts'
import { BEHIND, createChunkTree, findAt, IN_SIGHT, visitTree, type ChunkNode, type ChunkTree } from '#streaming/chunk-tree.ts'
import { urgencyOf } from '#streaming/chunk-urgency.ts'
import { aimGaze, createGaze, distanceToBox, isInGaze } from '#streaming/gaze.ts'
import type { Viewpoint } from '#streaming/terrain-stream.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { lookFrom } from './simulated-workers.ts'

const detail = { viewMeters: 4096, splitFactor: 1.3 }

function plan(viewpoint: Viewpoint, tree: ChunkTree = createChunkTree(rootLevelFor(detail.viewMeters)), seconds = 0) {
  const gaze = createGaze()
  aimGaze(gaze, viewpoint)
  planChunks(tree, gaze, { ...detail, seconds, lingerSeconds: LINGER_SECONDS }, () => undefined)
  return { tree, gaze, leaves: leavesOf(tree) }
}

function leavesOf(tree: ChunkTree): ChunkNode[] {
  const leaves: ChunkNode[] = []
  visitTree(tree, (node) => {
    if (!node.children) leaves.push(node)
  })
  return leaves
}

const places = fc.record({
  x: fc.integer({ min: -3_200_000, max: 3_200_000 }).map((sixteenths) => sixteenths / 16 + 0.01),
  z: fc.integer({ min: -3_200_000, max: 3_200_000 }).map((sixteenths) => sixteenths / 16 + 0.01),
  y: fc.double({ min: -20, max: 2000, noNaN: true }),
  yaw: fc.double({ min: -4, max: 4, noNaN: true }),
  pitch: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  velocityX: fc.double({ min: -300, max: 300, noNaN: true }),
  velocityZ: fc.double({ min: -300, max: 300, noNaN: true }),
})

describe('chunk plan', () => {
  it('[ST-1] covers every place in view exactly once', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 6.28, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (at, angle, share) => {
        const { leaves } = plan(lookFrom(at))
        const x = at.x + Math.cos(angle) * share * detail.viewMeters
        const z = at.z + Math.sin(angle) * share * detail.viewMeters
        const over = leaves.filter((leaf) => x >= leaf.lowX && x < leaf.lowX + leaf.size && z >= leaf.lowZ && z < leaf.lowZ + leaf.size)
        expect(over).toHaveLength(1)
      }),
      { numRuns: 150 },
    )
  })

  it('[ST-2] never lets neighbours in the gaze differ by more than one level', () => {
    fc.assert(
      fc.property(places, (at) => {
        const { tree, leaves } = plan(lookFrom(at))
        for (const { coordinate, sight } of leaves) {
          if (sight !== IN_SIGHT) continue
          for (const [dx, dz] of [[-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
            const other = findAt(tree, { level: coordinate.level, x: coordinate.x + dx, z: coordinate.z + dz })
            if (other?.sight === IN_SIGHT) expect(other.coordinate.level - coordinate.level).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[ST-3] is finest underfoot, however high one flies', () => {
    fc.assert(
      fc.property(places, (at) => {
        const { tree } = plan(lookFrom(at))
        const underfoot = findAt(tree, { level: 0, x: Math.floor(at.x / CHUNK_METERS), z: Math.floor(at.z / CHUNK_METERS) })
        expect(underfoot?.coordinate.level).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('[ST-63] is finest along the whole path of the next second and a half, however high and in whatever direction one flies', () => {
    const motion = fc.record({ heading: fc.integer({ min: -180, max: 180 }), speed: fc.integer({ min: 3, max: 300 }), y: fc.integer({ min: 2, max: 900 }) })
    fc.assert(
      fc.property(places, motion, ({ x, z }, { heading, speed, y }) => {
        const velocityX = Math.cos((heading * Math.PI) / 180) * speed
        const velocityZ = Math.sin((heading * Math.PI) / 180) * speed
        const { tree } = plan(lookFrom({ x, z, y }))
        // the land is known, and low
        visitTree(tree, (node) => void (node.lowest = node.highest = 0))
        plan(lookFrom({ x, z, y, velocityX, velocityZ }), tree, 0.1)
        for (let step = 0; step <= 100; step++) {
          const seconds = (step / 100) * 1.5
          expect(findAt(tree, { level: 0, x: Math.floor((x + velocityX * seconds) / CHUNK_METERS), z: Math.floor((z + velocityZ * seconds) / CHUNK_METERS) })?.coordinate.level).toBe(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[ST-4] does not change while one stands, or takes a step back and forth', () => {
    const { tree } = plan(lookFrom({ x: 10, z: 10 }))
    const before = leavesOf(tree)
    for (let i = 1; i <= 40; i++) plan(lookFrom({ x: 10 + (i % 2), z: 10 - (i % 2) }), tree, i * 0.1)
    plan(lookFrom({ x: 10, z: 10 }), tree, 4.1)
    plan(lookFrom({ x: 10, z: 10 }), tree, 8)
    const settled = leavesOf(tree)
    for (let i = 1; i <= 20; i++) plan(lookFrom({ x: 10 + (i % 2), z: 10 - (i % 2) }), tree, 8 + i)
    expect(new Set(leavesOf(tree))).toEqual(new Set(settled))
    expect(before.length).toBeGreaterThan(40)
  })

  it('[ST-5] lets land out of the gaze lose its fine levels after three seconds, but not what is close by', () => {
    const { tree } = plan(lookFrom())
    const isFine = (leaf: ChunkNode): boolean => leaf.coordinate.level <= 1
    const south = lookFrom({ yaw: Math.PI })
    plan(south, tree, 1)
    const gaze = createGaze()
    aimGaze(gaze, south)
    const awayFine = (): number => leavesOf(tree).filter((leaf) => isFine(leaf) && leaf.distance > 260 && !isInGaze(gaze, leaf.parent!)).length
    const closeFine = (): number => leavesOf(tree).filter((leaf) => leaf.coordinate.level === 0 && distanceToBox(0, 0, leaf) < 40).length
    const near = closeFine()
    plan(south, tree, 2.9)
    const kept = leavesOf(tree).filter((leaf) => leaf.lowZ + leaf.size < -100).length
    plan(south, tree, 3.2)
    plan(south, tree, 6.5)
    expect(leavesOf(tree).filter((leaf) => leaf.lowZ + leaf.size < -100).length).toBeLessThan(kept)
    expect(awayFine()).toBe(0)
    expect(closeFine()).toBe(near)
  })

  it('[ST-6] forgets land beyond the view only well beyond where it would come in', () => {
    const { tree } = plan(lookFrom())
    const roots = new Set(tree.roots.values())
    plan(lookFrom({ x: 300 }), tree, 1)
    plan(lookFrom(), tree, 2)
    for (const root of roots) expect(root.alive).toBe(true)
    plan(lookFrom({ x: 40_000 }), tree, 3)
    for (const root of roots) expect(root.alive).toBe(false)
  })
})

describe('urgency', () => {
  it('[ST-7] puts first what is underfoot, then coarse before fine, near before far, in sight before behind', () => {
    const { tree, leaves } = plan(lookFrom({ x: 32, z: 32 }))
    const of = (node: ChunkNode | null): number => urgencyOf(node!)!
    const underfoot = findAt(tree, { level: 0, x: 0, z: 0 })
    for (const leaf of leaves) {
      if (leaf === underfoot || leaf.planDistance === 0) continue
      expect(of(underfoot)).toBeLessThan(of(leaf))
      const isShownWithUnderfoot = leaf.parent?.distance === 0
      if (leaf.parent && !isShownWithUnderfoot) expect(of(leaf.parent)).toBeLessThan(of(leaf))
    }
    const own = leaves.filter(({ parent }) => parent && parent.distance > 0)
    let compared = 0
    for (const ahead of own.filter(({ sight }) => sight === IN_SIGHT)) {
      for (const behind of own.filter(({ sight, size, pathDistance }) => sight === BEHIND && size === ahead.size && pathDistance >= ahead.pathDistance)) {
        expect(of(ahead)).toBeLessThan(of(behind))
        compared++
      }
    }
    expect(compared).toBeGreaterThan(0)
    const { rootLevel } = tree
    expect(of(findAt(tree, { level: rootLevel, x: 0, z: -1 }))).toBeLessThan(of(findAt(tree, { level: rootLevel, x: 0, z: 1 })))
  })

  it('[ST-7] follows the path that the viewer is taking', () => {
    const { tree } = plan(lookFrom({ velocityX: 200, yaw: -Math.PI / 2 }))
    expect(urgencyOf(findAt(tree, { level: 0, x: 4, z: 0 })!)!).toBeLessThan(urgencyOf(findAt(tree, { level: 0, x: 0, z: 2 })!)!)
  })

  it('[ST-7] puts what is underfoot first however high one flies, and then what will be, soonest first', () => {
    const { tree } = plan(lookFrom({ x: 32, z: 32, y: 900, velocityX: 200, yaw: -Math.PI / 2 }))
    const of = (x: number, z: number): number => urgencyOf(findAt(tree, { level: 0, x, z })!)!
    expect(of(0, 0)).toBeLessThan(of(2, 0))
    expect(of(2, 0)).toBeLessThan(of(4, 0))
    expect(of(4, 1)).toBeLessThan(of(0, 2))
  })

  it('[ST-8] is null once a chunk is resident or out of the plan', () => {
    const { tree } = plan(lookFrom())
    const node = findAt(tree, { level: 0, x: 0, z: 0 })!
    plan(lookFrom({ x: 50_000 }), tree, 10)
    expect(urgencyOf(node)).toBeNull()
  })
})
