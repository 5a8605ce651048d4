/** The ground at rivers and lakes: gravel or mud at the waterline, dark beds, and the river's own colour where the lattice is too wide to draw it. */
import type { LandFields } from '../fields.ts'
import type { GroundIn, GroundOut } from '../ground.ts'

/** Banks show within this distance of the water, metres. */
const BANK_REACH_METERS = 9
/** So wide a lattice, metres, draws the thinnest river at its full colour. */
const THIN_METERS = 16
/** How much of its colour a pool keeps on a lattice too wide to draw it. */
const POOL_PAINT = 0.75
/** Beds are seen through water: darker down to this depth, metres. */
const DARK_METERS = 4

// Colours (sRGB): gravel, mud, the bed in deep water, a river from afar.
const GRAVEL = Float64Array.of(172, 162, 138)
const MUD = Float64Array.of(104, 92, 68)
const DEEP = Float64Array.of(62, 74, 66)
const RIVER = Float64Array.of(84, 118, 122)

/** How much of its colour a river keeps on a lattice so wide: a thin one less, a wide one all of it in its middle. */
function shareAt(gap: number, spacing: number): number {
  const seen = THIN_METERS + (gap < 0 ? -2 * gap : 0)
  return seen < spacing ? seen / spacing : 1
}

/** Paints over the bytes that `fillGround` wrote where water is near. */
export function paintBanks(fields: LandFields, count: number, ground: GroundIn, out: GroundOut): void {
  const { heights, spacing, water } = ground
  const { moisture } = fields.climate
  const { bytes } = out
  for (let k = 0; k < count; k++) {
    const gap = water.gap[k]!
    const isPool = water.pool[k] === 1
    if (!(gap < BANK_REACH_METERS) && !isPool) continue
    const above = heights[k]! - water.level[k]!
    const near = isPool || gap <= 0 ? 1 : 1 - gap / BANK_REACH_METERS
    let bank = (0.9 - above) / 0.9
    // In a marsh it is green down to the water.
    bank = (bank < 0 ? 0 : bank > 1 ? 1 : bank) * near * (above > 0 ? 1 - 0.85 * water.marsh[k]! : 1)
    let painted = 0
    if (spacing > 4 && gap < spacing && above < 6) painted = (gap < 0 ? 1 : 1 - gap / spacing) * shareAt(gap, spacing)
    if (isPool && spacing > 4 && above < 0) painted = POOL_PAINT
    if (bank === 0 && painted === 0) continue
    let muddy = moisture[k]! * 3 - 1.4
    muddy = muddy < 0 ? 0 : muddy > 1 ? 1 : muddy
    let below = -above / DARK_METERS
    below = below < 0 ? 0 : below > 1 ? 1 : below
    const damp = above < 0.25 ? 0.82 : 1
    const at = out.offset + k * 4
    for (let c = 0; c < 3; c++) {
      const silt = (GRAVEL[c]! + (MUD[c]! - GRAVEL[c]!) * muddy) * damp
      let value = bytes[at + c]!
      value += (silt + (DEEP[c]! - silt) * below - value) * bank
      value += (RIVER[c]! - value) * painted
      bytes[at + c] = value + 0.5
    }
    // Where nothing grows the shore is drawn as sand: not over a river painted in a marsh.
    const cleared = painted * (1 - water.marsh[k]!)
    const left = 1 - (bank > cleared ? bank : cleared)
    const last = bytes[at + 3]!
    // Rock and grass both give way, in their four bits each.
    bytes[at + 3] = (Math.floor((last >> 4) * left + 0.5) << 4) | Math.floor((last & 15) * left + 0.5)
  }
}
