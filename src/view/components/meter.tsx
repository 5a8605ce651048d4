/** Bars that carry their own labels. */
import { clamp } from '#core/scalar.ts'

type MeterProps = { label: string; value: number; words: string; tone?: 'ink' | 'clay' | 'water' }

/** How much of something there is, 0..1, with its name and the amount in words on it. */
export function Meter({ label, value, words, tone = 'ink' }: MeterProps) {
  const share = clamp(value, 0, 1)
  return (
    <div className={`meter meter-${tone}`} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={1} aria-valuenow={Number(share.toFixed(2))} aria-valuetext={words}>
      <span className="meter-name">{label}</span>
      <span className="meter-words">{words}</span>
      <span className="meter-track" aria-hidden="true">
        <span className="meter-fill" style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  )
}

type BalanceProps = { label: string; value: number; words: string }

/** Something between −1 and 1, drawn to the left or the right of its middle. */
export function Balance({ label, value, words }: BalanceProps) {
  const share = clamp(value, -1, 1)
  return (
    <span className="balance" role="img" aria-label={`${label}: ${words}`}>
      <span className="balance-fill" data-side={share < 0 ? 'left' : 'right'} style={{ width: `${Math.abs(share) * 50}%`, [share < 0 ? 'right' : 'left']: '50%' }} />
    </span>
  )
}
