/** The thread that holds a model file which thinks in this tab: a door to what runs it. */
import '#platform/storage/no-eval.ts'
import type { Port } from '#core/tasks/protocol.ts'
import { serve } from '#core/tasks/serve.ts'
import { createTabEngine } from '#platform/models/tab/tab-engine.ts'
import type { TabProtocol } from '#platform/models/tab/tab-protocol.ts'

const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
self.onmessage = (event) => port.onmessage?.(event)
const engine = createTabEngine()

serve<TabProtocol>(port, {
  'tab-load': { run: ({ name }, report) => engine.load(name, report) },
  'tab-ask': { run: (request, report, signal) => engine.ask(request, report, signal) },
})
