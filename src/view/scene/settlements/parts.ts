/** Parts of a settlement's meshes: each house, thing or lane by itself, so that only what is in the picture and near enough is drawn. */
import { type BufferGeometry, type Frustum, Sphere, type Vector3 } from 'three'

/** A run of corners of a mesh and the ball around it; metres from the settlement's centre. */
export type Part = { readonly first: number; readonly count: number; readonly x: number; readonly y: number; readonly z: number; readonly radius: number }

/** What parts are counted in: a mesh being built. */
type Built = { readonly positions: ArrayLike<number>; readonly indices: ArrayLike<number> }

/** Ends a part: all corners drawn since the last one, up to `end`. A part without corners is kept, so that parts of two meshes have the same numbers. */
export function closePart(parts: Part[], mesh: Built, end: number): void {
  const last = parts.at(-1)
  const first = last ? last.first + last.count : 0
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (let corner = first; corner < end; corner++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = mesh.positions[mesh.indices[corner]! * 3 + axis]!
      low[axis] = Math.min(low[axis]!, value)
      high[axis] = Math.max(high[axis]!, value)
    }
  }
  const count = end - first
  const [x, y, z] = count > 0 ? low.map((value, axis) => (value + high[axis]!) / 2) : [0, 0, 0]
  const radius = count > 0 ? Math.hypot(high[0]! - x!, high[1]! - y!, high[2]! - z!) : 0
  parts.push({ first, count, x: x!, y: y!, z: z!, radius })
}

/** Parts this far out of the picture are drawn as well when a choice is made, so that a turn of the head does not need another at once, metres; and how much of what is drawn may lie farther out. */
const SLACK_METERS = 14
const MOST_WASTE = 0.25

/** What is drawn of a mesh with parts. */
export type PartChoice = {
  /** Which parts were wanted when last chosen, whether in the picture or not: 1 or 0. */
  readonly wanted: Uint8Array
  /** Draws the parts that touch `frustum`, or nearly do, and that `isWanted`, by metres from the eye to their ball; `offset` is where the settlement's centre is drawn. */
  choose(frustum: Frustum, view: { eye: Vector3; offset: Vector3 }, isWanted: (part: Part, meters: number, number: number) => boolean): void
}

const ball = new Sphere()

/** Chooses among the parts of `geometry`, whose index it rewrites when the choice changes. */
export function createPartChoice(geometry: BufferGeometry, parts: readonly Part[]): PartChoice {
  const index = geometry.index!
  const all = index.array.slice()
  const chosen = new Uint8Array(parts.length).fill(1)
  const wanted = new Uint8Array(parts.length).fill(1)
  const near = new Uint8Array(parts.length)
  return {
    wanted,
    choose(frustum, { eye, offset }, isWanted) {
      let isMissed = false
      let drawn = 0
      let wasted = 0
      for (const [number, part] of parts.entries()) {
        ball.center.set(part.x, part.y, part.z).add(offset)
        ball.radius = part.radius
        wanted[number] = isWanted(part, ball.distanceToPoint(eye), number) ? 1 : 0
        const needed = wanted[number] === 1 && part.count > 0
        // what has another drawing gives way to it at once
        if (chosen[number] === 1 ? wanted[number] === 0 : needed && frustum.intersectsSphere(ball)) isMissed = true
        ball.radius += SLACK_METERS
        near[number] = needed && frustum.intersectsSphere(ball) ? 1 : 0
        if (chosen[number] === 0) continue
        drawn += part.count
        if (near[number] === 0) wasted += part.count
      }
      if (!isMissed && wasted <= drawn * MOST_WASTE) return
      chosen.set(near)
      let count = 0
      for (const [number, { first, count: corners }] of parts.entries()) {
        if (chosen[number] === 0) continue
        index.array.set(all.subarray(first, first + corners), count)
        count += corners
      }
      geometry.setDrawRange(0, count)
      index.clearUpdateRanges()
      index.addUpdateRange(0, count)
      index.needsUpdate = true
    },
  }
}
