/** The page that is killed: writes memories through the real ledger and store of the minds worker, and says what was acknowledged. */
import type { NpcId } from '#core/ids.ts'
import { createRng, nextFloat, nextInt } from '#core/rng.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { draftMemory } from '#minds/memory/make-memory.ts'
import { createMemoryStore } from '#platform/storage/memory-store.ts'

const PEOPLE: readonly NpcId[] = ['npc:1,1/0', 'npc:1,1/1', 'npc:1,1/2', 'npc:1,1/3']
/** Memories given to the store at once, at most, and how often they must be strict. */
const MOST_AT_ONCE = 12
const STRICT_SHARE = 0.35

/** What is found in the store by somebody who opens it anew. */
export type FoundMemories = { hashes: { [id: string]: string }; problem: string | null }

/** Everything the store holds of a seed, through the checks that a player's memories go through. */
async function read(seed: string): Promise<FoundMemories> {
  const store = createMemoryStore()
  await store.open(seed, 'keep')
  const hashes: FoundMemories['hashes'] = {}
  for (const npcId of PEOPLE) for (const memory of (await store.load(npcId)).memories) hashes[memory.id] = memory.hash
  return { hashes, problem: (await store.status()).problem }
}

/** Writes without end, by dice; each line of the console is what was acknowledged with one strict write. */
async function write(seed: string, dice: number): Promise<void> {
  const rng = createRng(dice)
  const store = createMemoryStore()
  const ledger = createLedger(store)
  await ledger.open(seed, 'keep')
  const keepGoing = async (lane: number): Promise<void> => {
    for (let turn = 0; ; turn++) {
      const npcId = PEOPLE[(lane + nextInt(rng, 0, PEOPLE.length - 1)) % PEOPLE.length]!
      const drafts = Array.from({ length: nextInt(rng, 1, MOST_AT_ONCE) }, (_, i) => draftMemory({ npcId, worldSeconds: turn * 60, place: { x: 0, z: 0, name: 'the square' }, kind: 'heard', text: `In round ${dice}, lane ${lane}, turn ${turn} I heard word number ${i}, and it was a long one about ${'bread '.repeat(nextInt(rng, 1, 20))}.`, importance: nextFloat(rng) }))
      const strict = nextFloat(rng) < STRICT_SHARE
      const kept = await ledger.keep(npcId, drafts, strict ? 'strict' : 'relaxed')
      // what waited for company is written with it, in order
      if (strict) console.info(`ack ${JSON.stringify(kept.map(({ id, hash }) => [id, hash]))}`)
      else await new Promise((resolve) => setTimeout(resolve, nextInt(rng, 0, 6)))
    }
  }
  await Promise.all([keepGoing(0), keepGoing(1), keepGoing(2)])
}

Object.assign(window, { killPage: { read, write } })
