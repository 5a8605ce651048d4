/** One branch of thought: from where it came, what it was worth and why it was dropped. */
import type { CSSProperties } from 'react'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Branch } from '#minds/deliberation/deliberation.ts'

const ORIGIN_WORDS: { readonly [O in Branch['origin']]: string } = {
  need: 'what was lacking', duty: 'duty', revenge: 'revenge', caution: 'caution', kindness: 'kindness', curiosity: 'curiosity', habit: 'habit', imitate: 'what others would do', opposite: 'doing it otherwise for once', model: 'the model',
}
type Worth = NonNullable<Branch['worth']>
const PART_WORDS: { readonly [P in keyof Worth]: string } = { needs: 'needs', matter: 'the matter', relations: 'people', values: 'like me', feeling: 'feeling', effort: 'effort', commitment: 'at it already' }
/** The largest worth that a bar can show. */
const MOST_WORTH = 1

/** Everything that is known of a branch. */
export function BranchDetail({ branch, acted }: { branch: DeepReadonly<Branch>; acted: boolean }) {
  const { label, because, origin, worth, score, risk, samples, death, flip } = branch
  return (
    <div className="branch-detail">
      <p className="branch-label">{label}</p>
      <p className="soft">
        Thought of from {ORIGIN_WORDS[origin]}: {because}.
      </p>
      {worth && score !== null && (
        <>
          <ul className="worth" aria-label={`Worth ${score.toFixed(2)}`}>
            {(Object.keys(PART_WORDS) as Array<keyof Worth>).map((part) => (
              <li key={part}>
                <span className="worth-name">{PART_WORDS[part]}</span>
                <span className="worth-bar" data-sign={worth[part] < 0 ? 'against' : 'for'} style={{ '--share': Math.min(1, Math.abs(worth[part]) / MOST_WORTH) } as CSSProperties} aria-hidden="true" />
                <span className="worth-value">{signed(worth[part])}</span>
              </li>
            ))}
          </ul>
          <p className="soft">
            {score.toFixed(2)} over {samples} futures{risk >= 0.005 ? `, ${risk.toFixed(2)} taken off for how badly it could go` : ''}.
          </p>
        </>
      )}
      {acted ? <p className="chosen-mark">Acted on.</p> : death !== null && <p>Dropped: {death}.</p>}
      {flip !== null && <p className="branch-flip">It would have been this, {flip}.</p>}
    </div>
  )
}

function signed(value: number): string {
  if (Math.abs(value) < 0.005) return '0.00'
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
}
