/** A deliberation as a tree that grows and whose weak thoughts fade: to be looked at, and asked branch by branch. */
import { useId, useState, type CSSProperties } from 'react'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Branch, Deliberation } from '#minds/deliberation/deliberation.ts'
import { BranchDetail } from './branch-detail.tsx'
import { layOutTree, TREE } from './tree-layout.ts'
import './deliberation.css'

/** The picture with the branch that is looked at below it; first the one acted on. */
export function BranchTree({ deliberation }: { deliberation: DeepReadonly<Deliberation> }) {
  const selectId = useId()
  const { branches, rounds, chosen, rollouts } = deliberation
  const [looked, setLooked] = useState<number | null>(null)
  const shown = branches.find(({ id }) => id === (looked ?? chosen ?? 0)) ?? null
  const tree = layOutTree(deliberation)
  return (
    <div className="deliberation">
      <p className="soft">{summaryOf(deliberation)}</p>
      <svg className="branch-tree" viewBox={`0 0 ${TREE.width} ${TREE.height}`} role="img" aria-label={`${branches.length} thoughts, ${rounds.length} rounds, ${rollouts} futures tried`}>
        {rounds.map(({ alive }, round) => (
          <text key={round} className="tree-count" x={TREE.first + ((TREE.last - TREE.first) * round) / rounds.length} y={TREE.height - 1} textAnchor="middle">
            {alive}
          </text>
        ))}
        {tree.map(({ id, path, endX, endY, rounds: lived, fate, model }) => (
          <g key={id} className="branch" data-fate={fate} data-model={model} data-looked={id === shown?.id} style={{ '--fades': lived } as CSSProperties} onClick={() => setLooked(id)}>
            <path className="branch-reach" d={path} />
            <path className="branch-line" d={path} pathLength={1} />
            <circle className="branch-end" cx={endX} cy={endY} r={fate === 'chosen' ? 4 : 1.8} />
          </g>
        ))}
        <circle className="tree-root" cx={TREE.root} cy={TREE.height / 2} r={3.2} />
      </svg>
      <label className="unseen" htmlFor={selectId}>A thought to look at</label>
      <select id={selectId} className="branch-choice" value={shown?.id ?? ''} onChange={(event) => setLooked(Number(event.currentTarget.value))}>
        {groupsOf(branches, rounds.length).map(([title, group]) => (
          <optgroup key={title} label={title}>
            {group.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
          </optgroup>
        ))}
      </select>
      {shown && <BranchDetail branch={shown} acted={shown.id === chosen} />}
    </div>
  )
}

/** What was done, in a sentence. */
export function summaryOf({ branches, rounds, rollouts, matter, question }: DeepReadonly<Deliberation>): string {
  const dismissed = branches.filter(({ diedInRound }) => diedInRound === 0).length
  const about = question === '' ? `About ${matter.words}` : `“${question}”`
  return `${about}: ${branches.length === 1 ? 'one thought' : `${branches.length} thoughts`}${dismissed > 0 ? `, ${dismissed} put out of mind at once` : ''}; the rest tried in ${rollouts} futures over ${rounds.length === 1 ? 'one round' : `${rounds.length} rounds`}.`
}

function groupsOf(branches: DeepReadonly<Branch[]>, rounds: number): Array<[title: string, group: Array<DeepReadonly<Branch>>]> {
  const groups: Array<[string, Array<DeepReadonly<Branch>>]> = [['Acted on', branches.filter(({ diedInRound }) => diedInRound === null)]]
  for (let round = rounds; round >= 1; round--) groups.push([`Dropped in round ${round}`, branches.filter(({ diedInRound }) => diedInRound === round).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))])
  groups.push(['Put out of mind at once', branches.filter(({ diedInRound }) => diedInRound === 0)])
  return groups.filter(([, group]) => group.length > 0)
}
