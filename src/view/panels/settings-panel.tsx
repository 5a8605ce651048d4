/** Settings: the mind, the eye and hand, the world and what is kept of it. */
import { useSession } from '../session-context.ts'
import { Panel } from '../components/panel.tsx'
import { Tabs } from '../components/tabs.tsx'
import { MindSettings } from './mind-settings.tsx'
import { ViewSettings } from './view-settings.tsx'
import { WorldSettings } from './world-settings.tsx'

/** The settings, the mind first. */
export function SettingsPanel() {
  const session = useSession()
  return (
    <Panel title="Settings" onClose={() => session.openPanel(null)}>
      <Tabs
        label="Settings"
        tabs={[
          { id: 'mind', label: 'Mind', content: <MindSettings /> },
          { id: 'view', label: 'Eye and hand', content: <ViewSettings /> },
          { id: 'world', label: 'World', content: <WorldSettings /> },
        ]}
      />
    </Panel>
  )
}
