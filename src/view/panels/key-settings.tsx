/** Keys of the player's own: each wish shows its keys, and takes the next one that is pressed. */
import { useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { rebind, type Bindable } from '#session/keys.ts'
import { Button } from '../components/button.tsx'
import { Switch } from '../components/fields.tsx'
import { PanelPart } from '../components/panel.tsx'
import { keyName, useKeyNames } from '../hud/key-names.ts'
import { useSession } from '../session-context.ts'

/** What each wish is called, in the order of the list. */
const WISHES: { readonly [Name in Exclude<Bindable, 'menu'>]: string } = {
  forward: 'Walk ahead', back: 'Walk back', left: 'Walk left', right: 'Walk right', turnLeft: 'Turn left', turnRight: 'Turn right', lookUp: 'Look up', lookDown: 'Look down', run: 'Run', jump: 'Jump, swim up', dive: 'Dive',
  talk: 'Talk, drink', camera: 'First or third person', people: 'People nearby', satchel: 'Your satchel', map: 'Map of where you have been', existence: 'Map of what exists now', seed: 'Another country', settings: 'Settings', help: 'Help', mute: 'Sound on and off', pause: 'Pause',
}
const ROWS = Object.entries(WISHES) as Array<[Exclude<Bindable, 'menu'>, string]>

/** The keys, each to be changed with one press and the new key. */
export function KeySettings() {
  const session = useSession()
  const changes = useStore(session.settings, (settings) => settings.keys)
  const runToggles = useStore(session.settings, (settings) => settings.runToggles)
  const names = useKeyNames()
  const [asked, setAsked] = useState<Bindable | null>(null)
  const [word, setWord] = useState('')
  const take = (event: KeyboardEvent, name: Bindable): void => {
    if (asked !== name) return
    event.preventDefault()
    event.stopPropagation()
    setAsked(null)
    if (event.key === 'Escape') return setWord('')
    const done = rebind(changes, name, event.code)
    if (!done) return setWord(`${keyName(event.code)} belongs to the browser. Choose another key.`)
    session.changeSettings({ keys: done.changes })
    const loser = ROWS.find(([each]) => each === done.takenFrom)
    setWord(loser ? `${keyName(event.code)} was for “${loser[1]}”${done.changes[loser[0]]?.length === 0 ? ', which has no key now' : ''}.` : '')
  }
  return (
    <PanelPart title="Keys" note="Press one, then the key you want. Escape always leads out.">
      <dl className="rows key-rows">
        {ROWS.map(([name, wish]) => (
          <div key={name}>
            <dt id={`key-${name}`}>{wish}</dt>
            <dd>
              <button type="button" className="key-button" aria-describedby={`key-${name}`} aria-pressed={asked === name} onClick={() => setAsked(asked === name ? null : name)} onBlur={() => setAsked(null)} onKeyDown={(event) => take(event, name)}>
                {asked === name ? 'Press a key …' : names(name).length === 0 ? 'none' : names(name).map((key) => <kbd key={key}>{key}</kbd>)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="word soft" role="status">
        {word}
      </p>
      {Object.keys(changes).length > 0 && (
        <Button
          onClick={() => {
            session.changeSettings({ keys: {} })
            setWord('All keys are as at first.')
          }}
        >
          All keys as at first
        </Button>
      )}
      <Switch label="Run without holding" hint="One press runs, the next walks." checked={runToggles} onChange={(on) => session.changeSettings({ runToggles: on })} />
    </PanelPart>
  )
}
