/** Shadows of houses seen from above, for whoever draws the shade texture: their hulls laid down away from the sun. */
import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, ShaderMaterial, Vector2 } from 'three'
import { THE_LARGER } from '../../materials/blends.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { airUniforms } from '../../materials/air.ts'
import { styleOf } from './culture-style.ts'

const fall = { value: new Vector2() }
const group = new Group()
const meshes = new Map<string, { x: number; z: number; mesh: Mesh }>()
const material = new ShaderMaterial({
  uniforms: { uFall: fall },
  side: DoubleSide,
  ...THE_LARGER,
  vertexShader: /* glsl */ `
    uniform vec2 uFall;
    void main() {
      vec2 at = position.xz + uFall * position.y;
      gl_Position = projectionMatrix * modelViewMatrix * vec4(at.x, 0.0, at.y, 1.0);
    }`,
  fragmentShader: /* glsl */ `void main() { gl_FragColor = vec4(0.9, 0.9, 0.0, 1.0); }`,
})

/** Longest shadow for each metre of height, as plants have it. */
const LONGEST = 3.2

/** All hulls, and how to bring them to where the shade texture looks: its middle in world metres. */
export const houseShade = {
  group,
  place(middleX: number, middleZ: number): void {
    const sun = airUniforms.uSunDirection.value
    const flat = Math.hypot(sun.x, sun.z) || 1
    const long = Math.min(LONGEST, flat / Math.max(sun.y, 0.05)) / flat
    fall.value.set(-sun.x * long, -sun.z * long)
    for (const { x, z, mesh } of meshes.values()) mesh.position.set(x - middleX, 0, z - middleZ)
  },
}

/** Adds the hulls of a settlement. */
export function castHouseShade(plan: SettlementPlan): void {
  castShade(plan.id, plan, createHulls(plan))
}

/** Adds a body that throws a shadow: corners about (x, z) in metres, heights over the ground they stand above. */
export function castShade(id: string, { x, z }: { x: number; z: number }, hull: BufferGeometry): void {
  if (meshes.has(id)) return
  const mesh = new Mesh(hull, material)
  mesh.frustumCulled = false
  meshes.set(id, { x, z, mesh })
  group.add(mesh)
}

/** Takes away what was added under that id. */
export function dropHouseShade(id: string): void {
  const entry = meshes.get(id)
  if (!entry) return
  group.remove(entry.mesh)
  entry.mesh.geometry.dispose()
  meshes.delete(id)
}

/** Eaves and ridge over each footprint; corners 0..3 on the ground, 4..7 at the eaves, 8 and 9 at the ridge's ends. */
function createHulls(plan: SettlementPlan): BufferGeometry {
  const style = styleOf(plan.culture)
  const positions: number[] = []
  const indices: number[] = []
  const faces = [0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7, 4, 5, 9, 4, 9, 8, 6, 7, 8, 6, 8, 9, 5, 6, 9, 7, 4, 8, 0, 1, 2, 0, 2, 3]
  const blocks = plan.buildings.map(({ x, z, yaw, width, depth, wallHeight, kind }) => {
    const open = kind === 'well' || kind === 'stall'
    const [w, d] = [width / 2 + (open ? 0 : 0.25), depth / 2 + (open ? 0 : 0.25)]
    const eaves = kind === 'mill' ? wallHeight * 1.9 : open ? 2 : wallHeight
    return { x, z, yaw, w, d, eaves, ridge: eaves + (open ? 0.4 : Math.min(w, d) * style.roof.pitch) }
  })
  for (const { x, z, yaw, width, depth, wallHeight } of plan.wall?.solids ?? []) blocks.push({ x, z, yaw, w: width / 2, d: depth / 2, eaves: wallHeight, ridge: wallHeight + 0.05 })
  for (const { x, z, yaw, w, d, eaves, ridge } of blocks) {
    const first = positions.length / 3
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
    const put = (lx: number, y: number, lz: number): void => void positions.push(x - plan.x + lx * c + lz * s, y, z - plan.z - lx * s + lz * c)
    for (const y of [0, eaves]) for (const [sx, sz] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) put(sx * w, y, sz * d)
    const along = w >= d
    put(along ? -w : 0, ridge, along ? 0 : -d)
    put(along ? w : 0, ridge, along ? 0 : d)
    for (const corner of faces) indices.push(first + corner)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setIndex(indices)
  return geometry
}
