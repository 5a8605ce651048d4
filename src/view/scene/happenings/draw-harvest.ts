/** What stands in the field while it is brought in and for some days after: stooks of grain, haycocks, baskets of apples. Each stands on y = 0. */
import type { BufferGeometry } from 'three'
import { createMeshBuilder, dip, toGeometry, within, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { blob, lathe, loft } from '../settlements/shapes.ts'

/** What is stacked: by what was brought in. */
export type Stack = 'stook' | 'haycock' | 'baskets'

/** What stands there of a harvest; null for nothing that is seen. */
export function stackOf(object: string): Stack | null {
  return object.endsWith('grain') ? 'stook' : object.endsWith('hay') ? 'haycock' : object.endsWith('apples') ? 'baskets' : null
}

/** One stack. */
export function buildStack(stack: Stack): BufferGeometry {
  const mesh = createMeshBuilder(1024)
  if (stack === 'stook') drawStook(mesh)
  else if (stack === 'haycock') drawHaycock(mesh)
  else drawBaskets(mesh)
  return toGeometry(mesh)
}

/** Six sheaves that lean against each other. */
function drawStook(mesh: MeshBuilder): void {
  for (let k = 0; k < 6; k++) {
    const angle = (k / 6) * 6.2832 + 0.2
    const [dx, dz] = [Math.cos(angle), Math.sin(angle)]
    const at = (up: number, radius: number, turn: number): readonly [number, number, number] => {
      const lean = 0.46 * (1 - up)
      return [dx * lean + Math.cos(turn) * radius, up * 1.18, dz * lean + Math.sin(turn) * radius]
    }
    // thick at the foot, tied in the middle, the ears spread above
    const girths = [0.17, 0.15, 0.1, 0.13, 0.21, 0.16]
    dip(mesh, k % 2 === 0 ? '#d3b25f' : '#c6a352', 'thatch')
    loft(mesh, 7, 5, { closed: true, flip: true, at: (i, j) => at(j, girths[Math.round(j * 5)]!, -i * 6.2832), shade: (_, j) => 0.72 + 0.42 * j })
    dip(mesh, '#8d7440', 'plain')
    loft(mesh, 7, 1, { closed: true, flip: true, at: (i, j) => at(0.38 + j * 0.06, 0.115, -i * 6.2832), shade: () => 0.9 })
  }
}

function drawHaycock(mesh: MeshBuilder): void {
  dip(mesh, '#b7a862', 'thatch')
  lathe(mesh, [0, -0.1, 0], [[0.85, 0, 0.62], [0.92, 0.22, 0.8], [0.8, 0.62, 0.95], [0.5, 1.05, 1.08], [0.2, 1.34, 1.15], [0, 1.42, 1.2]], 12)
}

function drawBaskets(mesh: MeshBuilder): void {
  for (const [x, z, turn] of [[0, 0, 0], [0.62, 0.2, 1], [0.2, 0.66, 2]] as const) {
    within(mesh, { x, y: 0, z, yaw: turn }, () => {
      dip(mesh, '#a9814c', 'planks')
      lathe(mesh, [0, 0, 0], [[0.2, 0, 0.65], [0.27, 0.16, 0.9], [0.3, 0.34, 1.1], [0.26, 0.33, 0.75], [0.05, 0.28, 0.6]], 11)
      for (let k = 0; k < 9; k++) {
        dip(mesh, ['#c2543a', '#d0913c', '#b8b04a'][k % 3]!, 'plain')
        const ring = k < 6 ? 0.16 : 0.06
        blob(mesh, [Math.cos(k * 1.05) * ring, 0.34 + (k < 6 ? 0 : 0.07), Math.sin(k * 1.05) * ring], [0.075, 0.07, 0.075], { across: 7, along: 4 })
      }
    })
  }
}
