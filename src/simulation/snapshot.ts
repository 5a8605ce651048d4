/** A world as it is kept: plain, cloneable, with a version. `read-snapshot.ts` is the way back. */
import type { World } from './world.ts'

/** The kept form of a world. */
export type WorldSnapshot = Omit<World, 'events'>

/** The world as it is now, sharing nothing with it; survives JSON and the structured clone. */
export function toSnapshot(world: World): WorldSnapshot {
  const { events: _events, ...kept } = world
  return structuredClone(kept)
}
