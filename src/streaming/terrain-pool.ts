/** The workers that build land, as one pool: started, watched, replaced when they die. */
import { createPool } from '#core/tasks/pool.ts'
import type { Port } from '#core/tasks/protocol.ts'
import type { TerrainPool } from './create-terrain-stream.ts'
import type { TerrainProtocol } from './terrain-protocol.ts'

/** What a pool needs of a thread; a browser's Worker has it. */
export type TerrainThread = {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: { readonly type: string; readonly data?: unknown; readonly message?: string }) => void): void
  terminate(): void
}

/** A pool and the end of its threads. */
export type ThreadedTerrainPool = TerrainPool & { terminate(): void }

/** A thread that died this often is not replaced any more: something is wrong that starting again does not cure. */
const MOST_RESPAWNS = 5

/** Starts `count` threads with `spawn`; `onDeath` hears of every thread that died and of how many are left. */
export function createTerrainPool(options: { spawn: () => TerrainThread; count: number; onDeath?: (reason: string, alive: number) => void }): ThreadedTerrainPool {
  const threads: TerrainThread[] = []
  let respawns = 0

  function start(index: number): Port {
    const thread = options.spawn()
    threads[index] = thread
    const port: Port = { postMessage: (message, transfer) => thread.postMessage(message, transfer), onmessage: null }
    thread.addEventListener('message', (event) => port.onmessage?.({ data: event.data }))
    const die = (event: { readonly type: string; readonly message?: string }): void => {
      if (threads[index] !== thread) return
      const reason = event.message ?? `terrain-pool: a worker died (${event.type})`
      thread.terminate()
      pool.portFailed(index, reason)
      options.onDeath?.(reason, pool.alive)
    }
    thread.addEventListener('error', die)
    thread.addEventListener('messageerror', die)
    return port
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
