/** Shadows of houses on what stands: the hulls, asked as the shader asks the picture that is drawn of them. */
import { expect, it } from 'vitest'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { styleOf } from '#view/scene/settlements/culture-style.ts'
import { createHouseHulls } from '#view/scene/settlements/house-shade.ts'
import { ridgeRise } from '#view/scene/settlements/roof.ts'

const EAVES = 3
const HOUSE: SettlementPlan['buildings'][number] = { id: 'building:0,0/0', kind: 'cottage', x: 0, z: 0, y: 0, yaw: 0, width: 8, depth: 6, wallHeight: EAVES, doorX: 0, doorZ: 4, variant: 7 }
/** A house by itself whose long side looks along +z. */
function planOf(culture: string): SettlementPlan {
  return { id: 'settlement:0,0', name: '', culture, kind: 'hamlet', shape: 'green', x: 0, z: 0, y: 0, radius: 60, reach: 60, trade: '', families: [], lore: [], buildings: [HOUSE], lanes: [], pier: null, wall: null, spots: [] }
}
/** The sun stands in +z at two thirds of a right angle: a shadow falls so many metres towards -z for each of height. */
const FALL = -0.6

/** Up to which height it is dark over a place on the ground: the highest of all hull that falls there. */
function darkUpTo(plan: SettlementPlan, x: number, z: number): number {
  const hull = createHouseHulls(plan, [])
  const position = hull.getAttribute('position')
  const corners = hull.getIndex()!.array
  let highest = 0
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const at = corners[i + k]!
      const y = position.getY(at)
      return { x: position.getX(at), z: position.getZ(at) + FALL * y, y }
    }) as [Laid, Laid, Laid]
    const area = (b.x - a.x) * (c.z - a.z) - (c.x - a.x) * (b.z - a.z)
    if (Math.abs(area) < 1e-9) continue
    const u = ((b.x - x) * (c.z - z) - (c.x - x) * (b.z - z)) / area
    const v = ((c.x - x) * (a.z - z) - (a.x - x) * (c.z - z)) / area
    if (u < 0 || v < 0 || u + v > 1) continue
    highest = Math.max(highest, a.y * u + b.y * v + c.y * (1 - u - v))
  }
  return highest
}
type Laid = { x: number; z: number; y: number }
/** How far a place at (x, y, z) lies under the dark, metres: what stands there is in shade from some tenths on. */
const depthOf = (plan: SettlementPlan, x: number, y: number, z: number): number => darkUpTo(plan, x, z + FALL * y) - y

it.each(['harrow', 'velmar', 'skeld'])('[LOOK-3] a house of %s shades what is behind it and the top of its lit wall, but neither that wall nor its lit roof', (culture) => {
  const plan = planOf(culture)
  for (const x of [-3, 0, 3]) {
    for (const y of [0.4, 0.8, 1.2]) expect(depthOf(plan, x, y, 3.3)).toBeLessThan(0.2)
    expect(depthOf(plan, x, EAVES - 0.4, 3.02)).toBeGreaterThan(0)
    // somebody behind the house, and the wall they look at
    expect(depthOf(plan, x, 1.5, -3.8)).toBeGreaterThan(0.8)
    expect(depthOf(plan, x, 1.2, -3.3)).toBeGreaterThan(0.8)
    // in the open, before it
    expect(depthOf(plan, x, 0, 6)).toBeLessThanOrEqual(0)
  }
  const hull = createHouseHulls(plan, []).getAttribute('position')
  const ridge = hull.getY(12)
  for (const share of [0.2, 0.5, 0.9]) expect(depthOf(plan, 0, EAVES + (ridge - EAVES) * share, (3 - 0.12) * (1 - share))).toBeLessThan(0.2)
})

it('[LOOK-3] light comes in under the roof of a well, and a lantern on its post throws a shadow while one at a wall throws none', () => {
  const plan = planOf('harrow')
  const well: SettlementPlan = { ...plan, buildings: [{ ...HOUSE, kind: 'well', width: 2.6, depth: 2.6 }] }
  expect(depthOf(well, 0, 0.8, 1.6)).toBeLessThan(0.2)
  const corners = createHouseHulls(plan, []).getAttribute('position').count
  expect(createHouseHulls(plan, [[20, 2.2, 0]]).getAttribute('position').count).toBeGreaterThan(corners)
  expect(createHouseHulls(plan, [[0, 2.2, 3.2]]).getAttribute('position').count).toBe(corners)
})

it.each(['harrow', 'skeld'])('[LOOK-3] the roof of a shrine of %s, which runs up to a point, has none of its lit slope in shade, and shades what is behind it', (culture) => {
  const [width, wallHeight] = [4, 3.2]
  const plan: SettlementPlan = { ...planOf(culture), buildings: [{ ...HOUSE, kind: 'shrine', width, depth: width, wallHeight }] }
  const [edge, eaves] = [width / 2 + 0.45, wallHeight + 0.08]
  const peak = wallHeight + 0.2 + ridgeRise(styleOf(culture), width) * 0.85
  for (const up of [0.1, 0.4, 0.8]) for (const across of [-0.9, 0, 0.9]) {
    const out = edge * (1 - up)
    expect(depthOf(plan, across * out, eaves + (peak - eaves) * up, out)).toBeLessThan(0.2)
  }
  expect(depthOf(plan, 0, 0, FALL * wallHeight)).toBeGreaterThan(0.8)
})
