/** What lies over the whole picture: waiting for land, pause, failure. */
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'

/** A calm line while a country begins. */
export function LoadingLine() {
  const session = useSession()
  const phase = useStore(session.hud, (hud) => hud.phase)
  const seed = useStore(session.hud, (hud) => hud.seed)
  if (phase !== 'starting' && phase !== 'swapping') return null
  return (
    <div className="loading-line paper" role="status">
      <p>{seed === '' ? 'The land wakes' : <>The land of <em>{seed}</em> wakes</>}</p>
      <span className="breath" aria-hidden="true" />
    </div>
  )
}

/** Stillness, and the way back. */
export function PauseVeil({ touch }: { touch: boolean }) {
  const session = useSession()
  const paused = useStore(session.hud, (hud) => hud.paused && hud.phase === 'ready' && hud.panel === null)
  const talking = useStore(session.talk, (talk) => talk.npcId !== null)
  if (!paused || talking) return null
  const keep = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'p') return
    event.preventDefault()
    event.stopPropagation()
    session.setPaused(false)
  }
  return (
    <div className="pause-veil" onKeyDown={keep}>
      <div className="pause-card paper" role="dialog" aria-labelledby="pause-title">
        <h2 id="pause-title">The world holds its breath</h2>
        <p className="soft">Nobody moves and nobody thinks while it is paused.</p>
        <div className="row">
          <Button tone="main" icon="play" autoFocus onClick={() => session.setPaused(false)}>
            Go on
          </Button>
          <Button tone="quiet" onClick={() => session.openPanel('settings')}>
            Settings
          </Button>
          {!touch && (
            <Button tone="quiet" onClick={() => session.openPanel('help')}>
              Keys
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** What went wrong for good, and what to do. A reload comes back to the same place. */
export function FailureScreen({ failure }: { failure: string }) {
  return (
    <div className="failure" role="alert">
      <div className="failure-sheet paper">
        <h1>The world stands still</h1>
        <p>{failure}</p>
        <div className="row">
          <Button tone="main" onClick={() => window.location.reload()}>
            Try again
          </Button>
          <Button tone="quiet" onClick={() => window.location.assign(window.location.pathname)}>
            Start without the link’s settings
          </Button>
        </div>
      </div>
    </div>
  )
}
