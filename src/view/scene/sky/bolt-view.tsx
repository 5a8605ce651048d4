/** Draws the bolt of a strike while it flashes: branched ribbons of light between cloud and ground. Not with reduced motion. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { AdditiveBlending, BufferAttribute, BufferGeometry, DoubleSide, Mesh } from 'three'
import type { Session } from '#session/session.ts'
import { TICK_WORLD_SECONDS } from '#simulation/clock.ts'
import { findStrike } from '#simulation/lightning.ts'
import { airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { useSession } from '../../session-context.ts'
import { BOLT_STRIDE, boltSegments } from './bolt-shape.ts'
import { strokeAt } from './flash.ts'

/** Metres above the ground at which a bolt leaves the clouds, and what distance adds to it. */
const LOWEST_CLOUD_METERS = 420
const CLOUD_PER_METER = 0.22
/** Metres through rain after which a third of a bolt's light is left. */
const VEIL_METERS = 3_500

type Bolt = { mesh: Mesh; show: { value: number }; shape(word: number, height: number): void; dispose(): void }

function createBolt(): Bolt {
  const geometry = new BufferGeometry()
  const show = { value: 0 }
  const top = { value: 1 }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, uShow: show, uTop: top },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    blending: AdditiveBlending,
    vertexShader: /* glsl */ `
      attribute vec3 along; attribute vec2 ribbon;
      uniform float uTop;
      varying float vAcross; varying float vStrength;
      void main() {
        vec3 world = (modelMatrix * vec4(position, 1.0)).xyz;
        vec3 toEye = cameraPosition - world;
        float meters = length(toEye);
        vec3 across = normalize(cross(along, toEye));
        // never thinner than a few pixels, however far
        float reach = (1.2 + meters * 0.02) * (0.35 + 0.65 * ribbon.y);
        vAcross = ribbon.x;
        // the cloud hides where it begins
        vStrength = ribbon.y * smoothstep(1.0, 0.75, position.y / uTop);
        gl_Position = projectionMatrix * viewMatrix * vec4(world + across * ribbon.x * reach, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform float uShow;
      varying float vAcross; varying float vStrength;
      void main() {
        float off = vAcross * vAcross;
        float core = exp(-off * 900.0);
        float halo = exp(-off * 16.0) * (1.0 - off);
        gl_FragColor = vec4((vec3(0.9, 0.94, 1.0) * core * 14.0 + vec3(0.5, 0.55, 1.0) * halo * 0.1) * vStrength * uShow, 1.0);
        ${toneEnd}
      }`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 905
  mesh.visible = false
  return {
    mesh,
    show,
    shape(word, height) {
      top.value = height
      const segments = boltSegments(word, height)
      const count = segments.length / BOLT_STRIDE
      const positions = new Float32Array(count * 12)
      const along = new Float32Array(count * 12)
      const ribbon = new Float32Array(count * 8)
      const index = new Uint16Array(count * 6)
      for (let s = 0; s < count; s++) {
        const at = s * BOLT_STRIDE
        const strength = segments[at + 6]!
        for (let corner = 0; corner < 4; corner++) {
          const end = corner < 2 ? 0 : 3
          for (let axis = 0; axis < 3; axis++) {
            positions[s * 12 + corner * 3 + axis] = segments[at + end + axis]!
            along[s * 12 + corner * 3 + axis] = segments[at + 3 + axis]! - segments[at + axis]!
          }
          ribbon[s * 8 + corner * 2] = corner % 2 === 0 ? -1 : 1
          ribbon[s * 8 + corner * 2 + 1] = strength
        }
        index.set([0, 1, 3, 0, 3, 2].map((corner) => s * 4 + corner), s * 6)
      }
      geometry.dispose()
      geometry.setAttribute('position', new BufferAttribute(positions, 3))
      geometry.setAttribute('along', new BufferAttribute(along, 3))
      geometry.setAttribute('ribbon', new BufferAttribute(ribbon, 2))
      geometry.setIndex(new BufferAttribute(index, 1))
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}

/** Where the bolt of the latest strike stands, world metres; it does not go along with the player. */
type Standing = { worldSeconds: number; x: number; y: number; z: number; meters: number }

function writeBolt(session: Session, bolt: Bolt, standing: Standing): void {
  const { run, camera } = session
  const worldSeconds = run.world.worldSeconds + run.alpha * TICK_WORLD_SECONDS
  const strike = session.settings.getState().reducedMotion ? null : findStrike(run.land.seedWord, run.world.weather, worldSeconds)
  const stroke = strokeAt(strike, worldSeconds)
  bolt.mesh.visible = stroke > 0.01
  if (!strike || stroke <= 0.01) return
  if (standing.worldSeconds !== strike.worldSeconds) {
    standing.worldSeconds = strike.worldSeconds
    standing.meters = strike.meters
    // a bearing is clockwise from north, which is −z
    standing.x = camera.x + Math.sin(strike.bearing) * strike.meters
    standing.z = camera.z - Math.cos(strike.bearing) * strike.meters
    standing.y = Math.max(0, run.land.heightAt(standing.x, standing.z))
    bolt.shape(Math.floor(strike.worldSeconds), LOWEST_CLOUD_METERS + CLOUD_PER_METER * strike.meters)
  }
  bolt.show.value = Math.min(1, stroke * 1.6) * Math.exp(-standing.meters / VEIL_METERS)
  bolt.mesh.position.set(standing.x - run.origin.x, standing.y, standing.z - run.origin.z)
}

/** Draws bolts. */
export function BoltView() {
  const session = useSession()
  const bolt = useMemo(createBolt, [])
  const standing = useMemo<Standing>(() => ({ worldSeconds: NaN, x: 0, y: 0, z: 0, meters: 0 }), [])
  useEffect(() => () => bolt.dispose(), [bolt])
  useFrame(() => writeBolt(session, bolt, standing))
  return <primitive object={bolt.mesh} dispose={null} />
}
