/** Ground that people have made level: heights near a settlement, eased into its plane and the terraces of its buildings. */
import type { WaterSamples } from '../hydrology/carve.ts'
import type { Samples } from '../noise/octave.ts'
import { PARAMETERS } from '../parameters.ts'
import type { Sites } from './find-sites.ts'
import { distanceToRectangle } from './rectangle.ts'
import { SITE_FADE_METERS, planeHeight } from './site.ts'
import type { Site, Terrace } from './site.ts'

/** Ground within this distance of a wall is as level as the floor, in metres; then it eases out over `TERRACE_FADE`. */
const TERRACE_MARGIN = 2.4
const TERRACE_FADE = 3.6
/** What is left of the wild ground's own relief within a settlement. */
const RELIEF_LEFT = 0.05

/** Where terraces come from. */
type TerraceSource = (site: Site) => readonly Terrace[]

/** Who levels, and the water that they leave alone. */
type Levellers = { readonly sites: Sites; readonly terracesOf: TerraceSource; readonly water: WaterSamples }

/** Changes heights into trodden ones, in place. */
export function levelGround({ sites, terracesOf, water }: Levellers, samples: Samples, heights: Float64Array): void {
  const side = PARAMETERS.settlementCell.value
  let cellX = NaN
  let cellZ = NaN
  let site: Site | null = null
  for (let k = 0; k < samples.count; k++) {
    const x = samples.x[k]!
    const z = samples.z[k]!
    const cx = Math.floor(x / side)
    const cz = Math.floor(z / side)
    if (cx !== cellX || cz !== cellZ) {
      cellX = cx
      cellZ = cz
      site = sites.siteOfCell(cx, cz)
    }
    if (site === null) continue
    const dx = x - site.x
    const dz = z - site.z
    const square = dx * dx + dz * dz
    const reach = site.core + SITE_FADE_METERS
    if (square >= reach * reach) continue
    const distance = Math.sqrt(square)
    const t = distance <= site.core ? 1 : 1 - (distance - site.core) / SITE_FADE_METERS
    const mask = t * t * t * (t * (t * 6 - 15) + 10) * (1 - RELIEF_LEFT) * (water.near ? water.firm[k]! : 1)
    const level = heights[k]! + (planeHeight(site, x, z) - heights[k]!) * mask
    heights[k] = distance < site.core + 8 ? terraced(terracesOf(site), x, z, level) : level
  }
}

function terraced(terraces: readonly Terrace[], x: number, z: number, ground: number): number {
  let strongest = 0
  let sum = 0
  let weights = 0
  for (const { rectangle, y } of terraces) {
    const dx = x - rectangle.x
    const dz = z - rectangle.z
    if (dx * dx + dz * dz > 196) continue
    const apart = distanceToRectangle(rectangle, x, z)
    const beyond = apart - TERRACE_MARGIN
    if (beyond >= TERRACE_FADE) continue
    const t = beyond > 0 ? 1 - beyond / TERRACE_FADE : 1
    const pull = t * t * (3 - 2 * t)
    // Between two houses the ground leans from one floor to the other; within walls only the own floor counts.
    const weight = pull / (apart * apart + 0.002)
    sum += weight * y
    weights += weight
    if (pull > strongest) strongest = pull
  }
  return weights === 0 ? ground : ground + (sum / weights - ground) * strongest
}
