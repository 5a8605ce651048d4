/** Which scene a person is on the way to, or in. */
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Scene } from './scene.ts'

/** The scene of a person; undefined for none. Whoever is being robbed knows nothing of it. */
export function findScene(world: World, npc: Npc): Scene | undefined {
  return world.chronicle.scenes.find(({ doerId, suffererId, claim }) => doerId === npc.id || (suffererId === npc.id && claim.kind !== 'theft'))
}
