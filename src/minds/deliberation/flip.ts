/** What would have changed a choice: the smallest change of one thing about the person or its moment that makes another branch win. */
import { AS_BELIEVED, type Step } from './roll-out.ts'
import { OTHER, otherAt, S, type SmallWorld } from './small-world.ts'
import { judge } from './trial.ts'

/** Futures by which two branches are compared. */
const SAMPLES = 12
/** A change this small is no reason. */
const A_HAIR = 0.03
/** Halvings of an interval: a thirty-second of it is near enough. */
const HALVINGS = 5

/** One thing that could be otherwise. */
type Axis = { at: number; to: number; words(value: number, now: number): string; of: 'start' | 'temperament' }

/** The smallest single change under which `rival` is better than `chosen`, in words; null when none within bounds does it. */
export function findFlip(world: SmallWorld, { chosen, rival, risk, chance }: { chosen: readonly Step[]; rival: readonly Step[]; risk: number; chance: number }): string | null {
  let best: { share: number; words: string } | null = null
  for (const axis of axesOf(world, [...chosen, ...rival])) {
    const values = axis.of === 'start' ? world.start : world.temperament
    const now = values[axis.at]!
    const wins = (share: number): boolean => {
      const changed = Float64Array.from(values)
      changed[axis.at] = now + (axis.to - now) * share
      const other: SmallWorld = { ...world, [axis.of]: changed }
      const ask = (plan: readonly Step[]): number => judge(other, plan, { samples: SAMPLES, chance, risk, dynamics: AS_BELIEVED })
      return ask(rival) > ask(chosen)
    }
    if (Math.abs(axis.to - now) < 0.05 || !wins(1)) continue
    let low = 0
    let high = 1
    for (let n = 0; n < HALVINGS; n++) {
      const middle = (low + high) / 2
      if (wins(middle)) high = middle
      else low = middle
    }
    const distance = high * Math.abs(axis.to - now)
    if (!best || distance < best.share) best = { share: distance, words: axis.words(now + (axis.to - now) * high, now) }
  }
  return best === null ? null : best.share < A_HAIR ? 'by a hair: hardly anything need have been otherwise' : best.words
}

function axesOf(world: SmallWorld, steps: readonly Step[]): Axis[] {
  const need = (at: number, less: string, more: string): Axis[] => [
    { at, to: 0, of: 'start', words: (value, now) => `had I been ${less} (${hundred(now)} → ${hundred(value)})` },
    { at, to: 1, of: 'start', words: (value, now) => `had I been ${more} (${hundred(now)} → ${hundred(value)})` },
  ]
  const others = [...new Set(steps.map(({ other }) => other).filter((other) => other >= 0))]
  return [
    ...need(S.food, 'hungrier', 'less hungry'), ...need(S.rest, 'more tired', 'less tired'), ...need(S.company, 'lonelier', 'less lonely'), ...need(S.duty, 'further behind with the work', 'done with the work'), ...need(S.safety, 'more afraid', 'less afraid'),
    ...others.flatMap((other): Axis[] => {
      const o = otherAt(other)
      const name = world.others[other]?.name ?? 'they'
      return [
        { at: o + OTHER.theirWarmth, to: 1, of: 'start', words: () => `had I thought ${name} better disposed to me` },
        { at: o + OTHER.theirWarmth, to: -1, of: 'start', words: () => `had I thought ${name} worse disposed to me` },
        { at: o + OTHER.trust, to: 1, of: 'start', words: () => `had I trusted ${name} more` },
        { at: o + OTHER.trust, to: 0, of: 'start', words: () => `had I trusted ${name} less` },
      ]
    }),
    ...([[0, 'more curious', 'less curious'], [1, 'more dutiful', 'less dutiful'], [2, 'more outgoing', 'more withdrawn'], [3, 'gentler', 'harder'], [4, 'more anxious', 'calmer']] as const).flatMap(([at, more, less]): Axis[] => [
      { at, to: 1, of: 'temperament', words: () => `were I ${more}` },
      { at, to: -1, of: 'temperament', words: () => `were I ${less}` },
    ]),
  ]
}

const hundred = (value: number): string => `${Math.round(value * 100)} %`
