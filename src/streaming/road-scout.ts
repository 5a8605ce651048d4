/** Roads around the eye, laid by the workers before the page asks its own land for them: to lay those of one square takes longer than a frame has. */
import { fieldsOf, type SeededLand } from '#worldgen/fields.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import { askTerrain } from './ask-terrain.ts'
import type { TerrainPool } from './create-terrain-stream.ts'

/** See `createRoadScout`. */
export type RoadScout = {
  /** Asks for what is not known yet around a place; cheap, called every frame. */
  update(x: number, z: number): void
  /** Whether whatever concerns roads within `radius` metres of a place is known, or will not come. */
  isKnown(x: number, z: number, radius: number): boolean
}

/** How far ahead roads are laid: farther than anything on the page looks for them. */
const REACH_METERS = 2700
/** After the land near by, before the land far off. */
const URGENCY = 1.5

/** Scouts the roads of a seed's land. `ended`: nobody waits for them any more. */
export function createRoadScout(options: { pool: TerrainPool; seed: string; land: SeededLand; ended(): boolean }): RoadScout {
  const { pool, seed, land, ended } = options
  const { roads } = fieldsOf(land)
  const side = PARAMETERS.settlementCell.value
  const asked = new Set<string>()
  const refused = new Set<string>()
  const eye = { x: NaN, z: NaN }

  function eachCell(x: number, z: number, radius: number, visit: (cellX: number, cellZ: number) => boolean): boolean {
    for (let cellZ = Math.floor((z - radius) / side); cellZ * side <= z + radius; cellZ++) {
      for (let cellX = Math.floor((x - radius) / side); cellX * side <= x + radius; cellX++) if (!visit(cellX, cellZ)) return false
    }
    return true
  }

  function ask(cellX: number, cellZ: number): void {
    const key = `${cellX},${cellZ}`
    if (roads.has(cellX, cellZ) || asked.has(key) || refused.has(key)) return
    asked.add(key)
    const metersAway = (): number => Math.hypot((cellX + 0.5) * side - eye.x, (cellZ + 0.5) * side - eye.z)
    // what was left behind is not laid any more
    const urgency = (): number | null => (ended() || metersAway() > REACH_METERS + 2 * side ? null : URGENCY + metersAway() / side)
    askTerrain(pool, 'roads-lay', { request: { seed, cellX, cellZ }, urgency })
      .then((laid) => roads.adopt(cellX, cellZ, laid), () => void (metersAway() <= REACH_METERS + side && refused.add(key)))
      .finally(() => asked.delete(key))
  }

  return {
    update(x, z) {
      if (Math.abs(x - eye.x) < 50 && Math.abs(z - eye.z) < 50) return
      eye.x = x
      eye.z = z
      eachCell(x, z, REACH_METERS, (cellX, cellZ) => {
        ask(cellX, cellZ)
        return true
      })
    },
    isKnown: (x, z, radius) => eachCell(x, z, radius, (cellX, cellZ) => roads.has(cellX, cellZ) || refused.has(`${cellX},${cellZ}`)),
  }
}
