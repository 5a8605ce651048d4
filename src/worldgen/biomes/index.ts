/** All biomes, and which one fits a climate. Append only: weights and fingerprints follow this order. */
import { alpine } from './alpine.ts'
import type { Biome } from './biome.ts'
import { desert } from './desert.ts'
import { forest } from './forest.ts'
import { heath } from './heath.ts'
import { jungle } from './jungle.ts'
import { marsh } from './marsh.ts'
import { meadow } from './meadow.ts'
import { oasis } from './oasis.ts'
import { savanna } from './savanna.ts'
import { sea } from './sea.ts'
import { shore } from './shore.ts'
import { steppe } from './steppe.ts'
import { taiga } from './taiga.ts'
import { tundra } from './tundra.ts'

/** The biomes in their order. */
export const BIOMES = [meadow, forest, taiga, heath, steppe, savanna, jungle, desert, marsh, tundra, alpine, shore, sea, oasis] as const

/** Name of a biome. */
export type BiomeId = (typeof BIOMES)[number]['id']

/** Up to this height in metres the ground by the sea is shore. */
const SHORE_METERS = 2.2

/** How well a biome fits a climate; only ratios between biomes mean anything. Falls with the fourth power of squared distance. */
export function fitOf(biome: Biome, warmth: number, moisture: number): number {
  if (!biome.home) return 0
  const dw = (warmth - biome.home.warmth) / biome.home.reach
  const dm = ((moisture - biome.home.moisture) * 0.8) / biome.home.reach
  const near = 1 / (0.006 + dw * dw + dm * dm)
  return near * near * near * near
}

/** The biome that fits best; height in metres decides at the water. */
export function biomeFor(warmth: number, moisture: number, height: number): BiomeId {
  if (height < -0.8) return 'sea'
  if (height < SHORE_METERS) return 'shore'
  let best: BiomeId = 'meadow'
  let bestFit = 0
  for (const biome of BIOMES) {
    const fit = fitOf(biome, warmth, moisture)
    if (fit > bestFit) {
      best = biome.id
      bestFit = fit
    }
  }
  return best
}

/** A biome by its name. */
export function biomeOf(id: BiomeId): Biome {
  const found = BIOMES.find((biome) => biome.id === id)
  if (!found) throw new Error(`biomes: no biome is called ${id}`)
  return found
}
