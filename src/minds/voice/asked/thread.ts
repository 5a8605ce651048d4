/** What a talk is about so far: what was asked last, in full words, what was answered, and who or what was named last, so that “why?”, “and the inn?”, “how old is she?” can be understood. */
import { goodIn } from '#simulation/trade/goods.ts'
import type { PrivateView } from '../../private-view.ts'
import { readFollowUp, type FollowUp } from '../discourse/follow-up.ts'
import { recordOfFollowUp, recordOfReply, recordOfTelling } from '../discourse/record.ts'
import type { Scene } from '../scene.ts'
import { understand } from '../understand.ts'
import { inPlainWords, type Exchange, type Thread } from './full-words.ts'
import { ownedIn } from './account.ts'
import { whoIn } from '../discourse/matters.ts'
import { peopleIn, spotIn } from './names.ts'
import { isAsking } from './plain.ts'
import { readAsk } from './read-ask.ts'

/** Turns back in which what was named may be meant by “he” or “it”. */
const RECENT_TURNS = 5
/** Follows the talk up to what was heard last. */
export function followTalk(scene: Scene): Thread {
  const { view, partnerId } = scene
  const thread: Thread = { last: null, asked: '', person: null, woman: null, man: null, group: [], spot: null, good: null, latest: null, owned: null, who: null, noun: null, records: [] }
  const turns = view.conversation?.turns ?? []
  let heard: string | null = null
  let lastOwn = ''
  let followUp: FollowUp | null = null
  let namedAt = 0
  turns.forEach((turn, at) => {
    // what was named longer ago is no more what “he” or “it” means
    if (at - namedAt >= RECENT_TURNS) Object.assign(thread, { person: null, woman: null, man: null, group: [], spot: null, latest: null })
    if (turn.speakerId === partnerId && at < turns.length - 1) {
      followUp = readFollowUp(view, turn.text, thread)
      heard = followUp ? turn.text : inPlainWords(view, turn.text, thread, lastOwn)
      if (!followUp && (isAsking(heard) || readAsk(heard)?.kind === 'topic')) thread.asked = heard
      if (note(view, heard, thread, true) || followUp?.record.person) namedAt = at
      const told = recordOfTelling(view, turn.text)
      if (told) thread.records.push(told)
    } else if (turn.speakerId === view.npcId) {
      if (heard !== null && !followUp) thread.last = exchangeOf(view, heard, thread.last, turn.text)
      else if (heard === null) thread.last = { heard: '', act: 'greeting', ask: null, reply: turn.text, main: turn.text }
      const replied = followUp ? recordOfFollowUp(followUp, turn.text) : heard !== null && thread.last ? recordOfReply(view, heard, { ...thread.last, spoken: thread.good }, turn.text) : null
      if (replied) thread.records.push(replied)
      if (note(view, turn.text, thread, false)) namedAt = at
      lastOwn = turn.text
      heard = null
      followUp = null
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

/** Keeps who and what is named in words; whether anybody or any place was. */
function note(view: PrivateView, text: string, thread: Thread, asked: boolean): boolean {
  // to whom one is sent is not who is spoken of
  const people = !asked && /\b(?:if any(?:body|one) knows|may know|could try|\b[Aa]sk \p{Lu})/u.test(text) ? [] : peopleIn(view, text, asked)
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
  const own = asked && people.length === 0 ? whoIn(text) : null
  if (own) Object.assign(thread, { who: own, ...(own.pro === 'he' ? {} : { woman: null }), ...(own.pro === 'she' ? {} : { man: null }) })
  else if (asked && people.length > 0) thread.who = null
  // whom one names oneself in passing does not take the place of those the other tells of
  for (const person of thread.who === null ? people : []) {
    if (person.sex === 'female') thread.woman = person
    else thread.man = person
  }
  const owned = asked ? (ownedIn(text) ?? (thread.owned !== null && new RegExp(`\\bmy ${thread.owned}\\b`, 'i').test(text) ? thread.owned : null)) : null
  if (owned !== null) {
    thread.owned = owned
    if (people.length === 0) thread.latest = 'owned'
  }
  if (!spots) return people.length > 0 || owned !== null
  thread.spot = spots
  // what one mentions in passing does not take the place of what the other tells of
  if (people.length === 0 && owned === null && (asked || thread.latest !== 'owned')) thread.latest = 'spot'
  return true
}
