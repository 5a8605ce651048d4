/** At a feast by the player somebody lifts a cup now and then. */
import { hashCell, unitOf } from '#core/hash.ts'
import { isWithin } from '#core/near.ts'
import { createRng } from '#core/rng.ts'
import { createClaim } from '../beliefs/claim.ts'
import { sayAsNpc } from '../conversations/say.ts'
import type { World } from '../world.ts'
import { sceneLine } from './scene-lines.ts'

/** How near the player must be to hear it, metres. */
const HEARD_METERS = 60
/** Ticks between toasts: half a minute of play. */
const TOAST_TICKS = 560
const SHOWN_TICKS = 44
/** How far guests stand from where the feast is, metres. */
const FEAST_METERS = 9

/** Lets a guest lift a cup, when it is time. */
export function toast(world: World): void {
  if (world.tick % TOAST_TICKS !== 0) return
  const feast = world.chronicle.gatherings.find(({ kind, fromSeconds, untilSeconds }) => kind === 'feast' && fromSeconds <= world.worldSeconds && world.worldSeconds < untilSeconds)
  if (!feast || !isWithin(feast, world.player.body, HEARD_METERS)) return
  const guests = world.npcs.filter((npc) => !npc.indoors && npc.conversationId === null && npc.skill?.skillId === 'gather' && isWithin(npc.body, feast, FEAST_METERS))
  const guest = guests[Math.floor(guests.length * unitOf(hashCell(world.tick, 3)))]
  if (!guest || guests.length < 2) return
  guest.gesture = { kind: 'wave', toId: null, fromTick: world.tick, untilTick: world.tick + SHOWN_TICKS }
  sayAsNpc(world, guest, { text: sceneLine(createRng(hashCell(world.tick, feast.fromSeconds)), 'toast', createClaim('feast', {})), source: 'builtin' })
}
