/** Answers about other people: their age, trade, home and doings as one knows them, who stands near, who lives where, who is the oldest. What one cannot know is left to them. */
import type { KnownPerson } from '../../private-view.ts'
import { wordsOf } from '../../memory/tokens.ts'
import { answer, type Answer } from '../answer.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf, relationSentence, whereabouts } from '../people.ts'
import type { Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { facetOf } from './facets.ts'
import { numberWord } from '#simulation/trade/price-words.ts'
import { WORLD } from '../lines-world.ts'
import { PEOPLE } from './lines-people.ts'
import { coreOf } from './plain.ts'
import type { Ask } from './read-ask.ts'
import { relationReason } from './reasons.ts'
import { strip } from './state.ts'
import { namesOf, peopleIn } from './names.ts'

const CHILD_AGE = 14
/** What makes somebody the most of something, by its words: how much of it each has, and why. */
type Most = { words: RegExp; of: (person: KnownPerson) => number | null; why: (person: KnownPerson) => string; /** Whether it is about how one stands to people. */ isTie?: true }
const MOST: readonly Most[] = [
  { words: /\b(?:oldest|eldest|older|most experienced)\b/, of: ({ age }) => age, why: ({ age }) => `${age} years old.` },
  { words: /\b(?:youngest|younger|smallest)\b/, of: ({ age }) => -age, why: ({ age }) => `Only ${age}.` },
  { words: /\b(?:rich\w*|wealth\w*)\b/, of: ({ trade }) => ({ trader: 3, innkeeper: 2, miller: 1 })[trade] ?? null, why: ({ trade }) => `Nobody here is rich, but ${/^[aeiou]/.test(trade) ? 'an' : 'a'} ${trade} sees most of the coin.` },
  { words: /\bstrong\w*\b/, of: ({ trade, age }) => (age > CHILD_AGE && age < 60 ? (({ smith: 4, woodcutter: 3, miller: 2, farmer: 1 })[trade] ?? null) : null), why: ({ trade }) => `That comes of being the ${trade}.` },
  { words: /\bbest (?:cook|baker|food|bread)\b/, of: ({ trade }) => ({ innkeeper: 2, baker: 3 })[trade] ?? null, why: ({ trade }) => `It is the ${trade}’s trade, after all.` },
  { words: /\b(?:wis\w*|clever\w*|smart\w*|know\w*)\b/, of: ({ age, trade }) => age + (trade.startsWith('keeper') || trade === 'herbalist' ? 30 : 0), why: () => 'People go there with their questions.' },
  { words: /\b(?:kind\w*|nic\w*|friendl\w*|best \w+|funni\w*|prett\w*|happi\w*|generous|brav\w*)\b/, of: ({ warmth }) => warmth, why: relationReason, isTie: true },
  { words: /\b(?:mean\w*|rud\w*|worst \w+|grump\w*|laz\w*|unfriendl\w*|dangerous|annoying|stingy)\b/, of: ({ warmth }) => (warmth < 0 ? -warmth : null), why: relationReason, isTie: true },
]

/** An answer about other people; null where nobody known is meant. */
export function answerPeople(scene: Scene, ask: Ask): Answer | null {
  switch (ask.kind) {
    case 'third': return answerThird(scene)
    case 'who-near': return answerNear(scene)
    case 'who-lives': return answerDwellers(scene, ask.about)
    case 'how-many-live': return /\b(?:people|souls|inhabitants|live|folk|big|large)\b/.test(coreOf(scene.heard)) && !/\bold\b/.test(coreOf(scene.heard)) ? answer(scene, { key: 'on-topic' }, [PEOPLE.count, { n: numberWord(scene.view.knows.filter(({ id }) => id !== 'player').length + 1) }]) : null
    case 'superlative': return answerMost(scene, ask.about)
    case 'leader': return answerLeader(scene)
    case 'ruler': return answer(scene, { key: 'on-topic' }, [/\b(?:crime|criminals?|prison|laws?|judge|police)\b/.test(coreOf(scene.heard)) ? PEOPLE.crime : PEOPLE.ruler])
    default: return null
  }
}

/** What is asked of one person or of several who were named. */
function answerThird(scene: Scene): Answer | null {
  const { view } = scene
  const core = coreOf(scene.heard)
  const people = peopleIn(view, scene.heard, true)
  const [person] = people
  if (!person) return null
  const name = givenOf(person)
  const inner = { key: person.warmth < -0.2 ? ('person-bad' as const) : ('person' as const), slots: { person: name } }
  const slots = { person: name, years: String(person.age), theirTrade: person.trade, theirHome: person.home, doing: person.doing ? strip(person.doing) : null, seen: `${capitalise(strip(whereabouts(person)))}.`, lately: relationReason(person) }
  switch (facetOf(core)) {
    case 'compare':
    case 'age': return answer(scene, inner, people.length > 1 ? [PEOPLE.ages, { list: people.map((each) => `${givenOf(each)} is ${each.age}`).join(', ') }] : [PEOPLE.age, slots])
    case 'name': return answer(scene, inner, people.length > 1 ? [PEOPLE.names, { list: namesOf(people) }] : [PEOPLE.name, slots])
    // where somebody is is said again to whoever asks again
    case 'where': return answer(scene, inner, [WORLD['where-person'], slots]) ?? answer({ ...scene, recent: [] }, inner, [WORLD['where-person'], slots])
    case 'home': return answer(scene, inner, [PEOPLE.home, slots])
    case 'doing': return answer(scene, inner, person.doing ? [PEOPLE.doing, slots] : [PEOPLE['doing-guess'], slots])
    case 'trade': return answer(scene, inner, [person.age < CHILD_AGE ? PEOPLE['trade-child'] : PEOPLE.trade, slots])
    case 'alive': return answer(scene, inner, [PEOPLE.alive, slots])
    case 'how': return answer(scene, inner, [PEOPLE.how, slots])
    case 'good': return answer(scene, inner, [person.warmth > 0.15 ? PEOPLE.good : person.warmth < -0.15 ? PEOPLE.bad : PEOPLE.fair, slots])
    case 'married': return person.kinship === 'spouse' ? answer(scene, inner, [PEOPLE.married, slots]) : answer(scene, inner, [PEOPLE.private, slots])
    case 'private': return answer(scene, inner, [PEOPLE.private, slots])
    case null: return null
  }
}

/** Who is in sight, nearest first. */
function answerNear(scene: Scene): Answer | null {
  const { view } = scene
  const core = coreOf(scene.heard)
  const seen = [...new Set([...view.present.map(({ id }) => id), ...view.knows.filter(({ doing }) => doing !== null).map(({ id }) => id)])].flatMap((id) => view.knows.find((other) => other.id === id && id !== 'player') ?? [])
  const wanted = /\b(?:woman|lady|girl)\b/.test(core) ? 'female' : /\b(?:man|boy|fellow|guy)\b/.test(core) ? 'male' : null
  const fit = seen.filter(({ sex, age }) => (wanted === null || sex === wanted) && (!/\b(?:child|girl|boy|kid)\b/.test(core) || age < CHILD_AGE) && (!/\belder\b/.test(core) || age >= 60))
  const [first] = fit
  if (!first) return answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [PEOPLE['near-none']])
  if (fit.length > 1 && /\b(?:are|those|these|people|around|else|anybody|anyone|somebody|someone|here$)\b/.test(core)) return answer(scene, { key: 'person', slots: { person: givenOf(first) } }, [PEOPLE['near-more'], { list: fit.slice(0, 4).map((each) => `${givenOf(each)}, ${each.doing ? strip(each.doing) : `the ${each.trade}`}`).join('; ') }])
  return answer(scene, { key: 'person', slots: { person: givenOf(first) } }, [PEOPLE.near, { person: givenOf(first), theirTrade: first.trade, doing: first.doing ? strip(first.doing) : null, relation: relationSentence(first, scene.idiolect) }])
}

function answerDwellers(scene: Scene, about: string): Answer | null {
  const { view } = scene
  const said = wordsOf(about.replace(/\b(?:in|at|the|house|home|cottage|that|this|here|there|by|of|end|village|next|door|to|over)\b/g, ' '))
  if (said.length === 0) return null
  const fits = (home: string): boolean => said.every((word) => wordsOf(home).includes(word))
  const people = view.knows.filter(({ id, home, workplace }) => id !== 'player' && (fits(home) || fits(workplace)))
  const mine = fits(view.home)
  if (people.length === 0) return mine ? answer(scene, { key: 'on-topic' }, [PEOPLE['lives-me']]) : null
  const list = people.slice(0, 4).map((person) => `${givenOf(person)}, the ${person.trade}`).join('; ')
  return answer(scene, { key: 'on-topic' }, [people.length > 1 ? PEOPLE['lives-many'] : PEOPLE.lives, { list: mine ? `${list}; and I` : list }])
}

function answerMost(scene: Scene, about: string): Answer | null {
  const { view } = scene
  const rule = MOST.find(({ words }) => words.test(about))
  if (!rule) return answer(scene, { key: 'on-topic' }, [PEOPLE['most-none']])
  const me: KnownPerson = { id: view.npcId, name: view.name, sex: view.sex, age: view.age, trade: view.trade, kinship: null, warmth: 0, trust: 0, familiarity: 1, lastReason: '', home: view.home, workplace: view.workplace, doing: null }
  const all = [...view.knows.filter(({ id }) => id !== 'player'), ...(rule.isTie || about.endsWith('er') ? [] : [me])].flatMap((person) => {
    const value = rule.of(person)
    return value === null ? [] : [{ person, value }]
  })
  const best = all.sort((a, b) => b.value - a.value)[0]?.person
  if (!best) return answer(scene, { key: 'on-topic' }, [PEOPLE['most-none']])
  const slots = { person: givenOf(best), why: capitalise(rule.why(best)) }
  return best === me ? answer(scene, { key: 'on-topic' }, [PEOPLE['most-me'], slots]) : answer(scene, { key: 'person', slots: { person: givenOf(best) } }, [PEOPLE.most, best.kinship ? { ...slots, person: `${givenOf(best)}, ${kinWords(best)}` } : slots])
}

function answerLeader(scene: Scene): Answer | null {
  const { view } = scene
  const oldest = view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.age - a.age)[0]
  if (!oldest || oldest.age < view.age) return answer(scene, { key: 'on-topic' }, [PEOPLE['leader-me']])
  return answer(scene, { key: 'person', slots: { person: givenOf(oldest) } }, [PEOPLE.leader, { person: givenOf(oldest) }])
}
