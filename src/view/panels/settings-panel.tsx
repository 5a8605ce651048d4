/** Settings: the mind, the eye and hand, the world and what is kept of it. */
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Panel, PanelPart } from '../components/panel.tsx'
import { Tabs } from '../components/tabs.tsx'
import { ChaosPart } from './chaos-part.tsx'
import { KeySettings } from './key-settings.tsx'
import { MindLimits } from './mind-limits.tsx'
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
          { id: 'mind', label: 'Mind', content: <><MindSettings /><MindLimits /><LadderDoor /><ChaosPart /></> },
          { id: 'view', label: 'Eye and hand', content: <><ViewSettings /><KeySettings /></> },
          { id: 'world', label: 'World', content: <WorldSettings /> },
        ]}
      />
    </Panel>
  )
}

/** The way to the ladder. */
function LadderDoor() {
  const session = useSession()
  return (
    <PanelPart title="Speed" note="What a faster mind would change here, and a way to feel it without a key.">
      <Button icon="ladder" onClick={() => session.openPanel('ladder')}>
        The ladder of speeds
      </Button>
    </PanelPart>
  )
}
