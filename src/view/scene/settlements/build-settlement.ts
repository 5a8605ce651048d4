/** A settlement as meshes, built a little at a time: buildings and things in one geometry, lanes and lamplight in another. */
import type { BufferGeometry } from 'three'
import { distanceToPolyline } from '#worldgen/sites/rectangle.ts'
import type { BuildingPlan, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { hashString } from '#core/hash.ts'
import { shareOf, styleOf } from './culture-style.ts'
import { drawBuilding } from './draw-building.ts'
import { drawGraveyard } from './graveyard.ts'
import { groundWithin } from './ground-below.ts'
import type { Site } from './house.ts'
import type { Rotor } from './landmarks.ts'
import { createDecalBuilder, layLane, layPatch, toDecalGeometry, type HeightAt } from './lanes.ts'
import { bakeLamp } from './lamp-light.ts'
import { createMeshBuilder, SURFACES, toGeometry, within, type MeshBuilder, type Point } from './mesh-builder.ts'
import type { BoardPlace } from './name-board.ts'
import { closePart, type Part } from './parts.ts'
import { drawBench, drawBoat, drawFire, drawLampPost, drawWoodpile } from './props.ts'
import { drawBoard, drawGate, drawOrchard, drawPen } from './public-works.ts'
import { drawTownWall } from './town-wall.ts'
import { drawField, drawGarden } from './yards.ts'

/** The pictures of a settlement; all places relative to its centre (plan.x, plan.y, plan.z), metres. */
export type SettlementModel = {
  solid: BufferGeometry
  /** Null for the far version. */
  decals: BufferGeometry | null
  /** The runs of `solid`, buildings first in the plan's order, and of `decals`. */
  parts: readonly Part[]
  /** How many parts, from the first on, are drawn in both versions: buildings and the pieces of a wall. */
  twins: number
  decalParts: readonly Part[]
  chimneys: readonly Point[]
  rotors: readonly Rotor[]
  lamps: readonly Point[]
  /** Where name boards stand and how they are turned. */
  boards: readonly BoardPlace[]
}

/** Builds in steps of about one building each; `detail` false makes the version for far away. The generator returns the model. */
export function* buildSettlement(plan: SettlementPlan, heightAt: HeightAt, detail: boolean): Generator<void, SettlementModel> {
  const mesh = createMeshBuilder(detail ? 32_768 : 4096)
  const style = styleOf(plan.culture)
  const chimneys: Point[] = []
  const lamps: Point[] = []
  const rotors: Rotor[] = []
  const parts: Part[] = []
  const decalParts: Part[] = []
  const site = (width: number, depth: number, wallHeight: number, variant: number): Site => ({ mesh, style, width, depth, wallHeight, variant, low: 0, doorGround: 0, detail, chimneys, lamps })

  // buildings and walls are drawn twice, in full and simple, and are marked for it
  mesh.mark = 1
  for (const building of plan.buildings) {
    const { x, z, y, yaw } = building
    const [cosine, sine] = [Math.cos(yaw), Math.sin(yaw)]
    const below = (lx: number, lz: number): number => heightAt(x + lx * cosine + lz * sine, z - lx * sine + lz * cosine) - y
    const [w, d] = [building.width / 2, building.depth / 2]
    const drawn = site(building.width, building.depth, building.wallHeight, building.variant)
    drawn.low = Math.min(below(-w, -d), below(w, -d), below(-w, d), below(w, d), below(0, 0))
    drawn.doorGround = Math.min(0.1, below(0, d + 0.6))
    within(mesh, { x: x - plan.x, y: y - plan.y, z: z - plan.z, yaw }, () => {
      const rotor = drawBuilding(drawn, building, below)
      if (rotor) rotors.push(rotor)
    })
    closePart(parts, mesh, mesh.indexCount)
    yield
  }
  if (plan.wall) {
    for (const _ of drawTownWall({ site: site(1, 1, 1, hashString(plan.id)), wall: plan.wall, plan, heightAt })) {
      closePart(parts, mesh, mesh.indexCount)
      yield
    }
  }
  const twins = parts.length
  mesh.mark = 0
  if (!detail) {
    for (const spot of plan.spots) {
      if (spot.kind !== 'orchard' && (spot.kind !== 'gate' || plan.wall)) continue
      drawSpot({ plan, heightAt, mesh, base: site(1, 1, 1, hashString(`${plan.id}/${Math.round(spot.x)},${Math.round(spot.z)}`)) }, spot)
      closePart(parts, mesh, mesh.indexCount)
    }
  }
  if (!detail) return { solid: toGeometry(mesh), decals: null, parts, twins, decalParts, chimneys, rotors, lamps, boards: [] }

  const boards = plan.spots.filter(({ kind }) => kind === 'board').map(({ x, z, yaw }) => ({ x: x - plan.x, y: heightAt(x, z) - plan.y, z: z - plan.z, yaw }))
  const posts = lampPlaces(plan)
  for (const { kind, x, z, yaw } of [...plan.spots, ...posts]) {
    drawSpot({ plan, heightAt, mesh, base: site(1, 1, 1, hashString(`${plan.id}/${Math.round(x)},${Math.round(z)}`)) }, { kind, x, z, yaw })
    closePart(parts, mesh, mesh.indexCount)
    yield
  }

  const decals = createDecalBuilder(plan, heightAt)
  const closeDecals = (): void => closePart(decalParts, decals, decals.indices.length)
  layPatch(decals, { x: plan.x, z: plan.z, yaw: 0.4, halfX: Math.min(9, plan.radius * 0.2), halfZ: Math.min(8, plan.radius * 0.18), soft: 3 }, 0, 0.9)
  closeDecals()
  for (const [index, lane] of plan.lanes.entries()) {
    layLane(decals, lane, hashString(`${plan.id}#${index}`))
    closeDecals()
    yield
  }
  for (const building of plan.buildings) {
    const { x, z, yaw, width, depth, doorX, doorZ, kind, wheel } = building
    if (kind !== 'stall') layPatch(decals, { x: doorX, z: doorZ, yaw, halfX: 1.2, halfZ: 1.5, soft: 1.1 }, 0, 0.8)
    const round = kind === 'well' || (kind === 'mill' && !wheel)
    layPatch(decals, { x, z, yaw, halfX: width / 2 + (round ? 0.3 : 0.15), halfZ: depth / 2 + (round ? 0.3 : 0.15), soft: 1.4 }, 0.5, 0.75)
    closeDecals()
    yield
  }
  // what comes back from the windows round the square
  layPatch(decals, { x: plan.x, z: plan.z, yaw: 0, halfX: SQUARE_GLOW_METERS, halfZ: SQUARE_GLOW_METERS, soft: 3 }, 1, 0.62)
  closeDecals()
  for (const { doorX, doorZ, yaw, kind } of plan.buildings) {
    if (!LIT_FRONTS.has(kind)) continue
    layPatch(decals, { x: doorX + Math.sin(yaw) * 0.9, z: doorZ + Math.cos(yaw) * 0.9, yaw, halfX: 3.6, halfZ: 2.6, soft: 0.4 }, 1, 0.72)
    closeDecals()
  }
  for (const [x, , z] of lamps) {
    layPatch(decals, { x: plan.x + x, z: plan.z + z, yaw: 0, halfX: 5.2, halfZ: 5.2, soft: 0.1 }, 1, 1)
    closeDecals()
  }
  for (const lamp of lamps) {
    bakeLamp(mesh, lamp, glowsItself)
    yield
  }
  return { solid: toGeometry(mesh), decals: toDecalGeometry(decals), parts, twins, decalParts, chimneys, rotors, lamps, boards }
}

function glowsItself(surface: number): boolean {
  return SURFACES[surface] === 'glass' || SURFACES[surface] === 'flame'
}

/** How far the glow of a square reaches, metres. */
const SQUARE_GLOW_METERS = 17
/** Whose windows shine on the ground before the door. */
const LIT_FRONTS: ReadonlySet<BuildingPlan['kind']> = new Set(['inn', 'bakery', 'hall', 'cottage', 'farmhouse', 'workshop', 'smithy'])

/** Where a boat lies beside who mends nets. */
const MOORED = { x: 2.2, y: 0, z: 0, yaw: 0.5 } as const

type Place = { kind: SettlementPlan['spots'][number]['kind'] | 'lamp'; x: number; z: number; yaw: number }

function drawSpot(scene: { plan: SettlementPlan; heightAt: HeightAt; mesh: MeshBuilder; base: Site }, spot: Place): void {
  const { plan, heightAt, mesh, base } = scene
  const y = heightAt(spot.x, spot.z)
  const [cosine, sine] = [Math.cos(spot.yaw), Math.sin(spot.yaw)]
  const below = (lx: number, lz: number): number => heightAt(spot.x + lx * cosine + lz * sine, spot.z - lx * sine + lz * cosine) - y
  within(mesh, { x: spot.x - plan.x, y: y - plan.y, z: spot.z - plan.z, yaw: spot.yaw }, () => {
    switch (spot.kind) {
      case 'bench': return drawBench(base, below)
      case 'woodpile': return drawWoodpile(base, base.variant, below)
      case 'fire': return drawFire(base, below)
      case 'field': return drawField(base, below, base.variant)
      case 'garden': return drawGarden(base, below, base.variant)
      case 'shore': return within(mesh, MOORED, () => drawBoat(base, groundWithin(below, MOORED)))
      case 'orchard': return drawOrchard(base, below)
      case 'pen': return drawPen(base, below)
      case 'gate': return plan.wall ? undefined : drawGate(base, below)
      case 'board': return drawBoard(base)
      case 'graves': return drawGraveyard(base, below)
      case 'lamp': return drawLampPost(base)
    }
  })
}

/** Lantern posts round the square and along the lanes near it, on alternating sides, clear of walls. */
function lampPlaces(plan: SettlementPlan): Place[] {
  const places: Place[] = []
  const isClear = (x: number, z: number): boolean =>
    plan.buildings.every((b) => Math.hypot(b.x - x, b.z - z) > Math.hypot(b.width, b.depth) / 2 + 0.6 && Math.hypot(b.doorX - x, b.doorZ - z) > 1.4) && plan.spots.every((spot) => Math.hypot(spot.x - x, spot.z - z) > 1.8) &&
    plan.lanes.every((lane) => distanceToPolyline(lane.points, x, z) > lane.width / 2 + 0.35)
  // first round the square, where people are after dark
  const wanted = plan.kind === 'hamlet' ? 2 : 4
  for (let turn = 0; turn < 16 && places.length < wanted; turn++) {
    const angle = ((turn % 4) + Math.floor(turn / 4) * 0.25 + 0.125) * (Math.PI / 2)
    const [x, z] = [plan.x + Math.sin(angle) * 8.8, plan.z + Math.cos(angle) * 8.8]
    if (isClear(x, z) && places.every((p) => Math.hypot(p.x - x, p.z - z) > 8)) places.push({ kind: 'lamp', x, z, yaw: angle + Math.PI / 2 })
  }
  const most = wanted + (plan.kind === 'hamlet' ? 3 : plan.kind === 'village' ? 8 : 13)
  for (const lane of plan.lanes) {
    let since = 9
    for (let k = 0; k + 3 < lane.points.length; k += 2) {
      const [ax, az, bx, bz] = [lane.points[k]!, lane.points[k + 1]!, lane.points[k + 2]!, lane.points[k + 3]!]
      const length = Math.hypot(bx - ax, bz - az)
      since += length
      if (since < 17 || places.length >= most || length < 0.5) continue
      const side = places.length % 2 === 0 ? 1 : -1
      const [dx, dz] = [(bx - ax) / length, (bz - az) / length]
      const out = lane.width / 2 + 0.75
      const x = bx - dz * side * out
      const z = bz + dx * side * out
      if (!isClear(x, z) || !places.every((p) => Math.hypot(p.x - x, p.z - z) > 12) || Math.hypot(x - plan.x, z - plan.z) > plan.radius * 0.75) continue
      places.push({ kind: 'lamp', x, z, yaw: Math.atan2(dx, dz) + (side > 0 ? 0 : Math.PI) + (shareOf(hashString(plan.id), places.length) - 0.5) * 0.3 })
      since = 0
    }
  }
  return places
}
