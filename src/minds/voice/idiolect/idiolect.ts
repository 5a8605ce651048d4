/** What makes one person's way of speaking their own, beyond their manner: drawn once from who they are and where, the same for life. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import type { PrivateView } from '../../private-view.ts'
import type { Voice } from '../manner.ts'
import { ADDRESS, ADDRESS_OF_CULTURE, ADDRESS_OF_FRIENDS, ADDRESS_OF_TRADE, DRIFTS, EXCLAMATIONS, FOLK, GOODBYES, GREETINGS, INTENSIFIERS, OPENERS, TAILS, TICS, YESES } from './habits.ts'
import { FIGURES } from './figures.ts'
import { PET_SUBJECTS, type PetSubject } from './pet-subjects.ts'

/** Whether words are written out (“I am”), left as the line has them, or drawn together (“I’m”). */
export type Contraction = 'full' | 'even' | 'loose'

/** An idiolect. */
export type Idiolect = {
  /** By which tastes are drawn that are not listed here. */
  readonly seed: number
  readonly contraction: Contraction
  readonly openers: readonly string[]
  readonly tails: readonly string[]
  /** One small tic; null for those who have none. */
  readonly tic: string | null
  readonly exclamation: string
  /** What they call a stranger, and somebody they like. */
  readonly address: { readonly stranger: string; readonly friend: string }
  /** How often they say a name they know, 0 never .. 1 always. */
  readonly byName: number
  /** How often a figure of speech of their trade slips in, 0..1. */
  readonly picturesque: number
  /** How often they soften or stress what they think, 0..1. */
  readonly hedging: number
  /** The trade whose figures they use. */
  readonly trade: string
  readonly pet: PetSubject
  /** How they come to it. */
  readonly drift: string
  /** Favourite words in the place of common ones; see `phrase.ts`. */
  readonly words: { readonly greeting: string; readonly goodbye: string; readonly very: string; readonly yes: string; readonly folk: string; readonly think: string; readonly maybe: string; readonly thanks: string; readonly body: 'body' | 'one'; readonly ignorant: string; readonly sorry: string; readonly hello: string; readonly truly: string; readonly faltering: string; readonly bit: string }
}

/** Ways of not being sure, of thanking and the like, from which everybody takes one for life. */
const THINK = ['I think', 'I’d say', 'I reckon', 'I believe', 'I fancy'] as const
const THANKS = ['thank you', 'thank you', 'thanks', 'many thanks', 'my thanks'] as const
const IGNORANT = ['I don’t know', 'I couldn’t say', 'I’ve no idea', 'I couldn’t tell you'] as const
const SORRY = ['I’m sorry', 'I’m sorry', 'forgive me'] as const
const HELLO = ['hello', 'hello there', 'greetings', 'well met'] as const
const FALTERING = ['… ', '… ', ', er, ', ', um, '] as const
const BIT = ['a little', 'a bit', 'a touch'] as const

/** The idiolect of a person: from name and home, so that it is the same whoever speaks for them, and from culture, trade, age and temperament. */
export function idiolectOf(view: Pick<PrivateView, 'name' | 'age' | 'trade' | 'temperament' | 'settlement'>, { manner, talkative }: Voice): Idiolect {
  const { temperament: t, settlement: { culture } } = view
  const seed = hashString(`${view.name} of ${view.settlement.name}`)
  const unit = (n: number): number => unitOf(hashCell(seed, n))
  const pick = <T>(n: number, list: readonly T[]): T => list[Math.floor(unit(n) * list.length)] as T
  const ofCulture = (n: number, lists: { readonly [culture: string]: readonly string[] }): string => pick(n, lists[culture] ?? lists['harrow']!)
  // formal people write words out; the young and the merry draw them together
  const formal = t.conscientiousness * 0.5 + (view.age > 55 ? 0.2 : view.age < 20 ? -0.3 : 0) + (culture === 'oshen' ? 0.3 : 0) + (manner === 'grave' ? 0.2 : manner === 'gruff' || manner === 'merry' ? -0.3 : 0) + unit(1) - 0.5
  const opener = Math.floor(unit(2) * OPENERS[manner].length)
  return {
    seed,
    contraction: formal > 0.25 ? 'full' : formal < -0.1 ? 'loose' : 'even',
    openers: [0, 3].map((step) => OPENERS[manner][(opener + step) % OPENERS[manner].length]!),
    tails: [0, 2].map((step) => TAILS[manner][(Math.floor(unit(3) * TAILS[manner].length) + step) % TAILS[manner].length]!),
    tic: unit(4) < 0.25 ? null : pick(5, TICS[manner]),
    exclamation: ofCulture(6, EXCLAMATIONS),
    address: {
      stranger: unit(7) < 0.4 ? pick(8, ADDRESS[manner]) : unit(7) < 0.7 || !(view.trade in ADDRESS_OF_TRADE) ? ofCulture(9, ADDRESS_OF_CULTURE) : pick(10, ADDRESS_OF_TRADE[view.trade]!),
      friend: pick(11, ADDRESS_OF_FRIENDS[manner]),
    },
    byName: pick(12, [1, 0.8, 0.5]),
    picturesque: Math.min(0.6, Math.max(0.12, 0.25 + 0.2 * t.openness + 0.3 * (unit(13) - 0.5) + 0.1 * (talkative - 0.5))),
    hedging: Math.min(0.6, Math.max(0.1, 0.3 + 0.2 * t.neuroticism - 0.15 * t.extraversion + 0.3 * (unit(14) - 0.5))),
    trade: view.trade in FIGURES ? view.trade : 'elder',
    pet: pick(15, PET_SUBJECTS),
    drift: pick(31, DRIFTS[manner]),
    words: {
      greeting: ofCulture(16, GREETINGS), goodbye: ofCulture(17, GOODBYES), very: ofCulture(18, INTENSIFIERS), yes: ofCulture(19, YESES), folk: ofCulture(20, FOLK),
      think: pick(21, THINK), maybe: pick(22, ['perhaps', 'maybe']), thanks: pick(23, THANKS), body: pick(24, ['body', 'one']), ignorant: pick(25, IGNORANT), sorry: pick(26, SORRY), hello: pick(27, HELLO), truly: pick(28, ['really', 'truly']), faltering: manner === 'shy' ? pick(29, FALTERING) : '… ', bit: pick(30, BIT),
    },
  }
}

/** Of several ways to say the same the one that is this person's. */
export function favouriteOf(idiolect: Idiolect, ways: readonly string[]): string {
  return ways.reduce((best, way) => (fondness(idiolect, way) > fondness(idiolect, best) ? way : best), ways[0] ?? '')
}

/** A number from 0 (included) to 1 (excluded) that says how much a person is given to a line. */
export function fondness(idiolect: Idiolect, line: string): number {
  return unitOf(hashCell(idiolect.seed, hashString(line)))
}
