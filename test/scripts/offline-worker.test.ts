/** The worker that keeps the page readable without a connection. */
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { offlineWorker } from '../../scripts/steps/offline-worker.mjs'

const PAGE = 'https://example.org/world/'
const FILES = ['assets/index-abc.js', 'assets/engine-abc.wasm', 'icon.svg']
const RENEWED = ['assets/index-xyz.js', 'icon.svg']

type Paper = { body: string; status: number; ok: boolean; clone(): Paper }
type Asked = string | { url: string }
type Event = { request?: unknown; data?: unknown; ports?: unknown; waitUntil(work: Promise<unknown>): void; respondWith(answer: Promise<Paper>): void }

const paper = (body: string, status = 200): Paper => ({ body, status, ok: status < 400, clone: () => paper(body, status) })
const addressOf = (request: Asked): string => (typeof request === 'string' ? request : request.url)

/** Runs a worker in a browser of paper, whose caches are `stored` and in which `tabs` are open. */
function start(text: string, stored = new Map<string, Map<string, Paper>>(), tabs = { count: 1 }) {
  const handlers = new Map<string, (event: Event) => void>()
  const network = { answer: (place: string): Promise<Paper> => Promise.resolve(paper(`fetched ${place}`)), asked: [] as string[] }
  const told = { skips: 0, claims: 0, routes: [] as unknown[], answers: [] as unknown[] }
  const late: Array<() => void> = []
  const fetchIt = (request: Asked): Promise<Paper> => {
    network.asked.push(addressOf(request))
    return network.answer(addressOf(request))
  }
  const openCache = (name: string) => {
    const cache = stored.get(name) ?? new Map<string, Paper>()
    stored.set(name, cache)
    return {
      put: async (place: string, response: Paper) => void cache.set(place, response),
      match: async (place: string) => cache.get(place),
      addAll: async (all: Asked[]) => void (await Promise.all(all.map(async (each) => cache.set(addressOf(each), await fetchIt(each))))),
    }
  }
  runInNewContext(text, {
    URL,
    setTimeout: (run: () => void) => late.push(run),
    self: {
      registration: { scope: PAGE },
      addEventListener: (name: string, handler: (event: Event) => void) => handlers.set(name, handler),
      skipWaiting: () => told.skips++,
      clients: { matchAll: async () => Array.from({ length: tabs.count }), claim: async () => void told.claims++ },
    },
    Request: class {
      readonly url: string
      constructor(url: string) {
        this.url = url
      }
    },
    fetch: fetchIt,
    caches: {
      open: async (name: string) => openCache(name),
      keys: async () => [...stored.keys()],
      delete: async (name: string) => stored.delete(name),
      match: async (place: string) => [...stored.values()].map((cache) => cache.get(place)).find((found) => found !== undefined),
    },
  })
  const run = async (name: string, event: Record<string, unknown> = {}): Promise<string> => {
    const works: Array<Promise<unknown>> = []
    let answer: Promise<Paper> | null = null
    handlers.get(name)!({
      ...event,
      addRoutes: async (routes: unknown) => void told.routes.push(routes),
      ports: [{ postMessage: (word: unknown) => told.answers.push(word) }],
      waitUntil: (work) => void works.push(work),
      respondWith: (given) => {
        answer = given
      },
    } as Event)
    await Promise.all(works)
    return answer === null ? 'left alone' : (await (answer as Promise<Paper>)).body
  }
  return { run, ask: (url: string, more = {}) => run('fetch', { request: { method: 'GET', mode: 'cors', url, ...more } }), network, stored, told, late, tabs }
}

const offline = (): Promise<Paper> => Promise.reject(new TypeError('Failed to fetch'))
const navigation = { mode: 'navigate' }

describe('without a connection', () => {
  it('[SES-39] the page and every file of its build are kept, the page is asked for anew while it can be', async () => {
    const { run, ask, network, late } = start(offlineWorker(FILES, ''))
    await run('install')
    expect(network.asked.toSorted()).toEqual([PAGE, `${PAGE}assets/index-abc.js`, `${PAGE}icon.svg`])
    expect(await ask(`${PAGE}?seed=a&x=3`, navigation)).toBe(`fetched ${PAGE}?seed=a&x=3`)
    const online = network.answer
    network.answer = offline
    network.asked.length = 0
    expect(await ask(`${PAGE}?seed=a`, navigation)).toBe(`fetched ${PAGE}`)
    expect(await ask(`${PAGE}assets/index-abc.js`)).toBe(`fetched ${PAGE}assets/index-abc.js`)
    expect(network.asked).toEqual([`${PAGE}?seed=a`])
    // a server in trouble, and one that never answers, are as none
    network.answer = async () => paper('Bad gateway', 502)
    expect(await ask(`${PAGE}index.html`, navigation)).toBe(`fetched ${PAGE}`)
    network.answer = () => new Promise(() => undefined)
    late.length = 0
    const waiting = ask(PAGE, navigation)
    await expect.poll(() => late.length).toBeGreaterThan(0)
    for (const pass of late) pass()
    expect(await waiting).toBe(`fetched ${PAGE}`)
    // what is large and seldom wanted is kept when it is first read
    network.answer = offline
    await expect(ask(`${PAGE}assets/engine-abc.wasm`)).rejects.toThrow('Failed to fetch')
    network.answer = online
    await ask(`${PAGE}assets/engine-abc.wasm`)
    network.answer = offline
    expect(await ask(`${PAGE}assets/engine-abc.wasm`)).toBe(`fetched ${PAGE}assets/engine-abc.wasm`)
  })

  it('[SES-40] touches nothing but these files: no model server, no other page, nothing that is sent', async () => {
    const { run, ask, told, stored } = start(offlineWorker(FILES, ''))
    await run('install')
    const kept = [...stored.values()].map((cache) => cache.size)
    for (const [url, more] of [
      ['https://api.example.com/v1/chat/completions', { method: 'POST' }],
      ['https://api.example.com/v1/models', {}],
      [`${PAGE}v1/models`, {}],
      ['https://example.org/elsewhere/', navigation],
      [`${PAGE}assets/index-abc.js`, { method: 'POST' }],
    ] as const) expect(await ask(url, more)).toBe('left alone')
    expect(told.routes).toEqual([{ condition: { requestMethod: 'POST' }, source: 'network' }])
    // what this build does not know is read as ever, and not kept
    expect(await ask(`${PAGE}assets/other-def.js`)).toBe(`fetched ${PAGE}assets/other-def.js`)
    expect([...stored.values()].map((cache) => cache.size)).toEqual(kept)
  })

  it('[SES-41] another build has a cache of its own; the old one goes when no tab needs it, and caches of others stay', async () => {
    const stored = new Map<string, Map<string, Paper>>([['somebody-else', new Map()]])
    await start(offlineWorker(FILES, ''), stored).run('install')
    const renewed = start(offlineWorker(RENEWED, ''), stored, { count: 2 })
    await renewed.run('install')
    await renewed.run('activate')
    expect(stored.size).toBe(3)
    // a tab that was open before finds its parts, gone from the server
    renewed.network.answer = offline
    expect(await renewed.ask(`${PAGE}assets/index-abc.js`)).toBe(`fetched ${PAGE}assets/index-abc.js`)
    renewed.tabs.count = 1
    await renewed.run('message', { data: { kind: 'begun' } })
    expect([...stored.keys()].filter((name) => name.startsWith('percipi-'))).toHaveLength(1)
    expect(stored.has('somebody-else')).toBe(true)
    expect(renewed.told.claims).toBe(1)
  })

  it('[SES-41] the worker that waits serves a page of its own build at once, another only when told to', async () => {
    const { run, told } = start(offlineWorker(RENEWED, ''))
    await run('message', { data: { kind: 'whose', script: `${PAGE}assets/index-abc.js` } })
    expect([told.answers, told.skips]).toEqual([[false], 0])
    await run('message', { data: { kind: 'whose', script: `${PAGE}assets/index-xyz.js` } })
    expect([told.answers, told.skips]).toEqual([[false, true], 1])
    await run('message', { data: { kind: 'take-over' } })
    expect(told.skips).toBe(2)
  })

  it('[SES-41] the order in which files are told makes no other build; another file or another page does', () => {
    expect(offlineWorker(FILES, 'page')).toBe(offlineWorker(FILES.toReversed(), 'page'))
    expect(offlineWorker(FILES, 'page')).not.toBe(offlineWorker(FILES, 'another page'))
    expect(offlineWorker(FILES, 'page')).not.toBe(offlineWorker(RENEWED, 'page'))
  })
})
