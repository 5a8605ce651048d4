/** The ground of a settlement as squares one can walk on: walls, water and the rails of bridges closed, lanes and decks easy. */
import type { BuildingPlan, Lane, Pier, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Crossing } from '#worldgen/roads/road.ts'
import type { Land } from '#worldgen/land.ts'

/** Side of a square in metres. */
export const SQUARE_METERS = 1.5
/** Open ground beyond the settlement that is still walked on. */
const MARGIN_METERS = 30
/** How far the middle of a walker keeps from walls. */
const CLEARANCE_METERS = 0.6
/** A walker keeps so far from the edges of a deck, and no deck is longer than this, metres. */
const DECK_EDGE_METERS = 0.55
const LONGEST_DECK_METERS = 140
/** Water deeper than this is not walked through. */
const FORD_METERS = 0.4
/** Water is looked for once in so many squares each way. */
const SURVEY_SQUARES = 3

/** Effort of one square: nothing can be walked (0), a lane (4), open ground (6), not yet surveyed (255). */
const CLOSED = 0
const LANE = 4
const OPEN = 6
const UNSURVEYED = 255

/** Squares of a settlement; column i covers x from `originX + i·SQUARE_METERS`. */
export type WalkGrid = { readonly originX: number; readonly originZ: number; readonly size: number; readonly efforts: Uint8Array; readonly lanes: Uint8Array; readonly land: Land }

/** The grid of a settlement; water is surveyed when somebody first comes near. */
export function createWalkGrid(plan: SettlementPlan, land: Land): WalkGrid {
  const half = plan.reach + MARGIN_METERS
  const size = Math.ceil((2 * half) / SQUARE_METERS)
  const grid: WalkGrid = { originX: plan.x - half, originZ: plan.z - half, size, efforts: new Uint8Array(size * size).fill(UNSURVEYED), lanes: new Uint8Array(size * size), land }
  for (const lane of plan.lanes) markLane(grid, lane)
  for (const building of plan.buildings) markBuilding(grid, building)
  for (const solid of plan.wall?.solids ?? []) markBuilding(grid, solid)
  for (const crossing of land.bridgesNear(plan.x, plan.z, half * Math.SQRT2 + LONGEST_DECK_METERS)) if (crossing.kind === 'bridge') markDeck(grid, crossing)
  if (plan.pier) markDeck(grid, plan.pier)
  return grid
}

/** The square at a place, or −1 outside the grid. */
export function squareAt(grid: WalkGrid, x: number, z: number): number {
  const i = Math.floor((x - grid.originX) / SQUARE_METERS)
  const j = Math.floor((z - grid.originZ) / SQUARE_METERS)
  return i < 0 || j < 0 || i >= grid.size || j >= grid.size ? -1 : j * grid.size + i
}

/** Middle of a square, metres. */
export function squareX(grid: WalkGrid, square: number): number {
  return grid.originX + ((square % grid.size) + 0.5) * SQUARE_METERS
}

/** Middle of a square, metres. */
export function squareZ(grid: WalkGrid, square: number): number {
  return grid.originZ + (Math.floor(square / grid.size) + 0.5) * SQUARE_METERS
}

/** Effort of walking a square, 0 where one cannot. */
export function effortOf(grid: WalkGrid, square: number): number {
  const effort = grid.efforts[square] ?? CLOSED
  return effort === UNSURVEYED ? survey(grid, square) : effort
}

/** The nearest square that can be walked within about 12 m, or −1. */
export function nearestOpenSquare(grid: WalkGrid, x: number, z: number): number {
  const i0 = Math.floor((x - grid.originX) / SQUARE_METERS)
  const j0 = Math.floor((z - grid.originZ) / SQUARE_METERS)
  let best = -1
  let bestDistance = Infinity
  for (let ring = 0; ring <= 8; ring++) {
    for (let j = Math.max(0, j0 - ring); j <= Math.min(grid.size - 1, j0 + ring); j++) {
      const edge = Math.abs(j - j0) === ring
      for (let i = i0 - ring; i <= i0 + ring; i += edge || ring === 0 ? 1 : 2 * ring) {
        if (i < 0 || i >= grid.size) continue
        const square = j * grid.size + i
        const distance = (squareX(grid, square) - x) ** 2 + (squareZ(grid, square) - z) ** 2
        if (distance < bestDistance && effortOf(grid, square) !== CLOSED) {
          best = square
          bestDistance = distance
        }
      }
    }
    // one more ring may still hold a nearer square on its sides
    if (best >= 0 && bestDistance <= (ring * SQUARE_METERS) ** 2) return best
  }
  return best
}

function survey(grid: WalkGrid, square: number): number {
  const i0 = (square % grid.size) - ((square % grid.size) % SURVEY_SQUARES)
  const row = Math.floor(square / grid.size)
  const j0 = row - (row % SURVEY_SQUARES)
  const x = grid.originX + (i0 + SURVEY_SQUARES / 2) * SQUARE_METERS
  const z = grid.originZ + (j0 + SURVEY_SQUARES / 2) * SQUARE_METERS
  const wet = grid.land.waterLevelAt(x, z) - grid.land.heightAt(x, z) > FORD_METERS
  for (let j = j0; j < Math.min(grid.size, j0 + SURVEY_SQUARES); j++) {
    for (let i = i0; i < Math.min(grid.size, i0 + SURVEY_SQUARES); i++) {
      const at = j * grid.size + i
      if (grid.efforts[at] === UNSURVEYED) grid.efforts[at] = grid.lanes[at] ? LANE : wet ? CLOSED : OPEN
    }
  }
  return grid.efforts[square]!
}

function markBuilding(grid: WalkGrid, building: Pick<BuildingPlan, 'x' | 'z' | 'yaw' | 'width' | 'depth'>): void {
  const reach = Math.sqrt(building.width ** 2 + building.depth ** 2) / 2 + CLEARANCE_METERS
  forSquaresNear(grid, building, reach, (square, x, z) => {
    const dx = x - building.x
    const dz = z - building.z
    const across = dx * Math.cos(building.yaw) - dz * Math.sin(building.yaw)
    const along = dx * Math.sin(building.yaw) + dz * Math.cos(building.yaw)
    if (Math.abs(across) < building.width / 2 + CLEARANCE_METERS && Math.abs(along) < building.depth / 2 + CLEARANCE_METERS) grid.efforts[square] = CLOSED
  })
}

/** A deck is walked like a lane, from its ends only. */
function markDeck(grid: WalkGrid, { x, z, alongX, alongZ, start, end, width }: Crossing | Pier): void {
  forSquaresNear(grid, { x, z }, Math.max(end, -start) + width, (square, squareMiddleX, squareMiddleZ) => {
    const along = (squareMiddleX - x) * alongX + (squareMiddleZ - z) * alongZ
    const across = Math.abs((squareMiddleZ - z) * alongX - (squareMiddleX - x) * alongZ)
    if (along < start - SQUARE_METERS || along > end + SQUARE_METERS || across > width / 2 + SQUARE_METERS) return
    if (across < width / 2 - DECK_EDGE_METERS) grid.efforts[square] = LANE
    else if (along > start && along < end) grid.efforts[square] = CLOSED
  })
}

function markLane(grid: WalkGrid, lane: Lane): void {
  const { points, width } = lane
  for (let p = 0; p + 3 < points.length; p += 2) {
    const [x0, z0, x1, z1] = [points[p]!, points[p + 1]!, points[p + 2]!, points[p + 3]!]
    const steps = Math.max(1, Math.ceil(Math.sqrt((x1 - x0) ** 2 + (z1 - z0) ** 2) / SQUARE_METERS))
    for (let s = 0; s <= steps; s++) {
      const middle = { x: x0 + ((x1 - x0) * s) / steps, z: z0 + ((z1 - z0) * s) / steps }
      forSquaresNear(grid, middle, Math.max(SQUARE_METERS / 2, width / 2), (square, x, z) => {
        if ((x - middle.x) ** 2 + (z - middle.z) ** 2 <= (width / 2 + 0.4) ** 2) grid.lanes[square] = 1
      })
    }
  }
}

function forSquaresNear(grid: WalkGrid, middle: { x: number; z: number }, reach: number, visit: (square: number, x: number, z: number) => void): void {
  const i1 = Math.min(grid.size - 1, Math.floor((middle.x + reach - grid.originX) / SQUARE_METERS))
  const j1 = Math.min(grid.size - 1, Math.floor((middle.z + reach - grid.originZ) / SQUARE_METERS))
  for (let j = Math.max(0, Math.floor((middle.z - reach - grid.originZ) / SQUARE_METERS)); j <= j1; j++) {
    for (let i = Math.max(0, Math.floor((middle.x - reach - grid.originX) / SQUARE_METERS)); i <= i1; i++) {
      const square = j * grid.size + i
      visit(square, squareX(grid, square), squareZ(grid, square))
    }
  }
}
