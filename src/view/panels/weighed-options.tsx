/** What a body weighed, and what spoke for and against each. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { WeighedOption } from '#simulation/npc/npc.ts'

type WeighedOptionsProps = { options: DeepReadonly<WeighedOption[]>; chosen: string | null }

const SHOWN = 6

/** The strongest options, the chosen one marked. */
export function WeighedOptions({ options, chosen }: WeighedOptionsProps) {
  const sorted = options.toSorted((a, b) => b.score - a.score)
  const most = Math.max(0.0001, sorted[0]?.score ?? 0)
  if (sorted.length === 0) return <p className="empty">Nothing was weighed yet.</p>
  return (
    <ol className="weighed">
      {sorted.slice(0, SHOWN).map((option) => (
        <li key={`${option.skillId} ${option.label}`} data-chosen={option.skillId === chosen}>
          <details>
            <summary>
              <span className="weighed-label">
                {option.label}
                {option.skillId === chosen && <span className="chosen-mark"> · chosen</span>}
              </span>
              <span className="weighed-score">{option.score.toFixed(2)}</span>
              <span className="meter-track" aria-hidden="true">
                <span className="meter-fill" style={{ width: `${Math.max(0, option.score / most) * 100}%` }} />
              </span>
            </summary>
            <p className="soft">{partsWords(option)}</p>
          </details>
        </li>
      ))}
    </ol>
  )
}

function partsWords(option: DeepReadonly<WeighedOption>): string {
  if (option.parts.length === 0) return 'Nothing in particular.'
  return option.parts.map((part) => `${part.name} ${part.value < 0 ? '−' : '+'}${Math.abs(part.value).toFixed(2)}`).join(' · ')
}
