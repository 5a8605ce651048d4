/** Builds chunks of land on a thread of its own: a door to the land as a function of seed and place. */
import type { Port } from '#core/tasks/protocol.ts'
import { serveTerrain } from '#streaming/serve-terrain.ts'

const port: Port = { postMessage: (message, transfer) => self.postMessage(message, transfer), onmessage: null }
self.onmessage = (event) => port.onmessage?.(event)
serveTerrain(port)
