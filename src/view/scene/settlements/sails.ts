/** The sails of a mill: four lattice wings with cloth, one metre long, turning about z. */
import type { BufferGeometry } from 'three'
import { createMeshBuilder, dip, toGeometry } from './mesh-builder.ts'
import { beam, lathe, loft } from './shapes.ts'

/** Sails of radius one, in the plane z = 0, looking along +z. */
export function createSails(): BufferGeometry {
  const mesh = createMeshBuilder(2048)
  for (let k = 0; k < 4; k++) {
    const a = (k * Math.PI) / 2
    const [c, s] = [Math.cos(a), Math.sin(a)]
    const at = (along: number, out: number, z = 0): [number, number, number] => [c * along - s * out, s * along + c * out, z]
    dip(mesh, '#5b4638', 'beam')
    beam(mesh, at(0, 0), at(1, 0), { width: 0.035, depth: 0.03 })
    beam(mesh, at(0.22, 0.2, 0.02), at(0.98, 0.2, 0.02), { width: 0.014, depth: 0.014 })
    for (let r = 0; r < 7; r++) beam(mesh, at(0.24 + r * 0.12, -0.02), at(0.24 + r * 0.12, 0.21, 0.02), { width: 0.012, depth: 0.012 })
    dip(mesh, '#e9dcc0', 'plain')
    loft(mesh, 3, 4, { at: (i, j) => at(0.24 + j * 0.73, 0.015 + i * 0.18, 0.012 + Math.sin(i * Math.PI) * 0.018), shade: (i, j) => 0.9 + 0.1 * j - 0.06 * i })
  }
  dip(mesh, '#4c3b30', 'beam')
  lathe(mesh, [0, -0.05, 0], [[0.06, 0, 0.9], [0.06, 0.1, 1.1]], 8)
  return toGeometry(mesh)
}
