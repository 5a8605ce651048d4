/** Errands: something is to be brought to a neighbour, who pays for it. A promise like any other, kept by bringing it. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { notePromise } from '../appointments/agree.ts'
import { keepPromise } from '../appointments/make-good.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import type { Npc } from '../npc/npc.ts'
import { putIn, roomIn } from '../player/satchel.ts'
import { changeRelation } from '../relations/change-relation.ts'
import type { World } from '../world.ts'
import type { Deal } from './deal-record.ts'
import { goodOf, type GoodId } from './goods.ts'
import { coinOf, goodsOf, payOut, stockOf, takeOff } from './wares.ts'

/** Sub-seeds of whether there is an errand on a day, to whom, and with what. */
const ERRAND_LAYER = 0x6572_7261
/** Share of days on which somebody has an errand, and what it pays, pennies; more where it is far. */
const ERRAND_SHARE = 0.75
const PENNIES = 2
const FAR_PENNIES = 3
const FAR_METERS = 90
/** Nothing dearer is put into a stranger's hands, pennies; who dislikes one gives one nothing. */
const DEAREST = 10
const DISLIKED = -0.15
/** The hour of the next day by which it is to be there. */
const DUE_HOUR = 23

/** What somebody would have brought to whom today; a refusal where there is nothing. */
export function offerErrand(world: World, npc: Npc): Deal | null {
  const { worldSeconds, player } = world
  const none: Deal = { kind: 'refused', goodId: null, count: 1, pennies: 0, left: 0, trouble: 'no-errand', otherId: null, worldSeconds }
  const chance = (part: number): number => unitOf(hashCell(hashString(npc.id), ERRAND_LAYER, dayOf(worldSeconds), part))
  const wares = goodsOf(npc).filter((good) => !good.fixed && !good.served && good.use !== 'sleep' && good.pennies <= DEAREST && stockOf(npc, good, worldSeconds) > 0)
  const warmth = npc.relations.find(({ otherId }) => otherId === 'player')?.warmth ?? 0
  if (wares.length === 0 || warmth < DISLIKED || player.satchel.some(({ parcel }) => parcel?.fromId === npc.id) || chance(0) > ERRAND_SHARE || coinOf(npc, worldSeconds) < FAR_PENNIES) return none
  const neighbours = world.npcs.filter((other) => other !== npc && other.settlementId === npc.settlementId && other.homeId !== npc.homeId && other.age >= 14 && npc.relations.some(({ otherId, warmth: towards }) => otherId === other.id && towards > 0))
  const to = neighbours[Math.floor(chance(1) * neighbours.length)]
  const good = wares[Math.floor(chance(2) * wares.length)]
  if (!to || !good) return none
  const far = (to.body.x - npc.body.x) ** 2 + (to.body.z - npc.body.z) ** 2 > FAR_METERS * FAR_METERS
  return { ...none, kind: 'errand', trouble: null, goodId: good.id, pennies: far ? FAR_PENNIES : PENNIES, otherId: to.id }
}

/** The errand that was offered is taken: the thing is in the satchel, the word is given. */
export function takeErrand(world: World, npc: Npc, offer: Deal): Deal | null {
  const { player, worldSeconds } = world
  const to = world.npcs.find(({ id }) => id === offer.otherId)
  if (!to || offer.goodId === null) return null
  if (roomIn(player) < 1) return { ...offer, kind: 'refused', trouble: 'satchel-full', worldSeconds }
  const good = goodOf(offer.goodId)
  takeOff(npc, good.id, 1)
  putIn(player, good.id, 1, { fromId: npc.id, toId: to.id, toName: to.given, pennies: offer.pennies })
  notePromise(world, npc, { byId: 'player', what: errandWords(to.given, good.id), atSeconds: (dayOf(worldSeconds) + 1) * DAY_WORLD_SECONDS + DUE_HOUR * 3600 })
  return { ...offer, kind: 'taken', worldSeconds }
}

function errandWords(toName: string, goodId: GoodId): string {
  return `bring ${toName} ${goodOf(goodId).name}`
}

/** Hands over what was to be brought to this person, of a good where one is named; null when nothing is for them. */
export function deliver(world: World, npc: Npc, goodId: GoodId | null): Deal | null {
  const { player, worldSeconds } = world
  const at = player.satchel.findIndex(({ parcel, goodId: carried }) => parcel?.toId === npc.id && (goodId === null || goodId === carried))
  const { parcel, goodId: brought } = player.satchel[at] ?? {}
  if (!parcel || !brought) return null
  player.satchel.splice(at, 1)
  player.purse += parcel.pennies
  const from = world.npcs.find(({ id }) => id === parcel.fromId)
  if (from) {
    payOut(from, parcel.pennies, worldSeconds)
    const promise = world.appointments.find(({ kind, npcId, withId, what, state }) => kind === 'promise' && npcId === from.id && withId === 'player' && (state === 'agreed' || state === 'missed') && what === errandWords(npc.given, brought))
    if (promise) keepPromise(world, from, promise)
  }
  changeRelation(npc, 'player', { warmth: 0.03, trust: 0.03, respect: 0.02, reason: `they brought me ${goodOf(brought).name}${from ? ` from ${from.given}` : ''}` })
  return { kind: 'delivered', goodId: brought, count: 1, pennies: parcel.pennies, left: 0, trouble: null, otherId: parcel.fromId, worldSeconds }
}
