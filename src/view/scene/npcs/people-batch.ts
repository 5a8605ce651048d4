/** Many people in one draw: slots of one large mesh, each filled with a composed person; bones and faces travel in a texture of one row a person. */
import { BufferAttribute, BufferGeometry, DataTexture, FloatType, Mesh, NearestFilter, RGBAFormat, Sphere, Vector3 } from 'three'
import type { MeshBuilder } from '../settlements/mesh-builder.ts'
import { createPeopleMaterial, FACE_TEXEL, PERSON_TEXELS } from './people-material.ts'

/** What a face shows. */
export type FaceLook = {
  /** Each −1..1. */
  pleasure: number
  arousal: number
  /** 0 shut .. 1 open; 0 silent .. 1 wide. */
  lids: number
  mouth: number
  /** Where the eyes look within the head, −1..1. */
  eyesX: number
  eyesY: number
  /** 0 gone .. 1 there. */
  presence: number
  /** Head in straight stance: height of its middle and radius, metres. */
  headY: number
  headRadius: number
  /** 0 young .. 1 old. */
  age: number
  /** Linear colour of the brows. */
  brow: readonly [number, number, number]
  /** Whether what the hand holds is seen. */
  armed: boolean
  /** Lamplight that falls on the body, 0..1. */
  lamp: number
}

/** See `createPeopleBatch`. */
export type PeopleBatch = {
  readonly mesh: Mesh
  /** One row of floats for each slot; bones first. */
  readonly rows: Float32Array
  readonly rowFloats: number
  /** Takes a free slot for a person; −1 when all are taken or the person does not fit. */
  take(person: MeshBuilder): number
  free(slot: number): void
  /** Whether a slot's person is in the picture: whoever is not costs nothing. */
  setSeen(slot: number, seen: boolean): void
  writeFace(slot: number, face: FaceLook): void
  /** Sends this frame's rows to the graphics card. */
  upload(): void
  dispose(): void
}

/** A batch of `slots` people of at most `slotVertices` vertices and `slotIndices` corners each. */
export function createPeopleBatch(size: { slots: number; slotVertices: number; slotIndices: number }): PeopleBatch {
  const { slots, slotVertices, slotIndices } = size
  const rowFloats = PERSON_TEXELS * 4
  const rows = new Float32Array(rowFloats * slots)
  const texture = new DataTexture(rows, PERSON_TEXELS, slots, RGBAFormat, FloatType)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.generateMipmaps = false
  const vertices = slots * slotVertices
  const attributes = {
    position: new BufferAttribute(new Float32Array(vertices * 3), 3),
    normal: new BufferAttribute(new Int8Array(vertices * 4), 4, true),
    paint: new BufferAttribute(new Uint8Array(vertices * 4), 4, true),
    surface: new BufferAttribute(new Uint8Array(vertices * 4), 4),
    stroke: new BufferAttribute(new Float32Array(vertices * 2), 2),
  }
  const geometry = new BufferGeometry()
  for (const [name, attribute] of Object.entries(attributes)) geometry.setAttribute(name, attribute)
  const index = new BufferAttribute(new Uint32Array(slots * slotIndices), 1)
  geometry.setIndex(index)
  geometry.boundingSphere = new Sphere(new Vector3(), Infinity)
  geometry.setDrawRange(0, 0)
  const material = createPeopleMaterial(texture, slotVertices)
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 3
  const taken = new Array<boolean>(slots).fill(false)
  const seen = new Array<boolean>(slots).fill(false)
  const corners = new Array<Uint32Array>(slots)
  let stale = true

  /** Joins the corners of those who are seen. */
  function gather(): void {
    stale = false
    let count = 0
    for (let slot = 0; slot < slots; slot++) {
      if (!taken[slot] || !seen[slot]) continue
      index.array.set(corners[slot]!, count)
      count += corners[slot]!.length
    }
    geometry.setDrawRange(0, count)
    mesh.visible = count > 0
    index.clearUpdateRanges()
    index.addUpdateRange(0, count)
    index.needsUpdate = true
  }

  return {
    mesh,
    rows,
    rowFloats,
    take(person) {
      const slot = taken.indexOf(false)
      const { vertexCount, indexCount } = person
      if (slot < 0 || vertexCount > slotVertices || indexCount > slotIndices) return -1
      const first = slot * slotVertices
      const fill = (attribute: BufferAttribute, source: ArrayLike<number>): void => {
        const items = attribute.itemSize
        const target = attribute.array as Float32Array
        target.set(source as Float32Array, first * items)
        attribute.addUpdateRange(first * items, vertexCount * items)
        attribute.needsUpdate = true
      }
      fill(attributes.position, person.positions.subarray(0, vertexCount * 3))
      fill(attributes.normal, person.normals.subarray(0, vertexCount * 4))
      fill(attributes.paint, person.paint.subarray(0, vertexCount * 4))
      fill(attributes.surface, person.surface.subarray(0, vertexCount * 4))
      fill(attributes.stroke, person.uvs.subarray(0, vertexCount * 2))
      corners[slot] = new Uint32Array(indexCount)
      for (let i = 0; i < indexCount; i++) corners[slot][i] = first + person.indices[i]!
      taken[slot] = seen[slot] = true
      rows.fill(0, slot * rowFloats, (slot + 1) * rowFloats)
      stale = true
      return slot
    },
    free(slot) {
      taken[slot] = seen[slot] = false
      rows.fill(0, slot * rowFloats, (slot + 1) * rowFloats)
      stale = true
    },
    setSeen(slot, isSeen) {
      if (seen[slot] === isSeen) return
      seen[slot] = isSeen
      stale = true
    },
    writeFace(slot, face) {
      const at = slot * rowFloats + FACE_TEXEL * 4
      rows[at] = face.pleasure
      rows[at + 1] = face.arousal
      rows[at + 2] = face.lids
      rows[at + 3] = face.mouth
      rows[at + 4] = face.eyesX
      rows[at + 5] = face.eyesY
      rows[at + 6] = face.presence
      rows[at + 7] = face.headRadius
      rows[at + 8] = face.armed ? 1 : 0
      rows[at + 9] = face.headY
      rows[at + 10] = 0
      rows[at + 11] = face.age
      rows[at + 12] = face.brow[0]
      rows[at + 13] = face.brow[1]
      rows[at + 14] = face.brow[2]
      rows[at + 15] = face.lamp
    },
    upload() {
      if (stale) gather()
      if (mesh.visible) texture.needsUpdate = true
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      texture.dispose()
    },
  }
}
