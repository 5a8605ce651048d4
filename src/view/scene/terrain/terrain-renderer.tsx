/** Draws the land of the session's run. */
import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useSession } from '../../session-context.ts'
import { createTerrainMesh } from './terrain-mesh.ts'

/** Most chunks that can be resident; WebGL2 promises 256 layers, and nearly every card has more. */
const MOST_SLOTS = 512

/** The land. It follows the session to other seeds by itself. */
export function TerrainRenderer(): ReactNode {
  const session = useSession()
  const renderer = useThree((state) => state.gl)
  const terrain = useMemo(() => {
    const context = renderer.getContext() as WebGL2RenderingContext
    const layers = context.getParameter(context.MAX_ARRAY_TEXTURE_LAYERS) as number
    return createTerrainMesh(Math.min(MOST_SLOTS, layers))
  }, [renderer])

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
    terrain.update(session.run.origin)
  })
  return <primitive object={terrain.mesh} />
}
