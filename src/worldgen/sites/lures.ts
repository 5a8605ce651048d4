/** Where people settle for the sake of water: beside oases, most of which have a few houses within sight of their palms. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS } from '../directions.ts'
import { OASIS_SQUARE_METERS } from '../hydrology/oases.ts'
import type { Oases } from '../hydrology/oases.ts'
import { isDrained } from '../hydrology/macro-nodes.ts'

/** Share of the oases that draw people. */
const DRAWING_SHARE = 0.7
/** From the edge of the green to the middle of the settlement, metres. */
const BESIDE_METERS = 92

/** A square cell: its corner and its side in metres, and how far inside candidates keep. */
type Cell = { readonly west: number; readonly north: number; readonly side: number; readonly margin: number }

/** Where the candidate of a cell lies because of an oasis in it, metres; null where there is none or nobody would come. */
export function luredInto(oases: Oases, { west, north, side, margin }: Cell): { x: number; z: number } | null {
  if (!isDrained(west, north)) return null
  for (let squareZ = Math.floor(north / OASIS_SQUARE_METERS); squareZ * OASIS_SQUARE_METERS < north + side; squareZ++) {
    for (let squareX = Math.floor(west / OASIS_SQUARE_METERS); squareX * OASIS_SQUARE_METERS < west + side; squareX++) {
      const oasis = oases.oasisOfSquare(squareX, squareZ)
      if (oasis === null || unitOf(hashCell(oasis.hash, 20)) > DRAWING_SHARE) continue
      const { lake, hash } = oasis
      if (lake.x < west || lake.x >= west + side || lake.z < north || lake.z >= north + side) continue
      const away = lake.radius + BESIDE_METERS
      for (let n = 0; n < 16; n++) {
        const wind = (hashCell(hash, 21) + n * 5) & 15
        const x = Math.round(lake.x + SIXTEEN_WINDS[wind * 2]! * away)
        const z = Math.round(lake.z + SIXTEEN_WINDS[wind * 2 + 1]! * away)
        if (x >= west + margin && x <= west + side - margin && z >= north + margin && z <= north + side - margin) return { x, z }
      }
    }
  }
  return null
}
