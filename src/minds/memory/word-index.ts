/** An inverted index over short episodes: BM25 in which each episode also hears its neighbours, over typed arrays; what a word asked for weighs in each episode is kept for the next question. */

/** BM25 parameters, measured best on long dialogues: saturation, length, lower bound (Lv & Zhai's BM25+). */
const K1 = 1.2
const B = 0.7
const DELTA = 0.5
/** Share of a neighbour's words that an episode hears; more from a question, because the answer seldom repeats it. */
const FROM_NEXT = 0.3
const FROM_PREVIOUS = 0.3
const FROM_QUESTION = 0.7
/** Term counts are kept in tenths, so that fields can weigh less than text. */
const TENTHS = 10

/** The mean length, in which every weight shares, is taken anew when the index has grown by this share: else each new episode would void all that is kept. */
const MEAN_GROWTH = 0.02

type Postings = {
  documents: Int32Array
  counts: Uint8Array
  length: number
  /** Counted from 0 in order of first use. */
  number: number
  /** Goes up with whatever changes who hears this term. */
  changes: number
}

/**
 * Who hears a term or those that may stand for it, and what that weighs there before rarity. `sums`: the greatest impact, and the summed
 * episodes of the terms, alike ones by their weight; numbers of their own, since an engine compiles anew when a field that held whole numbers holds others.
 */
type Hearers = { documents: Int32Array; impacts: Float32Array; sums: Float64Array; /** Changes of the terms and of the mean when this was worked out. */ at: number }
const MOST = 0
const HOLDERS = 1

/** A term of a query with those that may stand for it, each with its weight. */
export type QueryTerm = { term: string; weight: number; alike: ReadonlyArray<{ term: string; weight: number }> }

/** See `createWordIndex`. */
export type WordIndex = {
  /** Adds the next episode: its terms with their weights; `linked` when it continues the one before; `asks` when it is a question. Returns its number. */
  add(terms: ReadonlyMap<string, number>, linked: boolean, asks: boolean): number
  /** What each episode scores, by number, 0 where it hears nothing of the query; valid until the next search or addition. */
  search(query: readonly QueryTerm[]): Float32Array
  /** Writes into `into`, by place, what the first `count` of these episodes would score in a search for the query. */
  score(query: readonly QueryTerm[], numbers: Int32Array, count: number, into: Float64Array): void
  /** The number of a term that is held. */
  termNumber(term: string): number
  /** How many episodes hold the term. */
  documentsWith(term: string): number
  /** Inverse document frequency; 0 when the term is unknown. */
  rarity(term: string): number
  readonly size: number
  /** Different terms held; their numbers lie below. */
  readonly terms: number
}

/** An empty index. */
export function createWordIndex(): WordIndex {
  const postings = new Map<string, Postings>()
  let capacity = 256
  let size = 0
  let totalLength = 0
  let lengths = new Float32Array(capacity)
  let previousShare = new Float32Array(capacity)
  let scores = new Float32Array(capacity)
  let heard = new Float32Array(capacity)
  let hearing = new Int32Array(capacity)
  let asked = new Uint8Array(capacity)
  /** Terms of the newest episode. */
  let newest: readonly string[] = []
  let mean = 1
  let means = 0
  let nextMean = 1
  const kept = new Map<string, Hearers>()
  /** Parts of the search going on, by what the greatest impact gives, the weightiest first. */
  const parts: Hearers[] = []
  let factors = new Float64Array(32)
  let mosts = new Float64Array(32)

  function grow(): void {
    capacity *= 2
    const copy = <A extends Float32Array | Int32Array | Uint8Array>(from: A, to: A): A => {
      to.set(from)
      return to
    }
    lengths = copy(lengths, new Float32Array(capacity))
    previousShare = copy(previousShare, new Float32Array(capacity))
    scores = copy(scores, new Float32Array(capacity))
    heard = copy(heard, new Float32Array(capacity))
    hearing = copy(hearing, new Int32Array(capacity))
    asked = copy(asked, new Uint8Array(capacity))
  }

  function post(term: string, document: number, tenths: number): void {
    let list = postings.get(term)
    if (!list) {
      list = { documents: new Int32Array(4), counts: new Uint8Array(4), length: 0, number: postings.size, changes: 0 }
      postings.set(term, list)
    } else if (list.length === list.documents.length) {
      const documents = new Int32Array(list.length * 2)
      const counts = new Uint8Array(list.length * 2)
      documents.set(list.documents)
      counts.set(list.counts)
      list.documents = documents
      list.counts = counts
    }
    list.documents[list.length] = document
    list.counts[list.length] = tenths
    list.length++
    list.changes++
  }

  /** Spreads the counts of one term, times `weight`, over its episodes and their neighbours; returns how many hear it. */
  function spread(list: Postings, weight: number, from: number): number {
    const { documents, counts, length } = list
    const perTenth = weight / TENTHS
    let count = from
    for (let i = 0; i < length; i++) {
      const d = documents[i]!
      const amount = counts[i]! * perTenth
      if (heard[d] === 0) hearing[count++] = d
      heard[d] = heard[d]! + amount
      if (previousShare[d] !== 0) {
        if (heard[d - 1] === 0) hearing[count++] = d - 1
        heard[d - 1] = heard[d - 1]! + amount * FROM_NEXT
      }
      if (d + 1 < size && previousShare[d + 1] !== 0) {
        if (heard[d + 1] === 0) hearing[count++] = d + 1
        heard[d + 1] = heard[d + 1]! + amount * previousShare[d + 1]!
      }
    }
    return count
  }

  /** Who hears the term or its like, worked out at most once while nothing changes it. */
  function hearersOf({ term, alike }: QueryTerm): Hearers {
    const own = postings.get(term)
    let at = means + (own?.changes ?? 0)
    for (const other of alike) at += postings.get(other.term)?.changes ?? 0
    // those alike follow from the term, so that whether there are any is enough
    const key = alike.length === 0 ? term : `${term}+`
    const known = kept.get(key)
    if (known?.at === at) return known
    let count = own ? spread(own, 1, 0) : 0
    let holders = own?.length ?? 0
    for (const other of alike) {
      const list = postings.get(other.term)
      if (!list) continue
      count = spread(list, other.weight, count)
      holders += list.length * other.weight
    }
    // in order, so that one episode can be looked up
    const documents = hearing.slice(0, count).sort()
    const impacts = new Float32Array(count)
    let most = 0
    const atLeast = K1 * (1 - B)
    const perLength = (K1 * B) / mean
    for (let i = 0; i < count; i++) {
      const d = documents[i]!
      const tf = heard[d]!
      heard[d] = 0
      impacts[i] = ((K1 + 1) * tf) / (tf + atLeast + perLength * lengths[d]!) + (tf < 1 ? DELTA * tf : DELTA)
      most = Math.max(most, impacts[i]!)
    }
    const hearers = { documents, impacts, sums: Float64Array.of(most, holders), at }
    // what no episode holds is not kept: there is no end of such words
    if (count > 0) kept.set(key, hearers)
    return hearers
  }

  const idf = (documents: number): number => Math.log(1 + (size - documents + 0.5) / (documents + 0.5))

  return {
    add(terms, linked, asks) {
      if (size === capacity) grow()
      const d = size++
      let length = 0
      for (const [term, weight] of terms) {
        const tenths = Math.min(255, Math.max(1, Math.round(weight * TENTHS)))
        length += tenths / TENTHS
        post(term, d, tenths)
      }
      asked[d] = asks ? 1 : 0
      previousShare[d] = linked && d > 0 ? (asked[d - 1] === 1 ? FROM_QUESTION : FROM_PREVIOUS) : 0
      // the new episode hears the one before it
      for (const term of newest) postings.get(term)!.changes++
      newest = [...terms.keys()]
      lengths[d] = length
      totalLength += length
      if (size >= nextMean) {
        mean = Math.max(1, totalLength / size)
        means++
        nextMean = size + Math.max(1, Math.floor(size * MEAN_GROWTH))
      }
      return d
    },
    search(query) {
      scores.fill(0, 0, size)
      if (query.length > factors.length) {
        factors = new Float64Array(2 * query.length)
        mosts = new Float64Array(2 * query.length)
      }
      // always summed in one order, so that equal sums are equal
      for (let n = 0; n < query.length; n++) {
        const hearers = hearersOf(query[n]!)
        const factor = idf(Math.min(size, hearers.sums[HOLDERS]!)) * query[n]!.weight
        const most = factor * hearers.sums[MOST]!
        let at = n
        for (; at > 0 && mosts[at - 1]! < most; at--) {
          parts[at] = parts[at - 1]!
          factors[at] = factors[at - 1]!
          mosts[at] = mosts[at - 1]!
        }
        parts[at] = hearers
        factors[at] = factor
        mosts[at] = most
      }
      for (let n = 0; n < query.length; n++) addTo(scores, parts[n]!, factors[n]!)
      parts.length = 0
      return scores
    },
    score(query, numbers, count, into) {
      into.fill(0, 0, count)
      for (const each of query) {
        const { documents, impacts, sums } = hearersOf(each)
        const hearers = documents.length
        const factor = idf(Math.min(size, sums[HOLDERS]!)) * each.weight
        for (let i = 0; i < count; i++) {
          const number = numbers[i]!
          // halving by arithmetic instead of branches, which would be guessed wrong half of the time
          let low = 0
          for (let rest = hearers; rest > 1; ) {
            const half = rest >> 1
            low += ((documents[low + half - 1]! - number) >> 31) & half
            rest -= half
          }
          if (low < hearers && documents[low] === number) into[i] = into[i]! + factor * impacts[low]!
        }
      }
    },
    termNumber: (term) => postings.get(term)?.number ?? -1,
    documentsWith: (term) => postings.get(term)?.length ?? 0,
    rarity(term) {
      const list = postings.get(term)
      return list ? idf(list.length) : 0
    },
    get size() {
      return size
    },
    get terms() {
      return postings.size
    },
  }
}

function addTo(scores: Float32Array, { documents, impacts }: Hearers, factor: number): void {
  for (let i = 0; i < documents.length; i++) scores[documents[i]!] = scores[documents[i]!]! + factor * impacts[i]!
}

/** Whether a query has the term; it has a handful. */
export function holdsTerm(query: readonly QueryTerm[], term: string): boolean {
  for (const each of query) if (each.term === term) return true
  return false
}
