/** Lamplight on walls, things and people: baked into vertices once, and asked for by place for those who move. */
import type { MeshBuilder, Point } from './mesh-builder.ts'

/** How far a lantern is felt, metres. */
const REACH_METERS = 6.5

/** Adds one lamp's warmth to every vertex near it that faces it; writes the glow of all surfaces that have none of their own. */
export function bakeLamp(mesh: MeshBuilder, lamp: Point, ownGlow: (surface: number) => boolean): void {
  const { positions, normals, paint, surface, vertexCount } = mesh
  for (let i = 0; i < vertexCount; i++) {
    const dx = lamp[0] - positions[i * 3]!
    const dz = lamp[2] - positions[i * 3 + 2]!
    if (dx > REACH_METERS || dx < -REACH_METERS || dz > REACH_METERS || dz < -REACH_METERS || ownGlow(surface[i * 4]!)) continue
    const dy = lamp[1] - positions[i * 3 + 1]!
    const square = dx * dx + dy * dy + dz * dz
    if (square > REACH_METERS * REACH_METERS) continue
    const meters = Math.sqrt(square) || 1
    const facing = (normals[i * 4]! * dx + normals[i * 4 + 1]! * dy + normals[i * 4 + 2]! * dz) / (127 * meters)
    const light = (1 / (1 + square * 0.55)) * Math.max(0, facing * 0.75 + 0.25) * (1 - meters / REACH_METERS)
    paint[i * 4 + 3] = Math.min(255, paint[i * 4 + 3]! + light * 300)
  }
}

/** Lamps of the settlements drawn in full, world metres: x, y, z, … */
const standing: number[] = []

/** Says which lamps stand now. */
export function setLamps(places: readonly number[]): void {
  standing.length = 0
  for (const place of places) standing.push(place)
}

/** How much lamplight falls on a person at a world place, 0..1. */
export function lampLightAt(x: number, z: number): number {
  let light = 0
  for (let i = 0; i < standing.length; i += 3) {
    const dx = standing[i]! - x
    const dz = standing[i + 2]! - z
    const square = dx * dx + dz * dz
    if (square < REACH_METERS * REACH_METERS) light += (1 / (1 + square * 0.4)) * (1 - Math.sqrt(square) / REACH_METERS)
  }
  return Math.min(1, light * 1.4)
}
