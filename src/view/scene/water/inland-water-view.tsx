/** Draws the rivers and lakes of the session's run, and where they fall. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, type ReactNode } from 'react'
import type { WebGLRenderer } from 'three'
import { useStore } from 'zustand'
import { useSession } from '../../session-context.ts'
import { groundUniforms } from '../scatter/ground-now.ts'
import { countSlots } from '../terrain/count-slots.ts'
import { createInlandWater, type InlandWater } from './inland-water.ts'
import { createRapids, type Rapids } from './rapids.ts'
import { createRippleTexture } from './ripple-texture.ts'
import { createInlandWaterMaterial } from './water-material.ts'

function createBoth(renderer: WebGLRenderer, clouds: boolean): { water: InlandWater; rapids: Rapids; dispose(): void } {
  const ripples = createRippleTexture()
  const water = createInlandWater(countSlots(renderer), ripples, clouds)
  const rapids = createRapids(createInlandWaterMaterial(groundUniforms, { water: null, ripples }, clouds))
  return {
    water,
    rapids,
    dispose() {
      water.dispose()
      rapids.dispose()
      ripples.dispose()
    },
  }
}

/** Rivers and lakes. They follow the session to other seeds by themselves. */
export function InlandWaterView(): ReactNode {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  const low = useStore(session.settings, (settings) => settings.quality === 'low')
  const both = useMemo(() => createBoth(renderer, !low), [renderer, low])
  useEffect(() => {
    const canvas = renderer.domElement
    canvas.addEventListener('webglcontextrestored', both.water.restore)
    return () => {
      canvas.removeEventListener('webglcontextrestored', both.water.restore)
      both.dispose()
    }
  }, [renderer, both])
  useFrame((_, seconds) => {
    const { run, camera } = session
    both.rapids.update(run, camera, seconds)
    both.water.attach(run.terrain)
    both.water.update(run.origin, both.rapids.cover)
  })
  return (
    <>
      <primitive object={both.water.mesh} dispose={null} />
      <primitive object={both.rapids.root} dispose={null} />
    </>
  )
}
