/** A model server that lives as long as the tests of one file. */
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startQuirkServer, type HeardRequest, type Quirk, type QuirkServer } from './quirk-server.ts'

/** A server that runs while the tests of a file do; it answers what `answer` says at the moment, and forgets after each test what it heard. */
export type ServerOfFile = { answer: (request: HeardRequest) => Quirk; readonly url: string; readonly requests: HeardRequest[] }

/** Has one server run for the tests of the file that calls this. `first`: what it answers until told otherwise. */
export function serveForFile(first: Quirk = { pieces: [] }): ServerOfFile {
  let running: QuirkServer | null = null
  const served: ServerOfFile = { answer: () => first, get url() { return running?.url ?? '' }, get requests() { return running?.requests ?? [] } }
  beforeAll(async () => {
    running = await startQuirkServer((request) => served.answer(request))
  })
  afterEach(() => {
    served.requests.length = 0
  })
  afterAll(() => running?.stop())
  return served
}
