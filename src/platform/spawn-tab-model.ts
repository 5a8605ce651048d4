/** Where the thread of a model that runs in this tab is; started by the minds, within their own thread. */

/** Starts it. */
export function spawnTabModel(): Worker {
  return new Worker(new URL('../../workers/tab-model.worker.ts', import.meta.url), { type: 'module', name: 'tab-model' })
}
