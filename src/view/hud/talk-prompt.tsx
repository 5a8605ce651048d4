/** The offer to talk with whoever stands near, or to drink; and the words on a grave one stands before. */
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Icon } from '../components/icon.tsx'
import { PAD_BUTTONS, useKeyNames } from './key-names.ts'
import { withRole } from './words.ts'

/** "Press E to talk with Mirel, the baker"; pressing it works too. */
export function TalkPrompt({ touch }: { touch: boolean }) {
  const session = useSession()
  const near = useStore(session.hud, (hud) => hud.near)
  const drink = useStore(session.hud, (hud) => hud.drink)
  const grave = useStore(session.hud, (hud) => hud.grave)
  if (!near && grave !== null) return <p className="talk-prompt paper" role="status">{grave}</p>
  if (!near) return drink === null ? null : <DrinkPrompt from={drink} touch={touch} />
  return (
    <button type="button" className="talk-prompt paper" onClick={() => session.openTalk(near.id)}>
      {touch && <Icon name="talk" />}
      <span>
        {touch ? (
          'Talk '
        ) : (
          <>
            Press <TalkKey /> to talk{' '}
          </>
        )}
        with <strong>{withRole(near.name, near.role)}</strong>
        {near.activity !== '' && <small className="soft">{near.activity}</small>}
      </span>
    </button>
  )
}

function TalkKey() {
  const session = useSession()
  const pad = useStore(session.hud, (hud) => hud.hands === 'pad')
  const [key = 'the key for talking'] = useKeyNames()('talk')
  if (pad) return PAD_BUTTONS.talk
  return <kbd>{key}</kbd>
}

function DrinkPrompt({ from, touch }: { from: string; touch: boolean }) {
  const session = useSession()
  return (
    <button type="button" className="talk-prompt paper" onClick={() => session.drink()}>
      <span>
        {touch ? (
          'Drink '
        ) : (
          <>
            Press <TalkKey /> to drink{' '}
          </>
        )}
        from <strong>{from}</strong>
      </span>
    </button>
  )
}
