/** Futures tried of one plan, and what they say of it. */
import { hashCell } from '#core/hash.ts'
import { createRng } from '#core/rng.ts'
import { rollOut, WORTH_PARTS, type Dynamics, type Step } from './roll-out.ts'
import type { SmallWorld } from './small-world.ts'

/** The share of futures that counts as the worst. */
const WORST_SHARE = 0.2

/** The worth of each future of a plan, and sums of its parts over all. */
export type Trial = { readonly plan: readonly Step[]; readonly sums: Float64Array; readonly totals: number[] }

/** A plan of which no future was tried yet. */
export function createTrial(plan: readonly Step[]): Trial {
  return { plan, sums: new Float64Array(WORTH_PARTS.length), totals: [] }
}

/** Tries `samples` more futures. Equal `chance` gives every plan the same dice, so that luck does not choose between them (common random numbers). */
export function tryFutures(world: SmallWorld, trial: Trial, { samples, chance, dynamics }: { samples: number; chance: number; dynamics: Dynamics }): void {
  const parts = new Float64Array(WORTH_PARTS.length)
  for (let n = 0; n < samples; n++) {
    trial.totals.push(rollOut(world, trial.plan, { rng: createRng(hashCell(chance, trial.totals.length, 0)), dynamics, parts }))
    for (let i = 0; i < parts.length; i++) trial.sums[i]! += parts[i]!
  }
}

/** Mean worth less the price of risk. */
export function scoreOf({ totals }: Trial, risk: number): number {
  return mean(totals) - risk * shortfallOf(totals)
}

/** How far the mean of the worst fifth lies below the mean: conditional value at risk (Rockafellar & Uryasev 2000). */
export function shortfallOf(totals: readonly number[]): number {
  const worst = [...totals].sort((a, b) => a - b).slice(0, Math.max(1, Math.floor(totals.length * WORST_SHARE)))
  return mean(totals) - mean(worst)
}

/** The score of a plan over `samples` futures. `dynamics`: how things really go. */
export function judge(world: SmallWorld, plan: readonly Step[], { samples, chance, risk, dynamics }: { samples: number; chance: number; risk: number; dynamics: Dynamics }): number {
  const trial = createTrial(plan)
  tryFutures(world, trial, { samples, chance, dynamics })
  return scoreOf(trial, risk)
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
