/** What stands in the scene. Land, water and sky make the first picture; all else is read after it. Views of the world begin anew with every run; the loop stays. */
import { Fragment, useEffect, useState, type ComponentType } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { FrameLoop } from './frame-loop.tsx'
import { AirView } from './sky/air-view.tsx'
import { SkyView } from './sky/sky-view.tsx'
import { TerrainRenderer } from './terrain/terrain-renderer.tsx'
import { WaterView } from './water/water-view.tsx'

/** The whole scene. */
export function Scene() {
  const session = useSession()
  const run = useStore(session.runs, (runs) => runs.number)
  const [Later, setLater] = useState<ComponentType<{ run: number }> | null>(null)
  useEffect(() => {
    void session.firstFrame
      .then(() => import('./later-views.tsx'))
      .then(
        ({ LaterViews }) => setLater(() => LaterViews),
        (error: unknown) => session.notify('error', `Plants, houses and people could not be read (${error instanceof Error ? error.message : String(error)}). Load the page again; nothing is lost.`),
      )
  }, [session])
  return (
    <>
      <FrameLoop />
      <AirView />
      <SkyView />
      <Fragment key={run}>
        <TerrainRenderer />
        <WaterView />
      </Fragment>
      {Later && <Later run={run} />}
    </>
  )
}
