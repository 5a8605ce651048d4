/** Doors and windows: frames, leaves, glass that glows at night, shutters, flower boxes, steps. */
import { choose, shareOf, type CultureStyle } from './culture-style.ts'
import { dip, within, type MeshBuilder, type Point } from './mesh-builder.ts'
import { beam, blob, box, lathe, patch } from './shapes.ts'

/** Where on a wall: the wall's outer face is the plane z = 0 of the current frame, outside is +z. */
export type WindowShape = { x: number; sill: number; width: number; height: number; shutters: boolean; flowers: boolean; variant: number; detail: boolean }

/** Draws a window on the wall z = 0. */
export function drawWindow(mesh: MeshBuilder, style: CultureStyle, shape: WindowShape): void {
  const { x, sill, width, height, variant, detail } = shape
  const w = width / 2
  mesh.chance = Math.floor(shareOf(variant, 5) * 256)
  dip(mesh, '#4a5a66', 'glass', 1)
  const pane: [Point, Point, Point, Point] = [[x - w, sill, 0.04], [x + w, sill, 0.04], [x + w, sill + height, 0.04], [x - w, sill + height, 0.04]]
  patch(mesh, pane, { gradient: [0.9, 1.1] })
  const first = mesh.vertexCount - 4
  const unitStrokes = [0, 0, 1, 0, 0, 1, 1, 1]
  mesh.uvs.set(unitStrokes, first * 2)
  if (!detail) return
  dip(mesh, style.trim, 'beam')
  const frame = 0.09
  beam(mesh, [x - w - frame / 2, sill - 0.02, 0.02], [x - w - frame / 2, sill + height + 0.04, 0.02], { width: frame, depth: 0.15, hidden: 'back' })
  beam(mesh, [x + w + frame / 2, sill - 0.02, 0.02], [x + w + frame / 2, sill + height + 0.04, 0.02], { width: frame, depth: 0.15, hidden: 'back' })
  if (style.arched) {
    for (let k = 0; k < 4; k++) {
      const a0 = Math.PI * (1 - k / 4)
      const a1 = Math.PI * (1 - (k + 1) / 4)
      beam(mesh, [x + Math.cos(a0) * (w + frame / 2), sill + height + Math.sin(a0) * 0.1, 0.02], [x + Math.cos(a1) * (w + frame / 2), sill + height + Math.sin(a1) * 0.1, 0.02], { width: frame, depth: 0.15, hidden: 'back' })
    }
  } else beam(mesh, [x - w - 0.14, sill + height + 0.06, 0.025], [x + w + 0.14, sill + height + 0.06, 0.025], { width: 0.12, depth: 0.12, hidden: 'back' })
  dip(mesh, style.plinth, 'plain')
  box(mesh, [x, sill - 0.1, 0.05], [width + 0.3, 0.08, 0.2])
  if (shape.shutters) {
    dip(mesh, choose(style.shutters, variant, 11), 'planks')
    for (const side of [-1, 1]) {
      within(mesh, { x: x + side * (w + 0.1), y: sill, z: 0.06, yaw: side * -0.12 }, () => {
        box(mesh, [side * width * 0.25, 0, 0.02], [width * 0.5, height, 0.045], { gradient: [0.85, 1.05] })
        beam(mesh, [side * 0.04, height * 0.2, 0.05], [side * width * 0.46, height * 0.2, 0.05], { width: 0.06, depth: 0.02, hidden: 'back' })
        beam(mesh, [side * 0.04, height * 0.8, 0.05], [side * width * 0.46, height * 0.8, 0.05], { width: 0.06, depth: 0.02, hidden: 'back' })
      })
    }
  }
  if (shape.flowers) {
    dip(mesh, '#8a6244', 'planks')
    box(mesh, [x, sill - 0.24, 0.16], [width + 0.1, 0.17, 0.2])
    const hues = ['#d9657a', '#e8b64c', '#c9577f', '#efe3d0', '#8f7fc0']
    for (let k = 0; k < 5; k++) {
      const at = x + ((k + 0.5) / 5 - 0.5) * width
      dip(mesh, '#6d8f4c', 'leaves')
      mesh.sway = 4
      blob(mesh, [at, sill - 0.04, 0.17], [0.1, 0.09, 0.1], { across: 4, along: 2, chance: k })
      dip(mesh, choose(hues, variant, 20 + (k % 2)), 'plain')
      mesh.sway = 6
      blob(mesh, [at + 0.03, sill + 0.03 + shareOf(variant, 30 + k) * 0.05, 0.2], [0.055, 0.05, 0.055], { across: 4, along: 2 })
    }
  }
}

/** Draws a door in the middle of the wall z = 0, with frame, step and handle; `ground` is where the step stands, in metres of the frame. */
export function drawDoor(mesh: MeshBuilder, style: CultureStyle, shape: { x: number; floor: number; width: number; height: number; ground: number; variant: number; detail: boolean }): void {
  const { x, floor, width, height, ground, variant, detail } = shape
  const w = width / 2
  dip(mesh, choose(style.doors, variant, 3), 'planks')
  patch(mesh, [[x - w, floor, 0.05], [x + w, floor, 0.05], [x + w, floor + height, 0.05], [x - w, floor + height, 0.05]], { gradient: [0.78, 1.02], up: 2 })
  if (!detail) return
  const lintel = floor + height
  if (style.arched) {
    dip(mesh, choose(style.doors, variant, 3), 'planks')
    for (let k = 0; k < 6; k++) {
      const a0 = (Math.PI * k) / 6
      const a1 = (Math.PI * (k + 1)) / 6
      patch(mesh, [[x + Math.cos(a1) * w, lintel, 0.05], [x + Math.cos(a0) * w, lintel, 0.05], [x + Math.cos(a0) * w, lintel + Math.sin(a0) * w * 0.6, 0.05], [x + Math.cos(a1) * w, lintel + Math.sin(a1) * w * 0.6, 0.05]])
    }
  }
  dip(mesh, style.trim, 'beam')
  const frame = 0.14
  for (const side of [-1, 1]) beam(mesh, [x + side * (w + frame / 2), floor - 0.1, 0.04], [x + side * (w + frame / 2), lintel + 0.02, 0.04], { width: frame, depth: 0.16, hidden: 'back' })
  if (style.arched) {
    for (let k = 0; k < 6; k++) {
      const point = (a: number): Point => [x + Math.cos(a) * (w + frame / 2), lintel + Math.sin(a) * (w * 0.6 + frame / 2), 0.04]
      beam(mesh, point(Math.PI * (1 - k / 6)), point(Math.PI * (1 - (k + 1) / 6)), { width: frame, depth: 0.16, hidden: 'back' })
    }
  } else beam(mesh, [x - w - 0.26, lintel + 0.09, 0.05], [x + w + 0.26, lintel + 0.09, 0.05], { width: 0.18, depth: 0.2 })
  dip(mesh, '#3b332c', 'plain')
  for (const rise of [0.22, 0.76]) beam(mesh, [x - w + 0.02, floor + height * rise, 0.07], [x + w * 0.55, floor + height * rise, 0.07], { width: 0.06, depth: 0.02, hidden: 'back' })
  lathe(mesh, [x + w * 0.72, floor + height * 0.46, 0.1], [[0, -0.04, 0.8], [0.04, 0, 1.4], [0, 0.04, 1.2]], 6)
  dip(mesh, style.plinth, 'stone')
  const drop = floor - ground
  box(mesh, [x, ground - 0.5, 0.3], [width + 0.5, drop * 0.98 + 0.47, 0.62], { taper: 0.97, gradient: [0.75, 1.08] })
  if (drop > 0.2) box(mesh, [x, ground - 0.5, 0.75], [width + 0.75, drop * 0.5 + 0.47, 0.5], { taper: 0.97, gradient: [0.75, 1.08] })
}
