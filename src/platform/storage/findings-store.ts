/** What tests found of endpoints, kept in this browser by address and model; never a key. */
import * as z from 'zod/mini'
import type { Findings } from '#minds/language-model.ts'
import { openDatabase } from './database.ts'

const NAME = 'findings'
const MOST_KEPT = 60
const findingsSchema = z.object({ tier: z.int().check(z.gte(0), z.lte(4)), form: z.enum(['lines', 'schema']), sideBySide: z.boolean(), several: z.optional(z.boolean()) })
const keptSchema = z.array(z.tuple([z.string().check(z.maxLength(2300)), findingsSchema]))

/** All that is kept; nothing where the browser has no storage, or what is there is not whole. */
export async function loadFindings(): Promise<Map<string, Findings>> {
  try {
    const parsed = z.safeParse(keptSchema, await (await openDatabase()).get('settings', NAME))
    return new Map(parsed.success ? parsed.data : [])
  } catch {
    return new Map()
  }
}

let writing: Promise<void> = Promise.resolve()

/** Keeps the newest, after what was to be kept before; what cannot be kept is found out again by the next test. */
export function saveFindings(findings: ReadonlyMap<string, Findings>): Promise<void> {
  const newest = [...findings].slice(-MOST_KEPT)
  writing = writing.then(async () => {
    try {
      await (await openDatabase()).put('settings', newest, NAME)
    } catch {
      return
    }
  })
  return writing
}
