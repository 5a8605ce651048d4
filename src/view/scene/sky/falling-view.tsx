/** What falls: streaks of rain or flakes of snow in a box around the eye; nothing is drawn when it is dry. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, Vector3 } from 'three'
import { useStore } from 'zustand'
import { createRng, nextFloat } from '#core/rng.ts'
import { airDeclarations, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { currentFall } from './air-view.tsx'

/** Written each frame: the eye in drawn metres; how much falls, 0..1 (x); 0 for rain .. 1 for snow (y); how much of a thunderstorm it is (z). */
type FallingUniforms = { uFallingEye: { value: Vector3 }; uFalling: { value: Vector3 } }

function createFalling(pieces: number): { mesh: Mesh; uniforms: FallingUniforms; dispose(): void } {
  const rng = createRng(818)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  geometry.setAttribute('seat', new InstancedBufferAttribute(Float32Array.from({ length: pieces * 4 }, () => nextFloat(rng)), 4))
  geometry.instanceCount = pieces
  const uniforms: FallingUniforms = { uFallingEye: { value: new Vector3() }, uFalling: { value: new Vector3() } }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, ...uniforms },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      uniform vec3 uFallingEye; uniform vec3 uFalling;
      attribute vec4 seat;
      varying vec2 vAt; varying float vAlpha;
      void main() {
        bool snow = uFalling.y > 0.5;
        vec3 box = vec3(26.0, 14.0, 26.0);
        // a storm drives rain before it
        float drag = snow ? 0.5 : 0.35 + 0.3 * uFalling.z;
        vec3 fall = vec3(uWind.y * uWind.x * drag, snow ? -1.1 - 0.5 * seat.w : -9.5 - 3.0 * seat.w, uWind.z * uWind.x * drag);
        // flakes sway as they come down
        vec3 sway = snow ? vec3(sin(uSeconds * 1.3 + seat.w * 40.0), 0.0, cos(uSeconds * 1.1 + seat.x * 40.0)) * 0.35 : vec3(0.0);
        vec3 at = uFallingEye + (fract((seat.xyz * box + fall * uSeconds + sway - uFallingEye - uOrigin) / box) - 0.5) * box;
        vec3 toEye = normalize(cameraPosition - at);
        vec3 along = snow ? normalize(cross(toEye, vec3(1.0, 0.0, 0.0))) : normalize(fall);
        vec3 across = normalize(cross(along, toEye));
        float away = length(at - cameraPosition);
        float half0 = snow ? 0.016 + 0.02 * seat.w + 0.0014 * away : 0.005 + 0.0008 * away;
        float tall = snow ? 2.0 * half0 : (0.45 + 0.35 * seat.w) * (1.0 + 0.7 * uFalling.z);
        vec3 world = at + across * position.x * half0 + along * (position.y - 0.5) * tall;
        vAt = vec2(position.x, position.y * 2.0 - 1.0);
        vAlpha = step(seat.w, uFalling.x * 1.1) * smoothstep(0.8, 2.5, away) * (1.0 - smoothstep(8.0, 13.0, away)) * (snow ? 2.4 : 1.0 - abs(position.y - 0.5));
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      uniform vec3 uFalling;
      varying vec2 vAt; varying float vAlpha;
      void main() {
        bool snow = uFalling.y > 0.5;
        float shape = snow ? smoothstep(1.0, 0.25, length(vAt)) : 1.0 - vAt.x * vAt.x;
        vec3 color = snow ? uSkyFill * 0.75 + uHorizon * 0.45 : uHorizon * 0.8 + uSkyFill * 0.35;
        gl_FragColor = vec4(color, min(1.0, vAlpha * (snow ? 0.36 : 0.42) * shape));
        ${toneEnd}
      }`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 950
  return {
    mesh,
    uniforms,
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}

/** Draws rain and snow. */
export function FallingView() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const falling = useMemo(() => createFalling(lookBudget(quality).streaks), [quality])
  useEffect(() => () => falling.dispose(), [falling])
  useFrame(() => {
    const { rain, snow, gloom } = currentFall
    const amount = Math.max(rain, snow)
    falling.mesh.visible = amount > 0.03
    if (!falling.mesh.visible) return
    const { run, camera } = session
    falling.uniforms.uFalling.value.set(amount, snow > rain ? 1 : 0, gloom)
    falling.uniforms.uFallingEye.value.set(camera.x - run.origin.x, camera.y, camera.z - run.origin.z)
  })
  return <primitive object={falling.mesh} dispose={null} />
}
