/** A second reading of what was mistyped: words near to one that is often asked with, and to names that are known. */
import { wordsOf } from '../../memory/tokens.ts'

/** Words that questions are made of, the commonest first. */
const ASKED_WITH =
  'what your name who are you where is the how do you why when here this that have does can tell about hello good morning evening please thank thanks which there people village town road river mill inn bread work trade doing going happened family mother father brother sister wife husband children friend live lives know think feel like love want need help sleep eat drink food water weather weird strange nice lovely beautiful today tomorrow yesterday time season story joke riddle song music market price cost much many sell buy make made from come came find looking lost old young happy afraid lonely tired hungry believe remember sorry goodbye farewell nearest way sea far long house home born since really because favourite favorite secret dream dangerous safe wolves king news rain snow winter summer spring autumn night day year smith baker farmer miller fisher innkeeper carpenter weaver shepherd herbalist woodcutter trader'.split(' ')
/** Shorter words are left as they are. */
const SHORTEST = 3

/** The remark with its unknown words put right where one is near; the same text when none is. `names` are taken as known. */
export function mendSpelling(text: string, names: readonly string[]): string {
  const known = [...ASKED_WITH, ...names.flatMap((name) => wordsOf(name)).filter((word) => word.length > SHORTEST)]
  const right = new Set(known)
  return text.replace(/[\p{L}']+/gu, (word) => {
    const small = word.toLowerCase()
    if (small.length < SHORTEST || right.has(small) || EVERYDAY.has(small) || small.includes("'")) return word
    return known.find((other) => isSwapped(small, other)) ?? known.find((other) => other.length > SHORTEST && other[0] === small[0] && distance(small, other) <= (other.length > 7 ? 2 : 1)) ?? word
  })
}

/** Words that are right as they are, though another that people ask with is only a letter away. */
const EVERYDAY: ReadonlySet<string> = new Set('man men sheep sheeps ship hand land sand wine fine mine line nine bear beer wool wolf wood food good cold gold hold bold told sold fold old bee bees deer dear year hear near tear fear wear read road load bread dead head lead heard hard card cart part port sort short salt mill hill bill kill will fill well bell sell tell cell fell boat coat goat cat hat rat bat dog log fog fig dig big pig bag leg egg'.split(' '))

/** Whether two words differ by neighbours that changed places, once or twice. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  let swaps = 0
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue
    if (a[i] !== b[i + 1] || a[i + 1] !== b[i]) return false
    swaps++
    i++
  }
  return swaps > 0 && swaps <= 2
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
