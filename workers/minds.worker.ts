/** The thread where people remember and think: a door to the minds server. */
import type { Port } from '#core/tasks/protocol.ts'
import { serveMinds } from '#platform/minds-server.ts'

const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
self.onmessage = (event) => port.onmessage?.(event)
serveMinds(port)
