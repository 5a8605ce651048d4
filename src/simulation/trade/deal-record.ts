/** What came of a trade in a talk, as it is kept with the talk and told. Plain data. */
import type { NpcId } from '#core/ids.ts'
import type { GoodId } from './goods.ts'

/** `asked`: a price was told; `lowered`, `held`: haggled over; `bid`: what the person would pay; `spared`: given for nothing; `coin`: pennies given; `errand`: offered, `taken`: accepted. */
export const DEAL_KINDS = ['asked', 'bought', 'lowered', 'held', 'bid', 'sold', 'given', 'spared', 'coin', 'errand', 'taken', 'delivered', 'refused', 'declined'] as const
/** One of `DEAL_KINDS`. */
export type DealKind = (typeof DEAL_KINDS)[number]

/** Why nothing came of it. */
export const DEAL_TROUBLES = ['no-coin', 'none-left', 'fewer-left', 'out-of-season', 'closed', 'fixed', 'not-made-yet', 'not-wanted', 'not-theirs', 'cannot-pay', 'not-there', 'satchel-full', 'disliked', 'no-errand', 'not-sold'] as const
/** One of `DEAL_TROUBLES`. */
export type DealTrouble = (typeof DEAL_TROUBLES)[number]

/** What came of another thing named in the same words. */
export type AlsoDealt = { kind: DealKind; goodId: GoodId; count: number; pennies: number; left: number; trouble: DealTrouble | null }

/** What came of the player's last words about a trade. `pennies` are for all pieces together; `left`: how many the person has still. */
export type Deal = { kind: DealKind; goodId: GoodId | null; count: number; pennies: number; left: number; trouble: DealTrouble | null; /** Whom an errand is to, or a parcel was from. */ otherId: NpcId | null; worldSeconds: number; /** What else was named, where more than one thing was. */ also?: ReadonlyArray<Readonly<AlsoDealt>> | undefined }
