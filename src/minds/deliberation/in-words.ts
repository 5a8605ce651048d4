/** A deliberation as this person would think it and say it, and the wish that comes of it. */
import type { ThoughtOutcome } from '#simulation/commands.ts'
import { capText } from '../memory/make-memory.ts'
import type { Lines } from '../voice/manner.ts'
import { ponder, say, type Scene } from '../voice/scene.ts'
import { capitalise } from '../voice/speak.ts'
import type { Branch, Deliberation } from './deliberation.ts'

const INNER: Lines = {
  gruff: ['I’ll {choice}. {Because}.', '{Choice}. No use turning it over.'], shy: ['Maybe… {choice}? {Because}.'], merry: ['Ha, I’ll {choice}! {Because}.'],
  any: ['I could {other}; no, I’ll {choice}. {Because}.', '{Count} ways to go about it, and still: {choice}. {Because}.', 'Better to {choice} than to {other}.', 'If I {other}, it {worse}. So: {choice}.'],
}
const ALOUD: Lines = {
  gruff: ['{Choice}. {Because}.', 'I’d {choice}. What else?'], shy: ['I think… I’d {choice}. {Because}.', 'I’d {choice}, if I dared… for {reason}.'], merry: ['Easy! I’d {choice}. {Because}, you see.', 'I’d {choice}, quick as a hare! And why? {Because}!'], grave: ['I would {choice}. {Because}. I did think of this: {other}.', 'My choice would be this: {choice}; for {reason}.'],
  warm: ['I’d {choice}, I should think; after all, {reason}.'], dreamy: ['Something in me says: {choice}… for {reason}.', 'I’d {choice}, before I had thought about it. {Because}.'],
  any: ['I’d {choice}. {Because}. I thought of another way, {other}, but that {worse}.', 'Let me think… I’d {choice}. {Because}.', 'I would sooner {choice} than {other}. {Because}.', 'You want it plainly? I’d {choice}, since {reason}.', 'If it came to that: {choice}, for {reason}, and so I’d have done with it.'],
}
/** How often other words are looked for. */
const AGAIN = [1, 2, 3, 4, 5, 6, 7, 8] as const
const LOST: Lines = { any: ['I don’t see what I could do.', 'Nothing I can think of would mend it.', 'There is nothing to be done that I can see.'] }

/** The branch acted on, if any. */
function chosenOf({ branches, chosen }: Deliberation): Branch | null {
  return branches.find(({ id }) => id === chosen) ?? null
}

/** The best of those that were dropped. */
function runnerUpOf({ branches, chosen }: Deliberation): Branch | null {
  return branches.filter(({ id, score, label }) => id !== chosen && score !== null && label !== branches.find((other) => other.id === chosen)?.label).sort((a, b) => (b.diedInRound ?? 0) - (a.diedInRound ?? 0) || b.score! - a.score!)[0] ?? null
}

/** The inner line of a choice; null when there is nothing new to think. */
export function thinkAloud(scene: Scene, deliberation: Deliberation): string | null {
  const chosen = chosenOf(deliberation)
  const line = chosen ? ponder(scene, INNER, slotsOf(deliberation, chosen), `weighed ${chosen.label}`) : ponder(scene, LOST, {}, 'weighed nothing')
  return line && capText(line, 120)
}

/** The answer to somebody who asked what one would do; null when there is nothing new to say. */
export function sayChoice(scene: Scene, deliberation: Deliberation): string | null {
  const chosen = chosenOf(deliberation)
  if (!chosen) return say(scene, LOST)
  const slots = slotsOf(deliberation, chosen)
  // the same choice with the same reason is like itself however it is put: then only the very same words are left out
  return say(scene, ALOUD, slots, `weighed ${chosen.label}`) ?? AGAIN.map((time) => say({ ...scene, recent: [] }, { any: ALOUD.any ?? [] }, slots, `weighed ${chosen.label} ${time}`)).find((text) => text !== null && !scene.recent.includes(text)) ?? null
}

function slotsOf(deliberation: Deliberation, chosen: Branch): { [slot: string]: string | null } {
  const other = runnerUpOf(deliberation)
  const choice = youFor(chosen.label)
  return { choice, because: capitalise(chosen.because), reason: chosen.because, other: other ? youFor(other.label) : null, worse: other?.death?.split(' than “')[0] ?? null, count: String(deliberation.branches.length), Choice: capitalise(choice), Because: capitalise(chosen.because), Count: String(deliberation.branches.length) }
}

const youFor = (label: string): string => label.replaceAll('the stranger’s', 'your').replaceAll('the stranger', 'you').replaceAll('The stranger', 'You')

/** What the choice asks of the body, and what is expected of it; nothing when the body is at it already. */
export function wishOf(deliberation: Deliberation): Pick<ThoughtOutcome, 'decision' | 'foresight'> {
  const chosen = chosenOf(deliberation)
  const first = chosen?.steps[0]
  if (!chosen || !first) return { decision: null, foresight: null }
  const withPlayer = first.targetId === 'player' && first.skillId !== 'accompany'
  const reason = first.targetId !== null && first.act !== 'visit' ? `${chosen.because}, and I mean to ${first.label}` : chosen.because
  return {
    decision: { skillId: withPlayer ? 'meet-player' : first.skillId, targetId: withPlayer || first.act === 'avoid' ? null : first.targetId, reason: reason.slice(0, 160) },
    foresight: chosen.origin === 'model' ? null : { lens: chosen.origin, expected: deliberation.expected },
  }
}

/** The branches as things considered, for the inspector's list: the chosen and the last to fall. */
export function consideredOf({ branches, chosen }: Deliberation): Array<{ label: string; weight: number; chosen: boolean; note: string }> {
  return branches.filter(({ score }) => score !== null).sort((a, b) => (b.diedInRound ?? Infinity) - (a.diedInRound ?? Infinity) || b.score! - a.score!).slice(0, 6).map(({ id, label, score, death, because }) => ({ label, weight: score!, chosen: id === chosen, note: id === chosen ? because : (death ?? '') }))
}
