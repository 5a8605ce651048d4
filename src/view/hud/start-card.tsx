/** Three lines for someone who has never been here. */
import { useStore } from 'zustand'
import { BUILTIN_ID } from '#session/settings.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { PAD_BUTTONS, useKeyNames } from './key-names.ts'

/** Shown until it is put away, once and for all. */
export function StartCard({ touch }: { touch: boolean }) {
  const session = useSession()
  const seen = useStore(session.settings, (settings) => settings.startSeen)
  const builtin = useStore(session.settings, (settings) => settings.profileId === BUILTIN_ID)
  const names = useKeyNames()
  const pad = useStore(session.hud, (hud) => hud.hands === 'pad')
  if (seen) return null
  const putAway = (): void => session.changeSettings({ startSeen: true })
  return (
    <section className="start-card paper" aria-labelledby="start-title">
      <h2 id="start-title">A country nobody has drawn</h2>
      <p>It exists only where you look. Its people live on, think, and remember you.</p>
      <ul>
        <li>
          <Icon name="walk" />
          <span>
            {pad ? (
              <>Walk with the left stick, look with the right.</>
            ) : touch ? (
              <>Drag on the left to walk, on the right to look.</>
            ) : (
              <>
                Walk with {(['forward', 'left', 'back', 'right'] as const).map((name) => (
                  <kbd key={name}>{names(name)[0]}</kbd>
                ))}{' '}
                or the arrows; click or drag to look.
              </>
            )}
          </span>
        </li>
        <li>
          <Icon name="talk" />
          <span>{pad ? `Go up to someone and press ${PAD_BUTTONS.talk} to talk; “Why?” opens their mind.` : touch ? 'Go up to someone and tap their name to talk; “Why?” opens their mind.' : <>Go up to someone and press <kbd>{names('talk')[0]}</kbd> to talk; “Why?” opens their mind.</>}</span>
        </li>
        <li>
          <Icon name="mind" />
          <span>{builtin ? 'They think with rules for now. Connect a model and they think with it.' : 'They think with the model you chose.'}</span>
        </li>
      </ul>
      <div className="row">
        <Button tone="main" onClick={putAway}>
          Walk on
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            putAway()
            session.openPanel('settings')
          }}
        >
          Give them a brain
        </Button>
      </div>
    </section>
  )
}
