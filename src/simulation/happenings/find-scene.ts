/** Which scene a person is on the way to, or in. */
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Scene } from './scene.ts'

/** The scene of a person; undefined for none. Whoever is being robbed knows nothing of it. */
export function findScene(world: World, npc: Npc): Scene | undefined {
  return world.chronicle.scenes.find(({ doerId, suffererId, claim, company }) => doerId === npc.id || (suffererId === npc.id && claim.kind !== 'theft') || company.includes(npc.id))
}

/** The scene that a person does or bears; undefined for none: of those who only come along one may still catch the eye. */
export function findOwnScene(world: World, npc: Npc): Scene | undefined {
  const scene = findScene(world, npc)
  return scene && !scene.company.includes(npc.id) ? scene : undefined
}
