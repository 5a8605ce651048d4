/** Bodies against walls: buildings, town walls and the stones of landmarks are turned rectangles as high as their roofs; the walk on a town wall carries. */
import { createLru, type Lru } from '#core/lru.ts'
import type { Land } from '#worldgen/land.ts'
import type { Solid } from '#worldgen/landmarks/landmark.ts'
import type { Body } from './body.ts'

/** Walls are looked up for squares of this side. */
const TILE_METERS = 64
/** The widest settlement around its centre. */
const SETTLEMENT_METERS = 260
/** Landmarks whose walls may reach into a square. */
const LANDMARK_METERS = 66
/** Roof above the walls: what one cannot jump over either. */
const ROOF_METERS = 2
/** How far below the walk on a wall feet may be and still step onto it, metres. */
const STEP_UP_METERS = 0.6

const tilesOf = new WeakMap<Land, Lru<number, readonly Solid[]>>()

/** The buildings and blocks that a body near (x, z) could touch. */
export function buildingsNear(land: Land, x: number, z: number): readonly Solid[] {
  let tiles = tilesOf.get(land)
  if (!tiles) {
    tiles = createLru<number, readonly Solid[]>(256)
    tilesOf.set(land, tiles)
  }
  const tileX = Math.floor(x / TILE_METERS)
  const tileZ = Math.floor(z / TILE_METERS)
  const key = (tileX + 0x2000000) * 0x4000000 + (tileZ + 0x2000000)
  const known = tiles.get(key)
  if (known) return known
  const middleX = (tileX + 0.5) * TILE_METERS
  const middleZ = (tileZ + 0.5) * TILE_METERS
  const found: Solid[] = []
  for (const plan of land.findSettlements(middleX, middleZ, SETTLEMENT_METERS)) {
    for (const solid of plan.wall ? [...plan.buildings, ...plan.wall.solids] : plan.buildings) {
      const reach = TILE_METERS / 2 + 2 + (solid.width + solid.depth) / 2
      if (Math.abs(solid.x - middleX) < reach && Math.abs(solid.z - middleZ) < reach) found.push(solid)
    }
  }
  for (const landmark of land.findLandmarks(middleX, middleZ, LANDMARK_METERS)) found.push(...landmark.solids)
  tiles.set(key, found, 1)
  return found
}

/** Whether a place lies inside the walls of a building, `margin` metres added on every side. */
export function isInside(building: Solid, x: number, z: number, margin: number): boolean {
  const sin = Math.sin(building.yaw)
  const cos = Math.cos(building.yaw)
  const dx = x - building.x
  const dz = z - building.z
  return Math.abs(dx * cos - dz * sin) < building.width / 2 + margin && Math.abs(dx * sin + dz * cos) < building.depth / 2 + margin
}

/** Height in metres of what a block's top is at a place; only of one that carries is it what one stands on. */
function topAt({ x, z, y, wallHeight, carries }: Solid, atX: number, atZ: number): number {
  return carries ? y + wallHeight + (atX - x) * carries.riseX + (atZ - z) * carries.riseZ : y + wallHeight + ROOF_METERS
}

/** Height in metres of the top that feet at height `y` stand on at a place; −Infinity where there is none, or it is overhead. */
export function topUnder(solids: readonly Solid[], x: number, z: number, y: number): number {
  let floor = -Infinity
  for (const solid of solids) {
    if (!solid.carries || !isInside(solid, x, z, 0)) continue
    const top = topAt(solid, x, z)
    if (y >= top - STEP_UP_METERS && top > floor) floor = top
  }
  return floor
}

/** Moves a body out of the walls it touches, the shortest way, and takes away the speed into them. */
export function pushOutOfWalls(body: Body, buildings: readonly Solid[]): void {
  for (const building of buildings) {
    const dx = body.x - building.x
    const dz = body.z - building.z
    const reach = (building.width + building.depth) / 2 + body.radius
    if (dx > reach || dx < -reach || dz > reach || dz < -reach || body.y > topAt(building, body.x, body.z) - (building.carries ? STEP_UP_METERS : 0)) continue
    const sin = Math.sin(building.yaw)
    const cos = Math.cos(building.yaw)
    // into the building's own frame, door at +along
    const across = dx * cos - dz * sin
    const along = dx * sin + dz * cos
    const overAcross = building.width / 2 + body.radius - Math.abs(across)
    const overAlong = building.depth / 2 + body.radius - Math.abs(along)
    if (overAcross <= 0 || overAlong <= 0) continue
    const pushAcross = overAcross < overAlong ? (across < 0 ? -1 : 1) : 0
    const pushAlong = pushAcross === 0 ? (along < 0 ? -1 : 1) : 0
    const normalX = pushAcross * cos + pushAlong * sin
    const normalZ = -pushAcross * sin + pushAlong * cos
    const depth = Math.min(overAcross, overAlong)
    body.x += normalX * depth
    body.z += normalZ * depth
    const into = body.velocityX * normalX + body.velocityZ * normalZ
    if (into < 0) {
      body.velocityX -= into * normalX
      body.velocityZ -= into * normalZ
    }
  }
}
