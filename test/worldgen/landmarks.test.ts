/** Landmarks: where they stand, on what ground, and what is told of them. */
import { createLand } from '#worldgen/create-land.ts'
import { LANDMARK_KINDS } from '#worldgen/landmarks/landmark.ts'
import { SPECIES, TRUNK_RADIUS_METERS } from '#worldgen/scatter/species.ts'
import { describe, expect, it } from 'vitest'
import { plantsOf } from './chunk-scan.ts'

const lands = ['percipi', 'a', 'homes'].map((seed) => createLand(seed))
const found = lands.map((land) => ({ land, landmarks: land.findLandmarks(0, 0, 8000) }))

describe('landmarks', () => {
  it('[WG-70] are found by place alone: nearest first, the same in any order, of many kinds', () => {
    for (const { land, landmarks } of found) {
      expect(landmarks.length).toBeGreaterThan(40)
      const away = landmarks.map(({ x, z }) => Math.hypot(x, z))
      expect([...away].sort((a, b) => a - b)).toEqual(away)
      expect(new Set(landmarks.map(({ id }) => id)).size).toBe(landmarks.length)
      const fresh = createLand(land.seed)
      for (const asked of [landmarks.at(-1)!, landmarks[20]!]) expect(fresh.findLandmarks(asked.x + 15, asked.z, 20)).toEqual([asked])
    }
    // Piers need a settlement at a beach, and are rare.
    const oases = createLand('dune').findLandmarks(-20_224, -7232, 300)
    expect(new Set([...found.flatMap(({ landmarks }) => landmarks), ...oases].map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(LANDMARK_KINDS.length - 1)
  })

  it('[WG-71] stand on ground that fits them, away from settlements, within their radius', () => {
    for (const { land, landmarks } of found) {
      for (const { kind, x, z, y, yaw, radius, solids } of landmarks) {
        expect(Math.abs(y - land.heightAt(x, z))).toBeLessThan(0.5)
        const round = Array.from({ length: 8 }, (_, k) => land.heightAt(x + Math.cos(k) * 11, z + Math.sin(k) * 11))
        const relief = Math.max(...round) - Math.min(...round)
        if (kind === 'wreck' || kind === 'pier') expect(y).toBeLessThan(2.5)
        else expect(Math.min(...round)).toBeGreaterThan(0.5)
        if (kind === 'cave') {
          expect(relief).toBeGreaterThan(6)
          // Its mouth looks down the slope.
          expect(land.heightAt(x + Math.sin(yaw) * 11, z + Math.cos(yaw) * 11)).toBeLessThan(land.heightAt(x - Math.sin(yaw) * 11, z - Math.cos(yaw) * 11))
        } else expect(relief).toBeLessThan(8.5)
        for (const near of land.findSettlements(x, z, 400)) expect(Math.hypot(near.x - x, near.z - z)).toBeGreaterThan(near.radius + radius)
        expect(solids.length).toBeGreaterThan(0)
        for (const solid of solids) expect(Math.hypot(solid.x - x, solid.z - z)).toBeLessThanOrEqual(radius)
      }
    }
  })

  it('[WG-72] keep trees out of their walls', () => {
    let looked = 0
    for (const { land, landmarks } of found) {
      for (const { x, z, radius } of landmarks.slice(0, 8)) {
        for (const plant of plantsOf(land, { x: Math.floor(x / 64), z: Math.floor(z / 64), level: 0 })) {
          if (TRUNK_RADIUS_METERS[SPECIES[plant.species]!] === 0) continue
          looked++
          expect(Math.hypot(plant.x - x, plant.z - z)).toBeGreaterThan(radius)
        }
      }
    }
    expect(looked).toBeGreaterThan(20)
  })

  it('[WG-73] have a name and a story, which describe tells where they stand and settlements tell of the nearest', () => {
    for (const { land, landmarks } of found) {
      for (const { name, story, x, z } of landmarks.slice(0, 15)) {
        expect(`${name} ${story}`).not.toMatch(/[*@%#]|undefined/)
        const here = land.describe(x, z)
        expect(here.landmark).toBe(name)
        expect(here.lore.join(' ')).toContain(story)
      }
      for (const plan of land.findSettlements(0, 0, 5000)) {
        const own = land.findLandmarks(plan.x, plan.z, 1500)[0]
        if (own) expect(plan.lore.at(-1)).toContain(own.name)
        expect(plan.lore.join(' ')).not.toMatch(/[*@%#]|undefined/)
        const events = plan.lore.slice(2, own ? -1 : undefined)
        expect(events.length).toBeGreaterThanOrEqual(2)
        expect(events.length).toBeLessThanOrEqual(4)
        for (const event of events) expect(plan.families.some((family) => event.includes(family))).toBe(true)
        const years = plan.lore.slice(0, 2 + events.length).flatMap((line) => [...line.matchAll(/(\d+) years ago/g)].map((match) => Number(match[1])))
        expect([...years].sort((a, b) => b - a)).toEqual(years)
      }
    }
  })
})
