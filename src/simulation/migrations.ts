/** Steps from older saved forms to this one: entry i leads from version i + 1 to i + 2. Append only; never edit one that was released. */
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
  // 3 → 4: people deliberate and learn from what came of it; they hold beliefs, relations have six axes, what happens and what was agreed on is kept
  (stored) => ({
    ...stored,
    npcs: recordsOf(stored['npcs']).map((npc) => ({
      ...npc, lenses: startLenses((npc as Pick<Npc, 'temperament'>).temperament), foresight: null, deliberateTick: 0,
      relations: recordsOf(npc['relations']).map((relation) => ({ ...relation, respect: 0, fear: 0, debt: 0 })), beliefs: [], nextBeliefId: 1,
    })),
    conversations: recordsOf(stored['conversations']).map((talk) => ({ ...talk, telling: null })),
    chronicle: { nextId: 1, untilSeconds: stored['worldSeconds'], happenings: [], gatherings: [], births: [], deaths: [] },
    appointments: [],
  }),
]

/** What is there of a list of records; a damaged one is left to the schema to refuse. */
function recordsOf(value: unknown): Array<{ [field: string]: unknown }> {
  return Array.isArray(value) ? (value as unknown[]).filter((item): item is { [field: string]: unknown } => typeof item === 'object' && item !== null) : []
}

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
