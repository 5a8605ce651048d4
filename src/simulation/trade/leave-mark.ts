/** What a trade leaves behind: an event to be remembered, and news where it was out of the ordinary. */
import { createClaim, type Claim } from '../beliefs/claim.ts'
import { learn, noteKnownBy } from '../beliefs/learn.ts'
import { dayOf } from '../clock.ts'
import { emit } from '../events.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { nameOfActor } from '../words.ts'
import type { Deal } from './deal-record.ts'
import { goodOf } from './goods.ts'

/** A purchase or a gift of so many pennies is talked about; so is buying all there is of something, if it is more than a few. */
const DEAR_PURCHASE = 18
const DEAR_GIFT = 6
const MANY = 4
/** How much people talk of it, 0..1: of what is out of the ordinary, and of a small gift. */
const UNUSUAL = 0.42
const SMALL = 0.15
/** Trades that change hands nothing are forgotten. */
const NOTHING: ReadonlySet<Deal['kind']> = new Set(['asked', 'lowered', 'held', 'bid', 'errand', 'declined'])

/** Lets a trade be known. */
export function leaveMark(world: World, npc: Npc, deal: Deal): void {
  if (NOTHING.has(deal.kind) || (deal.kind === 'refused' && deal.trouble !== 'not-there')) return
  emit(world, { type: 'goods-pass', npcId: npc.id, deal: { ...deal }, witnessIds: [npc.id] })
  const news = newsOf(world, npc, deal)
  if (!news) return
  const { claim, topic, importance } = news
  const belief = learn(npc, { topic, claim, confidence: 1, importance, secrecy: 0, source: null, root: { happeningId: null, firstId: npc.id }, hops: 0, mutations: [], happenedSeconds: world.worldSeconds }, world.worldSeconds)
  noteKnownBy(belief, 'player')
}

function newsOf(world: World, npc: Npc, { kind, goodId, count, pennies, left }: Deal): { claim: Claim; topic: string; importance: number } | null {
  if (goodId === null) return null
  const good = goodOf(goodId)
  const player = { id: 'player' as const, name: nameOfActor(world, 'player') }
  const me = { id: npc.id, name: npc.given }
  const things = { object: count === 1 ? good.name : good.many, count }
  if (kind === 'given') return { claim: createClaim('gift', { subject: player, target: me, ...things }), topic: giftTopic(world, npc), importance: pennies >= DEAR_GIFT ? UNUSUAL : SMALL }
  const boughtAll = left === 0 && count >= MANY
  if (kind === 'bought' && (pennies >= DEAR_PURCHASE || boughtAll)) return { claim: createClaim('bought', { subject: player, target: me, ...things, cause: boughtAll ? 'all there was' : '' }), topic: `bought:${npc.id}:${goodId}:${dayOf(world.worldSeconds)}`, importance: UNUSUAL }
  return null
}

/** By what a gift of the player to a person on a day is known. */
export function giftTopic(world: Pick<World, 'worldSeconds'>, npc: Pick<Npc, 'id'>): string {
  return `given:${npc.id}:${dayOf(world.worldSeconds)}`
}
