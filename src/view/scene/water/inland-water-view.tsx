/** Draws the rivers and lakes of the session's run. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../session-context.ts'
import { countSlots } from '../terrain/count-slots.ts'
import { createInlandWater } from './inland-water.ts'

/** Rivers and lakes. They follow the session to other seeds by themselves. */
export function InlandWaterView(): ReactNode {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  const low = useStore(session.settings, (settings) => settings.quality === 'low')
  const water = useMemo(() => createInlandWater(countSlots(renderer), !low), [renderer, low])
  useEffect(() => {
    const canvas = renderer.domElement
    canvas.addEventListener('webglcontextrestored', water.restore)
    return () => {
      canvas.removeEventListener('webglcontextrestored', water.restore)
      water.dispose()
    }
  }, [renderer, water])
  useFrame(() => {
    water.attach(session.run.terrain)
    water.update(session.run.origin)
  })
  return <primitive object={water.mesh} dispose={null} />
}
