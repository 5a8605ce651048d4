/** Answers about oneself: name, health, work, family, wishes; all from real state. */
import type { Needs } from '#simulation/npc/npc.ts'
import { answer, type Answer } from './answer.ts'
import { answerAvoiding, answerFears, answerFeeling, asksOfAvoiding } from './answer-feelings.ts'
import { favouriteOf } from './idiolect/idiolect.ts'
import { SELF } from './lines-self.ts'
import { kinWords } from '../kin-words.ts'
import { findPerson, givenOf, kinAsked } from './people.ts'
import { ageOf, say, type Scene } from './scene.ts'
import { capitalise, roll } from './speak.ts'
import type { Understanding } from './understand.ts'

/** How often what one likes is one's pet subject. */
const PET_SHARE = 0.6
const LOW_NEED = 0.4
const NEED_WORDS: { readonly [N in keyof Needs]: readonly string[] } = {
  food: ['I’m hungry, to be plain', 'I’m hungry, and supper’s a long way off', 'I’m as hungry as a bear', 'I’m hungry, that’s what it is'], rest: ['I’m short of sleep', 'I could sleep standing up', 'my eyes keep falling shut', 'I slept badly'], company: ['it’s been lonely lately', 'nobody has stopped to talk all day', 'it’s too quiet around me', 'I miss a bit of company'],
  duty: ['there’s work left undone', 'I’m behind with my work', 'the work is getting ahead of me', 'I should have done more by now'], safety: ['I don’t feel safe of late', 'something keeps me looking over my shoulder', 'I’m uneasy, and I can’t say why'], shelter: ['I’d rather be under a roof', 'I want walls round me', 'this is no weather to be out in'],
}
/** Why one is well, where one is. */
const GOOD_REASONS = { duty: ['The work is going well.', 'I’ve got a good deal done.', 'For once the work does as it’s told.', 'I’m not behind with anything.'], company: ['I’ve had good company.', 'Somebody always stops for a word.', 'I’ve had a good talk or two.'] } as const

/** A heavy mood without a cause. */
const HEAVY = ['There’s a weight on me I can’t name.', 'I don’t know what it is.', 'It’s nothing in particular, only heavy.', 'One of those days.']

/** The need that presses most, when any does. */
export function pressingNeed(needs: Needs): keyof Needs | null {
  const [name, value] = (Object.entries(needs) as Array<[keyof Needs, number]>).reduce((least, other) => (other[1] < least[1] ? other : least))
  return value < LOW_NEED ? name : null
}

/** An answer about oneself; null when the act is about something else. */
export function answerSelf(scene: Scene, { act, topic }: Understanding): Answer | null {
  const { view } = scene
  const age = ageOf(view)
  switch (act) {
    case 'ask-name':
      return answer(scene, { key: 'on-curious' }, [age === 'child' ? SELF['name-child'] : age === 'old' ? SELF['name-elder'] : SELF.name], [SELF.name])
    case 'ask-company':
    case 'ask-how':
    case 'ask-feelings':
      return answerFeeling(scene) ?? answerHow(scene)
    case 'ask-doing':
      return answer(scene, { key: 'work' }, [SELF.doing])
    case 'ask-why':
      if (asksOfAvoiding(scene.heard)) {
        const avoiding = answerAvoiding(scene)
        if (avoiding) return avoiding
      }
      return answer(scene, { key: 'on-topic' }, [SELF.why], ...(scene.ownTurns.slice(-2).some((line) => line.toLowerCase().includes(view.why.replace(/[.]$/, '').toLowerCase())) ? [[SELF['why-told']] as const] : []))
    case 'ask-trade':
      if (/\blike\b/i.test(scene.heard)) return answer(scene, { key: 'work' }, [SELF['trade-like']])
      if (age === 'child') return answer(scene, { key: 'on-curious' }, [SELF['trade-child']], [SELF.doing])
      if (age === 'old') return answer(scene, { key: 'on-topic' }, [SELF['trade-elder']], [SELF.doing])
      return answer(scene, { key: 'work' }, [SELF.trade], [SELF.doing])
    case 'ask-age':
      return answer(scene, { key: 'on-curious' }, [SELF.age])
    case 'ask-home':
      return answer(scene, { key: 'on-curious' }, [SELF.home])
    case 'ask-likes': {
      // “it” is what was just spoken of
      const it = /\b(?:like|enjoy|love) (?:it|that)(?=\s*(?:here|there|[?.!,]|$))( here)?/i.exec(scene.heard)
      if (it) {
        const own = scene.ownTurns.at(-1)?.toLowerCase() ?? ''
        const words = it[1] ? answer(scene, { key: 'on-topic' }, [SELF['like-here']]) : own.includes(view.trade.toLowerCase()) || own.includes(view.activity.toLowerCase()) ? answer(scene, { key: 'work' }, [SELF['trade-like']]) : null
        if (words) return words
      }
      const dear = view.knows.filter(({ id, warmth }) => id !== 'player' && warmth > 0.5).sort((a, b) => b.warmth - a.warmth)[0]
      return answer(scene, { key: 'on-topic' }, ...(roll(scene.dice, 'pet subject') < PET_SHARE ? [[{ any: scene.idiolect.pet.love }] as const] : []), [SELF.likes], [SELF['likes-person'], { person: dear ? givenOf(dear) : null }])
    }
    case 'ask-fears':
      return answerFears(scene) ?? answer(scene, { key: 'on-topic' }, [SELF.fears])
    case 'ask-plans': {
      const next = [...view.weighed].sort((a, b) => b.score - a.score).map(({ label }) => label.replace(/[.]$/, '')).find((label) => !view.activity.includes(label))
      return answer(scene, { key: 'work' }, [SELF.plans, { next: next ?? null }])
    }
    case 'ask-family':
      return answerFamily(scene, `${topic} ${scene.heard}`)
    case 'ask-self':
      return answer(scene, { key: 'on-curious' }, [SELF.self])
    default:
      return null
  }
}

function answerHow(scene: Scene): Answer | null {
  const { needs, mood } = scene.view
  const need = pressingNeed(needs)
  const bad = mood.pleasure < -0.2 || need !== null
  const reason = need ? `${capitalise(favouriteOf(scene.idiolect, NEED_WORDS[need]))}.` : bad ? favouriteOf(scene.idiolect, HEAVY) : needs.duty > 0.8 ? favouriteOf(scene.idiolect, GOOD_REASONS.duty) : needs.company > 0.8 ? favouriteOf(scene.idiolect, GOOD_REASONS.company) : ''
  return answer(scene, { key: need ?? (bad ? 'low' : 'content') }, [bad ? SELF['how-bad'] : SELF['how-good'], { reason }])
}

function answerFamily(scene: Scene, words: string): Answer | null {
  const { view } = scene
  if (/\bfriends?\b/i.test(words)) {
    const friend = view.knows.filter(({ id, kinship, warmth }) => id !== 'player' && kinship === null && warmth > 0.1).sort((a, b) => b.warmth - a.warmth)[0]
    if (friend) return answer(scene, { key: 'person', slots: { person: givenOf(friend) } }, [SELF.friends, { person: givenOf(friend), reasonLiked: friend.lastReason ? `${capitalise(friend.lastReason.replace(/[.]$/, ''))}.` : '' }])
  }
  if (/\bpeople\b/i.test(words)) {
    const some = view.knows.filter(({ id }) => id !== 'player').slice(0, 3)
    const told = some.length > 0 ? answer(scene, { key: 'on-curious', slots: { name: scene.partnerName ?? 'the stranger' } }, [SELF['people-here'], { list: some.map((person) => `${givenOf(person)} the ${person.trade}`).join(', ') }]) : null
    if (told) return told
  }
  const kin = kinAsked(view, words)
  if (kin.length === 0) {
    const any = kinAsked(view, '')
    if (any.length === 0) return answer(scene, { key: 'low' }, [SELF['family-none']])
    const text = say(scene, SELF.family, { kin: `Not that, no. But there’s ${listKin(any)}.` })
    return text ? { text, inner: { key: 'person', slots: { person: any[0] ? givenOf(any[0]) : '' } } } : null
  }
  const named = findPerson(view, words)
  const first = named && kin.includes(named) ? named : kin[0]
  return answer(scene, { key: 'person', slots: { person: first ? givenOf(first) : '' } }, [SELF.family, { kin: `${favouriteOf(scene.idiolect, ['There’s', 'I have'])} ${listKin(kin)}.` }])
}

function listKin(kin: ReturnType<typeof kinAsked>): string {
  const words = kin.slice(0, 3).map((person) => `${kinWords(person)} ${givenOf(person)}${person.trade && person.age >= 13 ? `, the ${person.trade}` : ''}`)
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`
}
