/** Words given, by a person and to it: what, by when, and what became of it. */
import type { GivenWordView } from '#session/session.ts'
import { momentWords } from '../hud/words.ts'

/** Meetings and promises as a list, the latest first. */
export function GivenWords({ name, words }: { name: string; words: readonly GivenWordView[] }) {
  if (words.length === 0) return <p className="empty">Nothing is promised to {name}, nor by {name}.</p>
  return (
    <ul className="relations">
      {words.map((word) => (
        <li key={word.id}>
          <p>
            <strong>{whoWords(word, name)}</strong>
          </p>
          <p className="soft">{standWords(word)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Who gave the word to whom, and for what. */
export function whoWords({ kind, isOwn, other, what }: GivenWordView, name: string): string {
  if (kind === 'meet') return `To meet ${other} at ${what}`
  return isOwn ? `${name} promised ${other} to ${what}` : `${other === 'you' ? 'You' : other} promised ${name}: “${what}”`
}

/** By when, and how it stands. */
export function standWords({ kind, isOwn, state, atSeconds }: GivenWordView): string {
  const due = `${kind === 'meet' ? 'On' : 'By'} ${momentWords(atSeconds)}`
  switch (state) {
    case 'agreed': return `${due}; open.`
    case 'waiting': return `${due}; waiting.`
    case 'kept': return `${due}; kept.`
    case 'forgiven': return `${due}; not kept, and forgiven.`
    case 'missed': return `${due}; ${kind === 'meet' ? 'waited in vain' : 'not kept'}.`
    case 'broken': return `${due}; ${isOwn || kind !== 'meet' ? 'not kept' : 'did not come'}.`
  }
}
