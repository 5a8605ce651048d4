/** The way from one place to another round houses and water: A* over a walk grid (Hart, Nilsson, Raphael 1968), then pulled straight. */
import { createNumberHeap } from '#core/number-heap.ts'
import { effortOf, nearestOpenSquare, SQUARE_METERS, squareAt, squareX, squareZ, type WalkGrid } from './walk-grid.ts'

/** Effort of the easiest square: what keeps the estimate from being too high. */
const EASIEST = 4
/** Distance between samples when a straight line is tried. */
const SIGHT_METERS = 0.5

/** A place so near to open ground can be stepped to. */
const DOORSTEP_METERS = 2
/** How far about a corner that is shut off other ground is looked for, metres. */
const CORNER_METERS = 12
/** Ground of no more squares than this is such a corner. */
const CORNER_SQUARES = 100

/** Working arrays, kept between calls; `stamp` tells which entries belong to this one. */
let costs = new Float32Array(0)
let cameFrom = new Int32Array(0)
let stamps = new Uint32Array(0)
let closed = new Uint32Array(0)
let stamp = 0
/** Squares that the last search came to. */
let reached = 0
const heap = createNumberHeap()

type Place = { x: number; z: number }

/**
 * Way points x0, z0, x1, z1, … from `from` (left out) to `to` (the last point). A place inside a wall is reached as near as one can stand. Returns false
 * and leaves `out` empty when there is no way; out of a corner that is shut off the way begins at the nearest other ground, and into one it ends as near as one can come. Outside the grid the way is a straight line.
 */
export function findPath(grid: WalkGrid, from: Place, to: Place, out: number[]): boolean {
  out.length = 0
  if (squareAt(grid, from.x, from.z) < 0 || squareAt(grid, to.x, to.z) < 0) {
    out.push(to.x, to.z)
    return true
  }
  const start = nearestOpenSquare(grid, from.x, from.z)
  const goal = nearestOpenSquare(grid, to.x, to.z)
  if (start < 0 || goal < 0) return false
  if (!search(grid, start, goal)) return leaveOrReach(grid, { start, goal, from, to }, out)
  walk(grid, start, goal, out)
  const open = effortOf(grid, squareAt(grid, to.x, to.z)) > 0
  // the middle of the last square gives way to the place itself, or leads up to it when it lies close to a wall, as doors do
  if (open && out.length >= 2) out.length -= 2
  const near = (squareX(grid, goal) - to.x) ** 2 + (squareZ(grid, goal) - to.z) ** 2 <= DOORSTEP_METERS * DOORSTEP_METERS
  if (near) out.push(to.x, to.z)
  else if (out.length === 0) out.push(squareX(grid, goal), squareZ(grid, goal))
  return true
}

/** No way leads there: out of a corner that is shut off, or as near to one as can be walked to. */
function leaveOrReach(grid: WalkGrid, { start, goal, from, to }: { start: number; goal: number; from: Place; to: Place }, out: number[]): boolean {
  const near = reached > CORNER_SQUARES ? nearestReached(grid, to, true) : -1
  if (near >= 0 && near !== start) {
    walk(grid, start, near, out)
    return true
  }
  const outside = nearestReached(grid, from, false)
  if (outside < 0 || !search(grid, outside, goal)) return false
  walk(grid, outside, goal, out)
  out.unshift(squareX(grid, outside), squareZ(grid, outside))
  if (effortOf(grid, squareAt(grid, to.x, to.z)) > 0) out.push(to.x, to.z)
  return true
}

/** The nearest open square about a place that the last search came to, or did not come to; −1 for none. */
function nearestReached(grid: WalkGrid, { x, z }: Place, wasReached: boolean): number {
  let best = -1
  let bestDistance = CORNER_METERS * CORNER_METERS
  for (let dz = -CORNER_METERS; dz <= CORNER_METERS; dz += SQUARE_METERS) {
    for (let dx = -CORNER_METERS; dx <= CORNER_METERS; dx += SQUARE_METERS) {
      const square = squareAt(grid, x + dx, z + dz)
      if (square < 0 || dx * dx + dz * dz >= bestDistance || effortOf(grid, square) === 0 || (closed[square] === stamp) !== wasReached) continue
      best = square
      bestDistance = dx * dx + dz * dz
    }
  }
  return best
}

/** The way that the last search found from `start` to `goal`, or to a square that it came to. */
function walk(grid: WalkGrid, start: number, goal: number, out: number[]): void {
  const squares: number[] = []
  for (let square = goal; square !== start; square = cameFrom[square]!) squares.push(square)
  squares.push(start)
  squares.reverse()
  pullStraight(grid, squares, out)
}

function search(grid: WalkGrid, start: number, goal: number): boolean {
  const { size } = grid
  if (costs.length < size * size) {
    costs = new Float32Array(size * size)
    cameFrom = new Int32Array(size * size)
    stamps = new Uint32Array(size * size)
    closed = new Uint32Array(size * size)
    stamp = 0
  }
  stamp++
  reached = 0
  heap.clear()
  costs[start] = 0
  stamps[start] = stamp
  heap.push(start, 0)
  const goalI = goal % size
  const goalJ = Math.floor(goal / size)
  for (let square = heap.pop(); square !== -1; square = heap.pop()) {
    if (square === goal) return true
    if (closed[square] === stamp) continue
    closed[square] = stamp
    reached++
    const i = square % size
    const j = Math.floor(square / size)
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        const ni = i + di
        const nj = j + dj
        if ((di === 0 && dj === 0) || ni < 0 || nj < 0 || ni >= size || nj >= size) continue
        const next = nj * size + ni
        const effort = effortOf(grid, next)
        if (effort === 0 || closed[next] === stamp) continue
        // no squeezing through where two walls touch at a corner
        if (di !== 0 && dj !== 0 && (effortOf(grid, j * size + ni) === 0 || effortOf(grid, nj * size + i) === 0)) continue
        const cost = costs[square]! + effort * (di !== 0 && dj !== 0 ? Math.SQRT2 : 1)
        if (stamps[next] === stamp && cost >= costs[next]!) continue
        costs[next] = cost
        stamps[next] = stamp
        cameFrom[next] = square
        const dx = Math.abs(ni - goalI)
        const dz = Math.abs(nj - goalJ)
        heap.push(next, cost + EASIEST * (Math.max(dx, dz) + (Math.SQRT2 - 1) * Math.min(dx, dz)))
      }
    }
  }
  return false
}

/** Leaves out every square that can be passed by in a straight line of no more effort. */
function pullStraight(grid: WalkGrid, squares: readonly number[], out: number[]): void {
  let anchor = 0
  while (anchor < squares.length - 1) {
    let reach = anchor + 1
    let walked = stepEffort(grid, squares[anchor]!, squares[reach]!)
    for (let far = reach + 1; far < squares.length && far - anchor < 60; far++) {
      walked += stepEffort(grid, squares[far - 1]!, squares[far]!)
      const straight = lineEffort(grid, squares[anchor]!, squares[far]!)
      if (straight <= walked * 1.03) reach = far
    }
    out.push(squareX(grid, squares[reach]!), squareZ(grid, squares[reach]!))
    anchor = reach
  }
}

function stepEffort(grid: WalkGrid, from: number, to: number): number {
  const diagonal = from % grid.size !== to % grid.size && Math.floor(from / grid.size) !== Math.floor(to / grid.size)
  return effortOf(grid, to) * SQUARE_METERS * (diagonal ? Math.SQRT2 : 1)
}

/** Effort of a straight line between the middles of two squares; endless when something is in the way. */
function lineEffort(grid: WalkGrid, from: number, to: number): number {
  const x0 = squareX(grid, from)
  const z0 = squareZ(grid, from)
  const dx = squareX(grid, to) - x0
  const dz = squareZ(grid, to) - z0
  const length = Math.sqrt(dx * dx + dz * dz)
  const steps = Math.ceil(length / SIGHT_METERS)
  let effort = 0
  for (let s = 1; s <= steps; s++) {
    const here = effortOf(grid, squareAt(grid, x0 + (dx * s) / steps, z0 + (dz * s) / steps))
    if (here === 0) return Infinity
    effort += (here * length) / steps
  }
  return effort
}
