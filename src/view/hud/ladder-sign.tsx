/** The door to the ladder of speeds, under the sign of the mind; while something is tried it says so. */
import { useStore } from 'zustand'
import { Icon } from '../components/icon.tsx'
import { useSession } from '../session-context.ts'
import type { TriedMind } from '#session/hud-state.ts'

/** The sign. */
export function LadderSign() {
  const session = useSession()
  const tried = useStore(session.hud, (hud) => hud.trial)
  return (
    <button type="button" className="sign" data-tone={tried ? 'busy' : 'calm'} title="The ladder of speeds" onClick={() => session.openPanel('ladder')}>
      <Icon name="ladder" size={16} />
      <span>{tried ? tryingWords(tried) : 'How fast they think'}</span>
    </button>
  )
}

/** What is being tried, in a few words. */
function tryingWords({ trial }: TriedMind): string {
  if (trial.kind === 'recorded') return 'A recording answers'
  return trial.tokensPerSecond === 0 ? 'Trying: no model' : `Trying ${trial.tokensPerSecond.toLocaleString('en')} tokens/s, words by rules`
}
