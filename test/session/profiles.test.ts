/** Minds under names: kept, switched, given away, deleted and taken back. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { EndpointSettings } from '#minds/language-model.ts'
import { keep } from '#platform/storage/kept-values.ts'
import { applyEndpoint } from '#session/endpoint.ts'
import type { Game } from '#session/game.ts'
import { createProfileDesk, type ProfileDesk } from '#session/profiles.ts'
import { createSettingsStore } from '#session/settings-store.ts'
import type { Settings } from '#session/settings.ts'
import { createFakeStorage } from '../support/fake-storage.ts'

const KEY = 'sk-planted-4711'
const at = (host: string, rest: Partial<EndpointSettings> = {}): EndpointSettings => ({ kind: 'openai-compatible', baseUrl: `https://${host}.example/v1`, ...rest })
let game: Game
let desk: ProfileDesk
/** What the minds were told, newest last. */
let told: Array<{ endpoint: EndpointSettings; kinds: { [group: string]: EndpointSettings } }>
const state = (): Settings => game.settings.getState()
const names = (): string[] => state().profiles.map(({ name }) => name)
const file = (value: unknown): Blob => new Blob([typeof value === 'string' ? value : JSON.stringify(value)])

beforeEach(() => {
  Object.assign(globalThis, { window: { localStorage: createFakeStorage(), sessionStorage: createFakeStorage() } })
  // what a refusing browser makes the page itself hold
  for (const name of ['settings', 'endpoint-keys']) for (const place of ['tab', 'device'] as const) keep(place, name, null)
  told = []
  game = {
    settings: createSettingsStore({ quality: 'low', reducedMotion: false, showMap: false }),
    hud: { setState: () => undefined },
    minds: { setEndpoint: async (endpoint: EndpointSettings, kinds: { [group: string]: EndpointSettings }) => void told.push({ endpoint, kinds }) },
  } as unknown as Game
  desk = createProfileDesk(game)
})

describe('minds under names', () => {
  it('[ST-42] are kept under names that differ, changed, and used', async () => {
    const one = await desk.save(null, 'Quick', at('a', { apiKey: KEY }))
    const two = await desk.save(null, 'quick', at('b'))
    await desk.save(null, '  ', at('c'))
    expect(names()).toEqual(['Quick', 'quick 2', 'c.example'])
    expect(state().profileId).toBe('builtin')
    await desk.use(two)
    expect(told.at(-1)?.endpoint).toEqual(at('b'))
    expect(await desk.save(two, 'Slow', at('b', { model: 'm' }))).toBe(two)
    expect(told.at(-1)?.endpoint).toEqual(at('b', { model: 'm' }))
    expect(await desk.save(one, 'Quick', at('a', { apiKey: KEY }))).toBe(one)
    expect(names()).toEqual(['Quick', 'Slow', 'c.example'])
  })

  it('[ST-42] beyond twenty-four there is no room, and that is said', async () => {
    for (let i = 0; i < 24; i++) await desk.save(null, `Mind ${i}`, at(`h${i}`))
    await expect(desk.save(null, 'One more', at('z'))).rejects.toThrow('Delete one')
    expect(names()).toHaveLength(24)
  })

  it('[ST-42] deleted, the built-in mind takes over; taken back, all is as it was', async () => {
    await desk.save(null, 'First', at('a'))
    const id = await desk.save(null, 'Second', at('b', { apiKey: KEY }))
    await desk.save(null, 'Third', at('c'))
    await desk.use(id)
    await desk.assign('talk', id)
    const before = state()
    const undo = await desk.remove(id)
    expect(names()).toEqual(['First', 'Third'])
    expect([state().profileId, state().kinds]).toEqual(['builtin', {}])
    expect(told.at(-1)).toEqual({ endpoint: { kind: 'builtin' }, kinds: {} })
    expect(JSON.stringify(window.sessionStorage.getItem('percipi.endpoint-keys'))).not.toContain(KEY)
    await undo()
    expect(state()).toEqual(before)
    expect(told.at(-1)).toEqual({ endpoint: at('b', { apiKey: KEY }), kinds: { talk: at('b', { apiKey: KEY }) } })
    await undo()
    expect(names()).toHaveLength(3)
  })

  it('[ST-42] each kind of thoughts may have its own, also the built-in mind, until it is to be the same again', async () => {
    const id = await desk.save(null, 'Deep', at('a'))
    await desk.assign('reflection', id)
    await desk.assign('talk', 'builtin')
    expect(told.at(-1)).toEqual({ endpoint: { kind: 'builtin' }, kinds: { reflection: at('a'), talk: { kind: 'builtin' } } })
    await desk.assign('reflection', null)
    expect(told.at(-1)?.kinds).toEqual({ talk: { kind: 'builtin' } })
  })

  it('[ST-42] a key that is forgotten is nowhere', async () => {
    const id = await desk.save(null, 'A', at('a', { apiKey: KEY, rememberKey: true }))
    expect(window.localStorage.getItem('percipi.endpoint-keys')).toContain(KEY)
    await desk.forgetKey(id)
    expect(JSON.stringify([state(), window.localStorage.getItem('percipi.endpoint-keys'), window.sessionStorage.getItem('percipi.endpoint-keys')])).not.toContain(KEY)
  })

  it('[ST-43] an endpoint of the console or the address is the profile that means the same, else one that stands until the next', async () => {
    const id = await desk.save(null, 'Mine', at('a', { model: 'm' }))
    await applyEndpoint(game, at('a', { model: 'm', apiKey: KEY }))
    expect(state()).toMatchObject({ profileId: id, profiles: [{ name: 'Mine', endpoint: { apiKey: KEY } }] })
    await applyEndpoint(game, at('b', { model: 'x' }))
    await applyEndpoint(game, at('c', { model: 'y' }))
    expect(names()).toEqual(['Mine', 'y at c.example'])
    await desk.assign('talk', 'passing')
    // saved, it is the player's own, and what referred to it still does
    const own = await desk.save('passing', 'Yours', at('c', { model: 'y' }))
    expect(state()).toMatchObject({ profileId: own, kinds: { talk: own } })
    await applyEndpoint(game, at('d'))
    expect(names()).toEqual(['Mine', 'Yours', 'd.example'])
    await applyEndpoint(game, { kind: 'builtin' })
    expect(state().profileId).toBe('builtin')
  })

  it('[ST-44] a file holds names, addresses and models, and no key however one is hidden', async () => {
    await desk.save(null, 'A', at('a', { apiKey: KEY, model: 'm', rememberKey: true }))
    await desk.save(null, 'B', at('b', { baseUrl: `https://user:${KEY}@b.example/v1?token=${KEY}#${KEY}` }))
    const text = await desk.exportFile().text()
    expect(text).not.toContain(KEY)
    expect(JSON.parse(text)).toEqual({ format: 'percipi-minds', version: 1, profiles: [{ name: 'A', kind: 'openai-compatible', baseUrl: 'https://a.example/v1', model: 'm' }, { name: 'B', kind: 'openai-compatible', baseUrl: 'https://b.example/v1' }] })
  })

  it('[ST-44] a file adds what is not there, uses nothing, and takes no key', async () => {
    await desk.save(null, 'A', at('a', { model: 'm' }))
    const says = await desk.importFile(file({ format: 'percipi-minds', version: 1, profiles: [{ name: 'Other', kind: 'openai-compatible', baseUrl: 'https://a.example/v1/', model: 'm' }, { name: 'a', kind: 'gemini', baseUrl: 'https://g.example', apiKey: KEY }, { name: 'x', kind: 'builtin' }, { name: 'y', kind: 'ollama', baseUrl: 'javascript:alert(1)' }, 3] }))
    expect(names()).toEqual(['A', 'a 2'])
    expect(state().profileId).toBe('builtin')
    expect(JSON.stringify(state())).not.toContain(KEY)
    for (const words of ['Added: a 2.', 'One was there already.', '3 entries could not be read.', 'held a key']) expect(says).toContain(words)
    expect(await desk.importFile(desk.exportFile())).toBe('Nothing was added. 2 were there already.')
  })

  it.each([
    ['{"format":', 'cannot be read'],
    [{ format: 'percipi-world', version: 1, profiles: [] }, 'holds no minds'],
    [{ format: 'percipi-minds', version: 2, profiles: [] }, 'newer version'],
    ['x'.repeat(200_001), 'too large'],
  ])('[ST-44] a file that is none is refused in words, and nothing changes', async (content, words) => {
    await expect(desk.importFile(file(content))).rejects.toThrow(words)
    expect(names()).toEqual([])
  })
})
