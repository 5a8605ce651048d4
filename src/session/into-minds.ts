/** What one can do to a mind from outside: weigh a question as it would, which changes nothing, and whisper a thought, which does. */
import { buildPrivateView } from '#minds/build-private-view.ts'
import { wishIn } from '#minds/deliberation/wish-in.ts'
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

/** Puts a thought into somebody's head; where it asks for something that can be done, the person means to do it. Rejects with a sentence when it cannot be heard. */
export function whisper(game: Game, npcId: NpcId, text: string): void {
  const { run } = game
  if (run.replay) throw new Error('This is a recording: nobody in it can hear you.')
  const view = buildPrivateView(run.world, run.land, npcId)
  if (!view) throw new Error('This person is not in the world any more.')
  const words = text.trim()
  if (words === '') throw new Error('There is nothing to whisper.')
  run.commands.push({ type: 'thought-whisper', npcId, text: words, decision: wishIn(view, words) })
  game.lendTick()
}
