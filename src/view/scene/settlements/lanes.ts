/** Lanes and trodden ground as soft ribbons laid on the land, with pools of lamplight; one mesh of decals for a settlement. */
import { BufferAttribute, BufferGeometry } from 'three'
import type { Lane } from '#worldgen/sites/settlement-plan.ts'
import { shareOf } from './culture-style.ts'

/** Height of the ground in metres at a world place. */
export type HeightAt = (x: number, z: number) => number

/** A mesh of decals being built; positions relative to an anchor. */
export type DecalBuilder = { positions: number[]; paint: number[]; uvs: number[]; indices: number[]; anchor: { x: number; y: number; z: number }; heightAt: HeightAt }

/** An empty mesh of decals around a place. */
export function createDecalBuilder(anchor: { x: number; y: number; z: number }, heightAt: HeightAt): DecalBuilder {
  return { positions: [], paint: [], uvs: [], indices: [], anchor, heightAt }
}

const LIFT = 0.035
const STEP = 1.5
/** A patch follows the ground from ring to ring and from spoke to spoke, so far apart at most, metres. */
const RING = 1.7
const SPOKE = 2.1
const MOST_SPOKES = 44

function put(decals: DecalBuilder, x: number, z: number, paint: readonly [shade: number, kind: number, alpha: number], uv: readonly [number, number]): number {
  const { anchor } = decals
  const index = decals.positions.length / 3
  decals.positions.push(x - anchor.x, decals.heightAt(x, z) + LIFT - anchor.y, z - anchor.z)
  decals.paint.push(Math.round(paint[0] * 127), Math.round(paint[1] * 255), 0, Math.round(paint[2] * 255))
  decals.uvs.push(uv[0], uv[1])
  return index
}

/** Lays one lane: a ribbon sampled every one and a half metres, worn in the middle, fading at its edges. */
export function layLane(decals: DecalBuilder, lane: Lane, variant: number): void {
  const { points } = lane
  const columns = [-1, -0.62, 0, 0.62, 1]
  let walked = 0
  let previous = -1
  for (let k = 0; k + 3 < points.length; k += 2) {
    const [ax, az, bx, bz] = [points[k]!, points[k + 1]!, points[k + 2]!, points[k + 3]!]
    const length = Math.hypot(bx - ax, bz - az)
    if (length < 0.01) continue
    const steps = Math.max(1, Math.round(length / STEP))
    const last = k + 5 >= points.length
    for (let s = 0; s <= steps; s++) {
      if (s === steps && !last) break
      const t = s / steps
      const [x, z] = [ax + (bx - ax) * t, az + (bz - az) * t]
      const [dx, dz] = directionAt(points, k, t)
      const end = Math.min(1, Math.min(walked + t * length, remaining(points, k) - t * length) / 2.5)
      const half = lane.width * (0.62 + 0.16 * Math.sin((walked + t * length) * 0.31 + variant)) + 0.25
      const row = decals.positions.length / 3
      for (const c of columns) {
        const wobble = Math.abs(c) === 1 ? (shareOf(variant, Math.round(walked + t * length) * 3 + (c > 0 ? 1 : 2)) - 0.5) * 0.5 : 0
        const out = c * half + wobble
        put(decals, x - dz * out, z + dx * out, [c === 0 ? 0.93 : 1.05, 0, Math.abs(c) === 1 ? 0 : Math.max(0, end) * (c === 0 ? 0.95 : 0.82)], [out, walked + t * length])
      }
      if (previous >= 0) join(decals, previous, row, columns.length)
      previous = row
    }
    walked += length
  }
}

function directionAt(points: readonly number[], k: number, t: number): [number, number] {
  const segment = (i: number): [number, number] => {
    const at = Math.max(0, Math.min(points.length - 4, i))
    const [x, z] = [points[at + 2]! - points[at]!, points[at + 3]! - points[at + 1]!]
    const length = Math.hypot(x, z) || 1
    return [x / length, z / length]
  }
  const here = segment(k)
  const other = segment(t < 0.5 ? k - 2 : k + 2)
  const share = Math.abs(t - 0.5)
  const [x, z] = [here[0] * (1 - share) + other[0] * share, here[1] * (1 - share) + other[1] * share]
  const length = Math.hypot(x, z) || 1
  return [x / length, z / length]
}

function remaining(points: readonly number[], k: number): number {
  let sum = 0
  for (let i = k; i + 3 < points.length; i += 2) sum += Math.hypot(points[i + 2]! - points[i]!, points[i + 3]! - points[i + 1]!)
  return sum
}

function join(decals: DecalBuilder, before: number, after: number, columns: number): void {
  for (let c = 0; c + 1 < columns; c++) decals.indices.push(before + c, before + c + 1, after + c + 1, before + c, after + c + 1, after + c)
}

/** Lays a soft round patch: trodden ground (`kind` 0), the dark under walls (0.5) or a pool of lamplight (1). */
export function layPatch(decals: DecalBuilder, place: { x: number; z: number; yaw: number; halfX: number; halfZ: number; soft: number }, kind: 0 | 0.5 | 1, strength: number): void {
  const reach = Math.max(place.halfX, place.halfZ)
  const count = kind === 0.5 ? 1 : Math.max(2, Math.ceil(reach / RING))
  const rings = kind === 0.5 ? [0, 0.999] : Array.from({ length: count + 1 }, (_, ring) => ring / count)
  const spokes = Math.max(14, Math.min(MOST_SPOKES, Math.ceil((2 * Math.PI * reach) / SPOKE)))
  const [cosine, sine] = [Math.cos(place.yaw), Math.sin(place.yaw)]
  const first: number[] = []
  for (let ring = 0; ring <= rings.length; ring++) {
    first.push(decals.positions.length / 3)
    const grow = ring === rings.length ? place.soft : 0
    const share = rings[Math.min(ring, rings.length - 1)]!
    for (let k = 0; k <= spokes; k++) {
      const a = (k / spokes) * Math.PI * 2
      // A rounded rectangle: the circle pushed towards its square.
      const [c, s] = [Math.cos(a), Math.sin(a)]
      const square = kind === 0.5 ? 1 / Math.max(Math.abs(c), Math.abs(s)) : 1
      const lx = c * (place.halfX * share * Math.min(square, 1.36) + grow)
      const lz = s * (place.halfZ * share * Math.min(square, 1.36) + grow)
      const alpha = ring === rings.length ? 0 : strength * (kind === 1 ? (1 - share) * 0.9 + 0.1 * (1 - share) : 1 - share * (kind === 0 ? 0.35 : 0))
      put(decals, place.x + lx * cosine + lz * sine, place.z - lx * sine + lz * cosine, [1, kind, alpha], [lx, lz])
    }
  }
  for (let ring = 0; ring < rings.length; ring++) join(decals, first[ring + 1]!, first[ring]!, spokes + 1)
}

/** The decals as a geometry for `createLaneMaterial`. */
export function toDecalGeometry(decals: DecalBuilder): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(decals.positions), 3))
  geometry.setAttribute('paint', new BufferAttribute(new Uint8Array(decals.paint), 4, true))
  geometry.setAttribute('stroke', new BufferAttribute(new Float32Array(decals.uvs), 2))
  geometry.setIndex(decals.indices)
  geometry.computeBoundingSphere()
  return geometry
}
