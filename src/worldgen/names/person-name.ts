/** Names of people, by culture and hash. */
import { hashCell } from '#core/hash.ts'
import { cultureOf } from './cultures.ts'
import { capitalised, isUnfit, itemFor, joined, landRootFor, rootFor } from './words.ts'

/** A given name; the same for a culture, hash and sex for ever. */
export function personName(culture: string, hash: number, sex: 'female' | 'male'): string {
  const ways = cultureOf(culture)
  const root = rootFor(ways, hashCell(hash, 11), 1)
  const end = itemFor(sex === 'female' ? ways.femaleEnds : ways.maleEnds, hashCell(hash, 12))
  const name = capitalised(joined(root, end))
  return isUnfit(name) ? personName(culture, hashCell(hash, 61), sex) : name
}

/** A family name; the same for a culture and hash for ever. */
export function familyName(culture: string, hash: number): string {
  const ways = cultureOf(culture)
  const root = landRootFor(ways, hashCell(hash, 21))
  const name = formed(itemFor(ways.familyForms, hashCell(hash, 22)), root)
  return name.split(/[ -]/).some(isUnfit) ? familyName(culture, hashCell(hash, 61)) : name
}

/** A form with its `*` replaced by a root; small inside a word, large at the beginning of one. */
export function formed(form: string, root: string): string {
  const at = form.indexOf('*')
  const before = form.slice(0, at)
  const after = form.slice(at + 1)
  const insideWord = before !== '' && !before.endsWith(' ') && !before.endsWith('-')
  const word = insideWord ? root.toLowerCase() : root
  const start = insideWord ? joined(before, word) : before + word
  return after === '' || after.startsWith(' ') ? start + after : joined(start, after)
}
