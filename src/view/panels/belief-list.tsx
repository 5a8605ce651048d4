/** What a person takes to be so: how surely, and by which mouths it came. */
import type { PersonView } from '#session/session.ts'

/** Beliefs as a list, the latest first. */
export function BeliefList({ name, beliefs }: { name: string; beliefs: PersonView['beliefs'] }) {
  if (beliefs.length === 0) return <p className="empty">{name} has heard of nothing yet.</p>
  return (
    <ul className="relations">
      {beliefs.map((belief) => (
        <li key={belief.id}>
          <p>
            <strong>{sentence(belief.text)}</strong>
            {belief.hasEnded && <span className="soft"> No longer believed.</span>}
            {belief.isSecret && <span className="soft"> Kept secret.</span>}
          </p>
          <span className="soft">{sureWords(belief.confidence)}</span>
          <p className="soft">{wayWords(belief)}</p>
        </li>
      ))}
    </ul>
  )
}

/** The way a belief came, in a sentence. */
export function wayWords({ chain, isWhole, doubters, bent }: PersonView['beliefs'][number]): string {
  const way = chain.length === 0 ? 'Seen or done.' : `From ${chain.join(', who had it from ')}${isWhole ? '' : ', and who knows from whom'}.`
  const told = bent.length === 0 ? '' : ` Bent on the way: ${bent.join(', ')}.`
  return `${way}${told}${doubters.length === 0 ? '' : ` ${doubters.join(' and ')} said otherwise.`}`
}

/** A confidence of 0..1 in words. */
function sureWords(confidence: number): string {
  const share = `${Math.round(confidence * 100)} %`
  if (confidence > 0.9) return `certain, ${share}`
  if (confidence > 0.5) return `believed, ${share}`
  return confidence > 0.2 ? `held possible, ${share}` : `doubted, ${share}`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
