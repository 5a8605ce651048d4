/** The simulation's few words: times of day and buildings as people call them. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Npc } from './npc/npc.ts'
import type { World } from './world.ts'

/** "morning", "noon", "afternoon", "evening" or "night". */
export function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 21.5) return 'night'
  if (hour < 11.5) return 'morning'
  if (hour < 13.5) return 'noon'
  return hour < 17.5 ? 'afternoon' : 'evening'
}

/** What a person calls a building: "home", "the bakery", "Anna’s cottage". */
export function buildingWords(world: World, building: BuildingPlan, npc: Npc | null): string {
  if (npc && building.id === npc.homeId && (building.kind === 'cottage' || building.kind === 'farmhouse')) return 'home'
  if (building.kind !== 'cottage' && building.kind !== 'farmhouse') return `the ${building.kind}`
  const owner = world.npcs.find((other) => other.homeId === building.id)
  return owner ? `the ${owner.family} ${building.kind}` : `the old ${building.kind}`
}

/** The part of the day with its article, for "a quiet moment of …". */
export function momentOfDay(hour: number): string {
  const part = partOfDay(hour)
  return part === 'noon' || part === 'night' ? 'the day' : `the ${part}`
}

/** A noun with its indefinite article: "a smith", "an innkeeper". */
export function articled(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** A person's given name, or what the player is to those who have not heard a name. */
export function nameOfActor(world: DeepReadonly<Pick<World, 'npcs' | 'chronicle'>>, id: string): string {
  // a name one tells somebody is theirs to remember, and nobody else's
  if (id === 'player') return 'the stranger'
  return world.npcs.find((npc) => npc.id === id)?.given ?? world.chronicle.deaths.find(({ npcId }) => npcId === id)?.given ?? 'someone'
}
