/** What the console tells of the land beyond a place: what grows around it and which roads and bridges pass. */
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import type { Land } from '#worldgen/land.ts'
import { createPlants, findPlants } from '#worldgen/scatter/scatter.ts'
import { SPECIES } from '#worldgen/scatter/species.ts'
import type { PlantView, RoadView } from './console-types.ts'

const plants = createPlants()

/** Everything that grows or lies within `radius` metres of (x, z), in the order of the land's tiles. */
export function plantsAround(land: Land, x: number, z: number, radius: number): PlantView[] {
  const found: PlantView[] = []
  for (let tileZ = Math.floor((z - radius) / CHUNK_METERS); tileZ <= Math.floor((z + radius) / CHUNK_METERS); tileZ++) {
    for (let tileX = Math.floor((x - radius) / CHUNK_METERS); tileX <= Math.floor((x + radius) / CHUNK_METERS); tileX++) {
      findPlants(fieldsOf(land), { x: tileX, z: tileZ, level: 0 }, plants)
      for (let k = 0; k < plants.count; k++) {
        const at = { x: tileX * CHUNK_METERS + plants.offsetX[k]!, z: tileZ * CHUNK_METERS + plants.offsetZ[k]! }
        if ((at.x - x) ** 2 + (at.z - z) ** 2 <= radius * radius) found.push({ species: SPECIES[plants.species[k]!]!, ...at })
      }
    }
  }
  return found
}

/** Roads that pass within `radius` metres of (x, z), with their bridges and fords. */
export function roadsAround(land: Land, x: number, z: number, radius: number): RoadView[] {
  return land.roadsNear(x, z, radius).map((road) => ({ id: road.id, width: road.width, points: [...road.points], crossings: road.crossings.map(({ kind, x: atX, z: atZ, alongX, alongZ, span, level, water }) => ({ kind, x: atX, z: atZ, alongX, alongZ, span, level, water })) }))
}
