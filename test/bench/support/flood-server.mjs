/** A model server in a thread of its own that streams single-token deltas as fast as it can, or at a set pace for all streams together. */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** What the model says, in ever another order: what says one thing over and over is cut off. */
const WORDS = [' the', ' river', ' rose', ' last', ' night', ',', ' so', ' take', ' the', ' upper', ' path', '.']
/** `workerData`: { tokensPerSecond: of all streams together, 0 for as fast as can be; tokens: how many a stream at most }. */
const { tokensPerSecond, tokens } = workerData
const SLICE_MS = 10

/** One chunk as servers of the OpenAI protocol write it. */
function chunk(delta, finish) {
  return `data: ${JSON.stringify({ id: 'chatcmpl-7QyqpwdfhqwajicIEznoc6Q47XAyW', object: 'chat.completion.chunk', created: 1677652288, model: 'flood', system_fingerprint: 'fp_44709d6fcb', choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`
}
const spoken = WORDS.map((word) => chunk({ content: word }, null))
const blockTokens = 240
let mixed = 1
const events = Array.from({ length: blockTokens }, () => {
  mixed = (mixed * 1103515245 + 12345) % 2 ** 31
  return spoken[(mixed >> 16) % spoken.length]
})
const block = Buffer.from(events.join(''))
const ending = `${chunk({}, 'stop')}data: {"id":"x","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":20,"completion_tokens":${tokens}}}\n\ndata: [DONE]\n\n`

const server = createServer((request, response) => {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', '*, authorization')
  if (request.method === 'OPTIONS') return void response.end()
  if (request.url.endsWith('/models')) return void response.end('{"data":[{"id":"flood"}]}')
  request.resume()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  let sent = 0
  let open = true
  response.on('close', () => (open = false))
  const finish = () => response.end(ending)
  if (tokensPerSecond === 0) {
    const pump = () => {
      while (open && sent < tokens) {
        sent += blockTokens
        if (!response.write(block)) return void response.once('drain', pump)
      }
      if (open) finish()
    }
    return pump()
  }
  paced.add({ response, sent: 0, isOpen: () => open, finish })
})

/** Streams at the set pace: what is due is dealt out among them, as a server that is full does. */
const paced = new Set()
let last = performance.now()
let due = 0
setInterval(() => {
  const now = performance.now()
  due = paced.size === 0 ? 0 : due + ((now - last) / 1000) * tokensPerSecond
  last = now
  const each = Math.floor(due / Math.max(1, paced.size))
  due -= each * paced.size
  for (const stream of paced) {
    const until = Math.min(tokens, stream.sent + each)
    let text = ''
    for (; stream.sent < until; stream.sent++) text += events[stream.sent % events.length]
    if (stream.isOpen() && text !== '') stream.response.write(text)
    if (stream.isOpen() && stream.sent >= tokens) stream.finish()
    if (!stream.isOpen() || stream.sent >= tokens) paced.delete(stream)
  }
}, SLICE_MS)
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
