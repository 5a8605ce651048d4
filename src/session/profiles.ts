/** What a player does with minds under names: make, change, use, delete and take that back, give to kinds of thoughts, carry to another device. */
import * as z from 'zod/mini'
import type { EndpointSettings, ThoughtGroup } from '#minds/language-model.ts'
import { nameOfAddress } from '#platform/models/known-servers.ts'
import { applyMinds } from './endpoint.ts'
import type { Game } from './game.ts'
import { originOf } from './kept-keys.ts'
import { BUILTIN_ID, LONGEST_NAME, MOST_PROFILES, PASSING_ID, type Profile, type Settings } from './settings.ts'

/** See `createProfileDesk`. */
export type ProfileDesk = {
  /** Lets people think with this profile from now on; talks go on. */
  use(id: string): Promise<void>
  /** Keeps a profile, a new one where `id` is null; resolves with its id. Rejects with a sentence when there are too many. */
  save(id: string | null, name: string, endpoint: EndpointSettings): Promise<string>
  /** Deletes a profile; where it was in use, the built-in mind takes over. Resolves with what takes the deletion back. */
  remove(id: string): Promise<() => Promise<void>>
  forgetKey(id: string): Promise<void>
  /** Gives a kind of thoughts a mind of its own; null: the same as all. */
  assign(group: ThoughtGroup, id: string | null): Promise<void>
  /** All profiles, without keys. */
  exportFile(): Blob
  /** Adds the profiles of a file and resolves with a sentence that says what came of it; rejects with one when the file is none. */
  importFile(file: Blob): Promise<string>
}

const FORMAT = 'percipi-minds'
const VERSION = 1
const LARGEST_FILE_BYTES = 200_000

const headSchema = z.object({ format: z.literal(FORMAT), version: z.int(), profiles: z.array(z.unknown()) })
const entrySchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_NAME), z.regex(/^\P{Cc}+$/u)),
  kind: z.enum(['openai-compatible', 'anthropic', 'gemini', 'ollama', 'browser', 'tab']),
  // the browser's own model is nowhere else
  baseUrl: z.optional(z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s@]+$/i))),
  model: z.optional(z.string().check(z.maxLength(200))),
  embedding: z.optional(z.string().check(z.maxLength(200))),
})

/** The desk of one game. */
export function createProfileDesk(game: Game): ProfileDesk {
  const { settings } = game
  const change = async (next: Partial<Settings>): Promise<void> => {
    settings.setState(next)
    await applyMinds(game)
  }
  return {
    use: (profileId) => change({ profileId }),
    async save(id, name, endpoint) {
      const { profiles, profileId, kinds } = settings.getState()
      if (id === null && profiles.length >= MOST_PROFILES) throw new Error(`There is room for ${MOST_PROFILES} minds. Delete one that you do not need.`)
      // what came from the console or the address becomes the player's own by being saved
      const ownId = id === null || id === PASSING_ID ? freeId(profiles) : id
      const profile = { id: ownId, name: freeName(profiles.filter((each) => each.id !== id), name.trim() || (endpoint.kind === 'browser' ? 'This browser’s own' : endpoint.kind === 'tab' ? (endpoint.model ?? '').replace(/\.gguf$/i, '') : nameOfAddress(endpoint.baseUrl ?? ''))), endpoint }
      const renamed = (old: string): string => (old === id ? ownId : old)
      await change({
        profiles: id === null ? [...profiles, profile] : profiles.map((each) => (each.id === id ? profile : each)),
        profileId: renamed(profileId),
        kinds: Object.fromEntries(Object.entries(kinds).map(([group, each]) => [group, renamed(each)])),
      })
      return ownId
    },
    async remove(id) {
      const { profiles, profileId, kinds } = settings.getState()
      const at = profiles.findIndex((each) => each.id === id)
      const removed = profiles[at]
      if (!removed) return async () => undefined
      await change({ profiles: profiles.filter((each) => each !== removed), profileId: profileId === id ? BUILTIN_ID : profileId, kinds: without(kinds, id) })
      return async () => {
        const now = settings.getState()
        if (now.profiles.some((each) => each.id === id)) return
        const profile = { ...removed, name: freeName(now.profiles, removed.name) }
        await change({ profiles: now.profiles.toSpliced(at, 0, profile), ...(profileId === id && now.profileId === BUILTIN_ID ? { profileId: id } : {}), kinds: { ...kindsOf(kinds, id), ...now.kinds } })
      }
    },
    async forgetKey(id) {
      const { profiles } = settings.getState()
      const key = profiles.find((profile) => profile.id === id)?.endpoint.apiKey
      // a key that another mind of the same origin borrowed is forgotten there, too
      await change({
        profiles: profiles.map((profile) => (profile.id === id || (key !== undefined && profile.endpoint.apiKey === key) ? { ...profile, endpoint: { ...profile.endpoint, apiKey: undefined, rememberKey: false } } : profile)),
      })
    },
    async assign(group, id) {
      const { [group]: _, ...kinds } = settings.getState().kinds
      await change({ kinds: id === null ? kinds : { ...kinds, [group]: id } })
    },
    exportFile() {
      const profiles = settings.getState().profiles.map(({ name, endpoint: { kind, baseUrl, model, embedding } }) => ({ name, kind, ...(baseUrl === undefined ? {} : { baseUrl: bareAddress(baseUrl) }), ...(model === undefined ? {} : { model }), ...(embedding === undefined ? {} : { embedding }) }))
      return new Blob([`${JSON.stringify({ format: FORMAT, version: VERSION, profiles }, null, 2)}\n`], { type: 'application/json' })
    },
    async importFile(file) {
      const { found, strange, withKeys } = await readFile(file)
      const { profiles } = settings.getState()
      const added: Profile[] = []
      let known = 0
      for (const { name, ...endpoint } of found) {
        const all = [...profiles, ...added]
        if (all.some((each) => each.endpoint.kind === endpoint.kind && each.endpoint.baseUrl === endpoint.baseUrl && each.endpoint.model === endpoint.model)) known++
        else if (all.length < MOST_PROFILES) added.push({ id: freeId(all), name: freeName(all, name), endpoint })
      }
      const full = found.length - known - added.length
      if (added.length > 0) settings.setState({ profiles: [...profiles, ...added] })
      return [
        added.length === 0 ? 'Nothing was added.' : `Added: ${added.map(({ name }) => name).join(', ')}. Keys do not travel; give each its own.`,
        known === 0 ? '' : known === 1 ? 'One was there already.' : `${known} were there already.`,
        full === 0 ? '' : `There was no room for ${full}.`,
        strange === 0 ? '' : strange === 1 ? 'One entry could not be read.' : `${strange} entries could not be read.`,
        withKeys ? 'The file held a key, which was not read: delete the file, and the key at its service.' : '',
      ].filter((words) => words !== '').join(' ')
    },
  }
}

/** The profiles of a file; throws with words for the player when it is none. */
async function readFile(file: Blob): Promise<{ found: Array<z.infer<typeof entrySchema>>; strange: number; withKeys: boolean }> {
  if (file.size > LARGEST_FILE_BYTES) throw new Error('This file is far too large to hold minds. Nothing was changed.')
  const text = await file.text()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('This file is damaged or of another kind: it cannot be read. Nothing was changed.')
  }
  const head = z.safeParse(headSchema, value)
  if (!head.success) throw new Error('This file holds no minds of this game. Choose one that was saved here under Settings, Mind. Nothing was changed.')
  if (head.data.version > VERSION) throw new Error('This file comes from a newer version of this game. Load the page anew to get it, then try again. Nothing was changed.')
  const entries = head.data.profiles.map((entry) => z.safeParse(entrySchema, entry))
  const found = entries.flatMap((entry) => (entry.success && (entry.data.kind === 'browser' || (entry.data.kind === 'tab' && entry.data.model !== undefined) || entry.data.baseUrl !== undefined) ? [{ ...entry.data, ...(entry.data.baseUrl === undefined ? {} : { baseUrl: bareAddress(entry.data.baseUrl) }) }] : []))
  return { found, strange: entries.length - found.length, withKeys: /"(api[-_]?key|key|token|secret)"\s*:/i.test(text) }
}

/** The address without what may hold a secret. */
function bareAddress(address: string): string {
  const origin = originOf(address)
  return origin === null ? '' : `${origin}${new URL(address).pathname.replace(/\/$/, '')}`
}

function freeId(profiles: readonly Profile[]): string {
  return `p${1 + Math.max(0, ...profiles.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0)))}`
}

/** The name, or the name with a number where another profile has it. */
function freeName(profiles: readonly Profile[], name: string): string {
  const wanted = name.slice(0, LONGEST_NAME)
  const taken = new Set(profiles.map((each) => each.name.toLowerCase()))
  if (!taken.has(wanted.toLowerCase())) return wanted
  for (let number = 2; ; number++) {
    const numbered = `${wanted.slice(0, LONGEST_NAME - 4)} ${number}`
    if (!taken.has(numbered.toLowerCase())) return numbered
  }
}

function without(kinds: Settings['kinds'], id: string): Settings['kinds'] {
  return Object.fromEntries(Object.entries(kinds).filter(([, each]) => each !== id))
}

function kindsOf(kinds: Settings['kinds'], id: string): Settings['kinds'] {
  return Object.fromEntries(Object.entries(kinds).filter(([, each]) => each === id))
}
