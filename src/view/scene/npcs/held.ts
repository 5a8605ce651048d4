/** What people hold that is no tool of their trade: by what they are at. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { hourOf } from '#simulation/clock.ts'
import { isLaden } from '#simulation/npc/laden.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { FEASTING } from '#simulation/skills/gather.ts'
import { isOnWatch } from '#simulation/skills/night-watch.ts'
import type { World } from '#simulation/world.ts'
import type { Tool } from './trade-things.ts'

/** What hands hold at a doing, by what it is called. */
const BY_DOING: ReadonlyArray<readonly [doing: RegExp, tool: Tool]> = [[/mending what the storm broke/, 'hammer'], [/sweeping/, 'broom'], [/splitting|kindling|chopping/, 'axe'], [/feeding the hens/, 'basket'], [/with a cup/, 'cup'], [/washing/, 'basket']]
/** Who goes about between these hours carries a light, and from which age on. */
const DARK = { from: 21.3, to: 5.2 } as const
const LIGHT_AGE = 10
/** What the work of a trade is done with at a harvest. */
const REAPING = 'bringing it in'

/** What somebody holds now in place of the tool of their trade; null for that tool. A lantern on the watch and on any way in the dark that may be seen, a basket with what was bought or stolen, a cup at a feast, a bucket on the way to the well and back, and what is needed for chores. */
export function heldBy(world: DeepReadonly<Pick<World, 'worldSeconds'>>, npc: DeepReadonly<Npc>): Tool | null {
  if (isOnWatch(world, npc)) return 'lantern'
  if (isLaden(npc)) return 'basket'
  const { skill } = npc
  if (!skill) return null
  const hour = hourOf(world.worldSeconds)
  if ((hour > DARK.from || hour < DARK.to) && npc.age >= LIGHT_AGE && skill.phase === 'walk' && skill.skillId !== 'vigil' && skill.skillId !== 'withdraw') return 'lantern'
  if (skill.skillId === 'fetch') return skill.phase === 'walk' || skill.doing.includes('buckets') ? 'bucket' : null
  if (skill.skillId === 'eaves' && skill.going.includes('with the washing')) return 'basket'
  if (skill.phase !== 'do' || skill.skillId === 'work') return null
  if (skill.skillId === 'gather' && skill.doing === FEASTING) return 'cup'
  if (skill.skillId === 'go-to' && skill.doing === REAPING) return npc.trade === 'farmer' ? 'hoe' : 'basket'
  return BY_DOING.find(([doing]) => doing.test(skill.doing))?.[1] ?? null
}
