/** A survey of all that stands out of doors: nothing hangs in the air, on slopes neither. */
import { describe, expect, it } from 'vitest'
import { createLand } from '#worldgen/create-land.ts'
import { buildSettlement } from '#view/scene/settlements/build-settlement.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'

/** Pieces that come so near to each other hold each other, metres. */
const TOUCH = 0.05
/** How far above the ground something may seem to stand, and an end of something long, metres. */
const AFLOAT = 0.025
const END_AFLOAT = 0.12
/** Only what is lower than this is looked at end by end: crowns of trees hang over. Metres. */
const LOW = 1.3
/** What hangs higher in an orchard grows there, metres. */
const HANGING = 1.2

type Piece = { low: number[]; high: number[]; corners: [x: number, y: number, z: number][] }

/** The pieces of a mesh's part: corners joined by triangles, then pieces whose boxes touch. Metres in the world. */
function piecesOf(plan: SettlementPlan, position: ArrayLike<number>, corners: readonly number[]): Piece[] {
  const parent = new Map<number, number>()
  const rootOf = (at: number): number => {
    let root = at
    while (parent.get(root) !== root) root = parent.get(root)!
    for (let next = at; next !== root; ) {
      const on = parent.get(next)!
      parent.set(next, root)
      next = on
    }
    return root
  }
  for (const corner of corners) parent.set(corner, corner)
  for (let k = 0; k < corners.length; k += 3) for (const other of [corners[k + 1]!, corners[k + 2]!]) parent.set(rootOf(other), rootOf(corners[k]!))
  const pieces = new Map<number, Piece>()
  for (const corner of parent.keys()) {
    const root = rootOf(corner)
    const piece = pieces.get(root) ?? { low: [Infinity, Infinity, Infinity], high: [-Infinity, -Infinity, -Infinity], corners: [] }
    pieces.set(root, piece)
    const at: [number, number, number] = [position[corner * 3]! + plan.x, position[corner * 3 + 1]! + plan.y, position[corner * 3 + 2]! + plan.z]
    piece.corners.push(at)
    at.forEach((value, axis) => {
      piece.low[axis] = Math.min(piece.low[axis]!, value)
      piece.high[axis] = Math.max(piece.high[axis]!, value)
    })
  }
  const loose = [...pieces.values()]
  const group = loose.map((_, n) => n)
  const groupOf = (n: number): number => (group[n] === n ? n : (group[n] = groupOf(group[n]!)))
  const order = loose.map((_, n) => n).sort((a, b) => loose[a]!.low[0]! - loose[b]!.low[0]!)
  order.forEach((a, n) => {
    for (let m = n + 1; m < order.length && loose[order[m]!]!.low[0]! <= loose[a]!.high[0]! + TOUCH; m++) {
      const [one, other] = [loose[a]!, loose[order[m]!]!]
      if ([1, 2].every((axis) => one.low[axis]! <= other.high[axis]! + TOUCH && other.low[axis]! <= one.high[axis]! + TOUCH)) group[groupOf(a)] = groupOf(order[m]!)
    }
  })
  const whole = new Map<number, Piece>()
  loose.forEach((piece, n) => {
    const known = whole.get(groupOf(n))
    if (!known) whole.set(groupOf(n), { low: [...piece.low], high: [...piece.high], corners: [...piece.corners] })
    else {
      known.corners.push(...piece.corners)
      known.low = known.low.map((value, axis) => Math.min(value, piece.low[axis]!))
      known.high = known.high.map((value, axis) => Math.max(value, piece.high[axis]!))
    }
  })
  return [...whole.values()]
}

describe('what stands out of doors', () => {
  it.each(['homes', 'amber-heron', 'blue-otter'])('[ROOF-22] stands on its ground, both ends of what is long, in %s', (seed) => {
    const land = createLand(seed)
    const { heightAt } = createGround(land, () => new Float64Array(0))
    const start = land.startPlace()
    const found = land.findSettlements(start.x, start.z, 12_000)
    let looked = 0
    const faults: string[] = []
    for (const kind of ['hamlet', 'village', 'town'] as const) {
      for (const plan of found.filter((each) => each.kind === kind).slice(0, 2)) {
        const work = buildSettlement(plan, heightAt, true)
        let step = work.next()
        while (!step.done) step = work.next()
        const { solid, parts } = step.value
        const [index, position] = [solid.index!.array, solid.getAttribute('position').array]
        // the pieces of a wall hold each other
        const walled = parts.slice(plan.buildings.length, step.value.twins)
        const runs = [...parts.slice(0, plan.buildings.length), { first: walled[0]?.first ?? 0, count: walled.reduce((sum, { count }) => sum + count, 0) }, ...parts.slice(step.value.twins)]
        runs.forEach(({ first, count }, part) => {
          for (const { low, high, corners } of piecesOf(plan, position, Array.from(index.subarray(first, first + count)))) {
            looked++
            const over = corners.map(([x, y, z]) => y - heightAt(x, z))
            const name = `${plan.name} part ${part} ${plan.buildings[part]?.kind ?? plan.spots[part - plan.buildings.length - 1]?.kind ?? (part === plan.buildings.length ? 'wall' : 'lamp')}`
            const least = Math.min(...over)
            // sprays of leaves and fruit hang in the crowns of trees
            if ((name.endsWith('orchard') || name.endsWith('graves')) && least > HANGING) continue
            if (least > AFLOAT) faults.push(`${name}: ${least.toFixed(2)} m afloat, ${(high[1]! - low[1]!).toFixed(1)} m high`)
            const axis = high[0]! - low[0]! > high[2]! - low[2]! ? 0 : 2
            const long = high[axis]! - low[axis]!
            if (high[1]! - low[1]! > LOW || long < 0.8 || long > 5) continue
            for (const end of [-1, 1]) {
              const edge = end < 0 ? low[axis]! + long * 0.36 : high[axis]! - long * 0.36
              const atEnd = Math.min(...over.filter((_, k) => (end < 0 ? corners[k]![axis]! <= edge : corners[k]![axis]! >= edge)))
              if (atEnd > END_AFLOAT) faults.push(`${name}: an end is ${atEnd.toFixed(2)} m afloat`)
            }
          }
        })
        solid.dispose()
      }
    }
    expect(looked).toBeGreaterThan(500)
    expect(faults).toEqual([])
  })
})

describe('lamps', () => {
  it('[ROOF-23] light the square of every settlement, beside its lanes and never on one, and the ground before lit windows', () => {
    const land = createLand('homes')
    const start = land.startPlace()
    const found = land.findSettlements(start.x, start.z, 12_000)
    for (const kind of ['hamlet', 'village', 'town'] as const) {
      const plan = found.find((each) => each.kind === kind)!
      const work = buildSettlement(plan, land.heightAt, true)
      let step = work.next()
      while (!step.done) step = work.next()
      const { lamps, decals, parts, solid } = step.value
      expect(lamps.filter(([x, , z]) => Math.hypot(x, z) < 11).length).toBeGreaterThanOrEqual(kind === 'hamlet' ? 2 : 4)
      const posts = parts.slice(step.value.twins + plan.spots.length)
      expect(posts.length).toBeGreaterThan(kind === 'hamlet' ? 2 : 6)
      const position = solid.getAttribute('position')
      for (const { first, count } of posts) {
        for (let k = first; k < first + count; k++) {
          const at = solid.index!.getX(k)
          // the foot of the post
          if (position.getY(at) + plan.y > land.heightAt(position.getX(at) + plan.x, position.getZ(at) + plan.z)) continue
          for (const { points, width } of plan.lanes) expect(distanceToPolyline(points, position.getX(at) + plan.x, position.getZ(at) + plan.z)).toBeGreaterThan(width / 2)
        }
      }
      // pools of light lie before the doors of those who live there
      const paint = decals!.getAttribute('paint')
      const place = decals!.getAttribute('position')
      for (const { kind: building, doorX, doorZ } of plan.buildings) {
        if (building !== 'cottage' && building !== 'inn') continue
        let lit = 0
        for (let i = 0; i < place.count; i++) if (paint.getY(i) > 0.75 && Math.hypot(place.getX(i) + plan.x - doorX, place.getZ(i) + plan.z - doorZ) < 2) lit = Math.max(lit, paint.getW(i))
        expect(lit).toBeGreaterThan(0.3)
      }
    }
  })
})

describe('what lies on the ground', () => {
  it.each(['homes', 'amber-heron'])('[ROOF-25] lies on it all over, not only at its corners: lanes, trodden places, pools of light (%s)', (seed) => {
    const land = createLand(seed)
    const { heightAt } = createGround(land, () => new Float64Array(0))
    const start = land.startPlace()
    const found = land.findSettlements(start.x, start.z, 12_000)
    for (const kind of ['hamlet', 'village', 'town'] as const) {
      const plan = found.find((each) => each.kind === kind)!
      const work = buildSettlement(plan, heightAt, true)
      let step = work.next()
      while (!step.done) step = work.next()
      const decals = step.value.decals!
      const [place, paint, index] = [decals.getAttribute('position'), decals.getAttribute('paint'), decals.index!]
      let sunken = 0
      let deepest = 0
      for (let k = 0; k < index.count; k += 3) {
        const [a, b, c] = [index.getX(k), index.getX(k + 1), index.getX(k + 2)]
        // the dark under walls lies where the house hides it
        if (paint.getY(a) > 0.25 && paint.getY(a) < 0.75) continue
        for (const [u, v] of [[1 / 3, 1 / 3], [0.5, 0.5], [0, 0.5], [0.5, 0]] as const) {
          const at = (read: (i: number) => number): number => read(a) * (1 - u - v) + read(b) * u + read(c) * v
          const over = at((i) => place.getY(i)) + plan.y - heightAt(at((i) => place.getX(i)) + plan.x, at((i) => place.getZ(i)) + plan.z)
          if (over < -0.08) sunken++
          deepest = Math.min(deepest, over)
        }
      }
      const measured = `${kind}: ${deepest.toFixed(2)} m at the deepest, ${sunken} places of ${index.count} sunken`
      expect(deepest, measured).toBeGreaterThan(-0.3)
      expect(sunken, measured).toBeLessThan(index.count * 0.004)
      step.value.solid.dispose()
      decals.dispose()
    }
  })
})
