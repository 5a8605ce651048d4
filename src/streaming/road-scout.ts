/** Roads around the eye, laid by the workers before the page asks its own land for them: to lay those of one square takes longer than a frame has. */
import { fieldsOf, type SeededLand } from '#worldgen/fields.ts'
import { PARAMETERS } from '#worldgen/parameters.ts'
import { askTerrain } from './ask-terrain.ts'
import type { TerrainPool } from './create-terrain-stream.ts'

/** See `createRoadScout`. */
export type RoadScout = {
  /**
   * Asks for what somebody who arrives at a place needs. `seen` resolves when the roads are known that the ground there lies on, `lived` when
   * those are that people there know of (or when no worker can tell).
   */
  arrive(x: number, z: number): { readonly seen: Promise<void>; readonly lived: Promise<void> }
  /** Asks for what is not known yet around a place; cheap, called every frame. */
  update(x: number, z: number): void
  /** Whether whatever concerns roads within `radius` metres of a place is known, or will not come. */
  isKnown(x: number, z: number, radius: number): boolean
}

/** How far ahead roads are laid: farther than anything on the page looks for them. */
const REACH_METERS = 2700
/** After the land near by, before the land far off. */
const URGENCY = 1.5
/** Feet, the eye and bridges ask for roads so near, metres; before all land, for it lies on them. */
const SEEN_METERS = 180
const SEEN_URGENCY = -500
/** Paths through a settlement know of bridges so near to who stands at its edge, metres; after the land that fills the picture. */
const LIVED_METERS = 700
const LIVED_URGENCY = -10

/** Scouts the roads of a seed's land. `ended`: nobody waits for them any more. */
export function createRoadScout(options: { pool: TerrainPool; seed: string; land: SeededLand; ended(): boolean }): RoadScout {
  const { pool, seed, land, ended } = options
  const { roads } = fieldsOf(land)
  const side = PARAMETERS.settlementCell.value
  const asked = new Map<string, Promise<void>>()
  const refused = new Set<string>()
  const eye = { x: NaN, z: NaN }

  /** Settlement cells within `radius` metres of a place, x, z, x, z, … */
  function cellsWithin(x: number, z: number, radius: number): number[] {
    const found: number[] = []
    for (let cellZ = Math.floor((z - radius) / side); cellZ * side <= z + radius; cellZ++) {
      for (let cellX = Math.floor((x - radius) / side); cellX * side <= x + radius; cellX++) found.push(cellX, cellZ)
    }
    return found
  }

  /** Asks for those of the cells that are neither known nor asked for; resolves when all are known or will not come. */
  async function askAll(cells: readonly number[], urgencyAt: (metersAway: number) => number): Promise<void> {
    const awaited: Array<Promise<void>> = []
    for (let i = 0; i < cells.length; i += 2) {
      const cellX = cells[i]!
      const cellZ = cells[i + 1]!
      const key = `${cellX},${cellZ}`
      if (roads.has(cellX, cellZ) || refused.has(key)) continue
      const answer = asked.get(key) ?? ask(cellX, cellZ, urgencyAt)
      asked.set(key, answer)
      awaited.push(answer)
    }
    await Promise.all(awaited)
  }

  async function ask(cellX: number, cellZ: number, urgencyAt: (metersAway: number) => number): Promise<void> {
    const key = `${cellX},${cellZ}`
    const metersAway = (): number => Math.hypot((cellX + 0.5) * side - eye.x, (cellZ + 0.5) * side - eye.z)
    // what was left behind is not laid any more
    const urgency = (): number | null => (ended() || metersAway() > REACH_METERS + 2 * side ? null : urgencyAt(metersAway()))
    try {
      roads.adopt(cellX, cellZ, await askTerrain(pool, 'roads-lay', { request: { seed, cellX, cellZ }, urgency }))
    } catch {
      if (metersAway() <= REACH_METERS + side) refused.add(key)
    }
    asked.delete(key)
  }

  return {
    arrive(x, z) {
      eye.x = x
      eye.z = z
      const arrival = {
        seen: askAll(cellsWithin(x, z, SEEN_METERS), () => SEEN_URGENCY),
        lived: askAll(cellsWithin(x, z, LIVED_METERS), () => LIVED_URGENCY),
      }
      void askAll(cellsWithin(x, z, REACH_METERS), urgencyOnTheWay)
      return arrival
    },
    update(x, z) {
      if (Math.abs(x - eye.x) < 50 && Math.abs(z - eye.z) < 50) return
      eye.x = x
      eye.z = z
      void askAll(cellsWithin(x, z, REACH_METERS), urgencyOnTheWay)
    },
    isKnown(x, z, radius) {
      const cells = cellsWithin(x, z, radius)
      for (let i = 0; i < cells.length; i += 2) if (!roads.has(cells[i]!, cells[i + 1]!) && !refused.has(`${cells[i]},${cells[i + 1]}`)) return false
      return true
    },
  }

  function urgencyOnTheWay(metersAway: number): number {
    return URGENCY + metersAway / side
  }
}
