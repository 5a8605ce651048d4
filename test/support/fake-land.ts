/** A small made-up land: gentle waves, a sea in the east, one village at the origin and another 1,600 m west. No noise, no cost. */
import type { BiomeId } from '#worldgen/biomes/index.ts'
import type { Land } from '#worldgen/land.ts'
import type { BuildingKind, BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'

const KINDS: readonly BuildingKind[] = ['cottage', 'smithy', 'cottage', 'bakery', 'inn', 'cottage', 'mill', 'farmhouse', 'cottage', 'shrine', 'workshop', 'barn', 'cottage', 'farmhouse', 'cottage', 'cottage']

function fakeVillage(cellX: number, cellZ: number, x: number, z: number): SettlementPlan {
  const y = 12
  const place = (number: number, kind: BuildingKind, at: { x: number; z: number; yaw: number; width: number; depth: number }): BuildingPlan => ({
    id: `building:${cellX},${cellZ}/${number}`, kind, x: at.x, z: at.z, y, yaw: at.yaw, width: at.width, depth: at.depth, wallHeight: 2.6,
    doorX: at.x + Math.sin(at.yaw) * (at.depth / 2 + 0.9), doorZ: at.z + Math.cos(at.yaw) * (at.depth / 2 + 0.9), variant: number * 2654435761 >>> 0,
  })
  const buildings = KINDS.map((kind, i) => {
    const angle = (i / KINDS.length) * Math.PI * 2
    const distance = i % 2 === 0 ? 32 : 50
    const bx = x + Math.cos(angle) * distance
    const bz = z + Math.sin(angle) * distance
    return place(i, kind, { x: bx, z: bz, yaw: Math.atan2(x - bx, z - bz), width: 8 + (i % 3), depth: 6 + (i % 2) })
  })
  buildings.push(place(KINDS.length, 'well', { x: x + 5, z, yaw: 0, width: 1.8, depth: 1.8 }))
  return {
    id: `settlement:${cellX},${cellZ}`, name: cellX === 0 ? 'Alder Ford' : 'Westwick', culture: 'harrow', kind: 'village', shape: 'green', x, z, y, radius: 90, reach: 90, trade: 'grain', families: [],
    lore: ['It was founded where the ford is shallow.'], buildings,
    pier: null,
    wall: null,
    lanes: [{ points: [x - 80, z + 12, x + 80, z + 12], width: 3 }, { points: [x + 12, z - 80, x + 12, z + 80], width: 3 }],
    spots: [
      { kind: 'bench', x: x - 6, z: z - 4, yaw: 0 }, { kind: 'bench', x: x - 6, z: z + 5, yaw: 1 }, { kind: 'fire', x: x - 3, z: z + 8, yaw: 0 },
      { kind: 'field', x: x + 70, z: z + 30, yaw: 0 }, { kind: 'field', x: x - 70, z: z - 20, yaw: 0 }, { kind: 'garden', x: x + 20, z: z + 60, yaw: 0 }, { kind: 'woodpile', x: x - 60, z: z + 30, yaw: 0 }, { kind: 'graves', x: x + 44, z: z - 40, yaw: 0.8 },
    ],
  }
}

/** The made-up land; equal for every seed. */
export function createFakeLand(seed = 'fake'): Land {
  const villages = [fakeVillage(0, 0, 0, 0), fakeVillage(-1, 0, -1600, 0)]
  const flatness = (x: number, z: number): number => Math.min(...villages.map((v) => Math.min(1, Math.max(0, (Math.hypot(x - v.x, z - v.z) - 110) / 120))))
  const heightAt = (x: number, z: number): number => {
    if (x > 600) return 12 - (x - 600) * 0.08
    return 12 + flatness(x, z) * (6 * Math.sin(x / 70) + 5 * Math.cos(z / 90))
  }
  return {
    seed, seedWord: 1234567, heightAt,
    waterLevelAt: (x, z) => (heightAt(x, z) < 0 ? 0 : -Infinity),
    roadsNear: () => [],
    tellRoad: ({ id }) => ({ name: id, story: '' }),
    bridgesNear: () => [],
    riverNear: () => null,
    cascadesNear: () => [],
    rapidsNear: () => [],
    waterAt: (x, z) => (heightAt(x, z) < 0 ? { kind: 'sea', level: 0, depth: -heightAt(x, z), flowX: 0, flowZ: 0 } : null),
    climateAt: () => ({ warmth: 0.5, moisture: 0.5 }),
    biomeAt: () => 'grassland' as BiomeId,
    describe: (x, z) => ({ x, z, height: heightAt(x, z), slope: 0, biome: 'grassland' as BiomeId, warmth: 0.5, moisture: 0.5, waterDepth: 0, water: 'none', region: 'The Test', culture: 'test folk', settlement: null, nearestSettlement: null, landmark: null, road: null, river: null, lore: [] }),
    findSettlements: (x, z, radius) => villages.filter((v) => Math.hypot(v.x - x, v.z - z) <= radius).sort((a, b) => Math.hypot(a.x - x, a.z - z) - Math.hypot(b.x - x, b.z - z)),
    findLandmarks: () => [],
    startPlace: () => ({ x: 0, z: 100, yaw: 0 }),
  }
}
