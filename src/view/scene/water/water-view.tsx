/** The sea to the horizon: one draw call that follows the viewer. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Mesh } from 'three'
import { useStore } from 'zustand'
import type { Quality } from '#session/settings.ts'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import { followGround, groundUniforms } from '../scatter/ground-now.ts'
import { createRippleTexture } from './ripple-texture.ts'
import { createWaterGeometry } from './water-geometry.ts'
import { createWaterMaterial } from './water-material.ts'

function createWater(quality: Quality): { mesh: Mesh; dispose(): void } {
  const { waterRings, waterSpokes } = lookBudget(quality)
  const geometry = createWaterGeometry(waterRings, waterSpokes)
  const ripples = createRippleTexture()
  const material = createWaterMaterial(groundUniforms, ripples, quality !== 'low')
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 1
  return {
    mesh,
    dispose() {
      geometry.dispose()
      ripples.dispose()
      material.dispose()
    },
  }
}

/** Draws the sea. */
export function WaterView() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const water = useMemo(() => createWater(quality), [quality])
  useEffect(() => () => water.dispose(), [water])
  useFrame(({ gl }) => {
    const { run, camera } = session
    followGround(session, gl.info.render.frame)
    water.mesh.position.set(camera.x - run.origin.x, 0, camera.z - run.origin.z)
  })
  return <primitive object={water.mesh} dispose={null} />
}
