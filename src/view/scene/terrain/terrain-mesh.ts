/** The land as instances of a shared grid, one for each chunk in the picture: one draw call, or two where shading is plain. */
import { CHUNK_QUADS } from '#worldgen/chunk.ts'
import type { ResidentChunk, TerrainStream } from '#streaming/terrain-stream.ts'
import { airUniforms } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { BufferAttribute, DynamicDrawUsage, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, type ShaderMaterial } from 'three'
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
  /** Brings the meshes in line with what the stream draws; `origin` is what drawn metres are relative to. Where `plain`, only chunks of level 0 are drawn with all their vertices. */
  update(origin: { readonly x: number; readonly z: number }, plain: boolean): void
  /** Sends everything to the graphics card again, after it lost its memory. */
  restore(): void
  dispose(): void
}

type Layer = { readonly mesh: Mesh; begin(): void; add(resident: ResidentChunk, look: { x: number; z: number; size: number; skirt: number; fade: number }): void; end(): void }

/** One grid and its instances; nearest first, as they come. */
function createLayer(stride: number, slots: number, material: ShaderMaterial): Layer {
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
  const layers = [createLayer(1, slots, material), createLayer(2, slots, material)] as const
  const group = new Group()
  group.name = 'terrain'
  group.add(layers[0].mesh, layers[1].mesh)
  const look = { x: 0, z: 0, size: 0, skirt: 0, fade: 0 }

  let stream: TerrainStream | null = null
  let stopListening: (() => void) | null = null

  return {
    group,
    attach(next) {
      if (next === stream) return
      stopListening?.()
      stream = next
      for (const { mesh } of layers) mesh.visible = false
      if (!next) return
      next.limitSlots(slots)
      for (const resident of next.resident.values()) textures.write(resident)
      stopListening = next.listen({ chunkReady: textures.write, chunkDropped: () => undefined })
    },
    update(origin, plain) {
      if (!stream) return
      morphReach.value = 2 * stream.splitFactor
      for (const layer of layers) layer.begin()
      for (const resident of stream.drawn) {
        const { coordinate, slot, bornSeconds, chunk } = resident
        if (slot >= slots) continue
        const isCoarse = plain && coordinate.level > 0
        look.size = 2 * CHUNK_QUADS * 2 ** coordinate.level
        look.x = coordinate.x * look.size - origin.x
        look.z = coordinate.z * look.size - origin.z
        // twice the spacing bends four times as far from the land
        look.skirt = Math.max(chunk.geometricError * (isCoarse ? 4 : 1), look.size / 64)
        look.fade = Math.max(0, 1 - (stream.seconds - bornSeconds) / FADE_SECONDS)
        layers[isCoarse ? 1 : 0].add(resident, look)
      }
      for (const layer of layers) layer.end()
    },
    restore: textures.restore,
    dispose() {
      stopListening?.()
      textures.dispose()
      strokes.dispose()
      relief.dispose()
      for (const { mesh } of layers) mesh.geometry.dispose()
      material.dispose()
    },
  }
}
