/** The terrain worker on a thread of Node: the same door as in the browser, opened for the bench. */
import { Worker } from 'node:worker_threads'
import { join } from 'node:path'
import { createClient, type Client } from '#core/tasks/client.ts'
import type { Port } from '#core/tasks/protocol.ts'
import type { TerrainProtocol } from '#streaming/terrain-protocol.ts'

/** Gives a worker of the browser what it expects of its thread. */
const SHIM = `
const { parentPort } = require('node:worker_threads')
globalThis.self = { postMessage: (message, transfer) => parentPort.postMessage(message, transfer), onmessage: null }
import(process.env.PERCIPI_BENCH_WORKER).then(() => parentPort.on('message', (data) => globalThis.self.onmessage({ data })))
`

/** Starts one terrain worker from the bench's bundle, or that of another `file` in it. */
export function startTerrainThread(bundle: string, file = 'terrain.js'): { client: Client<TerrainProtocol>; stop(): Promise<void> } {
  const worker = new Worker(SHIM, { eval: true, env: { ...process.env, PERCIPI_BENCH_WORKER: `file://${join(bundle, file)}` } })
  const port: Port = { postMessage: (message, transfer) => worker.postMessage(message, transfer), onmessage: null }
  worker.on('message', (data: unknown) => port.onmessage?.({ data }))
  worker.on('error', (error) => client.close(String(error)))
  const client = createClient<TerrainProtocol>(port)
  return {
    client,
    async stop() {
      await worker.terminate()
    },
  }
}
