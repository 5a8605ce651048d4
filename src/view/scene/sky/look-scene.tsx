/** Sky, light, water, plants and grass of the run, in the order in which a frame writes them. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../session-context.ts'
import { GrassView } from '../grass/grass-view.tsx'
import { createChunkIndex } from '../scatter/chunk-index.ts'
import { createGroundField } from '../scatter/ground-field.ts'
import { ScatterRenderer } from '../scatter/scatter-renderer.tsx'
import { WaterView } from '../water/water-view.tsx'
import { AirView } from './air-view.tsx'
import { RainView } from './rain-view.tsx'
import { SkyView } from './sky-view.tsx'

/** Everything of the look that is not land, houses or people. Mount it before them. */
export function LookScene() {
  const session = useSession()
  const quality = useStore(session.settings, (settings) => settings.quality)
  const runNumber = useStore(session.runs, (runs) => runs.number)
  const field = useMemo(createGroundField, [])
  // a new run has a new stream
  const index = useMemo(() => createChunkIndex(session.run.terrain), [session, runNumber])
  useEffect(() => () => index.dispose(), [index])
  useEffect(() => () => field.dispose(), [field])
  useFrame(() => {
    const { run, camera } = session
    field.update(index, camera.x, camera.z)
    field.place(camera.x, camera.z, run.origin)
  }, -0.4)
  return (
    <>
      <AirView />
      <SkyView />
      <WaterView field={field} quality={quality} />
      <ScatterRenderer quality={quality} />
      <GrassView field={field} quality={quality} />
      <RainView quality={quality} />
    </>
  )
}
