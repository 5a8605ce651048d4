/** Where roads may cut and fill the ground, and where rivers, the deep sea and the lattice of far levels keep it. */

/** Places of this lattice are kept free of roads: the vertices of far levels lie on it, which so never need to know them. */
export const KEPT_METERS = 128

/** A causeway is heaped up over the sea to this depth, metres. */
export const CAUSEWAY_METERS = 3
/** The same where there is no other way, metres. */
export const DEEPEST_CAUSEWAY_METERS = 7
/** How far from a kept place the ground stays more or less as it is, metres. */
export const KEPT_REACH_METERS = 18
/** Banks of rivers stay as they are so far from the water, then less and less over `BANK_FADE_METERS`, metres. */
const FREE_BANK_METERS = 0.8
const BANK_FADE_METERS = 3

/** Share of the ground's height that roads may take over at a place, 0..1: not in rivers, not where the sea is deep, and the places that far levels are built of stay as they are (ways pass them by, so that this is hardly ever felt). */
export function leftToRoads(x: number, z: number, height: number, waterGap: number): number {
  const ox = x - Math.round(x / KEPT_METERS) * KEPT_METERS
  const oz = z - Math.round(z / KEPT_METERS) * KEPT_METERS
  const apart = ox * ox + oz * oz
  let left = (waterGap - FREE_BANK_METERS) / BANK_FADE_METERS
  left = left < 0 ? 0 : left > 1 ? 1 : left
  if (apart < KEPT_REACH_METERS * KEPT_REACH_METERS) left *= apart / (KEPT_REACH_METERS * KEPT_REACH_METERS)
  const deep = (height + DEEPEST_CAUSEWAY_METERS + 3) / 2
  return deep >= 1 ? left : deep < 0 ? 0 : left * deep
}
