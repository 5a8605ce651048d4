/** The one panel that is open; one that fails closes, and the rest goes on. */
import { ErrorBoundary } from 'react-error-boundary'
import { useStore } from 'zustand'
import { Button } from '../components/button.tsx'
import { Panel } from '../components/panel.tsx'
import { useLater } from '../components/use-later.ts'
import { useSession } from '../session-context.ts'
import { HelpPanel } from './help-panel.tsx'
import { MapPanel } from './map/map-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { SatchelPanel } from './satchel-panel.tsx'
import { SeedPanel } from './seed-panel.tsx'
import { SettingsPanel } from './settings-panel.tsx'

const readLadder = () => import('./ladder/ladder-panel.tsx')

/** The panel that the session says is open; nothing when none is. */
export function OpenPanel() {
  const session = useSession()
  const panel = useStore(session.hud, (hud) => hud.panel)
  const fail = (error: unknown): void => {
    session.openPanel(null)
    session.notify('error', `A sheet stopped and was closed: ${error instanceof Error ? error.message : String(error)}. The world goes on and is kept; load the page again if it happens once more.`)
  }
  return (
    <ErrorBoundary fallback={null} resetKeys={[panel]} onError={fail}>
      <ChosenPanel />
    </ErrorBoundary>
  )
}

function ChosenPanel() {
  const session = useSession()
  const panel = useStore(session.hud, (hud) => hud.panel)
  const inspectedId = useStore(session.hud, (hud) => hud.inspectedId)
  const runNumber = useStore(session.runs, (runs) => runs.number)
  switch (panel) {
    case 'people':
      return <PeoplePanel />
    case 'seed':
      return <SeedPanel />
    case 'settings':
      return <SettingsPanel />
    case 'map':
      return <MapPanel key={runNumber} />
    case 'ladder':
      return <LadderSheet />
    case 'satchel':
      return <SatchelPanel />
    case 'help':
      return <HelpPanel />
    case 'person':
      return inspectedId === null ? null : <PersonPanel key={inspectedId} npcId={inspectedId} />
    case null:
      return null
  }
}

function LadderSheet() {
  const session = useSession()
  const { part, problem, again } = useLater(readLadder)
  if (part) return <part.LadderPanel />
  if (problem === null) return null
  return (
    <Panel title="The ladder of speeds" onClose={() => session.openPanel(null)}>
      <p>This sheet could not be read: the connection is gone, or the page was renewed since you opened it.</p>
      <div className="row">
        <Button tone="main" onClick={again}>
          Try again
        </Button>
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
      </div>
      <p className="soft">The world is kept and goes on where it is. ({problem})</p>
    </Panel>
  )
}
