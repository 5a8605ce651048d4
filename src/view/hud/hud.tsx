/** Everything that lies over the world: signs at its edges, one panel, one talk. */
import { useEffect, type CSSProperties } from 'react'
import { useStore } from 'zustand'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/newsreader/wght.css'
import '@fontsource-variable/newsreader/wght-italic.css'
import '../styles/tokens.css'
import '../styles/controls.css'
import '../styles/fields.css'
import '../styles/screens.css'
import '../styles/hud.css'
import '../styles/talk.css'
import '../styles/inspector.css'
import '../styles/inspector-pictures.css'
import '../styles/panels.css'
import '../styles/minds.css'
import '../styles/contrast.css'
import { OpenPanel } from '../panels/open-panel.tsx'
import { useSession } from '../session-context.ts'
import { useCovers } from './covers.ts'
import { CornerMenu } from './corner-menu.tsx'
import { DevCounts } from './dev-counts.tsx'
import { DropFile } from './drop-file.tsx'
import { Notices } from './notices.tsx'
import { PerceptionMap } from './perception-map/perception-map.tsx'
import { PlaceSlip } from './place-slip.tsx'
import { FailureScreen, LoadingLine, PauseVeil } from './screens.tsx'
import { StartCard } from './start-card.tsx'
import { TalkPanel } from './talk-panel.tsx'
import { TalkPrompt } from './talk-prompt.tsx'
import { BodyButtons, DrawnStick } from './touch-controls.tsx'
import { useBackGesture } from './use-back-gesture.ts'
import { useCoarsePointer, useMedia } from './use-media.ts'
import { isNight } from './words.ts'

/** The interface over the canvas; needs a `SessionContext` above it. */
export function Hud() {
  const session = useSession()
  const touch = useCoarsePointer()
  const night = useStore(session.hud, (hud) => isNight(hud.hour))
  const failure = useStore(session.hud, (hud) => (hud.phase === 'failed' ? (hud.failure ?? 'Something failed without saying why. Load the page again.') : null))
  const panel = useStore(session.hud, (hud) => hud.panel)
  const paused = useStore(session.hud, (hud) => hud.paused)
  const ready = useStore(session.hud, (hud) => hud.phase === 'ready')
  const talking = useStore(session.talk, (talk) => talk.npcId !== null)
  const textSize = useStore(session.settings, (settings) => settings.textSize)
  const reducedMotion = useStore(session.settings, (settings) => settings.reducedMotion)
  const firstPerson = useStore(session.settings, (settings) => settings.camera === 'first')
  // under fingers and on narrow screens the card for newcomers takes its place
  const narrow = useMedia('(max-width: 720px)')
  const startSeen = useStore(session.settings, (settings) => settings.startSeen)
  useKeyboardInset()
  useCovers(session, talking, panel ?? '')
  const busy = talking || panel !== null
  useBackGesture(busy, () => (panel === null ? session.closeTalk() : session.openPanel(null)))
  return (
    <main className="percipi" data-air={night ? 'night' : 'day'} data-motion={reducedMotion ? 'less' : 'full'} data-talk={talking} data-panel={panel !== null} data-touch={touch} style={{ '--text-size': textSize } as CSSProperties}>
      {failure !== null ? (
        <FailureScreen failure={failure} />
      ) : (
        <>
          <h1 className="unseen">Percipi</h1>
          {ready && firstPerson && !busy && <span className="crosshair" aria-hidden="true" />}
          {touch && <DrawnStick />}
          <div className="hud-top">
            <PlaceSlip />
            <Notices />
            <CornerMenu />
          </div>
          {!busy && !paused && (
            <div className="hud-bottom">
              {ready && <StartCard touch={touch} />}
              <LoadingLine />
              {ready && <TalkPrompt touch={touch} />}
              {ready && touch && <BodyButtons />}
            </div>
          )}
          {ready && <PerceptionMap resting={busy || paused || ((touch || narrow) && !startSeen)} />}
          {session.dev && <DevCounts />}
          <TalkPanel />
          <OpenPanel />
          <PauseVeil touch={touch} />
          <DropFile />
        </>
      )}
    </main>
  )
}

/** Tells the styles how much of the page an on-screen keyboard covers. */
function useKeyboardInset(): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const tell = (): void => {
      const covered = Math.max(0, window.innerHeight - view.height - view.offsetTop)
      document.documentElement.style.setProperty('--keyboard-inset', `${Math.round(covered)}px`)
    }
    tell()
    view.addEventListener('resize', tell)
    view.addEventListener('scroll', tell)
    return () => {
      view.removeEventListener('resize', tell)
      view.removeEventListener('scroll', tell)
    }
  }, [])
}
