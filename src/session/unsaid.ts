/** Words typed to somebody and not said yet, kept by the tab: a reload, or a talk that ends, costs none of them. */
import * as z from 'zod/mini'
import type { NpcId } from '#core/ids.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from './game.ts'

const KEY = 'unsaid'
/** So many people's are kept, the latest. */
const MOST = 24

const unsaidSchema = z.array(z.object({ seed: z.string(), npcId: z.string(), words: z.string().check(z.maxLength(600)) }))

/** Whose words: those of a fresh visit are not kept. */
type Visit = { readonly fresh: boolean; readonly run: Pick<Game['run'], 'seed'> }

/** What was typed to somebody of this world and not said; empty where nothing was. */
export function findUnsaid({ fresh, run }: Visit, npcId: NpcId): string {
  return fresh ? '' : (readAll().find((one) => one.seed === run.seed && one.npcId === npcId)?.words ?? '')
}

/** Keeps what is typed to somebody of this world; empty words are let go of. */
export function keepUnsaid({ fresh, run }: Visit, npcId: NpcId, words: string): void {
  if (fresh) return
  const others = readAll().filter((one) => one.seed !== run.seed || one.npcId !== npcId)
  const all = words.trim() === '' ? others : [...others, { seed: run.seed, npcId, words }].slice(-MOST)
  write(all)
}

/** Lets go of all that was typed and not said in a world. */
export function forgetUnsaid(seed: string): void {
  write(readAll().filter((one) => one.seed !== seed))
}

function write(all: z.infer<typeof unsaidSchema>): void {
  keep('tab', KEY, all.length > 0 ? all : null)
}

function readAll(): z.infer<typeof unsaidSchema> {
  const parsed = z.safeParse(unsaidSchema, readKept('tab', KEY))
  return parsed.success ? parsed.data : []
}
