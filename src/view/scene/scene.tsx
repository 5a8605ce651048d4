/** What stands in the scene. Views of the world begin anew with every run; the loop stays. */
import { Fragment } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { AdaptResolution } from './adapt-resolution.tsx'
import { FrameLoop } from './frame-loop.tsx'
import { GrassView } from './grass/grass-view.tsx'
import { NpcRenderer } from './npcs/npc-renderer.tsx'
import { PlayerView } from './player/player-view.tsx'
import { ScatterRenderer } from './scatter/scatter-renderer.tsx'
import { SettlementRenderer } from './settlements/settlement-renderer.tsx'
import { AirView } from './sky/air-view.tsx'
import { SkyView } from './sky/sky-view.tsx'
import { TerrainRenderer } from './terrain/terrain-renderer.tsx'
import { WaterView } from './water/water-view.tsx'

/** The whole scene. */
export function Scene() {
  const session = useSession()
  const run = useStore(session.runs, (runs) => runs.number)
  return (
    <>
      <FrameLoop />
      <AdaptResolution />
      <AirView />
      <SkyView />
      <Fragment key={run}>
        <TerrainRenderer />
        <WaterView />
        <ScatterRenderer />
        <GrassView />
        <SettlementRenderer />
        <NpcRenderer />
        <PlayerView />
      </Fragment>
    </>
  )
}
