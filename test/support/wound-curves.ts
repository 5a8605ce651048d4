/** The life of a bad memory in numbers, as a laboratory would take it: how it forms, fades in one place, and comes back. For M13, in tests and in the bench. */
import { createRng, nextFloat } from '#core/rng.ts'
import { hashCell } from '#core/hash.ts'
import type { Sign } from '#simulation/affect/affect.ts'
import { createWound, dreadOf, learnHarm, learnSafety } from '#simulation/affect/wounds.ts'

/** Dread, 0..1, by what is measured. */
export type WoundCurves = {
  /** After each of six harms. */
  acquisition: number[]
  /** After each of eight daily hours in safety, in the place of the lessons. */
  extinction: number[]
  /** Right after the last lesson, in another kind of place. */
  renewal: number
  /** In the place of the lessons, three weeks later. */
  recovery: number
  /** Of the same weather, one like it, and one unlike it; before any lesson. */
  same: number
  alike: number
  unlike: number
}

const HOUR = 3600
const LESSONS = 8

/** One life; harms, their strength, and the length of lessons are drawn from the seed. */
export function measureWound(seed: number): WoundCurves {
  const rng = createRng(hashCell(seed, 0x6d3133))
  const signs: Sign[] = [{ kind: 'weather', value: 'storm' }, { kind: 'sound', value: 'thunder' }]
  const wound = createWound('the storm', 0)
  const meet = (worldSeconds: number, context: string, present: readonly Sign[] = signs): number => dreadOf(wound, { signs: present, context, worldSeconds }).net
  let now = 10 * HOUR
  const acquisition = Array.from({ length: 6 }, () => {
    learnHarm(wound, { signs, context: 'lane', worldSeconds: now }, 0.82 + 0.18 * nextFloat(rng))
    now += HOUR
    return meet(now, 'lane')
  })
  const one = (value: string): number => meet(now, 'lane', [{ kind: 'weather', value }])
  const [same, alike, unlike] = [one('storm'), one('rain'), one('mist')]
  const extinction = Array.from({ length: LESSONS }, () => {
    now += (20 + 8 * nextFloat(rng)) * HOUR
    learnSafety(wound, { signs, context: 'square', worldSeconds: now }, 0.7 + 0.6 * nextFloat(rng))
    return meet(now, 'square')
  })
  return { acquisition, extinction, renewal: meet(now, 'mill'), recovery: meet(now + 21 * 24 * HOUR, 'square'), same, alike, unlike }
}

/** Which of the five well-known effects a life shows. */
export function effectsOf({ acquisition, extinction, renewal, recovery, same, alike, unlike }: WoundCurves): { readonly [effect: string]: boolean } {
  const learnt = acquisition.at(-1) ?? 0
  const left = extinction.at(-1) ?? 1
  return {
    acquisition: learnt > 0.6 && (acquisition[1] ?? 0) > (acquisition[0] ?? 1) && (acquisition[1] ?? 0) - (acquisition[0] ?? 0) > learnt - (acquisition[4] ?? 0),
    extinction: left < 0.3 * learnt && (extinction[0] ?? 0) > left,
    renewal: renewal > left + 0.3,
    recovery: recovery > left + 0.1 && recovery < learnt,
    generalisation: same > alike && alike > unlike + 0.1,
  }
}
