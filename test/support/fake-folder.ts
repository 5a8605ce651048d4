/** A folder of files in memory, as far as models are kept in one; `room` bytes fit into it. */

/** What is in it, and the folder itself. */
export function fakeFolder(room = Infinity): { files: Map<string, Uint8Array>; open(): Promise<FileSystemDirectoryHandle> } {
  const files = new Map<string, Uint8Array>()
  const error = (name: string): DOMException => new DOMException(name, name)
  const handleOf = (name: string) => ({
    kind: 'file' as const,
    getFile: async () => new File([(files.get(name) ?? new Uint8Array()) as Uint8Array<ArrayBuffer>], name),
    createWritable: async () => {
      let written: number[] = []
      return {
        write: async (piece: Uint8Array) => {
          if (written.length + piece.length > room) throw error('QuotaExceededError')
          written.push(...piece)
        },
        close: async () => void files.set(name, Uint8Array.from(written)),
        abort: async () => void (written = []),
      }
    },
  })
  const folder = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!files.has(name)) {
        if (!create) throw error('NotFoundError')
        files.set(name, new Uint8Array())
      }
      return handleOf(name)
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw error('NotFoundError')
    },
    async *entries() {
      for (const name of files.keys()) yield [name, handleOf(name)] as const
    },
  }
  return { files, open: async () => folder as unknown as FileSystemDirectoryHandle }
}
