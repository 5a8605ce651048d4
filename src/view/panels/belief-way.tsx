/** The way a belief came, as a picture: from mouth to mouth, back to whoever saw it. */

const STEP = 84
const HEIGHT = 40
const EDGE = 34
/** Names that fit beside each other; of a longer way the middle is counted. */
const MOST_NAMES = 4

/** The names on the picture, the person itself first: of a long way the ends, and how many stand between. */
export function wayStops(name: string, chain: readonly string[]): string[] {
  const first = (full: string): string => (full === 'you' ? 'you' : (full.split(' ')[0] ?? full))
  const all = [name, ...chain].map(first)
  if (all.length <= MOST_NAMES) return all
  return [...all.slice(0, 2), `${all.length - 3} more`, ...all.slice(-1)]
}

type BeliefWayProps = { name: string; chain: readonly string[]; /** Whether it leads to whoever saw it. */ isWhole: boolean; /** How surely it is held, 0..1. */ confidence: number; /** The way in words. */ words: string }

/** The picture. */
export function BeliefWay({ name, chain, isWhole, confidence, words }: BeliefWayProps) {
  const stops = wayStops(name, chain)
  const width = EDGE * 2 + STEP * (stops.length - 1 + (isWhole ? 0 : 0.6))
  return (
    <svg className="belief-way" viewBox={`0 0 ${width} ${HEIGHT}`} width={`${width / 16}rem`} height={`${HEIGHT / 16}rem`} role="img" aria-label={words}>
      {stops.slice(1).map((stop, n) => (
        <path key={stop} className="way-line" d={`M${EDGE + STEP * n + 9} 12 Q${EDGE + STEP * (n + 0.5)} 5 ${EDGE + STEP * (n + 1) - 9} 12`} strokeWidth={1 + 2.4 * confidence} />
      ))}
      {!isWhole && <path className="way-line way-lost" d={`M${EDGE + STEP * (stops.length - 1) + 9} 12 h${STEP * 0.6}`} strokeWidth={1.2} />}
      {stops.map((stop, n) => (
        <g key={`${n} ${stop}`} className="way-stop" data-self={n === 0} data-root={isWhole && n === stops.length - 1}>
          <circle cx={EDGE + STEP * n} cy={12} r={n === 0 ? 5 : 4} />
          <text x={EDGE + STEP * n} y={33} textAnchor="middle">
            {stop}
          </text>
        </g>
      ))}
    </svg>
  )
}
