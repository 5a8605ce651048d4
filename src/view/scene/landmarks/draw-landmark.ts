/** Pictures of landmarks: each from the blocks its plan stands on, all in one mesh about its centre. */
import type { BufferGeometry } from 'three'
import type { Landmark, Solid } from '#worldgen/landmarks/landmark.ts'
import { shareOf } from '../settlements/culture-style.ts'
import type { HeightAt } from '../settlements/lanes.ts'
import { type BoardPlace } from '../settlements/name-board.ts'
import { BOARD } from '../settlements/public-works.ts'
import { createMeshBuilder, dip, toGeometry, within, type MeshBuilder, type Point } from '../settlements/mesh-builder.ts'
import { beam, blob, box, facet, lathe, loft, patch } from '../settlements/shapes.ts'
import { drawOasisWell } from './draw-well.ts'
import { drawGreatTree, drawPier, drawWreck } from './draw-timber.ts'

/** A brush in the landmark's own frame: its front is +z, the ground at its centre is 0. */
export type Drawing = { mesh: MeshBuilder; variant: number; /** Ground at a place of the frame, metres. */ below: (x: number, z: number) => number }

const STONE = '#9a9184'
const MOSS = '#7f8a58'

/** Builds a landmark's mesh about (x, y, z) of its centre. */
export function buildLandmark(landmark: Landmark, heightAt: HeightAt): BufferGeometry {
  const mesh = createMeshBuilder(4096)
  const { x, y, z, yaw, hash } = landmark
  const [cosine, sine] = [Math.cos(yaw), Math.sin(yaw)]
  const drawing: Drawing = { mesh, variant: hash, below: (lx, lz) => heightAt(x + lx * cosine + lz * sine, z - lx * sine + lz * cosine) - y }
  const eachSolid = (draw: (solid: Solid, index: number, ground: number) => void): void =>
    landmark.solids.forEach((solid, index) => {
      const ground = heightAt(solid.x, solid.z) - y
      within(mesh, { x: solid.x - x, y: ground, z: solid.z - z, yaw: solid.yaw }, () => draw(solid, index, ground))
    })
  switch (landmark.kind) {
    case 'ruin':
      eachSolid((solid, index) => drawRuinPart(mesh, solid, index, hash))
      within(mesh, { x: 0, y: 0, z: 0, yaw }, () => drawArchAndRubble(drawing))
      break
    case 'stones':
      eachSolid((solid, index) => drawStone(mesh, solid, hash + index))
      break
    case 'hut':
      eachSolid((solid, index) => drawBrokenWall(mesh, solid, hash + index * 7))
      within(mesh, { x: 0, y: 0, z: 0, yaw }, () => drawFallenRoof(drawing))
      break
    default:
      within(mesh, { x: 0, y: 0, z: 0, yaw }, () => {
        if (landmark.kind === 'cairn') drawCairn(drawing, landmark.solids[0]!.wallHeight)
        else if (landmark.kind === 'shrine') drawWayside(drawing)
        else if (landmark.kind === 'cave') drawCave(drawing)
        else if (landmark.kind === 'tree') drawGreatTree(drawing)
        else if (landmark.kind === 'wreck') drawWreck(drawing)
        else if (landmark.kind === 'oasis') drawOasisWell(drawing)
        else drawPier(drawing)
      })
  }
  const board = boardOf(landmark, heightAt)
  within(mesh, board, () => {
    dip(mesh, '#5e4a3a', 'beam')
    for (const side of [-1, 1]) beam(mesh, [side * 1.02, -0.4, 0], [side * 1.02, 2.05, 0], { width: 0.12, depth: 0.12 })
    dip(mesh, '#d0bb8e', 'planks')
    box(mesh, [0, BOARD.foot, 0], [BOARD.width, BOARD.height, 0.08], { gradient: [0.9, 1.04] })
  })
  return toGeometry(mesh)
}

/** Where the board with the name stands, relative to the centre: before the front, a little aside. */
export function boardOf({ x, y, z, yaw, radius, kind }: Landmark, heightAt: HeightAt): BoardPlace {
  const [out, aside] = [kind === 'pier' ? -5 : Math.min(radius, 9) + 1.5, 3]
  const [dx, dz] = [Math.sin(yaw) * out + Math.cos(yaw) * aside, Math.cos(yaw) * out - Math.sin(yaw) * aside]
  return { x: dx, y: heightAt(x + dx, z + dz) - y, z: dz, yaw }
}

/** A wall of courses whose top has crumbled unevenly. */
function drawBrokenWall(mesh: MeshBuilder, solid: Solid, chance: number): void {
  const { width, depth, wallHeight } = solid
  const along = width >= depth
  const long = along ? width : depth
  const pieces = Math.max(1, Math.round(long / 0.9))
  for (let k = 0; k < pieces; k++) {
    const at = ((k + 0.5) / pieces - 0.5) * long
    const high = wallHeight * (0.62 + 0.5 * shareOf(chance, k) - 0.3 * Math.abs(at / long))
    mesh.chance = (chance + k * 37) & 255
    dip(mesh, STONE, 'stone')
    const size = long / pieces + 0.03
    box(mesh, along ? [at, -0.8, 0] : [0, -0.8, at], along ? [size, high + 0.8, depth] : [width, high + 0.8, size], { gradient: [0.68, 1.04] })
    if (shareOf(chance, 40 + k) < 0.6) {
      dip(mesh, MOSS, 'leaves')
      blob(mesh, along ? [at, high, 0] : [0, high, at], along ? [size * 0.5, 0.12, depth * 0.55] : [width * 0.55, 0.12, size * 0.5], { across: 6, along: 3, chance: k })
    }
  }
}

function drawRuinPart(mesh: MeshBuilder, solid: Solid, index: number, hash: number): void {
  if (index > 0) {
    drawBrokenWall(mesh, solid, hash + index * 11)
    return
  }
  // The stump of a tower: a ring of stone, torn open on one side.
  const radius = solid.width / 2
  for (let k = 0; k < 14; k++) {
    const turn = (k / 14) * Math.PI * 2
    const torn = 0.4 + 0.6 * Math.abs(Math.cos(turn / 2 + shareOf(hash, 3) * 3))
    const high = solid.wallHeight * torn * (0.9 + 0.18 * shareOf(hash, 20 + k))
    dip(mesh, STONE, 'stone')
    mesh.chance = (hash + k * 19) & 255
    within(mesh, { x: Math.sin(turn) * radius, y: 0, z: Math.cos(turn) * radius, yaw: turn }, () => box(mesh, [0, -1, -0.3], [radius * 0.5, high + 1, 0.7], { gradient: [0.62, 1.06] }))
  }
  dip(mesh, '#3a3733', 'plain')
  for (const rise of [2.4, 5]) if (rise < solid.wallHeight * 0.7) box(mesh, [0, rise, radius + 0.02], [0.35, 1, 0.3], {})
}

function drawArchAndRubble({ mesh, variant, below }: Drawing): void {
  const [left, right, z] = [-1.3, 2.3, 5.4]
  const middle = (left + right) / 2
  const reach = (right - left) / 2
  dip(mesh, STONE, 'stone')
  const point = (k: number): Point => [middle - Math.cos((k / 8) * Math.PI) * reach, below(middle, z) + 3.7 + Math.sin((k / 8) * Math.PI) * reach * 0.9, z]
  for (let k = 0; k < 8; k++) beam(mesh, point(k), point(k + 1), { width: 0.8, depth: 0.85 })
  for (let k = 0; k < 14; k++) {
    const x = (shareOf(variant, 60 + k) - 0.5) * 17
    const out = (shareOf(variant, 80 + k) - 0.5) * 17
    dip(mesh, k % 3 === 0 ? MOSS : '#8f8779', 'plain')
    const size = 0.25 + shareOf(variant, 100 + k) * 0.4
    blob(mesh, [x, below(x, out) + size * 0.2, out], [size * 1.2, size * 0.7, size], { across: 6, along: 4, chance: k, dent: 0.2 })
  }
  dip(mesh, '#5f7a3f', 'leaves')
  for (let k = 0; k < 5; k++) {
    const x = -5.2 + Math.cos(k * 1.3) * 2.3
    const out = -4.2 + Math.sin(k * 1.3) * 2.3
    blob(mesh, [x, below(x, out) + 0.8 + k * 0.7, out], [0.5, 0.9, 0.5], { across: 6, along: 4, chance: k, dent: 0.25 })
  }
}

/** A rough upright stone, leaning a little. */
function drawStone(mesh: MeshBuilder, solid: Solid, chance: number): void {
  const { width, depth, wallHeight } = solid
  const [leanX, leanZ] = [(shareOf(chance, 1) - 0.5) * 0.3, (shareOf(chance, 2) - 0.5) * 0.3]
  dip(mesh, shareOf(chance, 3) < 0.5 ? '#8d8a84' : '#9a9184', 'stone')
  mesh.chance = chance & 255
  loft(mesh, 7, 5, {
    closed: true,
    at: (i, j) => {
      const turn = -i * Math.PI * 2
      const girth = (j > 0.95 ? 0.25 : 1 - j * 0.32) * (0.9 + 0.2 * shareOf(chance, 5 + Math.round(i * 7) % 7))
      return [Math.cos(turn) * width * 0.55 * girth + leanX * j, -0.6 + j * (wallHeight + 0.6) - (j > 0.95 ? 0.02 : 0), Math.sin(turn) * depth * 0.6 * girth + leanZ * j]
    },
    shade: (_, j) => 0.68 + 0.42 * j,
  })
  dip(mesh, MOSS, 'leaves')
  blob(mesh, [0, 0.05, 0], [width * 0.75, 0.18, depth * 0.9], { across: 7, along: 3, chance })
}

function drawCairn({ mesh, variant, below }: Drawing, height: number): void {
  for (let layer = 0; layer < 7; layer++) {
    const reach = 1.15 * (1 - layer / 7.6)
    const count = Math.max(1, Math.round(reach * 7))
    for (let k = 0; k < count; k++) {
      const turn = (k / count) * Math.PI * 2 + layer * 0.7
      const size = 0.3 + shareOf(variant, layer * 9 + k) * 0.14
      dip(mesh, (k + layer) % 4 === 0 ? '#7d7a74' : '#98917f', 'plain')
      blob(mesh, [Math.cos(turn) * reach * 0.75, below(0, 0) + (layer + 0.4) * (height / 7), Math.sin(turn) * reach * 0.75], [size * 1.2, (height / 7) * 0.72, size], { across: 6, along: 4, chance: k + layer, dent: 0.16 })
    }
  }
  dip(mesh, '#6b4f38', 'beam')
  beam(mesh, [0.1, height * 0.6, 0], [0.25, height + 1.6, 0.05], { width: 0.09, depth: 0.09 })
  dip(mesh, '#b4684a', 'plain')
  mesh.sway = 26
  patch(mesh, [[0.22, height + 0.95, 0.05], [1, height + 0.85, 0.2], [0.95, height + 1.3, 0.2], [0.24, height + 1.45, 0.05]], {})
}

/** A wayside shrine: a small niche under a roof on a stone foot, with a flame and ribbons. */
function drawWayside({ mesh, variant, below }: Drawing): void {
  const ground = below(0, 0)
  dip(mesh, STONE, 'stone')
  box(mesh, [0, ground - 0.7, 0], [2.3, 0.95, 2], { gradient: [0.65, 1] })
  box(mesh, [0, ground + 0.2, 0], [1.4, 0.85, 1.1], { taper: 0.92, gradient: [0.8, 1.05] })
  dip(mesh, '#e6d8b9', 'plaster')
  for (const side of [-1, 1]) box(mesh, [side * 0.52, ground + 1.05, 0], [0.2, 1, 0.9], {})
  box(mesh, [0, ground + 1.05, -0.36], [1.1, 1, 0.18], { gradient: [0.6, 0.9] })
  dip(mesh, '#8a4a3a', 'shingle')
  const peak: Point = [0, ground + 3, 0]
  const ring: Point[] = [[-0.95, ground + 2, 0.8], [0.95, ground + 2, 0.8], [0.95, ground + 2, -0.8], [-0.95, ground + 2, -0.8]]
  for (let k = 0; k < 4; k++) facet(mesh, [ring[k]!, ring[(k + 1) % 4]!, peak], [0.8, 1.15])
  dip(mesh, '#ffcf7a', 'flame', 1)
  lathe(mesh, [0, ground + 1.1, 0], [[0.06, 0, 1], [0.1, 0.08, 1.1], [0.04, 0.24, 1.2], [0, 0.34, 1.2]], 6)
  for (let k = 0; k < 7; k++) {
    const x = (k / 6 - 0.5) * 2.4
    dip(mesh, ['#b4684a', '#3f7f8c', '#d9a441', '#efe6d2'][(k + variant) & 3]!, 'plain')
    blob(mesh, [x, ground + 0.2, 1.05 + shareOf(variant, k) * 0.3], [0.11, 0.08, 0.11], { across: 5, along: 3 })
  }
}

function drawFallenRoof({ mesh, below }: Drawing): void {
  dip(mesh, '#5e4a3a', 'beam')
  for (const x of [-1.6, 0, 1.6]) beam(mesh, [x, below(x, -2) + 2.1, -2.2], [x + 0.4, below(x, 1.4) + (x === 0 ? 2.9 : 0.2), x === 0 ? 0 : 1.6], { width: 0.17, depth: 0.17 })
  dip(mesh, '#8a7f5a', 'thatch')
  loft(mesh, 5, 4, { at: (i, j) => [-2.7 + i * 3.2, below(0, 0) + 2.25 + Math.sin(i * 3) * 0.12 + j * 0.7 * (1 - i * 0.4), -2.4 + j * 2.1], flip: true, shade: (_, j) => 0.8 + 0.25 * j })
  dip(mesh, '#6f8f4c', 'leaves')
  mesh.sway = 8
  for (const [x, z, size] of [[0.8, 0.2, 0.9], [-1.1, 0.9, 0.6], [3, 1.6, 0.8]] as const) blob(mesh, [x, below(x, z) + size * 0.6, z], [size, size * 0.8, size], { across: 7, along: 5, dent: 0.2, chance: x * 9 })
}

/** A mouth in the rock: piled boulders round darkness. */
function drawCave({ mesh, variant, below }: Drawing): void {
  const rock = (x: number, y: number, z: number, size: Point, chance: number): void => {
    dip(mesh, chance % 3 === 0 ? '#6f6a66' : '#857d71', 'plain')
    blob(mesh, [x, y, z], size, { across: 9, along: 6, chance, dent: 0.14, gradient: [0.6, 1.15] })
  }
  for (const side of [-1, 1]) {
    rock(side * 3.5, below(side * 3.5, 1) + 1.3, 1.2, [1.7, 2.8, 2.4], side + 4)
    rock(side * 3.4, below(side * 3.4, -1.6) + 2, -1.6, [2, 3.2, 2.6], side + 9)
    rock(side * 5, below(side * 5, 2.4) + 0.4, 2.6, [1.2, 1.1, 1.2], side + 15)
  }
  rock(0, below(0, -1.2) + 4.6, -0.6, [4.2, 1.6, 3], 3)
  rock(0.8, below(0, -3.4) + 3.4, -3.6, [4, 3.2, 2.4], 7)
  dip(mesh, '#17161a', 'plain')
  patch(mesh, [[-2.6, below(0, 0.4) - 1, 0.2], [2.6, below(0, 0.4) - 1, 0.2], [2.3, below(0, 0) + 4.2, -0.4], [-2.3, below(0, 0) + 4.2, -0.4]], { up: 3, gradient: [0.9, 0.5] })
  for (let k = 0; k < 6; k++) rock((shareOf(variant, k) - 0.5) * 7, below(0, 4.5) + 0.1, 3.6 + shareOf(variant, 9 + k) * 3, [0.4, 0.3, 0.4], k)
  dip(mesh, '#5f7a3f', 'leaves')
  mesh.sway = 12
  for (let k = 0; k < 6; k++) blob(mesh, [(k - 2.5) * 0.9, below(0, 0) + 4.3 - (k % 2) * 0.4, 1.6], [0.4, 0.7, 0.25], { across: 6, along: 4, chance: k, dent: 0.3 })
}
