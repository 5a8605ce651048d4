/** The worker's end of a channel: runs the handler of each task, sends its result with its buffers, reports failures. */
import { createCancelSource, type CancelSource } from './cancel.ts'
import { isToWorker, type CancelSignal, type FromWorker, type Port, type ProgressOf, type Protocol, type RequestOf, type ResultOf, type TaskName, type Transferable } from './protocol.ts'

/** How one task is done. */
export type Handler<P extends Protocol, N extends TaskName<P>> = {
  /** Does the work; may be asynchronous, may report progress, should stop early when cancelled. */
  run(request: RequestOf<P, N>, report: (progress: ProgressOf<P, N>) => void, signal: CancelSignal): ResultOf<P, N> | Promise<ResultOf<P, N>>
  /** The buffers of a result that change threads instead of being copied. */
  transfer?(result: ResultOf<P, N>): Transferable[]
}

/** A handler for every task of the protocol. */
export type Handlers<P extends Protocol> = { readonly [N in TaskName<P>]: Handler<P, N> }

/** Sends news of the protocol to the other end. */
export type SendNews<P extends Protocol> = <N extends keyof P['news'] & string>(name: N, payload: P['news'][N]) => void

type AnyHandler = {
  run(request: unknown, report: (progress: unknown) => void, signal: CancelSignal): unknown
  transfer?(result: unknown): Transferable[]
}

/** Answers every task arriving at `port`; returns the function that sends news. Messages that are not of the envelope are ignored. */
export function serve<P extends Protocol>(port: Port, handlers: Handlers<P>): SendNews<P> {
  const table = handlers as unknown as { readonly [name: string]: AnyHandler | undefined }
  const running = new Map<number, CancelSource>()
  const post = (message: FromWorker, transfer: Transferable[] = []): void => port.postMessage(message, transfer)

  async function work(id: number, name: string, request: unknown): Promise<void> {
    const source = createCancelSource()
    running.set(id, source)
    try {
      const handler = table[name]
      if (!handler) throw new Error(`serve: no task is called ${name}`)
      const result = await handler.run(request, (progress) => post({ type: 'progress', id, progress }), source.signal)
      post({ type: 'result', id, result }, handler.transfer?.(result) ?? [])
    } catch (error) {
      post({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) })
    } finally {
      running.delete(id)
    }
  }

  port.onmessage = ({ data }) => {
    if (!isToWorker(data)) return
    if (data.type === 'cancel') running.get(data.id)?.cancel()
    else void work(data.id, data.name, data.request)
  }
  return (name, payload) => post({ type: 'news', name, payload })
}
