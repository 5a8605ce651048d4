/** The page's end of a channel to one worker: ask, hear progress, cancel, listen to news; failures are rejections with the worker's words. */
import { isFromWorker, type CancelSignal, type Port, type ProgressOf, type Protocol, type RequestOf, type ResultOf, type TaskName, type ToWorker, type Transferable } from './protocol.ts'

/** What may be said along with a request. */
export type AskOptions<Progress> = {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: CancelSignal
  /** Buffers handed over with the request. */
  readonly transfer?: Transferable[]
}

/** See `createClient`. */
export type Client<P extends Protocol> = {
  ask<N extends TaskName<P>>(name: N, request: RequestOf<P, N>, options?: AskOptions<ProgressOf<P, N>>): Promise<ResultOf<P, N>>
  /** Listens to news; one listener for each name. */
  onNews<N extends keyof P['news'] & string>(name: N, listener: (payload: P['news'][N]) => void): void
  /** Ends the channel; every answer still awaited is rejected with `reason`. */
  close(reason: string): void
  /** How many answers are awaited. */
  readonly pending: number
}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void; onProgress: ((progress: unknown) => void) | undefined }

/** Opens the page's end of a channel over `port`. */
export function createClient<P extends Protocol>(port: Port): Client<P> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (payload: unknown) => void>()
  let nextId = 1
  let closedFor: string | null = null
  const post = (message: ToWorker, transfer: Transferable[] = []): void => port.postMessage(message, transfer)

  port.onmessage = ({ data }) => {
    if (!isFromWorker(data)) return
    if (data.type === 'news') {
      listeners.get(data.name)?.(data.payload)
      return
    }
    const entry = waiting.get(data.id)
    if (!entry) return
    if (data.type === 'progress') {
      entry.onProgress?.(data.progress)
      return
    }
    waiting.delete(data.id)
    if (data.type === 'result') entry.resolve(data.result)
    else entry.reject(new Error(data.message))
  }

  return {
    ask(name, request, options = {}) {
      if (closedFor !== null) return Promise.reject(new Error(closedFor))
      const id = nextId++
      return new Promise((resolve, reject) => {
        const stop = options.signal?.onCancel(() => post({ type: 'cancel', id }))
        waiting.set(id, {
          resolve: (value) => {
            stop?.()
            resolve(value as never)
          },
          reject: (error) => {
            stop?.()
            reject(error)
          },
          onProgress: options.onProgress as ((progress: unknown) => void) | undefined,
        })
        post({ type: 'task', id, name, request }, options.transfer)
      })
    },
    onNews(name, listener) {
      listeners.set(name, listener as (payload: unknown) => void)
    },
    close(reason) {
      closedFor = reason
      for (const entry of waiting.values()) entry.reject(new Error(reason))
      waiting.clear()
    },
    get pending() {
      return waiting.size
    },
  }
}
