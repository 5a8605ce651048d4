/** A line from somebody who stands by: where what was said concerns them, or they know something about it; else a first word with those they know. */
import type { HeldBelief } from '../private-view.ts'
import { CHIME } from './lines-chime.ts'
import { kinWords } from '../kin-words.ts'
import { findPerson, givenOf } from './people.ts'
import { say, type Scene } from './scene.ts'
import { coverageOfText } from './tell.ts'

/** Share of a belief's words at which somebody else has just said it. */
const SAME = 0.7
/** Share of the words spoken that a belief must hold to be about them. */
const TOUCHES = 0.34
const LONGEST_LINE = 170
/** How much somebody must mean to one for a word about them. */
const MATTERS = 0.45

/** What is added, and the belief that is told with it; null where there is nothing worth a word. */
export function chimeIn(scene: Scene): { text: string; tells: number | null; about: string } | null {
  const { view } = scene
  const said = (view.conversation?.turns ?? []).filter(({ speakerId }) => speakerId !== view.npcId).slice(-2).map(({ text }) => text)
  const words = said.join(' ')
  const told = tell(scene, said)
  if (told) return told
  if (new RegExp(`\\b${view.given.replace(/[^\p{L}' -]/gu, '')}\\b`, 'u').test(words)) return line(say(scene, CHIME.named), null, 'named')
  const person = findPerson(view, words)
  const joins = line(said.length > 0 && scene.ownTurns.length === 0 ? say(scene, CHIME.join) : null, null, 'joined')
  // those who talk call each other by name
  if (!person || !words.includes(givenOf(person)) || [view.conversation?.partnerId, ...(view.conversation?.others ?? []).map(({ id }) => id)].includes(person.id)) return joins
  const slots = { person: givenOf(person), kin: person.kinship ? kinWords(person) : null }
  if (person.kinship) return line(say(scene, CHIME.kin, slots), null, slots.person)
  if (person.warmth > MATTERS) return line(say(scene, CHIME.fond, slots), null, slots.person)
  return person.warmth < -MATTERS ? line(say(scene, CHIME.foe, slots), null, slots.person) : joins
}

/** What one knows of it: confirms what was just said, else adds one's own. */
function tell(scene: Scene, said: readonly string[]): ReturnType<typeof chimeIn> {
  const last = said.at(-1) ?? ''
  const same = scene.view.beliefs.find(({ text }) => coverageOfText(text, last) >= SAME)
  if (same) return line(same.fromId === null ? say(scene, CHIME.agree) : say(scene, CHIME.same, { source: sourceOf(scene, same) }), same.id, same.text)
  let best: HeldBelief | null = null
  let bestScore = TOUCHES
  for (const belief of scene.view.beliefs) {
    if (belief.fromId === scene.partnerId) continue
    const score = Math.max(coverageOfText(last, belief.text), coverageOfText(said[0] ?? '', belief.text))
    if (score <= bestScore) continue
    best = belief
    bestScore = score
  }
  if (!best) return null
  return line(best.fromId === null ? say(scene, CHIME.saw, { item: best.text }) : say(scene, CHIME.heard, { item: best.text, source: sourceOf(scene, best) }), best.id, best.text)
}

function sourceOf(scene: Scene, { fromId, fromName }: HeldBelief): string | null {
  const known = scene.view.knows.find(({ id }) => id === fromId)
  return known ? givenOf(known) : fromName
}

function line(text: string | null, tells: number | null, about: string): ReturnType<typeof chimeIn> {
  return text === null || text.length > LONGEST_LINE ? null : { text, tells, about }
}
