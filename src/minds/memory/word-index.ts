/** An inverted index over short episodes: BM25 in which each episode also hears its neighbours, over typed arrays. */

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

type Postings = { documents: Int32Array; counts: Uint8Array; length: number }

/** A term of a query with those that may stand for it, each with its weight. */
export type QueryTerm = { term: string; weight: number; alike: ReadonlyArray<{ term: string; weight: number }> }

/** See `createWordIndex`. */
export type WordIndex = {
  /** Adds the next episode: its terms with their weights; `linked` when it continues the one before; `asks` when it is a question. Returns its number. */
  add(terms: ReadonlyMap<string, number>, linked: boolean, asks: boolean): number
  /** Scores every episode that hears a term of the query. `scores[n]` is valid for the numbers in `touched[0..count)` until the next search. */
  search(query: readonly QueryTerm[]): { count: number; touched: Int32Array; scores: Float32Array }
  /** How many episodes hold the term. */
  documentsWith(term: string): number
  /** Inverse document frequency; 0 when the term is unknown. */
  rarity(term: string): number
  readonly size: number
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
  let touched = new Int32Array(capacity)
  let hearing = new Int32Array(capacity)
  let asked = new Uint8Array(capacity)
  let lastCount = 0

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
    touched = copy(touched, new Int32Array(capacity))
    hearing = copy(hearing, new Int32Array(capacity))
    asked = copy(asked, new Uint8Array(capacity))
  }

  function post(term: string, document: number, tenths: number): void {
    let list = postings.get(term)
    if (!list) {
      list = { documents: new Int32Array(4), counts: new Uint8Array(4), length: 0 }
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
      lengths[d] = length
      totalLength += length
      return d
    },
    search(query) {
      scores.fill(0, 0, size)
      lastCount = 0
      const mean = size === 0 ? 1 : Math.max(1, totalLength / size)
      const atLeast = K1 * (1 - B)
      const perLength = (K1 * B) / mean
      for (const { term, weight, alike } of query) {
        const own = postings.get(term)
        let count = own ? spread(own, 1, 0) : 0
        let documents = own?.length ?? 0
        for (const other of alike) {
          const list = postings.get(other.term)
          if (!list) continue
          count = spread(list, other.weight, count)
          documents += list.length * other.weight
        }
        const factor = idf(Math.min(size, documents)) * weight
        for (let i = 0; i < count; i++) {
          const d = hearing[i]!
          const tf = heard[d]!
          heard[d] = 0
          const gain = factor * (((K1 + 1) * tf) / (tf + atLeast + perLength * lengths[d]!) + (tf < 1 ? DELTA * tf : DELTA))
          if (scores[d] === 0) touched[lastCount++] = d
          scores[d] = scores[d]! + gain
        }
      }
      return { count: lastCount, touched, scores }
    },
    documentsWith: (term) => postings.get(term)?.length ?? 0,
    rarity(term) {
      const list = postings.get(term)
      return list ? idf(list.length) : 0
    },
    get size() {
      return size
    },
  }
}
