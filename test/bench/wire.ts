/** T3: quirks of the wire, served by real servers on loopback to the app's own client; the list is that of the tests. */
import { DOUBLE_FAULTS, DOUBLE_REFUSALS, DOUBLE_WORDS, problemsWithDouble } from '#test/support/quirks/doubles.ts'
import { WIRE_QUIRKS } from '#test/support/quirks/index.ts'
import { problemsWith } from '#test/support/quirks/quirk.ts'
import type { Bench } from './bench.ts'

/** So many are tried at once. */
const AT_ONCE = 4
const MOST_EXAMPLES = 5

type Trial = { group: string; name: string; run(): Promise<string[]> }

/** What a client makes of what real servers send. */
export const wireBench: Bench = {
  ids: ['T3'],
  async run() {
    const trials: Trial[] = [
      ...WIRE_QUIRKS.map(({ group, quirk }) => ({ group, name: quirk.name, run: () => problemsWith(quirk) })),
      ...[...DOUBLE_WORDS, ...DOUBLE_REFUSALS, ...DOUBLE_FAULTS].map((quirk) => ({ group: 'an independent double', name: quirk.name, run: () => problemsWithDouble(quirk) })),
    ]
    const counts = new Map<string, { tried: number; survived: number }>()
    const lost: string[] = []
    const waiting = [...trials]
    const work = async (): Promise<void> => {
      for (let trial = waiting.shift(); trial !== undefined; trial = waiting.shift()) {
        const problems = await trial.run()
        const count = counts.get(trial.group) ?? { tried: 0, survived: 0 }
        counts.set(trial.group, { tried: count.tried + 1, survived: count.survived + (problems.length === 0 ? 1 : 0) })
        if (problems.length > 0) lost.push(`${trial.name}: ${problems[0]}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    const survived = trials.length - lost.length
    const byGroup = [...counts].map(([group, count]) => `${group} ${count.survived}/${count.tried}`).join(', ')
    return [{ id: 'T3', what: 'wire quirks of real servers survived, of all tried', figure: `${survived} of ${trials.length}`, bar: 'all', ok: lost.length === 0, note: `${byGroup}${lost.length > 0 ? `; not: ${lost.slice(0, MOST_EXAMPLES).join('; ')}` : ''}` }]
  },
}
