/** Deliberation by a person as it is: its own lenses, its own dice, as many branches as its mind can bear. */
import { LENS_IDS, type LensId } from '#simulation/npc/lenses.ts'
import type { PrivateView } from '../private-view.ts'
import { chanceOf, deliberate, type DeliberationOptions } from './deliberate.ts'
import type { Deliberation } from './deliberation.ts'

/** Thoughts of a model. */
export type Proposals = NonNullable<DeliberationOptions['proposals']>

/** Branches of a choice that is weighed by code alone, though it could bear fifty: the picture is to be honest about what speed buys. */
export const BRANCHES_BY_CODE = 12

/** Weighs a question, or what presses where it is null. `branches`: how many, where a mind has a speed. */
export function weigh(view: PrivateView, { question, thoughtId, proposals, branches }: { question: string | null; thoughtId: number; proposals: Proposals; branches?: number }): Deliberation {
  return deliberate(view, { question, branches: branches ?? Math.max(BRANCHES_BY_CODE, proposals.length * 2), lenses: lensesOf(view), chance: chanceOf(view.npcId, question ?? '', thoughtId), proposals })
}

/** The weights of a person's lenses, by name. */
function lensesOf(view: Pick<PrivateView, 'lenses'>): Map<LensId, number> {
  return new Map(LENS_IDS.map((id, n) => [id, view.lenses[n] ?? 1]))
}
