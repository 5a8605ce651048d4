/** A dwelling house: plinth, crooked walls, timber, roof, chimney, door and windows. Cottages, farmhouses, inns, bakeries, smithies and workshops are houses. */
import { choose, shareOf, type CultureStyle } from './culture-style.ts'
import { dip, locate, within, type MeshBuilder, type Point, type Warp } from './mesh-builder.ts'
import { drawDoor, drawWindow } from './openings.ts'
import { drawFlatRoof, drawHorns, drawPorch } from './roof-parts.ts'
import { drawRoof, ridgeRise } from './roof.ts'
import { beam, box, facet, lathe, patch } from './shapes.ts'

/** What is drawn, how, and what the drawing leaves for others: chimneys to smoke and lamps to shine. Mesh coordinates. */
export type Site = {
  mesh: MeshBuilder
  style: CultureStyle
  /** Outer size in metres. */
  width: number
  depth: number
  wallHeight: number
  variant: number
  /** Lowest ground under the walls and ground at the door, in metres relative to the floor. */
  low: number
  doorGround: number
  detail: boolean
  chimneys: Point[]
  lamps: Point[]
}

/** Choices that tell one kind of house from another. */
export type HouseShape = { chimneys: 0 | 1 | 2; shutters: boolean; flowers: boolean; wideDoor: boolean; surface?: 'planks' | 'stone'; wallColor?: string; windows: boolean }

const FLOOR = 0.18

/** A gentle lean and wave for walls that no two houses share. */
export function crookedness(variant: number, amount: number): Warp {
  const leanX = (shareOf(variant, 40) - 0.5) * 0.06 * amount
  const leanZ = (shareOf(variant, 41) - 0.5) * 0.05 * amount
  const phase = shareOf(variant, 42) * 6.28
  return (at) => {
    const { x, y, z } = at
    at.x += leanX * y + amount * 0.014 * Math.sin(y * 1.1 + z * 0.9 + phase)
    at.z += leanZ * y + amount * 0.014 * Math.sin(y * 1.2 + x * 0.8 + phase * 1.7)
    at.y += amount * 0.02 * Math.sin(x * 0.5 + z * 0.4 + phase * 2.3)
  }
}

/** Draws a house; returns the height of its ridge above the floor. */
export function drawHouse(site: Site, shape: HouseShape): number {
  const { mesh, style, variant, detail } = site
  let ridge = 0
  within(mesh, { x: 0, y: 0, z: 0, warp: detail ? crookedness(variant, 1) : null }, () => {
    const gableFront = shareOf(variant, 1) < style.gableFront
    const length = gableFront ? site.depth : site.width
    const span = gableFront ? site.width : site.depth
    const eaves = site.wallHeight
    drawPlinth(site)
    drawWalls(site, shape, gableFront)
    within(mesh, { x: 0, y: 0, z: 0, yaw: gableFront ? -Math.PI / 2 : 0 }, () => {
      const roof = { length, span, eaves, color: choose(style.roof.colors, variant, 2), detail }
      if (style.roof.pitch > 0) drawRoof(mesh, style, roof)
      else drawFlatRoof(mesh, style, { ...roof, wall: shape.wallColor ?? choose(style.walls, variant, 0), variant })
      if (style.ornament === 'horns') drawHorns(mesh, style, roof)
      ridge = eaves + ridgeRise(style, span) + style.roof.thickness
      for (let k = 0; k < shape.chimneys; k++) {
        const side = (k === 0) === shareOf(variant, 6) > 0.5 ? 1 : -1
        const inset = style.roof.hip > 0 ? 0.2 : 0.36
        drawChimney(site, { x: side * length * inset, z: (shareOf(variant, 7 + k) - 0.5) * span * 0.25, foot: eaves, top: ridge + 0.75 })
      }
    })
  })
  return ridge
}

function drawPlinth(site: Site): void {
  const { mesh, style, width, depth, low, detail } = site
  dip(mesh, style.plinth, 'stone')
  const foot = Math.min(low, 0) - 0.45
  const top = 0.38
  const rows = detail ? 2 : 1
  const [w0, d0, w1, d1] = [width / 2 + 0.16, depth / 2 + 0.16, width / 2 + 0.06, depth / 2 + 0.06]
  const corner = (sx: number, sz: number, up: boolean): Point => (up ? [sx * w1, top, sz * d1] : [sx * w0, foot, sz * d0])
  const sides = [[-1, 1, 1, 1], [1, 1, 1, -1], [1, -1, -1, -1], [-1, -1, -1, 1]] as const
  for (const [ax, az, bx, bz] of sides) patch(mesh, [corner(ax, az, false), corner(bx, bz, false), corner(bx, bz, true), corner(ax, az, true)], { gradient: [0.62, 1.02], up: rows, across: detail ? 4 : 1 })
  if (detail) for (const [ax, az, bx, bz] of sides) patch(mesh, [corner(ax, az, true), corner(bx, bz, true), [bx * w1 * 0.96, top + 0.02, bz * d1 * 0.96], [ax * w1 * 0.96, top + 0.02, az * d1 * 0.96]], { gradient: [1.1, 0.8] })
}

function drawWalls(site: Site, shape: HouseShape, gableFront: boolean): void {
  const { mesh, style, width, depth, wallHeight, variant, detail } = site
  const wall = shape.wallColor ?? choose(style.walls, variant, 0)
  const surface = shape.surface ?? style.wallSurface
  const faces = [
    { yaw: 0, half: width / 2, out: depth / 2, gable: gableFront, front: true },
    { yaw: Math.PI / 2, half: depth / 2, out: width / 2, gable: !gableFront, front: false },
    { yaw: Math.PI, half: width / 2, out: depth / 2, gable: gableFront, front: false },
    { yaw: -Math.PI / 2, half: depth / 2, out: width / 2, gable: !gableFront, front: false },
  ]
  faces.forEach((face, index) => {
    within(mesh, { x: Math.sin(face.yaw) * face.out, y: 0, z: Math.cos(face.yaw) * face.out, yaw: face.yaw }, () => {
      const { half } = face
      dip(mesh, wall, surface)
      mesh.chance = Math.floor(shareOf(variant, 50 + index) * 256)
      patch(mesh, [[-half, 0.3, 0], [half, 0.3, 0], [half, 1.1, 0], [-half, 1.1, 0]], { across: detail ? 5 : 1, up: detail ? 2 : 1, gradient: [0.78, 0.98], strokeAt: [index * 3.7, 0] })
      patch(mesh, [[-half, 1.1, 0], [half, 1.1, 0], [half, wallHeight, 0], [-half, wallHeight, 0]], { across: detail ? 5 : 1, up: detail ? 3 : 1, gradient: [0.98, face.gable ? 1.03 : 0.86], strokeAt: [index * 3.7, 0.8] })
      if (detail && face.front && shape.chimneys > 0 && shareOf(variant, 14) < style.porch) drawPorch(mesh, style, { wallHeight, ground: site.doorGround, color: choose(style.roof.colors, variant, 2) })
      if (face.gable && style.roof.pitch > 0) drawGable(site, half, wall, surface)
      if (detail && style.timber.pattern !== 'none' && !shape.surface) drawTimber(site, half, face.gable)
      drawOpenings(site, shape, face)
    })
  })
}

function drawGable(site: Site, half: number, wall: string, surface: 'plaster' | 'stone' | 'planks' | string): void {
  const { mesh, style, wallHeight } = site
  const rise = half * style.roof.pitch
  if (style.gable) dip(mesh, style.gable.color, style.gable.surface)
  else dip(mesh, wall, surface as 'plaster')
  const hip = style.roof.hip
  const cut = 1 - hip
  const top = wallHeight + rise * cut
  const inner = half * (1 - cut)
  if (hip > 0) patch(mesh, [[-half, wallHeight, 0], [half, wallHeight, 0], [inner, top, 0], [-inner, top, 0]], { gradient: [1.03, 0.84] })
  else facet(mesh, [[-half, wallHeight, 0], [half, wallHeight, 0], [0, top, 0]], [1.03, 0.84])
}

function drawTimber(site: Site, half: number, gable: boolean): void {
  const { mesh, style, wallHeight, variant } = site
  const { pattern, color } = style.timber
  dip(mesh, color, 'beam')
  const wide = 0.17
  const bar = (from: Point, to: Point, width = wide): void => beam(mesh, from, to, { width, depth: 0.11, gradient: [0.85, 1.05], hidden: 'back' })
  const foot = 0.36
  for (const side of [-1, 1]) bar([side * (half - 0.07), foot, 0.02], [side * (half - 0.07), wallHeight, 0.02], 0.2)
  bar([-half, wallHeight - 0.08, 0.025], [half, wallHeight - 0.08, 0.025], 0.18)
  bar([-half, foot + 0.05, 0.025], [half, foot + 0.05, 0.025], 0.16)
  if (pattern === 'posts') return
  const bays = Math.max(2, Math.round((half * 2) / 1.7))
  const rail = 1.02
  for (let k = 1; k < bays; k++) {
    const x = -half + (half * 2 * k) / bays
    if (Math.abs(x) > 0.85 || gable) bar([x, foot, 0.02], [x + (shareOf(variant, 60 + k) - 0.5) * 0.08, wallHeight, 0.02], 0.14)
  }
  if (pattern === 'braces') {
    const bay = (half * 2) / bays
    for (const side of [-1, 1]) bar([side * (half - 0.12), wallHeight - 0.15, 0.022], [side * (half - bay + 0.05), rail + 0.35, 0.022], 0.13)
  } else {
    const bay = (half * 2) / bays
    for (const side of [-1, 1]) {
      bar([side * (half - 0.1), foot + 0.1, 0.022], [side * (half - bay), rail, 0.022], 0.12)
      bar([side * (half - bay), foot + 0.1, 0.022], [side * (half - 0.1), rail, 0.02], 0.12)
    }
  }
  if (gable && style.roof.hip === 0 && !style.gable) {
    const rise = half * style.roof.pitch
    bar([-half * 0.5, wallHeight + rise * 0.5, 0.02], [half * 0.5, wallHeight + rise * 0.5, 0.02], 0.14)
    bar([0, wallHeight, 0.02], [0, wallHeight + rise * 0.93, 0.02], 0.14)
    for (const side of [-1, 1]) bar([side * half * 0.9, wallHeight + 0.05, 0.022], [side * half * 0.3, wallHeight + rise * 0.48, 0.022], 0.12)
  }
}

function drawOpenings(site: Site, shape: HouseShape, face: { half: number; gable: boolean; front: boolean; yaw: number }): void {
  const { mesh, style, wallHeight, variant, detail } = site
  const { half } = face
  const storeys = Math.max(1, Math.floor((wallHeight - 0.2) / 2.1))
  const base = { detail, shutters: shape.shutters, flowers: false }
  if (face.front) {
    drawDoor(mesh, style, { x: 0, floor: FLOOR, width: shape.wideDoor ? 1.7 : 1.02, height: Math.min(2.02, wallHeight - 0.35), ground: site.doorGround, variant, detail })
    if (detail) drawLantern(site, half > 1.6 ? (shape.wideDoor ? 1.25 : 0.92) : 0.8)
  }
  if (!shape.windows) return
  for (let storey = 0; storey < storeys; storey++) {
    const sill = 1.02 + storey * 2.15
    const height = Math.min(0.95, wallHeight - sill - 0.28)
    if (height < 0.4) continue
    const columns = Math.max(1, Math.floor((half * 2 - 0.8) / (face.front ? 2.1 : 2.6)))
    for (let k = 0; k < columns; k++) {
      const x = columns === 1 ? (face.front ? half * 0.58 : 0) : ((k + 0.5) / columns - 0.5) * (half * 2 - 0.5)
      if (face.front && storey === 0 && Math.abs(x) < 1.45) continue
      const salt = 70 + k + storey * 7 + Math.round(face.yaw * 10)
      if (!face.front && shareOf(variant, salt) < 0.25) continue
      drawWindow(mesh, style, { ...base, x, sill, width: 0.72, height, flowers: shape.flowers && (face.front || storey > 0) && shareOf(variant, salt + 3) < 0.6, variant: variant ^ Math.imul(salt, 0x9e3779b1) })
    }
  }
  if (face.gable && half * style.roof.pitch > 1.7) drawWindow(mesh, style, { ...base, shutters: false, x: 0, sill: wallHeight + 0.35, width: 0.55, height: 0.6, variant: variant ^ 0x51ed27 })
}

function drawLantern(site: Site, x: number): void {
  const { mesh } = site
  dip(mesh, '#3f3a35', 'plain')
  beam(mesh, [x, 2.12, 0], [x, 2.16, 0.3], { width: 0.04, depth: 0.04, out: [0, 1, 0] })
  box(mesh, [x, 1.78, 0.28], [0.15, 0.03, 0.15])
  lathe(mesh, [x, 2.0, 0.28], [[0.12, 0, 0.9], [0.02, 0.12, 1.2]], 4)
  dip(mesh, '#ffd48a', 'flame', 0.6)
  box(mesh, [x, 1.81, 0.28], [0.11, 0.19, 0.11])
  site.lamps.push(locate(mesh, [x, 1.9, 0.35]))
}

/** Draws a chimney that stands in the roof, and remembers where its smoke begins. */
function drawChimney(site: Site, at: { x: number; z: number; foot: number; top: number }): void {
  const { mesh, style } = site
  dip(mesh, style.chimney, style.wallSurface === 'plaster' && style.roof.surface === 'thatch' ? 'plaster' : 'stone')
  box(mesh, [at.x, at.foot, at.z], [0.78, at.top - at.foot, 0.66], { taper: 0.86, gradient: [0.72, 1.05] })
  box(mesh, [at.x, at.top, at.z], [0.82, 0.12, 0.7], { gradient: [0.8, 0.95] })
  dip(mesh, '#a5563d', 'plain')
  lathe(mesh, [at.x, at.top + 0.1, at.z], [[0.17, 0, 0.7], [0.14, 0.26, 1], [0.17, 0.32, 1.05], [0.1, 0.32, 0.3]], 8)
  site.chimneys.push(locate(mesh, [at.x, at.top + 0.42, at.z]))
}
