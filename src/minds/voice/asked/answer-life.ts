/** Answers about one’s own life and how one is: true of kin, years, feelings, needs and plans; favourites are one’s own for life. */
import { dayOf } from '#simulation/clock.ts'
import { distanceWords } from '../../place-words.ts'
import { answerOpinionOf } from '../discourse/answer-opinion.ts'
import { isKnownSubject } from '../discourse/opinion.ts'
import type { KnownPerson } from '../../private-view.ts'
import { whenWords } from '../answer-meeting.ts'
import { answer, type Answer } from '../answer.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf } from '../people.ts'
import { partnerOf, type Scene } from '../scene.ts'
import { capitalise } from '../speak.ts'
import { tellMemory } from '../tell.ts'
import { favouriteOf, ownOf, shareOf, tasteFor } from './favourites.ts'
import { CRAFTS } from './crafts.ts'
import { LIFE } from './lines-life.ts'
import type { Ask } from './read-ask.ts'
import { FOLLOW } from './lines-follow.ts'
import { coreOf } from './plain.ts'
import { hereReason, relationReason } from './reasons.ts'
import { sentence, stateOf, strip, toYou } from './state.ts'
import { peopleIn, spotIn } from './names.ts'
import { tradeIdOf } from './trade-id.ts'

const INNER = { key: 'on-topic' } as const
/** Share of grown people who have been to the next settlement. */
const TRAVELLED_SHARE = 0.4
/** How far one has surely been, metres. */
const KNOWN_METERS = 1500
const CHILD_AGE = 14
const TRUSTED = 0.5

/** An answer about oneself; null where something else is asked. */
export function answerLife(scene: Scene, ask: Ask): Answer | null {
  const { view } = scene
  const { kind, about } = ask
  const heard = scene.heard
  switch (kind) {
    case 'born': return answer(scene, INNER, /\bbirthday\b/i.test(heard) ? [LIFE.birthday] : [LIFE.born])
    case 'since-here': return answer(scene, INNER, [LIFE['since-here']])
    case 'travelled': return answerTravelled(scene)
    case 'parents': return answerParents(scene)
    case 'best-day': return answer(scene, INNER, [LIFE['best-day'], { day: bestDay(scene) }])
    case 'worst-day': {
      const memory = (partnerOf(scene)?.trust ?? 0) > TRUSTED ? view.badMemories[0] : undefined
      return answer(scene, { key: 'low' }, memory ? [LIFE['worst-told'], { memory: memory.of }] : [LIFE['worst-not']])
    }
    case 'proud': return answer(scene, { key: 'on-pleased' }, [LIFE.proud, { pride: pride(scene) }])
    case 'regret': return answer(scene, { key: 'low' }, [LIFE.regret])
    case 'childhood': return answer(scene, INNER, [view.age < CHILD_AGE ? LIFE['childhood-now'] : LIFE.childhood])
    case 'eaten': {
      const food = favouriteOf(view, 'food')?.thing ?? 'bread'
      if (/\b(?:usually|normally|people)\b/i.test(heard)) return answer(scene, INNER, [LIFE['eat-here'], { food: capitalise(food) }])
      return answer(scene, INNER, view.needs.food > 0.55 ? [LIFE['eaten-today'], { food: ownOf(view.npcId, `meal ${dayOf(view.worldSeconds)}`, ['Bread and cheese', 'Porridge', 'Bread and an onion', 'Soup and yesterday’s bread']) }] : [LIFE['eaten-not'], { food: capitalise(food) }])
    }
    case 'slept': return answer(scene, INNER, [view.needs.rest > 0.45 ? LIFE.slept : LIFE['slept-bad']])
    case 'want-most': return answer(scene, INNER, [LIFE.wants, { wish: wish(scene) }])
    case 'dream': return answer(scene, INNER, /\byour dream\b/i.test(heard) ? [LIFE.wants, { wish: wish(scene) }] : [LIFE.dream])
    case 'favourite': return answerFavourite(scene, about || heard)
    case 'like-thing': return answerTaste(scene, about)
    case 'like-here':
      if (/^why\b/.test(coreOf(heard))) return answer(scene, INNER, [FOLLOW.because, { reason: hereReason(scene) }])
      return answer(scene, INNER, [LIFE['like-here'], { here: here(scene) }])
    case 'like-me':
    case 'trust-me': return answerTie(scene, kind)
    case 'trust-you': return answer(scene, INNER, [LIFE['trust-me']])
    case 'love-kin': return answerLove(scene)
    case 'foe': {
      const foe = view.knows.filter(({ id, warmth }) => id !== 'player' && warmth < -0.15).sort((a, b) => a.warmth - b.warmth)[0]
      return foe ? answer(scene, { key: 'person-bad', slots: { person: givenOf(foe) } }, [LIFE.foe, { person: givenOf(foe), reason: capitalise(relationReason(foe)) }]) : answer(scene, INNER, [LIFE['foe-none']])
    }
    case 'day-plan': return answerPlan(scene)
    case 'state': case 'looks': case 'why-state': return answerState(scene, kind, about)
    default: return null
  }
}

function answerState(scene: Scene, kind: 'state' | 'looks' | 'why-state', word: string): Answer | null {
  const state = stateOf(scene, word)
  if (!state) return null
  const inner = { key: state.is === ['sad', 'unhappy', 'afraid', 'lonely', 'tired', 'hungry', 'angry', 'worried', 'upset'].includes(word) ? ('low' as const) : ('content' as const) }
  const slots = { adj: word, reason: state.reason }
  if (kind === 'why-state') return answer(scene, inner, state.is ? [LIFE['looks-yes'], slots] : [LIFE['not-so'], slots])
  if (kind === 'looks') return answer(scene, inner, [state.is ? LIFE['looks-yes'] : LIFE['looks-no'], slots])
  return answer(scene, inner, [state.is ? LIFE.yes : LIFE.no, slots])
}

function answerTravelled(scene: Scene): Answer | null {
  const { view } = scene
  const sea = view.country.find(({ kind }) => kind === 'sea')
  if (/\b(?:sea|ocean|coast)\b/i.test(scene.heard)) return sea && sea.meters < KNOWN_METERS * 2 ? answer(scene, INNER, [LIFE['sea-seen'], { direction: sea.direction, distance: distanceWords(sea.meters) }]) : answer(scene, INNER, [LIFE['sea-unseen']])
  const spot = spotIn(view, scene.heard)
  if (spot) return answer(scene, INNER, [spot.meters < KNOWN_METERS || hasTravelled(scene) ? LIFE['place-seen'] : LIFE['place-unseen'], { thing: spot.name, direction: spot.direction, distance: distanceWords(spot.meters) }])
  const next = view.settlement.neighbours[0]
  if (next && hasTravelled(scene)) return answer(scene, INNER, [{ any: ['To {thing}, a few times; that’s {distance}. No further.', 'As far as {thing}, {direction} of here. That was far enough.'] }, { thing: next.name, direction: next.direction, distance: distanceWords(next.meters) }])
  return answer(scene, INNER, [LIFE['not-travelled']])
}

/** Whether somebody has been to the next settlement; the same for life. */
function hasTravelled({ view }: Scene): boolean {
  return view.age >= CHILD_AGE && (view.trade === 'trader' || shareOf(view.npcId, 'travelled') < TRAVELLED_SHARE + 0.2 * view.temperament.openness)
}

function answerParents(scene: Scene): Answer | null {
  const parents = scene.view.knows.filter(({ kinship }) => kinship === 'parent')
  const wanted = /\b(?:mother|mum|mom|grandmother)\b/i.test(scene.heard) ? 'female' : /\b(?:father|dad|grandfather)\b/i.test(scene.heard) ? 'male' : null
  if (/\bgrand/i.test(scene.heard) || parents.length === 0) return answer(scene, { key: 'low' }, [LIFE['parents-dead']])
  const meant = wanted === null ? parents : parents.filter(({ sex }) => sex === wanted)
  const missing = wanted !== null && meant.length === 0 ? wanted : parents.length === 1 && wanted === null ? (parents[0]?.sex === 'female' ? 'male' : 'female') : null
  const told = (meant.length > 0 ? meant : parents).map(parentWords).join(' ')
  const slots = { person: givenOf(meant[0] ?? parents[0]!) }
  return missing ? answer(scene, { key: 'person', slots }, [LIFE['one-parent'], { kin: told, lost: missing === 'female' ? 'My mother' : 'My father' }]) : answer(scene, { key: 'person', slots }, [LIFE.parents, { kin: told }])
}

function parentWords(person: KnownPerson): string {
  return `${capitalise(kinWords(person))} is ${givenOf(person)}, ${person.trade === 'elder' ? `${person.age} years old` : `the ${person.trade}`}.`
}

function kinOf(scene: Scene, kinship: KnownPerson['kinship']): KnownPerson | undefined {
  return scene.view.knows.filter((other) => other.kinship === kinship).sort((a, b) => b.age - a.age)[0]
}

function bestDay(scene: Scene): string {
  const child = kinOf(scene, 'child')
  const spouse = kinOf(scene, 'spouse')
  const { view } = scene
  if (view.age < CHILD_AGE) return 'The day I found a nest and told nobody'
  if (child && shareOf(view.npcId, 'best day') < 0.6) return `The day ${givenOf(child)} was born`
  if (spouse) return `The day I married ${givenOf(spouse)}`
  const trade = tradeIdOf(view.trade)
  return trade && view.age < 66 ? `The day I first worked as ${/^[aeiou]/.test(view.trade) ? 'an' : 'a'} ${view.trade} on my own` : 'A day on the bench, with everybody still alive'
}

function pride(scene: Scene): string {
  const { view } = scene
  const children = view.knows.filter(({ kinship }) => kinship === 'child')
  if (children.length > 0 && shareOf(view.npcId, 'pride') < 0.55) return `Of ${children.map(givenOf).join(' and ')}`
  if (view.age < CHILD_AGE) return 'That I can run faster than the dog'
  const trade = tradeIdOf(view.trade)
  return trade && view.age < 66 ? `Of my work; of ${CRAFTS[trade].best}` : `That I am ${view.age} and still on my feet`
}

function wish(scene: Scene): string {
  const { view } = scene
  const child = kinOf(scene, 'child')
  const lack = Math.min(view.needs.food, view.needs.rest)
  if (lack < 0.3) return view.needs.food < view.needs.rest ? 'Something to eat' : 'A night’s sleep'
  const feeling = view.feelings.find(({ kind, intensity }) => kind === 'grief' && intensity > 0.2)
  if (feeling) return 'To have those back who are gone'
  const own = ['That nothing changes', 'A year without worry', 'A little more time', 'Peace with my neighbours', 'To be needed', 'To see what is beyond these hills, once']
  if (child) own.push(`That ${givenOf(child)} grows up well`, `That ${givenOf(child)} has it easier than I`)
  return ownOf(view.npcId, 'wish', own)
}

function answerFavourite(scene: Scene, about: string): Answer | null {
  const { view } = scene
  if (/\b(?:person|people|neighbour|neighbor|friend|child|son|daughter|man|woman)\b/i.test(about)) {
    const dear = view.knows.filter(({ id }) => id !== 'player').sort((a, b) => b.warmth - a.warmth)[0]
    return dear ? answer(scene, { key: 'person', slots: { person: givenOf(dear) } }, [LIFE['favourite-person'], { person: givenOf(dear), reason: relationReason(dear) }]) : answer(scene, INNER, [LIFE['favourite-none']])
  }
  const fond = favouriteOf(view, about.toLowerCase())
  return fond ? answer(scene, INNER, [LIFE.favourite, { thing: fond.thing, because: fond.because }]) : answer(scene, INNER, [LIFE['favourite-none']])
}

function answerTaste(scene: Scene, about: string): Answer | null {
  const { view } = scene
  // people and the place have answers of their own
  if (peopleIn(view, scene.heard, true).length > 0 || /\b(?:here|village|place|people|neighbou?rs?|everyone|everybody|life)\b/i.test(about)) return null
  const thing = about.replace(/^(?:to |the (?=\w+$))/, '').replace(/\?+$/, '')
  const taste = tasteFor(view, thing)
  // what nobody here has met with is liked by nobody; thought of, it is judged like everything
  if (!taste) return isKnownSubject(thing) || !/^(?:do|don't|would|did)\b/.test(coreOf(scene.heard)) ? answerOpinionOf(scene, thing) : answer(scene, INNER, [LIFE['not-known'], { thing }])
  return answer(scene, INNER, [LIFE[taste.likes], { thing, because: taste.because }])
}

function here(scene: Scene): string {
  const { view } = scene
  const kin = view.knows.filter(({ kinship }) => kinship !== null)
  const foe = view.knows.find(({ warmth }) => warmth < -0.4)
  if (foe && view.temperament.agreeableness < 0) return 'One can’t choose all the neighbours.'
  return kin.length > 0 ? `Mine are here: ${kin.slice(0, 3).map(givenOf).join(', ')}.` : 'I know every stone.'
}

function answerTie(scene: Scene, kind: 'like-me' | 'trust-me'): Answer | null {
  const partner = partnerOf(scene)
  const reason = partner && !['', 'we talked'].includes(partner.lastReason) ? sentence(toYou(scene, partner.lastReason).replace(/\bthey\b/g, 'you').replace(/\bthem\b/g, 'you').replace(/\btheir\b/g, 'your')) : ''
  const slots = { tie: reason || 'We have talked, and I was glad of it.' }
  const inner = { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } } as const
  if (kind === 'trust-me') {
    if (/\b(?:afraid|scared|fear)\b/i.test(scene.heard)) return answer(scene, inner, [LIFE.no, { adj: 'afraid of you', reason: 'You have done nothing to frighten me.' }])
    return answer(scene, inner, partner && partner.trust > TRUSTED ? [LIFE['trust-yes'], slots] : [LIFE['trust-no']])
  }
  if (/\b(?:angry|cross|mad|upset|annoyed)\b/i.test(scene.heard)) {
    const angry = scene.view.feelings.find(({ kind: felt, intensity, aboutId }) => (felt === 'anger' || felt === 'reproach') && intensity > 0.12 && aboutId === 'player')
    return answer(scene, inner, angry || (partner?.warmth ?? 0) < -0.1 ? [LIFE.yes, { adj: 'angry', reason: angry ? sentence(toYou(scene, angry.cause)) : slots.tie }] : [LIFE.no, { adj: 'angry', reason: 'You have given me no cause.' }])
  }
  if (/\bdo i (?:annoy|bother|bore|frighten|scare|disturb)|\bam i\b/i.test(scene.heard)) return answer(scene, inner, [LIFE.no, { adj: 'disturbing me', reason: 'I talk as long as I like, and then I go.' }])
  if (!partner || (Math.abs(partner.warmth) < 0.16 && partner.familiarity < 0.3)) return answer(scene, inner, [LIFE['like-you-new']])
  return answer(scene, inner, partner.warmth < -0.05 ? [LIFE['like-you-not'], slots] : [LIFE['like-you'], slots])
}

function answerLove(scene: Scene): Answer | null {
  const [person] = peopleIn(scene.view, scene.heard, true)
  if (!person) return /\b(?:mother|father|parents)\b/i.test(scene.heard) ? answer(scene, { key: 'low' }, [LIFE['parents-dead']]) : null
  const lines = person.warmth > 0.45 ? LIFE['love-yes'] : person.warmth > 0 ? LIFE['love-some'] : LIFE['love-no']
  return answer(scene, { key: 'person', slots: { person: givenOf(person) } }, [lines, { person: givenOf(person) }])
}

function answerPlan(scene: Scene): Answer | null {
  const { view, heard } = scene
  const trade = tradeIdOf(view.trade)
  const work = view.age < CHILD_AGE ? 'Play, and fetch water when they find me' : view.age >= 66 ? 'Sit, whittle and see who passes' : `My work, ${trade ? CRAFTS[trade].makes.replace(/^nothing[;,] ?/, '') : 'as always'}`
  if (/\byesterday\b/i.test(heard)) {
    const memory = scene.memories.findLast(({ kind, worldSeconds }) => (kind === 'did' || kind === 'perceived') && dayOf(worldSeconds) === dayOf(view.worldSeconds) - 1)
    return memory ? answer(scene, { key: 'work' }, [LIFE.yesterday, { item: capitalise(tellMemory(scene, memory)) }]) : answer(scene, { key: 'work' }, [LIFE['yesterday-usual']])
  }
  const meeting = view.appointments.find(({ kind, state, atSeconds }) => kind === 'meet' && state === 'agreed' && atSeconds > view.worldSeconds)
  if (meeting) return answer(scene, { key: 'work' }, [LIFE.appointed, { person: meeting.withId === scene.partnerId ? 'you' : (view.knows.find(({ id }) => id === meeting.withId)?.name.split(' ')[0] ?? 'somebody'), place: meeting.what, when: whenWords(meeting.atSeconds, view.worldSeconds) }])
  if (/\b(?:tomorrow|next week|the day after)\b/i.test(heard)) return answer(scene, { key: 'work' }, [LIFE.tomorrow, { work }])
  if (/\b(?:tonight|evening|at night|after work)\b/i.test(heard)) return answer(scene, { key: 'work' }, [LIFE.evening])
  const next = [...view.weighed].sort((a, b) => b.score - a.score).map(({ label }) => strip(label)).find((label) => !view.activity.includes(label))
  return next ? answer(scene, { key: 'work' }, [LIFE['day-plan'], { now: capitalise(strip(view.activity)), next }]) : answer(scene, { key: 'work' }, [LIFE.tomorrow, { work }])
}
