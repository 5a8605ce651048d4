/** Who is near whom: points on a plane sorted into square cells, without garbage. */
import { mix } from './hash.ts'

const HEADS = 1024

/** Points with numbers; see `createSpatialHash`. */
export type SpatialHash = { readonly cellMeters: number; heads: Int32Array; next: Int32Array; xs: Float64Array; zs: Float64Array; count: number }

/** An empty set of points; `cellMeters` about the radius that will be asked for. */
export function createSpatialHash(cellMeters: number): SpatialHash {
  return { cellMeters, heads: new Int32Array(HEADS).fill(-1), next: new Int32Array(64), xs: new Float64Array(64), zs: new Float64Array(64), count: 0 }
}

/** Forgets all points. */
export function clearPoints(hash: SpatialHash): void {
  hash.heads.fill(-1)
  hash.count = 0
}

/** Adds a point; points are numbered 0, 1, 2, … in the order they are added. */
export function addPoint(hash: SpatialHash, x: number, z: number): void {
  if (hash.count === hash.next.length) grow(hash)
  const index = hash.count++
  const head = headOf(Math.floor(x / hash.cellMeters), Math.floor(z / hash.cellMeters))
  hash.xs[index] = x
  hash.zs[index] = z
  hash.next[index] = hash.heads[head]!
  hash.heads[head] = index
}

/** Writes the numbers of all points within `radius` of a place into `out`, in rising order, and returns how many there are. */
export function findNear(hash: SpatialHash, place: { x: number; z: number }, radius: number, out: number[]): number {
  const { cellMeters } = hash
  out.length = 0
  const x1 = Math.floor((place.x + radius) / cellMeters)
  const z1 = Math.floor((place.z + radius) / cellMeters)
  for (let cx = Math.floor((place.x - radius) / cellMeters); cx <= x1; cx++) {
    for (let cz = Math.floor((place.z - radius) / cellMeters); cz <= z1; cz++) {
      for (let i = hash.heads[headOf(cx, cz)]!; i >= 0; i = hash.next[i]!) {
        const x = hash.xs[i]!
        const z = hash.zs[i]!
        // two cells may share a list: a point counts only in its own
        if (Math.floor(x / cellMeters) !== cx || Math.floor(z / cellMeters) !== cz) continue
        if ((x - place.x) ** 2 + (z - place.z) ** 2 <= radius * radius) out.push(i)
      }
    }
  }
  if (out.length > 1) out.sort(ascending)
  return out.length
}

function ascending(a: number, b: number): number {
  return a - b
}

function headOf(cx: number, cz: number): number {
  return mix(Math.imul(cx, 0x9e3779b1) ^ Math.imul(cz, 0x85ebca6b)) & (HEADS - 1)
}

function grow(hash: SpatialHash): void {
  const next = new Int32Array(hash.next.length * 2)
  const xs = new Float64Array(next.length)
  const zs = new Float64Array(next.length)
  next.set(hash.next)
  xs.set(hash.xs)
  zs.set(hash.zs)
  hash.next = next
  hash.xs = xs
  hash.zs = zs
}
