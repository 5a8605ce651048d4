/** What somebody thinks of things that everybody thinks of. */
import { answer, type Answer } from '../answer.ts'
import type { Scene } from '../scene.ts'
import { VIEWS_HELD } from './lines-views.ts'
import { coreOf } from './plain.ts'

const OPINION = /^(?:(?:and |so )?(?:what (?:do|would|did) you (?:think|say|make|reckon|feel|know)|what(?:'s| is| are) your (?:\w+ )?(?:view|opinion|thought|feeling|take)s?|how do you (?:feel|see)|do you (?:like|believe in|care (?:about|for)|value|have an opinion)|tell me (?:about|of)|what about|is .+ (?:important|good|bad|necessary)|what (?:is|was|are|would|makes)|did you|are you|talk (?:to me )?(?:about|of)))\b/

/** A view that is asked for; null where none is. */
export function answerView(scene: Scene): Answer | null {
  const core = coreOf(scene.heard)
  if (!OPINION.test(core)) return null
  const of = core.replace(OPINION, '')
  const view = VIEWS_HELD.find(({ plain, about }) => coreOf(plain) === core || (about.test(of) && !/\b(?:your|my|here|this|have you|do you have|with)\b/.test(of)))
  return view ? answer(scene, { key: 'on-topic' }, [view.lines]) : null
}
