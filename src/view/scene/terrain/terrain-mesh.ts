/** The land as instances of shared grids, one for each chunk in the picture: a draw call for each grid, three at most. */
import { CHUNK_QUADS } from '#worldgen/chunk.ts'
import type { ResidentChunk, TerrainStream } from '#streaming/terrain-stream.ts'
import { airUniforms } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { BufferAttribute, DynamicDrawUsage, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, type ShaderMaterial } from 'three'
import { strideOf, type Stride } from './chunk-stride.ts'
import { createChunkTextures } from './chunk-textures.ts'
import { createReliefTexture, createStrokeTexture } from './paint-noise.ts'
import { terrainFragmentShader } from './terrain-fragment.ts'
import { createTerrainGrid } from './terrain-grid.ts'
import { terrainVertexShader } from './terrain-vertex.ts'

/** Seconds in which a chunk fades from its parent's looks to its own. */
const FADE_SECONDS = 0.25

/** See `createTerrainMesh`. */
export type TerrainMesh = {
  readonly group: Group
  /** Shows the chunks of another stream from now on; null shows nothing. */
  attach(stream: TerrainStream | null): void
  /** Brings the meshes in line with what the stream draws for an `eye` in metres of the world; `origin` is what drawn metres are relative to, `plain` how the preset shades. */
  update(eye: Place, origin: Place, plain: boolean): void
  /** Sends everything to the graphics card again, after it lost its memory. */
  restore(): void
  dispose(): void
}

type Place = { readonly x: number; readonly z: number }

type Layer = { readonly mesh: Mesh; begin(): void; add(resident: ResidentChunk, look: { x: number; z: number; size: number; skirt: number; fade: number }): void; end(): void }

/** One grid and its instances; nearest first, as they come. */
function createLayer(stride: Stride, slots: number, material: ShaderMaterial): Layer {
  const grid = createTerrainGrid(stride)
  const geometry = new InstancedBufferGeometry()
  const place = new InstancedBufferAttribute(new Float32Array(slots * 4), 4).setUsage(DynamicDrawUsage)
  const link = new InstancedBufferAttribute(new Float32Array(slots * 4), 4).setUsage(DynamicDrawUsage)
  const fade = new InstancedBufferAttribute(new Float32Array(slots), 1).setUsage(DynamicDrawUsage)
  geometry.setAttribute('position', new BufferAttribute(grid.positions, 3))
  geometry.setAttribute('aPlace', place)
  geometry.setAttribute('aLink', link)
  geometry.setAttribute('aFade', fade)
  geometry.setIndex(new BufferAttribute(grid.indices, 1))
  geometry.instanceCount = 0
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.visible = false
  let count = 0
  return {
    mesh,
    begin() {
      count = 0
    },
    add({ slot, parentSlot, edges, coordinate }, { x, z, size, skirt, fade: fading }) {
      place.setXYZW(count, x, z, size, skirt)
      link.setXYZW(count, slot, parentSlot, (coordinate.x & 1) + 2 * (coordinate.z & 1), edges)
      fade.setX(count, fading)
      count++
    },
    end() {
      geometry.instanceCount = count
      mesh.visible = count > 0
      if (count === 0) return
      for (const attribute of [place, link, fade]) {
        attribute.clearUpdateRanges()
        attribute.addUpdateRange(0, count * attribute.itemSize)
        attribute.needsUpdate = true
      }
    },
  }
}

/** Makes the meshes with room for `slots` resident chunks. */
export function createTerrainMesh(slots: number): TerrainMesh {
  const textures = createChunkTextures(slots)
  const strokes = createStrokeTexture()
  const relief = createReliefTexture()
  const morphReach = { value: 2.6 }
  const material = new ShadedMaterial({
    uniforms: {
      ...airUniforms,
      uHeights: { value: textures.heights },
      uNormals: { value: textures.normals },
      uGround: { value: textures.ground },
      uStrokes: { value: strokes },
      uRelief: { value: relief },
      uMorphReach: morphReach,
    },
    vertexShader: terrainVertexShader,
    fragmentShader: terrainFragmentShader,
  })
  const layers: { readonly [S in Stride]: Layer } = { 1: createLayer(1, slots, material), 2: createLayer(2, slots, material), 4: createLayer(4, slots, material) }
  const allLayers = Object.values(layers)
  const group = new Group()
  group.name = 'terrain'
  group.add(...allLayers.map(({ mesh }) => mesh))
  const look = { x: 0, z: 0, size: 0, skirt: 0, fade: 0 }

  let stream: TerrainStream | null = null
  let stopListening: (() => void) | null = null

  return {
    group,
    attach(next) {
      if (next === stream) return
      stopListening?.()
      stream = next
      for (const { mesh } of allLayers) mesh.visible = false
      if (!next) return
      next.limitSlots(slots)
      for (const resident of next.resident.values()) textures.write(resident)
      stopListening = next.listen({ chunkReady: textures.write, chunkDropped: () => undefined })
    },
    update(eye, origin, plain) {
      if (!stream) return
      morphReach.value = 2 * stream.splitFactor
      for (const layer of allLayers) layer.begin()
      for (const resident of stream.drawn) {
        const { coordinate, slot, bornSeconds, chunk } = resident
        if (slot >= slots) continue
        look.size = 2 * CHUNK_QUADS * 2 ** coordinate.level
        const x = coordinate.x * look.size
        const z = coordinate.z * look.size
        look.x = x - origin.x
        look.z = z - origin.z
        const stride = strideOf(resident, Math.hypot(Math.max(x - eye.x, 0, eye.x - x - look.size), Math.max(z - eye.z, 0, eye.z - z - look.size)), morphReach.value * look.size, plain)
        // twice the spacing bends four times as far from the land
        look.skirt = Math.max(chunk.geometricError * stride * stride, look.size / 64)
        look.fade = Math.max(0, 1 - (stream.seconds - bornSeconds) / FADE_SECONDS)
        layers[stride].add(resident, look)
      }
      for (const layer of allLayers) layer.end()
    },
    restore: textures.restore,
    dispose() {
      stopListening?.()
      textures.dispose()
      strokes.dispose()
      relief.dispose()
      for (const { mesh } of allLayers) mesh.geometry.dispose()
      material.dispose()
    },
  }
}
