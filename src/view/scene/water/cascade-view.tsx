/** Falling water near the eye: one mesh of sheets and spray, made anew when other cascades are near. */
import { DoubleSide, Group, Mesh, type ShaderMaterial } from 'three'
import type { Run } from '#session/session.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { Followed } from '../followed-drawing.tsx'
import { createCascadeGeometry } from './cascade-geometry.ts'

/** How far cascades are drawn, metres, and how often they are looked for, seconds. */
const FIND_METERS = 420
const FIND_SECONDS = 1.3

/** White water where rivers fall. */
export function CascadeView() {
  return <Followed make={createCascades} />
}

function createCascades() {
  const root = new Group()
  const material = createCascadeMaterial()
  const anchor = { x: 0, y: 0, z: 0 }
  let mesh: Mesh | null = null
  let shown = ''
  let sinceFind = FIND_SECONDS

  function drop(): void {
    if (!mesh) return
    root.remove(mesh)
    mesh.geometry.dispose()
    mesh = null
  }

  function find(run: Run, camera: { x: number; z: number }): void {
    const cascades = run.land.cascadesNear(camera.x, camera.z, FIND_METERS)
    const wanted = `${run.number} ${cascades.map(({ x, z }) => `${x},${z}`).join(' ')}`
    if (wanted === shown) return
    shown = wanted
    drop()
    const [first] = cascades
    if (!first) return
    Object.assign(anchor, { x: first.x, y: first.level, z: first.z })
    mesh = new Mesh(createCascadeGeometry(cascades, anchor), material)
    mesh.renderOrder = 2
    mesh.name = 'cascades'
    root.add(mesh)
  }

  return {
    root,
    update(run: Run, camera: { x: number; z: number }, seconds: number): void {
      sinceFind += seconds
      if (sinceFind >= FIND_SECONDS) {
        sinceFind = 0
        find(run, camera)
      }
      mesh?.position.set(anchor.x - run.origin.x, anchor.y, anchor.z - run.origin.z)
    },
    dispose(): void {
      drop()
      material.dispose()
    },
  }
}

function createCascadeMaterial(): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: airUniforms,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      attribute vec4 aFall; attribute vec2 aCorner;
      varying vec4 vFall; varying vec2 vCorner; varying vec3 vPosition; varying float vAge;
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        vFall = aFall;
        vCorner = aCorner;
        vAge = 0.0;
        if (aFall.w > 0.0) {
          // Spray rises, drifts with the wind and thins, then begins again.
          vAge = fract(uSeconds * 0.45 + aFall.y * 0.37);
          vec3 right = vec3(viewMatrix[0][0], viewMatrix[1][0], viewMatrix[2][0]);
          vec3 up = vec3(viewMatrix[0][1], viewMatrix[1][1], viewMatrix[2][1]);
          float size = aFall.w * (0.5 + 0.9 * vAge);
          world.xyz += (right * aCorner.x + up * aCorner.y) * size + vec3(uWind.y * uWind.x * 0.12 * vAge, 0.75 * vAge, uWind.z * uWind.x * 0.12 * vAge);
        }
        vPosition = world.xyz; carryAir(vPosition);
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec4 vFall; varying vec2 vCorner; varying vec3 vPosition; varying float vAge;
      void main() {
        vec3 light = (uSkyFill * 0.95 + uSunColor * (0.16 + 0.3 * max(uSunDirection.y, 0.0)) * (1.0 - cloudShadow(vPosition))) * 0.3183 * 1.7;
        float alpha;
        vec3 color;
        if (vFall.w > 0.0) {
          float soft = max(0.0, 1.0 - length(vCorner));
          alpha = soft * soft * min(0.52, 0.24 + 0.08 * vFall.w) * (1.0 - vAge) * smoothstep(0.0, 0.15, vAge);
          color = vec3(0.9, 0.95, 0.97) * light;
        } else {
          float side = abs(vFall.x);
          float steep = smoothstep(0.25, 0.55, vFall.z) * smoothstep(1.5, 1.0, vFall.z);
          // Strands run down: long where it falls, short where it gathers.
          float run = vFall.y - uSeconds * 2.7;
          float strands = texture2D(uNoise, vec2(vFall.x * 0.9 + vFall.y * 0.02, run / 7.0)).r * 0.6 + texture2D(uNoise, vec2(vFall.x * 2.3 + 0.4, run / 3.1)).g * 0.4;
          float curls = texture2D(uNoise, vec2(vFall.x * 0.8, (vFall.y - uSeconds * 1.3) / 2.6) + 0.37).b;
          float white = mix(smoothstep(0.42, 0.66, curls) * 0.75, smoothstep(0.3, 0.62, strands), steep);
          white = max(white, smoothstep(0.8, 1.0, vFall.z) * (0.55 + 0.45 * curls));
          color = mix(vec3(0.16, 0.36, 0.36), vec3(0.93, 0.97, 0.98), white) * light;
          alpha = mix(0.72, 0.95, white) * smoothstep(1.0, 0.86, side) * smoothstep(-0.5, 0.0, vFall.z) * smoothstep(1.5, 1.0, vFall.z);
        }
        gl_FragColor = vec4(throughAirUnshaded(color, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
}
