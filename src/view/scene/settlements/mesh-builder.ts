/** A growing mesh of painted triangles: the brush holds frame, colour and surface, the shapes add vertices. */
import { BufferAttribute, BufferGeometry } from 'three'

/** What a surface is made of: the building material draws each with its own strokes. Append only. */
export const SURFACES = ['plain', 'plaster', 'stone', 'planks', 'beam', 'thatch', 'clay', 'slate', 'turf', 'shingle', 'stripes', 'leaves', 'glass', 'flame', 'soil'] as const
/** One of `SURFACES`. */
export type Surface = (typeof SURFACES)[number]

/** A point in metres. */
export type Point = readonly [x: number, y: number, z: number]

/** Bends a point of the current frame before it is placed: crooked walls, sagging ridges. Writes into `at`. */
export type Warp = (at: { x: number; y: number; z: number }) => void

/** Where shapes are put: a place and a turn about +y within the frame outside it; `warp` bends what lies inside. */
export type Frame = { readonly x: number; readonly y: number; readonly z: number; readonly cosine: number; readonly sine: number; readonly warp: Warp | null; readonly outer: Frame | null }

/** A mesh being built, with the brush in hand. */
export type MeshBuilder = {
  positions: Float32Array
  normals: Int8Array
  /** sRGB red, green, blue; glow. */
  paint: Uint8Array
  /** Houses: index into SURFACES; place-bound chance; sway 0..255 for 0..1 m; 1 for what has a simple or a full twin. People: two bones, weight of the second, mark. */
  surface: Uint8Array
  uvs: Float32Array
  indices: Uint32Array
  vertexCount: number
  indexCount: number
  frame: Frame
  /** The brush. */
  red: number
  green: number
  blue: number
  glow: number
  sway: number
  kind: number
  chance: number
  mark: number
}

const scratch = { x: 0, y: 0, z: 0 }
const HOME: Frame = { x: 0, y: 0, z: 0, cosine: 1, sine: 0, warp: null, outer: null }

/** An empty mesh with room for `vertices` before it has to grow. */
export function createMeshBuilder(vertices = 4096): MeshBuilder {
  return {
    positions: new Float32Array(vertices * 3),
    normals: new Int8Array(vertices * 4),
    paint: new Uint8Array(vertices * 4),
    surface: new Uint8Array(vertices * 4),
    uvs: new Float32Array(vertices * 2),
    indices: new Uint32Array(vertices * 3),
    vertexCount: 0,
    indexCount: 0,
    frame: HOME,
    red: 255,
    green: 255,
    blue: 255,
    glow: 0,
    sway: 0,
    kind: 0,
    chance: 0,
    mark: 0,
  }
}

/** Dips the brush: `color` as #rrggbb, what it is made of, and its glow 0..1. */
export function dip(mesh: MeshBuilder, color: string, surface: Surface = 'plain', glow = 0): void {
  const word = Number.parseInt(color.slice(1), 16)
  mesh.red = word >> 16
  mesh.green = (word >> 8) & 255
  mesh.blue = word & 255
  mesh.glow = Math.round(glow * 255)
  mesh.kind = SURFACES.indexOf(surface)
  mesh.sway = 0
}

/** Draws with everything placed at a point of the current frame, turned by `yaw`, bent by `warp` and then by the frames outside. */
export function within(mesh: MeshBuilder, place: { x: number; y: number; z: number; yaw?: number; warp?: Warp | null }, draw: () => void): void {
  const outer = mesh.frame
  const yaw = place.yaw ?? 0
  mesh.frame = { x: place.x, y: place.y, z: place.z, cosine: Math.cos(yaw), sine: Math.sin(yaw), warp: place.warp ?? null, outer }
  draw()
  mesh.frame = outer
}

/** Brings `scratch` from the current frame into the coordinates of the mesh. */
function leaveFrames(mesh: MeshBuilder): void {
  for (let frame: Frame | null = mesh.frame; frame; frame = frame.outer) {
    frame.warp?.(scratch)
    const { x, z } = scratch
    scratch.x = frame.x + x * frame.cosine + z * frame.sine
    scratch.y += frame.y
    scratch.z = frame.z - x * frame.sine + z * frame.cosine
  }
}

/** A point of the current frame in the coordinates of the mesh. */
export function locate(mesh: MeshBuilder, at: Point): Point {
  scratch.x = at[0]
  scratch.y = at[1]
  scratch.z = at[2]
  leaveFrames(mesh)
  return [scratch.x, scratch.y, scratch.z]
}

function grow(mesh: MeshBuilder, vertices: number, indices: number): void {
  if ((mesh.vertexCount + vertices) * 3 > mesh.positions.length) {
    const room = Math.max(mesh.vertexCount + vertices, Math.ceil(mesh.positions.length / 3) * 2)
    const positions = new Float32Array(room * 3)
    positions.set(mesh.positions)
    mesh.positions = positions
    const normals = new Int8Array(room * 4)
    normals.set(mesh.normals)
    mesh.normals = normals
    const paint = new Uint8Array(room * 4)
    paint.set(mesh.paint)
    mesh.paint = paint
    const surface = new Uint8Array(room * 4)
    surface.set(mesh.surface)
    mesh.surface = surface
    const uvs = new Float32Array(room * 2)
    uvs.set(mesh.uvs)
    mesh.uvs = uvs
  }
  if (mesh.indexCount + indices > mesh.indices.length) {
    const larger = new Uint32Array(Math.max(mesh.indexCount + indices, mesh.indices.length * 2))
    larger.set(mesh.indices)
    mesh.indices = larger
  }
}

/** Adds a vertex of the current frame: position, unit normal, strokes' coordinates in metres, and brightness (1 as dipped); returns its number. */
export function vertex(mesh: MeshBuilder, at: Point, normal: Point, stroke: readonly [u: number, v: number, shade: number]): number {
  grow(mesh, 1, 0)
  scratch.x = at[0]
  scratch.y = at[1]
  scratch.z = at[2]
  leaveFrames(mesh)
  let nx = normal[0]
  let nz = normal[2]
  for (let frame: Frame | null = mesh.frame; frame; frame = frame.outer) {
    const x = nx
    nx = x * frame.cosine + nz * frame.sine
    nz = nz * frame.cosine - x * frame.sine
  }
  const i = mesh.vertexCount++
  mesh.positions[i * 3] = scratch.x
  mesh.positions[i * 3 + 1] = scratch.y
  mesh.positions[i * 3 + 2] = scratch.z
  mesh.normals[i * 4] = Math.round(nx * 127)
  mesh.normals[i * 4 + 1] = Math.round(normal[1] * 127)
  mesh.normals[i * 4 + 2] = Math.round(nz * 127)
  const shade = stroke[2]
  mesh.paint[i * 4] = Math.min(255, mesh.red * shade)
  mesh.paint[i * 4 + 1] = Math.min(255, mesh.green * shade)
  mesh.paint[i * 4 + 2] = Math.min(255, mesh.blue * shade)
  mesh.paint[i * 4 + 3] = mesh.glow
  mesh.surface[i * 4] = mesh.kind
  mesh.surface[i * 4 + 1] = mesh.chance
  mesh.surface[i * 4 + 2] = mesh.sway
  mesh.surface[i * 4 + 3] = mesh.mark
  mesh.uvs[i * 2] = stroke[0]
  mesh.uvs[i * 2 + 1] = stroke[1]
  return i
}

/** Adds a triangle, counter-clockwise seen from outside. */
export function triangle(mesh: MeshBuilder, a: number, b: number, c: number): void {
  grow(mesh, 0, 3)
  mesh.indices[mesh.indexCount++] = a
  mesh.indices[mesh.indexCount++] = b
  mesh.indices[mesh.indexCount++] = c
}

/** The mesh as a geometry for `createBuildingMaterial`; the builder can be thrown away afterwards. */
export function toGeometry(mesh: MeshBuilder): BufferGeometry {
  const geometry = new BufferGeometry()
  const n = mesh.vertexCount
  geometry.setAttribute('position', new BufferAttribute(mesh.positions.slice(0, n * 3), 3))
  geometry.setAttribute('normal', new BufferAttribute(mesh.normals.slice(0, n * 4), 4, true))
  geometry.setAttribute('paint', new BufferAttribute(mesh.paint.slice(0, n * 4), 4, true))
  geometry.setAttribute('surface', new BufferAttribute(mesh.surface.slice(0, n * 4), 4))
  geometry.setAttribute('stroke', new BufferAttribute(mesh.uvs.slice(0, n * 2), 2))
  geometry.setIndex(new BufferAttribute(mesh.indices.slice(0, mesh.indexCount), 1))
  geometry.computeBoundingSphere()
  return geometry
}

/** Several meshes as one geometry about a common place: each lies at its own, metres. */
export function toMergedGeometry(parts: ReadonlyArray<{ mesh: MeshBuilder; x: number; y: number; z: number }>, anchor: { x: number; y: number; z: number }): BufferGeometry {
  const merged = createMeshBuilder(1)
  const vertices = parts.reduce((sum, { mesh }) => sum + mesh.vertexCount, 0)
  grow(merged, vertices, parts.reduce((sum, { mesh }) => sum + mesh.indexCount, 0))
  for (const { mesh, x, y, z } of parts) {
    const first = merged.vertexCount
    const n = mesh.vertexCount
    for (let i = 0; i < n; i++) {
      const at = (first + i) * 3
      merged.positions[at] = mesh.positions[i * 3]! + (x - anchor.x)
      merged.positions[at + 1] = mesh.positions[i * 3 + 1]! + (y - anchor.y)
      merged.positions[at + 2] = mesh.positions[i * 3 + 2]! + (z - anchor.z)
    }
    merged.normals.set(mesh.normals.subarray(0, n * 4), first * 4)
    merged.paint.set(mesh.paint.subarray(0, n * 4), first * 4)
    merged.surface.set(mesh.surface.subarray(0, n * 4), first * 4)
    merged.uvs.set(mesh.uvs.subarray(0, n * 2), first * 2)
    for (let i = 0; i < mesh.indexCount; i++) merged.indices[merged.indexCount++] = mesh.indices[i]! + first
    merged.vertexCount += n
  }
  return toGeometry(merged)
}
