/** Minds and people in Node: recall among ten thousand memories, and what deciding costs. */
import { createRng, nextFloat, pick } from '#core/rng.ts'
import type { NpcId } from '#core/ids.ts'
import { deliberate } from '#minds/deliberation/deliberate.ts'
import { createLedger } from '#minds/memory/ledger.ts'
import { draftMemory } from '#minds/memory/make-memory.ts'
import { createTabStore } from '#minds/memory/memory-store.ts'
import { createRecall } from '#minds/memory/recall.ts'
import { readMemory } from '#platform/storage/memory-record.ts'
import { countDamaged } from '#test/minds/support/corrupt-answers.ts'
import { makeView, MIRA } from '#test/minds/support/make-view.ts'
import { drawDilemma, regretsOf } from '#test/minds/support/dilemmas.ts'
import { feelDay } from '#test/support/feel-in-steps.ts'
import { effectsOf, measureWound } from '#test/support/wound-curves.ts'
import { walkVillage } from '#test/support/model-walk.ts'
import { createPeopledWorld } from '#test/support/create-test-world.ts'
import { createGround } from '#simulation/physics/ground.ts'
import { tickWorld } from '#simulation/tick.ts'
import { createLand } from '#worldgen/create-land.ts'
import { measureDialogues } from './dialogues.ts'
import { measureSpread, measureTalks } from './gossip.ts'
import { measureIdiolects } from './likeness.ts'
import { isChosen, type Bench, type Figure } from './bench.ts'
import { cpuMs, digits, percentile, threadMsAtMost } from './support/measure.ts'

const NAMES = ['Ada', 'Brun', 'Cerys', 'Dorn', 'Esme', 'Finn', 'Greta', 'Hal', 'Ione', 'Jory', 'Kell', 'Lys', 'Mael', 'Nesta', 'Orla', 'Pell', 'Quill', 'Rhea', 'Sten', 'Tilda', 'Ulf', 'Vera', 'Wat', 'Yrsa']
const VERBS = ['saw', 'met', 'helped', 'told', 'asked', 'sold', 'gave', 'lent', 'forgave', 'cursed', 'followed', 'paid', 'thanked', 'taught', 'warned', 'missed']
const QUALITIES = ['lame', 'blue', 'broken', 'old', 'flooded', 'rusty', 'sweet', 'stolen', 'heavy', 'empty', 'quiet', 'burnt', 'new', 'bitter', 'painted', 'cracked', 'golden', 'muddy', 'borrowed', 'frozen', 'sharp', 'lost']
const THINGS = ['bread', 'horse', 'wheel', 'cloak', 'eggs', 'bridge', 'songs', 'wolf', 'field', 'nails', 'honey', 'letter', 'axe', 'barrel', 'goat', 'cheese', 'rope', 'lamp', 'boots', 'apples', 'fence', 'drum', 'kettle', 'wool', 'salt', 'knife', 'cart', 'candle', 'roof', 'ring', 'hound', 'net', 'seed', 'plough', 'saddle', 'bell', 'flute', 'hat', 'stone', 'herbs']
const PLACES = ['the well', 'the inn', 'the smithy', 'the upper path', 'the ford', 'the market', 'the shrine', 'the barn', 'the mill', 'the orchard', 'the quarry', 'the east gate', 'the long meadow', 'the salt road']
const MEMORIES = 10_000
const PEOPLE = 200
const FRAME_MS = 16.7

function measureRecall(): Figure {
  const rng = createRng(3)
  const recall = createRecall()
  const sentence = (): string => `${pick(rng, NAMES)} ${pick(rng, VERBS)} ${pick(rng, NAMES)} about the ${pick(rng, QUALITIES)} ${pick(rng, THINGS)} near ${pick(rng, PLACES)} on day ${Math.floor(nextFloat(rng) * 90)}.`
  for (let i = 0; i < MEMORIES; i++) recall.add({ id: `m${i}`, text: sentence(), time: i * 600, importance: nextFloat(rng), place: pick(rng, PLACES) })
  const ask = (): number => {
    const text = `What did ${pick(rng, NAMES)} say about the ${pick(rng, QUALITIES)} ${pick(rng, THINGS)} at ${pick(rng, PLACES)}?`
    const started = performance.now()
    recall.recall({ text, now: MEMORIES * 600 }, 12)
    return performance.now() - started
  }
  const first = Array.from({ length: 100 }, ask)
  for (let i = 0; i < 900; i++) ask()
  const times = Array.from({ length: 1_000 }, ask)
  const p50 = percentile(times, 0.5)
  return { id: 'M2', what: 'recall among 10,000 memories, p50', figure: `${digits(p50, 3)} ms`, bar: '<= 0.2 ms', ok: p50 <= 0.2, note: `p99 ${digits(percentile(times, 0.99), 2)} ms; the first hundred questions, before the engine compiled what runs often, p50 ${digits(percentile(first, 0.5), 3)} ms; every question shares words with about half of them` }
}

function measureDeciding(): Figure {
  const land = createLand('bench')
  const ground = createGround(land)
  const world = createPeopledWorld({ seed: 'bench', land }, { land, ground })
  const first = [...world.npcs]
  for (let i = 0; world.npcs.length < PEOPLE; i++) {
    const copy = structuredClone(first[i % first.length]!)
    const shift = 2 * (1 + Math.floor(i / first.length))
    copy.id = `npc:9${Math.floor(i / 50)},9/${i}` as NpcId
    copy.body.x += shift
    copy.body.z += shift
    world.npcs.push(copy)
  }
  const env = { land, ground }
  for (let i = 0; i < 200; i++) tickWorld(world, env, [])
  const times = Array.from({ length: 600 }, () => {
    const started = performance.now()
    tickWorld(world, env, [])
    return performance.now() - started
  })
  const p50 = percentile(times, 0.5)
  const p99 = percentile(times, 0.99)
  // twenty ticks a second against sixty frames
  const perFrame = p50 / 3
  return { id: 'M4', what: `whole tick of ${world.npcs.length} people: p99 a person; share of a frame`, figure: `${digits(p99 / world.npcs.length, 4)} ms; ${digits(perFrame)} ms`, bar: '< 0.2 ms; <= 2 ms', ok: p99 / world.npcs.length < 0.2 && perFrame <= 2, note: `a tick ${digits(p50)} ms, p99 ${digits(p99)} ms, of a frame of ${FRAME_MS} ms` }
}

/** Regret over a hundred dilemmas with a hidden truth, in five runs of twenty for the spread; and what a step of a future costs. */
function measureDeliberation(): Figure {
  const counts = [1, 4, 16, 50]
  const runs = Array.from({ length: 5 }, (_, run) => {
    const sums = counts.map(() => 0)
    for (let n = 0; n < 20; n++) regretsOf(drawDilemma(run * 20 + n), counts).forEach((regret, i) => (sums[i]! += regret / 20))
    return sums
  })
  const means = counts.map((_, i) => runs.reduce((sum, regrets) => sum + regrets[i]! / runs.length, 0)) as [number, number, number, number]
  const { view, question, lenses, chance } = drawDilemma(1)
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    const { steps } = deliberate(view, { question, branches: 50, lenses, chance })
    return { ms: performance.now() - started, steps }
  }).sort((a, b) => a.ms - b.ms)
  const { ms, steps } = times[10]!
  const fall = 1 - means[2] / means[0]
  return { id: 'M12', what: 'regret over 100 dilemmas with 1, 4, 16, 50 branches; fall from 1 to 16', figure: `${means.map((mean) => digits(mean, 3)).join(', ')}; -${digits(100 * fall, 0)} %`, bar: '-25 %; monotone within noise', ok: fall >= 0.25 && means[0] > means[1] && means[1] > means[2] && means[3] < means[2] * 1.1, note: `16 against 1 by twenties: ${runs.map((regrets) => `-${digits(100 * (1 - regrets[2]! / regrets[0]!), 0)} %`).join(', ')}; fifty branches with what would have changed them ${digits(ms, 1)} ms, ${steps} steps` }
}

/** Five effects of a bad memory over twenty lives, and a day of feeling under two time scales. */
function measureWounds(): Figure {
  const lives = Array.from({ length: 20 }, (_, seed) => effectsOf(measureWound(seed)))
  const names = Object.keys(lives[0]!)
  const shown = names.map((name) => `${name} ${lives.filter((life) => life[name]).length}`)
  const [once, sixty] = [feelDay(1), feelDay(60)]
  const apart = Math.max(...once.map((value, i) => Math.abs(value - sixty[i]!)))
  const whole = names.filter((name) => lives.every((life) => life[name])).length
  return { id: 'M13', what: 'effects of a bad memory in the right direction; feeling at time scales 1 and 60', figure: `${whole} of ${names.length}; ${apart.toExponential(1)}`, bar: '5 of 5; 1e-6', ok: whole === names.length && apart <= 1e-6, note: `of twenty lives: ${shown.join(', ')}` }
}

/** Days after which such people hold as much as they may: the cap is reached about the sixtieth. */
const CAPPED_DAYS = 75

/** A hundred days of fifty busy people: how much each holds, how fast the last day is recalled from, and how long two hundred such people take to be read. */
async function measureLongLives(): Promise<Figure> {
  const rng = createRng(11)
  const store = createTabStore()
  const ledger = createLedger(store)
  await ledger.open('bench', 'keep')
  const place = { x: 0, z: 0, name: 'the mill' }
  const sizes = { capped: 0, end: 0 }
  const ids = Array.from({ length: 50 }, (_, n): NpcId => `npc:0,0/${n}`)
  for (let day = 0; day < 100; day++) {
    for (const npcId of ids) {
      const drafts = Array.from({ length: 30 }, (_, n) => draftMemory({ npcId, worldSeconds: (day + n / 40) * 86_400, place, kind: n % 3 === 0 ? 'heard' : 'perceived', text: `${n % 3 === 0 ? `${pick(rng, NAMES)} told me of the` : 'I saw'} ${pick(rng, QUALITIES)} ${pick(rng, THINGS)} near ${pick(rng, PLACES)}.`, importance: nextFloat(rng) * 0.5 }))
      await ledger.keep(npcId, drafts, 'relaxed')
      await ledger.sleep(npcId, (day + 0.95) * 86_400)
    }
    if (day + 1 === CAPPED_DAYS) sizes.capped = ledger.size.memories
  }
  sizes.end = ledger.size.memories
  const person = await ledger.person(ids[0]!)
  // by CPU time: a neighbour on the machine is no part of a recall, nor is what the engine compiles on other threads meanwhile
  let processMs = 0
  const ask = (): number => threadMsAtMost(() => (processMs = cpuMs(() => person.find({ text: `What did ${pick(rng, NAMES)} tell of the ${pick(rng, THINGS)} at ${pick(rng, PLACES)}?`, now: 100 * 86_400 }, 12))))
  for (let i = 0; i < 100; i++) ask()
  const whole: number[] = []
  const times = Array.from({ length: 1_000 }, () => {
    const ms = ask()
    whole.push(processMs)
    return ms
  })
  const later = Array.from({ length: 1_000 }, ask)
  const kept = (await store.load(ids[0]!)).memories
  const bytes = JSON.stringify(kept).length
  ledger.clear()
  const before = process.cpuUsage()
  for (let round = 0; round < 4; round++) {
    ledger.clear()
    for (const npcId of ids) {
      for (const memory of (await store.load(npcId)).memories) readMemory(memory)
      await ledger.person(npcId)
    }
  }
  const { user, system } = process.cpuUsage(before)
  const loadMs = (user + system) / 1000
  const p99 = percentile(times, 0.99)
  const growth = sizes.end / sizes.capped - 1
  return { id: 'M14', what: '100 days, 50 people: memories and bytes a person; recall p99; reading 200 people', figure: `${digits(sizes.end / 50, 0)}, ${digits(bytes / 1000, 0)} KB; ${digits(p99)} ms; ${digits(loadMs / 1000)} s`, bar: 'flat after the caps; < 1 ms; < 2 s', ok: growth < 0.05 && p99 < 1 && loadMs < 2000, note: `${digits(100 * growth, 1)} % more than after ${CAPPED_DAYS} days; CPU time of the thread at most; p50 ${digits(percentile(times, 0.5), 3)} ms; p99 of the whole process, the compiler’s threads with it, ${digits(percentile(whole, 0.99))} ms; p99 of a thousand later ${digits(percentile(later, 0.99))} ms; read: checked against schema and fingerprint, without the disk; what is asked for the first time is indexed then` }
}

/** Half an hour of walking among fifty people with a model of tier 3; and five minutes with a limit that is felt. */
async function measureWalk(): Promise<Figure> {
  const walk = await walkVillage({ minutes: 30, people: 50, tokensPerSecond: 250 })
  // the faster half of the tier may take more, and is under the same bar
  const brisk = await walkVillage({ minutes: 30, people: 50, tokensPerSecond: 1_000 })
  const cap = 2_500
  const capped = await walkVillage({ minutes: 5, people: 50, tokensPerSecond: 250, limits: { tokensPerMinute: cap, tokensPerDay: 9_000 } })
  const eachOf = ({ tokens, people, minutes }: typeof walk): number => tokens / people / minutes
  const each = Math.max(eachOf(walk), eachOf(brisk))
  const kept = capped.mostInMinute <= cap && capped.tokens <= 9_000
  const kinds = Object.entries(walk.byKind).map(([kind, { thoughts, tokens }]) => `${kind} ${thoughts} (${digits(tokens / 1000, 0)}k)`)
  return { id: 'M6', what: `tokens a person-minute, ${walk.minutes} minutes, ${walk.people} people, tier ${walk.tier}; limits of tokens passed`, figure: `${digits(eachOf(walk), 0)} at 250, ${digits(eachOf(brisk), 0)} at 1,000; ${kept ? 'never' : 'yes'}`, bar: '<= 120; never', ok: each <= 120 && kept, note: `${walk.byModel} of ${walk.thoughts} thoughts by the model at 250, ${brisk.byModel} of ${brisk.thoughts} at 1,000; at 250: ${kinds.join(', ')}; slowest reply to the player ${digits(walk.slowestReplyMs, 0)} ms of simulated time; with limits at most ${capped.mostInMinute} of ${cap} in a minute, ${capped.tokens} of 9000 in all` }
}

/** Answers of weak models, damaged once and twice: what comes of them. */
function measureDamage(): Figure {
  const [once, twice] = [countDamaged(makeView(MIRA).offered, 400), countDamaged(makeView(MIRA).offered, 400, true)]
  const share = (part: number, whole: number): string => `${digits((100 * part) / whole, 1)} %`
  const worst = Object.entries(once.byKind).sort((a, b) => a[1] - b[1])[0]!
  return { id: 'M9', what: 'weak answers, 15 kinds of corruption: turned into a legal act; crashes', figure: `${share(once.lawful, once.answers)}; ${once.crashes}`, bar: '>= 99 %; 0', ok: once.lawful / once.answers >= 0.99 && once.crashes + twice.crashes === 0, note: `to just what was meant ${share(once.meant, once.answers)}, worst kind “${worst[0]}” ${share(worst[1], 1)}; damaged twice: legal ${share(twice.lawful, twice.answers)}, meant ${share(twice.meant, twice.answers)}; ${once.answers} answers each` }
}

/** M1 to M4, M6, M9, M11 to M14, and how like each other people speak. */
export const mindsBench: Bench = {
  ids: ['M1', 'M2', 'M3', 'M4', 'M6', 'M9', 'M11', 'M12', 'M13', 'M14', 'IDI'],
  async run(options) {
    const figures: Figure[] = []
    if (options.dialogues !== null && isChosen(options, 'M1')) figures.push(measureDialogues(options.dialogues))
    if (isChosen(options, 'M2')) figures.push(measureRecall())
    if (isChosen(options, 'M3')) figures.push(measureSpread())
    if (isChosen(options, 'M11')) figures.push(await measureTalks())
    if (isChosen(options, 'M4')) figures.push(measureDeciding())
    if (isChosen(options, 'M6')) figures.push(await measureWalk())
    if (isChosen(options, 'M9')) figures.push(measureDamage())
    if (isChosen(options, 'M12')) figures.push(measureDeliberation())
    if (isChosen(options, 'M13')) figures.push(measureWounds())
    if (isChosen(options, 'M14')) figures.push(await measureLongLives())
    if (isChosen(options, 'IDI')) figures.push(await measureIdiolects())
    return figures
  },
}
