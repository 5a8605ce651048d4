/** The only file that knows where the workers are that the page starts. */
import { lendBrowserModel } from './models/lend-browser-model.ts'

/** Starts a thread that builds chunks of land. */
export function spawnTerrainWorker(): Worker {
  return new Worker(new URL('../../workers/terrain.worker.ts', import.meta.url), { type: 'module', name: 'terrain' })
}

/** Starts the thread where people remember and think. */
export function spawnMindsWorker(): Worker {
  const worker = new Worker(new URL('../../workers/minds.worker.ts', import.meta.url), { type: 'module', name: 'minds' })
  lendBrowserModel(worker)
  return worker
}

/** How many terrain workers this machine bears: one core is left for the page, at most four are used. */
export function countTerrainWorkers(): number {
  return Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1))
}
