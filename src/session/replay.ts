/** Recording a run, and living one again: to be looked at, or only checked. */
import { nowMs } from '#platform/clock.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { createRecorder, createReplay, stepReplay, type Replay } from '#simulation/recording.ts'
import { createLand } from '#worldgen/create-land.ts'
import type { Game, GameRun } from './game.ts'
import { notify } from './panels.ts'
import { untilReady } from './readiness.ts'
import { readRecordingFile } from './recording-file.ts'
import { beginRun, endRun } from './swap-seed.ts'
import { followTalk } from './talk.ts'

/** How long a check goes on before the page may breathe, milliseconds. */
const SLICE_MS = 12

/** What a check found. */
export type ReplayReport = { ticks: number; fingerprints: number; equal: boolean; /** The first tick at which the state was another; null when none was. */ firstDifference: number | null }

/** Begins to put this run on record, from here on. */
export function startRecording(game: Game): void {
  const { run } = game
  if (run.replay) throw new Error('A recording is being replayed; begin when it is over.')
  if (run.recorder) return
  run.recorder = createRecorder(run.world)
  game.hud.setState({ recording: 'recording' })
}

/** Ends the record and gives it as a file; it holds no key. */
export function stopRecording(game: Game): Blob {
  const { recorder } = game.run
  if (!recorder) throw new Error('Nothing is being recorded.')
  game.run.recorder = null
  game.hud.setState({ recording: 'none' })
  return new Blob([JSON.stringify(recorder.take())], { type: 'application/json' })
}

/** Lives a recording again in place of the present world, which is kept as it is; nothing of the replay is kept. Rejects with a sentence. */
export async function replayFile(game: Game, file: Blob): Promise<void> {
  const { recording, world } = await readRecordingFile(file)
  await endRun(game, true)
  await beginRun(game, recording.seed, { again: { world, live: (run) => liveAgain(game, run, createReplay(recording)) } })
  game.hud.setState({ recording: 'replaying' })
  await untilReady(game)
}

/** Lives a recording again out of sight, as fast as it goes, and compares the whole state with the recorded one. */
export async function checkRecording(file: Blob): Promise<ReplayReport> {
  const { recording, world } = await readRecordingFile(file)
  const land = createLand(recording.seed)
  const env = { land, ground: createGround(land) }
  const replay = createReplay(recording)
  let fingerprints = 0
  let firstDifference: number | null = null
  let sliceStart = nowMs()
  const startTick = world.tick
  while (!replay.isOver(world.tick)) {
    const agrees = stepReplay(world, env, replay)
    if (agrees !== null) fingerprints++
    if (agrees === false) firstDifference ??= world.tick
    if (nowMs() - sliceStart < SLICE_MS) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    sliceStart = nowMs()
  }
  return { ticks: world.tick - startTick, fingerprints, equal: firstDifference === null, firstDifference }
}

/** What makes a run live its recording: nobody is asked to think, and the eye looks where the player looked. */
function liveAgain(game: Game, run: GameRun, replay: Replay): NonNullable<GameRun['replay']> {
  return {
    tick() {
      const agrees = stepReplay(run.world, run, replay)
      const { body, pitch } = run.world.player
      game.look.yaw = body.yaw
      game.look.pitch = pitch
      followTalk(game, run.world.events)
      if (agrees === false && game.hud.getState().recording === 'replaying') {
        game.hud.setState({ recording: 'astray' })
        notify(game, 'warning', `From about tick ${run.world.tick} on this replay is not what was recorded: the recording was made by another version of Percipi, or in another browser.`)
      }
      if (!replay.isOver(run.world.tick)) return
      run.replay = null
      game.hud.setState({ recording: 'none' })
      notify(game, 'quiet', 'The recording is over. The world goes on from here and is yours to walk in; nothing of it is kept.')
    },
  }
}
