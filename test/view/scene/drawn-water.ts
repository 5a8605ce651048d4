/** What of the water of rivers near the eye is drawn at a place: by chunks of the finest level, and by rapids. */
import { CHUNK_METERS, CHUNK_QUADS, WATER_NODES } from '#worldgen/chunk.ts'
import type { Chunk } from '#worldgen/chunk.ts'
import type { Rapid } from '#worldgen/hydrology/rapids.ts'
import type { Land } from '#worldgen/land.ts'
import { readWater } from '#view/scene/water/inland-water.ts'
import { createRapidGeometry } from '#view/scene/water/rapid-geometry.ts'
import { coverOf } from '#view/scene/water/rapids.ts'
import { LEVEL_NORMAL } from '#view/scene/water/water-material.ts'
import { freshChunk } from '../../worldgen/chunk-scan.ts'

const SPACING = CHUNK_METERS / CHUNK_QUADS
const NODE_METERS = SPACING * 2
/** What lies so far under the ground is not drawn, metres. */
const HIDDEN_METERS = 0.02

/** Heights at which water is drawn at a place, in no order. */
export type DrawnWater = (x: number, z: number) => number[]

/** Height of a plane through three corners over the unit square's corner at (0, 0) or (1, 1). */
function overTriangle(px: number, pz: number, { here, right, below, across }: { here: number; right: number; below: number; across: number }): { y: number; slopeX: number; slopeZ: number } {
  if (px + pz <= 1) return { y: here + px * (right - here) + pz * (below - here), slopeX: right - here, slopeZ: below - here }
  return { y: across + (1 - px) * (below - across) + (1 - pz) * (right - across), slopeX: across - below, slopeZ: across - right }
}

/** The water that is drawn about `rapids`. */
export function createDrawnWater(land: Land, rapids: readonly Rapid[]): DrawnWater {
  const chunks = new Map<string, { chunk: Chunk; nodes: Float32Array }>()
  const isCovered = coverOf(rapids)
  const anchor = { x: rapids[0]!.points[0]!, y: 0, z: rapids[0]!.points[1]! }
  const { surface } = createRapidGeometry(rapids, anchor)
  const position = surface.getAttribute('position')
  const falls = surface.getAttribute('aFall')
  const corners = surface.index!.array
  // triangles by squares of 8 m
  const triangles = new Map<string, number[]>()
  const key = (x: number, z: number): string => `${Math.floor(x / 8)},${Math.floor(z / 8)}`
  for (let t = 0; t < corners.length; t += 3) {
    const xs = [0, 1, 2].map((n) => position.getX(corners[t + n]!) + anchor.x)
    const zs = [0, 1, 2].map((n) => position.getZ(corners[t + n]!) + anchor.z)
    for (let x = Math.floor(Math.min(...xs) / 8); x <= Math.floor(Math.max(...xs) / 8); x++) for (let z = Math.floor(Math.min(...zs) / 8); z <= Math.floor(Math.max(...zs) / 8); z++) triangles.set(`${x},${z}`, [...(triangles.get(`${x},${z}`) ?? []), t])
  }

  function chunkAt(x: number, z: number): { chunk: Chunk; nodes: Float32Array } {
    const coordinate = { x: Math.floor(x / CHUNK_METERS), z: Math.floor(z / CHUNK_METERS), level: 0 }
    const name = `${coordinate.x},${coordinate.z}`
    let known = chunks.get(name)
    if (!known) {
      const chunk = freshChunk(land, coordinate)
      const nodes = new Float32Array(WATER_NODES * WATER_NODES * 4)
      readWater(chunk.water, chunk.heights, nodes)
      known = { chunk, nodes }
      chunks.set(name, known)
    }
    return known
  }

  function groundAt(x: number, z: number): number {
    const { chunk } = chunkAt(x, z)
    const [gx, gz] = [(x - chunk.coordinate.x * CHUNK_METERS) / SPACING, (z - chunk.coordinate.z * CHUNK_METERS) / SPACING]
    const [i, j] = [Math.floor(gx), Math.floor(gz)]
    const at = (j + 1) * (CHUNK_QUADS + 3) + i + 1
    const { heights } = chunk
    return overTriangle(gx - i, gz - j, { here: heights[at]!, right: heights[at + 1]!, below: heights[at + CHUNK_QUADS + 3]!, across: heights[at + CHUNK_QUADS + 4]! }).y
  }

  /** The water of the chunk. */
  function latticeAt(x: number, z: number): number | null {
    const { chunk, nodes } = chunkAt(x, z)
    if (!chunk.hasInlandWater) return null
    const [gx, gz] = [(x - chunk.coordinate.x * CHUNK_METERS) / NODE_METERS, (z - chunk.coordinate.z * CHUNK_METERS) / NODE_METERS]
    const [i, j] = [Math.floor(gx), Math.floor(gz)]
    const at = (di: number, dj: number): number => ((j + dj) * WATER_NODES + i + di) * 4
    const used = gx - i + gz - j <= 1 ? [at(0, 0), at(1, 0), at(0, 1)] : [at(1, 1), at(1, 0), at(0, 1)]
    if (used.some((node) => nodes[node + 1]! < -1000)) return null
    const { y, slopeX, slopeZ } = overTriangle(gx - i, gz - j, { here: nodes[at(0, 0)]!, right: nodes[at(1, 0)]!, below: nodes[at(0, 1)]!, across: nodes[at(1, 1)]! })
    const up = 1 / Math.sqrt(1 + (slopeX * slopeX + slopeZ * slopeZ) / (NODE_METERS * NODE_METERS))
    const [west, north] = [Math.floor(x / NODE_METERS) * NODE_METERS, Math.floor(z / NODE_METERS) * NODE_METERS]
    return up < LEVEL_NORMAL && isCovered(west, north, NODE_METERS) ? null : y
  }

  return (x, z) => {
    const ground = groundAt(x, z)
    const found: number[] = []
    const lattice = latticeAt(x, z)
    if (lattice !== null && lattice - ground > -HIDDEN_METERS) found.push(lattice)
    for (const t of triangles.get(key(x, z)) ?? []) {
      const [a, b, c] = [corners[t]!, corners[t + 1]!, corners[t + 2]!] as [number, number, number]
      const [ax, az, bx, bz, cx, cz] = [position.getX(a) + anchor.x, position.getZ(a) + anchor.z, position.getX(b) + anchor.x, position.getZ(b) + anchor.z, position.getX(c) + anchor.x, position.getZ(c) + anchor.z]
      const whole = (bx - ax) * (cz - az) - (cx - ax) * (bz - az)
      if (Math.abs(whole) < 1e-9) continue
      const u = ((x - ax) * (cz - az) - (cx - ax) * (z - az)) / whole
      const v = ((bx - ax) * (z - az) - (x - ax) * (bz - az)) / whole
      if (u < -1e-4 || v < -1e-4 || u + v > 1.0001) continue
      const y = position.getY(a) + u * (position.getY(b) - position.getY(a)) + v * (position.getY(c) - position.getY(a))
      if (falls.getW(a) > 0.1 || y - ground > -HIDDEN_METERS) found.push(y)
    }
    return found
  }
}
