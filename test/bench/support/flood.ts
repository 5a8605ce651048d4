/** Starts the flood server on a thread of its own. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** A running flood: its address and how to end it. */
export type Flood = { url: string; stop(): Promise<void> }

/** A server that streams `tokens` tokens at `tokensPerSecond`, or as fast as it can for 0. */
export async function startFlood(bundle: string, flood: { tokensPerSecond: number; tokens: number }): Promise<Flood> {
  const worker = new Worker(join(bundle, 'flood-server.mjs'), { workerData: flood })
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return {
    url: `http://localhost:${port}/v1`,
    async stop() {
      await worker.terminate()
    },
  }
}
