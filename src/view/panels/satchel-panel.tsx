/** What the player carries: the purse, and each thing with what can be done with it. */
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { ConfirmButton } from '../components/confirm-button.tsx'
import { Panel } from '../components/panel.tsx'

/** The satchel. */
export function SatchelPanel() {
  const session = useSession()
  const satchel = useStore(session.hud, (hud) => hud.satchel)
  const items = satchel?.items ?? []
  return (
    <Panel title="Your satchel" subtitle={satchel ? `In your purse: ${satchel.purse}${satchel.isFed ? ' · you have eaten well' : ''}` : undefined} onClose={() => session.openPanel(null)}>
      {items.length === 0 && <p className="empty">It is empty. Ask people what they sell, and say what you would like: “I’d like a loaf.” Without a coin, ask for work.</p>}
      <ul className="people">
        {items.map(({ goodId, words, use, parcelFor }) => (
          <li key={`${goodId} ${parcelFor?.id ?? ''}`} className="person-row">
            <div className="person-words">
              <h3>{words.charAt(0).toUpperCase() + words.slice(1)}</h3>
              <p className="soft">{parcelFor ? `to be brought to ${parcelFor.name}` : use === 'Sleep' ? 'at the inn, whenever you like' : 'yours to keep, to give or to sell'}</p>
            </div>
            <div className="row">
              {use && (
                <Button aria-label={`${use}: ${words}`} onClick={() => session.consumeCarried(goodId)}>
                  {use}
                </Button>
              )}
              <ConfirmButton label="Put down" question="Leave it for good?" confirm="Leave it" onConfirm={() => session.putDown(goodId, parcelFor?.id ?? null)} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
