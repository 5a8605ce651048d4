/** Rumours and talks among people, without a model: how far news gets, and how talks end. */
import { spreadNews } from '#test/support/rumour-village.ts'
import { countTalks } from '#test/support/people-talks.ts'
import type { Figure } from './bench.ts'
import { digits, percentile } from './support/measure.ts'

const SEEDS = 20
const TALKS = 500
const TALK_SEEDS = ['one', 'two', 'three']

/** M3: two news among 25 people, two days, twenty seeds. */
export function measureSpread(): Figure {
  const spreads = Array.from({ length: SEEDS }, (_, i) => spreadNews(`seed ${i}`))
  const shares = spreads.flatMap((spread) => spread.shares)
  const at = (share: number): string => `${digits(100 * percentile(shares, share), 0)} %`
  const median = percentile(shares, 0.5)
  const sum = (part: 'knowing' | 'chained' | 'unsourced'): number => spreads.reduce((total, spread) => total + spread[part], 0)
  return { id: 'M3', what: `two news, 25 people, 2 days, ${SEEDS} seeds: who know; whole chains; knowing from nobody`, figure: `${at(0.5)}; ${digits((100 * sum('chained')) / sum('knowing'), 0)} %; ${sum('unsourced')}`, bar: 'median 30-60 %; 100 %; 0', ok: median >= 0.3 && median <= 0.6 && sum('unsourced') === 0, note: `over seeds: least ${at(0)}, quarter ${at(0.25)}, three quarters ${at(0.75)}, most ${at(1)}` }
}

/** M11: five hundred talks among people, three seeds. */
export async function measureTalks(): Promise<Figure> {
  const counts = []
  for (const seed of TALK_SEEDS) counts.push(await countTalks(seed, TALKS))
  const worst = Math.max(...counts.map(({ repeated, lines }) => repeated / lines))
  const overCap = Math.max(...counts.map((count) => count.overCap))
  const endless = Math.max(...counts.map((count) => count.endless))
  return { id: 'M11', what: `${TALKS} talks among people: over the cap; repeated lines; without an end`, figure: `${overCap}; ${digits(100 * worst)} %; ${endless}`, bar: '0; <= 1 %; 0', ok: overCap === 0 && worst <= 0.01 && endless === 0, note: `the worst of ${TALK_SEEDS.length} seeds; lines ${counts.map(({ lines }) => lines).join(', ')}; talks that brought news ${counts.map(({ told }) => told).join(', ')}` }
}
