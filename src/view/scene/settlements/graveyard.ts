/** A burying ground: a low wall with a gap towards the houses, a dark tree, and the leaning stones of those whom nobody knew. */
import { shareOf } from './culture-style.ts'
import type { Site } from './house.ts'
import { drawCrown } from './leafy-crown.ts'
import { dip, within, type MeshBuilder } from './mesh-builder.ts'
import { beam, blob, box, lathe, loft } from './shapes.ts'
import type { GroundBelow } from './ground-below.ts'

/** Half its width and depth, and of the gap in its wall, metres. */
const HALF_WIDTH = 5.4
const HALF_DEPTH = 5.6
const GAP = 1.1
const STONES = ['#9b968a', '#8d8c85', '#a39a88'] as const

/** Draws a burying ground, 11 by 11 metres, the gap towards +z. */
export function drawGraveyard(site: Site, below: GroundBelow): void {
  const { mesh, variant } = site
  const corners = [[GAP, HALF_DEPTH], [HALF_WIDTH, HALF_DEPTH], [HALF_WIDTH, -HALF_DEPTH], [-HALF_WIDTH, -HALF_DEPTH], [-HALF_WIDTH, HALF_DEPTH], [-GAP, HALF_DEPTH]] as const
  for (let side = 0; side + 1 < corners.length; side++) drawWall(site, below, corners[side]!, corners[side + 1]!, side)
  for (let stone = 0; stone < 6; stone++) {
    const x = (stone - 2.5) * 1.7 + (shareOf(variant, stone) - 0.5) * 0.5
    const z = -HALF_DEPTH + 1.05 + (shareOf(variant, 10 + stone) - 0.5) * 0.5
    if (shareOf(variant, 20 + stone) < 0.85) within(mesh, { x, y: below(x, z), z, yaw: (shareOf(variant, 30 + stone) - 0.5) * 0.4 }, () => drawStone(mesh, variant + stone))
  }
  const [treeX, treeZ] = [-HALF_WIDTH + 0.5, -HALF_DEPTH - 0.9]
  within(mesh, { x: treeX, y: below(treeX, treeZ), z: treeZ }, () => drawYew(site))
}

function drawWall({ mesh, variant }: Site, below: GroundBelow, from: readonly [number, number], to: readonly [number, number], side: number): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const count = Math.max(1, Math.round(length / 0.62))
  for (let k = 0; k <= count; k++) {
    const luck = shareOf(variant, side * 53 + k)
    const x = from[0] + ((to[0] - from[0]) * k) / count + (luck - 0.5) * 0.12
    const z = from[1] + ((to[1] - from[1]) * k) / count + (shareOf(variant, side * 71 + k) - 0.5) * 0.12
    dip(mesh, STONES[Math.floor(luck * 2.99)]!, 'stone')
    blob(mesh, [x, below(x, z) + 0.16, z], [0.4 + luck * 0.08, 0.34 + luck * 0.12, 0.3], { chance: luck * 9, dent: 0.12, across: 6, along: 3, gradient: [0.7, 1.08] })
  }
}

/** A standing stone slab with a round head, leaning with age. */
function drawStone(mesh: MeshBuilder, chance: number): void {
  const luck = shareOf(chance, 3)
  const [half, tall] = [0.24 + luck * 0.08, 0.55 + luck * 0.35]
  dip(mesh, STONES[Math.floor(luck * 2.99)]!, 'stone')
  const lean = (shareOf(chance, 5) - 0.5) * 0.3
  for (const face of [-1, 1]) {
    loft(mesh, 6, 5, {
      flip: face < 0,
      at: (i, j) => {
        const up = j * tall
        const wide = half * (j > 0.62 ? Math.sqrt(Math.max(0, 1 - ((j - 0.62) / 0.38) ** 2)) : 1)
        return [(i * 2 - 1) * wide + lean * up * 0.4, up - 0.15, face * 0.07 + lean * up]
      },
      shade: (_, j) => 0.78 + 0.3 * j,
    })
  }
  box(mesh, [0, -0.2, 0], [half * 2.2, 0.26, 0.26], { gradient: [0.65, 0.9] })
}

/** Boughs of the yew: middle and half width, metres. */
const BOUGHS = [[0, 2.5, 0, 1.3], [0.75, 2.15, 0.5, 0.9], [-0.7, 2.1, -0.25, 0.92], [0.1, 3.45, 0, 0.92]] as const
const NEEDLES = ['#5c7a55', '#4d6b4c', '#688660', '#547350'] as const

/** A yew: reddish stems grown into one, and boughs of needles that take light by day and moonlight by night. */
function drawYew({ mesh, variant, detail }: Site): void {
  dip(mesh, '#6f5a4a', 'beam')
  lathe(mesh, [0, 0, 0], [[0.42, -0.35, 0.6], [0.27, 0.3, 0.85], [0.22, 1.1, 1], [0.24, 1.9, 0.9]], 7)
  for (const [turn, out] of [[0.6, 0.75], [2.9, 0.7], [4.6, 0.5]] as const) beam(mesh, [Math.cos(turn) * 0.1, 0.9, Math.sin(turn) * 0.1], [Math.cos(turn) * out, 2.1, Math.sin(turn) * out], { width: 0.14, depth: 0.14 })
  BOUGHS.forEach(([x, y, z, size], n) => {
    const chance = shareOf(variant, n) * 9
    if (detail) drawCrown(mesh, [x, y, z], { wide: size, high: size * 0.82, sprays: 110, size: 0.2, chance, heart: '#3f5a40', leaves: NEEDLES })
    else {
      dip(mesh, NEEDLES[n]!, 'leaves')
      blob(mesh, [x, y, z], [size, size * 0.82, size], { chance, dent: 0.22, across: 8, along: 5, gradient: [0.7, 1.15] })
    }
  })
  mesh.sway = 0
}
