/** Model files that run in this tab, as the settings show them: which are kept, how large one would be, adding and deleting. */
import { fetchModel, measureModel, readModelAddress } from '#platform/models/tab/fetch-model.ts'
import { CUT_SHORT, LONGEST_HEAD, partsInName, readGgufHeader, type GgufHeader } from '#platform/models/tab/gguf-header.ts'
import { adviceFor, byteWords, obstacleIn } from '#platform/models/tab/tab-words.ts'
import { keepModel, listModels, openModel, removeModel, toModelName, type KeptModel } from '#platform/storage/model-files.ts'

/** A file that could be added: its name, its size in words, and what to expect of it. */
export type ModelOffer = { name: string; size: string; advice: string; /** The file itself, or where it is. */ from: File | URL; bytes: number | null }

/** See `tabModelDesk`. */
export type TabModelDesk = {
  /** Files that are kept; `obstacle` says why none could run here. */
  look(): Promise<{ models: Array<{ name: string; size: string }>; obstacle: string | null }>
  /** What this file, or the one at this address, would be; nothing is kept yet. Rejects with a sentence. */
  weigh(from: File | string, signal: AbortSignal): Promise<ModelOffer>
  /** Keeps it; `onProgress` hears 0..1, null where nobody knows, and words. Rejects with a sentence. */
  add(offer: ModelOffer, onProgress: (share: number | null, words: string) => void, signal: AbortSignal): Promise<string>
  remove(name: string): Promise<void>
}

/** The desk of this page. */
export const tabModelDesk: TabModelDesk = {
  async look() {
    const models = await listModels()
    return { models: models.map(({ name, bytes }: KeptModel) => ({ name, size: byteWords(bytes) })), obstacle: obstacleIn(globalThis.WebAssembly) }
  },
  async weigh(from, signal) {
    if (from instanceof File) {
      const header = await readHead(from)
      return { name: toModelName(from.name), size: `${byteWords(from.size)}, ${describe(header)}`, advice: adviceFor(from.size, memoryOfMachine(), header), from, bytes: from.size }
    }
    const url = readModelAddress(from)
    if (!url) throw new Error('This is no address of a file. It begins with https:// and usually ends in .gguf; a name and password in it are not taken.')
    refuseParts(url.pathname)
    const bytes = await measureModel(url, signal)
    return { name: toModelName(decodeURIComponent(url.pathname)), size: bytes === null ? 'size unknown' : byteWords(bytes), advice: adviceFor(bytes, memoryOfMachine()), from: url, bytes }
  },
  async add({ name, from, bytes }, onProgress, signal) {
    const source = from instanceof File ? { pieces: from.stream(), bytes: from.size } : await fetchModel(from, signal)
    const total = source.bytes ?? bytes
    await keepModel(name, source, { signal, onProgress: (kept) => onProgress(total === null ? null : kept / total, total === null ? byteWords(kept) : `${byteWords(kept)} of ${byteWords(total)}`) })
    const kept = await openModel(name)
    try {
      // what came from an address is looked at as a file is, now that all of it is here
      if (!kept) throw new Error('The file could not be kept. Try again.')
      await readHead(kept)
    } catch (error) {
      await removeModel(name)
      throw error
    }
    return name
  },
  remove: (name) => removeModel(name),
}

async function readHead(file: File): Promise<GgufHeader> {
  refuseParts(file.name)
  const head = readGgufHeader(new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer()))
  if (!head.ok) throw new Error(head.reason)
  refuseParts('', head.value.parts)
  if (file.size < head.value.leastBytes) throw new Error(CUT_SHORT)
  return head.value
}

function refuseParts(name: string, parts = partsInName(name)): void {
  if (parts > 1) throw new Error(`This is one of ${parts} parts of a model. Take the model in one file, or join its parts first (llama-gguf-split --merge).`)
}

function describe({ name, architecture, contextLength }: GgufHeader): string {
  return [name ?? architecture, contextLength === null ? '' : `trained for ${contextLength.toLocaleString('en')} tokens in view`].filter((words) => words !== '').join(', ')
}

/** What the browser says of the machine's memory, in gigabytes; Chrome says 8 at most, others nothing. */
function memoryOfMachine(): number | null {
  return (navigator as { deviceMemory?: number }).deviceMemory ?? null
}
