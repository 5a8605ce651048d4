/** A model server on loopback for the app in a browser: it lets pages in, speaks in its own name, counts who asked when, and turns bad when told to. */
import { eventOf, startQuirkServer, type HeardRequest, type Quirk, type QuirkServer } from '#test/support/quirk-server.ts'

/** What it does with a chat request. */
export type Manner = (request: HeardRequest) => Quirk | 'die'
/** A running server: its base address with `/v1`, what it was asked and when (`Date.now()`), and what it does about it, which is to speak in its own name. */
export type ModelDouble = { url: string; heard: Array<HeardRequest & { at: number }>; manner: Manner; stop(): Promise<void> }

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization', 'access-control-expose-headers': '*' }
const WORD_MS = 40
const SENTENCES = ['the heron flies low over the reeds', 'they mended the ford before the rain', 'my sister keeps the bees now', 'the baker burnt his first loaves', 'somebody left a gate open again', 'we shall have frost before the week is out']

function speak(name: string, { number, method }: HeardRequest): Quirk {
  if (method === 'GET') return { type: 'application/json', pieces: [JSON.stringify({ data: [{ id: 'm' }] })] }
  const words = `SAY: I speak for ${name}, and ${SENTENCES[number % SENTENCES.length]!}, for the ${number}th time.\nTHINK: That was ${number}.\nDO: 1`
  return { gapMs: WORD_MS, pieces: [...(words.match(/\s*\S+/g) ?? []).map((content) => eventOf({ content })), eventOf({}, { finish_reason: 'stop' }), 'data: [DONE]\n\n'] }
}

/** Starts one; what its manner answers may be read by pages, unless that brings headers of its own. */
export async function startModelDouble(name: string): Promise<ModelDouble> {
  const double: ModelDouble = { url: '', heard: [], manner: (request) => speak(name, request), stop: () => server.stop() }
  const server: QuirkServer = await startQuirkServer((request) => {
    if (request.method === 'OPTIONS') return { status: 204, headers: CORS, pieces: [] }
    double.heard.push({ ...request, at: Date.now() })
    const quirk = double.manner(request)
    if (quirk !== 'die') return { ...quirk, headers: quirk.headers ?? CORS }
    void server.stop()
    return { pieces: [], ending: 'destroy' }
  })
  double.url = `${server.url}/v1`
  return double
}
