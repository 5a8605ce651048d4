/** Carries what was noticed to the minds, thought requests after it, and what they wish back as commands. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import { toObservations } from '#minds/memory/to-observations.ts'
import type { ThoughtResult } from '#minds/minds-protocol.ts'
import type { WorldEvent } from '#simulation/events.ts'
import { logWarning } from '#platform/log.ts'
import { flushObservations } from './flush-observations.ts'
import type { Game, GameRun } from './game.ts'
import { notify } from './panels.ts'
import { hearProgress, hearResult } from './talk.ts'

type ThoughtRequestEvent = Extract<WorldEvent, { type: 'thought-request' }>

/** Deals with the events of one tick as far as minds are concerned. */
export function carryThoughts(game: Game, events: readonly WorldEvent[]): void {
  const { run } = game
  if (events.length === 0) return
  for (const event of events) if (event.type === 'conversation-start') run.tally.talks++
  for (const observation of toObservations(run.world, run.land, events)) run.observations.push(observation)
  const wantsThought = events.some((event) => event.type === 'thought-request')
  const urgent = events.some((event) => event.type === 'speech-said' || event.type === 'conversation-end')
  // what was noticed goes first, so that a thought can remember it
  if (wantsThought || urgent || run.observations.length >= 40) flushObservations(game, run)
  for (const event of events) if (event.type === 'thought-request') void askThought(game, run, event)
  if (run.asking.size > 0 && (wantsThought || urgent)) dropUnawaited(run)
}

/** Takes back every thought under way: the world they were of has ended. */
export function dropThoughts(run: GameRun): void {
  for (const { cancel } of run.asking.values()) cancel()
  run.asking.clear()
}

/** Takes back what nobody waits for any more: the partner has left, or something newer was asked of the same person. */
function dropUnawaited({ world, asking }: GameRun): void {
  for (const { id, thoughtId } of world.npcs) {
    const asked = asking.get(id)
    if (asked && asked.thoughtId !== thoughtId) asked.cancel()
  }
}

async function askThought(game: Game, run: GameRun, event: ThoughtRequestEvent): Promise<void> {
  const { thoughtId, npcId, kind, cause } = event
  const askedTick = run.world.tick
  // thoughts are not waited for by the first picture, nor is what builds their view
  await game.firstFrame
  const parts = await Promise.all([import('#minds/build-private-view.ts'), import('./attention.ts')]).catch(() => null)
  if (!parts) {
    notify(game, 'warning', 'The part of this page that people think with could not be read, so nobody answers. The world goes on and is kept.', { label: 'Load the page again', run: () => location.reload() })
    return
  }
  const [{ buildPrivateView }, { attentionTo }] = parts
  const view = run.ended ? null : buildPrivateView(run.world, run.land, npcId)
  if (!view) return
  const request = { thoughtId, kind, cause, view, attention: attentionTo(game, npcId), record: run.recorder !== null }
  const source = createCancelSource()
  const asked = { thoughtId, cancel: source.cancel }
  run.asking.set(npcId, asked)
  const options = { signal: source.signal, onProgress: (progress: { type: 'speech' | 'thinking'; text: string }) => hearProgress(game, run, event, progress) }
  try {
    for (let attempt = 1; attempt <= 2; attempt++) {
      try {
        const result = await game.minds.ask('thought-think', request, options)
        if (run.ended || source.signal.cancelled) return
        run.thoughts.set(npcId, result)
        if (result.deliberation) run.weighed.set(npcId, result)
        countThought(run, result)
        const { producer, prompt, answer, reason, tokensIn, tokensOut, ms } = result
        run.recorder?.noteCall({ npcId, kind, producer, prompt, answer, reason, tokensIn, tokensOut, ms })
        run.recorder?.noteModelCalls(result.calls ?? [], askedTick)
        hearResult(game, event, result)
        const command = { type: 'thought-apply' as const, thoughtId, npcId, outcome: result.outcome }
        // an answer on record comes at the tick at which it came
        if (result.heldTicks !== undefined && askedTick + result.heldTicks > run.world.tick) {
          run.held.push({ tick: askedTick + result.heldTicks, command })
          return
        }
        run.commands.push(command)
        if (kind === 'greet' || kind === 'converse' || kind === 'farewell') game.lendTick()
        return
      } catch (error) {
        if (run.ended || source.signal.cancelled) return
        logWarning(`a thought was lost: ${String(error)}`)
      }
    }
  } finally {
    if (run.asking.get(npcId) === asked) run.asking.delete(npcId)
  }
}

/** Counts a thought for whoever asks what was thought. */
function countThought({ tally }: GameRun, { outcome, deliberation, ahead }: ThoughtResult): void {
  tally.thoughts++
  if (ahead) tally.aheadSaid++
  if (outcome.source === 'model') tally.byModel++
  tally.branches += deliberation?.branches.length ?? 0
}
