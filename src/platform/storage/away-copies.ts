/** Compact copies of what people who were put away remember, in this tab's own memory: a disk that is wiped, or cannot be read for a while, is made up for from them. */
import type { MemoryWrite } from './memory-record.ts'

/** What the copies take at most, bytes, where nobody says otherwise: about two hundred thousand memories of the usual length. */
const MOST_BYTES = 12_000_000

/** See `createAwayCopies`. */
export type AwayCopies = {
  /** Copies what somebody remembers, beside what is copied of them already; whoever was copied longest ago makes room. */
  keep(npcId: string, writes: readonly MemoryWrite[]): Promise<void>
  /** What is copied of somebody; empty where nothing is. */
  read(npcId: string): Promise<MemoryWrite[]>
  drop(npcId: string): void
  clear(): void
  /** Of whom there are copies. */
  readonly people: readonly string[]
  /** Bytes they take. */
  readonly bytes: number
}

/** No copies yet; they take `most` bytes at most. */
export function createAwayCopies(most = MOST_BYTES): AwayCopies {
  /** Whoever was copied longest ago comes first. */
  const copies = new Map<string, Uint8Array<ArrayBuffer>>()
  let bytes = 0

  function drop(npcId: string): void {
    bytes -= copies.get(npcId)?.byteLength ?? 0
    copies.delete(npcId)
  }

  async function read(npcId: string): Promise<MemoryWrite[]> {
    const copy = copies.get(npcId)
    // written below, by this thread
    return copy === undefined ? [] : (JSON.parse(new TextDecoder().decode(await through(copy, 'unpack'))) as MemoryWrite[])
  }

  return {
    async keep(npcId, writes) {
      const news = new Set(writes.map(({ key }) => key[2]))
      const all = [...(await read(npcId)).filter(({ key }) => !news.has(key[2])), ...writes]
      const copy = await through(new TextEncoder().encode(JSON.stringify(all)), 'pack')
      drop(npcId)
      copies.set(npcId, copy)
      bytes += copy.byteLength
      for (const oldest of copies.keys()) {
        if (bytes <= most) return
        drop(oldest)
      }
    },
    read,
    drop,
    clear() {
      copies.clear()
      bytes = 0
    },
    get people() {
      return [...copies.keys()]
    },
    get bytes() {
      return bytes
    },
  }
}

/** Packed or unpacked bytes; as they are in a browser that cannot pack. */
async function through(bytes: Uint8Array<ArrayBuffer>, how: 'pack' | 'unpack'): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof CompressionStream === 'undefined') return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(how === 'pack' ? new CompressionStream('deflate') : new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
