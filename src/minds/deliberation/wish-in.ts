/** What a thought asks its thinker to do, if it is something that can be done now. */
import type { ThoughtOutcome } from '#simulation/commands.ts'
import type { PrivateView } from '../private-view.ts'
import { ACTS, hindrance } from './acts.ts'
import { readMatter } from './matter-at-hand.ts'
import { readStep } from './read-steps.ts'
import { createSmallWorld } from './small-world.ts'

/** The wish in `text`; null when it holds none, or none that can be done. */
export function wishIn(view: PrivateView, text: string): ThoughtOutcome['decision'] {
  const world = createSmallWorld(view, readMatter(text, view))
  const step = readStep(text, world)
  const act = step && ACTS[step.act]
  if (!act || hindrance(act, world.start, step.other, world) !== null) return null
  const person = world.others[step.other]
  const withPlayer = person?.id === 'player' && act.skillId !== 'accompany'
  return { skillId: withPlayer ? 'meet-player' : act.skillId, targetId: withPlayer || act.id === 'avoid' ? null : (person?.id ?? null), reason: `it came to me: ${text}`.slice(0, 160) }
}
