/** Both ends of a channel without threads: what one end posts, cloned, the other hears a turn later. */
import type { Port } from '#core/tasks/protocol.ts'

/** The page's end and the worker's. */
export function portPair(): [page: Port, worker: Port] {
  const make = (other: () => Port): Port => ({
    onmessage: null,
    postMessage(message) {
      const data: unknown = structuredClone(message)
      queueMicrotask(() => other().onmessage?.({ data }))
    },
  })
  const page: Port = make(() => worker)
  const worker: Port = make(() => page)
  return [page, worker]
}
