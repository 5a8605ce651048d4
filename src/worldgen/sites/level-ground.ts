/** Ground that people have made level: heights near a settlement, eased into its plane and the terraces of its buildings. */
import type { WaterSamples } from '../hydrology/carve.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import { isBlockFree, isBoxNear } from '../recent-tiles.ts'
import type { Box } from '../recent-tiles.ts'
import type { Sites } from './find-sites.ts'
import { distanceToRectangle } from './rectangle.ts'
import { OUTLYING_METERS, QUAY_METERS } from './waterside.ts'
import { SITE_FADE_METERS, planeHeight } from './site.ts'
import type { Outlying, Site, Terrace } from './site.ts'

/** Ground within this distance of a wall is as level as the floor, in metres; then it eases out over the terrace's `fade`. */
const TERRACE_MARGIN = 2.4
/** No corner of a building lies farther from its middle than this, less the margin, metres. */
const FARTHEST_CORNER = 10.4
/** No ground is made level farther from the middle of a mill, metres. */
const FARTHEST_QUAY = 19.5
/** Beside a mill the bank slopes over so many metres more, at most. */
const SLOPING_METERS = 5
/** What is left of the wild ground's own relief within a settlement. */
const RELIEF_LEFT = 0.05

/** Where terraces come from: those within a settlement, and that of a mill at the water. */
type TerraceSource = (site: Site) => { readonly inner: readonly Terrace[]; readonly outlying: Outlying | null }

/** Who levels, and the water that they leave alone. */
type Levellers = { readonly sites: Sites; readonly terracesOf: TerraceSource; readonly water: WaterSamples }

/** Changes heights into trodden ones, in place. A box round all places spares asking one by one where nobody lives. */
export function levelGround({ sites, terracesOf, water }: Levellers, samples: Samples, heights: Float64Array, box: Box | null): void {
  const side = PARAMETERS.settlementCell.value
  const isWild = (cellX: number, cellZ: number): boolean => {
    const found = sites.siteOfCell(cellX, cellZ)
    return found === null || !isBoxNear(found, OUTLYING_METERS, box!)
  }
  if (box !== null && isBlockFree(samples.count, box, side, isWild)) return
  let cellX = NaN
  let cellZ = NaN
  let west = NaN
  let east = NaN
  let north = NaN
  let south = NaN
  let site: Site | null = null
  const { x: xs, z: zs, count } = samples
  for (let k = 0; k < count; k++) {
    const x = xs[k]!
    const z = zs[k]!
    // Neighbours mostly share a cell: only near its edges, where rounding might have its say, and beyond them it is sought by dividing.
    if (!(x > west && x < east && z > north && z < south)) {
      const cx = Math.floor(x / side)
      const cz = Math.floor(z / side)
      if (cx !== cellX || cz !== cellZ) {
        cellX = cx
        cellZ = cz
        west = cx * side + 1
        east = (cx + 1) * side - 1
        north = cz * side + 1
        south = (cz + 1) * side - 1
        site = sites.siteOfCell(cx, cz)
      }
    }
    if (site === null) continue
    const dx = x - site.x
    const dz = z - site.z
    const square = dx * dx + dz * dz
    if (square >= OUTLYING_METERS * OUTLYING_METERS) continue
    const distance = Math.sqrt(square)
    let level = heights[k]!
    if (distance < site.core + SITE_FADE_METERS) {
      const t = distance <= site.core ? 1 : 1 - (distance - site.core) / SITE_FADE_METERS
      const mask = t * t * t * (t * (t * 6 - 15) + 10) * (1 - RELIEF_LEFT) * (water.near ? water.firm[k]! : 1)
      level += (planeHeight(site, x, z) - level) * mask
    }
    const terraces = terracesOf(site)
    if (distance < site.core + 8) level = terraced(terraces.inner, x, z, level)
    else if (terraces.outlying !== null) {
      const { outlying } = terraces
      const { rectangle, back } = outlying
      const ox = x - rectangle.x
      const oz = z - rectangle.z
      // Told here and not by a function: numbers handed about would cost memory for every place.
      if (ox * ox + oz * oz < FARTHEST_QUAY * FARTHEST_QUAY && ox * rectangle.frontX + oz * rectangle.frontZ >= -back) {
        // Behind a house a quay, beside it a bank.
        const beside = Math.min(SLOPING_METERS, Math.max(0, Math.abs(ox * rectangle.frontZ - oz * rectangle.frontX) - rectangle.halfWidth - 0.6))
        const dry = water.near ? water.gap[k]! / (QUAY_METERS + beside) : 1
        if (dry > 0) level += (terraced(outlying.alone, x, z, level) - level) * (dry < 1 ? dry : 1)
      }
    }
    heights[k] = level
  }
}

function terraced(terraces: readonly Terrace[], x: number, z: number, ground: number): number {
  let strongest = 0
  let sum = 0
  let weights = 0
  for (const { rectangle, y, fade } of terraces) {
    const dx = x - rectangle.x
    const dz = z - rectangle.z
    if (dx * dx + dz * dz > (fade + FARTHEST_CORNER) * (fade + FARTHEST_CORNER)) continue
    const apart = distanceToRectangle(rectangle, x, z)
    const beyond = apart - TERRACE_MARGIN
    if (beyond >= fade) continue
    const t = beyond > 0 ? 1 - beyond / fade : 1
    const pull = t * t * (3 - 2 * t)
    // Between two houses the ground leans from one floor to the other; within walls only the own floor counts.
    const weight = pull / (apart * apart + 0.002)
    sum += weight * y
    weights += weight
    if (pull > strongest) strongest = pull
  }
  return weights === 0 ? ground : ground + (sum / weights - ground) * strongest
}
