/** How like each other two people of one manner speak. */
import { measureLikeness, THIRTY_MORE } from '#test/support/like-mannered.ts'
import type { Figure } from './bench.ts'
import { digits } from './support/measure.ts'

const SEEDS = ['percipi', 'blue-orchard', 'bench', 'orchard', 'harbour', 'amber-heron']
const PAIRS = 8

/** IDI: pairs of one manner and one village, each asked the same thirty questions in one talk. */
export async function measureIdiolects(): Promise<Figure> {
  const { pairs, answers, same, sameMasked, overlap } = await measureLikeness(SEEDS, PAIRS)
  const more = await measureLikeness(SEEDS, PAIRS, THIRTY_MORE)
  return { id: 'IDI', what: `${pairs} pairs of one manner, the same 30 questions: same answers; word pairs in common`, figure: `${digits(100 * same, 1)} %; ${digits(overlap)}`, bar: '< 8 %; < 0.25', ok: same < 0.08 && overlap < 0.25, note: `${answers} answers; same where names, trades and doings are left out ${digits(100 * sameMasked, 1)} %; of thirty more questions, about lives, ties and pastimes: same ${digits(100 * more.same, 1)} %, word pairs ${digits(more.overlap)}` }
}
