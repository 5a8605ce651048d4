/**
 * Deliberation: many thoughts of what to do, the weak ones killed by trying futures out in a small world until one is left (sequential halving,
 * Karnin, Koren & Somekh 2013). Pure: equal views, questions and dice give equal deliberations.
 */
import { hashCell, hashString } from '#core/hash.ts'
import { contentOf, type LensId } from '#simulation/npc/lenses.ts'
import type { PrivateView } from '../private-view.ts'
import { ACTS } from './acts.ts'
import type { Branch, Deliberation } from './deliberation.ts'
import { findFlip } from './flip.ts'
import { seedBranches, type Seed } from './lenses.ts'
import { pressingMatter, readMatter, type Matter } from './matter-at-hand.ts'
import { offeredSteps } from './read-steps.ts'
import { AS_BELIEVED, HORIZON, WORTH_PARTS, type Step, type Worth } from './roll-out.ts'
import { sift } from './sift.ts'
import { createSmallWorld, type SmallWorld } from './small-world.ts'
import { createTrial, scoreOf, shortfallOf, tryFutures, type Trial } from './trial.ts'

/** Most branches of one deliberation. */
const MOST_BRANCHES = 50
/** Futures that each branch is given in the first round, how many times as many in each that follows, and in one round at most. */
const FIRST_SAMPLES = 2
const MORE_SAMPLES = 2
const MOST_SAMPLES = 64
/** Of the branches beyond the first few this share is kept for second thoughts, which grow out of those that did best after each of the first rounds; and how many steps one has at most. */
const LEAST_SEEDS = 4
const GROWN_SHARE = 0.5
const GROWING_ROUNDS = 2
const LONGEST_PLAN = 3
/** The price of a bad fifth of futures. */
const RISK_PRICE = 0.12
/** How many that died last are asked what would have changed the choice. */
const MOST_FLIPS = 4

/** What is thought about, and how hard. */
export type DeliberationOptions = {
  /** The question, or null for what presses now. */
  question: string | null
  /** 1..`MOST_BRANCHES`. */
  branches: number
  /** Weights of the lenses. */
  lenses: ReadonlyMap<LensId, number>
  /** Dice: the same number gives the same futures. */
  chance: number
  /** Thoughts of a model, put among those of the lenses. */
  proposals?: ReadonlyArray<{ steps: Step[]; because: string }>
}

/** A thought of what to do with where it came from. */
type Thought = Omit<Seed, 'lens'> & { lens: LensId | 'model' }

/** Weighs what to do. */
export function deliberate(view: PrivateView, options: DeliberationOptions): Deliberation {
  const matter = options.question === null ? pressingMatter(view) : readMatter(options.question, view)
  const world = createSmallWorld(view, matter)
  const most = Math.max(1, Math.min(MOST_BRANCHES, Math.floor(options.branches)))
  const growing = matter.offered.length > 1 ? 0 : Math.floor((most - LEAST_SEEDS) * GROWN_SHARE)
  const thoughts: Thought[] = collectSeeds(world, options, most - Math.max(0, growing))
  const deaths = sift(world, thoughts)
  const risk = RISK_PRICE * (1.2 + 0.8 * view.temperament.neuroticism - 0.4 * view.mood.dominance)
  const branches = thoughts.map((seed, id): Branch => toBranch(world, seed, { id, death: deaths[id] ?? null }))
  const field = new Map<number, Trial>()
  thoughts.forEach(({ steps }, id) => {
    if (deaths[id] === null) field.set(id, createTrial(steps))
  })
  const rounds: Deliberation['rounds'] = []
  let rollouts = 0
  const tryOut = (id: number, samples: number): void => {
    tryFutures(world, field.get(id)!, { samples, chance: options.chance, dynamics: AS_BELIEVED })
    rollouts += samples
  }
  const known = new Set(thoughts.map(({ steps }) => wholeKeyOf(steps)))
  let alive = [...field.keys()]
  let grown = 0
  let samples = FIRST_SAMPLES
  while (alive.length > 0) {
    rounds.push({ alive: alive.length, samples, grown })
    for (const id of alive) tryOut(id, samples)
    const scored = alive.map((id) => ({ id, score: scoreOf(field.get(id)!, risk) })).sort((a, b) => b.score - a.score || a.id - b.id)
    if (alive.length === 1) break
    const kept = Math.ceil(alive.length / 2)
    for (const { id, score } of scored.slice(kept)) {
      branches[id]!.diedInRound = rounds.length
      branches[id]!.death = deathWords(branches[id]!, { score, best: scored[0]!, branches, field })
    }
    alive = scored.slice(0, kept).map(({ id }) => id)
    // what does well by itself is thought on: second thoughts come of the best, half of what room is left at a time
    const left = growing > 0 && rounds.length <= GROWING_ROUNDS ? most - thoughts.length : 0
    const room = rounds.length === GROWING_ROUNDS ? left : Math.ceil(left / 2)
    grown = 0
    for (const thought of thinkOn(alive.map((id) => thoughts[id]!), known, room)) {
      const id = thoughts.push(thought) - 1
      branches.push(toBranch(world, thought, { id, death: null }))
      field.set(id, createTrial(thought.steps))
      // as many futures as the others have seen, with the same dice
      tryOut(id, field.get(alive[0]!)!.totals.length)
      alive.push(id)
      grown++
    }
    samples = Math.min(MOST_SAMPLES, samples * MORE_SAMPLES)
  }
  for (const [id, trial] of field) Object.assign(branches[id]!, { samples: trial.totals.length, score: round(scoreOf(trial, risk)), worth: worthOf(trial), risk: round(risk * shortfallOf(trial.totals)) })
  const chosen = alive[0] ?? null
  if (chosen !== null) {
    branches[chosen]!.diedInRound = null
    const near = branches.filter((branch) => branch.diedInRound !== null && branch.diedInRound > 0).sort((a, b) => (b.diedInRound ?? 0) - (a.diedInRound ?? 0) || (b.score ?? 0) - (a.score ?? 0))
    for (const rival of near.slice(0, MOST_FLIPS)) rival.flip = findFlip(world, { chosen: thoughts[chosen]!.steps, rival: thoughts[rival.id]!.steps, risk, chance: options.chance })
  }
  const tried = chosen === null ? null : field.get(chosen)!
  const expected = tried ? (tried.sums[0]! + 0.5 * tried.sums[4]!) / tried.totals.length - contentOf(view) : 0
  return { question: options.question ?? '', matter: { kind: matter.kind, words: matter.words }, branches, rounds, chosen, expected: round(expected), rollouts, steps: rollouts * HORIZON }
}

/** At most `room` plans that put two of the living together, the best first: one and then how another begins, or that beginning and then the one. */
function thinkOn(living: readonly Thought[], known: Set<string>, room: number): Thought[] {
  const plans: Thought[] = []
  for (let sum = 1; sum < 2 * living.length && plans.length < room; sum++) {
    for (let a = 0; a <= sum && plans.length < room; a++) {
      const first = living[a]
      const then = living[sum - a]
      if (!first || !then || first === then || first.steps.length >= LONGEST_PLAN || first.steps.some(({ act }) => act === then.steps[0]!.act)) continue
      const steps = [...first.steps, then.steps[0]!]
      const key = wholeKeyOf(steps)
      if (known.has(key)) continue
      known.add(key)
      plans.push({ ...first, steps })
    }
  }
  return plans
}

function wholeKeyOf(steps: readonly Step[]): string {
  return steps.map(({ act, other }) => `${act}:${other}`).join(' ')
}

function collectSeeds(world: SmallWorld, { lenses, proposals = [] }: DeliberationOptions, most: number): Thought[] {
  const asked = offeredSteps(world).map(({ steps, because }): Seed => ({ lens: 'curiosity', steps, because }))
  const fromModel = proposals.slice(0, most).map((proposal) => ({ ...proposal, lens: 'model' as const }))
  const byCode = [...asked, ...seedBranches(world, most, lenses)]
  // half by code, half by the model where there is one; what one lacks the other fills
  const codeCount = fromModel.length === 0 ? most : Math.max(Math.ceil(most / 2), most - fromModel.length)
  return [...fromModel.slice(0, most - Math.min(codeCount, byCode.length)), ...byCode.slice(0, codeCount)].slice(0, most)
}

function worthOf({ sums, totals }: Trial): Worth {
  return Object.fromEntries(WORTH_PARTS.map((part, i) => [part, round(sums[i]! / totals.length)])) as Worth
}

function deathWords(branch: Branch, { score, best, branches, field }: { score: number; best: { id: number; score: number }; branches: readonly Branch[]; field: ReadonlyMap<number, Trial> }): string {
  const mine = field.get(branch.id)!
  const its = field.get(best.id)!
  let worst: (typeof WORTH_PARTS)[number] = 'needs'
  let gap = 0
  WORTH_PARTS.forEach((part, i) => {
    const behind = its.sums[i]! / its.totals.length - mine.sums[i]! / mine.totals.length
    if (behind > gap) {
      gap = behind
      worst = part
    }
  })
  return `${BEHIND[worst]} than “${branches[best.id]!.label}” (${score.toFixed(2)} against ${best.score.toFixed(2)})`
}

const BEHIND: { readonly [P in (typeof WORTH_PARTS)[number]]: string } = {
  needs: 'leaves more wanting', matter: 'settles less', relations: 'does less good among people', values: 'is less like me', feeling: 'would feel worse', effort: 'costs more strength', commitment: 'breaks off what I am at',
}

function toBranch(world: SmallWorld, { lens, steps, because }: Thought, { id, death }: { id: number; death: string | null }): Branch {
  const told = steps.map(({ act, other }) => {
    const person = world.others[other]
    const it = ACTS[act]
    return { act: it?.id ?? '', skillId: it?.skillId ?? 'sit', targetId: person?.id ?? null, label: stepWords(it?.label ?? '', person?.name ?? null, world.matter) }
  })
  return { id, origin: lens, label: told.map(({ label }) => label).join(', then '), steps: told, because, samples: 0, score: null, worth: null, risk: 0, diedInRound: death === null ? null : 0, death, flip: null }
}

/** A step in words. */
function stepWords(label: string, person: string | null, matter: Pick<Matter, 'words'>): string {
  return label.replace('{person}', person ?? 'somebody').replace('{matter}', matter.words)
}

/** A small number for dice from who deliberates about what. */
export function chanceOf(npcId: string, question: string, moment: number): number {
  return hashCell(hashString(npcId), hashString(question), Math.floor(moment))
}

const round = (value: number): number => Math.round(value * 1000) / 1000

