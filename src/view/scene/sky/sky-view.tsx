/** The sky behind everything: one draw call, only where nothing else covers it. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { BufferAttribute, BufferGeometry, Mesh } from 'three'
import { clamp } from '#core/scalar.ts'
import { DAY_WORLD_SECONDS } from '#simulation/clock.ts'
import { useSession } from '../../session-context.ts'
import { currentFall, currentFlash, currentLight } from './air-view.tsx'
import { createSkyMaterial } from './sky-shader.ts'

function createSky(): { mesh: Mesh; uniforms: ReturnType<typeof createSkyMaterial>['uniforms']; setStarry(starry: boolean): void; dispose(): void } {
  const { material, uniforms } = createSkyMaterial()
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  // after all that is solid, so that covered pixels cost nothing
  mesh.renderOrder = 900
  return {
    mesh,
    uniforms,
    setStarry(starry) {
      if (starry === 'STARRY' in material.defines) return
      if (starry) material.defines.STARRY = 1
      else delete material.defines.STARRY
      material.needsUpdate = true
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}

/** Draws the dome (gradient, sun, moon, stars, clouds) and what falls before it. */
export function SkyView() {
  const session = useSession()
  const sky = useMemo(createSky, [])
  useEffect(() => () => sky.dispose(), [sky])
  useFrame(() => {
    const { uSun, uMoon, uHeaven, uStorm } = sky.uniforms
    uStorm.value.set(Math.sin(currentFlash.bearing), -Math.cos(currentFlash.bearing), currentFlash.amount, currentFall.gloom)
    const weather = session.run.world.weather
    uSun.value.copy(currentLight.sun)
    uMoon.value.copy(currentLight.moon)
    const clearness = 1 - clamp((weather.cloud - 0.7) / 0.3, 0, 1) * 0.9
    const turn = ((session.run.world.worldSeconds % DAY_WORLD_SECONDS) / DAY_WORLD_SECONDS) * Math.PI * 2
    // where a processor may draw, stars are not worked out by day; elsewhere that is not worth another shader
    sky.setStarry(currentLight.night > 0.01 || session.settings.getState().quality !== 'low')
    uHeaven.value.set(currentLight.moonPhase, currentLight.night * clearness * (1 - 0.8 * weather.mist), turn, clearness * (1 - weather.mist * 0.7))
  })
  return (
    <>
      <primitive object={sky.mesh} dispose={null} />
    </>
  )
}
