/** Rapids and falls near the eye: their water and their spray, made anew when others are near, and where chunks leave the water to them. */
import { DoubleSide, Group, Mesh, type ShaderMaterial } from 'three'
import type { Run } from '#session/session.ts'
import { RAPID, RAPID_STRIDE, type Rapid } from '#worldgen/hydrology/rapids.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { createRapidGeometry } from './rapid-geometry.ts'

/** How far rapids are drawn, metres, and how often they are looked for, seconds. */
const FIND_METERS = 420
const FIND_SECONDS = 1.3
/** Sides of the squares that are told to be theirs, fine and coarse, and how far around their steep water these reach, metres. */
const FINE_METERS = 4
const COARSE_METERS = 16
const AROUND_METERS = 5

/** Where chunks leave steep water to rapids. */
export type RapidCover = {
  /** Another number whenever `has` may answer otherwise. */
  version: number
  /** Whether a square of land (its least corner and side in metres, a multiple of 4) touches steep water that is drawn as rapids. */
  has(x: number, z: number, side: number): boolean
}

/** See `createRapids`. */
export type Rapids = {
  readonly root: Group
  update(run: Run, camera: { readonly x: number; readonly z: number }, seconds: number): void
  readonly cover: RapidCover
  dispose(): void
}

/** Rapids drawn with `material`, the one of rivers, which is theirs from now on. */
export function createRapids(material: ShaderMaterial): Rapids {
  const root = new Group()
  const sprayMaterial = createSprayMaterial()
  const anchor = { x: 0, y: 0, z: 0 }
  let meshes: Mesh[] = []
  let has: RapidCover['has'] = () => false
  const cover: RapidCover = { version: 0, has: (x, z, side) => has(x, z, side) }
  let shown = ''
  let sinceFind = FIND_SECONDS

  function drop(): void {
    for (const mesh of meshes) {
      root.remove(mesh)
      mesh.geometry.dispose()
    }
    meshes = []
  }

  function find(run: Run, camera: { readonly x: number; readonly z: number }): void {
    const cascades = run.land.cascadesNear(camera.x, camera.z, FIND_METERS)
    const wanted = `${run.number} ${cascades.map(({ x, z }) => `${x},${z}`).join(' ')}`
    if (wanted === shown) return
    shown = wanted
    drop()
    const rapids = cascades.length > 0 ? run.land.rapidsNear(camera.x, camera.z, FIND_METERS) : []
    has = coverOf(rapids)
    cover.version++
    const [first] = cascades
    if (!first) return
    Object.assign(anchor, { x: first.x, y: first.level, z: first.z })
    const { surface, spray } = createRapidGeometry(rapids, anchor)
    const water = new Mesh(surface, material)
    // after the water of chunks, which hides what lies under it
    water.renderOrder = 1.6
    water.name = 'rapids'
    const mist = new Mesh(spray, sprayMaterial)
    mist.renderOrder = 2
    mist.name = 'spray'
    meshes = [water, mist]
    root.add(water, mist)
  }

  return {
    root,
    cover,
    update(run, camera, seconds) {
      sinceFind += seconds
      if (sinceFind >= FIND_SECONDS) {
        sinceFind = 0
        find(run, camera)
      }
      root.position.set(anchor.x - run.origin.x, anchor.y, anchor.z - run.origin.z)
    },
    dispose() {
      drop()
      material.dispose()
      sprayMaterial.dispose()
    },
  }
}

/** Whether a square touches the steep water of rapids, as the lattice of chunks spreads it. */
export function coverOf(rapids: readonly Rapid[]): RapidCover['has'] {
  const fine = new Set<number>()
  const coarse = new Set<number>()
  const squareAt = (x: number, z: number, side: number): number => (Math.floor(x / side) + 33_554_432) * 67_108_864 + Math.floor(z / side) + 33_554_432
  for (const { points } of rapids) {
    for (let n = 0; n + RAPID_STRIDE < points.length; n += RAPID_STRIDE) {
      if (points[n + RAPID.steep] !== 1) continue
      const [dx, dz] = [points[n + RAPID_STRIDE]! - points[n]!, points[n + RAPID_STRIDE + 1]! - points[n + 1]!]
      const pieces = Math.ceil(Math.hypot(dx, dz) / (FINE_METERS / 2))
      const around = points[n + RAPID.half]! + AROUND_METERS
      const squares = Math.ceil((2 * around) / FINE_METERS)
      for (let k = 0; k <= pieces; k++) {
        const [x, z] = [points[n]! + (dx * k) / pieces, points[n + 1]! + (dz * k) / pieces]
        for (let m = 0; m < (squares + 1) * (squares + 1); m++) {
          const [sx, sz] = [x - around + ((m % (squares + 1)) / squares) * 2 * around, z - around + (Math.floor(m / (squares + 1)) / squares) * 2 * around]
          fine.add(squareAt(sx, sz, FINE_METERS))
          coarse.add(squareAt(sx, sz, COARSE_METERS))
        }
      }
    }
  }
  return (x, z, side) => {
    if (coarse.size === 0) return false
    let isNear = false
    for (let j = 0; j < side && !isNear; j += COARSE_METERS) for (let i = 0; i < side && !isNear; i += COARSE_METERS) isNear = coarse.has(squareAt(x + i, z + j, COARSE_METERS))
    if (!isNear) return false
    for (let j = 0; j < side; j += FINE_METERS) for (let i = 0; i < side; i += FINE_METERS) if (fine.has(squareAt(x + i, z + j, FINE_METERS))) return true
    return false
  }
}

function createSprayMaterial(): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: airUniforms,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      attribute vec2 aPuff; attribute vec2 aCorner;
      varying vec2 vCorner; varying vec3 vPosition; varying vec2 vAge;
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        vCorner = aCorner;
        // Spray rises, drifts with the wind and thins, then begins again.
        vAge = vec2(fract(uSeconds * 0.45 + aPuff.x * 0.37), aPuff.y);
        vec3 right = vec3(viewMatrix[0][0], viewMatrix[1][0], viewMatrix[2][0]);
        vec3 up = vec3(viewMatrix[0][1], viewMatrix[1][1], viewMatrix[2][1]);
        float size = aPuff.y * (0.5 + 0.9 * vAge.x);
        world.xyz += (right * aCorner.x + up * aCorner.y) * size + vec3(uWind.y * uWind.x * 0.12 * vAge.x, 0.75 * vAge.x, uWind.z * uWind.x * 0.12 * vAge.x);
        vPosition = world.xyz; carryAir(vPosition);
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec2 vCorner; varying vec3 vPosition; varying vec2 vAge;
      void main() {
        vec3 light = (uSkyFill * 0.95 + uSunColor * (0.16 + 0.3 * max(uSunDirection.y, 0.0)) * (1.0 - cloudShadow(vPosition))) * 0.3183 * 1.7;
        float soft = max(0.0, 1.0 - length(vCorner));
        float alpha = soft * soft * min(0.52, 0.24 + 0.08 * vAge.y) * (1.0 - vAge.x) * smoothstep(0.0, 0.15, vAge.x);
        gl_FragColor = vec4(throughAirUnshaded(vec3(0.9, 0.95, 0.97) * light, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
}
