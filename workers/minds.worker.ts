/** The thread where people remember and think: a door to the minds, with this browser's storage, models and clock. */
import '#platform/storage/no-eval.ts'
import type { Port } from '#core/tasks/protocol.ts'
import { serveMinds } from '#minds/serve-minds.ts'
import { createWorkerModels } from '#platform/models/worker-models.ts'
import { callTermsOf } from '#platform/models/call-terms.ts'
import { withChaos } from '#platform/models/chaos.ts'
import { createTrial } from '#platform/models/trials.ts'
import { onDatabaseLost } from '#platform/storage/database.ts'
import { loadFindings, saveFindings } from '#platform/storage/findings-store.ts'
import { readMemory } from '#platform/storage/memory-record.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'

const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
const { takes, createModel, createEmbeddingModel, testEndpoint, tabFiles } = createWorkerModels()
self.onmessage = (event) => takes(event) || port.onmessage?.(event)

/** A timer that can be taken back. */
function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

serveMinds(port, { createStore: (changed) => createMemoryStore({ changed, lost: onDatabaseLost }), readMemory, createModel, createEmbeddingModel, createTrial, withChaos, testEndpoint, tabFiles, termsOf: callTermsOf, findings: { load: loadFindings, save: saveFindings }, now: () => performance.timeOrigin + performance.now(), after })
