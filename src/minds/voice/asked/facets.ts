/** What is asked of a third person who is named: age, name, home, trade, how they are. */

/** What can be asked of a person. */
type Facet = 'compare' | 'age' | 'name' | 'where' | 'home' | 'doing' | 'trade' | 'alive' | 'how' | 'good' | 'married' | 'private'

const FACETS: ReadonlyArray<readonly [Facet, RegExp]> = [
  ['compare', /\b(?:older|younger|oldest|youngest)\b/],
  ['age', /\bhow old\b|\bage\b|\bwhen (?:was|were)\b.*\bborn\b/],
  ['name', /\b(?:what|which)(?:'s| is| are)?\b.*\b(?:name|names|called)\b/],
  ['home', /\bwhere\b.*\b(?:live|lives|home|house|sleep|sleeps)\b/],
  ['where', /^where\b(?!.*\b(?:born|from)\b)/],
  ['doing', /\bwhat(?:'s| is| are)\b.*\bdoing\b|\bwhat .+ up to\b/],
  ['trade', /\bwhat (?:do|does|did)\b(?!.*\b(?:think|feel|say|want|like|look|mean|know)\b).*\b(?:do|work)\b|^(?!.*\b(?:like|love)\b).*\b(?:trade|job|profession|occupation|line of work|living)\b/],
  ['alive', /\b(?:is|are)\b.*\b(?:alive|dead|still (?:with us|living|around))\b/],
  ['how', /^how (?:is|are|does|do)\b(?!.*\bknow\b)|\b(?:is|are)\b.*\b(?:well|ill|sick|healthy|all right|ok|okay|happy|sad|tired|fine)\b/],
  ['good', /\b(?:is|are)\b.*\b(?:nice|kind|good|honest|friendly|trustworthy|pleasant|funny|clever|hard-?working|brave|generous|fair)\b|\bcan (?:i|one) trust\b/],
  ['married', /\bmarried\b|(?<!your )\b(?:husband|wife)\b/],
  ['private', /^(?:does|has|is|are|was|will|why (?:is|does|did|has)|what does|how did|when (?:did|does|will))\b(?!.*\byou\b)(?!.*\b(?:happened|told|said)\b)/],
]

/** The facet that the core of a question asks of a person; null where it asks for none of these. */
export function facetOf(core: string): Facet | null {
  return FACETS.find(([, pattern]) => pattern.test(core))?.[0] ?? null
}
