/** What can be wrong with what is stored, and how it is said. */
import type { Memory } from '#minds/memory/memory.ts'
import { readRecord } from './memory-record.ts'

/** Said in a second tab of the same world. */
export const SECOND_TAB = 'This world is open in another tab, which keeps it. What happens and what people learn here lasts only as long as this tab. Go on in the other tab, or keep the world here instead, as it is there.'
/** Said when the browser has no room for more. */
const FULL = 'There is no room left on this device, so what happens and what people learn from now on lasts only as long as this tab. Save this world to a file under Settings, then free disk space or forget other worlds there; writing is tried again all the while.'
/** Said when writing failed below the browser, which tells no reason: of those that occur, a full disk is by far the most common. */
const UNWRITTEN = 'This browser cannot write to this device any more, most likely because it is full, so what happens and what people learn from now on lasts only as long as this tab. Save this world to a file under Settings, then free disk space or forget other worlds there; writing is tried again all the while.'
const UNAVAILABLE = 'This browser does not let the page keep anything, so this world and what its people remember of you last only as long as this tab. Allow site storage or leave private browsing, then load the page again.'
const OTHER_VERSION = 'Another tab holds an older version of the memories open, so new ones last only as long as this tab. Close the other tabs of this game, then load the page again.'

/** Why writing or reading failed, with what to do; the same words for memories and worlds. */
export function describeFailure(error: unknown): string {
  if (error instanceof Error || error instanceof DOMException) {
    if (error.name === 'QuotaExceededError') return FULL
    if (error.name === 'UnknownError' || error.name === 'AbortError') return UNWRITTEN
    if (error.name === 'VersionError' || error.message.includes('older version')) return OTHER_VERSION
  }
  return UNAVAILABLE
}

/** One sentence on records that could not be used; null when all could. */
export function describeAside({ corrupt, future, missing }: { corrupt: number; future: number; missing: number }): string | null {
  const parts = [
    ...(corrupt > 0 ? [`${corrupt} ${corrupt === 1 ? 'memory is' : 'memories are'} damaged`] : []),
    ...(future > 0 ? [`${future} ${future === 1 ? 'comes' : 'come'} from a newer version of this game`] : []),
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'is' : 'are'} missing`] : []),
  ]
  return parts.length === 0 ? null : `Of the stored memories ${parts.join(', ')}; they were set aside and left as they are, everything else is remembered.${future > 0 ? ' Load the page anew to get the newest version.' : ''}`
}

/** Said when what was kept was deleted under the open world; `lost` could not be written again. */
export function describeWipe({ people, memories }: { people: number; memories: number }, lost: { people: number; memories: number }): string {
  const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  const again = `${counted(memories, 'memory', 'memories')} of ${counted(people, 'person', 'people')}`
  const start = 'What this browser had kept of this world was deleted while it was open.'
  if (lost.memories === 0) return `${start} Nothing is lost: it was written again from this tab, ${again}.`
  return `${start} ${memories === 0 ? 'Nothing of it was at hand in this tab' : `This tab wrote again what it had at hand, ${again}`}; ${counted(lost.memories, 'memory', 'memories')} of ${counted(lost.people, 'person', 'people')} ${lost.memories === 1 ? 'is' : 'are'} gone. A world saved to a file brings them back.`
}

/** The memories among stored values, in order; how many could not be used; the first number that was never used. */
export function checkRecords(keys: ReadonlyArray<readonly [seed: string, npcId: string, sequence: number]>, values: readonly unknown[]): { memories: Memory[]; corrupt: number; future: number; missing: number; next: number } {
  const result = { memories: [] as Memory[], corrupt: 0, future: 0, missing: 0, next: 0 }
  const nexts = new Map<string, number>()
  keys.forEach((key, i) => {
    const read = readRecord(values[i], key)
    if (read.kind === 'memory') result.memories.push(read.memory)
    else if (read.kind !== 'forgotten') result[read.kind]++
    const [, npcId, sequence] = key
    const expected = nexts.get(npcId) ?? 0
    if (Number.isInteger(sequence) && sequence >= expected) {
      result.missing += sequence - expected
      nexts.set(npcId, sequence + 1)
    }
  })
  for (const next of nexts.values()) result.next = Math.max(result.next, next)
  return result
}
