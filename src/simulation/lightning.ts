/** Lightning: when and where a storm strikes, as a function of seed and time, so that what is seen and what is heard agree. */
import { hashCell, unitOf } from '#core/hash.ts'
import type { Weather } from './weather.ts'

/** One strike. */
export type Strike = {
  worldSeconds: number
  /** Metres from the player. */
  meters: number
  /** Radians, clockwise from north. */
  bearing: number
}

/** World seconds in each of which there is at most one strike: six seconds of play. */
const SLOT_WORLD_SECONDS = 180
const CHANCE = 0.45
const NEAREST_METERS = 250
const FARTHEST_METERS = 5_000
const LAYER = 0x626f6c74

/** The latest strike at or before a moment within the last slot or two, or null when there was none or it does not storm. */
export function findStrike(seedWord: number, weather: Weather, worldSeconds: number): Strike | null {
  if (weather.kind !== 'storm' || weather.rain < 0.5) return null
  const slot = Math.floor(worldSeconds / SLOT_WORLD_SECONDS)
  for (const each of [slot, slot - 1]) {
    const word = hashCell(seedWord, LAYER, each)
    const at = (each + unitOf(hashCell(word, 1))) * SLOT_WORLD_SECONDS
    if (unitOf(word) >= CHANCE || at > worldSeconds) continue
    const far = unitOf(hashCell(word, 2))
    return { worldSeconds: at, meters: NEAREST_METERS + (FARTHEST_METERS - NEAREST_METERS) * far * far, bearing: unitOf(hashCell(word, 3)) * 2 * Math.PI }
  }
  return null
}
