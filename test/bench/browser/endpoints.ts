/** Endpoints in the built app: swapped while people talk (T4), and going wrong in every way (T5). */
import type { Page, Request } from '@playwright/test'
import { eventOf, type Quirk } from '#test/support/quirk-server.ts'
import type { Figure } from '../bench.ts'
import { startModelDouble, type Manner, type ModelDouble } from '../support/model-double.ts'
import { digits } from '../support/measure.ts'
import { findTalker, untilSettled, type App } from './open-app.ts'

const KEY = 'sk-planted-2718-never-leaves'
const SWAPS = 8
/** How long an answer has streamed when the swap comes, milliseconds. */
const INTO_THE_WORDS_MS = 250
/** So many of all calls have to be timed by the browser for their times to count. */
const TIMED = 0.9
/** A world that does not move for so long has stopped. */
const STOPPED_MS = 2_000
const MOST_EXAMPLES = 3

/** T4: swaps between two servers and the built-in mind, each in the middle of a reply, while everybody else thinks with the same model. */
export async function measureSwap(app: App): Promise<Figure> {
  const doubles = [await startModelDouble('the mill'), await startModelDouble('the inn')] as const
  const { page } = await app.open(true)
  await untilSettled(page, 20_000)
  let restarts = 0
  page.on('framenavigated', () => restarts++)
  page.on('worker', () => restarts++)
  const asked: Request[] = []
  page.on('request', (request) => asked.push(request))
  const talker = await findTalker(page)
  await swapTo(page, doubles[0])
  const lost: string[] = []
  const wrong: string[] = []
  let calls = 0
  let answers = 0
  for (let n = 0; n < SWAPS; n++) {
    const [old, next] = n % 2 === 0 ? doubles : ([doubles[1], doubles[0]] as const)
    const words = `Tell me something new, part ${n}.`
    const before = old.heard.length
    const running = talk(page, talker, words)
    await page.waitForTimeout(INTO_THE_WORDS_MS)
    const swapped = await swapTo(page, next)
    const first = await running
    const second = await talk(page, talker, `And what else, part ${n}?`)
    for (const said of [first, second]) if ('problem' in said) lost.push(said.problem)
    answers += [first, second].filter((said) => 'reply' in said).length
    if ('reply' in second && !second.reply.includes(next === doubles[0] ? 'the mill' : 'the inn')) wrong.push(`“${second.reply}” (${second.source})`)
    // by the clock of the browser: what was sent before the swap may arrive after it
    const late = asked.filter((request) => request.url().startsWith(old.url) && request.timing().startTime > swapped)
    wrong.push(...late.map((request) => `${new URL(request.url()).pathname} ${Math.round(request.timing().startTime - swapped)} ms after`))
    calls += old.heard.length - before
  }
  const turns = await page.locator('[role=log] li').count()
  if (turns < 2 * answers) lost.push(`only ${turns} lines of ${2 * answers} are left`)
  await page.close()
  for (const double of doubles) await double.stop()
  const all = doubles.reduce((sum, { heard }) => sum + heard.length, 0)
  const seen = asked.filter((request) => request.timing().startTime > 0 && doubles.some(({ url }) => request.url().startsWith(url))).length
  return { id: 'T4', what: `${SWAPS} swaps of the endpoint in mid-reply: lost talks; calls to the old one afterwards; restarts`, figure: `${lost.length}; ${wrong.length}; ${restarts}`, bar: '0; 0; 0', ok: answers === 2 * SWAPS && seen >= all * TIMED && lost.length + wrong.length + restarts === 0, note: `${answers} answers of ${2 * SWAPS}, ${all} calls heard, ${seen} of them timed by the browser, ${calls} at the old one from a question before its swap on${[...lost, ...wrong].slice(0, MOST_EXAMPLES).map((each) => `; ${each}`).join('')}` }
}

type Spoken = { reply: string; source: string; ms: number } | { problem: string }

/** Says something; what went wrong is a value. */
function talk(page: Page, id: string, words: string): Promise<Spoken> {
  return page.evaluate(
    ([who, what]) => window.percipi.say(who, what).then(({ reply, source, ms }) => (reply.trim() === '' ? { problem: 'no words' } : { reply, source, ms }), (error: unknown) => ({ problem: String(error) })),
    [id, words] as const,
  )
}

/** Chooses a server; resolves with the moment, `Date.now()`, from which on the app says that it thinks with it. */
function swapTo(page: Page, { url }: ModelDouble): Promise<number> {
  return page.evaluate(async ([baseUrl, model]) => {
    const { percipi } = window
    const chosen = percipi.setEndpoint({ kind: 'openai-compatible', baseUrl, model })
    while (percipi.state().model.model !== model) await new Promise((resolve) => setTimeout(resolve, 5))
    const moment = Date.now()
    await chosen
    return moment
  }, [url, `model-${new URL(url).port}`] as const)
}

const html = '<!doctype html><html><head><title>Welcome</title></head><body>Sign in to the hotel</body></html>'
const json = (status: number, value: unknown): Quirk => ({ status, type: 'application/json', pieces: [JSON.stringify(value)] })
const error = (status: number, message: string): Quirk => json(status, { error: { message } })
/** What goes wrong, from one moment on. */
const faults = (elsewhere: string): ReadonlyArray<[kind: 'dies' | 'stalls' | 'refuses' | 'lies', name: string, manner: Manner]> => [
  ['dies', 'is gone', () => 'die'],
  ['dies', 'breaks off in mid-answer', () => ({ pieces: [eventOf({ content: 'SAY: I was about' })], ending: 'destroy' })],
  ['stalls', 'takes the question and is silent', () => ({ pieces: [], delayMs: 60_000, ending: 'open' })],
  ['stalls', 'is silent in mid-answer', () => ({ pieces: [eventOf({ content: 'SAY: I was about' })], ending: 'open' })],
  ['refuses', 'does not take the key', () => error(401, `Incorrect API key provided: ${KEY}`)],
  ['refuses', 'has no credit left', () => error(402, 'Insufficient credits')],
  ['refuses', 'is asked too often', () => ({ ...error(429, 'Rate limit reached'), headers: { 'access-control-allow-origin': '*', 'retry-after': '600' } })],
  ['refuses', 'breaks inside', () => error(500, 'CUDA out of memory')],
  ['refuses', 'lets no page in any more', () => ({ ...error(200, ''), headers: { 'x-nothing': 'allowed' } })],
  ['lies', 'sends a web page', () => ({ type: 'text/html', pieces: [html] })],
  ['lies', 'sends bytes', () => ({ type: 'application/octet-stream', pieces: [new Uint8Array(400).map((_, i) => (i * 73 + 41) % 256)] })],
  ['lies', 'answers with nothing', () => ({ pieces: [eventOf({}, { finish_reason: 'stop' }), 'data: [DONE]\n\n'] })],
  ['lies', 'says that all is well and means an error', () => json(200, { error: { message: 'the engine died' } })],
  ['lies', 'sends without end what is no answer', () => ({ type: 'text/plain', gapMs: 0, pieces: Array.from({ length: 4_000 }, () => 'x'.repeat(4_000)) })],
  ['lies', 'sends callers on to somebody else', () => ({ status: 307, pieces: [], headers: { 'access-control-allow-origin': '*', location: `${elsewhere}/chat/completions` } })],
]

/** T5: each fault begins while one talks with somebody whose model was well until then. */
export async function measureFaults(app: App): Promise<Figure> {
  const foreign = await startModelDouble('elsewhere')
  const { page } = await app.open(true)
  const away: string[] = []
  const logs: string[] = []
  const own = new Set<string>()
  page.on('request', (request) => {
    if (!own.has(new URL(request.url()).origin)) away.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
  })
  page.on('console', (message) => logs.push(message.text()))
  await untilSettled(page, 20_000)
  const talker = await findTalker(page)
  await page.evaluate(() => window.percipi.record())
  const all = faults(foreign.url)
  const stopped: string[] = []
  const untold: string[] = []
  const words: string[] = []
  let longestStill = 0
  let sent = 0
  for (const [kind, name, manner] of all) {
    const double = await startModelDouble(name)
    own.add(new URL(double.url).origin)
    await page.evaluate(([baseUrl, apiKey]) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl, apiKey, model: 'm' }), [double.url, KEY] as const)
    const well = await talk(page, talker, `Good day, before it ${name}.`)
    if (!('reply' in well) || well.source !== 'model') untold.push(`${name}: was not well before (${JSON.stringify(well)})`)
    await watchTheWorld(page)
    double.manner = manner
    const answered = await talk(page, talker, `What do you say now that it ${name}?`)
    const sign = await page.waitForFunction(() => [...document.querySelectorAll('.sign[data-tone=trouble]')].map(({ textContent }) => textContent).find((text) => /^The built-in mind answers: .{20,}[.”]$/s.test(text)) ?? null, undefined, { timeout: 5_000 }).then((found) => found.jsonValue(), () => null)
    const still = await page.evaluate(() => Number(document.body.dataset['still']))
    longestStill = Math.max(longestStill, still)
    if (still >= STOPPED_MS || !('reply' in answered)) stopped.push(`${name}: ${'reply' in answered ? `still for ${still} ms` : answered.problem}`)
    if (sign === null) untold.push(`${kind}, ${name}`)
    else words.push(sign)
    sent += double.heard.filter(({ headers }) => headers.authorization === `Bearer ${KEY}`).length
    await double.stop()
  }
  const found = await keyIn(page, { away, logs, foreign, words })
  await page.close()
  await foreign.stop()
  return { id: 'T5', what: `${all.length} ways in which an endpoint dies, stalls, refuses, lies: world stopped; key found elsewhere; told in words`, figure: `${stopped.length}; ${found.length}; ${all.length - untold.length} of ${all.length}`, bar: 'never; never; always', ok: sent > all.length && stopped.length + found.length + untold.length === 0, note: `the world stood still for ${digits(longestStill, 0)} ms at most; the key went ${sent} times to its own origin${[...stopped, ...found, ...untold].slice(0, MOST_EXAMPLES).map((each) => `; ${each}`).join('')}` }
}

/** From now on notes for how long the world stood still at most. */
async function watchTheWorld(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { body } = document
    body.dataset['still'] = '0'
    clearInterval(Number(body.dataset['watch']))
    let [last, since] = [window.percipi.state().time.worldSeconds, performance.now()]
    body.dataset['watch'] = String(setInterval(() => {
      const now = window.percipi.state().time.worldSeconds
      body.dataset['still'] = String(Math.max(Number(body.dataset['still']), Math.round(performance.now() - since)))
      if (now !== last) [last, since] = [now, performance.now()]
    }, 50))
  })
}

/** Where the key is found that it should not be. */
async function keyIn(page: Page, { away, logs, foreign, words }: { away: readonly string[]; logs: readonly string[]; foreign: ModelDouble; words: readonly string[] }): Promise<string[]> {
  const places = await page.evaluate(async () => {
    const { percipi } = window
    return {
      world: await (await percipi.exportWorld()).text(), recording: await (await percipi.stopRecording()).text(), state: JSON.stringify(percipi.state()), markup: document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value).join(),
      device: JSON.stringify({ ...localStorage }), address: location.href + window.name + JSON.stringify(history.state), cookies: document.cookie,
    }
  })
  const all = { ...places, logs: logs.join('\n'), 'requests elsewhere': away.join('\n'), 'what another server heard': JSON.stringify(foreign.heard), 'what the player was told': words.join('\n') }
  return Object.entries(all).flatMap(([place, text]) => (text.includes(KEY) ? [`key in ${place}`] : []))
}
