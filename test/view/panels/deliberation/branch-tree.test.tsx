/** The picture of a deliberation. */
import { describe, expect, it } from 'vitest'
import { deliberate } from '#minds/deliberation/deliberate.ts'
import { LENS_IDS } from '#simulation/npc/lenses.ts'
import { BranchTree, summaryOf } from '#view/panels/deliberation/branch-tree.tsx'
import { layOutTree, TREE } from '#view/panels/deliberation/tree-layout.ts'
import { makeView, MIRA } from '#test/minds/support/make-view.ts'
import { createFakeSession, drawWith } from '../../fake-session.ts'

const view = makeView(MIRA, { worldSeconds: 13 * 3600 })
const deliberation = deliberate(view, { question: 'What would you do if a wolf came?', branches: 50, lenses: new Map(LENS_IDS.map((id, n) => [id, view.lenses[n]!])), chance: 4 })

describe('the tree of a deliberation', () => {
  it('[UI-80] lets every branch begin at the root, end where it died and stay on the picture; the one acted on reaches the end', () => {
    const tree = layOutTree(deliberation)
    expect(tree).toHaveLength(deliberation.branches.length)
    for (const { id, path, endX, endY, fate } of tree) {
      const { diedInRound } = deliberation.branches.find((branch) => branch.id === id)!
      expect(path.startsWith(`M${TREE.root} ${TREE.height / 2}C`)).toBe(true)
      expect(endX > TREE.root && endX <= TREE.width && endY >= 0 && endY <= TREE.height).toBe(true)
      expect(fate).toBe(diedInRound === null ? 'chosen' : diedInRound === 0 ? 'dismissed' : 'lost')
    }
    const ends = [...tree].sort((a, b) => a.endX - b.endX)
    expect(ends.at(-1)).toMatchObject({ fate: 'chosen', endX: TREE.last })
    // who lived longer reaches farther
    const reach = (round: number): number[] => tree.filter(({ id }) => deliberation.branches[id]!.diedInRound === round).map(({ endX }) => endX)
    for (let round = 2; round < deliberation.rounds.length; round++) expect(Math.min(...reach(round))).toBeGreaterThan(Math.max(...reach(round - 1)))
  })

  it('[UI-80] names every thought for those who do not see the picture, and tells of the one acted on why', () => {
    const shown = drawWith(createFakeSession(), <BranchTree deliberation={deliberation} />)
    const chosen = deliberation.branches.find(({ id }) => id === deliberation.chosen)!
    expect(shown.match(/<option /g)).toHaveLength(deliberation.branches.length)
    for (const words of [`aria-label="50 thoughts, ${deliberation.rounds.length} rounds, ${deliberation.rollouts} futures`, 'label="Acted on"', 'label="Dropped in round 1"', chosen.because, 'Acted on.']) expect(shown).toContain(words)
    expect(summaryOf(deliberation)).toMatch(/“What would you do if a wolf came\?”: 50 thoughts.* \d+ futures over 8 rounds\.|50 thoughts, \d+ put out of mind at once; the rest tried in \d+ futures over \d+ rounds\./)
  })

  it('[UI-80] draws one thought, and none that could be done', () => {
    const one = { ...deliberation, branches: deliberation.branches.slice(0, 1).map((branch) => ({ ...branch, diedInRound: 0, death: 'nobody can do that' })), rounds: [], chosen: null }
    expect(drawWith(createFakeSession(), <BranchTree deliberation={one} />)).toContain('Dropped: nobody can do that.')
  })
})
