/** Beside the sign of the mind: one press stops every call to a model, and a thin bar tells how much of the nearest limit is used. */
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Icon } from '../components/icon.tsx'
import { usedLimits } from '../panels/spending-words.ts'
import '../styles/spending.css'

/** The switch and the bar; nothing while the built-in mind is all there is. */
export function MindSwitch() {
  const session = useSession()
  const model = useStore(session.hud, (hud) => hud.model)
  const limits = useStore(session.settings, (settings) => settings.limits)
  if (model.endpoints.length === 0) return null
  const tightest = usedLimits(model, limits).sort((a, b) => b.share - a.share)[0]
  return (
    <div className="mind-switch">
      <button type="button" className="sign" title="Stops every call to a model at once, or lets them begin again" aria-pressed={limits.paused} onClick={() => session.changeSettings({ limits: { ...limits, paused: !limits.paused } })}>
        <Icon name={limits.paused ? 'play' : 'stop'} size={16} />
        <span>{limits.paused ? 'Let it think again' : 'Stop the model'}</span>
      </button>
      {tightest && (
        <span className="spent-bar" role="meter" aria-label={tightest.label} aria-valuemin={0} aria-valuemax={1} aria-valuenow={Math.min(1, Number(tightest.share.toFixed(2)))} aria-valuetext={tightest.words} title={`${tightest.label}: ${tightest.words}`} data-full={tightest.share > 0.9}>
          <span style={{ width: `${Math.min(1, tightest.share) * 100}%` }} />
        </span>
      )}
    </div>
  )
}
