/** What happened and what to do, in words that stay until they are read. */
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button, IconButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { KeepHereButton } from '../components/keep-here-button.tsx'

/** The notices, oldest first; a screen reader hears each once. */
export function Notices() {
  const session = useSession()
  const notices = useStore(session.hud, (hud) => hud.notices)
  return (
    <div className="notices" role="log" aria-live="polite" aria-label="Notices">
      <ul>
      {notices.map((notice) => (
        <li key={notice.id} className="notice paper" data-tone={notice.tone}>
          {notice.tone !== 'quiet' && <Icon name="warning" size={18} />}
          <p>{notice.text}</p>
          <IconButton icon="close" label="Dismiss this notice" onClick={() => session.dismissNotice(notice.id)} />
          {notice.action === 'keep-here' && <KeepHereButton />}
          {notice.action !== null && notice.action !== 'keep-here' && <OfferButton id={notice.id} action={notice.action} />}
        </li>
      ))}
      </ul>
    </div>
  )
}

/** Does what a notice offers, and takes the notice away. */
function OfferButton({ id, action }: { id: number; action: { readonly label: string; run(): void } }) {
  const session = useSession()
  return (
    <Button
      className="button-compact"
      onClick={() => {
        session.dismissNotice(id)
        action.run()
      }}
    >
      {action.label}
    </Button>
  )
}
