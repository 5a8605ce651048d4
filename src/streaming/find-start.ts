/** Asks a terrain worker where a new player first stands: judging a country takes a while, and the page has its own beginning to do. */
import type { StartPlace } from '#worldgen/land.ts'
import { askTerrain } from './ask-terrain.ts'
import type { TerrainPool } from './create-terrain-stream.ts'

/** Before any chunk. */
const URGENCY = -1000

/** The starting place of a seed's land, as `land.startPlace`; rejects when no worker can tell. */
export function findStart(pool: TerrainPool, seed: string): Promise<StartPlace> {
  return askTerrain(pool, 'start-find', { request: { seed }, urgency: () => URGENCY })
}
