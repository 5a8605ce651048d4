/** The parts of a recall score, each with its name on it. */
import { clamp } from '#core/scalar.ts'
import type { RecalledMemory } from '#minds/memory/memory.ts'

const PART_WORDS: { readonly [Name in keyof RecalledMemory['parts']]: string } = { relevance: 'meaning', recency: 'fresh', importance: 'weight', mood: 'mood', presence: 'presence' }

/** Five small bars, and the score they make together. */
export function ScoreParts({ parts, score }: { parts: RecalledMemory['parts']; score: number | null }) {
  const names = Object.keys(PART_WORDS) as Array<keyof RecalledMemory['parts']>
  const spoken = names.map((name) => `${PART_WORDS[name]} ${parts[name].toFixed(2)}`).join(', ')
  return (
    <div className="score-parts" role="img" aria-label={`Score ${score === null ? 'unknown' : score.toFixed(2)}: ${spoken}`}>
      {names.map((name) => (
        <span key={name} className="score-part" data-part={name}>
          <span className="score-bar">
            <span style={{ width: `${clamp(parts[name], 0, 1) * 100}%` }} />
          </span>
          <span className="score-name">{PART_WORDS[name]}</span>
        </span>
      ))}
      {score !== null && <span className="score-sum">{score.toFixed(2)}</span>}
    </div>
  )
}
