/** Regions: patches of country some twelve kilometres wide with a name and a culture of their own. */
import { hashCell, unitOf } from '#core/hash.ts'
import type { Culture } from './culture.ts'
import { CULTURES } from './cultures.ts'
import { regionName } from './place-name.ts'

/** Side in metres of the cells with one region's heart each. */
const REGION_CELL_METERS = 11_000

/** A region: its name, its culture, and where its heart lies in metres. */
type Region = { readonly name: string; readonly culture: Culture; readonly x: number; readonly z: number; readonly hash: number }

/** Says how warm a place is, 0..1, to choose a culture that is at home there. */
type WarmthAt = (x: number, z: number) => number

/** The regions of a seed: the nearest heart decides. */
export function createRegions(seedWord: number, warmthAt: WarmthAt): { regionAt(x: number, z: number): Region } {
  const remembered = new Map<string, Region>()

  function regionOfCell(cellX: number, cellZ: number): Region {
    const key = `${cellX},${cellZ}`
    const found = remembered.get(key)
    if (found) return found
    const hash = hashCell(seedWord, cellX, cellZ, 0x9e61)
    const x = (cellX + 0.15 + 0.7 * unitOf(hashCell(hash, 1))) * REGION_CELL_METERS
    const z = (cellZ + 0.15 + 0.7 * unitOf(hashCell(hash, 2))) * REGION_CELL_METERS
    const culture = cultureFor(hash, warmthAt(x, z))
    const region = { name: regionName(culture, hash), culture, x, z, hash }
    if (remembered.size > 4096) remembered.clear()
    remembered.set(key, region)
    return region
  }

  return {
    regionAt(x, z) {
      const cellX = Math.floor(x / REGION_CELL_METERS)
      const cellZ = Math.floor(z / REGION_CELL_METERS)
      let best = regionOfCell(cellX, cellZ)
      let bestDistance = Infinity
      for (let dz = -1; dz <= 1; dz++) {
        for (let dx = -1; dx <= 1; dx++) {
          const region = regionOfCell(cellX + dx, cellZ + dz)
          const distance = (region.x - x) * (region.x - x) + (region.z - z) * (region.z - z)
          if (distance < bestDistance) {
            best = region
            bestDistance = distance
          }
        }
      }
      return best
    },
  }
}

function cultureFor(hash: number, warmth: number): Culture {
  let best = CULTURES[0]!
  let bestWorth = -Infinity
  CULTURES.forEach((culture, i) => {
    const worth = 0.5 * unitOf(hashCell(hash, 3, i)) - Math.abs(culture.warmth - warmth)
    if (worth > bestWorth) {
      best = culture
      bestWorth = worth
    }
  })
  return best
}
