/** Models as a worker has them: those behind an address, and the browser's own over a bridge that the page lends. */
import { createBrowserModel, takeBridge, testBrowserModel, type Bridge } from './browser-model.ts'
import { createModel } from './index.ts'
import { testEndpoint } from './probe.ts'

type BridgeEvent = Parameters<typeof takeBridge>[0]

/** See `createWorkerModels`. */
export type WorkerModels = {
  /** Whether a message of the page was a bridge, which is kept then. */
  takes(event: BridgeEvent): boolean
  createModel(settings: Parameters<typeof createModel>[0]): ReturnType<typeof createModel>
  testEndpoint(settings: Parameters<typeof testEndpoint>[0], onStep: Parameters<typeof testEndpoint>[1]): ReturnType<typeof testEndpoint>
}

/** The models of one worker. */
export function createWorkerModels(): WorkerModels {
  let bridge: Bridge | null = null
  return {
    takes(event) {
      const lent = takeBridge(event)
      bridge = lent ?? bridge
      return lent !== null
    },
    createModel: (settings) => (settings.kind === 'browser' ? createBrowserModel(bridge) : createModel(settings)),
    testEndpoint: (settings, onStep) => (settings.kind === 'browser' ? testBrowserModel(bridge, onStep) : testEndpoint(settings, onStep)),
  }
}
