/** Whom a person knows, as a picture: the dear near by, the disliked far off, every line as strong as what it stands for. */
import type { NpcId } from '#core/ids.ts'
import { isNpcId } from '#core/ids.ts'
import type { PersonView } from '#session/session.ts'
import { useSession } from '../session-context.ts'

const WIDTH = 340
const HEIGHT = 236
/** How far from the middle the dearest and the most hated are, as a share of the way to the edge. */
const NEAREST = 0.34
const FARTHEST = 1
const MARGIN_X = 62
const MARGIN_Y = 20

type Relation = PersonView['relations'][number]

/** Names on one side of the picture stand at least so far apart from line to line. */
const LINE = 14
/** Beyond this share of the way to the side, a name stands beside its dot and not above or below it. */
const BESIDE = 0.12
const GAP = 9

/** One of those who are known, on the picture, with where its name stands. */
export type PlacedRelation = Relation & { x: number; y: number; labelX: number; labelY: number; anchor: 'start' | 'middle' | 'end' }

/** Kin beside kin all around; nearer the warmer. */
export function placeRelations(relations: readonly Relation[]): PlacedRelation[] {
  const around = relations.toSorted((a, b) => Number(b.kinship !== null) - Number(a.kinship !== null) || a.name.localeCompare(b.name))
  const placed = around.map((relation, n): PlacedRelation => {
    const angle = (n / Math.max(1, around.length)) * 2 * Math.PI - Math.PI / 2
    const far = NEAREST + (FARTHEST - NEAREST) * ((1 - relation.warmth) / 2)
    const x = WIDTH / 2 + Math.cos(angle) * far * (WIDTH / 2 - MARGIN_X)
    const y = HEIGHT / 2 + Math.sin(angle) * far * (HEIGHT / 2 - MARGIN_Y)
    const side = Math.cos(angle) > BESIDE ? 'start' : Math.cos(angle) < -BESIDE ? 'end' : 'middle'
    return { ...relation, x, y, anchor: side, labelX: side === 'start' ? x + GAP : side === 'end' ? x - GAP : x, labelY: side !== 'middle' ? y + 4 : y > HEIGHT / 2 ? y + 15 : y - 9 }
  })
  for (const side of ['start', 'end'] as const) partLines(placed.filter(({ anchor }) => anchor === side))
  return placed
}

/** Pushes names on one side apart from top to bottom, then back up from the lower edge. */
function partLines(side: PlacedRelation[]): void {
  side.sort((a, b) => a.labelY - b.labelY)
  for (let n = 1; n < side.length; n++) side[n]!.labelY = Math.max(side[n]!.labelY, side[n - 1]!.labelY + LINE)
  let lowest = HEIGHT - 4
  for (const one of side.toReversed()) {
    one.labelY = Math.min(one.labelY, lowest)
    lowest = one.labelY - LINE
  }
}

/** The picture; a name on it opens that mind. */
export function RelationGraph({ name, relations }: { name: string; relations: readonly Relation[] }) {
  const session = useSession()
  const placed = placeRelations(relations)
  // no empty paper above and below when all are dear
  const top = Math.min(HEIGHT / 2, ...placed.map(({ y, labelY }) => Math.min(y - 8, labelY - 12)))
  const bottom = Math.max(HEIGHT / 2, ...placed.map(({ y, labelY }) => Math.max(y + 8, labelY + 5)))
  return (
    <svg className="relation-graph" viewBox={`0 ${top} ${WIDTH} ${bottom - top}`} role="group" aria-label={`Whom ${name} knows: ${relations.length}. The nearer to the middle, the dearer.`}>
      {placed.map(({ id, x, y, warmth, familiarity, kinship }) => (
        <line key={id} className="relation-line" data-side={warmth < -0.15 ? 'cold' : warmth > 0.2 ? 'warm' : 'even'} data-kin={kinship !== null} x1={WIDTH / 2} y1={HEIGHT / 2} x2={x} y2={y} strokeWidth={0.6 + 3.2 * Math.abs(warmth)} opacity={0.3 + 0.6 * familiarity} />
      ))}
      {placed.map(({ id, name: other, x, y, labelX, labelY, anchor, kinship, hasDied }) => {
        const given = id === 'player' ? 'You' : (other.split(' ')[0] ?? other)
        const opens = isNpcId(id) && !hasDied
        return (
          <g key={id} className="relation-node" {...(opens ? { role: 'button', tabIndex: 0, 'aria-label': `Open the mind of ${other}${kinship ? `, ${kinship}` : ''}`, onClick: () => session.openPanel('person', id as NpcId), onKeyDown: (event) => (event.key === 'Enter' || event.key === ' ') && session.openPanel('person', id as NpcId) } : {})}>
            {hasDied && <title>{`${other}, who died`}</title>}
            <circle cx={x} cy={y} r={kinship ? 5 : 3.6} data-you={id === 'player'} data-died={hasDied} />
            <text x={labelX} y={labelY} textAnchor={anchor} data-died={hasDied}>
              {given}
            </text>
          </g>
        )
      })}
      <circle className="relation-self" cx={WIDTH / 2} cy={HEIGHT / 2} r={6} />
    </svg>
  )
}
