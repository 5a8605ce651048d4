/** The climate biomes mixed beforehand over a lattice of warmth and moisture, so that ground and growth need one look-up a place. */
import { SPECIES } from '../scatter/species.ts'
import { BIOMES, fitOf } from './index.ts'

/** Steps of warmth and of moisture in the table. */
export const BLEND_STEPS = 32
const SIDE = BLEND_STEPS + 1
/** Numbers a node: five colours of three, then grass, clumping, and the share of tree cells that carry a tree. */
export const BLEND_STRIDE = 18
// Places within a node, after the lush ground that comes first. Each a constant of its own, which a bundle writes where it is used.
/** Where dry ground lies in a node. */
export const DRY_AT = 3
/** Where the floor of woods lies in a node. */
export const FLOOR_AT = 6
/** Where bare ground lies in a node. */
export const BARE_AT = 9
/** Where wet ground lies in a node. */
export const WET_AT = 12
/** Where a node tells how much grass there is. */
export const GRASS_AT = 15
/** Where a node tells how much trees gather. */
export const CLUMPING_AT = 16
/** Where a node tells the share of tree cells that carry a tree. */
export const TREES_AT = 17

/** Where the grounds are summed up, rounded as they are. */
const groundSums = new Float32Array(SIDE * SIDE * BLEND_STRIDE)
/** Mixed shares of tree cells: node (w, m), then species. */
export const TREE_BLEND = new Float32Array(SIDE * SIDE * SPECIES.length)
/** Mixed shares of undergrowth cells: node (w, m), then species. */
export const LOW_BLEND = new Float32Array(SIDE * SIDE * SPECIES.length)

function fillNode(node: number, warmth: number, moisture: number): void {
  let total = 0
  for (const biome of BIOMES) total += fitOf(biome, warmth, moisture)
  const at = node * BLEND_STRIDE
  for (const biome of BIOMES) {
    const weight = fitOf(biome, warmth, moisture) / total
    const { lush, dry, floor, bare, wet } = biome.ground
    const colours = [lush, dry, floor, bare, wet]
    for (let c = 0; c < 15; c++) {
      const channel = (colours[Math.floor(c / 3)]! >> (16 - 8 * (c % 3))) & 255
      groundSums[at + c] = groundSums[at + c]! + weight * channel
    }
    groundSums[at + GRASS_AT] = groundSums[at + GRASS_AT]! + weight * biome.grass
    groundSums[at + CLUMPING_AT] = groundSums[at + CLUMPING_AT]! + weight * biome.clumping
    const trees: { [species: string]: number } = biome.trees
    const low: { [species: string]: number } = biome.undergrowth
    SPECIES.forEach((species, s) => {
      const tree = weight * (trees[species] ?? 0)
      TREE_BLEND[node * SPECIES.length + s] = TREE_BLEND[node * SPECIES.length + s]! + tree
      groundSums[at + TREES_AT] = groundSums[at + TREES_AT]! + tree
      LOW_BLEND[node * SPECIES.length + s] = LOW_BLEND[node * SPECIES.length + s]! + weight * (low[species] ?? 0)
    })
  }
}

for (let w = 0; w < SIDE; w++) for (let m = 0; m < SIDE; m++) fillNode(w * SIDE + m, w / BLEND_STEPS, m / BLEND_STEPS)

/** The mixed grounds: node (w, m) begins at ((w · 33) + m) · BLEND_STRIDE; colours 0..255. In doubles, for every vertex reads seventy of them and each would have to be widened. */
export const GROUND_BLEND = Float64Array.from(groundSums)

/** Writes the nodes nearest to `count` climates; `jitters` (−0.5..0.5) scatter borders. */
export function fillNearestNodes({ warmth, moisture }: { readonly warmth: Float64Array; readonly moisture: Float64Array }, jitters: Float64Array, count: number, out: Int32Array): void {
  for (let k = 0; k < count; k++) {
    const w = Math.floor(warmth[k]! * BLEND_STEPS + 0.5 + jitters[k]!)
    const m = Math.floor(moisture[k]! * BLEND_STEPS + 0.5 - jitters[k]!)
    out[k] = (w < 0 ? 0 : w > BLEND_STEPS ? BLEND_STEPS : w) * SIDE + (m < 0 ? 0 : m > BLEND_STEPS ? BLEND_STEPS : m)
  }
}
