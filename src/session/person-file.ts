/** One person as a file: what they remember, believe, feel and are to others; never a key, and all of it or nothing on the way back. */
import * as z from 'zod/mini'
import type { NpcId } from '#core/ids.ts'
import { readMindParts, toMindParts } from '#simulation/npc/mind-parts.ts'
import type { Game } from './game.ts'
import { refuseForReader } from './keeper.ts'
import { nameOf } from './people.ts'
import { flushObservations } from './flush-observations.ts'

const FILE_VERSION = 1
/** The largest file that is read, bytes. */
const LARGEST_FILE = 40_000_000

const fileSchema = z.object({ format: z.literal('percipi-person'), version: z.number(), seed: z.string(), npcId: z.string(), name: z.string(), mind: z.unknown(), memories: z.string() })

/** The mind of a person as a file; rejects with a sentence when there is no such person. */
export async function exportPersonFile(game: Game, npcId: NpcId): Promise<Blob> {
  const { run } = game
  const npc = findNpc(game, npcId)
  flushObservations(game, run)
  const memories = await game.minds.ask('person-export', { npcId })
  const content = { format: 'percipi-person', version: FILE_VERSION, seed: run.seed, npcId, name: nameOf(npc), mind: toMindParts(npc), memories }
  return new Blob([JSON.stringify(content)], { type: 'application/json' })
}

/** Gives a person the mind of a file that was made of them; rejects with a sentence, and then nothing was changed. */
export async function importPersonFile(game: Game, npcId: NpcId, file: Blob): Promise<void> {
  const { run } = game
  const npc = findNpc(game, npcId)
  if (run.replay) throw new Error('This is a recording: nobody in it can be changed.')
  refuseForReader(game)
  if (file.size > LARGEST_FILE) throw new Error('This file is too large to be one person. Nothing was changed.')
  const parsed = z.safeParse(fileSchema, parseJson(await file.text()))
  if (!parsed.success) throw new Error('This file is not a person of Percipi, or it is damaged. Choose one that was saved from an open mind. Nothing was changed.')
  const { version, seed, npcId: ofId, name, mind, memories } = parsed.data
  if (version > FILE_VERSION) throw new Error('This file was saved by a newer Percipi than this one. Load the page again to get the newest, then try once more. Nothing was changed.')
  if (seed !== run.seed || ofId !== npcId) throw new Error(`This file is the mind of ${name}, of the world ${seed}. Open it in the mind of ${name} there. Nothing was changed.`)
  const parts = readMindParts(mind)
  if (!parts.ok) throw new Error(`The mind of ${nameOf(npc)} in this file cannot be used: ${parts.reason}. Nothing was changed.`)
  // what was noticed before the file came is replaced by it, not added to it
  flushObservations(game, run)
  await game.minds.ask('person-import', { npcId, memories })
  run.commands.push({ type: 'mind-put', npcId, mind: parts.value })
  game.lendTick()
}

/** Lets a person stand still, or go on. */
export function freezePerson(game: Game, npcId: NpcId, frozen: boolean): void {
  if (game.run.replay) throw new Error('This is a recording: nobody in it can be held.')
  game.run.commands.push({ type: 'person-freeze', npcId, frozen })
  game.lendTick()
}

function findNpc({ run }: Game, npcId: NpcId): Game['run']['world']['npcs'][number] {
  const npc = run.world.npcs.find(({ id }) => id === npcId)
  if (!npc) throw new Error('This person is not in the world any more.')
  return npc
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
