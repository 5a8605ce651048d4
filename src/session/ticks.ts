/** Runs ticks of the world and hands their events on. What a tick does is read after the first picture: until then the world stands still. */
import type { NpcId } from '#core/ids.ts'
import { TICK_SECONDS } from '#simulation/clock.ts'
import type { Game } from './game.ts'
import { notify } from './panels.ts'

type Voices = Pick<Game, 'talking' | 'thinking'>
/** What reads the voices of each game, so that they are not read twice at once. */
const reading = new WeakMap<Game, Promise<void>>()

/** Reads what makes the world go on, once; rejects when it cannot be read. */
export async function readTick(game: Game): Promise<void> {
  if (game.tickWorld) return
  const [{ tickWorld }] = await Promise.all([import('#simulation/tick.ts'), readVoices(game)])
  game.tickWorld ??= tickWorld
}

/** Reads what people talk and think with, once. The world goes on without: what could not be read is told, with what to do, and never rejects. `read` is for tests. */
export function readVoices(game: Game, read: () => Promise<Voices> = readTalkAndThoughts): Promise<void> {
  if (game.talking && game.thinking) return Promise.resolve()
  const begun = reading.get(game)
  if (begun) return begun
  const attempt = read()
    .then((voices) => void Object.assign(game, voices))
    .catch(() => notify(game, 'warning', 'The part of this page that people talk and think with could not be read, so nobody answers yet. The world goes on and is kept.', { label: 'Try again', run: () => void tryVoices(game, read) }))
    .finally(() => reading.delete(game))
  reading.set(game, attempt)
  return attempt
}

/** Once more, for the player; what still fails is mended by a reload, which comes back to the same place. */
async function tryVoices(game: Game, read: () => Promise<Voices>): Promise<void> {
  try {
    Object.assign(game, await read())
    notify(game, 'quiet', 'People can talk now.')
  } catch {
    notify(game, 'warning', 'It could not be read this time either. Load the page again: you come back to where you are.', { label: 'Load the page again', run: () => location.reload() })
  }
}

/** Goes up to a person in words; where talks cannot be had yet, what they are made of is read first, or that it cannot be is told. */
export function talkTo(game: Game, npcId: NpcId): void {
  if (game.talking) game.talking.openTalk(game, npcId)
  else void readVoices(game).then(() => game.talking?.openTalk(game, npcId))
}

async function readTalkAndThoughts(): Promise<Voices> {
  const [talking, thinking] = await Promise.all([import('./talk.ts'), import('./thoughts.ts')])
  return { talking, thinking }
}

/** Runs one tick with the commands that wait, then lets talk and minds hear its events; nothing before the tick is read. */
export function runTick(game: Game): void {
  const { run, tickWorld } = game
  if (tickWorld === null) return
  const due = run.held.filter(({ tick }) => tick <= run.world.tick)
  if (due.length > 0) run.held = run.held.filter((each) => !due.includes(each))
  const commands = [...run.commands, ...due.map(({ command }) => command)]
  run.commands = []
  if (run.replay) {
    run.replay.tick()
    return
  }
  run.recorder?.beforeTick(commands)
  tickWorld(run.world, run, commands)
  run.recorder?.afterTick()
  const { events } = run.world
  if (events.length === 0) return
  game.talking?.followTalk(game, events)
  game.thinking?.carryThoughts(game, events)
}

/** Runs a tick before its time, so that talk does not wait for the next picture; the time is given back by the next frame. */
export function runLentTick(game: Game): void {
  if (game.paused || game.tickWorld === null) return
  game.step.restSeconds -= TICK_SECONDS
  runTick(game)
}
