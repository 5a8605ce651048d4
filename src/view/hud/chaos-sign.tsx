/** Says that trouble is made on purpose, as long as it is. */
import { useStore } from 'zustand'
import { Icon } from '../components/icon.tsx'
import { useSession } from '../session-context.ts'

/** The sign; nothing while there is no trouble on purpose. */
export function ChaosSign() {
  const session = useSession()
  const chaos = useStore(session.hud, (hud) => hud.chaos)
  if (!chaos) return null
  return (
    <button type="button" className="sign" data-tone="trouble" title="Trouble on purpose" onClick={() => session.openPanel('settings')}>
      <Icon name="warning" size={16} />
      <span>Chaos on purpose: {Math.round(chaos.share * 100)} % of a model’s answers are broken</span>
    </button>
  )
}
