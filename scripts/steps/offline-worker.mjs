/** The service worker that keeps the page readable without a connection: every file of the build, and nothing else. */
import { createHash } from 'node:crypto'

/** What the worker is called in the built folder. */
export const OFFLINE_WORKER = 'offline.js'

/** Large parts that few ask for: kept when they are first read. */
const LARGE = /\.wasm$/

/**
 * The worker as a script, for these files (paths below the page, without the page itself) and this page. Another build has other files, and so another cache;
 * the old one stays until no tab uses it, so that a tab left open still finds its parts after the page was renewed.
 * @param {readonly string[]} files
 * @param {string} page its text
 * @returns {string}
 */
export function offlineWorker(files, page) {
  const listed = [...files].sort()
  const version = createHash('sha256').update([...listed, page].join('\n')).digest('hex').slice(0, 12)
  return `// keeps the files of this build, so that the page opens without a connection
const CACHE = 'percipi-${version}'
const PAGE = new URL('./', self.registration.scope).href
const PATIENCE_MS = 4000
const toPlace = (file) => new URL(file, PAGE).href
const FIRST = ${JSON.stringify(listed.filter((file) => !LARGE.test(file)))}.map(toPlace)
const FILES = new Set([...FIRST, ...${JSON.stringify(listed.filter((file) => LARGE.test(file)))}.map(toPlace)])

// what this build keeps of a place, or else an older one
const keptAt = async (place) => (await (await caches.open(CACHE)).match(place)) ?? caches.match(place)

async function readAndKeep(place, request) {
  const response = await fetch(request)
  if (response.ok) await caches.open(CACHE).then((cache) => cache.put(place, response.clone())).catch(() => undefined)
  return response
}

// the newest page while a server gives one; the kept one when none answers, answers with its own trouble, or takes too long
async function newestPage(request) {
  const kept = await keptAt(PAGE)
  if (!kept) return fetch(request)
  const asked = fetch(request).then((response) => (response.status >= 500 ? kept : response))
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([asked, late]).catch(() => kept)
}

// what other builds kept goes when no second tab could still need it
async function dropOthers() {
  if ((await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 1) return
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('percipi-') && name !== CACHE).map((name) => caches.delete(name)))
}

self.addEventListener('install', (event) => {
  // where the browser can be told, calls to models do not even wake this worker
  if (event.addRoutes) event.waitUntil(event.addRoutes({ condition: { requestMethod: 'POST' }, source: 'network' }).catch(() => undefined))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([new Request(PAGE, { cache: 'no-cache' }), ...FIRST])))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOthers(), self.clients.claim()]))
})

self.addEventListener('message', (event) => {
  const { kind, script } = event.data
  const isMine = FILES.has(script)
  if (kind === 'whose') event.ports[0].postMessage(isMine)
  // a page of this build, or one that is about to be read anew, is served from now on
  if (kind === 'take-over' || (kind === 'whose' && isMine)) self.skipWaiting()
  if (kind === 'begun') event.waitUntil(dropOthers())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  const place = url.origin + url.pathname
  if (request.mode === 'navigate') {
    if (place === PAGE || place === PAGE + 'index.html') event.respondWith(newestPage(request))
  } else if (FILES.has(place)) {
    event.respondWith(keptAt(place).then((file) => file ?? readAndKeep(place, request)))
  } else if (place.startsWith(PAGE + 'assets/')) {
    // a part of another build, for a tab that was open before this one came
    event.respondWith(keptAt(place).then((file) => file ?? fetch(request)))
  }
})
`
}
