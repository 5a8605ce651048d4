/** Asks a terrain worker one thing and waits for the answer, beside the stream. */
import type { RequestOf, ResultOf, TaskName } from '#core/tasks/protocol.ts'
import type { TerrainPool } from './create-terrain-stream.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'

/** The answer to `request`, as urgent as `urgency` says (null: nobody waits any more); rejects in words when no worker can give it. */
export function askTerrain<N extends TaskName<TerrainProtocol>>(pool: TerrainPool, name: N, ask: { readonly request: RequestOf<TerrainProtocol, N>; urgency(): number | null }): Promise<ResultOf<TerrainProtocol, N>> {
  return new Promise((resolve, reject) => {
    pool.submit({
      name,
      urgency: () => ask.urgency(),
      prepare: () => ({ request: ask.request, transfer: [] }),
      done: resolve,
      failed: (reason) => reject(new Error(reason)),
      dropped: () => reject(new Error(`${name}: nobody waits for it any more`)),
    })
  })
}
