/** What a worker and the page say to each other about the browser's own model, which only pages have. */
import type { Port } from '#core/tasks/protocol.ts'
import type { Message, ModelFailure } from '#minds/language-model.ts'

/** Whether the browser's own model can be used; `absent`: this browser has none. */
export type BrowserModelState = 'absent' | 'unavailable' | 'downloadable' | 'downloading' | 'available'

/** One thing to say to it. Tokens are estimates: the browser counts none. */
export type BrowserModelRequest = { messages: Message[]; maxTokens: number; stop: string[] }

/** What came of it; on failure `message` says why and what to do. */
export type BrowserModelAnswer = { ok: true; finish: 'stop' | 'length' } | { ok: false; reason: ModelFailure; message: string }

/** The vocabulary of the page. */
export type BrowserModelProtocol = {
  tasks: {
    'model-state': [null, BrowserModelState, never]
    /** Progress is what was added to the answer. */
    'model-ask': [BrowserModelRequest, BrowserModelAnswer, string]
  }
  news: { readonly [name: string]: never }
}

/** The name under which the page hands its end over. */
export const LENT = 'browser-model'

/** A message port as the tasks know ports. */
export function portOf(channel: MessagePort): Port {
  const port: Port = { postMessage: (message, transfer) => channel.postMessage(message, transfer), onmessage: null }
  channel.onmessage = (event) => port.onmessage?.({ data: event.data as unknown })
  return port
}
