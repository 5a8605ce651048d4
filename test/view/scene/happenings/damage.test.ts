/** What storms leave at houses, in every culture and state. */
import { expect, it } from 'vitest'
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import { buildDamage, type DamageState } from '#view/scene/happenings/draw-damage.ts'

const HOUSE: BuildingPlan = { id: 'building:0,0/1', kind: 'cottage', x: 10, z: 20, y: 3, yaw: 0.4, width: 8, depth: 6, wallHeight: 2.6, doorX: 11.5, doorZ: 23.6, variant: 12_345 }
const KINDS = ['roof', 'tree', 'shed', 'fence', 'cart'] as const
const STATES: readonly DamageState[] = ['broken', 'at-work', 'mended']

it('[SIM-202] what storms broke and what was mended is a sound picture in every culture: finite, at its house, small; of a mended roof a patch is seen, of a flat one nothing', () => {
  for (const culture of ['harrow', 'oshen', 'tirin']) for (const kind of KINDS) for (const state of STATES) {
    const geometry = buildDamage({ kind, state, building: HOUSE, culture, at: { x: 3.3, z: 4.4 }, below: (x, z) => 0.02 * x - 0.01 * z })
    const { array, count } = geometry.getAttribute('position')
    const name = `${culture} ${kind} ${state}`
    if (kind === 'roof' && state === 'mended' && culture === 'oshen') {
      expect(count, name).toBe(0)
      continue
    }
    expect(count, name).toBeGreaterThan(20)
    expect(count, name).toBeLessThan(2600)
    for (let v = 0; v < count * 3; v += 3) {
      const [x, y, z] = [array[v]!, array[v + 1]!, array[v + 2]!]
      expect(Number.isFinite(x + y + z), name).toBe(true)
      expect(Math.hypot(x - 3.3, z - 4.4), name).toBeLessThan(12)
      expect(y, name).toBeGreaterThan(-1)
      expect(y, name).toBeLessThan(9)
    }
  }
})
