/** Shadows of houses seen from above, for whoever draws the shade texture: their hulls laid down away from the sun. */
import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, ShaderMaterial, Vector2 } from 'three'
import { THE_LARGER } from '../../materials/blends.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { airUniforms, SHADE_HEIGHT } from '../../materials/air.ts'
import { styleOf } from './culture-style.ts'
import type { Point } from './mesh-builder.ts'
import { ridgeRise } from './roof.ts'

const fall = { value: new Vector2() }
const group = new Group()
const meshes = new Map<string, { x: number; z: number; mesh: Mesh }>()
const material = new ShaderMaterial({
  uniforms: { uFall: fall },
  side: DoubleSide,
  ...THE_LARGER,
  vertexShader: /* glsl */ `
    uniform vec2 uFall;
    varying float vHigh;
    void main() {
      vHigh = position.y / ${SHADE_HEIGHT.toFixed(1)};
      vec2 at = position.xz + uFall * position.y;
      gl_Position = projectionMatrix * modelViewMatrix * vec4(at.x, 0.0, at.y, 1.0);
    }`,
  fragmentShader: /* glsl */ `varying float vHigh; void main() { gl_FragColor = vec4(0.9, 0.9, vHigh, 1.0); }`,
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

/** Adds the hulls of a settlement; `lamps` are where lanterns hang, about its middle. */
export function castHouseShade(plan: SettlementPlan, lamps: readonly Point[]): void {
  castShade(plan.id, plan, createHouseHulls(plan, lamps))
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

/** Metres by which a hull stays within its walls, so that no wall lies in its own shadow. */
const WITHIN = 0.12
/** Half the width of the shadow of a post, metres: one texel or two, however thin it is. */
const POST = 0.15
/** What stands about and is large enough for a shadow: half its width and depth, and its height, metres. */
const THINGS: { readonly [kind: string]: readonly [w: number, d: number, high: number] } = { bench: [0.85, 0.22, 0.5], woodpile: [1, 0.35, 1], board: [0.5, 0.1, 1.7] }

type Block = { x: number; z: number; yaw: number; w: number; d: number; foot: number; eaves: number; ridge: number; over: number; /** Whether its roof runs up to a point instead of a ridge. */ isPeaked?: boolean }

/** Walls and roof of what stands in a settlement. */
function blocksOf(plan: SettlementPlan, lamps: readonly Point[]): Block[] {
  const style = styleOf(plan.culture)
  const { roof } = style
  const blocks: Block[] = plan.buildings.map(({ x, z, yaw, width, depth, wallHeight, kind, wheel }) => {
    if (kind === 'shrine') {
      // a roof on pillars, as `drawShrine` draws it
      const top = wallHeight + 0.2
      return { x, z, yaw, w: width / 2 + 0.45 - WITHIN, d: depth / 2 + 0.45 - WITHIN, foot: wallHeight, eaves: top - WITHIN, ridge: top + Math.max(0.3, ridgeRise(style, width) * 0.85) - WITHIN, over: 0, isPeaked: true }
    }
    const open = kind === 'well' || kind === 'stall'
    // a windmill is round: its hull lies within it
    const share = kind === 'mill' && !wheel ? 0.68 : 1
    const [w, d] = [(width / 2) * share - (open ? 0 : WITHIN), (depth / 2) * share - (open ? 0 : WITHIN)]
    const eaves = kind === 'mill' ? wallHeight * 1.9 : open ? 2 : wallHeight
    // under an open roof stands what is lit from the side
    return { x, z, yaw, w, d, foot: open ? eaves - 0.3 : 0, eaves, ridge: eaves + (open ? 0.4 : Math.min(w, d) * roof.pitch), over: open ? 0 : roof.overhang + WITHIN, isPeaked: kind === 'tower' }
  })
  for (const { x, z, yaw, width, depth, wallHeight } of plan.wall?.solids ?? []) blocks.push({ x, z, yaw, w: width / 2, d: depth / 2, foot: 0, eaves: wallHeight, ridge: wallHeight + 0.05, over: 0 })
  for (const { kind, x, z, yaw } of plan.spots) {
    const thing = THINGS[kind]
    if (thing) blocks.push({ x, z, yaw, w: thing[0], d: thing[1], foot: 0, eaves: thing[2], ridge: thing[2], over: 0 })
  }
  for (const [x, , z] of lamps) {
    const isPost = plan.buildings.every((building) => Math.hypot(building.x - plan.x - x, building.z - plan.z - z) > Math.hypot(building.width, building.depth) / 2)
    if (isPost) blocks.push({ x: plan.x + x, z: plan.z + z, yaw: 0, w: POST, d: POST, foot: 0, eaves: 2.4, ridge: 2.6, over: 0 })
  }
  return blocks
}

/** What of a settlement throws shadows, about its middle in metres: corners 0..3 at the foot, 4..7 where the walls end, 8..11 at the eaves, 12 and 13 at the ridge's ends; heights are over the ground. */
export function createHouseHulls(plan: SettlementPlan, lamps: readonly Point[]): BufferGeometry {
  const positions: number[] = []
  const indices: number[] = []
  const faces = [0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7, 8, 9, 13, 8, 13, 12, 10, 11, 12, 10, 12, 13, 9, 10, 13, 11, 8, 12]
  for (const { x, z, yaw, w, d, foot, eaves, ridge, over, isPeaked = false } of blocksOf(plan, lamps)) {
    const first = positions.length / 3
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
    const put = (lx: number, y: number, lz: number): void => void positions.push(x - plan.x + lx * c + lz * s, y, z - plan.z - lx * s + lz * c)
    const along = w >= d
    // the roof goes on down beyond the walls at its own slope
    const drop = (over * (ridge - eaves)) / Math.min(w, d)
    for (const [out, y] of [[0, foot], [0, eaves], [over, eaves - drop]] as const) for (const [sx, sz] of along ? RING : TURNED_RING) put(sx * (w + out), y, sz * (d + out))
    const half = isPeaked ? 0 : (along ? w : d) + over
    for (const end of [-half, half]) put(along ? end : 0, ridge, along ? 0 : end)
    for (const corner of faces) indices.push(first + corner)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setIndex(indices)
  return geometry
}

/** Corners of a block, the first two along a side that its ridge runs beside. */
const RING = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const
const TURNED_RING = [[1, -1], [1, 1], [-1, 1], [-1, -1]] as const
