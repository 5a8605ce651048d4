/** Watermills as they are drawn. */
import { describe, expect, it } from 'vitest'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { buildSettlement } from '#view/scene/settlements/build-settlement.ts'
import { createPaddles } from '#view/scene/settlements/watermill.ts'

const LEVEL = 18.6
const plan: SettlementPlan = {
  id: 'settlement:0,0', name: '', culture: 'harrow', kind: 'hamlet', shape: 'green', x: 0, z: 0, y: 20, radius: 60, reach: 160, trade: '', families: [], lore: [], lanes: [], spots: [], pier: null, wall: null,
  buildings: [{ id: 'building:0,0/0', kind: 'mill', x: 140, z: 0, y: 20, yaw: 0.6, width: 7.2, depth: 6, wallHeight: 4.2, doorX: 143, doorZ: 3, variant: 7, wheel: { level: LEVEL, turn: -1 } }],
}

describe('watermills', () => {
  it.each([true, false])('[WATER-18] have their wheel behind them in the water (in full: %s)', (detail) => {
    const building = buildSettlement(plan, () => 19.9, detail)
    let step = building.next()
    while (!step.done) step = building.next()
    const [rotor] = step.value.rotors
    expect(rotor).toMatchObject({ kind: 'paddles', turn: -1 })
    const [x, y, z] = rotor!.hub
    const out = (x - 140) * Math.sin(0.6) + z * Math.cos(0.6)
    expect(out).toBeLessThan(-3 - 1)
    expect(Math.abs((x - 140) * Math.cos(0.6) - z * Math.sin(0.6))).toBeLessThan(1e-3)
    expect(plan.y + y).toBeGreaterThan(LEVEL + 1)
    expect(plan.y + y - rotor!.radius).toBeLessThan(LEVEL)
    expect(Math.cos(rotor!.yaw - 0.6)).toBeCloseTo(-1, 6)
    step.value.solid.dispose()
  })

  it('[WATER-18] turn wheels that are round and sound', () => {
    const position = createPaddles().getAttribute('position')
    let widest = 0
    for (let i = 0; i < position.count; i++) widest = Math.max(widest, Math.hypot(position.getX(i), position.getY(i)))
    expect(widest).toBeGreaterThan(0.95)
    expect(widest).toBeLessThan(1.1)
  })
})
