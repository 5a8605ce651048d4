/** What a talk is about so far: what was asked last, in full words, what was answered, and who or what was named last, so that “why?”, “and the inn?”, “how old is she?” can be understood. */
import { goodIn } from '#simulation/trade/goods.ts'
import type { PrivateView } from '../../private-view.ts'
import type { Scene } from '../scene.ts'
import { understand } from '../understand.ts'
import { inPlainWords, type Exchange, type Thread } from './full-words.ts'
import { ownedIn } from './account.ts'
import { peopleIn, spotIn } from './names.ts'
import { isAsking } from './plain.ts'
import { readAsk } from './read-ask.ts'

/** Turns back in which what was named may be meant by “he” or “it”. */
const RECENT_TURNS = 5
/** Follows the talk up to what was heard last. */
export function followTalk(scene: Scene): Thread {
  const { view, partnerId } = scene
  const thread: Thread = { last: null, asked: '', person: null, woman: null, man: null, group: [], spot: null, good: null, latest: null, owned: null, noun: null }
  const turns = view.conversation?.turns ?? []
  let heard: string | null = null
  let lastOwn = ''
  turns.forEach((turn, at) => {
    // what was named longer ago is no more what “he” or “it” means
    if (at === turns.length - RECENT_TURNS) Object.assign(thread, { person: null, woman: null, man: null, group: [], spot: null, latest: null })
    if (turn.speakerId === partnerId && at < turns.length - 1) {
      heard = inPlainWords(view, turn.text, thread, lastOwn)
      if (isAsking(heard) || readAsk(heard)?.kind === 'topic') thread.asked = heard
      note(view, heard, thread, true)
    } else if (turn.speakerId === view.npcId) {
      if (heard !== null) thread.last = exchangeOf(view, heard, thread.last, turn.text)
      else thread.last = { heard: '', act: 'greeting', ask: null, reply: turn.text, main: turn.text }
      note(view, turn.text, thread, false)
      lastOwn = turn.text
      heard = null
    }
  })
  return thread
}

function exchangeOf(view: PrivateView, heard: string, before: Exchange | null, reply: string): Exchange {
  const ask = readAsk(heard)
  // a follow-up goes on about what it followed
  if (ask?.kind.startsWith('follow') && before && before.heard !== '') return { ...before, reply, main: `${before.main} ${reply}` }
  return { heard, act: understand(heard, { lastOwn: before?.reply ?? '', people: view.knows.map(({ name }) => name), places: [] }).act, ask, reply, main: reply }
}

/** Who and what is named in words. */
function note(view: PrivateView, text: string, thread: Thread, asked: boolean): void {
  const people = peopleIn(view, text, asked)
  const spots = spotIn(view, text)
  // figures of speech sell nothing
  if (asked) thread.good = goodIn(text) ?? thread.good
  if (asked) thread.noun = /\b(?:an?|any|some|of|like|need|pair of|buy|sell|new) ((?:\w+ )?[a-z]{3,})(?= with| in| that| who|[?.!,]|$)/i.exec(text)?.[1]?.replace(/^(?:the|an?|pair|new|some) (?:of )?/i, '') ?? thread.noun
  const [first] = people
  if (people.length > 1) {
    thread.group = people
    thread.latest = 'group'
  } else if (first) {
    thread.person = first
    thread.latest = 'person'
  }
  for (const person of people) {
    if (person.sex === 'female') thread.woman = person
    else thread.man = person
  }
  const owned = asked ? (ownedIn(text) ?? (thread.owned !== null && new RegExp(`\\bmy ${thread.owned}\\b`, 'i').test(text) ? thread.owned : null)) : null
  if (owned !== null) {
    thread.owned = owned
    if (people.length === 0) thread.latest = 'owned'
  }
  if (!spots) return
  thread.spot = spots
  // what one mentions in passing does not take the place of what the other tells of
  if (people.length === 0 && owned === null && (asked || thread.latest !== 'owned')) thread.latest = 'spot'
}
