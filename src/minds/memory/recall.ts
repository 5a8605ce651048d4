/**
 * Recall: which of many short memories matter to a question. Pure; needs no model and no embeddings.
 *
 * ```ts
 * const recall = createRecall()
 * recall.add({ id: 'D1:1', text: 'I went to the pottery class yesterday.', speaker: 'Ada', time: 1_683_554_160 })
 * recall.recall('When did Ada go to the class?', 10) // → [{ id: 'D1:1', score, parts, because }], best first
 * ```
 *
 * Where an embedding model is at hand, entries and questions can carry vectors of length 1: likeness of meaning is then added to words.
 *
 * Add in order of time. Episodes next to one another that belong to one `conversation` (or, where that is not given, lie within
 * `LINK_SECONDS`) hear each other's words. Only `id` and `text` are needed; everything else sharpens the result.
 */
import type { Mood } from '#simulation/npc/npc.ts'
import { bestNumbers } from './best-of.ts'
import { addMeaning } from './meaning.ts'
import type { MemoryKind, RecalledMemory } from './memory.ts'
import { keyOf, keysOf } from './memory-keys.ts'
import { askedShare, monthAndYear, namesWhen, questionShape, tellsNumber } from './question.ts'
import { boostOf, diversify, moodFit, presenceOf, recencyOf, signatureOf, type Signature } from './rank.ts'
import { createRivals } from './rivals.ts'
import { synonymsOf } from './synonyms.ts'
import { stem, termsOf, wordsOf } from './tokens.ts'
import { bend, createTraits, SPEAKER_FACTOR, TELLS_NUMBER, TELLS_WHEN } from './traits.ts'
import { createWordIndex, holdsTerm, type QueryTerm } from './word-index.ts'

/** One thing to be found again. */
export type RecallEntry = {
  id: string
  text: string
  /** Name of who said it. */
  speaker?: string
  /** Seconds since any origin; from 10⁹ on taken as Unix seconds (10¹¹: milliseconds), whose month and year can then be asked for. */
  time?: number
  /** The moment in words ("8 May 2023"), findable like text at a third of its weight. */
  when?: string
  /** Ids or names of those it is about. */
  about?: readonly string[]
  /** Further names that should find it. */
  names?: readonly string[]
  place?: string
  triple?: readonly [subject: string, verb: string, object: string] | null
  kind?: MemoryKind
  /** 0..1; 0.5 when not given. */
  importance?: number
  felt?: Mood
  pinned?: boolean
  /** Which talk or session it belongs to. */
  conversation?: string | number | null
  /** Its meaning, of length 1. */
  vector?: Float32Array
}

/** A question with what surrounds it; a plain string is the same as `{ text }`. */
export type RecallQuery = {
  text: string
  /** Now, in the unit of `time`; without it recency bends nothing. */
  now?: number
  mood?: Mood
  /** Ids of those who are there. */
  present?: readonly string[]
  /** The talk going on: its last three turns are always given. */
  conversation?: string | number
  /** 0..1: below 0.05 one old memory comes unasked. */
  chance?: number
  /** What is meant, of length 1, by the model that gave the memories theirs. */
  vector?: Float32Array
}

/** One result. `score` orders relevance; slots that are always on come last and carry their own score. */
export type Recalled = { id: string; score: number; parts: RecalledMemory['parts']; because: RecalledMemory['because'] }

/** See `createRecall`. */
export type Recall = {
  /** Adds one memory; an id known already is replaced. */
  add(entry: RecallEntry): void
  /** The `k` memories that matter most to the question, best first; fewer when fewer share a word with it. */
  recall(query: string | RecallQuery, k: number): Recalled[]
  /** Changes what bends relevance; false when the id is unknown. */
  update(id: string, change: { pinned?: boolean; importance?: number; vector?: Float32Array }): boolean
  /** Takes all vectors away: another model gives them from now on. */
  forgetVectors(): void
  /** Forgets; false when the id is unknown. */
  remove(id: string): boolean
  /** What is held, as it would be added again. */
  entries(): RecallEntry[]
  readonly size: number
  /** How many are forgotten, but still lie in the index. */
  readonly dead: number
}

/** Memories closer than this, in seconds, are neighbours when no conversation is given. */
const LINK_SECONDS = 3_600
/** Weights of fields against text. */
const NAME_WEIGHT = 0.5
const PLACE_WEIGHT = 0.3
const WHEN_WEIGHT = 0.3
/** Factor on the relevance of what only asks. */
const ASKS_FACTOR = 0.7
/** How much of a seed's score one hop carries, how many seeds hop, and how common a key may be. */
const HOP_SHARE = 0.3
const HOP_SEEDS = 4
const HOP_LIMIT = 40
/** How many of the best finds tell what else to look for, in how many words, at what weight. */
const FEEDBACK_SEEDS = 5
const FEEDBACK_TERMS = 6
const FEEDBACK_WEIGHT = 0.1
const FEEDBACK_ROOM = 20
/** How many of the most relevant are weighed in full. */
const POOL = 80
const OLD_CHANCE = 0.05

const NONE_ALIKE: QueryTerm['alike'] = []
const NO_NUMBERS: readonly number[] = []

type Stored = { entry: RecallEntry; time: number | null; kind: MemoryKind; pinned: boolean; importance: number; signature: Signature; keys: readonly string[]; dead: boolean }

// One question is answered at a time, so that all recalls share what it needs: who competes, the best of them, what words in common give each.
const rivals = createRivals()
const seeds = new Int32Array(Math.max(FEEDBACK_SEEDS, HOP_SEEDS))
const seedValues = new Float64Array(HOP_SEEDS)
const kinNumbers = new Int32Array(FEEDBACK_ROOM)
let kinScores = new Float64Array(256)
/** By number of term: what the best finds that hold it are worth, and how many they are; all 0 between questions. */
let worth = new Float64Array(256)
let holders = new Uint8Array(256)

/** An empty recall. */
export function createRecall(): Recall {
  const index = createWordIndex()
  const items: Stored[] = []
  const traits = createTraits()
  const numbers = new Map<string, number>()
  const keys = new Map<string, number[]>()
  const speakers = new Map<string, number>()
  const speakerWords = new Map<string, number[]>()
  let vectors: Array<Float32Array | undefined> = []
  let living = 0

  function speakerNumber(name: string | undefined): number {
    if (!name) return -1
    const known = speakers.get(name)
    if (known !== undefined) return known
    const number = speakers.size
    speakers.set(name, number)
    for (const word of wordsOf(name)) {
      const term = stem(word)
      speakerWords.set(term, [...(speakerWords.get(term) ?? []), number])
    }
    return number
  }

  function linkedToLast(entry: RecallEntry): boolean {
    const last = items.at(-1)?.entry
    if (!last) return false
    const talk = entry.conversation ?? null
    const lastTalk = last.conversation ?? null
    if (talk !== null || lastTalk !== null) return talk === lastTalk
    return entry.time === undefined || last.time === undefined || Math.abs(entry.time - last.time) <= LINK_SECONDS
  }

  function remove(id: string): boolean {
    const number = numbers.get(id)
    const item = number === undefined ? undefined : items[number]
    if (!item) return false
    item.dead = true
    traits.factors[number!] = 0
    numbers.delete(id)
    living--
    return true
  }

  function add(entry: RecallEntry): void {
    remove(entry.id)
    const weights = new Map<string, number>()
    const count = (text: string | undefined, weight: number): void => {
      if (text) for (const term of termsOf(text)) weights.set(term, (weights.get(term) ?? 0) + weight)
    }
    count(entry.text, 1)
    const own = [...weights.keys()]
    count(entry.place, PLACE_WEIGHT)
    count(entry.when, WHEN_WEIGHT)
    for (const name of entry.names ?? []) count(name, NAME_WEIGHT)
    if (entry.triple) count(entry.triple.join(' '), NAME_WEIGHT)
    const date = monthAndYear(entry.time)
    if (date) count(date, WHEN_WEIGHT)
    const speaker = speakerNumber(entry.speaker)
    const number = index.add(weights, linkedToLast(entry), entry.text.trimEnd().endsWith('?'))
    const own_keys = keysOf(entry)
    for (const key of own_keys) {
      const list = keys.get(key)
      if (list) list.push(number)
      else keys.set(key, [number])
    }
    items[number] = {
      entry, time: entry.time ?? null, kind: entry.kind ?? 'heard', pinned: entry.pinned ?? false, importance: entry.importance ?? 0.5, signature: signatureOf(own, index.termNumber), keys: own_keys, dead: false,
    }
    traits.set(number, { speaker, factor: 1 - (1 - ASKS_FACTOR) * askedShare(entry.text), shapes: (namesWhen(entry.text) ? TELLS_WHEN : 0) | (tellsNumber(entry.text) ? TELLS_NUMBER : 0) })
    if (entry.vector) vectors[number] = entry.vector
    numbers.set(entry.id, number)
    living++
  }

  /** Terms of the question, and which speakers it names. A speaker's name that stands in every tenth memory finds nothing as a word. */
  function readQuery(text: string): { terms: QueryTerm[]; named: Set<number> } {
    const terms: QueryTerm[] = []
    const named = new Set<number>()
    for (const term of termsOf(text)) {
      const whose = speakerWords.get(term)
      if (whose) {
        for (const number of whose) named.add(number)
        if (index.documentsWith(term) * 10 > index.size) continue
      }
      if (!holdsTerm(terms, term)) terms.push({ term, weight: whose ? 0.5 : 1, alike: synonymsOf(term) })
    }
    return { terms, named }
  }

  function recall(asked: string | RecallQuery, k: number): Recalled[] {
    const query = typeof asked === 'string' ? { text: asked } : asked
    const { terms, named } = readQuery(query.text)
    const shape = questionShape(query.text)
    // relevance: words heard, bent by who speaks and by what kind of answer is wanted; what is forgotten has factor 0
    const wanted = shape === 'when' ? TELLS_WHEN : shape === 'number' ? TELLS_NUMBER : 0
    const scores = index.search(terms)
    const bent = bend(scores, index.size, { traits, named, wanted })
    const most = query.vector ? addMeaning(scores, index.size, { vectors, asked: query.vector, factors: traits.factors, most: bent }) : bent
    rivals.begin(index.size)
    const found = bestNumbers(scores, index.size, { room: Math.max(POOL, 3 * k), most }, rivals.numbers)
    for (let i = 0; i < found; i++) rivals.set(rivals.numbers[i]!, scores[rivals.numbers[i]!]!)
    feedBack(terms, named, candidatesFor(k))
    hop()
    const { now = null, mood = null } = query
    let top = 1e-9
    for (let i = 0; i < rivals.count; i++) top = Math.max(top, rivals.values[rivals.numbers[i]!]!)
    bendRivals(query)
    const candidates: Signature[] = []
    const ranked = rivals.rank(candidatesFor(k))
    for (let i = 0; i < ranked; i++) candidates.push(items[rivals.ranked[i]!]!.signature)
    const results = diversify(rivals.scores, candidates, k).map((place): Recalled => {
      const number = rivals.ranked[place]!
      const item = items[number]!
      return { id: item.entry.id, score: rivals.scores[place]!, parts: { relevance: rivals.values[number]! / top, recency: recencyOf(item, now), importance: item.importance, mood: moodFit(item.entry.felt ?? null, mood), presence: presenceOf(item.entry.about, query.present) }, because: rivals.hopped[number] === 1 ? 'hop' : 'relevance' }
    })
    return typeof asked === 'string' ? results : addSlots(results, query)
  }

  /** Bends what each is worth by recency, importance, mood and presence; apart, so that the engine keeps its numbers out of memory. */
  function bendRivals(query: RecallQuery): void {
    const { now = null, mood = null } = query
    const { numbers, values, bent, count } = rivals
    for (let i = 0; i < count; i++) {
      const item = items[numbers[i]!]!
      bent[i] = values[numbers[i]!]! * boostOf({ recency: recencyOf(item, now), importance: item.importance, mood: moodFit(item.entry.felt ?? null, mood), presence: presenceOf(item.entry.about, query.present) })
    }
  }

  /** What the best finds have in common beyond the question finds their kin (pseudo relevance feedback, Lavrenko & Croft 2001), at a small weight. */
  function feedBack(asked: readonly QueryTerm[], named: ReadonlySet<number>, wanted: number): void {
    const kin = findKin(asked)
    if (kin.length === 0) return
    if (rivals.count > kinScores.length) kinScores = new Float64Array(2 * rivals.count)
    index.score(kin, rivals.numbers, rivals.count, kinScores)
    for (let i = 0; i < rivals.count; i++) {
      const number = rivals.numbers[i]!
      rivals.values[number] = rivals.values[number]! + kinScores[i]! * (named.has(traits.speakers[number]!) ? SPEAKER_FACTOR : 1)
    }
    // where the question alone found enough, what shares no word with it could not come before that
    if (rivals.count < wanted) addFurther(kin, named)
  }

  /** Lets the best of those compete that share no word with the question, but with its kin; apart, since it is seldom needed. */
  function addFurther(kin: readonly QueryTerm[], named: ReadonlySet<number>): void {
    const scores = index.search(kin)
    for (let i = 0; i < rivals.count; i++) scores[rivals.numbers[i]!] = 0
    let most = 0
    for (let n = 0; n < index.size; n++) {
      scores[n] = traits.factors[n] === 0 ? 0 : scores[n]! * (named.has(traits.speakers[n]!) ? SPEAKER_FACTOR : 1)
      most = Math.max(most, scores[n]!)
    }
    const found = bestNumbers(scores, index.size, { room: FEEDBACK_ROOM, most: most * 1.000_01 }, kinNumbers)
    for (let i = 0; i < found; i++) rivals.set(kinNumbers[i]!, scores[kinNumbers[i]!]!)
  }

  /** The words that several of the best finds share beyond those asked for, the weightiest at `FEEDBACK_WEIGHT`. */
  function findKin(asked: readonly QueryTerm[]): QueryTerm[] {
    if (index.terms > worth.length) {
      worth = new Float64Array(2 * index.terms)
      holders = new Uint8Array(2 * index.terms)
    }
    const shared: string[] = []
    const count = rivals.best(FEEDBACK_SEEDS, seeds)
    for (let i = 0; i < count; i++) {
      for (const term of items[seeds[i]!]!.signature.terms) {
        if (holdsTerm(asked, term) || speakerWords.has(term)) continue
        const number = index.termNumber(term)
        worth[number] = worth[number]! + rivals.values[seeds[i]!]!
        // a word of one find only is its own business
        if (++holders[number]! === 2) shared.push(term)
      }
    }
    const weights: number[] = []
    const kin: string[] = []
    for (const term of shared) {
      const number = index.termNumber(term)
      const weight = worth[number]! * index.rarity(term)
      let at = kin.length
      while (at > 0 && weights[at - 1]! < weight) at--
      if (at === FEEDBACK_TERMS) continue
      kin.splice(at, 0, term)
      weights.splice(at, 0, weight)
      if (kin.length > FEEDBACK_TERMS) kin.length = weights.length = FEEDBACK_TERMS
    }
    for (let i = 0; i < count; i++) {
      for (const term of items[seeds[i]!]!.signature.terms) {
        worth[index.termNumber(term)] = 0
        holders[index.termNumber(term)] = 0
      }
    }
    // an array made as that of the question is: to an engine, what “map” gives is another kind, and all that reads it would be compiled twice
    const terms: QueryTerm[] = []
    for (let i = 0; i < kin.length; i++) terms.push({ term: kin[i]!, weight: (FEEDBACK_WEIGHT * weights[i]!) / weights[0]!, alike: NONE_ALIKE })
    return terms
  }

  /** One hop: what shares a person or a thing with the best finds is raised; those that owe their place mostly to it are marked. */
  function hop(): void {
    const count = rivals.best(HOP_SEEDS, seeds)
    for (let i = 0; i < count; i++) seedValues[i] = rivals.values[seeds[i]!]!
    for (let i = 0; i < count; i++) {
      const seed = seeds[i]!
      for (const key of items[seed]!.keys) {
        const list = keys.get(key) ?? NO_NUMBERS
        if (list.length > HOP_LIMIT) continue
        const gain = (HOP_SHARE * seedValues[i]!) / Math.sqrt(list.length)
        for (const number of list) {
          if (number === seed || items[number]!.dead) continue
          const old = rivals.values[number]!
          if (gain > old) rivals.hopped[number] = 1
          rivals.set(number, Math.max(old, gain) + 0.3 * Math.min(old, gain))
        }
      }
    }
  }

  /** What is in mind whatever is asked: a pinned fact about each person there, the last three turns, now and then something old. */
  function addSlots(results: Recalled[], query: RecallQuery): Recalled[] {
    const have = new Set(results.map(({ id }) => id))
    const give = (item: Stored | undefined, because: Recalled['because']): void => {
      if (!item || item.dead || have.has(item.entry.id)) return
      have.add(item.entry.id)
      results.push({ id: item.entry.id, score: 0, parts: { relevance: 0, recency: recencyOf(item, query.now ?? null), importance: item.importance, mood: 0, presence: presenceOf(item.entry.about, query.present) }, because })
    }
    for (const id of query.present ?? []) {
      const number = (keys.get(keyOf(id)) ?? NO_NUMBERS).findLast((n) => items[n]!.pinned && !items[n]!.dead)
      if (number !== undefined) give(items[number], 'pinned')
    }
    if (query.conversation !== undefined) {
      let turns = 0
      for (let n = items.length - 1; n >= 0 && turns < 3 && n > items.length - 60; n--) {
        if (items[n]!.entry.conversation !== query.conversation) continue
        give(items[n], 'recent')
        turns++
      }
    }
    if (query.chance !== undefined && query.chance < OLD_CHANCE && items.length > 20) give(items[Math.floor((query.chance / OLD_CHANCE) * items.length * 0.8)], 'recent')
    return results
  }

  return {
    add,
    recall,
    remove,
    update(id, change) {
      const number = numbers.get(id) ?? -1
      const item = items[number]
      if (!item) return false
      if (change.vector) vectors[number] = change.vector
      if (change.pinned !== undefined) item.pinned = change.pinned
      if (change.importance !== undefined) item.importance = change.importance
      return true
    },
    forgetVectors() {
      vectors = []
    },
    entries: () => items.flatMap(({ entry, pinned, importance, dead }, n) => (dead ? [] : [{ ...entry, pinned, importance, ...(vectors[n] && { vector: vectors[n] }) }])),
    get size() {
      return living
    },
    get dead() {
      return items.length - living
    },
  }
}

/** How many of the most relevant compete for `k` places. */
function candidatesFor(k: number): number {
  return Math.max(3 * k, 30)
}
