/** A small serving cluster behind one address: what more servers bring, and what the way of choosing between them keeps warm. */
import { startCluster, talkRounds, type Routing } from '#test/support/cluster.ts'
import type { Bench, Figure } from './bench.ts'
import { digits } from './support/measure.ts'

const PEOPLE = 25
const ROUNDS = 3
const TOKENS_PER_SECOND = 400
const SIZES = [1, 2, 4] as const
const WAYS: readonly Routing[] = ['turns', 'affinity']

/** CLU: tokens a second of all answers, and prefixes found warm. */
export const clusterBench: Bench = {
  ids: ['CLU'],
  async run() {
    const figures: Figure[] = []
    for (const routing of WAYS) {
      for (const servers of SIZES) {
        const cluster = await startCluster({ servers, tokensPerSecond: TOKENS_PER_SECOND, routing, mostOpen: Math.ceil(PEOPLE / servers) })
        const started = performance.now()
        const { answered, tokens } = await talkRounds(cluster, PEOPLE, ROUNDS)
        const seconds = (performance.now() - started) / 1_000
        const { warm, cold, answers } = cluster.counts
        cluster.stop()
        figures.push({ id: 'CLU', what: `${servers} servers of ${TOKENS_PER_SECOND} tokens a second, by ${routing}: tokens a second of ${PEOPLE} people; beginnings found warm`, figure: `${digits(tokens / seconds, 0)}; ${digits((100 * warm) / Math.max(1, warm + cold), 0)} %`, bar: '', ok: null, note: `${answered} of ${PEOPLE * ROUNDS} answered in ${digits(seconds, 1)} s; by server ${answers.join(', ')}` })
      }
    }
    return figures
  },
}
