/** How somebody speaks, told to a model as the built-in mind knows it: the same for life, so that servers can keep it. */
import type { PrivateView } from '../private-view.ts'
import { FIGURES } from '../voice/idiolect/figures.ts'
import { favouriteOf, idiolectOf, type Idiolect } from '../voice/idiolect/idiolect.ts'
import { phrase } from '../voice/idiolect/phrase.ts'
import { SOCIAL } from '../voice/lines-social.ts'
import { voiceOf, type Voice } from '../voice/manner.ts'

/** What everybody may say; told is what is said in its place. */
const PLAIN: ReadonlySet<string> = new Set(['I think', 'yes', 'people', 'very', 'thank you', 'I don’t know', 'I’m sorry', 'hello', 'really', 'a little'])
const MOST_WORDS = 5
const CONTRACTIONS = { full: ['write words out (“I am”, “do not”)'], even: [], loose: ['draw words together (“I’m”, “don’t”)'] } as const

/** A line or two about how the person speaks, with lines that it would say; `isShort`: for talks in which the player has no part. */
export function voiceSection(view: PrivateView, isShort: boolean): string {
  const voice = voiceOf(view)
  const idiolect = idiolectOf(view, voice)
  const { words, address, contraction, openers, tic, exclamation, pet } = idiolect
  const own = [words.think, words.yes, words.folk, words.very, words.thanks, words.truly, words.bit, words.ignorant].filter((word) => !PLAIN.has(word)).slice(0, isShort ? MOST_WORDS - 2 : MOST_WORDS)
  const habits = [
    ...CONTRACTIONS[contraction], ...(own.length > 0 ? [`say ${own.map(quote).join(', ')}`] : []),
    ...(isShort ? [] : [`begin now and then with ${quote(openers[0]!)}`, ...(tic === null ? [] : [`add ${quote(tic)} at times`]), `cry ${quote(exclamation)}`, `call strangers ${quote(address.stranger)} and friends ${quote(address.friend)}`, `like to come to ${pet.word}`]),
  ]
  const lines = samples(idiolect, voice).slice(0, isShort ? 1 : 3)
  return `Your way of speaking: you ${habits.length === 0 ? 'use plain words' : habits.join('; ')}. Like this: ${lines.map(quote).join(' ')}`
}

/** Lines of the built-in voice in this person's words: a listener's word, a figure of their trade, their pet subject. */
function samples(idiolect: Idiolect, { manner }: Voice): string[] {
  const figures = FIGURES[idiolect.trade]
  const heard = (SOCIAL.statement[manner] ?? []).filter((line) => !line.includes('{'))
  return [favouriteOf(idiolect, [...(figures?.unknown ?? []), ...(figures?.well ?? [])]), favouriteOf(idiolect, heard), favouriteOf(idiolect, idiolect.pet.asides)].filter((line) => line !== '').map((line) => phrase(line, idiolect))
}

function quote(words: string): string {
  return `“${words.replace(/^[,\s]+|[,\s]+$/g, '')}”`
}
