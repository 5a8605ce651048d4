/** Answers from what a person takes to be so: news, what is known of somebody, whether it is true, and who told it. */
import { coverageOfText } from './tell.ts'
import type { HeldBelief } from '../private-view.ts'
import { agoWords } from '../place-words.ts'
import { answer, type Answer } from './answer.ts'
import { favouriteOf, type Idiolect } from './idiolect/idiolect.ts'
import { BELIEF } from './lines-belief.ts'
import { givenOf } from './people.ts'
import { partnerOf, type Scene } from './scene.ts'
import { capitalise, isRepeat } from './speak.ts'

/** Share of a question's words that a belief must hold to be its answer. */
const COVERAGE = 0.5
/** Below this wish nothing is told unasked. */
const LEAST_WISH = 0.08
/** Asked what is new, one tells what came to one of late, world seconds, though one would not have spoken of it: what was half heard, or matters little. Below this wish it is for other ears. */
const LEAST_ASKED = 0.008
const ASKED_SECONDS = 4 * 86_400
const PERSONAL = /\b(?:i|me|my|mine|you|your)\b/i

/** A belief said aloud, with its source, its age and how sure one is. */
export function tellBelief(scene: Scene, belief: HeldBelief): string {
  const ago = agoWords(belief.happenedSeconds, scene.view.worldSeconds)
  if (belief.fromId === null) return `${belief.text}; that was ${ago}.`
  return `${reported(belief, sourceOf(scene, belief) ?? 'somebody')} ${sureWords(scene.idiolect, belief)}`.trim()
}

/** What somebody was told, with who told it: in their mouth only where it would have been said so there, since “my”, “I” and “you” are the speaker's own. */
function reported({ text, about, fromId }: HeldBelief, source: string): string {
  if (about.some((id) => id === fromId)) return `I have it at first hand, from ${source}: ${text}.`
  return about.length > 0 && PERSONAL.test(text) ? `${source} told me that ${text}.` : `${source} told me: “${capitalise(text)}.”`
}

/** How sure a person is, in words. */
function sureWords(idiolect: Idiolect, { confidence, doubters }: HeldBelief): string {
  if (doubters.length > 0) return `But ${doubters[0]?.split(' ')[0]} says it isn’t so.`
  if (confidence < 0.12) return favouriteOf(idiolect, ['I wouldn’t swear to a word of it.', 'Most of it is air, I should think.', 'Make of it what you will.'])
  if (confidence < 0.35) return favouriteOf(idiolect, ['If it’s true.', 'So they say, at least.', 'I pass it on as I got it.'])
  return confidence > 0.7 ? favouriteOf(idiolect, ['And I believe it.', 'I’ve no reason to doubt it.', 'It sounded true to me.']) : ''
}

/** Who told it, as the partner would call them; null for nobody. */
export function sourceOf(scene: Scene, { fromId, fromName }: HeldBelief): string | null {
  if (fromId === null) return null
  if (fromId === scene.partnerId) return 'you yourself'
  const known = scene.view.knows.find(({ id }) => id === fromId)
  return fromId === 'player' ? (partnerOf(scene)?.name ?? 'the stranger') : known ? givenOf(known) : fromName
}

/** What the person would tell now: the item of the talk among neighbours, to the player what it most wants to tell, and `asked` for news anything of late; null when there is nothing new. */
export function newsOf(scene: Scene, asked = false): HeldBelief | null {
  const { conversation, beliefs } = scene.view
  if (conversation && conversation.partnerId !== 'player') {
    const { telling } = conversation
    const belief = telling && beliefs.find(({ id }) => id === telling.beliefId)
    return belief && telling ? { ...belief, text: telling.text } : null
  }
  const isTold = ({ wish, learntSeconds }: HeldBelief): boolean => wish >= LEAST_WISH || (asked && wish >= LEAST_ASKED && scene.view.worldSeconds - learntSeconds < ASKED_SECONDS)
  const fresh = beliefs.filter((belief) => isTold(belief) && !wasSaid(scene, belief))
  return fresh.reduce<HeldBelief | null>((best, belief) => (best === null || belief.wish > best.wish ? belief : best), null)
}

/** Whether it was told in this talk. */
export function wasSaid(scene: Scene, belief: HeldBelief): boolean {
  return wasSaidIn(scene, belief, scene.ownTurns)
}

/** Whether one of `lines` tells it, in one's own words or in those of whoever told it. */
export function wasSaidIn(scene: Scene, belief: HeldBelief, lines: readonly string[]): boolean {
  const ways = [belief.text, asTold(scene, belief)].map((text) => text.toLowerCase())
  return lines.some((line) => ways.some((text) => line.toLowerCase().includes(text)))
}

/** A belief's words beside its source's name, who is “she” and “her” in them; unchanged where it tells nothing of its source. */
export function asTold({ view, partnerId }: Scene, { text, fromId, fromName }: HeldBelief): string {
  if (fromId === null || fromId === partnerId) return text
  const known = view.knows.find(({ id }) => id === fromId)
  const [subject, object, own] = known?.sex === 'female' ? ['she', 'her', 'her'] : known?.sex === 'male' ? ['he', 'him', 'his'] : ['they', 'them', 'their']
  const names = [known?.name, fromName, known && givenOf(known)].filter((name) => name !== null && name !== undefined && name !== '').map((name) => name!.replace(/[^\p{L}\p{N} '’-]/gu, ''))
  for (const name of names) {
    // “my daughter Ada” is no more than “Ada”
    const party = `(?<![\\p{L}])(?:my (?:\\p{Ll}+ ){1,2})?${name}(?: \\p{Lu}[\\p{L}'’-]+)?`
    const said = text.replace(new RegExp(`^${party}(?![\\p{L}'’])`, 'u'), subject!).replace(new RegExp(`(?<=\\band )${party}(?= (?:met|made up)(?![\\p{L}]))`, 'gu'), subject!).replace(new RegExp(`${party}['’]s?(?![\\p{L}])`, 'gu'), own!).replace(new RegExp(`${party}(?![\\p{L}'’])`, 'gu'), object!)
    if (said !== text) return said
  }
  return text
}

/** The belief that answers a question best; null when none holds enough of its words. */
export function findBelief(scene: Scene, question: string): HeldBelief | null {
  let best: HeldBelief | null = null
  let bestScore = COVERAGE
  for (const belief of scene.view.beliefs) {
    const score = coverageOfText(question, belief.text)
    if (score > bestScore || (score === bestScore && best === null)) {
      best = belief
      bestScore = score
    }
  }
  return best
}

/** An answer that tells a belief. */
export function answerWith(scene: Scene, belief: HeldBelief): Answer | null {
  const words = answer(scene, { key: 'on-topic' }, [BELIEF.tell, { item: tellBelief(scene, belief) }])
  return words && { ...words, tells: belief.id }
}

/** What is known of somebody, beyond what they are. */
export function beliefAbout(scene: Scene, id: string): HeldBelief | null {
  return scene.view.beliefs.find((belief) => belief.about.some((other) => other === id) && !wasSaid(scene, belief)) ?? null
}

/** "Is it true that …?" */
export function answerTrue(scene: Scene, topic: string): Answer | null {
  const belief = findBelief(scene, topic)
  if (!belief) return answer(scene, { key: 'on-unknown' }, [BELIEF['never-heard']])
  if (belief.fromId === null) return withTold(answer(scene, { key: 'on-topic' }, [BELIEF['is-true'], { item: capitalise(belief.text) }]), belief)
  const source = sourceOf(scene, belief)
  const doubter = belief.doubters[0]?.split(' ')[0] ?? null
  const lines = doubter ? BELIEF['is-disputed'] : belief.confidence > 0.5 ? BELIEF['is-likely'] : belief.confidence > 0.2 ? BELIEF['is-said'] : BELIEF['is-doubtful']
  return withTold(answer(scene, { key: 'on-topic' }, [lines, { source, doubter }], [BELIEF['is-said'], { source }]), belief)
}

function withTold(words: Answer | null, belief: HeldBelief): Answer | null {
  return words && { ...words, tells: belief.id }
}

/** "Who told you?": of what is named, else of what was told last; null when it is none of the beliefs. */
export function answerSourceOfBelief(scene: Scene, topic: string): Answer | null {
  const said = scene.ownTurns.toReversed()
  const named = topic.split(' ').length > 1 || !/^(?:that|this|it|so|about it|about that)?$/i.test(topic.trim()) ? findBelief(scene, topic) : null
  const belief = named ?? scene.view.beliefs.find((each) => wasSaidIn(scene, each, said.slice(0, 3))) ?? null
  if (!belief) return null
  if (belief.fromId === null) return withTold(answer(scene, { key: 'on-topic' }, [BELIEF['source-saw']], [BELIEF['source-saw-again']]), belief)
  const source = sourceOf(scene, belief)
  return withTold(answer(scene, { key: 'on-topic' }, [BELIEF['source-told'], { source }], [BELIEF['source-told-again'], { source }]), belief)
}

/** News since the last talk, told unasked at a greeting; null when there is none. */
export function whileAway(scene: Scene, lastSeconds: number): { text: string; belief: HeldBelief } | null {
  const news = scene.view.beliefs.filter(({ learntSeconds, wish }) => learntSeconds > lastSeconds && wish >= LEAST_WISH)
  const belief = news.reduce<HeldBelief | null>((best, other) => (best === null || other.wish > best.wish ? other : best), null)
  if (!belief) return null
  const text = `While you were away, ${belief.fromId === null ? `${belief.text}.` : `I was told that ${belief.text}.`}`
  return scene.recent.some((line) => isRepeat(text, line)) ? null : { text, belief }
}
