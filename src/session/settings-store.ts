/** The settings store: read with a schema, kept on this device, keys apart from the rest. */
import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { BINDABLES } from '#platform/input/bindings.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import { THOUGHT_GROUPS, type EndpointSettings } from '#minds/language-model.ts'
import { kindOfAddress, nameOfAddress } from '#platform/models/known-servers.ts'
import { forgetSingleKey, keepKeys, withKey, withSingleKey } from './kept-keys.ts'
import { BUILTIN_ID, LONGEST_NAME, MOST_PROFILES, QUALITIES, type Profile, type Settings } from './settings.ts'

const DEFAULT_SETTINGS: Settings = {
  quality: 'medium',
  autoQuality: true,
  camera: 'third',
  fieldOfView: 60,
  lookSpeed: 1,
  invertLook: false,
  runToggles: false,
  keys: {},
  reducedMotion: false,
  textSize: 1,
  showThoughts: true,
  volume: 0.7,
  muted: false,
  showMap: true,
  startSeen: false,
  recentSeeds: [],
  profiles: [],
  profileId: BUILTIN_ID,
  kinds: {},
  limits: { paused: false, tokensPerMinute: null, tokensPerDay: null, moneyPerDay: null, prices: {} },
}

const limitSchema = z.nullable(z.number().check(z.gte(0)))

const MODEL_KINDS = ['openai-compatible', 'anthropic', 'gemini', 'ollama', 'browser', 'tab'] as const
const endpointSchema = z.object({
  kind: z.enum(MODEL_KINDS),
  baseUrl: z.optional(z.string().check(z.maxLength(2000))),
  model: z.optional(z.string().check(z.maxLength(200))),
  embedding: z.optional(z.string().check(z.maxLength(200))),
  rememberKey: z.optional(z.boolean()),
})
const namedEndpointSchema = z.object({ ...endpointSchema.shape, kind: z.enum(['builtin', ...MODEL_KINDS]), apiKey: z.optional(z.string()) })
const idSchema = z.string().check(z.regex(/^[a-z]+\d{0,6}$/))
const profileSchema = z.object({ id: idSchema, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_NAME)), endpoint: endpointSchema })

const settingsSchema = z.object({
  quality: z.catch(z.enum(QUALITIES), DEFAULT_SETTINGS.quality),
  // who chose before this could be left to the machine chose for good
  autoQuality: z.catch(z.boolean(), false),
  camera: z.catch(z.enum(['first', 'third']), DEFAULT_SETTINGS.camera),
  fieldOfView: z.catch(z.number().check(z.gte(40), z.lte(100)), DEFAULT_SETTINGS.fieldOfView),
  lookSpeed: z.catch(z.number().check(z.gte(0.2), z.lte(3)), DEFAULT_SETTINGS.lookSpeed),
  invertLook: z.catch(z.boolean(), false),
  runToggles: z.catch(z.boolean(), false),
  keys: z.catch(z.partialRecord(z.enum(BINDABLES), z.array(z.string().check(z.regex(/^[A-Z][A-Za-z0-9]{0,30}$/))).check(z.maxLength(4))), {}),
  reducedMotion: z.catch(z.boolean(), false),
  textSize: z.catch(z.number().check(z.gte(0.85), z.lte(1.5)), 1),
  showThoughts: z.catch(z.boolean(), true),
  volume: z.catch(z.number().check(z.gte(0), z.lte(1)), DEFAULT_SETTINGS.volume),
  muted: z.catch(z.boolean(), false),
  showMap: z.catch(z.boolean(), true),
  startSeen: z.catch(z.boolean(), false),
  recentSeeds: z.catch(z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(8)), []),
  // one damaged profile does not take the others along
  profiles: z.catch(z.array(z.catch(z.nullable(profileSchema), null)), []),
  profileId: z.catch(idSchema, BUILTIN_ID),
  kinds: z.catch(z.partialRecord(z.enum(THOUGHT_GROUPS), idSchema), {}),
  limits: z.catch(
    z.object({ paused: z.boolean(), tokensPerMinute: limitSchema, tokensPerDay: limitSchema, moneyPerDay: limitSchema, prices: z.record(z.string(), z.object({ in: z.number().check(z.gte(0)), out: z.number().check(z.gte(0)) })) }),
    DEFAULT_SETTINGS.limits,
  ),
})

/** What was kept while there was one endpoint without a name; its kind is lost where the built-in mind was in use. */
const singleSchema = z.object({ endpoint: z.object({ ...endpointSchema.shape, kind: z.catch(z.nullable(endpointSchema.shape.kind), null) }) })

function readProfiles(kept: unknown, parsed: z.infer<typeof settingsSchema>): Pick<Settings, 'profiles' | 'profileId' | 'kinds'> {
  const profiles: Profile[] = []
  for (const profile of parsed.profiles) {
    if (profile && profiles.length < MOST_PROFILES && !profiles.some(({ id }) => id === profile.id)) profiles.push({ ...profile, endpoint: withKey(profile.id, profile.endpoint) })
  }
  const single = z.safeParse(singleSchema, kept)
  if (single.success && single.data.endpoint.baseUrl !== undefined) {
    const { kind, baseUrl, ...rest } = single.data.endpoint
    const endpoint = { ...rest, kind: kind ?? kindOfAddress(baseUrl), baseUrl }
    return { profiles: [{ id: 'p1', name: nameOfAddress(baseUrl).slice(0, LONGEST_NAME), endpoint: withSingleKey(endpoint) }], profileId: kind === null ? BUILTIN_ID : 'p1', kinds: {} }
  }
  const isKnown = (id: string): boolean => id === BUILTIN_ID || profiles.some((profile) => profile.id === id)
  return { profiles, profileId: isKnown(parsed.profileId) ? parsed.profileId : BUILTIN_ID, kinds: Object.fromEntries(Object.entries(parsed.kinds).filter(([, id]) => isKnown(id))) }
}

/** Reads what was kept, fills what is missing or wrong with defaults, begins with what suits this browser, and keeps every later change. */
export function createSettingsStore(suits: Pick<Settings, 'quality' | 'reducedMotion' | 'showMap'>): StoreApi<Settings> {
  const kept = readKept('device', 'settings')
  const parsed = z.safeParse(settingsSchema, kept)
  const store = createStore<Settings>(() => (parsed.success ? { ...parsed.data, ...readProfiles(kept, parsed.data) } : { ...DEFAULT_SETTINGS, ...suits }))
  const keepAll = (settings: Settings): void => {
    keep('device', 'settings', { ...settings, profiles: settings.profiles.map((profile) => ({ ...profile, endpoint: { ...profile.endpoint, apiKey: undefined } })) })
  }
  if (forgetSingleKey()) {
    keepAll(store.getState())
    keepKeys(store.getState().profiles)
  }
  store.subscribe((next, before) => {
    keepAll(next)
    // another tab may have forgotten a key meanwhile, or taken one in
    if (next.profiles !== before.profiles) keepKeys(next.profiles)
  })
  return store
}

/** An endpoint as somebody named it in the console; an error in words where it is none. */
export function checkEndpoint(value: unknown): EndpointSettings {
  const read = namedEndpointSchema.safeParse(value)
  if (read.success) return read.data
  const field = read.error.issues[0]?.path.join('.') ?? ''
  throw new Error(`${field === '' || field === 'kind' ? `An endpoint is { kind, baseUrl, apiKey, model, embedding }, and its kind one of builtin, ${MODEL_KINDS.join(', ')}` : `The ${field} of an endpoint is not one: ${read.error.issues[0]!.message}`}. Nothing was changed.`)
}
