/** A model file at an address: how large it is, and its bytes; failures are sentences that say what to do. */
import type { ModelSource } from '../../storage/model-files.ts'

type Fetch = typeof fetch

const PLAIN = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

/** An address as it can be fetched, or null. */
export function readModelAddress(text: string): URL | null {
  try {
    const url = new URL(text.trim())
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url : null
  } catch {
    return null
  }
}

/** Bytes of the file, without fetching it; null where the server does not say. Rejects with a sentence. */
export async function measureModel(url: URL, signal: AbortSignal, ask: Fetch = fetch): Promise<number | null> {
  const head = await answer(url, { method: 'HEAD', signal }, ask)
  if (head.ok) {
    judgeType(head, url)
    const told = sizeOf(head)
    if (told !== null) return told
  }
  // some servers answer no questions of this kind, but give a first byte with the size of all
  const first = await answer(url, { headers: { range: 'bytes=0-0' }, signal }, ask)
  void first.body?.cancel().catch(() => undefined)
  judge(first, url)
  const total = /\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1]
  return total !== undefined ? Number(total) : first.status === 200 ? sizeOf(first) : null
}

/** The bytes of the file, from now on. Rejects with a sentence. */
export async function fetchModel(url: URL, signal: AbortSignal, ask: Fetch = fetch): Promise<ModelSource> {
  const response = await answer(url, { signal }, ask)
  judge(response, url)
  if (!response.body) throw new Error(`${url.host} sent nothing. Check the address.`)
  const broken = (): Error => new Error(`The connection to ${url.host} broke while the model came. Nothing was kept. Try again.`)
  const reader = response.body.getReader()
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        controller.error(signal.aborted ? error : broken())
      }
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 })
  return { pieces, bytes: sizeOf(response) }
}

async function answer(url: URL, init: RequestInit, ask: Fetch): Promise<Response> {
  try {
    return await ask(url, { ...PLAIN, ...init })
  } catch (error) {
    if (init.signal?.aborted) throw error
    // a server that can be reached without being read lets no page in
    const isThere = await ask(url, { ...PLAIN, method: 'HEAD', mode: 'no-cors', signal: init.signal ?? null }).then(() => true, () => false)
    throw new Error(isThere ? `${url.host} does not let pages read its files (CORS). Download the file yourself and choose it here, or take it from a server that lets pages in.` : `${url.host} could not be reached. Check the address and that you are online; an https page may fetch plain http only from this machine.`, { cause: error })
  }
}

function judge(response: Response, url: URL): void {
  if (!response.ok) throw new Error(response.status === 401 || response.status === 403 ? `${url.host} does not give this file to everybody (${response.status}). Download it yourself, signed in there, and choose the file here.` : response.status === 404 ? `There is no such file at ${url.host} (404). Check the address.` : `${url.host} did not give the file (${response.status}). Try again later or download it yourself.`)
  judgeType(response, url)
}

function judgeType(response: Response, url: URL): void {
  if (/text\/html/i.test(response.headers.get('content-type') ?? '')) throw new Error(`${url.host} sent a web page, not a model. Take the address of the file itself; it usually ends in .gguf.`)
}

/** What came packed is larger than what was told. */
function sizeOf(response: Response): number | null {
  const text = response.headers.get('content-length')
  return text !== null && /^\d+$/.test(text) && !response.headers.has('content-encoding') ? Number(text) : null
}
