/** The shape of a bolt of lightning: a trunk broken again and again, with branches that end in the air. Pure. */
import { createRng, nextFloat, type Rng } from '#core/rng.ts'

/** Numbers of a segment: from (x, y, z), to (x, y, z), strength 0..1. */
export const BOLT_STRIDE = 7
/** How often the trunk and a branch are broken in two. */
const TRUNK_BREAKS = 6
const BRANCH_BREAKS = 4
/** How far a break strays, as a share of the piece's length. */
const STRAY = 0.2

type Point = readonly [x: number, y: number, z: number]

/** Breaks the line between two points in two, again and again. */
function broken(rng: Rng, from: Point, to: Point, breaks: number): Point[] {
  let points: Point[] = [from, to]
  for (let round = 0; round < breaks; round++) {
    const next: Point[] = [points[0]!]
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!]
      const stray = STRAY * Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2 + (b[2] - a[2]) ** 2)
      const aside = (): number => (nextFloat(rng) - 0.5) * 2 * stray
      next.push([(a[0] + b[0]) / 2 + aside(), (a[1] + b[1]) / 2 + aside() * 0.35, (a[2] + b[2]) / 2 + aside()], b)
    }
    points = next
  }
  return points
}

/** Segments of a bolt that strikes the origin from `height` metres above, BOLT_STRIDE numbers each; the same for the same `word`. */
export function boltSegments(word: number, height: number): number[] {
  const rng = createRng(word)
  const out: number[] = []
  const draw = (points: readonly Point[], from: number, to: number): void => {
    for (let i = 1; i < points.length; i++) out.push(...points[i - 1]!, ...points[i]!, from + ((to - from) * i) / points.length)
  }
  const branch = (from: Point, strength: number, depth: number): void => {
    const angle = nextFloat(rng) * Math.PI * 2
    const long = height * (0.16 + 0.3 * nextFloat(rng)) * (depth === 0 ? 1 : 0.5)
    const out1 = long * (0.45 + 0.4 * nextFloat(rng))
    // no branch reaches the ground
    const low = Math.max(height * 0.06, from[1] - long * 0.8)
    const points = broken(rng, from, [from[0] + Math.cos(angle) * out1, low, from[2] + Math.sin(angle) * out1], BRANCH_BREAKS)
    draw(points, strength, strength * 0.25)
    if (depth === 0) for (let k = 0; k < 2; k++) branch(points[4 + Math.floor(nextFloat(rng) * 8)]!, strength * 0.6, 1)
  }
  const slant = height * 0.3
  const trunk = broken(rng, [(nextFloat(rng) - 0.5) * 2 * slant, height, (nextFloat(rng) - 0.5) * 2 * slant], [0, 0, 0], TRUNK_BREAKS)
  draw(trunk, 1, 0.9)
  const branches = 5 + Math.floor(nextFloat(rng) * 3)
  for (let k = 0; k < branches; k++) branch(trunk[Math.floor((0.12 + 0.6 * nextFloat(rng)) * trunk.length)]!, 0.34 + 0.22 * nextFloat(rng), 0)
  return out
}
