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
const MARGIN_X = 42
const MARGIN_Y = 20

type Relation = PersonView['relations'][number]

/** One of those who are known, on the picture. */
export type PlacedRelation = Relation & { x: number; y: number }

/** Kin beside kin all around; nearer the warmer. */
export function placeRelations(relations: readonly Relation[]): PlacedRelation[] {
  const around = relations.toSorted((a, b) => Number(b.kinship !== null) - Number(a.kinship !== null) || a.name.localeCompare(b.name))
  return around.map((relation, n) => {
    const angle = (n / Math.max(1, around.length)) * 2 * Math.PI - Math.PI / 2
    const far = NEAREST + (FARTHEST - NEAREST) * ((1 - relation.warmth) / 2)
    return { ...relation, x: WIDTH / 2 + Math.cos(angle) * far * (WIDTH / 2 - MARGIN_X), y: HEIGHT / 2 + Math.sin(angle) * far * (HEIGHT / 2 - MARGIN_Y) }
  })
}

/** The picture; a name on it opens that mind. */
export function RelationGraph({ name, relations }: { name: string; relations: readonly Relation[] }) {
  const session = useSession()
  const placed = placeRelations(relations)
  return (
    <svg className="relation-graph" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`Whom ${name} knows: ${relations.length}. The nearer to the middle, the dearer.`}>
      {placed.map(({ id, x, y, warmth, familiarity, kinship }) => (
        <line key={id} className="relation-line" data-side={warmth < -0.15 ? 'cold' : warmth > 0.2 ? 'warm' : 'even'} data-kin={kinship !== null} x1={WIDTH / 2} y1={HEIGHT / 2} x2={x} y2={y} strokeWidth={0.6 + 3.2 * Math.abs(warmth)} opacity={0.3 + 0.6 * familiarity} />
      ))}
      {placed.map(({ id, name: other, x, y, kinship }) => {
        const given = id === 'player' ? 'You' : (other.split(' ')[0] ?? other)
        const opens = isNpcId(id)
        const below = y > HEIGHT / 2
        return (
          <g key={id} className="relation-node" {...(opens ? { role: 'button', tabIndex: 0, 'aria-label': `Open the mind of ${other}${kinship ? `, ${kinship}` : ''}`, onClick: () => session.openPanel('person', id as NpcId), onKeyDown: (event) => (event.key === 'Enter' || event.key === ' ') && session.openPanel('person', id as NpcId) } : {})}>
            <circle cx={x} cy={y} r={kinship ? 5 : 3.6} data-you={id === 'player'} />
            <text x={x} y={below ? y + 15 : y - 9} textAnchor="middle">
              {given}
            </text>
          </g>
        )
      })}
      <circle className="relation-self" cx={WIDTH / 2} cy={HEIGHT / 2} r={6} />
    </svg>
  )
}
