/** A sign-in that leaves the page and comes back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from '#session/game.ts'
import { createHudStore } from '#session/create-hud-store.ts'
import { createSettingsStore } from '#session/settings-store.ts'
import { takeSignInReturn } from '#session/sign-in-return.ts'
import { finishSignIn, prepareSignIn } from '#session/sign-in.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const KEY = 'sk-planted-0123456789'
const WISH = { presetId: 'openrouter', profileId: null, name: 'Mine', model: 'a/b', rememberKey: false }
let game: Game
let asked: number
const notices = (): string => game.hud.getState().notices.map(({ text }) => text).join(' ')

beforeEach(() => {
  asked = 0
  vi.stubGlobal('window', { localStorage: createFakeStorage(), sessionStorage: createFakeStorage() })
  vi.stubGlobal('location', { href: 'https://game.example/?seed=x' })
  vi.stubGlobal('fetch', async () => {
    asked++
    return new Response(JSON.stringify({ key: KEY }))
  })
  for (const name of ['settings', 'endpoint-keys', 'sign-in']) for (const place of ['tab', 'device'] as const) keep(place, name, null)
  game = { settings: createSettingsStore({ quality: 'low', reducedMotion: false, showMap: false }), hud: createHudStore(), minds: { setEndpoint: async () => ({}) } } as unknown as Game
})
afterEach(() => vi.unstubAllGlobals())

/** Leaves, and gives the state that the service would bring back. */
async function leave(wish = WISH): Promise<string> {
  const url = await prepareSignIn(wish)
  return new URL(new URL(url).searchParams.get('callback_url') ?? '').searchParams.get('signin') ?? ''
}

describe('a sign-in', () => {
  it('[MOD-72] comes back with a key for its profile, once', async () => {
    const state = await leave()
    expect(JSON.stringify(readKept('tab', 'sign-in'))).toContain(state)
    expect(readKept('device', 'sign-in')).toBeNull()
    await finishSignIn(game, { state, code: 'c', error: null })
    expect(game.settings.getState()).toMatchObject({ profileId: 'p1', profiles: [{ name: 'Mine', endpoint: { kind: 'openai-compatible', baseUrl: 'https://openrouter.ai/api/v1', model: 'a/b', apiKey: KEY } }] })
    expect(notices()).toContain('People think with a/b')
    await finishSignIn(game, { state, code: 'c', error: null })
    expect(asked).toBe(1)
    expect(notices()).toContain('did not begin, or that is over already')
  })

  it('[MOD-72] without a model nothing is used yet; a profile that was there keeps its place and gets the key', async () => {
    await finishSignIn(game, { state: await leave({ ...WISH, model: '' }), code: 'c', error: null })
    expect(game.settings.getState().profileId).toBe('builtin')
    expect(notices()).toContain('Choose one of its models')
    await finishSignIn(game, { state: await leave({ ...WISH, profileId: 'p1' as never }), code: 'c', error: null })
    expect(game.settings.getState().profiles).toHaveLength(1)
  })

  it.each([
    ['another state', (state: string) => ({ state: `${state}x`, code: 'c', error: null }), 'not the one that this tab began'],
    ['a refusal', (state: string) => ({ state, code: null, error: 'access_denied' }), 'not finished: access_denied'],
  ])('[MOD-72] %s takes nothing over, and is not asked again', async (_name, back, says) => {
    const state = await leave()
    await finishSignIn(game, back(state))
    expect(notices()).toContain(says)
    await finishSignIn(game, { state, code: 'c', error: null })
    expect([asked, game.settings.getState().profiles.length]).toEqual([0, 0])
  })

  it('[MOD-72] a service without a sign-in says so', async () => {
    await expect(prepareSignIn({ ...WISH, presetId: 'openai' })).rejects.toThrow('no sign-in')
  })

  it('[MOD-108] the service learns where to come back to and nothing else of the address, which is back afterwards; a return that this tab did not begin brings nothing back', async () => {
    vi.stubGlobal('location', { href: 'https://game.example/play?seed=x&endpoint=http%3A%2F%2Fhome.lan#here' })
    const shown: string[] = []
    vi.stubGlobal('history', { state: null, replaceState: (_state: unknown, _unused: string, url: string) => shown.push(url) })
    const url = await prepareSignIn(WISH)
    const back = new URL(new URL(url).searchParams.get('callback_url') ?? '')
    expect([back.origin + back.pathname, [...back.searchParams.keys()], back.hash]).toEqual(['https://game.example/play', ['signin'], ''])
    expect(url).not.toMatch(/seed|home\.lan/)
    vi.stubGlobal('location', { href: `${back.href}&code=c` })
    expect(takeSignInReturn()?.code).toBe('c')
    vi.stubGlobal('location', { href: 'https://game.example/play?signin=other&code=c' })
    expect(takeSignInReturn()?.state).toBe('other')
    expect(shown).toEqual(['https://game.example/play?seed=x&endpoint=http%3A%2F%2Fhome.lan#here', 'https://game.example/play'])
  })

  it('[MOD-73] the address is without the return at once', () => {
    const shown: string[] = []
    vi.stubGlobal('history', { state: null, replaceState: (_state: unknown, _unused: string, url: string) => shown.push(url) })
    vi.stubGlobal('location', { href: 'https://game.example/?seed=x&signin=s&code=secret#here' })
    expect(takeSignInReturn()).toEqual({ state: 's', code: 'secret', error: null })
    expect(shown).toEqual(['https://game.example/?seed=x#here'])
    vi.stubGlobal('location', { href: 'https://game.example/?seed=x&code=other' })
    expect(takeSignInReturn()).toBeNull()
    expect(shown).toHaveLength(1)
  })
})
