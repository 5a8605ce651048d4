/** Where an animal may be: not in walls, trunks or on cliffs, and in water only if it swims. */
import { buildingsNear, isInside } from '../physics/collide.ts'
import type { Ground } from '../physics/ground.ts'
import type { AnimalKind } from './animal-kinds.ts'

const TILE_METERS = 64
/** Room kept from walls and trunks in metres. */
const MARGIN_METERS = 0.45
const STEEP = 0.9
const rise = { riseX: 0, riseZ: 0 }

/** Whether there is water over the ground at a place. */
function isWater(ground: Ground, x: number, z: number): boolean {
  return ground.waterLevelAt(x, z) > ground.heightAt(x, z) + 0.02
}

/** The height in metres on which an animal stands or swims. */
export function floorAt(ground: Ground, x: number, z: number): number {
  return Math.max(ground.heightAt(x, z), ground.waterLevelAt(x, z))
}

/** Whether an animal of a kind may stand or swim at a place. */
export function mayStand(ground: Ground, kind: AnimalKind, x: number, z: number): boolean {
  if (isWater(ground, x, z) !== (kind.place === 'water')) return false
  for (const building of buildingsNear(ground.land, x, z)) if (isInside(building, x, z, MARGIN_METERS)) return false
  if (kind.place === 'water') return true
  if (ground.slopeAt(x, z, rise) > (kind.id === 'goat' ? STEEP * 1.5 : STEEP)) return false
  const trunks = ground.trunksAt(Math.floor(x / TILE_METERS), Math.floor(z / TILE_METERS))
  for (let t = 0; t < trunks.length; t += 3) {
    const dx = x - trunks[t]!
    const dz = z - trunks[t + 1]!
    const reach = trunks[t + 2]! + MARGIN_METERS
    if (dx * dx + dz * dz < reach * reach) return false
  }
  return true
}
