/** Model files kept in this browser. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepModel, listModels, openModel, removeModel, toModelName } from '#platform/storage/model-files.ts'
import { fakeFolder } from '#test/support/fake-folder.ts'
import { tinyGguf } from '#test/support/tiny-gguf.ts'

const MODEL = tinyGguf()
const never = new AbortController().signal
const quiet = { onProgress: () => undefined, signal: never }

function inPieces(bytes: Uint8Array<ArrayBuffer>, size = 10_000): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}

beforeEach(() => void vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 1e9, usage: 0 }) } }))

describe('model files', () => {
  it('[MOD-122] are kept whole, listed with their sizes, opened and deleted', async () => {
    const { open } = fakeFolder()
    const told: number[] = []
    await keepModel('b.gguf', { pieces: inPieces(MODEL), bytes: MODEL.length }, { ...quiet, open, onProgress: (bytes) => void told.push(bytes) })
    await keepModel('a.gguf', { pieces: inPieces(MODEL), bytes: null }, { ...quiet, open })
    expect(told.at(-1)).toBe(MODEL.length)
    expect(told.length).toBeGreaterThan(2)
    expect(await listModels(open)).toEqual([{ name: 'a.gguf', bytes: MODEL.length }, { name: 'b.gguf', bytes: MODEL.length }])
    expect((await openModel('b.gguf', open))?.size).toBe(MODEL.length)
    await removeModel('b.gguf', open)
    await removeModel('b.gguf', open)
    expect(await openModel('b.gguf', open)).toBeNull()
    expect(await listModels(() => Promise.reject(new Error('no file system')))).toEqual([])
  })

  it('[MOD-123] what is stopped, breaks off, is no model, a part of one or too large leaves nothing behind and is told', async () => {
    const attempt = async (bytes: Uint8Array<ArrayBuffer>, options: { total?: number | null; room?: number; signal?: AbortSignal; name?: string } = {}): Promise<string> => {
      const { open, files } = fakeFolder(options.room)
      const words = await keepModel(options.name ?? 'm.gguf', { pieces: inPieces(bytes), bytes: options.total ?? null }, { ...quiet, open, ...(options.signal ? { signal: options.signal } : {}) }).then(() => '', (error: unknown) => String((error as Error).message))
      expect([...files.keys()]).toEqual([])
      return words
    }
    expect(await attempt(new TextEncoder().encode('<html></html>'))).toContain('not a GGUF file')
    expect(await attempt(MODEL, { total: MODEL.length + 1 })).toContain('broke off')
    expect(await attempt(MODEL, { room: 20_000 })).toContain('no room')
    expect(await attempt(MODEL, { total: 2e9 })).toContain('no room')
    expect(await attempt(MODEL, { name: 'm-00001-of-00002.gguf' })).toContain('one part')
    expect(await attempt(MODEL, { signal: AbortSignal.abort() })).not.toBe('')
    await expect(keepModel('m.gguf', { pieces: inPieces(MODEL), bytes: null }, { ...quiet, open: () => Promise.reject(new Error('x')) })).rejects.toThrow('does not let a page keep')
  })

  it('[MOD-123] one that is kept already stays as it was when another under its name breaks off', async () => {
    const { open, files } = fakeFolder()
    await keepModel('m.gguf', { pieces: inPieces(MODEL), bytes: null }, { ...quiet, open })
    await expect(keepModel('m.gguf', { pieces: inPieces(new TextEncoder().encode('nonsense')), bytes: null }, { ...quiet, open })).rejects.toThrow()
    expect(files.get('m.gguf')?.length).toBe(MODEL.length)
  })

  it('[MOD-122] names are made fit to be kept', () => {
    expect(toModelName('../../etc/passwd')).toBe('passwd.gguf')
    expect(toModelName('C:\\models\\Qwen 0.5B.GGUF')).toBe('Qwen 0.5B.gguf')
    expect(toModelName('…/')).toBe('model.gguf')
    expect(toModelName(`${'x'.repeat(400)}.gguf`).length).toBeLessThan(130)
  })
})
