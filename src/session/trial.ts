/** Trying another mind for a while: it thinks in place of what was chosen, is kept nowhere, and one press gives the choice back. */
import type { Chaos, Trial } from '#minds/language-model.ts'
import { ladder, rungReached } from '#minds/tiers.ts'
import type { Game } from './game.ts'
import { readRecordingFile } from './recording-file.ts'

/** What people have thought since this run began. */
export type Tally = { seconds: number; thoughts: number; byModel: number; branches: number; talks: number; tokens: number; /** Answers to the player thought ahead, and those of them that were said. */ ahead: number; aheadSaid: number }

/** A rung: its speed in tokens a second, its tier, and what it is for. */
export type Rung = ReturnType<typeof ladder>[number]

/** The ladder of speeds as it is here and now. `reached`: the rung on which what thinks now stands, as measured. */
export type LadderView = { rungs: Rung[]; reached: number }

/** Lets something else think from now on; talks go on. Null gives back what was chosen. */
export async function tryMind(game: Game, trial: Trial | null): Promise<void> {
  const { model: now, trial: tried } = game.hud.getState()
  const before = tried?.before ?? { name: now.provider === 'builtin' ? 'the built-in mind' : now.model, tokensPerSecond: now.tokensPerSecond }
  const model = await game.minds.setTrial(trial)
  // a sign of what the minds did not take, or have left again, would be wrong
  if (model) game.hud.setState({ trial: trial && { trial, before }, model })
}

/** Lets the answers of a recording be given again from now on, each at its tick; null ends it. Resolves with how many there are; rejects with a sentence. */
export async function answerFrom(game: Game, file: Blob | null): Promise<number> {
  if (file === null) {
    await tryMind(game, null)
    return 0
  }
  const { modelCalls, seed } = (await readRecordingFile(file)).recording
  if (modelCalls.length === 0) throw new Error('This recording holds no answers of a model: nothing was asked of one while it was made.')
  await tryMind(game, { kind: 'recorded', name: seed, calls: modelCalls })
  return modelCalls.length
}

/** Makes trouble on purpose from now on, for every model; null ends it. It ends with the tab. */
export async function setChaos(game: Game, chaos: Chaos | null): Promise<void> {
  game.hud.setState({ chaos })
  const model = await game.minds.setChaos(chaos)
  game.hud.setState({ model })
}

/** The ladder, with where a speed stands on it. */
export function viewLadder(tokensPerSecond: number): LadderView {
  const rungs = ladder()
  return { rungs, reached: rungReached(rungs, tokensPerSecond) }
}

/** What has been thought in this run so far. */
export function tallyOf(game: Game): Tally {
  const { run, hud } = game
  return { ...run.tally, seconds: run.seconds, tokens: hud.getState().model.tokensOut }
}
