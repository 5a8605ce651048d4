/** The port to where memories are kept, and a store that keeps them only while it lives. */
import type { NpcId } from '#core/ids.ts'
import type { KeepingMode, MemoryStatus } from '../minds-protocol.ts'
import type { Memory } from './memory.ts'

/** What may change in a memory after it was made. */
export type MemoryChange = { pinned?: boolean; validTo?: number | null; recallCount?: number; lastRecalled?: number | null }

/** Where memories are kept: one world at a time. Methods never reject; what could not be kept is told by `status`. */
export type MemoryStore = {
  /** Opens the memories of a seed after writing what is left of the one before. */
  open(seed: string, mode: KeepingMode): Promise<void>
  /** Writes no more of the open seed, as in mode `read`; with `write`, what is left first. */
  letGo(write: boolean): Promise<void>
  /** The memories of one person in order of sequence, and the first sequence that was never used; not `whole` where what is kept could not be read, which may pass. */
  load(npcId: NpcId): Promise<{ memories: Memory[]; next: number; whole: boolean }>
  /** Keeps new memories; `strict` resolves once they would survive a power cut, `relaxed` at once. */
  add(memories: readonly Memory[], durability: 'strict' | 'relaxed'): Promise<void>
  change(memory: Memory, change: MemoryChange): Promise<void>
  /** Forgets for good at the player's wish; the number is never used again. */
  remove(memory: Memory): Promise<void>
  /** Lets memories go that a night has taken; kept relaxed, like what is seen. */
  fade(memories: readonly Memory[]): void
  /** Writes what is left and lets go of what these people remember, as far as it is kept elsewhere; gives those of them who come back whole when they are loaded again. */
  putAway(npcIds: readonly NpcId[]): Promise<NpcId[]>
  /** Resolves when everything added so far is kept, or cannot be. */
  flush(): Promise<void>
  status(): Promise<MemoryStatus>
  /** All memories of a seed. */
  exportAll(seed: string): Promise<Memory[]>
  /** Puts memories in the place of those of a seed: all or nothing; false when nothing was changed. */
  importAll(seed: string, memories: readonly Memory[]): Promise<boolean>
  /** Wipes the memories of a seed, or of all. */
  forget(seed: string | null): Promise<void>
}

/** A store that keeps memories only while it lives. */
export function createTabStore(): MemoryStore {
  const worlds = new Map<string, Map<NpcId, Map<number, Memory>>>()
  let world = new Map<NpcId, Map<number, Memory>>()

  function put(into: Map<NpcId, Map<number, Memory>>, memory: Memory): void {
    const person = into.get(memory.npcId)
    if (person) person.set(memory.sequence, { ...memory })
    else into.set(memory.npcId, new Map([[memory.sequence, { ...memory }]]))
  }
  const all = (of: Map<NpcId, Map<number, Memory>> | undefined): Memory[] => [...(of?.values() ?? [])].flatMap((person) => [...person.values()])

  return {
    async open(seed, mode) {
      world = (mode === 'fresh' ? undefined : worlds.get(seed)) ?? new Map()
      if (mode !== 'fresh') worlds.set(seed, world)
    },
    letGo: async () => {},
    async load(npcId) {
      const memories = [...(world.get(npcId)?.values() ?? [])].sort((a, b) => a.sequence - b.sequence).map((memory) => ({ ...memory }))
      return { memories, next: (memories.at(-1)?.sequence ?? -1) + 1, whole: true }
    },
    async add(memories) {
      for (const memory of memories) put(world, memory)
    },
    async change(memory, change) {
      const kept = world.get(memory.npcId)?.get(memory.sequence)
      if (kept) Object.assign(kept, change)
    },
    async remove(memory) {
      world.get(memory.npcId)?.delete(memory.sequence)
    },
    fade(memories) {
      for (const memory of memories) world.get(memory.npcId)?.delete(memory.sequence)
    },
    putAway: async (npcIds) => [...npcIds],
    flush: async () => {},
    async status() {
      return { people: world.size, memories: all(world).length, pendingWrites: 0, storageBytes: null, durability: 'tab', problem: null }
    },
    exportAll: async (seed) => all(worlds.get(seed)),
    async importAll(seed, memories) {
      const fresh = new Map<NpcId, Map<number, Memory>>()
      for (const memory of memories) put(fresh, memory)
      const open = worlds.get(seed) === world
      worlds.set(seed, fresh)
      if (open) world = fresh
      return true
    },
    async forget(seed) {
      for (const [name, memories] of worlds) if (seed === null || name === seed) memories.clear()
    },
  }
}
