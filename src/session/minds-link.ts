/** The session's end of the minds worker: starts it, asks it, starts it again when it dies, and never lets a failure reach the frame. */
import type { AskOptions } from '#core/tasks/client.ts'
import { createClient, type Client } from '#core/tasks/client.ts'
import type { ProgressOf, RequestOf, ResultOf, TaskName } from '#core/tasks/protocol.ts'
import { openThread, type Thread } from '#core/tasks/thread.ts'
import type { Chaos, EndpointSettings, ModelLoading, ModelStatus, Trial } from '#minds/language-model.ts'
import type { KeepingMode, MemoryStatus, MindsProtocol } from '#minds/minds-protocol.ts'

/** What the link tells the session. */
export type MindsListener = {
  modelStatus(status: ModelStatus): void
  memoryStatus(status: MemoryStatus): void
  /** A model file is on its way into memory; null when none is. */
  modelLoading(loading: ModelLoading | null): void
  /** Something was chosen, which ends what was being tried. */
  trialEnded(): void
  /** The worker died and was started again, or could not be. */
  restarted(alive: boolean): void
}

type Endpoints = RequestOf<MindsProtocol, 'endpoint-set'>
type Budget = RequestOf<MindsProtocol, 'budget-set'>

/** See `createMindsLink`. */
export type MindsLink = {
  ask<N extends TaskName<MindsProtocol>>(name: N, request: RequestOf<MindsProtocol, N>, options?: AskOptions<ProgressOf<MindsProtocol, N>>): Promise<ResultOf<MindsProtocol, N>>
  openWorld(seed: string, mode: KeepingMode): Promise<MemoryStatus>
  /** Another tab keeps the world from now on; `write` writes what is left first. */
  letGo(write: boolean): Promise<MemoryStatus>
  /** `kinds` are the groups of thoughts that have an endpoint of their own. */
  setEndpoint(endpoint: EndpointSettings, kinds?: Endpoints['kinds']): Promise<ModelStatus>
  /** Lets something else think in place of what was chosen, until null or another choice; null where that came first. */
  setTrial(trial: Trial | null): Promise<ModelStatus | null>
  /** Trouble on purpose for every model; null ends it. */
  setChaos(chaos: Chaos | null): Promise<ModelStatus>
  setBudget(budget: Budget): Promise<ModelStatus>
  dispose(): void
}

type Waiting = { send(client: Client<MindsProtocol>): void; reject(error: Error): void }

/** How often a worker that dies is started again before the link gives up. */
const MOST_RESTARTS = 5

/**
 * Starts the minds worker, `after` a moment when one is given: what is asked before waits in order. What was set
 * (world, endpoint, budget) is set again in every worker that replaces it.
 */
export function createMindsLink(spawn: () => Thread, listener: MindsListener, after?: Promise<void>): MindsLink {
  let restarts = 0
  let disposed = false
  let opened: RequestOf<MindsProtocol, 'world-open'> | null = null
  let endpoints: Endpoints | null = null
  let trial: Trial | null = null
  /** Counts trials and choices: what was overtaken is not told. */
  let tried = 0
  let chaos: Chaos | null = null
  let budget: Budget | null = null
  let worker: Thread | null = null
  let client: Client<MindsProtocol> | null = null
  const waiting: Waiting[] = []

  function start(): Client<MindsProtocol> {
    const mine = spawn()
    worker = mine
    const opening = createClient<MindsProtocol>(openThread(mine, () => replace(mine)))
    client = opening
    opening.onNews('model-status', (status) => listener.modelStatus(status))
    opening.onNews('memory-status', (status) => listener.memoryStatus(status))
    opening.onNews('model-loading', (loading) => listener.modelLoading(loading))
    for (const { send } of waiting.splice(0)) send(opening)
    return opening
  }

  const ask: MindsLink['ask'] = (name, request, options) =>
    client ? client.ask(name, request, options) : new Promise((resolve, reject) => waiting.push({ send: (to) => to.ask(name, request, options).then(resolve, reject), reject }))

  function replace(dead: Thread): void {
    if (disposed || dead !== worker) return
    client?.close('the minds stopped')
    dead.terminate()
    listener.modelLoading(null)
    if (restarts++ >= MOST_RESTARTS) {
      listener.restarted(false)
      return
    }
    const heir = start()
    if (opened) void heir.ask('world-open', opened).then((status) => listener.memoryStatus(status), () => undefined)
    if (endpoints) heir.ask('endpoint-set', endpoints).catch(() => undefined)
    if (chaos) heir.ask('chaos-set', { chaos }).catch(() => undefined)
    if (trial) heir.ask('trial-set', { trial }).catch(() => undefined)
    if (budget) heir.ask('budget-set', budget).catch(() => undefined)
    listener.restarted(true)
  }

  if (after === undefined) start()
  else void after.then(() => disposed || start())

  return {
    ask,
    openWorld(seed, mode) {
      opened = { seed, mode }
      return ask('world-open', opened)
    },
    letGo(write) {
      if (opened) opened = { ...opened, mode: 'read' }
      return ask('world-let-go', { write })
    },
    setEndpoint(endpoint, kinds = {}) {
      endpoints = { endpoint, kinds }
      trial = null
      tried++
      listener.trialEnded()
      return ask('endpoint-set', endpoints)
    },
    setChaos(next) {
      chaos = next
      return ask('chaos-set', { chaos: next })
    },
    setTrial(next) {
      const before = trial
      trial = next
      const mine = ++tried
      return ask('trial-set', { trial: next }).then(
        (status) => (mine === tried ? status : null),
        (error: unknown) => {
          // what the minds did not take is not set again in a worker that replaces them
          if (mine === tried) trial = before
          throw error
        },
      )
    },
    setBudget(next) {
      budget = next
      return ask('budget-set', next)
    },
    dispose() {
      disposed = true
      for (const { reject } of waiting.splice(0)) reject(new Error('the session ended'))
      client?.close('the session ended')
      worker?.terminate()
    },
  }
}
