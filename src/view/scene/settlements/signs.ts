/** Signs over doors, one for each trade that sells: anvil, loaf, mug, cog. */
import { dip, within } from './mesh-builder.ts'
import type { Site } from './house.ts'
import { beam, blob, box, lathe } from './shapes.ts'

/** Trades that hang out a sign. */
export type SignKind = 'anvil' | 'loaf' | 'mug' | 'cog'

/** Draws a sign on a bracket at the wall z = `depth / 2`, beside the door. */
export function drawSign(site: Site, kind: SignKind): void {
  const { mesh, style, depth } = site
  const z = depth / 2
  dip(mesh, '#3f3a35', 'plain')
  beam(mesh, [-1.02, 2.62, z], [-1.02, 2.62, z + 0.95], { width: 0.05, depth: 0.05, out: [0, 1, 0] })
  beam(mesh, [-1.02, 2.3, z], [-1.02, 2.6, z + 0.4], { width: 0.04, depth: 0.04, out: [1, 0, 0] })
  within(mesh, { x: -1.02, y: 2.16, z: z + 0.58 }, () => {
    for (const side of [-1, 1]) beam(mesh, [0, 0.26, side * 0.24], [0, 0.44, side * 0.24], { width: 0.02, depth: 0.02 })
    dip(mesh, '#e3cf9f', 'planks')
    box(mesh, [0, -0.3, 0], [0.06, 0.58, 0.72], { gradient: [0.9, 1.05] })
    dip(mesh, style.trim, 'beam')
    for (const y of [-0.3, 0.28]) beam(mesh, [0, y, -0.38], [0, y, 0.38], { width: 0.08, depth: 0.06, out: [1, 0, 0] })
    for (const side of [-1, 1]) drawEmblem(site, kind, side)
  })
}

function drawEmblem(site: Site, kind: SignKind, side: number): void {
  const { mesh } = site
  const x = side * 0.045
  switch (kind) {
    case 'anvil':
      dip(mesh, '#3b3f45', 'plain')
      box(mesh, [x, -0.18, 0], [0.05, 0.08, 0.3])
      box(mesh, [x, -0.1, 0], [0.05, 0.1, 0.14])
      box(mesh, [x, 0, 0.03], [0.06, 0.12, 0.42], { taper: 0.95 })
      return
    case 'loaf':
      dip(mesh, '#b9763a', 'plain')
      blob(mesh, [x, -0.03, 0], [0.05, 0.15, 0.26], { dent: 0.03 })
      dip(mesh, '#e6bd7c', 'plain')
      for (const z of [-0.1, 0, 0.1]) beam(mesh, [x * 1.9, -0.06, z - 0.03], [x * 1.9, 0.08, z + 0.04], { width: 0.03, depth: 0.02, out: [1, 0, 0] })
      return
    case 'mug':
      dip(mesh, '#8a5f3a', 'planks')
      box(mesh, [x, -0.2, -0.04], [0.06, 0.32, 0.24])
      beam(mesh, [x, -0.12, 0.15], [x, 0.06, 0.15], { width: 0.04, depth: 0.04, out: [1, 0, 0] })
      for (const y of [-0.12, 0.06]) beam(mesh, [x, y, 0.06], [x, y, 0.16], { width: 0.04, depth: 0.04, out: [1, 0, 0] })
      dip(mesh, '#f4ead2', 'plain')
      blob(mesh, [x, 0.13, -0.04], [0.05, 0.07, 0.15], { dent: 0.2 })
      return
    case 'cog':
      dip(mesh, '#7a5536', 'beam')
      for (let k = 0; k < 4; k++) {
        const a = (k * Math.PI) / 4
        beam(mesh, [x, Math.sin(a) * 0.22, Math.cos(a) * 0.22], [x, -Math.sin(a) * 0.22, -Math.cos(a) * 0.22], { width: 0.06, depth: 0.04, out: [1, 0, 0] })
      }
      within(mesh, { x, y: 0, z: 0 }, () => lathe(mesh, [0, -0.06, 0], [[0.05, 0, 0.9], [0.05, 0.12, 1.2]], 6))
  }
}
