/** Settings as they are kept on the device and in the tab. */
import { beforeEach, describe, expect, it } from 'vitest'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import { createSettingsStore } from '#session/settings-store.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const SUITS = { quality: 'medium', reducedMotion: false, showMap: true } as const
const frame = globalThis as { window?: unknown }

beforeEach(() => {
  frame.window = { localStorage: createFakeStorage(), sessionStorage: createFakeStorage() }
})

describe('settings', () => {
  it('[SES-4] keeps what is right and replaces what is damaged', () => {
    keep('device', 'settings', { quality: 'high', camera: 'sideways', fieldOfView: 4000, lookSpeed: 2, recentSeeds: 7 })
    const settings = createSettingsStore(SUITS).getState()
    expect(settings).toMatchObject({ quality: 'high', camera: 'third', fieldOfView: 60, lookSpeed: 2, recentSeeds: [] })
  })

  it('[SES-4] begins with defaults when nothing readable was kept', () => {
    window.localStorage.setItem('percipi.settings', '{"quality":')
    expect(createSettingsStore({ quality: 'low', reducedMotion: true, showMap: false }).getState()).toMatchObject({ quality: 'low', reducedMotion: true, showMap: false, endpoint: { kind: 'builtin' } })
  })

  it('[SES-5] keeps a key in the tab alone, apart from the settings', () => {
    const store = createSettingsStore(SUITS)
    store.setState({ endpoint: { kind: 'openai-compatible', baseUrl: 'http://a.example/v1', apiKey: 'sk-planted' } })
    expect(JSON.stringify(readKept('device', 'settings'))).not.toContain('sk-planted')
    expect(readKept('device', 'endpoint-key')).toBeNull()
    expect(createSettingsStore(SUITS).getState().endpoint.apiKey).toBe('sk-planted')
  })

  it('[SES-5] keeps a key on the device when asked, and takes it away again', () => {
    const store = createSettingsStore(SUITS)
    store.setState({ endpoint: { kind: 'openai-compatible', baseUrl: 'http://a.example/v1', apiKey: 'sk-planted', rememberKey: true } })
    expect(JSON.stringify(readKept('device', 'endpoint-key'))).toContain('sk-planted')
    store.setState({ endpoint: { kind: 'openai-compatible', baseUrl: 'http://a.example/v1' } })
    expect(readKept('device', 'endpoint-key')).toBeNull()
    expect(readKept('tab', 'endpoint-key')).toBeNull()
  })

  it('[SES-5] never reads a key back for another origin', () => {
    createSettingsStore(SUITS).setState({ endpoint: { kind: 'openai-compatible', baseUrl: 'http://a.example/v1', apiKey: 'sk-planted' } })
    keep('device', 'settings', { ...createSettingsStore(SUITS).getState(), endpoint: { kind: 'openai-compatible', baseUrl: 'http://b.example/v1' } })
    expect(createSettingsStore(SUITS).getState().endpoint.apiKey).toBeUndefined()
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
})
