/** Models as a worker has them: those behind an address, the browser's own over a bridge that the page lends, and files that run in the tab. */
import type { EndpointSettings, LanguageModel, ModelLoading } from '#minds/language-model.ts'
import { createBrowserModel, takeBridge, testBrowserModel, type Bridge } from './browser-model.ts'
import { createEmbeddingModel } from './embeddings.ts'
import { createModel } from './index.ts'
import { testEndpoint } from './probe.ts'
import type { TabModels } from './tab/tab-model.ts'

type BridgeEvent = Parameters<typeof takeBridge>[0]

/** See `createWorkerModels`. */
export type WorkerModels = {
  /** Whether a message of the page was a bridge, which is kept then. */
  takes(event: BridgeEvent): boolean
  createModel(settings: Parameters<typeof createModel>[0]): ReturnType<typeof createModel>
  createEmbeddingModel(settings: EndpointSettings): ReturnType<typeof createEmbeddingModel>
  testEndpoint(settings: Parameters<typeof testEndpoint>[0], onStep: Parameters<typeof testEndpoint>[1]): ReturnType<typeof testEndpoint>
  /** Files that are run in the tab: bringing one into memory, stopping that, and hearing how far it is. */
  readonly tabFiles: { load(settings: EndpointSettings): Promise<{ ok: boolean; message: string }>; stop(): void; listen(told: (loading: ModelLoading | null) => void): void }
}

/** The models of one worker. */
export function createWorkerModels(): WorkerModels {
  let bridge: Bridge | null = null
  let files: Promise<TabModels> | null = null
  let told: (loading: ModelLoading | null) => void = () => undefined
  // what runs files is read when one is first asked
  const tabModels = (): Promise<TabModels> => (files ??= import('./tab/tab-model.ts').then(({ createTabModels }) => createTabModels(undefined, undefined, (loading) => told(loading))))
  const createTabModel = (settings: EndpointSettings): LanguageModel => ({
    provider: 'tab',
    model: (settings.model ?? '').replace(/\.gguf$/i, ''),
    generate: async (options) => (await tabModels()).create(settings).generate(options),
  })
  return {
    takes(event) {
      const lent = takeBridge(event)
      bridge = lent ?? bridge
      return lent !== null
    },
    createModel: (settings) => (settings.kind === 'browser' ? createBrowserModel(bridge) : settings.kind === 'tab' ? createTabModel(settings) : createModel(settings)),
    createEmbeddingModel: (settings) => createEmbeddingModel(settings),
    tabFiles: {
      load: async (settings) => (await tabModels()).load(settings),
      stop: () => void files?.then((models) => models.stopLoading()),
      listen: (listener) => void (told = listener),
    },
    testEndpoint: async (settings, onStep) => (settings.kind === 'browser' ? testBrowserModel(bridge, onStep) : settings.kind === 'tab' ? (await tabModels()).test(settings, onStep) : testEndpoint(settings, onStep)),
  }
}
