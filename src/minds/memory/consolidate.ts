/** What the night does to memories: the faint ones go, runs of the same become one "often", and what matters stays. */
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { importanceOf } from './importance.ts'
import { draftMemory, type MemoryDraft } from './make-memory.ts'
import type { Memory } from './memory.ts'
import { recencyOf } from './rank.ts'

/** Nothing younger than this is touched, world seconds. */
const FRESH_SECONDS = 2 * DAY_WORLD_SECONDS
/** What a memory must be worth to be kept, and how many are kept at most, the worthiest. */
const LEAST_WORTH = 0.05
const MOST_KEPT = 600
/** What weighs so much is never let go. */
const UNFORGETTABLE = 0.7
/** So many of the same become one. */
const RUN = 4

/** What is let go, and what stands for it. */
export type Night = { forget: Memory[]; often: MemoryDraft[] }

/** Worth of keeping: importance, faded by age as recall fades it, raised by use and by feeling; endless for what is exempt. */
function worthOf(memory: Memory, now: number): number {
  if (memory.pinned || memory.kind === 'fact' || memory.kind === 'wound' || memory.importance >= UNFORGETTABLE) return Infinity
  return (memory.importance + 0.05) * recencyOf({ time: memory.worldSeconds, kind: memory.kind, pinned: false }, now) * (1 + 0.2 * memory.recallCount) * (1 + memory.felt.intensity)
}

/** One night over a person's memories, in order of sequence. */
export function consolidate(memories: readonly Memory[], now: number): Night {
  const old = memories.filter(({ worldSeconds }) => now - worldSeconds > FRESH_SECONDS)
  const worths = new Map(old.map((memory) => [memory, worthOf(memory, now)]))
  const ranked = old.filter((memory) => worths.get(memory) !== Infinity).sort((a, b) => worths.get(a)! - worths.get(b)!)
  const over = Math.max(0, memories.length - MOST_KEPT)
  const forget = new Set(ranked.filter((memory, n) => n < over || worths.get(memory)! < LEAST_WORTH))
  const runs = new Map<string, Memory[]>()
  for (const memory of forget) if (memory.kind === 'perceived' || memory.kind === 'did') runs.set(memory.text, [...(runs.get(memory.text) ?? []), memory])
  const often: MemoryDraft[] = []
  for (const run of runs.values()) {
    if (run.length < RUN) continue
    // the last of the run stays, as what the rest rests on
    const last = run.reduce((latest, memory) => (memory.sequence > latest.sequence ? memory : latest))
    const text = oftenWords(last.text)
    if (text === null || memories.some((memory) => memory.kind === 'reflection' && memory.text === text)) continue
    forget.delete(last)
    often.push(draftMemory({ npcId: last.npcId, worldSeconds: now, place: last.place, kind: 'reflection', text, importance: importanceOf('reflection', 1) }, { about: [...last.about], evidence: [last.id] }))
  }
  return { forget: [...forget], often }
}

/** "I saw Boran at the mill." as something that happens often; null where it cannot be said so. */
function oftenWords(text: string): string | null {
  return text.startsWith('I ') ? `Often ${text}` : null
}
