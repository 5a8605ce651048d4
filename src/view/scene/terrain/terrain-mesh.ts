/** The land as one mesh: a shared grid drawn once for each chunk in the picture, in a single draw call. */
import { CHUNK_QUADS } from '#worldgen/chunk.ts'
import type { TerrainStream } from '#streaming/terrain-stream.ts'
import { airUniforms } from '../../materials/air.ts'
import { BufferAttribute, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial } from 'three'
import { createChunkTextures } from './chunk-textures.ts'
import { createReliefTexture, createStrokeTexture } from './paint-noise.ts'
import { terrainFragmentShader } from './terrain-fragment.ts'
import { createTerrainGrid } from './terrain-grid.ts'
import { terrainVertexShader } from './terrain-vertex.ts'

/** Seconds in which a chunk fades from its parent's looks to its own. */
const FADE_SECONDS = 0.25

/** See `createTerrainMesh`. */
export type TerrainMesh = {
  readonly mesh: Mesh
  /** Shows the chunks of another stream from now on; null shows nothing. */
  attach(stream: TerrainStream | null): void
  /** Brings the mesh in line with what the stream draws; `origin` is what drawn metres are relative to. */
  update(origin: { readonly x: number; readonly z: number }): void
  /** Sends everything to the graphics card again, after it lost its memory. */
  restore(): void
  dispose(): void
}

/** Makes the mesh with room for `slots` resident chunks. */
export function createTerrainMesh(slots: number): TerrainMesh {
  const textures = createChunkTextures(slots)
  const strokes = createStrokeTexture()
  const relief = createReliefTexture()
  const grid = createTerrainGrid()
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

  const morphReach = { value: 2.6 }
  const material = new ShaderMaterial({
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
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.name = 'terrain'

  let stream: TerrainStream | null = null
  let stopListening: (() => void) | null = null

  function send(attribute: InstancedBufferAttribute, count: number): void {
    attribute.clearUpdateRanges()
    attribute.addUpdateRange(0, count * attribute.itemSize)
    attribute.needsUpdate = true
  }

  return {
    mesh,
    attach(next) {
      if (next === stream) return
      stopListening?.()
      stream = next
      geometry.instanceCount = 0
      if (!next) return
      next.limitSlots(slots)
      for (const resident of next.resident.values()) textures.write(resident)
      stopListening = next.listen({ chunkReady: textures.write, chunkDropped: () => undefined })
    },
    update(origin) {
      if (!stream) return
      morphReach.value = 2 * stream.splitFactor
      let count = 0
      for (const { coordinate, slot, parentSlot, edges, bornSeconds, chunk } of stream.drawn) {
        if (slot >= slots) continue
        const size = 2 * CHUNK_QUADS * 2 ** coordinate.level
        place.setXYZW(count, coordinate.x * size - origin.x, coordinate.z * size - origin.z, size, Math.max(chunk.geometricError, size / 64))
        link.setXYZW(count, slot, parentSlot, (coordinate.x & 1) + 2 * (coordinate.z & 1), edges)
        fade.setX(count, Math.max(0, 1 - (stream.seconds - bornSeconds) / FADE_SECONDS))
        count++
      }
      geometry.instanceCount = count
      send(place, count)
      send(link, count)
      send(fade, count)
    },
    restore: textures.restore,
    dispose() {
      stopListening?.()
      textures.dispose()
      strokes.dispose()
      relief.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}
