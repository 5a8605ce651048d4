/** Steps from older saved forms to this one: entry i leads from version i + 1 to i + 2. Append only; never edit one that was released. */
import { createAffect } from './affect/affect.ts'
import { startLenses } from './npc/lenses.ts'
import type { Npc } from './npc/npc.ts'

/** A stored world of any version. */
export type StoredWorld = { version: number; [field: string]: unknown }

/** One step; may change its argument. */
type Migration = (stored: StoredWorld) => StoredWorld

const MIGRATIONS: readonly Migration[] = [
  // 1 → 2: snow falls and lies
  (stored) => ({ ...stored, weather: { ...(stored['weather'] as object), snow: 0, lying: 0 } }),
  // 2 → 3: where one has been is kept
  (stored) => ({ ...stored, player: { ...(stored['player'] as object), explored: {} } }),
  // 3 → 4: people deliberate, and learn from what came of it; they feel
  (stored) => ({
    ...stored,
    wounds: true,
    npcs: (stored['npcs'] as Array<Pick<Npc, 'temperament' | 'mood'>>).map((npc) => ({ ...npc, lenses: startLenses(npc.temperament), foresight: null, deliberateTick: 0, affect: createAffect(npc.mood, Number(stored['worldSeconds'])) })),
  }),
]

/** Brings a stored world up to `version`, step by step. */
export function migrate(stored: StoredWorld, version: number): StoredWorld {
  let current = stored
  while (current.version < version) {
    const step = MIGRATIONS[current.version - 1]
    if (!step) return current
    current = { ...step(current), version: current.version + 1 }
  }
  return current
}
