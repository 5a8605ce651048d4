/** Memories turned into speech: with their source and their age, and never what was only thought. */
import { capText } from '../memory/make-memory.ts'
import type { Memory, RecalledMemory } from '../memory/memory.ts'
import { FACT_KEYS, toSecondPerson, type FactKey } from '../memory/facts.ts'
import { synonymsOf } from '../memory/synonyms.ts'
import { termsOf } from '../memory/tokens.ts'
import { agoWords } from '../place-words.ts'
import { isOfThisTalk, type Scene } from './scene.ts'
import { capitalise } from './speak.ts'

/** Kinds that may be told aloud; thoughts, dreams, reflections and wounds stay inside. */
const TELLABLE: ReadonlySet<Memory['kind']> = new Set(['perceived', 'did', 'heard', 'fact'])
/** Share of a question's words that a memory must hold to count as an answer. */
const COVERAGE = 0.5
const QUOTE_LIMIT = 130

/** Whether a memory may be spoken of. */
function isTellable(memory: Memory): boolean {
  return TELLABLE.has(memory.kind)
}

/** Share of the words of a question (0..1) that a memory holds, synonyms counting half; 0 for a question without words. */
export function coverageOf(question: string, memory: Memory): number {
  return coverageOfText(question, memory.text)
}

/** The same for any text. */
export function coverageOfText(question: string, text: string): number {
  const wanted = [...new Set(termsOf(question))]
  if (wanted.length === 0) return 0
  const held = new Set(termsOf(text))
  let sum = 0
  for (const term of wanted) sum += held.has(term) ? 1 : synonymsOf(term).some((other) => held.has(other.term)) ? 0.5 : 0
  return sum / wanted.length
}

/** The memory that answers `question` best and may be told; null when none holds enough of it. `sayBack`: what was said a moment ago counts, too. */
export function findAnswer(scene: Scene, question: string, accept: (memory: Memory) => boolean = () => true, sayBack = false): Memory | null {
  const seen = new Set<string>()
  let best: Memory | null = null
  let bestScore = 0
  const candidates: readonly RecalledMemory[] = [...scene.recalled, ...scene.find(question, 12)]
  candidates.forEach(({ memory }, rank) => {
    if (seen.has(memory.id) || !isTellable(memory) || isQuestion(memory) || !accept(memory) || memory.validTo !== null || (sayBack ? memory.text.includes(scene.heard) : isEcho(scene, memory))) return
    seen.add(memory.id)
    const coverage = coverageOf(question, memory)
    const score = coverage + 0.2 * memory.importance - 0.01 * rank + (memory.kind === 'fact' ? 0.1 : 0)
    if (coverage >= COVERAGE && score > bestScore) {
      best = memory
      bestScore = score
    }
  })
  return best
}

/** Whether a memory only holds what somebody asked: that answers nothing. */
function isQuestion({ kind, text }: Memory): boolean {
  return kind === 'heard' && /\?”\.?$/.test(text)
}

/** Whether a memory only holds what was said a moment ago in this talk. */
function isEcho(scene: Scene, memory: Memory): boolean {
  return memory.kind === 'heard' && isOfThisTalk(scene, memory)
}

/** A memory said aloud to the partner: "I saw Cole mend the fence; that was yesterday." */
export function tellMemory(scene: Scene, memory: Memory): string {
  const fact = memory.kind === 'fact' ? secondPersonFact(scene, memory) : null
  if (fact) return `${fact}.`
  const ago = agoWords(memory.worldSeconds, scene.view.worldSeconds)
  const quote = /^(.*?)(?: said to me| told me(?:, who had it from (.*?))?| say(?: to (.*?))?): “(.*)”\.?$/.exec(memory.text)
  if (quote) {
    const [, start = '', first, to, words = ''] = quote
    const said = words.length > QUOTE_LIMIT ? capText(words, QUOTE_LIMIT) : /[.!?…]$/.test(words) ? words : `${words}.`
    const toMe = !/^I heard .* say/.test(memory.text)
    const mine = memory.about[0] === scene.partnerId
    if (toMe) return mine ? `you said to me, ${ago}: “${said}”` : `${start} told me${first ? `, who had it from ${first}` : ''}, ${ago}: “${said}”`
    const who = mine ? 'you' : start.replace(/^I heard /, '')
    return `I heard ${who} say${to ? ` to ${to}` : ''}, ${ago}: “${said}”`
  }
  return `${youFor(scene, memory.text.replace(/[.]+$/, ''))}; that was ${ago}.`
}

/** A fact about the partner said to the partner: "you lost your dog"; null when it is about somebody else. */
export function secondPersonFact(scene: Scene, memory: Memory): string | null {
  const [whom, key, third] = memory.triple ?? ['', '', '']
  if (whom !== scene.partnerId || !isFactKey(key)) return null
  const object = toSecondPerson(third)
  switch (key) {
    case 'name': return `your name is ${object}`
    case 'origin': return `you come from ${object}`
    case 'trade': return `you are ${/^[aeiou]/i.test(object) ? 'an' : 'a'} ${object}`
    case 'age': return `you are ${object} years old`
    case 'mourns': return `your ${object} died`
    case 'lost': return `you lost your ${object}`
    case 'found': return object === 'it' ? 'you found what you had lost' : `you found your ${object}`
    case 'seeks': return `you were looking for ${object}`
    case 'kin': return `your ${object}`
    case 'has': return `you have ${withArticle(object)}`
    case 'feels': return `you were ${object}`
    case 'likes': return `you like ${object}`
    case 'dislikes': return `you don’t like ${object}`
    case 'goes-to': return `you were on the way to ${object}`
    case 'promise': return `you promised to ${object}`
    case 'wish': return `you wish to ${object}`
    case 'did': return `you ${object}`
  }
}

/** What was lost, without where and when: “hat on the road” is a hat. */
export function thingLost(object: string): string {
  return object.replace(/\s+(?:on|in|at|near|by|from|along|under|behind|somewhere|this|last|when|while|during|after|before|out)\b.*$/i, '')
}

/** “a dog”, “an uncle”, “brothers”: a thing one has, as it is said. */
export function withArticle(object: string): string {
  return /^\w+(?<![s'])s\b/.test(object) ? object : `${/^[aeiou]/i.test(object) ? 'an' : 'a'} ${object}`
}

/** Whether a word is the key of a fact. */
export function isFactKey(word: string): word is FactKey {
  return (FACT_KEYS as readonly string[]).includes(word)
}

/** Up to `most` facts about the partner as one sentence; empty when none are known. */
export function factList(scene: Scene, facts: readonly Memory[], most: number): string {
  const parts = facts.slice(-most).flatMap((memory) => secondPersonFact(scene, memory) ?? [])
  if (parts.length === 0) return ''
  const last = parts.at(-1) ?? ''
  return `${capitalise(parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`)}.`
}

/** "Ada" and "the stranger" become "you" when the partner is meant. */
function youFor(scene: Scene, text: string): string {
  if (scene.partnerId !== 'player') return text
  const names = [scene.partnerName, 'the stranger', 'The stranger'].filter((name) => name !== null)
  return names.reduce((line, name) => line.replaceAll(name, 'you'), text)
}
