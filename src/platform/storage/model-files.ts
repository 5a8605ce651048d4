/** Model files kept in this browser, in its private file system; whole or not at all. */
import { hasMagic, partsInName } from '../models/tab/gguf-header.ts'

/** A file that is kept. */
export type KeptModel = { name: string; bytes: number }

/** What is written: its pieces in order, and how many bytes they are to come to where that is known. */
export type ModelSource = { pieces: ReadableStream<Uint8Array<ArrayBuffer>>; bytes: number | null }

/** Where the folder of models comes from; rejects where there is no such file system. */
export type OpenFolder = () => Promise<FileSystemDirectoryHandle>

const FOLDER = 'models'
const LONGEST_NAME = 120
const ENDING = '.gguf'
/** Left free beside a model, bytes. */
const LEFT_FREE = 50_000_000

/** The folder of this page's origin. */
const openModelFolder: OpenFolder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })

/** A name that a file can be kept under. */
export function toModelName(text: string): string {
  const last = text.split(/[\\/]/).at(-1) ?? ''
  const bare = last.replace(/\.gguf$/i, '').replace(/[^\w.() +-]/g, '_').replace(/^[.\s]+/, '').slice(0, LONGEST_NAME)
  return `${bare || 'model'}${ENDING}`
}

/** Files that are kept, by name; none where the browser has no such file system. */
export async function listModels(open: OpenFolder = openModelFolder): Promise<KeptModel[]> {
  try {
    const folder = await open()
    const found: KeptModel[] = []
    for await (const [name, handle] of folder.entries()) if (handle.kind === 'file' && name.endsWith(ENDING)) found.push({ name, bytes: (await (handle as FileSystemFileHandle).getFile()).size })
    return found.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

/** One file; null when it is not kept. */
export async function openModel(name: string, open: OpenFolder = openModelFolder): Promise<File | null> {
  try {
    return await (await (await open()).getFileHandle(name)).getFile()
  } catch {
    return null
  }
}

/** Deletes a file; one that is not there is as good as deleted. */
export async function removeModel(name: string, open: OpenFolder = openModelFolder): Promise<void> {
  try {
    await (await open()).removeEntry(name)
  } catch (error) {
    if (nameOf(error) !== 'NotFoundError') throw new Error('The file is in use and cannot be deleted now. Let people think with another mind, load the page again, then delete it.')
  }
}

/** Keeps a model; `onProgress` hears how many bytes are there. Rejects with a sentence, and then nothing of it is kept; with an AbortError when `signal` fired. */
export async function keepModel(name: string, source: ModelSource, { onProgress, signal, open = openModelFolder }: { onProgress(bytes: number): void; signal: AbortSignal; open?: OpenFolder }): Promise<void> {
  const refusal = partsInName(name) > 1 ? PARTS : await shortageFor(source.bytes)
  const reader = source.pieces.getReader()
  let writing: FileSystemWritableFileStream | null = null
  let isNew = false
  let kept = 0
  try {
    if (refusal !== null) throw new Error(refusal)
    const folder = await open().catch(() => {
      throw new Error(NO_FILES)
    })
    isNew = await folder.getFileHandle(name).then(() => false, () => true)
    const handle = await folder.getFileHandle(name, { create: true })
    if (typeof handle.createWritable !== 'function') throw new Error(NO_FILES)
    // what is written shows only when it is closed: a file is never there in part
    writing = await handle.createWritable()
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) break
      if (kept === 0 && !hasMagic(value)) throw new Error('This is not a GGUF file: it does not begin like one. Nothing was kept. At an address, take that of the file itself, not of the page about it.')
      await writing.write(value)
      kept += value.byteLength
      onProgress(kept)
    }
    if (kept === 0 || (source.bytes !== null && kept < source.bytes)) throw new Error('The file broke off before its end. Nothing was kept. Try again.')
    await writing.close()
    signal.throwIfAborted()
  } catch (error) {
    void reader.cancel().catch(() => undefined)
    await writing?.abort().catch(() => undefined)
    if (isNew) await removeModel(name, open).catch(() => undefined)
    if (nameOf(error) === 'QuotaExceededError') throw new Error(FULL)
    throw error
  }
}

const PARTS = 'This is one part of a model that was split. Take the model in one file, or join its parts first (llama-gguf-split --merge).'
const NO_FILES = 'This browser does not let a page keep large files, or only outside private windows. A current Chrome, Edge, Firefox or Safari does.'
const FULL = 'There is no room for this model: the disk, or what the browser lends to this page, is full. Nothing was kept. Delete another model or free some disk.'

/** Why a file of this size cannot be kept; null when it can, or nobody knows. */
async function shortageFor(bytes: number | null): Promise<string | null> {
  const { quota, usage } = await navigator.storage.estimate().catch(() => ({ quota: undefined, usage: undefined }))
  return bytes !== null && quota !== undefined && bytes + LEFT_FREE > quota - (usage ?? 0) ? FULL : null
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}
