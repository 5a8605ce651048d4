/** Settings as they are kept on the device and in the tab. */
import { beforeEach, describe, expect, it } from 'vitest'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import { checkEndpoint, createSettingsStore } from '#session/settings-store.ts'
import { endpointInUse, type Profile } from '#session/settings.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const SUITS = { quality: 'medium', reducedMotion: false, showMap: true } as const
const frame = globalThis as { window?: unknown }
const at = (host: string, rest: Partial<Profile['endpoint']> = {}): Profile['endpoint'] => ({ kind: 'openai-compatible', baseUrl: `http://${host}.example/v1`, apiKey: `sk-of-${host}`, ...rest })
const profile = (id: string, host: string, rest: Partial<Profile['endpoint']> = {}): Profile => ({ id, name: host, endpoint: at(host, rest) })

beforeEach(() => {
  frame.window = { localStorage: createFakeStorage(), sessionStorage: createFakeStorage() }
  // what a refusing browser makes the page itself hold
  for (const name of ['settings', 'endpoint-keys', 'endpoint-key']) for (const place of ['tab', 'device'] as const) keep(place, name, null)
})

describe('settings', () => {
  it('[SES-4] keeps what is right and replaces what is damaged', () => {
    keep('device', 'settings', { quality: 'high', camera: 'sideways', fieldOfView: 4000, lookSpeed: 2, recentSeeds: 7 })
    const settings = createSettingsStore(SUITS).getState()
    expect(settings).toMatchObject({ quality: 'high', camera: 'third', fieldOfView: 60, lookSpeed: 2, recentSeeds: [] })
  })

  it('[SES-4] begins with defaults when nothing readable was kept', () => {
    window.localStorage.setItem('percipi.settings', '{"quality":')
    expect(createSettingsStore({ quality: 'low', reducedMotion: true, showMap: false }).getState()).toMatchObject({ quality: 'low', reducedMotion: true, showMap: false, profiles: [], profileId: 'builtin' })
  })

  it('[SES-38] keeps the keys of the player’s own, and falls back to the first ones where they are damaged', () => {
    createSettingsStore(SUITS).setState({ keys: { jump: ['KeyB'], dive: [] }, runToggles: true })
    expect(createSettingsStore(SUITS).getState()).toMatchObject({ keys: { jump: ['KeyB'], dive: [] }, runToggles: true })
    for (const keys of [{ jump: 7 }, { fly: ['KeyB'] }, { jump: ['<b>'] }, 'none']) {
      keep('device', 'settings', { quality: 'high', keys })
      expect(createSettingsStore(SUITS).getState()).toMatchObject({ quality: 'high', keys: {} })
    }
  })

  it('[SES-5] keeps keys in the tab alone, apart from the settings', () => {
    const store = createSettingsStore(SUITS)
    store.setState({ profiles: [profile('p1', 'a'), profile('p2', 'b')], profileId: 'p2' })
    expect(JSON.stringify(window.localStorage.getItem('percipi.settings'))).not.toContain('sk-of')
    expect(readKept('device', 'endpoint-keys')).toBeNull()
    const again = createSettingsStore(SUITS).getState()
    expect(again.profiles.map(({ endpoint }) => endpoint.apiKey)).toEqual(['sk-of-a', 'sk-of-b'])
    expect(endpointInUse(again)).toEqual(at('b'))
  })

  it('[SES-5] keeps a key on the device when asked, and takes it away again', () => {
    const store = createSettingsStore(SUITS)
    store.setState({ profiles: [profile('p1', 'a', { rememberKey: true }), profile('p2', 'b')] })
    expect(JSON.stringify(readKept('device', 'endpoint-keys'))).toContain('sk-of-a')
    expect(JSON.stringify(readKept('device', 'endpoint-keys'))).not.toContain('sk-of-b')
    store.setState({ profiles: [] })
    expect(readKept('device', 'endpoint-keys')).toBeNull()
    expect(readKept('tab', 'endpoint-keys')).toBeNull()
  })

  it('[SES-5] never reads a key back for another origin or another profile', () => {
    createSettingsStore(SUITS).setState({ profiles: [profile('p1', 'a'), profile('p2', 'b')] })
    const kept = readKept('device', 'settings') as { profiles: Profile[] }
    const bare = (id: string, host: string): unknown => ({ id, name: host, endpoint: { kind: 'openai-compatible', baseUrl: `http://${host}.example/v1` } })
    keep('device', 'settings', { ...kept, profiles: [bare('p1', 'b'), bare('p2', 'evil'), bare('p3', 'a')] })
    expect(createSettingsStore(SUITS).getState().profiles.map(({ endpoint }) => endpoint.apiKey)).toEqual([undefined, undefined, undefined])
  })

  it('[ST-41] turns the one endpoint of before into a profile with its name and key', () => {
    keep('device', 'settings', { quality: 'high', endpoint: { kind: 'ollama', baseUrl: 'http://localhost:11434', model: 'qwen3', rememberKey: true } })
    keep('device', 'endpoint-key', { origin: 'http://localhost:11434', key: 'sk-old' })
    const settings = createSettingsStore(SUITS).getState()
    expect(settings).toMatchObject({ quality: 'high', profileId: 'p1', profiles: [{ id: 'p1', name: 'Ollama', endpoint: { kind: 'ollama', model: 'qwen3', apiKey: 'sk-old' } }] })
    expect(readKept('device', 'endpoint-key')).toBeNull()
    // and is not asked to do so twice
    expect(createSettingsStore(SUITS).getState()).toEqual(settings)
  })

  it('[ST-41] a server that was not in use stays at hand, its key stays with its origin', () => {
    keep('device', 'settings', { endpoint: { kind: 'builtin', baseUrl: 'https://api.anthropic.com/v1', model: 'claude' } })
    keep('tab', 'endpoint-key', { origin: 'https://elsewhere.example', key: 'sk-old' })
    const settings = createSettingsStore(SUITS).getState()
    expect(settings).toMatchObject({ profileId: 'builtin', profiles: [{ name: 'Anthropic (Claude)', endpoint: { kind: 'anthropic', model: 'claude' } }] })
    expect(settings.profiles[0]?.endpoint.apiKey).toBeUndefined()
    keep('device', 'settings', { endpoint: { kind: 'builtin' } })
    expect(createSettingsStore(SUITS).getState().profiles).toEqual([])
  })

  it('[ST-41] a damaged profile does not take the others along, nor what refers to it', () => {
    keep('device', 'settings', { profiles: [{ id: 'p1', name: '', endpoint: {} }, 7, { id: 'p2', name: 'Good', endpoint: { kind: 'gemini', baseUrl: 'https://g.example' } }, { id: 'p2', name: 'Double', endpoint: { kind: 'gemini' } }], profileId: 'p1', kinds: { talk: 'p2', reflection: 'p9', deliberation: 'builtin' } })
    expect(createSettingsStore(SUITS).getState()).toMatchObject({ profileId: 'builtin', kinds: { talk: 'p2', deliberation: 'builtin' } })
    expect(createSettingsStore(SUITS).getState().profiles.map(({ name }) => name)).toEqual(['Good'])
    expect(createSettingsStore(SUITS).getState().kinds).not.toHaveProperty('reflection')
  })

  it('[SES-10] keeps values while the page lives when the browser refuses storage', () => {
    frame.window = {
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    expect(keep('device', 'colour', 'red')).toBe(false)
    expect(readKept('device', 'colour')).toBe('red')
    keep('device', 'colour', null)
    expect(readKept('device', 'colour')).toBeNull()
  })

  it('[SES-43] an endpoint named in the console is read whole, and one of an unknown kind is refused in words', () => {
    const named = { kind: 'openai-compatible', baseUrl: 'http://localhost:1/v1', apiKey: 'k', model: 'm' }
    expect(checkEndpoint(named)).toEqual(named)
    expect(checkEndpoint({ kind: 'builtin' })).toEqual({ kind: 'builtin' })
    for (const bad of [{ kind: 'openai' }, {}, null, 'http://localhost:1/v1']) expect(() => checkEndpoint(bad)).toThrow(/one of builtin, openai-compatible, .*Nothing was changed/)
    expect(() => checkEndpoint({ kind: 'gemini', baseUrl: 7 })).toThrow(/baseUrl/)
  })
})
