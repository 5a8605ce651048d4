/** Everything that grows or lies about, drawn: meshes near, pictures afar, shadows of both; follows the chunks that are drawn. */
import { Color, type DataTexture, Group, Mesh, PlaneGeometry, type ShaderMaterial, type WebGLRenderer } from 'three'
import { hashCell } from '#core/hash.ts'
import type { Run, CameraPose } from '#session/session.ts'
import { yearShareOf } from '#simulation/clock.ts'
import type { ResidentChunk } from '#streaming/terrain-stream.ts'
import { CHUNK_METERS, SCATTER_BYTES } from '#worldgen/chunk.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import type { LookBudget } from '../../materials/look-budget.ts'
import { heightInChunk } from './chunk-index.ts'
import { createInstanceRecord, InstanceBuffers } from './instance-buffers.ts'
import { createLeafTexture } from './leaf-texture.ts'
import { createPagePool, PAGE_INSTANCES, type PageOwner } from './page-pool.ts'
import { createPictureMaterial, createPlantMaterial, type PlantUniforms } from './plant-material.ts'
import { type PlantPictures, pictureOf, takePlantPictures } from './plant-pictures.ts'
import { createPlantGeometry } from './plant-shapes.ts'
import { PLANT_TRAITS, tintOf } from './plant-traits.ts'
import { createYearTexture, turnOf } from './season.ts'
import { createShadeDrawing, type ShadeDrawing } from './shade-drawing.ts'

/** How far one moves before meshes are chosen anew, metres. */
const REBUILD_METERS = 1.5
/** How far one goes before positions are counted from a new anchor, metres. */
const ANCHOR_METERS = 6000
/** Most instances of one species that are meshes. */
const MESH_CAPACITY = 3000

type Entry = PageOwner & { resident: ResidentChunk; stamp: number; bornSeconds: number; smallBornSeconds: number; warmth: number; pictured: boolean }
type SpeciesDrawing = { buffers: InstanceBuffers; mesh: Mesh; triangles: number; count: number }

/** The drawing of all scatter. */
export type ScatterDrawing = {
  readonly group: Group
  /** Follows the run; once a frame. */
  update(renderer: WebGLRenderer, run: Run, camera: CameraPose, night: number): void
  dispose(): void
}

function rectDistance(resident: ResidentChunk, x: number, z: number): number {
  const { coordinate } = resident
  const size = CHUNK_METERS * 2 ** coordinate.level
  const dx = Math.max(coordinate.x * size - x, 0, x - (coordinate.x + 1) * size)
  const dz = Math.max(coordinate.z * size - z, 0, z - (coordinate.z + 1) * size)
  return Math.sqrt(dx * dx + dz * dz)
}

/** How warm the climate is in the middle of a chunk. */
function warmthOf(run: Run, { coordinate }: ResidentChunk): number {
  const size = CHUNK_METERS * 2 ** coordinate.level
  return run.land.climateAt((coordinate.x + 0.5) * size, (coordinate.z + 0.5) * size).warmth
}

/** Creates the drawing within `budget`. */
export function createScatterDrawing(budget: LookBudget): ScatterDrawing {
  const group = new Group()
  const leaves: DataTexture = createLeafTexture()
  const year = createYearTexture()
  const uniforms: PlantUniforms = { uLeaves: { value: leaves }, uMeshMeters: { value: budget.meshMeters }, uPictureMeters: { value: budget.pictureMeters }, uYearLeaves: { value: year }, uYear: { value: 0 }, uNow: { value: 0 } }
  const meshMaterial = createPlantMaterial(uniforms)
  const drawings: SpeciesDrawing[] = SPECIES.map((species) => {
    const shape = createPlantGeometry(species, 11)
    const buffers = new InstanceBuffers(shape, MESH_CAPACITY)
    const mesh = new Mesh(buffers.geometry, meshMaterial)
    mesh.frustumCulled = false
    mesh.visible = false
    group.add(mesh)
    return { buffers, mesh, triangles: shape.index!.count / 3, count: 0 }
  })

  const quad = new PlaneGeometry(2, 1).translate(0, 0.5, 0)
  quad.deleteAttribute('normal')
  quad.deleteAttribute('uv')
  const pagesMost = Math.floor(budget.pictures / PAGE_INSTANCES)
  const pool = createPagePool(pagesMost)
  const pictureBuffers = new InstanceBuffers(quad, pagesMost * PAGE_INSTANCES)
  let pictures: PlantPictures | null = null
  let pictureMaterial: ShaderMaterial | null = null
  let pictureMesh: Mesh | null = null
  let shade: ShadeDrawing | null = null

  const entries = new Map<ResidentChunk, Entry>()
  const record = createInstanceRecord()
  const tint = new Color()
  const anchor = { x: 0, z: 0 }
  const built = { x: Infinity, z: Infinity, runNumber: -1, squeeze: 1, crowded: false }
  let stamp = 0

  const readRecord = ({ resident, warmth }: Entry, at: number, eye: { x: number; z: number; reach: number }): boolean => {
    const { scatter, coordinate } = resident.chunk
    const size = CHUNK_METERS * 2 ** coordinate.level
    const x = (coordinate.x + (scatter[at]! + scatter[at + 1]! * 256) / 65_536) * size
    const z = (coordinate.z + (scatter[at + 2]! + scatter[at + 3]! * 256) / 65_536) * size
    if (eye.reach > 0 && (x - eye.x) ** 2 + (z - eye.z) ** 2 > eye.reach ** 2) return false
    record.x = x - anchor.x
    record.z = z - anchor.z
    record.y = heightInChunk(resident.chunk, x, z)
    record.scale = 0.4 + (scatter[at + 5]! / 255) * 1.4
    const traits = PLANT_TRAITS[SPECIES[scatter[at + 4]!]!]
    tintOf(traits, scatter[at + 7]!, hashCell(31, Math.floor(x / 22), Math.floor(z / 22)) & 63, tint)
    record.red = tint.r
    record.green = tint.g
    record.blue = tint.b
    record.turn = turnOf(traits.year, scatter[at + 7]!, warmth)
    // a little taller or squatter, by the same byte that turns it
    record.stretch = 0.9 + ((scatter[at + 6]! * 37) & 255) / 1275
    return true
  }

  const addPictures = (entry: Entry): void => {
    const { scatter, scatterCount } = entry.resident.chunk
    entry.pictured = true
    let slot = PAGE_INSTANCES
    let page: number | null = null
    for (let n = 0; n < scatterCount; n++) {
      const at = n * SCATTER_BYTES
      const species = SPECIES[scatter[at + 4]!]
      if (!species || !PLANT_TRAITS[species].picture) continue
      if (slot === PAGE_INSTANCES) {
        page = pool.take(entry)
        if (page === null) break
        slot = 0
        for (let i = 0; i < PAGE_INSTANCES; i++) pictureBuffers.blank(page * PAGE_INSTANCES + i)
      }
      readRecord(entry, at, { x: 0, z: 0, reach: 0 })
      record.lookX = pictureOf(species, scatter[at + 6]!)
      record.born = entry.bornSeconds
      record.reach = PLANT_TRAITS[species].reach
      if ((scatter[at + 6]! & 4) !== 0) record.stretch = -record.stretch
      pictureBuffers.write(page! * PAGE_INSTANCES + slot, record)
      slot++
    }
    for (const taken of entry.pages) pictureBuffers.send(taken * PAGE_INSTANCES, PAGE_INSTANCES)
  }

  const dropPictures = (entry: Entry): void => {
    entry.pictured = false
    pool.free(entry, (from, to) => {
      pictureBuffers.copy(from * PAGE_INSTANCES, to * PAGE_INSTANCES, PAGE_INSTANCES)
      pictureBuffers.send(to * PAGE_INSTANCES, PAGE_INSTANCES)
    })
  }

  /** Whether something was drawn where `resident` now appears: then its large plants are there already and need not rise. */
  const wasCovered = (resident: ResidentChunk): boolean => {
    const size = CHUNK_METERS * 2 ** resident.coordinate.level
    const x = (resident.coordinate.x + 0.5) * size
    const z = (resident.coordinate.z + 0.5) * size
    for (const entry of entries.values()) if (entry.stamp >= stamp - 1 && entry.resident !== resident && rectDistance(entry.resident, x, z) === 0) return true
    return false
  }

  /** Follows the list of drawn chunks; returns whether it changed. */
  const follow = (run: Run, eye: { x: number; z: number }): boolean => {
    stamp++
    let changed = false
    const now = run.seconds
    for (const resident of run.terrain.drawn) {
      let entry = entries.get(resident)
      if (!entry) {
        entry = { pages: [], resident, stamp, bornSeconds: wasCovered(resident) ? -10 : now, smallBornSeconds: now, warmth: warmthOf(run, resident), pictured: false }
        entries.set(resident, entry)
        changed = true
      }
      entry.stamp = stamp
    }
    for (const entry of entries.values()) {
      const away = rectDistance(entry.resident, eye.x, eye.z)
      if (entry.stamp !== stamp) {
        dropPictures(entry)
        entries.delete(entry.resident)
        changed = true
      } else if (!entry.pictured && away < budget.pictureMeters) addPictures(entry)
      else if (entry.pictured && away > budget.pictureMeters + 200) dropPictures(entry)
    }
    pictureBuffers.geometry.instanceCount = pool.used * PAGE_INSTANCES
    return changed
  }

  /** Chooses which plants are meshes now. */
  const chooseMeshes = (eye: { x: number; z: number }): void => {
    const reach = budget.meshMeters * built.squeeze
    uniforms.uMeshMeters.value = reach
    for (const drawing of drawings) drawing.count = 0
    shade?.begin()
    let triangles = 0
    const seen = { x: eye.x, z: eye.z, reach: 0 }
    const widest = Math.max(reach, shade ? shade.reachMeters : 0)
    for (const entry of entries.values()) {
      if (rectDistance(entry.resident, eye.x, eye.z) > widest) continue
      const { scatter, scatterCount } = entry.resident.chunk
      for (let n = 0; n < scatterCount; n++) {
        const at = n * SCATTER_BYTES
        const number = scatter[at + 4]!
        const species = SPECIES[number]
        const drawing = drawings[number]
        if (!species || !drawing) continue
        const traits = PLANT_TRAITS[species]
        const meshReach = reach * traits.reach
        seen.reach = traits.picture && shade ? Math.max(meshReach, shade.reachMeters) : meshReach
        if (!readRecord(entry, at, seen)) continue
        const dx = record.x + anchor.x - eye.x
        const dz = record.z + anchor.z - eye.z
        if (traits.picture && shade) {
          record.lookX = pictureOf(species, scatter[at + 6]!)
          shade.add(record)
        }
        if (dx * dx + dz * dz > meshReach * meshReach || drawing.count >= drawing.buffers.capacity) continue
        record.lookX = (scatter[at + 6]! / 256) * Math.PI * 2
        record.born = traits.picture ? entry.bornSeconds : entry.smallBornSeconds
        record.reach = traits.picture ? -meshReach : meshReach
        drawing.buffers.write(drawing.count++, record)
        triangles += drawing.triangles
      }
    }
    for (const drawing of drawings) {
      drawing.mesh.visible = drawing.count > 0
      drawing.buffers.geometry.instanceCount = drawing.count
      drawing.buffers.send(0, drawing.count)
    }
    shade?.end()
    // keep within the budget by drawing nearer, and come back slowly when there is room
    if (triangles > budget.meshTriangles) built.squeeze = Math.max(0.3, built.squeeze * Math.max(0.7, Math.sqrt(budget.meshTriangles / triangles) * 0.98))
    else if (triangles < budget.meshTriangles * 0.8) built.squeeze = Math.min(1, built.squeeze * 1.03)
    built.crowded = triangles > budget.meshTriangles
  }

  const prepare = (renderer: WebGLRenderer): void => {
    pictures = takePlantPictures(renderer, leaves)
    pictureMaterial = createPictureMaterial(uniforms, pictures)
    pictureMesh = new Mesh(pictureBuffers.geometry, pictureMaterial)
    pictureMesh.frustumCulled = false
    group.add(pictureMesh)
    if (budget.shadeTexels > 0) shade = createShadeDrawing(pictures, budget.shadeTexels, uniforms)
  }

  const forgetAll = (): void => {
    entries.clear()
    pool.clear()
    built.x = Infinity
  }

  return {
    group,
    update(renderer, run, camera, night) {
      if (!pictures) prepare(renderer)
      if (built.runNumber !== run.number || Math.abs(camera.x - anchor.x) + Math.abs(camera.z - anchor.z) > ANCHOR_METERS) {
        if (built.runNumber !== run.number) forgetAll()
        for (const entry of entries.values()) dropPictures(entry)
        built.runNumber = run.number
        anchor.x = Math.round(camera.x / 1024) * 1024
        anchor.z = Math.round(camera.z / 1024) * 1024
        built.x = Infinity
      }
      uniforms.uNow.value = run.seconds
      uniforms.uYear.value = yearShareOf(run.world.worldSeconds)
      const changed = follow(run, camera)
      const moved = Math.abs(camera.x - built.x) + Math.abs(camera.z - built.z)
      if (changed || built.crowded || !(moved < REBUILD_METERS)) {
        built.x = camera.x
        built.z = camera.z
        chooseMeshes(camera)
      }
      group.position.set(anchor.x - run.origin.x, 0, anchor.z - run.origin.z)
      shade?.draw(renderer, { x: camera.x, z: camera.z, anchor, origin: run.origin, night })
    },
    dispose() {
      for (const drawing of drawings) drawing.buffers.dispose()
      pictureBuffers.dispose()
      meshMaterial.dispose()
      pictureMaterial?.dispose()
      pictures?.dispose()
      shade?.dispose()
      leaves.dispose()
      year.dispose()
      quad.dispose()
    },
  }
}
