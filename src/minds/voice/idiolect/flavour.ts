/** What a person adds to an answer that is theirs alone: an opener, a figure of their trade, their pet subject, a tic. Nothing of it changes what was said. */
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { meetingAsked } from '../answer-meeting.ts'
import type { Scene } from '../scene.ts'
import { isStopWord } from '../../memory/tokens.ts'
import { isRepeat, roll } from '../speak.ts'
import type { Act } from '../understand.ts'
import { FIGURES, type Moment } from './figures.ts'

/** What an answer is to: the act that was answered and the inner line that goes with it; null at a first or last word. */
export type Said = { act: Act | 'welcome' | 'parting' | 'neighbour'; inner: string; isTold: boolean }

/** Longer than this nothing is added, characters. */
const LONGEST = 150
/** Own lines back in which a tic, and an opener, is not heard again. */
const TIC_LINES = 4
const OPENER_LINES = 3
/** Own lines back in which no figure and no aside is heard twice. */
const FRESH_LINES = 60
/** Own lines between two returns to the pet subject. */
const PET_LINES = 6
const LONGEST_TIC = 14
const OPENER_SHARE = 0.24
const PET_SHARE = 0.65
const TIC_SHARE = 0.3
const EXCLAMATION_SHARE = 0.25
/** Answers during which nobody has a mind for small habits. */
const EARNEST: ReadonlySet<Said['act']> = new Set(['insult', 'threat', 'foreign', 'love', 'sorry', 'ask-would', 'ask-fears'])
/** Answers that are nothing but manners. */
const MERE_MANNERS: ReadonlySet<Said['act']> = new Set(['greeting', 'thanks', 'yes', 'no'])
/** Answers after which the talk may drift to what one likes to talk of: small talk, and what holds no answer. */
const PASTIMES: ReadonlySet<Said['act']> = new Set(['ask-how', 'ask-weather', 'ask-likes', 'ask-company', 'ask-doing', 'ask-trade', 'ask-time', 'ask-place', 'ask-feelings', 'compliment', 'yes', 'laugh'])
/** Answers that one may well exclaim at. */
const STARTLING: ReadonlySet<Said['act']> = new Set(['tell-news', 'tell-self', 'gift', 'compliment', 'nonsense', 'ask-self'])
/** Openers for which there must be something to think about. */
const THOUGHTFUL = /^(?:Let me|You know|Well now|Now|I see|Goodness)/
/** Inner lines of those who are not well. */
const UNWELL: ReadonlySet<string> = new Set(['food', 'rest', 'company', 'duty', 'safety', 'shelter', 'low', 'felt-bad'])
/** Beginnings that bear no opener before them. */
const OPEN_ALREADY = /^(?:Oh|Ah|Um|Well|Ha|Hm|Er|I…|Mm|Look|Pah|So|You know|Let me|No[.,?]|Yes|Aye|Bah|Bless|Me\?|My|Hello|Good|Listen|Now|And|But|By|\p{Lu}\p{L}+, is it|.{1,14}[!?…])/u

/** The answer with one or two of the person's own habits, or as it is. `isFull`: nothing more should be said after it, for it has come to something else already. */
export function flavour(scene: Scene, text: string, said: Said): { text: string; isFull: boolean } {
  if (EARNEST.has(said.act) || binds(scene, text)) return { text, isFull: false }
  const added = text.length > LONGEST ? text : withAddition(scene, text, said)
  return { text: withOpener(scene, added, said), isFull: added.length > text.length + LONGEST_TIC }
}

/** Whether words bind the one who says them, or ask for a meeting: those are said as they are. */
function binds(scene: Scene, text: string): boolean {
  const { worldSeconds } = scene.view
  return readPromise(text, worldSeconds) !== null || meetingAsked(text, worldSeconds) !== null
}

/** One thing at most: a figure of speech, the pet subject or a tic. */
function withAddition(scene: Scene, text: string, said: Said): string {
  const { idiolect, dice } = scene
  const moment = momentOf(scene, text, said)
  if (moment && roll(dice, 'figure') < idiolect.picturesque * (moment === 'welcome' || moment === 'age' || moment === 'trouble' ? 0.6 : 1.4)) {
    const figure = fresh(scene, FIGURES[idiolect.trade]?.[moment] ?? [], 'which figure')
    if (figure && !text.includes('?')) return `${text} ${figure}`
  }
  if (said.act === 'welcome' || said.act === 'parting' || said.isTold || text.endsWith('?')) return text
  const turn = scene.ownTurns.length
  if (PASTIMES.has(said.act) && turn >= 3 && !lately(scene, PET_LINES, (line) => idiolect.pet.asides.some((aside) => line.includes(aside.slice(1)))) && roll(dice, 'pet subject') < PET_SHARE * (0.5 + scene.voice.talkative)) {
    const aside = fresh(scene, idiolect.pet.asides, 'which aside')
    if (aside) return `${text} ${idiolect.drift}${lowered(scene, aside)}`
  }
  const { tic } = idiolect
  if (tic !== null && !text.toLowerCase().includes(tic.toLowerCase().replace(/[.!?…]+$/, '')) && !MERE_MANNERS.has(said.act) && /[.!]$/.test(text) && !lately(scene, TIC_LINES, (line) => line.includes(tic)) && roll(dice, 'tic') < TIC_SHARE) return `${text} ${tic}`
  return text
}

/** What the answer gives occasion to; null for most. */
function momentOf(scene: Scene, text: string, { act, inner }: Said): Moment | null {
  if (act === 'welcome' || act === 'parting') return act
  if (act === 'ask-how' || act === 'ask-feelings' || act === 'ask-company') return inner === 'content' || inner === 'felt-good' ? 'well' : UNWELL.has(inner) ? 'unwell' : null
  if (act === 'ask-age') return text.includes(String(scene.view.age)) ? 'age' : null
  if (inner === 'on-unknown') return act === 'nonsense' || act === 'foreign' || act === 'ask-about-me' || act === 'ask-remember' ? null : 'unknown'
  if (inner === 'work') return act === 'ask-trade' || act === 'ask-doing' ? 'work' : null
  if (act === 'statement' && inner === 'on-topic') return 'listen'
  return inner === 'on-sorry-for' ? 'trouble' : null
}

/** One of `lines` that was not said in a long while; null when all were. */
function fresh(scene: Scene, lines: readonly string[], purpose: string): string | null {
  const start = Math.floor(roll(scene.dice, purpose) * lines.length)
  const before = [...scene.memories.filter(({ kind }) => kind === 'said').slice(-FRESH_LINES).map(({ text }) => text), ...scene.ownTurns]
  return lines.map((_, i) => lines[(start + i) % lines.length]!).find((line) => !before.some((said) => said.includes(line.slice(1))) && !scene.recent.some((said) => isRepeat(line, said))) ?? null
}

function lately(scene: Scene, lines: number, hit: (line: string) => boolean): boolean {
  return scene.recent.slice(-lines).some(hit)
}

/** The answer after a word that the person begins with now and then, or after a cry. */
function withOpener(scene: Scene, text: string, { act }: Said): string {
  const { idiolect, dice } = scene
  if (text.length <= 12 || act === 'welcome' || act === 'parting' || act === 'neighbour' || OPEN_ALREADY.test(text) || /^[“…]|, (?:er|um), /.test(text)) return text
  if (STARTLING.has(act) && scene.voice.manner !== 'gruff' && roll(dice, 'cry') < EXCLAMATION_SHARE && !lately(scene, 8, (line) => line.includes(idiolect.exclamation))) return `${idiolect.exclamation} ${text}`
  const opener = idiolect.openers[roll(dice, 'which opener') < 0.6 ? 0 : 1]!
  if (THOUGHTFUL.test(opener) && !act.startsWith('ask')) return text
  if (roll(dice, 'opener') > OPENER_SHARE || lately(scene, OPENER_LINES, (line) => idiolect.openers.some((each) => line.startsWith(each)))) return text
  const runsOn = opener.endsWith(',') || opener.endsWith('…')
  return `${opener} ${runsOn ? lowered(scene, text) : text}`
}

/** The first letter small, where it is no name's and no “I”. */
function lowered(scene: Scene, text: string): string {
  if (/^I\b/.test(text)) return text
  const first = text.split(/[^\p{L}’'-]/u)[0] ?? ''
  const { view, partnerName } = scene
  const names = [view.settlement.name, view.place.region, view.name, partnerName ?? '', ...[...view.knows, ...view.dead, ...view.infants].map(({ name }) => name), ...view.settlement.neighbours.map(({ name }) => name), ...view.country.map(({ name }) => name)].flatMap((name) => name.split(' '))
  return names.includes(first) && !isStopWord(first.toLowerCase()) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
