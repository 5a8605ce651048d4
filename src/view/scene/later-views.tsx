/** What stands on the land: not needed for the first picture, so read and mounted right after it. */
import { Fragment } from 'react'
import { AdaptResolution } from './adapt-resolution.tsx'
import { GrassView } from './grass/grass-view.tsx'
import { LandmarkRenderer } from './landmarks/landmark-renderer.tsx'
import { LifeView } from './life/life-view.tsx'
import { NpcRenderer } from './npcs/npc-renderer.tsx'
import { PlayerView } from './player/player-view.tsx'
import { ScatterRenderer } from './scatter/scatter-renderer.tsx'
import { InlandWaterView } from './water/inland-water-view.tsx'
import { SettlementRenderer } from './settlements/settlement-renderer.tsx'

/** Rivers, plants, houses and people; they begin anew with every run. */
export function LaterViews({ run }: { run: number }) {
  return (
    <>
      <AdaptResolution />
      <Fragment key={run}>
        <InlandWaterView />
        <ScatterRenderer />
        <GrassView />
        <SettlementRenderer />
        <LandmarkRenderer />
        <NpcRenderer />
        <LifeView />
        <PlayerView />
      </Fragment>
    </>
  )
}
