/** The one panel that is open. */
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { HelpPanel } from './help-panel.tsx'
import { MapPanel } from './map/map-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import { SeedPanel } from './seed-panel.tsx'
import { SettingsPanel } from './settings-panel.tsx'

const LadderPanel = lazy(async () => ({ default: (await import('./ladder/ladder-panel.tsx')).LadderPanel }))

/** The panel that the session says is open; nothing when none is. */
export function OpenPanel() {
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
      return (
        <Suspense fallback={null}>
          <LadderPanel />
        </Suspense>
      )
    case 'help':
      return <HelpPanel />
    case 'person':
      return inspectedId === null ? null : <PersonPanel key={inspectedId} npcId={inspectedId} />
    case null:
      return null
  }
}
