/** From one world to another: keep and end the old one, begin the new one, open its memories. */
import type { WriterClaim } from '#platform/storage/writer-claim.ts'
import type { World } from '#simulation/world.ts'
import type { Game, GameRun } from './game.ts'
import { saveWorld } from './autosave.ts'
import { createRun } from './create-run.ts'
import { seedSchema, type LaunchOptions } from './launch-options.ts'
import { stepTo } from './address.ts'
import { claimWorld, refuseForReader } from './keeper.ts'
import { forgetKept } from './other-worlds.ts'
import { dropOffers, notify } from './panels.ts'
import { dropTalk } from './talk-store.ts'
import { untilReady } from './readiness.ts'
import { readTick, runTick } from './ticks.ts'
import * as z from 'zod/mini'

const MOST_RECENT_SEEDS = 8
/** The longest that leaving a world waits for its last memories to be written, milliseconds. */
const LAST_WRITES_MS = 2_000

/** What a world begins with: `scene` says where and when, if the address does; `taken` is a right to keep it that is already held; `again` is a world to be lived again, of which nothing is kept. */
export type Beginning = { scene?: Partial<LaunchOptions>; taken?: WriterClaim | null; again?: { world: World; live(run: GameRun): GameRun['replay'] } | null }

/** Begins the world of `seed` in place of whatever was there; see `Beginning`. */
export async function beginRun(game: Game, seed: string, { scene = {}, taken = null, again = null }: Beginning = {}): Promise<void> {
  // what is kept is read under the right to change it, so that no other tab changes it in between
  const claim = again || game.fresh ? null : (taken ?? (await claimWorld(game, seed)))
  const kept = again || game.fresh ? { snapshot: null, problem: null } : await game.worlds.load(seed)
  if (kept.problem) notify(game, 'warning', kept.problem)
  // a kept world goes on at once, as it was left
  if (kept.snapshot !== null || again) await readTick(game)
  const { x, z: placeZ, hour, weather } = scene
  const isPlaced = x !== null && x !== undefined && placeZ !== null && placeZ !== undefined
  const { run, problem } = await createRun({ seed, kept: kept.snapshot, claim, quality: game.settings.getState().quality, pool: game.pool, place: isPlaced ? { x, z: placeZ, yaw: scene.yaw ?? 0 } : null, hour: hour ?? null, weather: weather ?? null, again: again?.world ?? null, goesOn: game.tickWorld !== null })
  if (problem) {
    notify(game, 'warning', problem)
    await game.worlds.setAside(seed)
  }
  game.run = run
  run.replay = again?.live(run) ?? null
  game.step.restSeconds = 0
  game.flight = null
  if (isPlaced) run.commands.push({ type: 'player-place', x, z: placeZ })
  if (hour !== null && hour !== undefined) run.commands.push({ type: 'time-set', hour })
  if (weather) run.commands.push({ type: 'weather-set', weather })
  game.look.yaw = scene.yaw ?? run.world.player.body.yaw
  game.look.pitch = scene.pitch ?? (kept.snapshot === null && !again ? -0.06 : run.world.player.pitch)
  run.origin = originNear(x ?? run.world.player.body.x, placeZ ?? run.world.player.body.z)
  const mode = claim === null ? 'fresh' : claim.writes ? 'keep' : 'read'
  dropOffers(game)
  game.minds.openWorld(seed, mode).then(
    (memory) => {
      game.hud.setState({ memory })
      if (memory.problem) notify(game, 'warning', memory.problem, mode === 'read' ? 'keep-here' : null)
    },
    () => undefined,
  )
  game.hud.setState({ recording: 'none', keeper: ({ fresh: 'nobody', keep: 'this-tab', read: 'other-tab' } as const)[mode], seed, phase: game.runs.getState().number === 0 ? 'starting' : 'swapping', near: null, drink: null, grave: null, satchel: null, inspectedId: null })
  const { recentSeeds } = game.settings.getState()
  if (recentSeeds[0] !== seed) game.settings.setState({ recentSeeds: [seed, ...recentSeeds.filter((other) => other !== seed)].slice(0, MOST_RECENT_SEEDS) })
  runTick(game)
  game.runs.setState({ number: run.number })
}

/** Swaps the world live, as a step of the history unless it is Back or Forward that asks; rejects with a sentence when `text` is no seed. */
export async function swapSeed(game: Game, text: string, isStep = true): Promise<void> {
  const parsed = z.safeParse(seedSchema, text)
  if (!parsed.success) throw new Error('A seed is 1 to 64 letters, digits or signs.')
  const seed = parsed.data
  if (seed === game.run.seed) return
  await endRun(game, true)
  await beginRun(game, seed)
  if (isStep) stepTo(seed)
  await untilReady(game)
}

/** Wipes what is kept of this world, its people's memories included, and begins it anew. */
export async function forgetRun(game: Game): Promise<void> {
  refuseForReader(game)
  const { seed } = game.run
  await endRun(game, false)
  await forgetKept(game, seed)
  await beginRun(game, seed)
  await untilReady(game)
}

/** Ends the run: late answers are dropped, everything of it is let go. */
export async function endRun(game: Game, keep: boolean): Promise<void> {
  const { run } = game
  dropTalk(game)
  if (run.recorder) notify(game, 'warning', 'The recording ended with the world that it was of, and was not saved.')
  if (keep) {
    await saveWorld(game, run)
    // nobody else may write before the last memories are written
    const written = game.minds.ask('memory-flush', null).catch(() => undefined)
    await Promise.race([written, new Promise((resolve) => setTimeout(resolve, LAST_WRITES_MS))])
  }
  run.ended = true
  game.thinking?.dropThoughts(run)
  run.claim?.release()
  run.terrain.dispose()
}

function originNear(x: number, z: number): { x: number; z: number } {
  return { x: Math.round(x / 1024) * 1024, z: Math.round(z / 1024) * 1024 }
}
