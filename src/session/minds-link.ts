/** The session's end of the minds worker: starts it, asks it, starts it again when it dies, and never lets a failure reach the frame. */
import type { AskOptions } from '#core/tasks/client.ts'
import { createClient, type Client } from '#core/tasks/client.ts'
import type { ProgressOf, RequestOf, ResultOf, TaskName } from '#core/tasks/protocol.ts'
import { openThread, type Thread } from '#core/tasks/thread.ts'
import type { EndpointSettings, ModelStatus } from '#minds/language-model.ts'
import type { MemoryStatus, MindsProtocol } from '#minds/minds-protocol.ts'

/** What the link tells the session. */
export type MindsListener = {
  modelStatus(status: ModelStatus): void
  memoryStatus(status: MemoryStatus): void
  /** The worker died and was started again, or could not be. */
  restarted(alive: boolean): void
}

type Budget = RequestOf<MindsProtocol, 'budget-set'>

/** See `createMindsLink`. */
export type MindsLink = {
  ask<N extends TaskName<MindsProtocol>>(name: N, request: RequestOf<MindsProtocol, N>, options?: AskOptions<ProgressOf<MindsProtocol, N>>): Promise<ResultOf<MindsProtocol, N>>
  openWorld(seed: string, fresh: boolean): Promise<MemoryStatus>
  setEndpoint(endpoint: EndpointSettings): Promise<ModelStatus>
  setBudget(budget: Budget): Promise<ModelStatus>
  dispose(): void
}

/** How often a worker that dies is started again before the link gives up. */
const MOST_RESTARTS = 5

/** Starts the minds worker; what was set (world, endpoint, budget) is set again in every worker that replaces it. */
export function createMindsLink(spawn: () => Thread, listener: MindsListener): MindsLink {
  let restarts = 0
  let disposed = false
  let opened: RequestOf<MindsProtocol, 'world-open'> | null = null
  let endpoint: EndpointSettings | null = null
  let budget: Budget | null = null
  let worker: Thread
  let client: Client<MindsProtocol>

  function start(): void {
    const mine = spawn()
    worker = mine
    client = createClient<MindsProtocol>(openThread(mine, () => replace(mine)))
    client.onNews('model-status', (status) => listener.modelStatus(status))
    client.onNews('memory-status', (status) => listener.memoryStatus(status))
  }

  function replace(dead: Thread): void {
    if (disposed || dead !== worker) return
    client.close('the minds stopped')
    dead.terminate()
    if (restarts++ >= MOST_RESTARTS) {
      listener.restarted(false)
      return
    }
    start()
    if (opened) void client.ask('world-open', opened).then((status) => listener.memoryStatus(status), () => undefined)
    if (endpoint) client.ask('endpoint-set', { endpoint }).catch(() => undefined)
    if (budget) client.ask('budget-set', budget).catch(() => undefined)
    listener.restarted(true)
  }

  start()

  return {
    ask: (name, request, options) => client.ask(name, request, options),
    openWorld(seed, fresh) {
      opened = { seed, fresh }
      return client.ask('world-open', opened)
    },
    setEndpoint(next) {
      endpoint = next
      return client.ask('endpoint-set', { endpoint: next })
    },
    setBudget(next) {
      budget = next
      return client.ask('budget-set', next)
    },
    dispose() {
      disposed = true
      client.close('the session ended')
      worker.terminate()
    },
  }
}
