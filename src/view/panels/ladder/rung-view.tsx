/** One rung of the ladder: its speed, what it is for, who stands on it, and a way to try it. */
import type { Rung } from '#session/trial.ts'
import { Button } from '../../components/button.tsx'

type RungViewProps = { rung: Rung; standing: { name: string; tokensPerSecond: number } | null; isTried: boolean; onTry(): void }

/** The rung. */
export function RungView({ rung, standing, isTried, onTry }: RungViewProps) {
  const { tokensPerSecond, words, unlocks } = rung
  const isGround = tokensPerSecond === 0
  return (
    <li className="rung" data-tried={isTried} data-ground={isGround}>
      <svg className="rung-wood" viewBox="0 0 44 40" preserveAspectRatio="none" aria-hidden="true">
        {isGround ? <path className="rung-earth" d="M0 6 Q8 2 15 5 T30 4 T44 6 V40 H0 Z" /> : <path d="M6 22 Q22 19 38 22" />}
      </svg>
      {standing && (
        <svg className="rung-figure" viewBox="0 0 16 28" aria-hidden="true">
          <circle cx="8" cy="5" r="3.6" />
          <path d="M8 9 C4 10 3.4 15 3.4 19 H12.6 C12.6 15 12 10 8 9 Z M5.6 19 L5 27 M10.4 19 L11 27" />
        </svg>
      )}
      <div className="rung-words">
        <h3>
          {isGround ? 'No model' : tokensPerSecond.toLocaleString('en')}
          {!isGround && <span className="soft"> tokens a second</span>}
        </h3>
        <p className="rung-tier">{words.replace(/^./, (first) => first.toUpperCase())}.</p>
        {standing && (
          <p className="rung-standing">
            {isGround || standing.tokensPerSecond === 0 ? `${standing.name.replace(/^./, (first) => first.toUpperCase())} stands here.` : `${standing.name} stands here, at ${Math.round(standing.tokensPerSecond).toLocaleString('en')}.`}
          </p>
        )}
        <ul>
          {unlocks.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {isTried ? (
          <p className="rung-trying">You are trying this rung.</p>
        ) : (
          <Button className="button-compact" aria-label={isGround ? 'Try it without a model' : `Try ${tokensPerSecond.toLocaleString('en')} tokens a second`} onClick={onTry}>
            Try this rung
          </Button>
        )}
      </div>
    </li>
  )
}
