/** Watermills: a house on a quay with a wheel of paddles in the river behind it. */
import type { BufferGeometry } from 'three'
import type { Wheel } from '#worldgen/sites/settlement-plan.ts'
import { drawHouse, type Site } from './house.ts'
import type { Rotor } from './landmarks.ts'
import { createMeshBuilder, dip, locate, toGeometry, type Point } from './mesh-builder.ts'
import { beam, box, lathe } from './shapes.ts'

/** Radius of a wheel, how far it dips, and how far its hub lies behind the wall, metres. */
const RADIUS_METERS = 2
const DIP_METERS = 0.3
const OUT_METERS = 1.75
/** Half of its width for a radius of one, and how many paddles it has. */
const HALF_WIDTH = 0.24
const PADDLES = 12

/** Draws a watermill whose river stands `wheel.level − floor` below its floor; returns its wheel. */
export function drawWatermill(site: Site, { level, turn }: Wheel, floor: number): Rotor {
  const { mesh, style, width, depth, low } = site
  drawHouse(site, { chimneys: 1, shutters: true, flowers: false, wideDoor: true, windows: true })
  const water = level - floor
  const foot = Math.min(low, water - 1)
  const back = -depth / 2
  dip(mesh, style.plinth, 'stone')
  box(mesh, [0, foot, back - 0.3], [width + 1.2, -0.06 - foot, 1.1], { taper: 0.98, gradient: [0.6, 1] })
  const hub: Point = [0, water + RADIUS_METERS - DIP_METERS, back - OUT_METERS]
  const far = back - OUT_METERS - RADIUS_METERS * HALF_WIDTH - 0.35
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [0, hub[1], back], [0, hub[1], far - 0.2], { width: 0.26, depth: 0.26, out: [0, 1, 0] })
  for (const side of [-1, 1]) beam(mesh, [side * 0.85, foot, far], [side * 0.12, hub[1] + 0.2, far], { width: 0.2, depth: 0.2, gradient: [0.6, 1] })
  const [x, y, z] = locate(mesh, hub)
  const ahead = locate(mesh, [0, hub[1], far])
  return { hub: [x, y, z], yaw: Math.atan2(ahead[0] - x, ahead[2] - z), radius: RADIUS_METERS, kind: 'paddles', turn }
}

/** A wheel of radius one, turning about z. */
export function createPaddles(): BufferGeometry {
  const mesh = createMeshBuilder(4096)
  const at = (angle: number, out: number, z: number): Point => [Math.cos(angle) * out, Math.sin(angle) * out, z]
  for (let k = 0; k < PADDLES; k++) {
    const [angle, next] = [(k / PADDLES) * Math.PI * 2, ((k + 1) / PADDLES) * Math.PI * 2]
    dip(mesh, '#6b5340', 'beam')
    for (const side of [-HALF_WIDTH, HALF_WIDTH]) {
      beam(mesh, at(angle, 0.86, side), at(next, 0.86, side), { width: 0.09, depth: 0.06 })
      if (k % 2 === 0) beam(mesh, at(angle, 0, side), at(angle, 0.9, side), { width: 0.06, depth: 0.05 })
    }
    dip(mesh, '#7f664c', 'planks')
    beam(mesh, at(angle, 0.7, 0), at(angle, 1, 0), { width: HALF_WIDTH * 2, depth: 0.035, out: [Math.sin(angle), -Math.cos(angle), 0] })
  }
  dip(mesh, '#4c3b30', 'beam')
  for (const side of [-HALF_WIDTH, HALF_WIDTH]) lathe(mesh, [0, 0, side], [[0.09, -0.04, 0.9], [0.09, 0.04, 1.1]], 6)
  return toGeometry(mesh)
}
