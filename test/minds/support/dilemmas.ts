/** Dilemmas with a hidden truth: somebody's moment and matter, and how things would really go, which whoever deliberates does not know. */
import { createRng, nextFloat, pick, type Rng } from '#core/rng.ts'
import { hashCell } from '#core/hash.ts'
import { deliberate } from '#minds/deliberation/deliberate.ts'
import { ACTS, actNumber } from '#minds/deliberation/acts.ts'
import { pressingMatter, readMatter } from '#minds/deliberation/matter-at-hand.ts'
import type { Dynamics, Step } from '#minds/deliberation/roll-out.ts'
import { createSmallWorld } from '#minds/deliberation/small-world.ts'
import { judge } from '#minds/deliberation/trial.ts'
import type { Deliberation } from '#minds/deliberation/deliberation.ts'
import type { PrivateView } from '#minds/private-view.ts'
import { LENS_IDS, startLenses, type LensId } from '#simulation/npc/lenses.ts'
import { BORAN, ELSIN, makeView, MIRA } from './make-view.ts'

/** A dilemma. */
export type Dilemma = { view: PrivateView; question: string; lenses: Map<LensId, number>; chance: number; truth: Dynamics }

const QUESTIONS = ['What would you do if wolves came?', 'What will you do about Boran, who lied to you?', 'What would you do about Elsin, who stole your goat?', 'Will you help Mira with the roof?', 'What would you do if your goat was missing?', 'Will you come with me to the ruin?', 'What will you do about the promise to Mira?', 'What should you do with such a day?', 'What would you do if there was no food at home?']
/** Futures by which the true worth of a plan is found. */
const TRUE_SAMPLES = 32

/** The dilemma of a number. */
export function drawDilemma(seed: number): Dilemma {
  const rng = createRng(hashCell(0x64696c65, seed))
  const signed = (): number => Math.round((nextFloat(rng) * 2 - 1) * 100) / 100
  const unit = (): number => Math.round((0.15 + 0.85 * nextFloat(rng)) * 100) / 100
  const who = pick(rng, [MIRA, BORAN, ELSIN])
  const temperament = { openness: signed(), conscientiousness: signed(), extraversion: signed(), agreeableness: signed(), neuroticism: signed() }
  const plain = makeView(who, { worldSeconds: (8 + 10 * nextFloat(rng)) * 3600, warmth: signed() * 0.5, temperament, needs: { food: unit(), rest: unit(), company: unit(), duty: unit(), safety: unit(), shelter: unit() }, mood: { pleasure: signed() * 0.6, arousal: signed() * 0.5, dominance: signed() * 0.5 } })
  const view: PrivateView = { ...plain, knows: plain.knows.map((person) => ({ ...person, warmth: signed(), trust: unit() })), present: [{ id: 'player', name: 'the stranger', activity: 'standing near' }], lenses: startLenses(temperament) }
  return { view, question: pick(rng, QUESTIONS), lenses: new Map(LENS_IDS.map((id, n) => [id, view.lenses[n]!])), chance: seed, truth: drawTruth(rng) }
}

/** How things really go: every act, with everybody, succeeds and settles more or less often than is believed. */
function drawTruth(rng: Rng): Dynamics {
  const factor = (): number => 0.6 + 0.8 * nextFloat(rng)
  const odds = ACTS.map(() => Array.from({ length: 10 }, factor))
  const settles = ACTS.map(() => Array.from({ length: 10 }, factor))
  return { odds: (act, other) => odds[act]![other + 1]!, settles: (act, other) => settles[act]![other + 1]! }
}

/** Regret of choosing with each number of branches: how much worse, in truth, the choice is than the best of all plans that anybody thought of. */
export function regretsOf({ view, question, lenses, chance, truth }: Dilemma, counts: readonly number[]): number[] {
  const world = createSmallWorld(view, readMatter(question, view))
  const worthOf = (steps: readonly Step[]): number => judge(world, steps, { samples: TRUE_SAMPLES, chance: chance + 7919, risk: 0.12, dynamics: truth })
  const think = (branches: number): Deliberation => deliberate(view, { question, branches, lenses, chance })
  const worths = new Map<string, number>()
  const all = think(50)
  for (const { label, steps, diedInRound } of all.branches) if (diedInRound !== 0) worths.set(label, worthOf(toSteps(steps, world)))
  const best = Math.max(...worths.values())
  return counts.map((count) => {
    const { branches, chosen } = count === 50 ? all : think(count)
    const branch = branches.find(({ id }) => id === chosen)
    if (!branch) return best - Math.min(...worths.values())
    return best - (worths.get(branch.label) ?? worthOf(toSteps(branch.steps, world)))
  })
}

function toSteps(steps: Deliberation['branches'][number]['steps'], world: ReturnType<typeof createSmallWorld>): Step[] {
  return steps.map(({ act, targetId }) => ({ act: actNumber(act), other: targetId === null ? -1 : world.others.findIndex(({ id }) => id === targetId) }))
}

/** Truths by which each choice is judged. */
const TRUTHS = 3

/** Regrets of one matter weighed several times, in the mean of some truths drawn from `seed`: against the best plan that any of them thought of, so that they compare. */
export function regretsAmong(view: PrivateView, weighed: readonly Deliberation[], seed: number): number[] {
  const world = createSmallWorld(view, pressingMatter(view))
  const sums = weighed.map(() => 0)
  for (let n = 0; n < TRUTHS; n++) {
    const dynamics = drawTruth(createRng(hashCell(0x74727565, seed, n)))
    const worths = new Map<string, number>()
    for (const { branches } of weighed) {
      for (const { label, steps, diedInRound } of branches) if (diedInRound !== 0 && !worths.has(label)) worths.set(label, judge(world, toSteps(steps, world), { samples: TRUE_SAMPLES, chance: seed, risk: 0.12, dynamics }))
    }
    const all = [...worths.values()]
    weighed.forEach(({ branches, chosen }, i) => (sums[i]! += (Math.max(...all) - (worths.get(branches.find(({ id }) => id === chosen)?.label ?? '') ?? Math.min(...all))) / TRUTHS))
  }
  return sums
}
