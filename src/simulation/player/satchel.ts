/** What the player carries: a satchel of goods and parcels, and a purse of pennies. Plain data. */
import type { NpcId } from '#core/ids.ts'
import { goodOf, type GoodId } from '../trade/goods.ts'

/** So many of a good; a parcel is to be brought to `toId` for whoever gave it, and pays on delivery. */
export type Carried = { goodId: GoodId; count: number; parcel: Parcel | null }
/** Something to be brought: from whom, to whom, for how many pennies. */
export type Parcel = { fromId: NpcId; toId: NpcId; toName: string; pennies: number }

/** Whatever carries a satchel. */
export type Carrier = { satchel: Carried[]; purse: number }

/** Pieces that a satchel holds. */
const MOST_PIECES = 24

/** How many pieces still fit. */
export function roomIn({ satchel }: Pick<Carrier, 'satchel'>): number {
  return Math.max(0, MOST_PIECES - satchel.reduce((sum, { count }) => sum + count, 0))
}

/** How many of a good are the player's own: parcels are not. */
export function countOf({ satchel }: Pick<Carrier, 'satchel'>, goodId: GoodId): number {
  return satchel.find((carried) => carried.goodId === goodId && carried.parcel === null)?.count ?? 0
}

/** Puts pieces in, which must fit. */
export function putIn({ satchel }: Pick<Carrier, 'satchel'>, goodId: GoodId, count: number, parcel: Parcel | null = null): void {
  const like = parcel === null ? satchel.find((carried) => carried.goodId === goodId && carried.parcel === null) : undefined
  if (like) like.count += count
  else satchel.push({ goodId, count, parcel })
}

/** Takes the player's own pieces out, which must be there. */
export function takeOut(carrier: Pick<Carrier, 'satchel'>, goodId: GoodId, count: number): void {
  const carried = carrier.satchel.find((one) => one.goodId === goodId && one.parcel === null)
  if (!carried) return
  carried.count -= count
  if (carried.count <= 0) carrier.satchel.splice(carrier.satchel.indexOf(carried), 1)
}

/** What a good does for whoever takes it, hours of being well fed; a drink a little. */
export function nourishmentOf(goodId: GoodId): number {
  const { use, pennies } = goodOf(goodId)
  return use === 'eat' ? Math.min(4, 1.5 + pennies * 0.5) : use === 'drink' ? 0.75 : 0
}
