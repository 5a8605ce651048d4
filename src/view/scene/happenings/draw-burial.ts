/** What there is to see of a burial: the bier on its cart, the covered dead, the open grave, and the mound with its marker. Each stands on y = 0, the foot of a grave towards +z. */
import type { BufferGeometry } from 'three'
import { createMeshBuilder, dip, toGeometry, within, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { beam, blob, box, loft } from '../settlements/shapes.ts'

const WOOD = '#7a5a40'
const DARK_WOOD = '#5d4431'

function build(draw: (mesh: MeshBuilder) => void): BufferGeometry {
  const mesh = createMeshBuilder(1024)
  draw(mesh)
  return toGeometry(mesh)
}

/** A two-wheeled cart; its shafts reach to z = 2. */
export function buildBierCart(): BufferGeometry {
  return build((mesh) => {
    dip(mesh, WOOD, 'planks')
    box(mesh, [0, 0.56, -0.1], [0.92, 0.07, 2])
    for (const x of [-0.46, 0.46]) beam(mesh, [x, 0.66, -1.1], [x, 0.66, 0.9], { width: 0.16, depth: 0.05, out: [1, 0, 0] })
    dip(mesh, DARK_WOOD, 'beam')
    beam(mesh, [-0.6, 0.46, -0.1], [0.6, 0.46, -0.1], { width: 0.09, depth: 0.09 })
    for (const x of [-0.36, 0.36]) beam(mesh, [x, 0.6, 0.8], [x, 0.86, 2.0], { width: 0.07, depth: 0.07, out: [0, 1, 0] })
    for (const side of [-1, 1]) {
      within(mesh, { x: side * 0.58, y: 0.48, z: -0.1 }, () => {
        for (let k = 0; k < 12; k++) {
          const [a, b] = [(k / 12) * 6.2832, ((k + 1) / 12) * 6.2832]
          beam(mesh, [0, Math.sin(a) * 0.46, Math.cos(a) * 0.46], [0, Math.sin(b) * 0.46, Math.cos(b) * 0.46], { width: 0.08, depth: 0.07, out: [1, 0, 0] })
          if (k % 2 === 0) beam(mesh, [0, 0, 0], [0, Math.sin(a) * 0.44, Math.cos(a) * 0.44], { width: 0.05, depth: 0.05, out: [1, 0, 0] })
        }
      })
    }
  })
}

/** The dead under a linen cloth, with a green wreath: 1.9 m long, lying along z. */
export function buildShroud(): BufferGeometry {
  return build((mesh) => {
    dip(mesh, '#8a6848', 'planks')
    box(mesh, [0, 0, 0], [0.66, 0.08, 1.96])
    dip(mesh, '#ece3cf', 'plain')
    loft(mesh, 12, 12, {
      flip: true,
      at: (i, j) => {
        const along = j * 2 - 1
        // head, breast and feet stand out under the cloth
        const tall = 0.2 + 0.12 * Math.exp(-(((along + 0.45) / 0.35) ** 2)) + 0.05 * Math.exp(-(((along + 0.82) / 0.12) ** 2)) + 0.07 * Math.exp(-(((along - 0.8) / 0.12) ** 2))
        const across = i * 2 - 1
        const ends = Math.sqrt(Math.max(0, 1 - Math.abs(along) ** 10))
        return [across * (0.34 + 0.02 * Math.sin(along * 17)), 0.07 + (tall * Math.sqrt(Math.max(0, 1 - across * across)) - 0.02) * ends, along * 1.0]
      },
      shade: (i, j) => 0.86 + 0.16 * Math.sin(i * Math.PI) + 0.04 * Math.sin(j * 40),
    })
    dip(mesh, '#5f7d4a', 'leaves')
    for (let k = 0; k < 9; k++) blob(mesh, [Math.cos(k * 0.7) * 0.17, 0.4, -0.4 + Math.sin(k * 0.7) * 0.2], [0.08, 0.06, 0.08], { chance: k, across: 5, along: 3 })
    dip(mesh, '#d9a0a8', 'plain')
    for (let k = 0; k < 4; k++) blob(mesh, [Math.cos(k * 1.6 + 0.4) * 0.18, 0.45, -0.4 + Math.sin(k * 1.6 + 0.4) * 0.21], [0.05, 0.045, 0.05], { across: 5, along: 3 })
  })
}

/** A grave that is dug: dark ground between heaps of earth, two beams over it. */
export function buildOpenGrave(): BufferGeometry {
  return build((mesh) => {
    dip(mesh, '#2b2119', 'plain')
    box(mesh, [0, -0.35, 0], [0.86, 0.4, 2.0], { gradient: [0.5, 0.7] })
    dip(mesh, '#6f573d', 'soil')
    for (let k = 0; k < 7; k++) blob(mesh, [0.92 + (k % 2) * 0.25, 0.06, -1.0 + k * 0.33], [0.42, 0.28 + (k % 3) * 0.06, 0.34], { chance: k, dent: 0.2, across: 8, along: 4 })
    for (let k = 0; k < 6; k++) blob(mesh, [-0.56, 0.0, -0.9 + k * 0.36], [0.18, 0.1, 0.24], { chance: k + 9, dent: 0.2, across: 6, along: 3 })
    for (const z of [-1.12, 1.12]) blob(mesh, [0, 0, z], [0.5, 0.1, 0.18], { chance: z + 3, dent: 0.2, across: 7, along: 3 })
    dip(mesh, WOOD, 'beam')
    for (const z of [-0.6, 0.6]) beam(mesh, [-0.85, 0.1, z], [0.95, 0.14, z], { width: 0.1, depth: 0.1 })
  })
}

/** A grave that is filled in, with a board at its head; bare earth with flowers while it is `fresh`, overgrown later. */
export function buildGrave(fresh: boolean): BufferGeometry {
  return build((mesh) => {
    dip(mesh, fresh ? '#78603f' : '#7f8c55', fresh ? 'soil' : 'turf')
    loft(mesh, 10, 12, {
      flip: true,
      at: (i, j) => {
        const [across, along] = [i * 2 - 1, j * 2 - 1]
        const round = Math.sqrt(Math.max(0, 1 - across * across)) * Math.sqrt(Math.max(0, 1 - along ** 6))
        return [across * 0.5, -0.08 + (fresh ? 0.34 : 0.24) * round, along * 1.02]
      },
      shade: (i) => 0.8 + 0.24 * Math.sin(i * Math.PI),
    })
    dip(mesh, DARK_WOOD, 'beam')
    box(mesh, [0, -0.3, -1.16], [0.13, 1.28, 0.09])
    dip(mesh, '#9a7a56', 'planks')
    box(mesh, [0, 0.42, -1.1], [0.62, 0.36, 0.05], { gradient: [0.85, 1.08] })
    dip(mesh, DARK_WOOD, 'planks')
    for (const side of [-1, 1]) beam(mesh, [0, 1.04, -1.12], [side * 0.4, 0.8, -1.12], { width: 0.22, depth: 0.04, out: [side * 0.5, 1, 0] })
    for (let k = 0; k < (fresh ? 6 : 3); k++) {
      dip(mesh, '#6d8b4a', 'leaves')
      const [x, z] = [Math.sin(k * 2.4) * 0.24, -0.5 + Math.cos(k * 1.7) * 0.32]
      blob(mesh, [x, 0.24, z], [0.07, 0.07, 0.07], { chance: k, across: 5, along: 3 })
      dip(mesh, ['#d9a0a8', '#efe6d2', '#c9a13f'][k % 3]!, 'plain')
      blob(mesh, [x, 0.31, z], [0.055, 0.045, 0.055], { across: 5, along: 3 })
    }
  })
}
