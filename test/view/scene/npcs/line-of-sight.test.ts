/** What stands between an eye and a head. */
import { describe, expect, it } from 'vitest'
import type { Run } from '#session/session.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { isSeen } from '#view/scene/npcs/line-of-sight.ts'

function runOver(heightAt: (x: number, z: number) => number): Run {
  return { ground: { heightAt } } as unknown as Run
}

function village(kind: BuildingPlan['kind']): SettlementPlan {
  const house: BuildingPlan = { id: 'building:0,0/0', kind, x: 0, z: -10, y: 0, yaw: 0.5, width: 7, depth: 6, wallHeight: 2.6, doorX: 0, doorZ: -6, variant: 1 }
  return { id: 'settlement:0,0', name: '', culture: '', kind: 'hamlet', shape: 'green', x: 0, z: 0, y: 0, radius: 40, reach: 40, trade: '', families: [], lore: [], buildings: [house], lanes: [], pier: null, wall: null, spots: [] }
}

const eye = { x: 0, y: 1.7, z: 0 }
const head = { x: 0, y: 1.8, z: -20 }

describe('line of sight', () => {
  it('[FOLK-9] is broken by a hill and by a house', () => {
    expect(isSeen(runOver(() => 0), [], eye, head)).toBe(true)
    expect(isSeen(runOver((_, z) => (z < -5 && z > -15 ? 4 : 0)), [], eye, head)).toBe(false)
    expect(isSeen(runOver(() => 0), [village('cottage')], eye, head)).toBe(false)
    expect(isSeen(runOver(() => 0), [village('cottage')], eye, { ...head, x: 14 })).toBe(true)
  })

  it('[FOLK-9] passes over wells and stalls, and over roofs from high up', () => {
    expect(isSeen(runOver(() => 0), [village('well')], eye, head)).toBe(true)
    expect(isSeen(runOver(() => 0), [village('stall')], eye, head)).toBe(true)
    expect(isSeen(runOver(() => 0), [village('cottage')], { x: 0, y: 30, z: 0 }, { x: 0, y: 1.8, z: -24 })).toBe(true)
  })
})
