/** Whom and what words name: people that one knows, places that one can point to. */
import type { KnownPerson, PrivateView } from '../../private-view.ts'
import { findPerson, givenOf, kinAsked } from '../people.ts'

/** A place with a name that somebody of the settlement can point to. */
export type Spot = { name: string; kind: string; direction: string; meters: number }

/** Everybody known whom words name, in the order in which they are named; the speaker's kin where `asked` of “your wife”. */
export function peopleIn(view: PrivateView, text: string, asked: boolean): KnownPerson[] {
  const others = view.knows.filter(({ id }) => id !== 'player')
  const found = others.map((person) => ({ person, at: text.search(new RegExp(`(?<![\\p{L}])${escaped(givenOf(person))}(?![\\p{L}])`, asked ? 'iu' : 'u')) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).map(({ person }) => person)
  if (found.length > 0 || !asked) return found
  if (/\byour (?:wife|husband|spouse|mother|father|parents?|mum|mom|dad|sons?|daughters?|child|children|kids?|brothers?|sisters?|siblings?|family)\b/i.test(text)) return kinAsked(view, text)
  const byTrade = /\bthe (?:old )?[a-z]+\b/i.test(text) ? findPerson(view, text.replace(/\b(?:wife|husband|mother|father|sister|brother|son|daughter|child|children)\b/gi, '')) : null
  return byTrade ? [byTrade] : []
}

/** The place named last in words; null when none is. */
export function spotIn(view: PrivateView, text: string): Spot | null {
  const small = text.toLowerCase()
  let best: Spot | null = null
  let bestAt = -1
  const look = (spot: Spot, words: string): void => {
    const at = small.search(new RegExp(`(?<![\\p{L}])${escaped(words.toLowerCase())}(?:s|e?s)?(?![\\p{L}])`, 'u'))
    if (at > bestAt) {
      best = spot
      bestAt = at
    }
  }
  for (const mark of view.landmarks) if (mark.kind !== 'board' && !(best as Spot | null)?.name.includes(mark.kind)) look(mark, mark.kind)
  for (const other of view.settlement.neighbours) look({ ...other, kind: 'settlement' }, other.name)
  for (const mark of view.country) {
    look(mark, mark.name.replace(/^the /i, ''))
    if (mark.kind === 'river' || mark.kind === 'sea') look(mark, mark.kind)
  }
  return best
}

/** “Ada”, “Ada and Bel”, “Ada, Bel and Cid”. */
export function namesOf(people: readonly KnownPerson[]): string {
  const names = people.map(givenOf)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
