/** Trodden earth on roads: bare in the middle, grass creeping in from the sides, fading where the lattice is too wide to draw it. */
import type { GroundIn, GroundOut } from '../ground.ts'

const EARTH = Float64Array.of(150, 131, 98)
/** A road fades into the grass over this many metres beyond its edge. */
const VERGE_METERS = 1.4

/** Paints over the bytes that `fillGround` wrote where a road is near. */
export function paintRoads(count: number, ground: GroundIn, out: GroundOut): void {
  const { road, spacing } = ground
  const { bytes } = out
  const verge = spacing > 2.8 ? spacing * 0.5 : VERGE_METERS
  const strength = spacing > 4 ? 3.2 / spacing : 0.82
  for (let k = 0; k < count; k++) {
    const gap = road.gap[k]!
    if (!(gap < verge)) continue
    const t = gap < -verge ? 1 : (verge - gap) / (2 * verge)
    const tread = t * t * (3 - 2 * t) * strength
    const at = out.offset + k * 4
    for (let c = 0; c < 3; c++) bytes[at + c] = bytes[at + c]! + (EARTH[c]! - bytes[at + c]!) * tread + 0.5
    const last = bytes[at + 3]!
    // Where most of the grass is trodden down, none of it stands.
    const grass = tread > 0.7 ? 0 : 1 - tread
    bytes[at + 3] = (Math.floor((last >> 4) * (1 - tread) + 0.5) << 4) | Math.floor((last & 15) * grass + 0.5)
  }
}
