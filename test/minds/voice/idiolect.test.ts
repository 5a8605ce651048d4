/** Everybody has a way of speaking of their own: two of one manner seldom say the same, and nothing that is said changes its meaning by it. */
import { describe, expect, it } from 'vitest'
import { factsIn } from '#minds/memory/facts.ts'
import { meetingAsked } from '#minds/voice/answer-meeting.ts'
import { FIGURES, MOMENTS } from '#minds/voice/idiolect/figures.ts'
import { DRIFTS, EXCLAMATIONS, OPENERS, TICS } from '#minds/voice/idiolect/habits.ts'
import { idiolectOf, type Idiolect } from '#minds/voice/idiolect/idiolect.ts'
import { PET_SUBJECTS } from '#minds/voice/idiolect/pet-subjects.ts'
import { phrase } from '#minds/voice/idiolect/phrase.ts'
import { MEETING } from '#minds/voice/lines-meeting.ts'
import { SELF } from '#minds/voice/lines-self.ts'
import { SOCIAL } from '#minds/voice/lines-social.ts'
import { TALKS } from '#minds/voice/lines-talks.ts'
import { WORLD } from '#minds/voice/lines-world.ts'
import { MANNERS, voiceOf, type Lines } from '#minds/voice/manner.ts'
import { converse } from '#minds/voice/converse.ts'
import { createScene } from '#minds/voice/scene.ts'
import { talkAsked } from '#minds/voice/talk-question.ts'
import { askedFor } from '#minds/voice/understand.ts'
import type { PrivateView } from '#minds/private-view.ts'
import { toneOf } from '#simulation/affect/tone.ts'
import { readPromise } from '#simulation/appointments/read-promise.ts'
import { TRADES } from '#simulation/npc/trades.ts'
import { BORAN, ELSIN, makeView, MIRA } from '../support/make-view.ts'
import { createTalker } from '../support/talker.ts'
import { measureLikeness, THIRTY_MORE, THIRTY_QUESTIONS } from '../../support/like-mannered.ts'

const CULTURES = ['harrow', 'skeld', 'velmar', 'oshen', 'tirin', '']
const SMALL_TALK = [...THIRTY_QUESTIONS.slice(3, -1), 'What a day!', 'I slept badly.', 'The sea is wide.', 'I like music.', 'Is there a market?', 'I met a fox.']

/** Somebody of that name, as a view. */
function someone(name: string, change: Partial<PrivateView> = {}): PrivateView {
  const view = makeView(MIRA)
  return { ...view, name, given: name, ...change, settlement: { ...view.settlement, ...change.settlement } }
}

/** Idiolects of many people of every manner and culture. */
function manyIdiolects(): Idiolect[] {
  return CULTURES.flatMap((culture) => [MIRA, BORAN, ELSIN].flatMap((id) => Array.from({ length: 12 }, (_, n) => {
    const { temperament, settlement } = makeView(id)
    const view = someone(`Person ${n}`, { temperament, age: 15 + 5 * n, settlement: { ...settlement, culture } })
    return idiolectOf(view, { ...voiceOf(view), manner: MANNERS[n % MANNERS.length]! })
  })))
}

const linesOf = (lists: { readonly [key: string]: Lines }): string[] => Object.values(lists).flatMap((lines) => [...MANNERS, 'any' as const].flatMap((manner) => lines[manner] ?? []))
const ALL_LINES = [MEETING, SELF, SOCIAL, TALKS, WORLD].flatMap(linesOf)
const slotsIn = (line: string): string[] => (line.match(/\{\w+\}/g) ?? []).sort()
/** The tone that a line would leave with whoever hears it; a greeting leaves none. */
const weighty = (line: string): string | null => (toneOf(filled(line)) === 'greeting' ? null : toneOf(filled(line)))
const filled = (line: string): string => line.replaceAll('{task}', 'ask Boran about your dog').replace(/\{tail\}/g, '').replace(/\{\w+\}/g, 'oak')

it('[MIND-202] of two people of one manner and one village, asked the same thirty questions, fewer than eight answers in a hundred are the same', async () => {
  const { pairs, answers, same, sameMasked, overlap } = await measureLikeness(['percipi', 'blue-orchard', 'bench'], 8)
  expect(pairs).toBe(24)
  expect(answers).toBe(24 * (THIRTY_QUESTIONS.length + 1))
  expect(same).toBeLessThan(0.08)
  expect(sameMasked).toBeLessThan(0.09)
  expect(overlap).toBeLessThan(0.25)
}, 120_000)

it('[MIND-202] of thirty questions more, about lives, ties and pastimes, fewer than ten in a hundred', async () => {
  expect((await measureLikeness(['percipi', 'blue-orchard', 'bench'], 8, THIRTY_MORE)).same).toBeLessThan(0.1)
}, 120_000)

describe('an idiolect', () => {
  it('[MIND-203] is a person’s own for life: it comes from name and home, not from who asks, when, or who speaks for them', () => {
    const view = someone('Alda Reed')
    const voice = voiceOf(view)
    expect(idiolectOf({ ...view, trade: 'baker' }, voice)).toEqual(idiolectOf(someone('Alda Reed', { npcId: 'npc:9,9/9', worldSeconds: 9e6 }), voice))
    const words = new Set(Array.from({ length: 40 }, (_, n) => JSON.stringify({ ...idiolectOf(someone(`Person ${n}`), voice), seed: 0 })))
    expect(words.size).toBe(40)
  })

  it('[MIND-203] has figures of speech of the person’s own trade, for every trade and occasion', () => {
    for (const { label } of Object.values(TRADES)) {
      expect(idiolectOf(someone('Alda', { trade: label }), voiceOf(someone('Alda'))).trade).toBe(label)
      for (const moment of MOMENTS) expect(FIGURES[label]?.[moment].length, `${label} ${moment}`).toBeGreaterThanOrEqual(2)
    }
    const all = Object.values(FIGURES).flatMap((figures) => Object.values(figures).flat())
    expect(new Set(all).size).toBe(all.length)
  })

  it('[MIND-203] shows in a talk: a smith speaks of iron, and who is asked what they like comes to their own subject', async () => {
    let figures = 0
    let pets = 0
    for (let n = 0; n < 12; n++) {
      const talker = createTalker()
      const name = `Tova ${n}`
      const { pet, trade } = idiolectOf(someone(name, { trade: 'smith' }), voiceOf(someone(name)))
      await talker.meet(MIRA, { name, given: name, trade: 'smith' })
      for (const text of SMALL_TALK) {
        const said = (await talker.say(MIRA, text, { name, given: name, trade: 'smith' })).outcome.reply ?? ''
        if (Object.values(FIGURES[trade]!).flat().some((figure) => said.includes(figure))) figures++
        for (const [other, strange] of Object.entries(FIGURES)) if (other !== 'smith') expect(Object.values(strange).flat().filter((figure) => said.includes(figure)), said).toEqual([])
        const plain = said.toLowerCase()
        if ([...pet.love, ...pet.asides].some((line) => plain.includes(line.toLowerCase().slice(0, 14)))) pets++
      }
    }
    expect(figures).toBeGreaterThan(20)
    expect(pets).toBeGreaterThan(12)
  })

  it('[MIND-204] changes no slot, asks and promises what the line asks and promises, and sounds no other tone', () => {
    const idiolects = manyIdiolects()
    for (const line of ALL_LINES) {
      for (const own of new Set(idiolects.map((idiolect) => phrase(line, idiolect)))) {
        if (own === line) continue
        const [before, after] = [line, own].map((each) => slotsIn(each).filter((slot) => slot !== '{part}'))
        expect(after, `${line} → ${own}`).toEqual(before)
        expect(askedFor(filled(own)), own).toBe(askedFor(filled(line)))
        expect(weighty(own), `${line} → ${own}`).toBe(weighty(line))
        expect(readPromise(filled(own), 0)?.what, `${line} → ${own}`).toBe(readPromise(filled(line), 0)?.what)
        expect(own).not.toMatch(/\b(?:I I|is not it|do not you|have not any|a a)\b|  |,,/)
      }
    }
  })

  it('[MIND-204] a favour that is granted reads as granted from everybody', () => {
    for (const idiolect of manyIdiolects()) for (const line of linesOf({ vow: SOCIAL['request-vow'] })) expect(readPromise(filled(phrase(line, idiolect)), 0)?.what, line).toBe('ask Boran about my dog')
  })

  it('[MIND-205] adds nothing that tells, asks, promises, proposes or wounds', () => {
    const figures = Object.values(FIGURES).flatMap((each) => Object.values(each).flat())
    const asides = PET_SUBJECTS.flatMap((each) => [...each.asides])
    const drifted = Object.values(DRIFTS).flat().map((drift) => `${drift}bees argue.`)
    const habits = [...figures, ...asides, ...drifted, ...Object.values(TICS).flat(), ...Object.values(OPENERS).flat(), ...Object.values(EXCLAMATIONS).flat()]
    for (const words of habits) {
      expect(words).not.toContain('?')
      expect(readPromise(words, 0), words).toBeNull()
      expect(meetingAsked(words, 0), words).toBeNull()
      expect(toneOf(words), words).toBeNull()
      expect(talkAsked(words), words).toBeNull()
      expect(factsIn(words), words).toEqual([])
    }
  })

  it('[MIND-206] a tic comes at most once in four lines and a pet subject once in six, and both stay small', async () => {
    let ticced = 0
    for (const npcId of [MIRA, BORAN, ELSIN]) for (let n = 0; n < 4; n++) {
      const talker = createTalker()
      const change = { name: `Tova ${n}`, given: `Tova ${n}` }
      const view = { ...makeView(npcId), ...change }
      const { tic, pet } = idiolectOf(view, voiceOf(view))
      await talker.meet(npcId, change)
      const lines: string[] = []
      for (const text of SMALL_TALK) lines.push((await talker.say(npcId, text, change)).outcome.reply ?? '')
      const at = (hit: (line: string) => boolean): number[] => lines.flatMap((line, i) => (hit(line) ? [i] : []))
      const tics = tic === null ? [] : at((line) => line.includes(` ${tic}`))
      ticced += tics.length
      for (const [i, where] of tics.entries()) if (i > 0) expect(where - tics[i - 1]!, lines.join('\n')).toBeGreaterThanOrEqual(4)
      const drifts = at((line) => pet.asides.some((aside) => line.includes(aside.slice(1))))
      for (const [i, where] of drifts.entries()) if (i > 0) expect(where - drifts[i - 1]!).toBeGreaterThanOrEqual(6)
      if (tic !== null) expect(tic.length).toBeLessThanOrEqual(12)
    }
    expect(ticced).toBeGreaterThan(12)
  })

  it('[MIND-207] strangers, friends and those whose name is known are called differently, and by everybody in their own way', async () => {
    const called = new Set<string>()
    for (let n = 0; n < 24; n++) {
      const { address, byName } = idiolectOf(someone(`Tova ${n}`), voiceOf(someone(`Tova ${n}`)))
      called.add(address.stranger)
      expect(address.friend).not.toBe('')
      expect([1, 0.8, 0.5]).toContain(byName)
    }
    expect(called.size).toBeGreaterThanOrEqual(5)
    const talker = createTalker()
    const change = { name: 'Tova 3', given: 'Tova' }
    const { address } = idiolectOf(someone('Tova 3'), voiceOf(someone('Tova 3')))
    await talker.meet(MIRA, change)
    const thanked = async (warmth?: number): Promise<string> => {
      for (let n = 0; n < 8; n++) {
        const said = (await talker.say(MIRA, 'Thank you!', { ...change, ...(warmth === undefined ? {} : { warmth }) })).outcome.reply ?? ''
        for (const term of [address.stranger, address.friend, 'Ada']) if (said.includes(`, ${term}`)) return term
      }
      return ''
    }
    expect(await thanked()).toBe(address.stranger)
    expect(await thanked(0.6)).toBe(address.friend)
  })

  it('[MIND-207] a neighbour whose name is not known is a neighbour, not the first word for them', () => {
    const turn = { speakerId: BORAN, text: 'Good day.', worldSeconds: 0, source: 'builtin' as const }
    const view = makeView(MIRA)
    const scene = createScene({ ...view, conversation: { id: 1, partnerId: BORAN, partnerName: 'a man I do not know', others: [], unsaid: [], turns: [turn], telling: null, proposal: null } }, { thoughtId: 1, hailedId: null }, { memories: [], find: () => [] }, [])
    expect(scene.partnerName).toBe('neighbour')
    expect(converse(scene).reply).toMatch(/neighbour/i)
  })

  it('[MIND-208] what is heard most can be said in four ways or more in every manner', () => {
    const most = [MEETING['greet-first'], MEETING['greet-again'], MEETING['greet-known'], MEETING.farewell, SELF['how-good'], SELF['how-bad'], SELF.name, SELF.trade, SELF.doing, WORLD.unknown, SOCIAL.thanks, SOCIAL['request-refuse'], SOCIAL.nonsense, SOCIAL.statement, TALKS.name]
    for (const lines of most) for (const manner of MANNERS) expect(lines[manner]?.length ?? 0, `${manner}: ${lines.any?.[0] ?? ''}`).toBeGreaterThanOrEqual(4)
    for (const manner of MANNERS) expect((WORLD.where[manner]?.length ?? 0)).toBeGreaterThanOrEqual(4)
  })
})
