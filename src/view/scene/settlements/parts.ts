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

/** What is drawn of a mesh with parts. */
export type PartChoice = {
  /** Which parts were wanted when last chosen, whether in the picture or not: 1 or 0. */
  readonly wanted: Uint8Array
  /** Draws the parts that touch `frustum` and that `isWanted`, by metres from the eye to their ball; `offset` is where the settlement's centre is drawn. */
  choose(frustum: Frustum, view: { eye: Vector3; offset: Vector3 }, isWanted: (part: Part, meters: number, number: number) => boolean): void
  /** Draws everything. */
  chooseAll(): void
}

const ball = new Sphere()

/** Chooses among the parts of `geometry`, whose index it rewrites when the choice changes. */
export function createPartChoice(geometry: BufferGeometry, parts: readonly Part[]): PartChoice {
  const index = geometry.index!
  const all = index.array.slice()
  const chosen = new Uint8Array(parts.length).fill(1)
  const wanted = new Uint8Array(parts.length).fill(1)
  let isWhole = true
  return {
    wanted,
    choose(frustum, { eye, offset }, isWanted) {
      let changed = false
      for (const [number, part] of parts.entries()) {
        ball.center.set(part.x, part.y, part.z).add(offset)
        ball.radius = part.radius
        wanted[number] = isWanted(part, ball.distanceToPoint(eye), number) ? 1 : 0
        const shows = wanted[number] === 1 && part.count > 0 && frustum.intersectsSphere(ball) ? 1 : 0
        if (chosen[number] !== shows) changed = true
        chosen[number] = shows
      }
      if (!changed) return
      isWhole = false
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
    chooseAll() {
      if (isWhole) return
      isWhole = true
      chosen.fill(1)
      index.array.set(all)
      index.clearUpdateRanges()
      index.needsUpdate = true
      geometry.setDrawRange(0, Infinity)
    },
  }
}
