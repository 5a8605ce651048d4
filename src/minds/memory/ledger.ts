/** Who remembers what: each person's memories at hand, numbered without gaps, found by recall, kept through the store. */
import type { ActorId, NpcId } from '#core/ids.ts'
import type { KeepingMode, Observation } from '../minds-protocol.ts'
import { askedFor } from '../voice/understand.ts'
import { createAtHand } from './at-hand.ts'
import { consolidate } from './consolidate.ts'
import type { MemoryDraft } from './make-memory.ts'
import { capText, toMemory } from './make-memory.ts'
import type { Memory, RecalledMemory } from './memory.ts'
import type { MemoryStore } from './memory-store.ts'
import { observe } from './observe.ts'
import type { PersonMemory } from './person-memory.ts'
import { createRecall, type Recall } from './recall.ts'

/** With so many memories one does not wait for the night. */
const MOST_AT_HAND = 1_500
/** So many more than what is left may lie forgotten in what finds memories, before it is made anew. */
const MOST_FORGOTTEN = 100
/** Within this time, world seconds, the like counts as a repetition. */
const NOVELTY_SECONDS = 3 * 86_400

/** See `createLedger`. */
export type Ledger = {
  open(seed: string, mode: KeepingMode): Promise<void>
  /** Lets another tab keep this world; with `write`, what was taken in so far is kept first. */
  letGo(write: boolean): Promise<void>
  /** The memories of a person, loaded when they are not at hand: whoever was not heard of for a while is put away. */
  person(npcId: NpcId): Promise<PersonMemory>
  /** Turns observations into memories of every witness; resolves when what must be strict is kept. Returns how many were added. */
  observe(observations: readonly Observation[]): Promise<number>
  /** Keeps drafts of one person. */
  keep(npcId: NpcId, drafts: readonly MemoryDraft[], durability: 'strict' | 'relaxed'): Promise<Memory[]>
  /** Lets a night pass over a person's memories; `now` in world seconds. Returns how many were let go. */
  sleep(npcId: NpcId, now: number): Promise<number>
  /** Notes that memories were used. */
  use(npcId: NpcId, ids: readonly string[], worldSeconds: number): void
  pin(id: string, pinned: boolean): Promise<PersonMemory | null>
  forget(id: string): Promise<PersonMemory | null>
  /** Puts other words in place of a memory's; all else stays as it was. The memory has another id from then on. */
  reword(id: string, text: string): Promise<PersonMemory | null>
  /** Takes back the last thing that was forgotten or reworded while the tab lives; null when there is none of this person. */
  undo(npcId: NpcId): Promise<PersonMemory | null>
  /** Puts these memories in the place of all that a person remembers, under new numbers, in one write. Returns how many there are now. */
  replace(npcId: NpcId, memories: readonly Memory[]): Promise<number>
  /** Puts everything at hand away, so that it is read anew. */
  clear(): void
  /** Lets what is kept be changed as a whole: what was taken in before is kept first, what comes meanwhile waits, and everybody is read anew. What is begun and not taken in rejects. */
  renew<T>(change: () => Promise<T>): Promise<T>
  /** Counts worlds opened: what was begun in an earlier one must not be kept in this. */
  readonly visit: number
  /** People and memories at hand. */
  readonly size: { people: number; memories: number }
}

/** So much of a line tells it from others. */
const UNSAID_LETTERS = 120
/** How many edits of one person can be taken back. */
const MOST_UNDO = 20

/** What was taken away by hand, and what stands in its place. */
type Edit = { gone: Memory; insteadId: string | null }

/** What of somebody is in no memory: edits that can be taken back, what was noticed how often, what was asked last in a talk. */
type Leftovers = { edits: Edit[]; seen: Map<string, number[]>; asked: Map<number, string> }

type Mind = Leftovers & { /** Whether what is kept of them could be read. */ isWhole: boolean; npcId: NpcId; memories: Memory[]; byId: Map<string, Memory>; recall: Recall; /** Ids of those whose meaning is known. */ meant: Set<string>; /** At hand, not yet findable: most people who are loaded are never asked. */ waiting: Memory[]; next: number }

/** A ledger over a store. Whoever `stays` is not put away. */
export function createLedger(store: MemoryStore, stays: (npcId: NpcId) => boolean = () => false): Ledger {
  const minds = createAtHand(loadMind, stays)
  const leftovers = new Map<NpcId, Leftovers>()
  let total = 0
  let visit = 0
  /** What is being taken in: whoever asks for a person hears of it first. */
  let taking: Promise<unknown> = Promise.resolve()

  /** Somebody at hand, after all that was noticed before; rejects when the world is left meanwhile. */
  async function mindOf(npcId: NpcId): Promise<Mind> {
    await taking
    const mine = visit
    const mind = await minds.get(npcId)
    if (mine !== visit) throw new Error('the world was left')
    return mind
  }

  async function loadMind(npcId: NpcId): Promise<Mind> {
    const mine = visit
    const left = leftovers.get(npcId)
    leftovers.delete(npcId)
    const { memories, next, whole } = await store.load(npcId)
    const mind: Mind = { isWhole: whole, npcId, memories: [], byId: new Map(), recall: createRecall(), meant: new Set(), waiting: [], next, ...(left ?? { edits: [], seen: new Map(), asked: new Map() }) }
    for (const memory of memories) hold(mind, memory)
    if (!left) for (const memory of memories) for (const id of memory.about) for (const key of [`see ${id}`, ...(memory.conversationId === null ? [] : [`talk ${id}`])]) noteSeen(mind, key, memory.worldSeconds)
    if (mine === visit) total += mind.memories.length
    return mind
  }

  /** Puts away who was not heard of for a while; what they noticed lately stays, as it is in no memory. */
  async function putAway(): Promise<void> {
    await minds.putAway(store.putAway, leave)
    for (const [npcId, { edits, seen }] of leftovers) {
      forgetSeen(seen)
      if (seen.size === 0 && edits.length === 0) leftovers.delete(npcId)
    }
  }

  /** Lets go of somebody, but for what is in no memory. */
  function leave(npcId: NpcId, { memories, edits, seen, asked }: Mind): void {
    total -= memories.length
    leftovers.set(npcId, { edits, seen, asked })
  }

  /** What is to happen after all that was noticed, and before all that will be. */
  function after<T>(change: () => Promise<T>): Promise<T> {
    const mine = taking.then(change)
    taking = mine.catch(() => undefined)
    return mine
  }

  /** What was noticed so long ago that it counts no more. */
  function forgetSeen(seen: Map<string, number[]>): void {
    for (const [key, when] of seen) if ((when.at(-1) ?? 0) < minds.latest - NOVELTY_SECONDS) seen.delete(key)
  }

  function clear(): void {
    visit++
    minds.clear()
    leftovers.clear()
    total = 0
  }

  function hold(mind: Mind, memory: Memory): void {
    mind.memories.push(memory)
    mind.byId.set(memory.id, memory)
    mind.waiting.push(memory)
  }

  /** A person's recall, with everything at hand in it. */
  function recallOf(mind: Mind): Recall {
    for (const memory of mind.waiting) if (mind.byId.get(memory.id) === memory) index(mind, memory)
    mind.waiting = []
    return mind.recall
  }

  function index(mind: Mind, memory: Memory): void {
    mind.recall.add({
      id: memory.id, text: memory.text, time: memory.worldSeconds, about: memory.about, place: memory.place.name, triple: memory.triple, kind: memory.kind, importance: memory.importance, felt: memory.felt, pinned: memory.pinned, conversation: memory.conversationId,
    })
  }

  /** Lets go for good of what lies forgotten in the recall, once it is more than what is left: from then on one remembers as after a reload. */
  function renewRecall(mind: Mind): void {
    if (mind.recall.dead <= mind.recall.size + MOST_FORGOTTEN) return
    const entries = mind.recall.entries()
    mind.recall = createRecall()
    for (const entry of entries) mind.recall.add(entry)
  }

  /** One night: the faint go for good, runs of the same become one. Returns how many went. */
  function night(mind: Mind, now: number): number {
    const { forget, often } = consolidate(mind.memories, now)
    for (const memory of forget) {
      mind.byId.delete(memory.id)
      mind.recall.remove(memory.id)
    }
    const gone = new Set(forget)
    mind.memories = mind.memories.filter((memory) => !gone.has(memory))
    total -= forget.length
    if (forget.length > 0) store.fade(forget)
    renewRecall(mind)
    const added = add(mind, often)
    if (added.length > 0) void store.add(added, 'relaxed')
    return forget.length
  }

  function drop(mind: Mind, memory: Memory): void {
    mind.byId.delete(memory.id)
    mind.recall.remove(memory.id)
    mind.memories = mind.memories.filter((other) => other !== memory)
    total--
  }

  function noteSeen(mind: Mind, key: string, worldSeconds: number): void {
    const times = mind.seen.get(key)
    if (times) times.push(worldSeconds)
    else mind.seen.set(key, [worldSeconds])
    if (mind.seen.size > 2_000) forgetSeen(mind.seen)
  }

  function add(mind: Mind, drafts: readonly MemoryDraft[]): Memory[] {
    const added = drafts.map((draft) => {
      const memory = toMemory(draft, mind.next++)
      hold(mind, memory)
      total++
      return memory
    })
    const newest = added.at(-1)
    if (newest && mind.memories.length > MOST_AT_HAND) night(mind, newest.worldSeconds)
    return added
  }

  async function takeAway(mind: Mind, memory: Memory): Promise<void> {
    drop(mind, memory)
    await store.remove(memory)
  }

  function noteEdit(mind: Mind, edit: Edit): void {
    mind.edits.push(edit)
    if (mind.edits.length > MOST_UNDO) mind.edits.shift()
  }

  /** A memory once more, under a number of its own, with other words where some are given. */
  async function putBack(mind: Mind, memory: Memory, text: string): Promise<Memory> {
    const { id: _id, sequence: _sequence, hash: _hash, recallCount: _count, lastRecalled: _last, validTo: _validTo, ...draft } = memory
    const again = add(mind, [{ ...draft, text: capText(text) }])[0]!
    await store.add([again], 'strict')
    return again
  }

  function factsAbout(mind: Mind, whom: ActorId): Memory[] {
    return mind.memories.filter((memory) => memory.kind === 'fact' && memory.validTo === null && memory.triple?.[0] === whom)
  }

  const view = (mind: Mind): PersonMemory => ({
    npcId: mind.npcId,
    get memories() {
      return mind.memories
    },
    find(query, k) {
      const found: RecalledMemory[] = []
      for (const { id, score, parts, because } of recallOf(mind).recall(query, k)) {
        const memory = mind.byId.get(id)
        if (memory) found.push({ memory, score, parts, because })
      }
      return found
    },
    unmeant(most) {
      const found: Memory[] = []
      for (let n = mind.memories.length - 1; n >= 0 && found.length < most; n--) if (!mind.meant.has(mind.memories[n]!.id)) found.push(mind.memories[n]!)
      return found
    },
    mean(id, vector) {
      if (recallOf(mind).update(id, { vector })) mind.meant.add(id)
    },
    forgetMeanings() {
      mind.recall.forgetVectors()
      mind.meant.clear()
    },
  })

  /** What somebody took back was not said: who heard it does not remember it. */
  async function unsay(mind: Mind, { conversationId, text }: Extract<Observation['event'], { type: 'speech-unsaid' }>): Promise<void> {
    // as it was kept: on one line
    const start = text.replace(/\s+/g, ' ').trim().slice(0, UNSAID_LETTERS)
    const gone = mind.memories.filter((memory) => memory.conversationId === conversationId && (memory.kind === 'said' || memory.kind === 'heard') && memory.text.includes(`“${start}`))
    for (const memory of gone) await takeAway(mind, memory)
  }

  async function witness(observation: Observation, npcId: NpcId): Promise<{ count: number; kept: Promise<void> }> {
    const mind = await minds.get(npcId)
    const { event, worldSeconds } = observation
    if (event.type === 'speech-unsaid') return { count: 0, kept: unsay(mind, event) }
    const talk = event.type === 'speech-said' ? event.conversationId : null
    const name = factsAbout(mind, 'player').findLast((memory) => memory.triple?.[1] === 'name')?.triple?.[2]
    const kept = observe(observation, {
      npcId, playerName: name ?? 'the stranger', asked: talk === null ? null : askedFor(mind.asked.get(talk) ?? ''), factsAbout: (whom) => factsAbout(mind, whom),
      timesBefore: (key) => (mind.seen.get(key) ?? []).filter((when) => worldSeconds - when < NOVELTY_SECONDS).length,
    })
    if (event.type === 'speech-said' && event.speakerId === npcId && talk !== null) mind.asked.set(talk, event.text)
    for (const key of kept.keys) noteSeen(mind, key, worldSeconds)
    for (const memory of kept.ended) memory.validTo = worldSeconds
    const added = add(mind, kept.drafts)
    const writes = [...kept.ended.map((memory) => store.change(memory, { validTo: worldSeconds })), ...(added.length > 0 ? [store.add(added, kept.strict ? 'strict' : 'relaxed')] : [])]
    return { count: added.length, kept: Promise.all(writes).then(() => undefined) }
  }

  return {
    open: (seed, mode) =>
      after(async () => {
        clear()
        await store.open(seed, mode)
      }),
    async letGo(write) {
      if (write) await taking
      await store.letGo(write)
    },
    async person(npcId) {
      const mind = await mindOf(npcId)
      if (mind.isWhole) return view(mind)
      leave(npcId, mind)
      return view(await minds.again(npcId))
    },
    async observe(observations) {
      let count = 0
      const writes: Array<Promise<void>> = []
      await after(async () => {
        for (const observation of observations) {
          const { event } = observation
          minds.hear(observation.worldSeconds)
          const witnesses = 'witnessIds' in event ? event.witnessIds : event.type === 'thought-had' ? [event.npcId] : []
          for (const npcId of new Set(witnesses)) {
            const result = await witness(observation, npcId)
            count += result.count
            writes.push(result.kept)
          }
        }
      })
      putAway().catch(() => undefined)
      await Promise.all(writes)
      return count
    },
    async keep(npcId, drafts, durability) {
      const added = add(await mindOf(npcId), drafts)
      if (added.length > 0) await store.add(added, durability)
      return added
    },
    sleep: async (npcId, now) => night(await mindOf(npcId), now),
    use(npcId, ids, worldSeconds) {
      const note = (mind: Mind): void => {
        for (const memory of ids.flatMap((id) => mind.byId.get(id) ?? [])) {
          memory.recallCount++
          memory.lastRecalled = worldSeconds
          void store.change(memory, { recallCount: memory.recallCount, lastRecalled: worldSeconds })
        }
      }
      mindOf(npcId).then(note, () => undefined)
    },
    async pin(id, pinned) {
      const mind = await mindOf(ownerOf(id))
      const memory = mind.byId.get(id)
      if (!memory) return null
      memory.pinned = pinned
      mind.recall.update(id, { pinned })
      await store.change(memory, { pinned })
      return view(mind)
    },
    async forget(id) {
      const mind = await mindOf(ownerOf(id))
      const memory = mind.byId.get(id)
      if (!memory) return null
      await takeAway(mind, memory)
      noteEdit(mind, { gone: memory, insteadId: null })
      return view(mind)
    },
    async reword(id, text) {
      const mind = await mindOf(ownerOf(id))
      const memory = mind.byId.get(id)
      if (!memory || text.trim() === '') return null
      const instead = await putBack(mind, memory, text)
      await takeAway(mind, memory)
      noteEdit(mind, { gone: memory, insteadId: instead.id })
      return view(mind)
    },
    async undo(npcId) {
      const mind = await mindOf(npcId)
      const edit = mind.edits.pop()
      if (!edit) return null
      await putBack(mind, edit.gone, edit.gone.text)
      const instead = edit.insteadId === null ? undefined : mind.byId.get(edit.insteadId)
      if (instead) await takeAway(mind, instead)
      return view(mind)
    },
    async replace(npcId, memories) {
      const mind = await mindOf(npcId)
      const before = mind.memories
      const numbers = new Map(memories.map(({ id }, i) => [id, `${npcId}#${mind.next + i}`]))
      const renumber = (id: string): string => numbers.get(id) ?? id
      store.fade(before)
      for (const memory of before) drop(mind, memory)
      mind.edits = []
      const added = add(mind, memories.map(({ id: _id, sequence: _sequence, hash: _hash, recallCount: _count, lastRecalled: _last, validTo: _validTo, ...draft }) => ({ ...draft, npcId, evidence: draft.evidence.map(renumber), supersedes: draft.supersedes && renumber(draft.supersedes) })))
      added.forEach((memory, i) => {
        const { validTo, recallCount, lastRecalled } = memories[i]!
        Object.assign(memory, { validTo, recallCount, lastRecalled })
      })
      await store.add(added, 'strict')
      return added.length
    },
    clear,
    renew: (change) =>
      after(() => {
        clear()
        return change().finally(clear)
      }),
    get visit() {
      return visit
    },
    get size() {
      return { people: minds.size, memories: total }
    },
  }
}

function ownerOf(id: string): NpcId {
  return id.slice(0, id.lastIndexOf('#')) as NpcId
}
