/** The workers that build land, as one pool: started, watched, replaced when they die. */
import { createPool } from '#core/tasks/pool.ts'
import type { Port } from '#core/tasks/protocol.ts'
import { openThread, type Thread } from '#core/tasks/thread.ts'
import type { TerrainPool } from './create-terrain-stream.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'

/** A pool and the end of its threads. */
export type ThreadedTerrainPool = TerrainPool & { terminate(): void }

/** A thread that died this often is not replaced any more: something is wrong that starting again does not cure. */
const MOST_RESPAWNS = 5

/** Starts `count` threads with `spawn`; `onDeath` hears of every thread that died and of how many are left. */
export function createTerrainPool(options: { spawn: () => Thread; count: number; onDeath?: (reason: string, alive: number) => void }): ThreadedTerrainPool {
  const threads: Thread[] = []
  let respawns = 0

  function start(index: number): Port {
    const thread = options.spawn()
    threads[index] = thread
    return openThread(thread, (reason) => {
      if (threads[index] !== thread) return
      thread.terminate()
      pool.portFailed(index, reason)
      options.onDeath?.(reason, pool.alive)
    })
  }

  const ports = Array.from({ length: options.count }, (_, index) => start(index))
  const pool = createPool<TerrainProtocol>({ ports, respawn: (index) => (respawns++ < MOST_RESPAWNS ? start(index) : null) })
  return Object.assign(pool, {
    terminate() {
      pool.close('terrain-pool: ended')
      for (const thread of threads.splice(0)) thread.terminate()
    },
  })
}
