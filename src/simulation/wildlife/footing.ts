/** Where an animal may be: not in walls, trunks, pens, among graves or on cliffs, and in water only if it swims; remembers what costs to ask. */
import { createLru } from '#core/lru.ts'
import type { Solid } from '#worldgen/landmarks/landmark.ts'
import { deckUnder, isInBridge } from '../physics/bridges.ts'
import { buildingsNear, isInside } from '../physics/collide.ts'
import { GROUND_SPACING_METERS, type Ground } from '../physics/ground.ts'
import type { AnimalKind } from './animal-kinds.ts'

const TILE_METERS = 64
/** Lattice points along one side of a tile. */
const POINTS = TILE_METERS / GROUND_SPACING_METERS
const MOST_TILES = 64
/** Room kept from walls and trunks in metres. */
const MARGIN_METERS = 0.45
const STEEP = 0.9
/** Radius of the fence of a pen, of a fire with the logs around it, of the graves, and the widest settlement around its centre. Metres. */
const PEN_METERS = 6
const FIRE_METERS = 2.4
const GRAVES_METERS = 5.2
const SETTLEMENT_METERS = 260
/** Water shallower than this does not count. Metres. */
const SHALLOW_METERS = 0.02
const rise = { riseX: 0, riseZ: 0 }

/** The ground as animals feel it. */
export type Footing = {
  readonly ground: Ground
  /** Whether there is water over the ground at a place. */
  isWater(x: number, z: number): boolean
  /** The height in metres on which an animal stands or swims that is at height `y` now; without it one on the ground. */
  floorAt(x: number, z: number, y?: number): number
  /** Whether an animal of a kind that is at height `y` now may stand or swim at a place. */
  mayStand(kind: AnimalKind, x: number, z: number, y?: number): boolean
}

/** What stands in a tile: walls, and circles as x, z, radius, … in metres. */
type Blocks = { readonly walls: readonly Solid[]; readonly circles: readonly number[] }

/** The footing of a ground. Water is asked of the land at lattice points, and exactly only on shores. */
export function createFooting(ground: Ground): Footing {
  const { land } = ground
  /** Water levels of lattice points; NaN: not asked yet, -Infinity: dry. */
  const levelTiles = createLru<number, Float64Array>(MOST_TILES * 2)
  const blockTiles = createLru<number, Blocks>(MOST_TILES)
  const keyOf = (tileX: number, tileZ: number): number => (tileX + 0x2000000) * 0x4000000 + (tileZ + 0x2000000)

  function pointLevel(i: number, j: number): number {
    const tileX = Math.floor(i / POINTS)
    const tileZ = Math.floor(j / POINTS)
    const key = keyOf(tileX, tileZ)
    let levels = levelTiles.get(key)
    if (!levels) {
      levels = new Float64Array(POINTS * POINTS).fill(NaN)
      levelTiles.set(key, levels, 1)
    }
    const at = (j - tileZ * POINTS) * POINTS + i - tileX * POINTS
    let level = levels[at]!
    if (Number.isNaN(level)) {
      const x = i * GROUND_SPACING_METERS
      const z = j * GROUND_SPACING_METERS
      level = ground.waterLevelAt(x, z)
      if (level <= ground.heightAt(x, z)) level = -Infinity
      levels[at] = level
    }
    return level
  }

  function levelAt(x: number, z: number): number {
    const i = Math.floor(x / GROUND_SPACING_METERS)
    const j = Math.floor(z / GROUND_SPACING_METERS)
    const first = pointLevel(i, j)
    const wet = first > -Infinity
    const even = pointLevel(i + 1, j) > -Infinity === wet && pointLevel(i, j + 1) > -Infinity === wet && pointLevel(i + 1, j + 1) > -Infinity === wet
    return even ? first : ground.waterLevelAt(x, z)
  }

  function blocksAt(x: number, z: number): Blocks {
    const tileX = Math.floor(x / TILE_METERS)
    const tileZ = Math.floor(z / TILE_METERS)
    const key = keyOf(tileX, tileZ)
    let blocks = blockTiles.get(key)
    if (!blocks) {
      const middleX = (tileX + 0.5) * TILE_METERS
      const middleZ = (tileZ + 0.5) * TILE_METERS
      const circles = Array.from(ground.trunksAt(tileX, tileZ))
      for (const { spots } of land.findSettlements(middleX, middleZ, SETTLEMENT_METERS)) {
        for (const spot of spots) {
          const near = Math.max(Math.abs(spot.x - middleX), Math.abs(spot.z - middleZ)) < TILE_METERS / 2 + PEN_METERS + 1
          if (spot.kind === 'pen' && near) circles.push(spot.x, spot.z, PEN_METERS)
          // hens do not scratch where the dead lie
          if (spot.kind === 'graves' && near) circles.push(spot.x, spot.z, GRAVES_METERS)
          if (spot.kind === 'fire' && near) circles.push(spot.x, spot.z, FIRE_METERS)
        }
      }
      blocks = { walls: buildingsNear(land, x, z), circles }
      blockTiles.set(key, blocks, 1)
    }
    return blocks
  }

  const isWater = (x: number, z: number): boolean => levelAt(x, z) > ground.heightAt(x, z) + SHALLOW_METERS

  return {
    ground,
    isWater,
    floorAt: (x, z, y = -Infinity) => Math.max(ground.floorAt(x, z, y), levelAt(x, z)),
    mayStand(kind, x, z, y = -Infinity) {
      const swims = kind.place === 'water'
      const bridges = ground.bridges.at(x, z)
      if (bridges.length > 0 && !swims && deckUnder(bridges, x, z, y) > ground.heightAt(x, z)) return true
      if (bridges.length > 0 && isInBridge(bridges, { x, y: levelAt(x, z) > -Infinity ? levelAt(x, z) : ground.heightAt(x, z) + 0.5, z }, MARGIN_METERS)) return false
      if (isWater(x, z) !== swims) return false
      if (!swims && ground.slopeAt(x, z, rise) > (kind.id === 'goat' ? STEEP * 1.5 : STEEP)) return false
      const { walls, circles } = blocksAt(x, z)
      for (const wall of walls) if (isInside(wall, x, z, MARGIN_METERS)) return false
      for (let t = 0; t < circles.length; t += 3) {
        const dx = x - circles[t]!
        const dz = z - circles[t + 1]!
        const reach = circles[t + 2]! + MARGIN_METERS
        if (dx * dx + dz * dz < reach * reach) return false
      }
      return true
    },
  }
}
