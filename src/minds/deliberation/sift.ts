/** What is put out of mind at once, before any future is tried: thoughts that cannot be done, that nobody with this knowledge could have, that are not like this person, or that were there already. */
import { ACTS, hindrance } from './acts.ts'
import { keyOf, type Seed } from './lenses.ts'
import { offeredSteps } from './read-steps.ts'
import { leaningTo } from './roll-out.ts'
import { OTHER, otherAt, type SmallWorld } from './small-world.ts'

/** How much against a temperament a first step may go. */
const OUT_OF_CHARACTER = -0.32

/** For each seed why it dies at once, or null. */
export function sift(world: SmallWorld, seeds: readonly Pick<Seed, 'steps'>[]): Array<string | null> {
  const seen = new Set<string>()
  const offered = offeredSteps(world).map(({ steps }) => keyOf(steps))
  return seeds.map(({ steps }) => {
    const first = steps[0]
    if (!first) return 'it says nothing that can be done'
    for (const { act, other } of steps) {
      if (!ACTS[act]) return 'nobody can do that'
      if (other >= world.others.length) return 'it concerns somebody I do not know'
    }
    const act = ACTS[first.act]!
    const cannot = hindrance(act, world.start, first.other, world)
    if (cannot !== null) return cannot
    const grievance = first.other >= 0 ? world.start[otherAt(first.other) + OTHER.grievance]! : 0
    if (leaningTo(act.leaning, world.temperament) + 0.4 * grievance * (act.id === 'confront' ? 1 : 0) < OUT_OF_CHARACTER) return 'it is not like me'
    const key = keyOf(steps)
    if (offered.length > 1 && !offered.includes(key)) return 'it was not what was asked'
    if (seen.has(key)) return 'I thought of that already'
    seen.add(key)
    return null
  })
}
