/** Weighing a question as a person would, for scripts and for whoever asks in the inspector: nothing in the world changes by it. */
import { buildPrivateView } from '#minds/build-private-view.ts'
import type { NpcId } from '#core/ids.ts'
import { nowMs } from '#platform/clock.ts'
import type { DeliberationView } from './console-types.ts'
import type { Game } from './game.ts'

/** The whole deliberation. `branches`: 1..50, or null for as many as the mind can bear. Rejects with a sentence when the person is gone. */
export async function deliberateFor(game: Game, npcId: NpcId, { question, branches }: { question: string; branches: number | null }): Promise<DeliberationView> {
  const { run } = game
  const view = buildPrivateView(run.world, run.land, npcId)
  if (!view) throw new Error('This person is not in the world any more.')
  const startMs = nowMs()
  const deliberation = await game.minds.ask('question-weigh', { view, question, branches })
  return { ...deliberation, personId: npcId, ms: nowMs() - startMs }
}
