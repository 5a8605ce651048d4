/** The settings store: read with a schema, kept on this device, the key apart from the rest. */
import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import { QUALITIES, type Settings } from './settings.ts'

const DEFAULT_SETTINGS: Settings = {
  quality: 'medium',
  autoQuality: true,
  camera: 'third',
  fieldOfView: 60,
  lookSpeed: 1,
  invertLook: false,
  reducedMotion: false,
  textSize: 1,
  showThoughts: true,
  volume: 0.7,
  muted: false,
  showMap: true,
  startSeen: false,
  recentSeeds: [],
  endpoint: { kind: 'builtin' },
}

const settingsSchema = z.object({
  quality: z.catch(z.enum(QUALITIES), DEFAULT_SETTINGS.quality),
  // who chose before this could be left to the machine chose for good
  autoQuality: z.catch(z.boolean(), false),
  camera: z.catch(z.enum(['first', 'third']), DEFAULT_SETTINGS.camera),
  fieldOfView: z.catch(z.number().check(z.gte(40), z.lte(100)), DEFAULT_SETTINGS.fieldOfView),
  lookSpeed: z.catch(z.number().check(z.gte(0.2), z.lte(3)), DEFAULT_SETTINGS.lookSpeed),
  invertLook: z.catch(z.boolean(), false),
  reducedMotion: z.catch(z.boolean(), false),
  textSize: z.catch(z.number().check(z.gte(0.85), z.lte(1.5)), 1),
  showThoughts: z.catch(z.boolean(), true),
  volume: z.catch(z.number().check(z.gte(0), z.lte(1)), DEFAULT_SETTINGS.volume),
  muted: z.catch(z.boolean(), false),
  showMap: z.catch(z.boolean(), true),
  startSeen: z.catch(z.boolean(), false),
  recentSeeds: z.catch(z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(8)), []),
  endpoint: z.catch(
    z.object({
      kind: z.enum(['builtin', 'openai-compatible', 'anthropic', 'gemini', 'ollama']),
      baseUrl: z.optional(z.string().check(z.maxLength(2000))),
      model: z.optional(z.string().check(z.maxLength(200))),
      rememberKey: z.optional(z.boolean()),
    }),
    { kind: 'builtin' },
  ),
})

const KEY_NAME = 'endpoint-key'
/** A kept key belongs to one origin and is only ever read back for it. */
const keySchema = z.object({ origin: z.string(), key: z.string().check(z.maxLength(2000)) })

function originOf(baseUrl: string | undefined): string | null {
  try {
    return new URL(baseUrl ?? '').origin
  } catch {
    return null
  }
}

function readKey(baseUrl: string | undefined): string | null {
  for (const keeping of ['tab', 'device'] as const) {
    const parsed = z.safeParse(keySchema, readKept(keeping, KEY_NAME))
    if (parsed.success && parsed.data.origin === originOf(baseUrl)) return parsed.data.key
  }
  return null
}

/** Reads what was kept, fills what is missing or wrong with defaults, begins with what suits this browser, and keeps every later change. */
export function createSettingsStore(suits: Pick<Settings, 'quality' | 'reducedMotion' | 'showMap'>): StoreApi<Settings> {
  const parsed = z.safeParse(settingsSchema, readKept('device', 'settings'))
  const kept = parsed.success ? parsed.data : { ...DEFAULT_SETTINGS, ...suits }
  const { baseUrl, model, rememberKey } = kept.endpoint
  const key = readKey(baseUrl)
  const endpoint: Settings['endpoint'] = {
    kind: kept.endpoint.kind,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(model === undefined ? {} : { model }),
    ...(rememberKey === undefined ? {} : { rememberKey }),
    ...(key === null ? {} : { apiKey: key }),
  }
  const store = createStore<Settings>(() => ({ ...kept, endpoint }))
  store.subscribe((settings) => {
    const { apiKey, ...rest } = settings.endpoint
    keep('device', 'settings', { ...settings, endpoint: rest })
    const origin = originOf(rest.baseUrl)
    const entry = apiKey && origin ? { origin, key: apiKey } : null
    keep('tab', KEY_NAME, entry)
    keep('device', KEY_NAME, rest.rememberKey ? entry : null)
  })
  return store
}
