/** The text of a body that nobody promises to end. */
import { parseJson } from './loose.ts'

/** Reads at most `most` characters, for as long as they come: until the end, a whole JSON value, or `quietMs` of silence. Never fails; what came counts. */
export async function readSoon(response: Response, { most, quietMs }: { most: number; quietMs: number }): Promise<string> {
  const stream = response.body?.getReader()
  if (stream === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  while (text.length < most && !(/[}\]]\s*$/.test(text) && parseJson(text) !== undefined)) {
    const read = await nextOf(stream, quietMs)
    if (read === null) break
    text += decoder.decode(read, { stream: true })
  }
  void stream.cancel().catch(() => undefined)
  return text.slice(0, most)
}

/** The next piece; null at the end, after an error, or when it does not come in time. */
function nextOf(stream: ReadableStreamDefaultReader<Uint8Array>, quietMs: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), quietMs)
    stream.read().then(
      ({ value }) => {
        clearTimeout(timer)
        resolve(value ?? null)
      },
      () => {
        clearTimeout(timer)
        resolve(null)
      },
    )
  })
}
