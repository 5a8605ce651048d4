/** What two threads say to each other: requests with answers, progress on the way, cancelling, and news unasked. */

/**
 * The vocabulary of one worker, as a type map shared by both ends.
 * `tasks`: name → [request, result, progress]; `news`: name → payload, sent by the worker unasked.
 */
export type Protocol = {
  readonly tasks: { readonly [name: string]: readonly [request: unknown, result: unknown, progress: unknown] }
  readonly news: { readonly [name: string]: unknown }
}

/** Names of the tasks of a protocol. */
export type TaskName<P extends Protocol> = keyof P['tasks'] & string
/** The request of task `N`. */
export type RequestOf<P extends Protocol, N extends TaskName<P>> = P['tasks'][N][0]
/** The result of task `N`. */
export type ResultOf<P extends Protocol, N extends TaskName<P>> = P['tasks'][N][1]
/** What task `N` reports before it is done. */
export type ProgressOf<P extends Protocol, N extends TaskName<P>> = P['tasks'][N][2]

/** From the page to a worker. */
export type ToWorker =
  | { readonly type: 'task'; readonly id: number; readonly name: string; readonly request: unknown }
  | { readonly type: 'cancel'; readonly id: number }

/** From a worker to the page. */
export type FromWorker =
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'news'; readonly name: string; readonly payload: unknown }

/** One end of a channel: a Worker, a worker's global scope, or a MessagePort. Payloads are told apart by the schemas above. */
export type Port = {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: { readonly data: unknown }) => void) | null
}

/** What can change threads without being copied; only array buffers are used. */
export type Transferable = ArrayBuffer

/** Whether a long piece of work is still wanted; the pure floors' word for an abort signal. */
export type CancelSignal = {
  readonly cancelled: boolean
  /** Calls back once, at once when already cancelled; returns a function that stops listening. */
  onCancel(callback: () => void): () => void
}

/** Whether `value` is a message of this protocol's envelope. */
export function isFromWorker(value: unknown): value is FromWorker {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const { type } = value
  if (type === 'news') return 'name' in value && typeof value.name === 'string'
  return (type === 'result' || type === 'progress' || type === 'failure') && 'id' in value && typeof value.id === 'number'
}

/** Whether `value` is a message that a worker understands. */
export function isToWorker(value: unknown): value is ToWorker {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('id' in value) || typeof value.id !== 'number') return false
  return value.type === 'cancel' || (value.type === 'task' && 'name' in value && typeof value.name === 'string')
}
