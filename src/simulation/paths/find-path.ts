/** The way from one place to another round houses and water: A* over a walk grid (Hart, Nilsson, Raphael 1968), then pulled straight. */
import { createNumberHeap } from '#core/number-heap.ts'
import { effortOf, nearestOpenSquare, SQUARE_METERS, squareAt, squareX, squareZ, type WalkGrid } from './walk-grid.ts'

/** Effort of the easiest square: what keeps the estimate from being too high. */
const EASIEST = 4
/** Distance between samples when a straight line is tried. */
const SIGHT_METERS = 0.5

/** A place so near to open ground can be stepped to. */
const DOORSTEP_METERS = 2

/** Working arrays, kept between calls; `stamp` tells which entries belong to this one. */
let costs = new Float32Array(0)
let cameFrom = new Int32Array(0)
let stamps = new Uint32Array(0)
let closed = new Uint32Array(0)
let stamp = 0
const heap = createNumberHeap()

type Place = { x: number; z: number }

/**
 * Way points x0, z0, x1, z1, … from `from` (left out) to `to` (the last point). A place inside a wall is reached as near as one can stand. Returns false
 * and leaves `out` empty when there is no way; outside the grid the way is a straight line.
 */
export function findPath(grid: WalkGrid, from: Place, to: Place, out: number[]): boolean {
  out.length = 0
  if (squareAt(grid, from.x, from.z) < 0 || squareAt(grid, to.x, to.z) < 0) {
    out.push(to.x, to.z)
    return true
  }
  const start = nearestOpenSquare(grid, from.x, from.z)
  const goal = nearestOpenSquare(grid, to.x, to.z)
  if (start < 0 || goal < 0 || !search(grid, start, goal)) return false
  const squares: number[] = []
  for (let square = goal; square !== start; square = cameFrom[square]!) squares.push(square)
  squares.push(start)
  squares.reverse()
  pullStraight(grid, squares, out)
  const open = effortOf(grid, squareAt(grid, to.x, to.z)) > 0
  // the middle of the last square gives way to the place itself, or leads up to it when it lies close to a wall, as doors do
  if (open && out.length >= 2) out.length -= 2
  const near = (squareX(grid, goal) - to.x) ** 2 + (squareZ(grid, goal) - to.z) ** 2 <= DOORSTEP_METERS * DOORSTEP_METERS
  if (near) out.push(to.x, to.z)
  else if (out.length === 0) out.push(squareX(grid, goal), squareZ(grid, goal))
  return true
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
