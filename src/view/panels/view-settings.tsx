/** How the world is drawn and how one looks around in it. */
import { useStore } from 'zustand'
import type { Quality } from '#session/settings.ts'
import { useFullScreen } from '../hud/use-full-screen.ts'
import { useSession } from '../session-context.ts'
import { Choice, Slider, Switch } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'

const QUALITY_WORDS: ReadonlyArray<{ id: Quality; label: string }> = [
  { id: 'low', label: 'Low' },
  { id: 'medium', label: 'Medium' },
  { id: 'high', label: 'High' },
  { id: 'ultra', label: 'Ultra' },
]

/** Settings of picture, looking and reading; each takes hold at once. */
export function ViewSettings() {
  const session = useSession()
  const settings = useStore(session.settings)
  const change = session.changeSettings
  const screen = useFullScreen()
  return (
    <>
      <PanelPart title="Picture">
        <Choice
          label="Quality"
          value={settings.autoQuality ? 'auto' : settings.quality}
          options={[{ id: 'auto', label: settings.autoQuality ? `As it runs well (${settings.quality})` : 'As it runs well' }, ...QUALITY_WORDS]}
          onChange={(id) => change(id === 'auto' ? { autoQuality: true } : { quality: id, autoQuality: false })}
        />
        <Choice
          label="Camera"
          value={settings.camera}
          options={[
            { id: 'first', label: 'Through your eyes' },
            { id: 'third', label: 'Behind you' },
          ]}
          onChange={(camera) => change({ camera })}
        />
        {screen && <Switch label="Fill the screen" hint="Escape leaves it." checked={screen.full} onChange={screen.toggle} />}
        <Slider label="Field of view" value={settings.fieldOfView} lowest={40} highest={100} step={1} words={`${settings.fieldOfView}°`} onChange={(fieldOfView) => change({ fieldOfView })} />
      </PanelPart>
      <PanelPart title="Sound">
        <Slider label="Volume" value={settings.volume} lowest={0} highest={1} step={0.05} words={`${Math.round(settings.volume * 100)} %`} onChange={(volume) => change({ volume })} />
        <Switch label="Silence" hint="N does the same." checked={settings.muted} onChange={(muted) => change({ muted })} />
      </PanelPart>
      <PanelPart title="Looking">
        <Slider label="Look speed" value={settings.lookSpeed} lowest={0.2} highest={3} step={0.1} words={`${settings.lookSpeed.toFixed(1)} ×`} onChange={(lookSpeed) => change({ lookSpeed })} />
        <Switch label="Invert up and down" checked={settings.invertLook} onChange={(invertLook) => change({ invertLook })} />
      </PanelPart>
      <PanelPart title="Reading">
        <Slider label="Text size" value={settings.textSize} lowest={0.85} highest={1.5} step={0.05} words={`${Math.round(settings.textSize * 100)} %`} onChange={(textSize) => change({ textSize })} />
        <Switch label="Show thoughts" hint="Over heads and in talks." checked={settings.showThoughts} onChange={(showThoughts) => change({ showThoughts })} />
        <Switch label="Less motion" hint="Slower and smaller: grass, camera, paper." checked={settings.reducedMotion} onChange={(reducedMotion) => change({ reducedMotion })} />
      </PanelPart>
    </>
  )
}
