/** Talking in the app: the built-in reply, and a flood of tokens through the minds worker while the scene renders. */
import type { BenchOptions, Figure } from '../bench.ts'
import { startFlood } from '../support/flood.ts'
import { digits, median } from '../support/measure.ts'
import { findTalker, mainThreadSeconds, untilSettled, type App } from './open-app.ts'

const FLOOD_TOKENS = 240_000
const PACE = 20_000
const PACED_MS = 2_500
const PACED_ROUNDS = 9
const ROUNDS = 5
const QUESTIONS = ['Good morning.', 'What is your trade?', 'Who lives here with you?', 'How was the harvest?', 'What did you do today?']

/** M5: how soon one sees that one was heard, and how long a built-in reply takes. */
export async function measureReply(app: App): Promise<Figure> {
  const { page } = await app.open(true)
  await untilSettled(page, 20_000)
  const id = await findTalker(page)
  const times: number[] = []
  for (const question of QUESTIONS) times.push((await page.evaluate(([who, words]) => window.percipi.say(who, words), [id, question] as const)).ms)
  // in front of the person, the talk left: from the key to the picture in which the talk is open
  const reactions: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.keyboard.press('Escape')
    await page.waitForSelector('section.talk', { state: 'detached' })
    await page.waitForTimeout(1_200)
    // whoever was left goes about its day: the player follows
    await page.evaluate(async (who) => {
      const { npc } = await window.percipi.person(who)
      const { x, z, yaw } = npc.body
      await window.percipi.teleport(x - Math.sin(yaw) * 1.8, z - Math.cos(yaw) * 1.8)
      window.percipi.look(yaw + Math.PI, 0)
    }, id)
    await page.waitForSelector('.talk-prompt')
    await page.evaluate(() => {
      const started = performance.now()
      let pressed = Infinity
      addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true })
      const look = (): void => {
        if (document.querySelector('section.talk')) requestAnimationFrame(() => (document.body.dataset['reaction'] = String(performance.now() - pressed)))
        else if (performance.now() - started > 5_000) document.body.dataset['reaction'] = 'Infinity'
        else requestAnimationFrame(look)
      }
      delete document.body.dataset['reaction']
      look()
    })
    await page.keyboard.press('KeyE')
    await page.waitForFunction(() => document.body.dataset['reaction'] !== undefined)
    reactions.push(await page.evaluate(() => Number(document.body.dataset['reaction'])))
  }
  await page.close()
  const ms = median(times)
  const shown = median(reactions)
  return { id: 'M5', what: 'visible reaction to the key; built-in reply', figure: `${digits(shown, 0)}; ${digits(ms, 0)} ms`, bar: '<= 100; <= 300 ms', ok: shown <= 100 && ms <= 300, note: `of ${ROUNDS} and ${QUESTIONS.length}; longest ${digits(Math.max(...reactions), 0)} and ${digits(Math.max(...times), 0)} ms; by the clock, to the picture after the talk opened` }
}

/** T1 in the app: tokens a second taken in by the minds worker while the scene renders. */
export async function measureFlood(app: App, options: BenchOptions): Promise<Figure> {
  const flood = await startFlood(options.bundle, { tokensPerSecond: 0, tokens: FLOOD_TOKENS })
  const { page } = await app.open(true)
  await untilSettled(page, 20_000)
  const talker = await findTalker(page)
  const found = await page.evaluate(async ([url, id]) => {
    const { percipi } = window
    await percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: url, model: 'flood' })
    const rates: number[] = []
    for (let round = 0; round < 4; round++) {
      const before = percipi.state().model.tokensOut
      const started = performance.now()
      const said = await percipi.say(id, `Tell me everything, part ${round}.`)
      const seconds = (performance.now() - started) / 1_000
      rates.push((percipi.state().model.tokensOut - before) / Math.max(seconds, said.ms / 1_000))
    }
    const { tokensPerSecond, tokensOut, failures } = percipi.state().model
    return { rates, tokensPerSecond, tokensOut, failures }
  }, [flood.url, talker] as const)
  await page.close()
  await flood.stop()
  const rate = Math.max(median(found.rates), found.tokensPerSecond)
  return { id: 'T1C', what: 'tokens a second taken in by the app while rendering', figure: digits(rate), bar: '>= 200,000', ok: rate >= 200_000, note: `whole talks: ${found.rates.map((each) => digits(each, 0)).join(', ')}; ${digits(found.tokensOut, 0)} tokens, ${found.failures} failures` }
}

/** T2: what 20,000 tokens a second cost the main thread, a frame: rounds with and without them by turns, in one talk, as a machine that others use drifts. */
export async function measurePaced(app: App, options: BenchOptions): Promise<Figure> {
  const flood = await startFlood(options.bundle, { tokensPerSecond: PACE, tokens: (PACE * (PACED_MS + 1_000)) / 1_000 })
  const { page, cdp } = await app.open(true)
  await untilSettled(page, 20_000)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const talker = await findTalker(page)
  await page.evaluate((url) => window.percipi.setEndpoint({ kind: 'openai-compatible', baseUrl: url, model: 'flood' }), flood.url)
  const spend = async (): Promise<{ perFrame: number; frames: number }> => {
    const countFrames = (): Promise<number> => page.evaluate(() => window.percipi.state().frame.count)
    const before = await countFrames()
    const seconds = await mainThreadSeconds(cdp)
    await page.waitForTimeout(PACED_MS)
    const ms = ((await mainThreadSeconds(cdp)) - seconds) * 1_000
    const frames = Math.max(1, (await countFrames()) - before)
    return { perFrame: ms / frames, frames }
  }
  const rounds: Array<{ quiet: number; loud: number; frames: number; rate: number }> = []
  for (let round = 0; round < PACED_ROUNDS; round++) {
    const quiet = await spend()
    const said = page.evaluate(async (id) => {
      const before = window.percipi.state().model.tokensOut
      const { ms } = await window.percipi.say(id, 'Tell me everything.')
      return ((window.percipi.state().model.tokensOut - before) / ms) * 1_000
    }, talker)
    const loud = await spend()
    rounds.push({ quiet: quiet.perFrame, loud: loud.perFrame, frames: loud.frames, rate: await said })
    // what was said is remembered and thought over, which is no part of taking tokens in
    await page.waitForTimeout(1_000)
  }
  await page.close()
  await flood.stop()
  const extras = rounds.map(({ quiet, loud }) => loud - quiet)
  const extra = median(extras)
  return { id: 'T2', what: 'main thread a frame at 20,000 tokens a second, over none', figure: `${digits(extra, 3)} ms`, bar: '<= 0.25 ms', ok: extra <= 0.25, note: `rounds by turns: ${extras.map((each) => digits(each, 2)).join(', ')}; ${digits(median(rounds.map(({ quiet }) => quiet)))} → ${digits(median(rounds.map(({ loud }) => loud)))} ms CPU a frame, ${digits(median(rounds.map(({ frames }) => frames)), 0)} frames a round, ${digits(median(rounds.map(({ rate }) => rate)), 0)} tokens a second` }
}
