/** What stands on the land: not needed for the first picture, so read right after it and mounted one by one, that no frame waits for all. */
import { useFrame } from '@react-three/fiber'
import { useRef, useState, type ComponentType } from 'react'
import { AdaptResolution } from './adapt-resolution.tsx'
import { GrassView } from './grass/grass-view.tsx'
import { LandmarkRenderer } from './landmarks/landmark-renderer.tsx'
import { HappeningView } from './happenings/happening-view.tsx'
import { LifeView } from './life/life-view.tsx'
import { NpcRenderer } from './npcs/npc-renderer.tsx'
import { PlayerView } from './player/player-view.tsx'
import { ScatterRenderer } from './scatter/scatter-renderer.tsx'
import { BoltView } from './sky/bolt-view.tsx'
import { FallingView } from './sky/falling-view.tsx'
import { InlandWaterView } from './water/inland-water-view.tsx'
import { SettlementRenderer } from './settlements/settlement-renderer.tsx'
import { WaysView } from './ways/ways-view.tsx'

/** In the order in which they are missed. */
const VIEWS: readonly ComponentType[] = [SettlementRenderer, PlayerView, ScatterRenderer, NpcRenderer, GrassView, InlandWaterView, WaysView, LandmarkRenderer, HappeningView, LifeView]
/** Frames between one view and the next: one shows it, one lets land come in. */
const FRAMES_APART = 2
/** Where a frame takes longer than this, in seconds, the rest is shown at once: there a frame more is waited for longer than a view takes to make. */
const SLOW_FRAME_SECONDS = 0.08

/** What falls from the sky, and rivers, plants, houses and people; these begin anew with every run. */
export function LaterViews({ run }: { run: number }) {
  return (
    <>
      <AdaptResolution />
      <FallingView />
      <BoltView />
      <OneByOne key={run} />
    </>
  )
}

function OneByOne() {
  const [shown, setShown] = useState(1)
  const frames = useRef(0)
  useFrame((_, seconds) => {
    if (shown === VIEWS.length) return
    if (seconds > SLOW_FRAME_SECONDS && frames.current > 0) setShown(VIEWS.length)
    else if (++frames.current % FRAMES_APART === 0) setShown(shown + 1)
  })
  return (
    <>
      {VIEWS.slice(0, shown).map((View, i) => (
        <View key={i} />
      ))}
    </>
  )
}
