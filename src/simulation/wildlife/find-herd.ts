/** Which herd lives in a cell of the world: a function of seed and place alone. */
import { hashCell, unitOf } from '#core/hash.ts'
import { ANIMAL_KINDS } from './animal-kinds.ts'
import type { Footing } from './footing.ts'

/** Side of the square that has at most one herd, in metres. */
export const HERD_CELL_METERS = 40
/** Sub-seed of herds. */
const HERD_SEED = 0x6a11
/** Share of the cells with a herd: out in the country, and on a settlement's ground. */
const SHARE = 0.42
const SETTLED_SHARE = 0.8

/** A herd's home. */
export type Herd = { readonly cellX: number; readonly cellZ: number; readonly kind: number; readonly x: number; readonly z: number; readonly count: number; readonly seed: number }

/** How much luckier kinds are that need rare ground, and how much less those in the air. */
const RARE_LUCK = 1.5
const ALOFT_LUCK = 0.55

/** The herd of a cell, or null where none lives. */
export function findHerd(footing: Footing, cellX: number, cellZ: number): Herd | null {
  const { land } = footing.ground
  const seed = hashCell(land.seedWord ^ HERD_SEED, cellX, cellZ)
  const share = unitOf(hashCell(seed, 3))
  if (share > SETTLED_SHARE) return null
  for (let attempt = 0; attempt < 4; attempt++) {
    const x = (cellX + 0.1 + 0.8 * unitOf(hashCell(seed, attempt, 1))) * HERD_CELL_METERS
    const z = (cellZ + 0.1 + 0.8 * unitOf(hashCell(seed, attempt, 2))) * HERD_CELL_METERS
    const [settlement] = land.findSettlements(x, z, 260)
    const toSquare = settlement ? Math.sqrt((settlement.x - x) * (settlement.x - x) + (settlement.z - z) * (settlement.z - z)) : Infinity
    const settled = settlement !== undefined && toSquare < settlement.radius
    if (!settled && share > SHARE) return null
    const biome = land.biomeAt(x, z)
    const wet = footing.isWater(x, z)
    let chosen = -1
    let best = -1
    ANIMAL_KINDS.forEach((kind, k) => {
      const fits = kind.place === 'settlement' ? settled && toSquare > kind.outskirts : kind.biomes.includes(biome) && (!settled || kind.flies)
      if (!fits || (!kind.aloft && wet !== (kind.place === 'water'))) return
      const luck = unitOf(hashCell(seed, k, 5)) * (kind.aloft ? ALOFT_LUCK : kind.place === 'land' ? 1 : RARE_LUCK)
      if (luck > best) {
        best = luck
        chosen = k
      }
    })
    const kind = ANIMAL_KINDS[chosen]
    if (!kind || (!kind.aloft && !footing.mayStand(kind, x, z))) continue
    const [fewest, most] = kind.herd
    return { cellX, cellZ, kind: chosen, x, z, count: fewest + Math.floor(unitOf(hashCell(seed, 6)) * (most - fewest + 1)), seed }
  }
  return null
}
