/** Rain: streaks that fall through a box around the eye; nothing is drawn when it is dry. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, ShaderMaterial, Vector3 } from 'three'
import { useStore } from 'zustand'
import { createRng, nextFloat } from '#core/rng.ts'
import { airDeclarations, airUniforms } from '../../materials/air.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { currentRain } from './air-view.tsx'

function createRain(streaks: number): { mesh: Mesh; uniforms: { uRainEye: { value: Vector3 }; uRain: { value: number } }; dispose(): void } {
  const rng = createRng(818)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  geometry.setAttribute('seat', new InstancedBufferAttribute(Float32Array.from({ length: streaks * 4 }, () => nextFloat(rng)), 4))
  geometry.instanceCount = streaks
  const uniforms = { uRainEye: { value: new Vector3() }, uRain: { value: 0 } }
  const material = new ShaderMaterial({
    uniforms: { ...airUniforms, ...uniforms },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      uniform vec3 uRainEye; uniform float uRain;
      attribute vec4 seat;
      varying float vSide; varying float vAlpha;
      void main() {
        vec3 box = vec3(26.0, 14.0, 26.0);
        vec3 fall = vec3(uWind.y * uWind.x * 0.35, -9.5 - 3.0 * seat.w, uWind.z * uWind.x * 0.35);
        vec3 at = uRainEye + (fract((seat.xyz * box + fall * uSeconds - uRainEye - uOrigin) / box) - 0.5) * box;
        vec3 toEye = normalize(cameraPosition - at);
        vec3 along = normalize(fall);
        vec3 across = normalize(cross(along, toEye));
        float away = length(at - cameraPosition);
        vec3 world = at + across * position.x * (0.004 + 0.0006 * away) + along * (position.y - 0.5) * (0.45 + 0.35 * seat.w);
        vSide = position.x;
        vAlpha = step(seat.w, uRain * 1.1) * smoothstep(0.8, 2.5, away) * (1.0 - smoothstep(8.0, 13.0, away)) * (1.0 - abs(position.y - 0.5));
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      varying float vSide; varying float vAlpha;
      void main() {
        vec3 color = uHorizon * 0.8 + uSkyFill * 0.35;
        gl_FragColor = vec4(color, vAlpha * 0.34 * (1.0 - vSide * vSide));
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
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

/** Draws the rain. */
export function RainView() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const rain = useMemo(() => createRain(lookBudget(quality).streaks), [quality])
  useEffect(() => () => rain.dispose(), [rain])
  useFrame(() => {
    const amount = currentRain()
    rain.mesh.visible = amount > 0.03
    if (!rain.mesh.visible) return
    const { run, camera } = session
    rain.uniforms.uRain.value = amount
    rain.uniforms.uRainEye.value.set(camera.x - run.origin.x, camera.y, camera.z - run.origin.z)
  })
  return <primitive object={rain.mesh} dispose={null} />
}
