/** Tests of many people in one mesh. */
import { describe, expect, it } from 'vitest'
import { createPeopleBatch } from '#view/scene/npcs/people-batch.ts'
import { createMeshBuilder } from '#view/scene/settlements/mesh-builder.ts'

/** A body of `triangles` triangles. */
function body(triangles: number): ReturnType<typeof createMeshBuilder> {
  const mesh = createMeshBuilder(64)
  mesh.vertexCount = triangles + 2
  mesh.indexCount = triangles * 3
  for (let i = 0; i < mesh.indexCount; i++) mesh.indices[i] = Math.floor(i / 3) + (i % 3)
  return mesh
}

describe('people in one mesh', () => {
  it('[FOLK-10] draws whoever is seen, and nobody else', () => {
    const batch = createPeopleBatch({ slots: 3, slotVertices: 20, slotIndices: 45 })
    const [first, second] = [batch.take(body(4)), batch.take(body(6))]
    batch.upload()
    const { geometry } = batch.mesh
    const drawn = (): number[] => Array.from(geometry.index!.array.subarray(0, geometry.drawRange.count))
    const both = drawn()
    expect(both).toHaveLength(30)
    batch.setSeen(first, false)
    batch.upload()
    expect(drawn()).toEqual(both.slice(12))
    batch.setSeen(second, false)
    batch.upload()
    expect(batch.mesh.visible).toBe(false)
    batch.setSeen(first, true)
    batch.setSeen(second, true)
    batch.upload()
    expect(batch.mesh.visible).toBe(true)
    expect(drawn()).toEqual(both)
    batch.free(first)
    batch.upload()
    expect(drawn()).toEqual(both.slice(12))
    batch.dispose()
  })
})
