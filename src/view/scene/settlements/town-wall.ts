/** Town walls as they look: stretches that follow the ground, corner towers, gates one walks through, stairs; each culture in its own material. */
import { GATE_HALF_METERS, GATE_RISE_METERS, GATE_TOWER_METERS, PARAPET_DEPTH_METERS, PARAPET_METERS, STAIR_WIDTH_METERS, TOWER_METERS } from '#worldgen/sites/town-wall.ts'
import type { TownWall, WallStretch, WallTower } from '#worldgen/sites/settlement-plan.ts'
import { choose, shareOf } from './culture-style.ts'
import type { Site } from './house.ts'
import { dip, locate, within, type Point } from './mesh-builder.ts'
import { drawCap } from './roof-parts.ts'
import { beam, box, facet, lathe, patch } from './shapes.ts'
import type { GroundBelow } from './ground-below.ts'

/** Height of the breast of a parapet, distance and width of what stands on it, metres. */
const BREAST = 0.58
const STEP = 1.75
const MERLON = 0.95
/** Width of a trunk of a palisade, metres. */
const TRUNK = 0.37
/** How far below the ground walls begin, and how long a piece follows the ground in one, metres. */
const FOUNDED = 0.55
const PIECE = 5
/** Clear height of a gate, metres. */
const GATE_HIGH = 3.5

/** What a wall is drawn with: the brush, the wall's measures, and the ground around it in world metres. */
type Scene = { readonly site: Site; readonly wall: TownWall; readonly plan: { readonly x: number; readonly y: number; readonly z: number }; heightAt(x: number, z: number): number }

/** Draws the wall piece by piece: after each, whoever draws may pause or close a part. */
export function* drawTownWall(scene: Scene): Generator<void> {
  const { stretches, towers, gates } = scene.wall
  for (const [n, stretch] of stretches.entries()) {
    const yaw = Math.atan2(stretch.bz - stretch.az, stretch.ax - stretch.bx)
    stand(scene, { x: (stretch.ax + stretch.bx) / 2, y: (stretch.ay + stretch.by) / 2, z: (stretch.az + stretch.bz) / 2, yaw }, (below) => drawStretch(scene, stretch, below, n))
    yield
  }
  for (const [n, tower] of towers.entries()) {
    stand(scene, { ...tower, yaw: Math.atan2(tower.outX, tower.outZ) }, (below) => (tower.isAtGate ? drawGateTower(scene, tower, below, n) : drawCornerTower(scene, below, n)))
    yield
  }
  for (const gate of gates) {
    stand(scene, { ...gate, yaw: Math.atan2(gate.outX, gate.outZ) }, (below) => drawPassage(scene, below))
    yield
  }
}

/** Draws in a frame whose +z looks out of the town. */
function stand({ site, plan, heightAt }: Scene, { x, y, z, yaw }: { x: number; y: number; z: number; yaw: number }, draw: (below: GroundBelow) => void): void {
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  within(site.mesh, { x: x - plan.x, y: y - plan.y, z: z - plan.z, yaw }, () => draw((lx, lz) => heightAt(x + lx * c + lz * s, z - lx * s + lz * c) - y))
}

function dipWall({ mesh, style }: Site): void {
  dip(mesh, style.wall.color, style.wall.surface)
}

/** A stretch: a at +x, b at −x, the walk rising from one to the other. */
function drawStretch({ site, wall }: Scene, stretch: WallStretch, below: GroundBelow, number: number): void {
  const { mesh, style, detail } = site
  const half = Math.hypot(stretch.bx - stretch.ax, stretch.bz - stretch.az) / 2
  const slope = (stretch.ay - stretch.by) / (2 * half)
  const top = (x: number): number => wall.height + x * slope
  const deep = wall.thickness / 2
  const pieces = detail ? Math.ceil((2 * half) / PIECE) : 2
  const batter = style.wall.batter
  const palisade = style.wall.build === 'palisade'
  for (let k = 0; k < pieces; k++) {
    const [x0, x1] = [-half + (2 * half * k) / pieces, -half + (2 * half * (k + 1)) / pieces]
    const foot = (x: number, z: number): number => below(x, z) - FOUNDED
    dipWall(site)
    mesh.chance = (number * 37) & 255
    const up = BREAST
    if (!palisade || !detail) patch(mesh, [[x0, foot(x0, deep), deep + batter], [x1, foot(x1, deep), deep + batter], [x1, top(x1) + up, deep], [x0, top(x0) + up, deep]], { up: detail ? 2 : 1, gradient: [0.66, 1.04], strokeAt: [x0, foot(x0, deep)] })
    if (palisade) dip(mesh, style.wall.inside, 'planks')
    patch(mesh, [[x1, foot(x1, -deep), -deep - batter], [x0, foot(x0, -deep), -deep - batter], [x0, top(x0), -deep], [x1, top(x1), -deep]], { up: detail ? 2 : 1, gradient: [0.8, 1.12], strokeAt: [-x1, foot(x1, -deep)] })
    const inner = deep - PARAPET_DEPTH_METERS
    dip(mesh, style.wall.inside, palisade || style.wall.build === 'hoarding' ? 'planks' : 'stone')
    patch(mesh, [[x0, top(x0), detail ? inner : deep], [x1, top(x1), detail ? inner : deep], [x1, top(x1), -deep], [x0, top(x0), -deep]], { gradient: [0.86, 0.98] })
    if (!detail || palisade) continue
    dipWall(site)
    patch(mesh, [[x1, top(x1), inner], [x0, top(x0), inner], [x0, top(x0) + BREAST, inner], [x1, top(x1) + BREAST, inner]], { gradient: [0.7, 0.95] })
    patch(mesh, [[x0, top(x0) + BREAST, deep], [x1, top(x1) + BREAST, deep], [x1, top(x1) + BREAST, inner], [x0, top(x0) + BREAST, inner]], { gradient: [1.05, 1.05] })
    drawCourse(site, [x0, top(x0), deep], [x1, top(x1), deep])
  }
  if (!detail) {
    drawFarCrenels(site, { half, deep, top })
    return
  }
  if (palisade) drawTrunks(site, { half, deep, top, below })
  else drawCrenels(site, { from: -half + TOWER_METERS / 2, to: half - TOWER_METERS / 2, z: deep - PARAPET_DEPTH_METERS / 2, top: (x) => top(x) + BREAST })
  if (stretch.stair) drawStair(site, { ...stretch.stair, half, deep, height: wall.height, top }, below)
}

/** A course of paler stone, or a rail, that stands out a little below the parapet. */
function drawCourse({ mesh, style }: Site, [x0, y0, z]: Point, [x1, y1]: Point): void {
  if (style.wall.build === 'clay') return
  dip(mesh, style.wall.inside, style.wall.build === 'hoarding' ? 'beam' : 'plain')
  const out = z + 0.1
  patch(mesh, [[x0, y0 - 0.16, out], [x1, y1 - 0.16, out], [x1, y1 + 0.06, out], [x0, y0 + 0.06, out]], { gradient: [0.92, 1.1] })
  patch(mesh, [[x0, y0 + 0.06, out], [x1, y1 + 0.06, out], [x1, y1 + 0.06, z], [x0, y0 + 0.06, z]], { gradient: [1.1, 1.1] })
  patch(mesh, [[x0, y0 - 0.16, z - 0.05], [x1, y1 - 0.16, z - 0.05], [x1, y1 - 0.16, out], [x0, y0 - 0.16, out]], { gradient: [0.5, 0.55] })
}

/** What stands on the breast of a parapet between two places along it. */
function drawCrenels(site: Site, { from, to, z, top }: { from: number; to: number; z: number; top: (x: number) => number }): void {
  const { mesh, style } = site
  const high = PARAPET_METERS - BREAST + 0.1
  const count = Math.max(1, Math.floor((to - from) / STEP))
  for (let k = 0; k < count; k++) {
    const x = from + ((k + 0.5) / count) * (to - from)
    dipWall(site)
    switch (style.wall.build) {
      case 'brick':
        for (const side of [-1, 1]) box(mesh, [x + side * 0.29, top(x) - 0.02, z], [0.42, high + 0.22, PARAPET_DEPTH_METERS], { taper: 0.72, gradient: [0.95, 1.08] })
        break
      case 'clay':
        box(mesh, [x, top(x) - 0.02, z], [MERLON, high, PARAPET_DEPTH_METERS], { taper: 0.52, gradient: [0.97, 1.1] })
        break
      case 'hoarding':
        dip(mesh, style.wall.inside, 'planks')
        box(mesh, [x, top(x) - 0.02, z], [MERLON + 0.25, high + 0.1, 0.16], { gradient: [0.8, 1.02] })
        break
      default:
        box(mesh, [x, top(x) - 0.02, z], [MERLON, high, PARAPET_DEPTH_METERS], { gradient: [0.92, 1.06] })
    }
  }
}

/** The outline against the sky, for afar: one face for each crenel, or one for two trunks. */
function drawFarCrenels(site: Site, { half, deep, top }: { half: number; deep: number; top: (x: number) => number }): void {
  const { mesh, style } = site
  const palisade = style.wall.build === 'palisade'
  const count = Math.max(1, Math.floor((2 * half - (palisade ? 0 : TOWER_METERS)) / (palisade ? TRUNK * 2 : STEP)))
  const reach = half - (palisade ? 0 : TOWER_METERS / 2)
  dip(mesh, palisade || style.wall.build !== 'hoarding' ? style.wall.color : style.wall.inside, style.wall.surface)
  for (let k = 0; k < count; k++) {
    const x = -reach + ((k + 0.5) / count) * 2 * reach
    const foot = top(x) + BREAST - 0.02
    const [w, up] = palisade ? [reach / count, PARAPET_METERS + 0.2 - BREAST] : [MERLON / 2, PARAPET_METERS + 0.1 - BREAST]
    if (palisade) facet(mesh, [[x - w, foot, deep], [x + w, foot, deep], [x, foot + up, deep]], [1, 1.1])
    else patch(mesh, [[x - w, foot, deep], [x + w, foot, deep], [x + w * 0.8, foot + up, deep], [x - w * 0.8, foot + up, deep]], { gradient: [1, 1.06] })
  }
}

/** Trunks side by side, each sharpened, each a little taller or lower than the next. */
function drawTrunks(site: Site, { half, deep, top, below }: { half: number; deep: number; top: (x: number) => number; below: GroundBelow }): void {
  const { mesh, style, variant } = site
  const count = Math.round((2 * half) / TRUNK)
  for (let k = 0; k < count; k++) {
    const [x0, x1] = [-half + (2 * half * k) / count, -half + (2 * half * (k + 1)) / count]
    const x = (x0 + x1) / 2
    const luck = shareOf(variant, k * 3 + Math.round(half * 10))
    const head = top(x) + PARAPET_METERS - 0.22 + luck * 0.16
    const foot = below(x, deep) - FOUNDED
    dip(mesh, choose(style.wall.trunks, variant, k), 'beam')
    const bark = deep - PARAPET_DEPTH_METERS + 0.12
    const [a, b, c]: [Point, Point, Point] = [[x0, foot, bark], [x, foot, deep + 0.06], [x1, foot, bark]]
    const up = ([px, , pz]: Point): Point => [px, head, pz]
    patch(mesh, [a, b, up(b), up(a)], { gradient: [0.62, 1.02] })
    patch(mesh, [b, c, up(c), up(b)], { gradient: [0.58, 0.96] })
    patch(mesh, [[x1, top(x), bark], [x0, top(x), bark], [x0, head, bark], [x1, head, bark]], { gradient: [0.7, 0.95] })
    const tip: Point = [x, head + 0.36, (bark + deep) / 2]
    dip(mesh, style.wall.inside, 'plain')
    facet(mesh, [up(a), up(b), tip], [0.95, 1.15])
    facet(mesh, [up(b), up(c), tip], [0.88, 1.08])
    facet(mesh, [up(c), up(a), tip], [0.75, 0.95])
  }
}

/** Steps along the inner face, from the end at +x towards −x. */
function drawStair(site: Site, stair: { start: number; end: number; half: number; deep: number; height: number; top: (x: number) => number }, below: GroundBelow): void {
  const { mesh, style } = site
  const { start, end, half, deep, height, top } = stair
  const steps = Math.round(height / 0.27)
  const [near, far] = [-deep, -deep - STAIR_WIDTH_METERS]
  const timber = style.wall.build === 'palisade'
  dip(mesh, timber ? style.wall.inside : style.wall.color, timber ? 'planks' : style.wall.surface)
  for (let k = 0; k < steps; k++) {
    const [x0, x1] = [half - start - ((end - start) * k) / steps, half - start - ((end - start) * (k + 1)) / steps]
    const y = top(x0) - height + (height * (k + 1)) / steps
    const low = below(x0, far) - 0.3
    patch(mesh, [[x1, y, near], [x0, y, near], [x0, y, far], [x1, y, far]], { gradient: [1.02, 1.06] })
    patch(mesh, [[x0, y - height / steps - 0.02, near], [x0, y - height / steps - 0.02, far], [x0, y, far], [x0, y, near]], { gradient: [0.72, 0.8] })
    patch(mesh, [[x0, low, far], [x1, low, far], [x1, y, far], [x0, y, far]], { gradient: [0.66, 0.98], strokeAt: [-x0, low] })
  }
  const back = half - end
  patch(mesh, [[back, below(back, far) - 0.3, far], [back, below(back, near) - 0.3, near], [back, top(back), near], [back, top(back), far]], { gradient: [0.62, 0.9] })
}

/** A corner tower: open to the walk, with a parapet outwards and, where the culture has it, a roof on posts. */
function drawCornerTower({ site, wall }: Scene, below: GroundBelow, number: number): void {
  const { mesh, style, detail, variant } = site
  const side = TOWER_METERS
  const w = side / 2
  drawShaft(site, { side, top: wall.height, below, number })
  const palisade = style.wall.build === 'palisade'
  dip(mesh, style.wall.inside, palisade || style.wall.build === 'hoarding' ? 'planks' : 'stone')
  patch(mesh, [[-w, wall.height + 0.01, w], [w, wall.height + 0.01, w], [w, wall.height + 0.01, -w], [-w, wall.height + 0.01, -w]], { gradient: [0.9, 0.95] })
  const breast = (x: number, z: number, wide: number, long: number): void => {
    dipWall(site)
    box(mesh, [x, wall.height - 0.02, z], [wide, BREAST + 0.02, long], { gradient: [0.85, 1.04] })
  }
  const out = w - PARAPET_DEPTH_METERS / 2
  const flank = w - wall.thickness / 2
  if (detail) {
    breast(0, out, side, PARAPET_DEPTH_METERS)
    for (const x of [-1, 1]) breast(x * out, w - flank / 2 - PARAPET_DEPTH_METERS / 2, PARAPET_DEPTH_METERS, flank)
    drawCrenels(site, { from: -w, to: w, z: out, top: () => wall.height + BREAST })
  } else {
    dipWall(site)
    box(mesh, [0, wall.height, out], [side, PARAPET_METERS, PARAPET_DEPTH_METERS], {})
  }
  if (!style.wall.roofed) {
    if (detail && number % 3 === 0) drawPennant(site, [out, wall.height, out], choose(style.cloth, variant, number))
    return
  }
  const eaves = wall.height + 2.35
  dip(mesh, style.timber.color, 'beam')
  if (detail) for (const sx of [-1, 1]) for (const sz of [-1, 1]) beam(mesh, [sx * out, wall.height, sz * out], [sx * out, eaves, sz * out], { width: 0.2, depth: 0.2 })
  drawCap(site, [0, eaves, 0], side + 0.7, style.roof.pitch * w * 1.15)
}

/** A tower's body from the ground up. */
function drawShaft(site: Site, { side, top, below, number }: { side: number; top: number; below: GroundBelow; number: number }): void {
  const { mesh, style, detail } = site
  const w = side / 2
  const batter = style.wall.batter + 0.06
  const foot = Math.min(below(-w, -w), below(w, -w), below(-w, w), below(w, w)) - FOUNDED
  mesh.chance = (number * 53) & 255
  const sides = [[-1, 1, 1, 1], [1, 1, 1, -1], [1, -1, -1, -1], [-1, -1, -1, 1]] as const
  dipWall(site)
  if (style.wall.build === 'palisade') dip(mesh, style.wall.trunks[0]!, 'planks')
  for (const [ax, az, bx, bz] of sides) {
    const [low, high] = [w + batter, w]
    patch(mesh, [[ax * low, foot, az * low], [bx * low, foot, bz * low], [bx * high, top, bz * high], [ax * high, top, az * high]], { up: detail ? 3 : 1, gradient: [0.64, 1.04], strokeAt: [number * 1.3, foot] })
  }
  if (!detail || style.timber.pattern === 'none') return
  dip(mesh, style.timber.color, 'beam')
  for (const [ax, az] of sides) beam(mesh, [ax * w, foot, az * w], [ax * w, top, az * w], { width: 0.24, depth: 0.24 })
}

/** One of the two towers of a gate: higher than the walk, closed, with slits and a roof. */
function drawGateTower({ site, wall }: Scene, tower: WallTower, below: GroundBelow, number: number): void {
  const { mesh, style, detail, variant } = site
  const side = GATE_TOWER_METERS
  const w = side / 2
  const top = wall.height + GATE_RISE_METERS - 0.6
  drawShaft(site, { side, top, below, number })
  dip(mesh, style.wall.inside, style.wall.build === 'stone' ? 'stone' : 'planks')
  box(mesh, [0, top - 0.02, 0], [side + 0.5, 0.24, side + 0.5], { gradient: [0.7, 1] })
  if (style.wall.build === 'clay' || style.wall.build === 'brick') {
    dipWall(site)
    for (const sx of [-1, 1]) for (const sz of [-1, 1]) box(mesh, [sx * w * 0.92, top + 0.2, sz * w * 0.92], [0.6, 0.75, 0.6], { taper: style.wall.build === 'clay' ? 0.5 : 0.85 })
  }
  drawCap(site, [0, top + 0.22, 0], side + (style.roof.pitch === 0 ? -0.3 : 0.9), style.roof.pitch * w * 1.5 + 0.3)
  if (!detail) return
  dip(mesh, '#2f3338', 'plain')
  for (const rise of [2.6, 5]) for (const z of [-1, 1]) box(mesh, [0, rise, z * w - 0.06 * z], [0.2, 0.85, 0.22])
  dip(mesh, choose(style.cloth, variant, 31), 'plain')
  mesh.sway = 12
  const hang = w + 0.14
  patch(mesh, [[-0.42, 3.1, hang + 0.06], [0.42, 3.1, hang + 0.06], [0.42, 5.6, hang], [-0.42, 5.6, hang]], { up: 3, gradient: [0.82, 1.08] })
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [-0.6, 5.62, hang], [0.6, 5.62, hang], { width: 0.07, depth: 0.07 })
  // the tower that the sun meets first carries the flag
  if (tower.outX > 0 === number % 2 > 0) drawPennant(site, [0, top + 0.2 + (style.roof.pitch === 0 ? side * 0.5 : style.roof.pitch * w * 1.5), 0], choose(style.cloth, variant, 33))
}

function drawPennant({ mesh, style }: Site, [x, y, z]: Point, color: string): void {
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [x, y - 0.2, z], [x, y + 2.3, z], { width: 0.07, depth: 0.07 })
  dip(mesh, color, 'plain')
  for (const [from, to, low, high] of [[0, 0.55, 0.62, 0.5], [0.55, 1.1, 0.5, 0.16]] as const) {
    mesh.sway = from === 0 ? 6 : 24
    patch(mesh, [[x + from, y + 1.95 - low / 2, z], [x + to, y + 1.95 - high / 2, z], [x + to, y + 1.95 + high / 2, z], [x + from, y + 1.95 + low / 2, z]], { gradient: [0.88, 1.05] })
  }
}

/** What spans the lane between the two towers: an arch or a lintel with a walk on it, open leaves, lanterns on both sides. */
function drawPassage({ site, wall }: Scene, below: GroundBelow): void {
  const { mesh, style, detail } = site
  const w = GATE_HALF_METERS
  const deep = GATE_TOWER_METERS / 2 - 0.3
  const ground = below(0, 0)
  const crown = ground + GATE_HIGH
  const top = Math.max(wall.height + 0.3, crown + 0.9)
  const arched = style.wall.build === 'stone' || style.wall.build === 'brick' || style.wall.build === 'clay'
  const steps = detail && arched ? 8 : 1
  const under = (t: number): number => (arched && detail ? crown - 0.95 + 0.95 * Math.sqrt(Math.max(0, 1 - (t * 2 - 1) ** 2)) : crown)
  for (let k = 0; k < steps; k++) {
    const [t0, t1] = [k / steps, (k + 1) / steps]
    const [x0, x1, y0, y1] = [-w + 2 * w * t0, -w + 2 * w * t1, under(t0), under(t1)]
    if (arched) dipWall(site)
    else dip(mesh, style.wall.inside, 'planks')
    patch(mesh, [[x0, y0, deep], [x1, y1, deep], [x1, top, deep], [x0, top, deep]], { gradient: [0.86, 1.02], strokeAt: [x0, y0] })
    patch(mesh, [[x1, y1, -deep], [x0, y0, -deep], [x0, top, -deep], [x1, top, -deep]], { gradient: [0.86, 1.02], strokeAt: [-x1, y1] })
    patch(mesh, [[x0, y0, -deep], [x1, y1, -deep], [x1, y1, deep], [x0, y0, deep]], { gradient: [0.5, 0.6] })
  }
  dip(mesh, style.wall.inside, arched ? 'stone' : 'planks')
  patch(mesh, [[-w, top, deep], [w, top, deep], [w, top, -deep], [-w, top, -deep]], { gradient: [0.9, 0.95] })
  if (!detail) {
    dipWall(site)
    box(mesh, [0, top, deep - 0.2], [2 * w, 0.9, 0.4], {})
    return
  }
  for (const z of [-deep + 0.22, deep - 0.22]) {
    dipWall(site)
    if (!arched) dip(mesh, style.wall.inside, 'planks')
    box(mesh, [0, top - 0.02, z], [2 * w, 0.5, 0.3], { gradient: [0.9, 1.04] })
    if (arched) drawCrenels(site, { from: -w, to: w, z, top: () => top + 0.46 })
  }
  dip(mesh, style.timber.color, 'beam')
  if (!arched) {
    for (const z of [-deep, deep]) beam(mesh, [-w - 0.4, crown + 0.1, z], [w + 0.4, crown + 0.1, z], { width: 0.42, depth: 0.4 })
    for (const side of [-1, 1]) for (const z of [-deep, deep]) beam(mesh, [side * (w - 0.1), crown - 1, z], [side * (w - 1.1), crown, z], { width: 0.2, depth: 0.2 })
  }
  // the leaves stand open against the towers
  for (const side of [-1, 1]) {
    const leaf = side * (w - 0.07)
    dip(mesh, choose(style.doors, site.variant, 3), 'planks')
    box(mesh, [leaf, ground + 0.05, -0.1], [0.12, GATE_HIGH - 1.05, 2.05], { gradient: [0.72, 1] })
    dip(mesh, '#3b332c', 'plain')
    for (const y of [0.5, 1.9]) box(mesh, [leaf - side * 0.07, ground + y, -0.1], [0.03, 0.11, 1.95])
  }
  for (const face of [-1, 1]) drawGateLantern(site, [w * 0.98, ground + 2.55, face * (deep + 0.3)], face)
}

function drawGateLantern(site: Site, [x, y, z]: Point, face: number): void {
  const { mesh } = site
  dip(mesh, '#3f3a35', 'plain')
  beam(mesh, [x, y + 0.4, z], [x, y + 0.44, z + face * 0.5], { width: 0.05, depth: 0.05, out: [0, 1, 0] })
  lathe(mesh, [x, y + 0.22, z + face * 0.46], [[0.18, 0, 0.9], [0.03, 0.16, 1.2]], 5)
  box(mesh, [x, y - 0.12, z + face * 0.46], [0.24, 0.04, 0.24])
  dip(mesh, '#ffd48a', 'flame', 0.6)
  box(mesh, [x, y - 0.08, z + face * 0.46], [0.17, 0.3, 0.17])
  site.lamps.push(locate(mesh, [x, y + 0.05, z + face * 0.6]))
}
