/** A world as a file: the state of one seed and what its people remember; never a key. */
import * as z from 'zod/mini'
import { fromSnapshot } from '#simulation/read-snapshot.ts'
import { toSnapshot } from '#simulation/snapshot.ts'
import { stepTo } from './address.ts'
import type { Game } from './game.ts'
import { seedSchema } from './launch-options.ts'
import { flushObservations } from './flush-observations.ts'
import { refuseForReader } from './keeper.ts'
import { untilReady } from './readiness.ts'
import { beginRun, endRun } from './swap-seed.ts'

const FILE_VERSION = 1
/** The largest file that is read, bytes. */
const LARGEST_FILE = 200_000_000

const fileSchema = z.object({
  format: z.literal('percipi-world'),
  version: z.number(),
  seed: seedSchema,
  world: z.unknown(),
  memories: z.string(),
})

/** The world of this run as a file. */
export async function exportWorldFile(game: Game): Promise<Blob> {
  const { run } = game
  flushObservations(game, run)
  const memories = await game.minds.ask('world-export', { seed: run.seed })
  const content = { format: 'percipi-world', version: FILE_VERSION, seed: run.seed, world: toSnapshot(run.world), memories }
  return new Blob([JSON.stringify(content)], { type: 'application/json' })
}

/** Takes a world from a file in place of what is kept of its seed; all of it or nothing, rejecting with a sentence. */
export async function importWorldFile(game: Game, file: Blob): Promise<void> {
  if (file.size > LARGEST_FILE) throw new Error('This file is too large to be a world. Nothing was changed.')
  const parsed = z.safeParse(fileSchema, parseJson(await file.text()))
  if (!parsed.success) throw new Error('This file is not a world of Percipi, or it is damaged. Choose one that was saved with Export. Nothing was changed.')
  const { version, seed, world, memories } = parsed.data
  if (version > FILE_VERSION) throw new Error('This file was saved by a newer Percipi than this one. Load the page again to get the newest, then try once more. Nothing was changed.')
  const snapshot = fromSnapshot(world)
  if (!snapshot.ok || snapshot.value.seed !== seed) throw new Error(`The world in this file cannot be used: ${snapshot.ok ? 'it belongs to another seed' : snapshot.reason}. Nothing was changed.`)
  if (seed === game.run.seed) refuseForReader(game)
  // memories are checked and taken as a whole before anything of the world is replaced
  await game.minds.ask('world-import', { seed, memories })
  const isOther = seed !== game.run.seed
  await endRun(game, isOther)
  const failure = await game.worlds.save(seed, world)
  await beginRun(game, seed)
  // a reload must find the world of the file, not the one before
  if (isOther) stepTo(seed)
  await untilReady(game)
  if (failure) throw new Error(failure)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
