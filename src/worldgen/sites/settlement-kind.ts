/** How large a settlement grew and what shape it took, by the worth of its ground and its lie. */
import { hashCell, unitOf } from '#core/hash.ts'
import type { Site } from './site.ts'

/** A few houses, a village with its trades, or a town with a market. */
export type SettlementKind = 'hamlet' | 'village' | 'town'

/** Worth of the ground (see `createSites`) up to which only a hamlet stands, and from which a town grew: about a third and an eighth of all places. */
const HAMLET_WORTH = 1.08
const TOWN_WORTH = 1.6

/** What ground of that worth feeds. */
export function kindForWorth(worth: number): SettlementKind {
  return worth < HAMLET_WORTH ? 'hamlet' : worth < TOWN_WORTH ? 'village' : 'town'
}

/** Radius in metres of the levelled ground of each kind. */
export const CORE_METERS: { readonly [K in SettlementKind]: number } = { hamlet: 44, village: 62, town: 68 }

/** Houses round a green, houses along one street, or lanes that cross at a market. */
export type SettlementShape = 'green' | 'street' | 'market'

/** Rise of the ground, as a share, from which houses line up along the slope instead of standing round a green. */
const STREET_RISE = 0.018

/** The shape of a settlement: towns have a market; where the ground leans, a street follows the slope. */
export function shapeOf(site: Site): SettlementShape {
  if (site.kind === 'town') return 'market'
  const rise = Math.sqrt(site.riseX * site.riseX + site.riseZ * site.riseZ)
  return rise > STREET_RISE || unitOf(hashCell(site.hash, 48)) < 0.2 ? 'street' : 'green'
}
