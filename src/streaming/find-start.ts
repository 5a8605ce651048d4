/** Asks a terrain worker where a new player first stands: judging a country takes a while, and the page has its own beginning to do. */
import type { StartPlace } from '#worldgen/land.ts'
import type { TerrainPool } from './create-terrain-stream.ts'

/** The starting place of a seed's land, as `land.startPlace`; rejects when no worker can tell. */
export function findStart(pool: TerrainPool, seed: string): Promise<StartPlace> {
  return new Promise((resolve, reject) => {
    pool.submit({
      name: 'start-find',
      // before any chunk
      urgency: () => -1000,
      prepare: () => ({ request: { seed }, transfer: [] }),
      done: resolve,
      failed: (reason) => reject(new Error(reason)),
      dropped: () => reject(new Error('start: nobody waits for it any more')),
    })
  })
}
