/** Lenses: the ways of looking from which thoughts of what to do come; each proposes, none decides. */
import type { LensId } from '#simulation/npc/lenses.ts'
import { ACTS, actNumber, hindrance } from './acts.ts'
import type { Step } from './roll-out.ts'
import { OTHER, otherAt, S, type SmallWorld } from './small-world.ts'

/** A thought of what to do, before it is weighed. */
export type Seed = { lens: LensId; steps: Step[]; because: string }

/** What a lens sees, best first: acts with whom, and why. */
type Sight = { act: string; other?: number; because: string }

const step = (act: string, other = -1): Step => ({ act: actNumber(act), other })

/** What each lens sees from here. */
function look(lens: LensId, world: SmallWorld): Sight[] {
  const { start, others, matter } = world
  const by = (value: (o: number) => number): number[] => others.map((_, n) => n).sort((a, b) => value(otherAt(b)) - value(otherAt(a)))
  const meant = matter.whoms.map((id) => others.findIndex((other) => other.id === id)).filter((n) => n >= 0)
  const dear = by((o) => start[o + OTHER.myWarmth]!)
  const trusted = by((o) => start[o + OTHER.trust]! + 0.5 * start[o + OTHER.theirWarmth]!)
  const foes = by((o) => start[o + OTHER.grievance]!).filter((n) => start[otherAt(n) + OTHER.grievance]! > 0)
  const name = (n: number): string => others[n]?.name ?? 'somebody'
  switch (lens) {
    case 'need': {
      const needs: Array<[need: number, sights: Sight[]]> = [
        [start[S.food]!, [{ act: 'eat', because: 'I am hungry' }]],
        [start[S.rest]!, [{ act: 'sleep', because: 'I am tired' }, { act: 'rest', because: 'I am tired' }]],
        [start[S.company]!, [{ act: 'gather', because: 'I have been alone' }, ...dear.slice(0, 2).map((n) => ({ act: 'visit', other: n, because: 'I have been alone' }))]],
        [start[S.duty]!, [{ act: 'work', because: 'the work waits' }, { act: 'fetch', because: 'there is no water in the house' }]],
        [start[S.safety]!, [{ act: 'home', because: 'I do not feel safe' }, { act: 'pray', because: 'I do not feel safe' }]],
        [start[S.shelter]!, [{ act: 'shelter', because: 'it is wet' }]],
      ]
      return needs.sort((a, b) => a[0] - b[0]).flatMap(([, sights]) => sights)
    }
    case 'duty':
      return [...meant.map((n) => ({ act: 'keep-word', other: n, because: `I gave ${name(n)} my word` })), { act: 'work', because: 'it is my work to do' }, ...meant.map((n) => ({ act: 'help', other: n, because: 'it is what one owes' })), ...trusted.slice(0, 2).map((n) => ({ act: 'tell', other: n, because: `${name(n)} ought to know` })), { act: 'fetch', because: 'somebody has to' }]
    case 'revenge':
      return [...meant, ...foes].flatMap((n) => [{ act: 'confront', other: n, because: `${name(n)} has it coming` }, { act: 'avoid', other: n, because: `${name(n)} deserves no word of mine` }])
    case 'caution':
      return [{ act: 'home', because: 'it is safer to keep out of it' }, { act: 'shelter', because: 'walls are good against most things' }, ...trusted.slice(0, 3).map((n) => ({ act: 'ask-help', other: n, because: `${name(n)} can be relied on` })), { act: 'rest', because: 'it may settle by itself' }, { act: 'sleep', because: 'it will look different in the morning' }, ...meant.map((n) => ({ act: 'avoid', other: n, because: 'one never knows' }))]
    case 'kindness':
      return [...meant, ...dear].flatMap((n) => [{ act: 'help', other: n, because: `${name(n)} could use it` }, { act: 'give', other: n, because: `it would please ${name(n)}` }, { act: 'apologise', other: n, because: `I would rather be at peace with ${name(n)}` }])
    case 'curiosity':
      return [...meant.flatMap((n) => [{ act: 'go-along', other: n, because: 'I want to see what comes of it' }, { act: 'talk', other: n, because: `I want to hear it from ${name(n)}` }]), { act: 'wander', because: 'I want to see for myself' }, { act: 'gather', because: 'somebody there may know more' }, ...trusted.slice(0, 3).map((n) => ({ act: 'talk', other: n, because: `${name(n)} may know more` }))]
    case 'habit':
      return world.leanings.flatMap((skillId) => ACTS.filter((act) => act.skillId === skillId && !act.concerns).slice(0, 1).map((act) => ({ act: act.id, because: 'it is what I do at this hour' }))).concat([{ act: 'work', because: 'it is what I always do' }])
    case 'imitate':
      return trusted.slice(0, 4).flatMap((n) => [{ act: 'talk', other: n, because: `${name(n)} would know what to do` }, { act: 'visit', other: n, because: `I would do as ${name(n)} does` }])
    case 'opposite': {
      const first = world.leanings[0] ?? world.current
      return [...ACTS.filter((act) => !act.concerns && act.skillId !== first && act.skillId !== world.current).map((act) => ({ act: act.id, because: 'for once not what I always do' })), ...meant.map((n) => ({ act: 'confront', other: n, because: 'for once I will not swallow it' }))]
    }
  }
}

/**
 * At most `count` seeds, the lenses taking turns in the order of their weights, so that few branches already differ in kind; when
 * single steps are used up, pairs of them follow.
 */
export function seedBranches(world: SmallWorld, count: number, weights: ReadonlyMap<LensId, number>): Seed[] {
  const lenses = [...weights].sort((a, b) => b[1] - a[1]).map(([lens]) => lens)
  const sights = new Map(lenses.map((lens) => [lens, look(lens, world).filter(({ act, other }) => hindrance(ACTS[actNumber(act)]!, world.start, other ?? -1, world) === null)]))
  const seeds: Seed[] = []
  const seen = new Set<string>()
  const add = (seed: Seed): void => {
    const key = keyOf(seed.steps)
    if (seen.has(key) || seeds.length >= count) return
    seen.add(key)
    seeds.push(seed)
  }
  const longest = Math.max(...[...sights.values()].map((list) => list.length))
  for (let rank = 0; rank < longest; rank++) {
    for (const lens of lenses) {
      const sight = sights.get(lens)?.[rank]
      if (sight) add({ lens, steps: [step(sight.act, sight.other)], because: sight.because })
    }
  }
  // second thoughts: one lens's step after another's
  for (let sum = 1; seeds.length < count && sum < 8; sum++) {
    for (const lens of lenses) {
      for (let a = 0; a < sum; a++) {
        const first = sights.get(lens)?.[a]
        if (!first) continue
        for (const then of lenses) {
          const second = then === lens ? undefined : sights.get(then)?.[sum - 1 - a]
          if (second && second.act !== first.act) add({ lens, steps: [step(first.act, first.other), step(second.act, second.other)], because: first.because })
        }
      }
    }
  }
  return seeds
}

/** Equal for plans that begin alike. */
export function keyOf(steps: readonly Step[]): string {
  return steps.slice(0, 2).map(({ act, other }) => `${act}:${other}`).join(' ')
}
