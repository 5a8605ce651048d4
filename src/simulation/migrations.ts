/** Steps from older saved forms to this one: entry i leads from version i + 1 to i + 2. Append only; never edit one that was released. */
import { createAffect } from './affect/affect.ts'
import { PAST_DAYS } from './happenings/past-days.ts'
import { startLenses } from './npc/lenses.ts'
import type { Mood } from './affect/affect.ts'
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
  // 3 → 4: people deliberate and learn from what came of it; they feel; they hold beliefs, relations have six axes, what happens and what was agreed on is kept
  (stored) => ({
    ...stored,
    wounds: true,
    npcs: each(stored['npcs'], (npc) => ({
      ...npc, lenses: startLenses((npc as Pick<Npc, 'temperament'>).temperament), foresight: null, deliberateTick: 0,
      relations: each(npc['relations'], (relation) => ({ ...relation, respect: 0, fear: 0, debt: 0 })), beliefs: [], nextBeliefId: 1, affect: createAffect(npc['mood'] as Mood, Number(stored['worldSeconds'])),
    })),
    conversations: each(stored['conversations'], (talk) => ({ ...talk, telling: null })),
    chronicle: { nextId: 1, untilSeconds: stored['worldSeconds'], happenings: [], gatherings: [], births: [], deaths: [], pastDays: PAST_DAYS, scenes: [], waiting: [], damages: [] },
    appointments: [],
  }),
]

/** A list with every record of it changed; what is no list or no record stays as it is, for the schema to refuse. */
function each(value: unknown, change: (record: { [field: string]: unknown }) => object): unknown {
  return Array.isArray(value) ? (value as unknown[]).map((item) => (typeof item === 'object' && item !== null ? change(item as { [field: string]: unknown }) : item)) : value
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
