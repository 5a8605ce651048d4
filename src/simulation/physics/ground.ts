/** The ground underfoot: the height function on the finest lattice that is drawn, split into the same triangles. */
import type { Land } from '#worldgen/land.ts'

/** Distance between lattice points in metres: CHUNK_METERS / CHUNK_QUADS. */
export const GROUND_SPACING_METERS = 2

/** The ground as bodies feel it; equals the drawn surface of level-0 chunks. */
export type Ground = {
  readonly land: Land
  /** Height in metres at any place. */
  heightAt(x: number, z: number): number
  /** Rise over run, and the direction of steepest rise, of the triangle at a place. */
  slopeAt(x: number, z: number, out: { riseX: number; riseZ: number }): number
  /** As `land.waterLevelAt`. */
  waterLevelAt(x: number, z: number): number
}
