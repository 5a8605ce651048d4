/** What a person takes to be so: how surely, and by which mouths it came. */
import type { PersonView } from '#session/session.ts'
import { BeliefWay } from './belief-way.tsx'

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
          <p className="soft belief-way-row">
            {sureWords(belief.confidence)}
            {belief.chain.length === 0 && ` · ${wayWords(belief)}`}
          </p>
          {belief.chain.length > 0 && (
            <div className="belief-way-row">
              <BeliefWay name={name} chain={belief.chain} isWhole={belief.isWhole} confidence={belief.confidence} words={wayWords(belief)} />
              {besideWords(belief) !== '' && <p className="soft">{besideWords(belief)}</p>}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The way a belief came, in a sentence. */
export function wayWords(belief: PersonView['beliefs'][number]): string {
  const { chain, isWhole } = belief
  const way = chain.length === 0 ? 'Seen or done.' : `From ${chain.join(', who had it from ')}${isWhole ? '' : ', and who knows from whom'}.`
  return [way, besideWords(belief)].filter((words) => words !== '').join(' ')
}

/** What became of it on the way, and who said otherwise. */
function besideWords({ doubters, bent }: PersonView['beliefs'][number]): string {
  const told = bent.length === 0 ? '' : `Bent on the way: ${bent.join(', ')}.`
  return [told, doubters.length === 0 ? '' : `${doubters.join(' and ')} said otherwise.`].filter((words) => words !== '').join(' ')
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
