/** The answer to an open question, what one would do: it is weighed, and said with its reason. */
import { sayChoice } from '../deliberation/in-words.ts'
import { BRANCHES_BY_CODE, weigh } from '../deliberation/weigh.ts'
import type { Deliberation } from '../deliberation/deliberation.ts'
import type { PrivateView } from '../private-view.ts'
import type { Answer } from './answer.ts'
import type { Scene } from './scene.ts'
import { understand, type Understanding } from './understand.ts'

/** An answer; null when nothing open was asked. */
export function answerWould(scene: Scene, { act }: Understanding): Answer | null {
  if (act !== 'ask-would') return null
  const deliberation = weighHeard(scene.view, scene.heard)
  const text = sayChoice(scene, deliberation)
  return text === null ? null : { text, inner: { key: 'on-topic' }, deliberation }
}

/** What comes of weighing an open question that was just heard; the same for the same turn of a talk. */
function weighHeard(view: PrivateView, heard: string, branches = BRANCHES_BY_CODE): Deliberation {
  return weigh(view, { question: heard, thoughtId: view.conversation?.turns.length ?? 0, proposals: [], branches })
}

/** The same in so many branches where an open question was heard, whatever else was; else null. */
export function weighAsked(view: PrivateView, heard: string, branches: number): Deliberation | null {
  return understand(heard, { lastOwn: '', people: [], places: [] }).act === 'ask-would' ? weighHeard(view, heard, branches) : null
}
