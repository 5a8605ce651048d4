/** Draws the land of the session's run. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useSession } from '../../session-context.ts'
import { countSlots } from './count-slots.ts'
import { createTerrainMesh } from './terrain-mesh.ts'

/** The land. It follows the session to other seeds by itself. */
export function TerrainRenderer(): ReactNode {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  const terrain = useMemo(() => createTerrainMesh(countSlots(renderer)), [renderer])

  useEffect(() => {
    const canvas = renderer.domElement
    canvas.addEventListener('webglcontextrestored', terrain.restore)
    return () => canvas.removeEventListener('webglcontextrestored', terrain.restore)
  }, [renderer, terrain])
  useEffect(
    () => () => {
      terrain.attach(null)
      terrain.dispose()
    },
    [terrain],
  )

  useFrame(() => {
    terrain.attach(session.run.terrain)
    terrain.update(session.camera, session.run.origin, session.settings.getState().quality === 'low')
  })
  return <primitive object={terrain.group} />
}
