/** When a storm breaks near the player, one or two of those out of doors call the others in. */
import { hashCell, hashString } from '#core/hash.ts'
import { isWithin } from '#core/near.ts'
import { createRng } from '#core/rng.ts'
import { createClaim } from '../beliefs/claim.ts'
import { sayAsNpc } from '../conversations/say.ts'
import { isAwake } from '../npc/perceive.ts'
import type { World } from '../world.ts'
import { sceneLine } from './scene-lines.ts'

/** How near the player they must be, metres, how many call, how old they are at least, and how long it is shown, ticks. */
const HEARD_METERS = 50
const MOST_CALLERS = 2
const GROWN = 14
const SHOWN_TICKS = 50

/** Lets people call out, in the tick in which a storm begins. */
export function callInside(world: World): void {
  if (!world.events.some((event) => event.type === 'weather-change' && event.weather === 'storm')) return
  const out = world.npcs.filter((npc) => npc.age >= GROWN && !npc.indoors && !npc.frozen && npc.conversationId === null && isAwake(npc) && isWithin(npc.body, world.player.body, HEARD_METERS))
  for (const [turn, npc] of out.sort((a, b) => hashString(a.id) - hashString(b.id)).slice(0, MOST_CALLERS).entries()) {
    npc.gesture = { kind: turn === 0 ? 'wave' : 'startle', toId: null, fromTick: world.tick, untilTick: world.tick + SHOWN_TICKS }
    sayAsNpc(world, npc, { text: sceneLine(createRng(hashCell(world.tick, 7)), 'storm-call', createClaim('storm', {}), { turn }), source: 'builtin' })
  }
}
