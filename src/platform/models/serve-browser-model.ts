/** The page's end of the bridge to the browser's own model. */
import { serve } from '#core/tasks/serve.ts'
import { askBrowser, findBrowserApi, readState } from './browser-api.ts'
import { portOf, type BrowserModelProtocol } from './browser-model-protocol.ts'

/** Answers at `channel` from now on, first what came before. */
export function serveBrowserModel(channel: MessagePort, early: ReadonlyArray<{ readonly data: unknown }>): void {
  const port = portOf(channel)
  serve<BrowserModelProtocol>(port, {
    'model-state': { run: () => readState(findBrowserApi(globalThis)) },
    'model-ask': { run: (request, report, signal) => askBrowser(findBrowserApi(globalThis), request, report, signal) },
  })
  for (const { data } of early) port.onmessage?.({ data })
}
