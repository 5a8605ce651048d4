/** Wells: a ring of stones on a paved round, covered as each culture does it, and buckets. */
import { choose } from './culture-style.ts'
import type { Site } from './house.ts'
import { dip, locate, type Point } from './mesh-builder.ts'
import { drawCap, drawDome } from './roof-parts.ts'
import { beam, blob, box, facet, lathe, loft } from './shapes.ts'

/** Radius of the paving round a well, metres. */
const PAVED = 2.35

/** Draws a wooden bucket standing at a point of the current frame. */
export function drawBucket(site: Site, at: Point): void {
  const { mesh } = site
  dip(mesh, '#8d6a48', 'planks')
  lathe(mesh, at, [[0, 0.02, 0.6], [0.13, 0, 0.8], [0.17, 0.28, 1.1], [0.15, 0.28, 0.9], [0.12, 0.1, 0.4]], 8)
  dip(mesh, '#57504a', 'plain')
  lathe(mesh, at, [[0.15, 0.07, 1], [0.155, 0.1, 1.2]], 8)
}

/** Draws a well; the ring is the same everywhere, what stands over it is not. */
export function drawWell(site: Site): void {
  const { mesh, style, low, detail } = site
  const radius = Math.min(1.05, Math.min(site.width, site.depth) * 0.42)
  const segments = detail ? 14 : 7
  dip(mesh, style.plinth, 'stone')
  if (detail) lathe(mesh, [0, 0, 0], [[PAVED + 0.06, Math.min(low, 0) - 0.3, 0.7], [PAVED, -0.035, 1], [radius, -0.02, 0.94]], 18)
  lathe(mesh, [0, 0, 0], [[radius + 0.14, Math.min(low, 0) - 0.5, 0.6], [radius + 0.05, 0.05, 0.8], [radius, 0.78, 1.05], [radius - 0.02, 0.84, 1.12], [radius - 0.24, 0.84, 1.05], [radius - 0.26, 0.2, 0.35]], segments)
  if (detail) {
    dip(mesh, '#24424b', 'plain')
    lathe(mesh, [0, 0.22, 0], [[radius - 0.2, 0, 0.9], [0, 0, 1.1]], segments)
  }
  switch (style.yard.well) {
    case 'roof': drawRoofed(site, radius); break
    case 'sweep': drawSweep(site, radius); break
    case 'arch': drawArch(site, radius); break
    case 'dome': drawPillars(site, radius, 0.16); break
    case 'canopy': drawPillars(site, radius, 0.2); break
  }
  if (detail) drawBucket(site, [radius + 0.4, -0.03, 0.5])
}

/** Windlass, rope and bucket between two posts. */
function drawWindlass(site: Site, half: number): void {
  const { mesh, style } = site
  dip(mesh, style.timber.color, 'beam')
  beam(mesh, [-half, 1.55, 0], [half, 1.55, 0], { width: 0.16, depth: 0.16 })
  beam(mesh, [half, 1.55, 0], [half + 0.2, 1.55, 0], { width: 0.06, depth: 0.06 })
  beam(mesh, [half + 0.2, 1.55, 0], [half + 0.2, 1.3, 0.16], { width: 0.05, depth: 0.05 })
  hangBucket(site, 1.5)
}

function hangBucket(site: Site, from: number): void {
  const { mesh } = site
  dip(mesh, '#cdb98d', 'plain')
  beam(mesh, [0.12, from, 0.05], [0.12, 1.14, 0.05], { width: 0.03, depth: 0.03, hidden: 'ends' })
  drawBucket(site, [0.12, 0.86, 0.05])
}

/** A little roof with gables on two posts. */
function drawRoofed(site: Site, radius: number): void {
  const { mesh, style, detail, variant } = site
  dip(mesh, style.timber.color, 'beam')
  for (const side of [-1, 1]) beam(mesh, [side * (radius - 0.08), 0.1, 0], [side * (radius - 0.12), 2.15, 0], { width: 0.14, depth: 0.14 })
  const eave = radius + 0.3
  dip(mesh, choose(style.roof.colors, variant, 2), style.roof.surface)
  for (const side of [1, -1]) {
    loft(mesh, detail ? 4 : 1, detail ? 3 : 1, {
      flip: side < 0,
      at: (i, j) => [(i * 2 - 1) * (radius + 0.28), 1.98 + j * 0.78 - Math.sin(i * Math.PI) * 0.04, side * eave * (1 - j)],
      shade: (_, j) => 0.84 + 0.26 * j,
    })
  }
  dip(mesh, style.trim, 'planks')
  for (const side of [-1, 1]) facet(mesh, side > 0 ? [[radius, 2.0, eave * 0.9], [radius, 2.0, -eave * 0.9], [radius, 2.7, 0]] : [[-radius, 2.0, -eave * 0.9], [-radius, 2.0, eave * 0.9], [-radius, 2.7, 0]])
  if (detail) drawWindlass(site, radius)
}

/** A long pole on a forked trunk, a stone at its heavy end, the bucket at the other; the trunk ends in a carved head. */
function drawSweep(site: Site, radius: number): void {
  const { mesh, style, detail } = site
  dip(mesh, style.timber.color, 'beam')
  const fork = -radius - 0.2
  beam(mesh, [fork, -0.4, 0], [fork, 3, 0], { width: 0.26, depth: 0.26 })
  beam(mesh, [fork - 1.5, 1.75, 0], [0.12, 3.5, 0.05], { width: 0.12, depth: 0.12 })
  if (!detail) return
  beam(mesh, [fork, 2.9, 0], [fork - 0.08, 3.75, 0], { width: 0.22, depth: 0.2 })
  beam(mesh, [fork - 0.14, 3.68, 0], [fork + 0.4, 3.86, 0], { width: 0.18, depth: 0.2 })
  beam(mesh, [fork + 0.3, 3.84, 0], [fork + 0.58, 3.7, 0], { width: 0.11, depth: 0.13 })
  dip(mesh, style.trim, 'beam')
  for (const z of [-1, 1]) beam(mesh, [fork - 0.06, 3.7, z * 0.07], [fork - 0.34, 4.05, z * 0.14], { width: 0.06, depth: 0.06 })
  dip(mesh, '#8a8377', 'stone')
  blob(mesh, [fork - 1.45, 1.66, 0], [0.34, 0.28, 0.28], { across: 7, along: 4, chance: 3 })
  hangBucket(site, 3.45)
}

/** A bow of iron over the ring, flowers hung on it. */
function drawArch(site: Site, radius: number): void {
  const { mesh, detail } = site
  const half = radius - 0.1
  const bow = (k: number, steps: number): Point => [Math.cos(Math.PI * (1 - k / steps)) * half, 0.84 + Math.sin(Math.PI * (k / steps)) * 1.7, 0]
  const steps = detail ? 10 : 4
  dip(mesh, '#3f3a35', 'plain')
  for (let k = 0; k < steps; k++) for (const z of detail ? [-0.1, 0.1] : [0]) {
    const [a, c] = [bow(k, steps), bow(k + 1, steps)]
    beam(mesh, [a[0], a[1], z], [c[0], c[1], z], { width: 0.06, depth: 0.06, hidden: 'ends' })
  }
  if (!detail) return
  for (const k of [1.2, 2.6, 4, 6, 7.4, 8.8]) {
    const [x, y] = bow(k, steps)
    dip(mesh, '#6d8f4c', 'leaves')
    mesh.sway = 5
    blob(mesh, [x, y, 0], [0.24, 0.2, 0.2], { across: 6, along: 3, chance: k })
    dip(mesh, k % 2 > 1 ? '#c9577f' : '#efe3d0', 'plain')
    mesh.sway = 6
    for (const turn of [0, 2.1, 4.2]) blob(mesh, [x + Math.cos(turn + k) * 0.18, y + 0.06, Math.sin(turn + k) * 0.17], [0.065, 0.06, 0.065], { across: 4, along: 2 })
  }
  hangBucket(site, 2.5)
}

/** Four pillars under a dome or a steep roof. */
function drawPillars(site: Site, radius: number, thick: number): void {
  const { mesh, style, detail } = site
  const out = radius + 0.12
  const dome = style.yard.well === 'dome'
  const high = dome ? 2.25 : 2.5
  dip(mesh, dome ? style.walls[0]! : style.wall.color, dome ? 'plaster' : 'stone')
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) box(mesh, [sx * out, -0.3, sz * out], [thick * 2, high + 0.3, thick * 2], { taper: 0.86, gradient: [0.72, 1.05] })
  dip(mesh, dome ? style.trim : style.wall.inside, dome ? 'plain' : 'stone')
  for (const side of [-1, 1]) {
    box(mesh, [0, high, side * out], [out * 2 + thick * 2.4, 0.24, thick * 2.2], {})
    box(mesh, [side * out, high, 0], [thick * 2.2, 0.24, out * 2], {})
  }
  if (dome) drawDome(mesh, style, [0, high + 0.22, 0], out * 1.02, detail)
  else drawCap(site, [0, high + 0.22, 0], out * 2 + 0.8, 1.75)
  if (detail) drawWindlass(site, out)
  if (detail) site.lamps.push(locate(mesh, [0, high - 0.2, out]))
}
