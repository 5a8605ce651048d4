/** Bodies against trunks and boulders: circles where the land's plants stand. */
import { createLru, type Lru } from '#core/lru.ts'
import { CHUNK_METERS } from '#worldgen/chunk.ts'
import { fieldsOf } from '#worldgen/fields.ts'
import type { Land } from '#worldgen/land.ts'
import { createPlants, findPlants } from '#worldgen/scatter/scatter.ts'
import { SPECIES, TRUNK_RADIUS_METERS } from '#worldgen/scatter/species.ts'
import type { Body } from './body.ts'
import type { Ground } from './ground.ts'

/** Tiles remembered for one land. */
const MOST_TILES = 256
/** The widest trunk or boulder with a body beside it. */
const REACH_METERS = 3
/** Scale of a plant whose stored byte is 0, and what 255 adds to it. */
const LEAST_SCALE = 0.4
const SCALE_RANGE = 1.4
const NO_TRUNKS = new Float64Array(0)

const tilesOf = new WeakMap<Land, Lru<number, Float64Array>>()
const plants = createPlants()

/** Moves a body out of the trunks it touches, and takes away the speed into them. */
export function pushOutOfTrunks(body: Body, ground: Ground): void {
  const x1 = Math.floor((body.x + REACH_METERS) / CHUNK_METERS)
  const z1 = Math.floor((body.z + REACH_METERS) / CHUNK_METERS)
  for (let tileX = Math.floor((body.x - REACH_METERS) / CHUNK_METERS); tileX <= x1; tileX++) {
    for (let tileZ = Math.floor((body.z - REACH_METERS) / CHUNK_METERS); tileZ <= z1; tileZ++) push(body, ground.trunksAt(tileX, tileZ))
  }
}

function push(body: Body, trunks: Float64Array): void {
  for (let i = 0; i < trunks.length; i += 3) {
    const dx = body.x - trunks[i]!
    const dz = body.z - trunks[i + 1]!
    const reach = trunks[i + 2]! + body.radius
    const square = dx * dx + dz * dz
    if (square >= reach * reach || square < 1e-9) continue
    const meters = Math.sqrt(square)
    const normalX = dx / meters
    const normalZ = dz / meters
    body.x += normalX * (reach - meters)
    body.z += normalZ * (reach - meters)
    const into = body.velocityX * normalX + body.velocityZ * normalZ
    if (into < 0) {
      body.velocityX -= into * normalX
      body.velocityZ -= into * normalZ
    }
  }
}

/** Trunks of a 64 m tile of the land as x, z, radius, … in metres. */
export function trunksOf(land: Land, tileX: number, tileZ: number): Float64Array {
  let tiles = tilesOf.get(land)
  if (!tiles) {
    tiles = createLru<number, Float64Array>(MOST_TILES)
    tilesOf.set(land, tiles)
  }
  const key = (tileX + 0x2000000) * 0x4000000 + (tileZ + 0x2000000)
  let trunks = tiles.get(key)
  if (!trunks) {
    trunks = findTrunks(land, tileX, tileZ)
    tiles.set(key, trunks, 1)
  }
  return trunks
}

function findTrunks(land: Land, tileX: number, tileZ: number): Float64Array {
  findPlants(fieldsOf(land), { x: tileX, z: tileZ, level: 0 }, plants)
  const found: number[] = []
  for (let k = 0; k < plants.count; k++) {
    const radius = TRUNK_RADIUS_METERS[SPECIES[plants.species[k]!]!]
    if (radius > 0) found.push(tileX * CHUNK_METERS + plants.offsetX[k]!, tileZ * CHUNK_METERS + plants.offsetZ[k]!, radius * (LEAST_SCALE + (plants.scale[k]! / 255) * SCALE_RANGE))
  }
  return found.length > 0 ? Float64Array.from(found) : NO_TRUNKS
}
