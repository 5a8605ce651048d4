/** The sea to the horizon: one draw call that follows the viewer. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Mesh } from 'three'
import { lookBudget } from '../../materials/look-budget.ts'
import { useSession } from '../../session-context.ts'
import type { GroundField } from '../scatter/ground-field.ts'
import type { Quality } from '#session/settings.ts'
import { createRippleTexture } from './ripple-texture.ts'
import { createWaterGeometry } from './water-geometry.ts'
import { createWaterMaterial } from './water-material.ts'

function createWater(field: GroundField, quality: Quality): { mesh: Mesh; dispose(): void } {
  const { waterRings, waterSpokes } = lookBudget(quality)
  const geometry = createWaterGeometry(waterRings, waterSpokes)
  const ripples = createRippleTexture()
  const material = createWaterMaterial(field.uniforms, ripples, quality !== 'low')
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

/** Draws the sea; `field` tells how deep it is. */
export function WaterView(props: { field: GroundField; quality: Quality }) {
  const session = useSession()
  const water = useMemo(() => createWater(props.field, props.quality), [props.field, props.quality])
  useEffect(() => () => water.dispose(), [water])
  useFrame(() => {
    const { run, camera } = session
    water.mesh.position.set(camera.x - run.origin.x, 0, camera.z - run.origin.z)
  })
  return <primitive object={water.mesh} dispose={null} />
}
