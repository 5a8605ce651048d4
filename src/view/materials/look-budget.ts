/** What each preset of quality may spend on air, plants, grass and water. */
import type { Quality } from '#session/settings.ts'

/** Budgets of one preset. Distances in metres. */
export type LookBudget = {
  /** Where air takes most colour away; view distance should be about four times this. */
  fogMeters: number
  /** Tufts of grass in the patch before the viewer, and how far grass is seen. */
  tufts: number
  grassMeters: number
  /** Blades in a tuft. */
  blades: number
  /** Up to where plants are meshes, and how many triangles those may have together. */
  meshMeters: number
  meshTriangles: number
  /** Plants drawn as pictures further off, and up to where. */
  pictures: number
  pictureMeters: number
  /** Rings and spokes of the sea. */
  waterRings: number
  waterSpokes: number
  /** Texels of the shadows of plants and houses, along a side; 0 for none. */
  shadeTexels: number
  /** Streaks of rain. */
  streaks: number
}

const BUDGETS: { readonly [Q in Quality]: LookBudget } = {
  low: { fogMeters: 1500, tufts: 2280, grassMeters: 30, blades: 6, meshMeters: 42, meshTriangles: 12_000, pictures: 4800, pictureMeters: 700, waterRings: 10, waterSpokes: 24, shadeTexels: 256, streaks: 1200 },
  medium: { fogMeters: 1900, tufts: 8310, grassMeters: 46, blades: 10, meshMeters: 64, meshTriangles: 70_000, pictures: 14_000, pictureMeters: 1100, waterRings: 28, waterSpokes: 64, shadeTexels: 512, streaks: 2400 },
  high: { fogMeters: 2700, tufts: 20_700, grassMeters: 60, blades: 11, meshMeters: 92, meshTriangles: 220_000, pictures: 30_000, pictureMeters: 1500, waterRings: 36, waterSpokes: 96, shadeTexels: 512, streaks: 4000 },
  ultra: { fogMeters: 3500, tufts: 36_300, grassMeters: 76, blades: 12, meshMeters: 120, meshTriangles: 450_000, pictures: 50_000, pictureMeters: 2000, waterRings: 44, waterSpokes: 128, shadeTexels: 1024, streaks: 6000 },
}

/** The budget of a preset. */
export function lookBudget(quality: Quality): LookBudget {
  return BUDGETS[quality]
}
