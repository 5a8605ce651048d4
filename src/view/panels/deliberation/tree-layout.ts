/** Where the branches of a deliberation run on their picture: all from one root, drawing together round by round as the weak ones end. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Branch, Deliberation } from '#minds/deliberation/deliberation.ts'

/** Size of the picture, in its own units. */
export const TREE = { width: 340, height: 196, root: 8, first: 84, last: 326 } as const
const MARGIN = 10
/** How near together the last branches come, as a share of the height. */
const NARROWEST = 0.24

/** One branch as it is drawn. */
export type DrawnBranch = { id: number; /** An SVG path from the root to its end. */ path: string; endX: number; endY: number; /** Rounds it lived through; 0: put out of mind at once. */ rounds: number; fate: 'chosen' | 'lost' | 'dismissed'; model: boolean }

/** The branches of a picture, those that die first drawn first. */
export function layOutTree({ branches, rounds, chosen }: DeepReadonly<Deliberation>): DrawnBranch[] {
  const columns = Math.max(1, rounds.length)
  const xOf = (round: number): number => TREE.first + ((TREE.last - TREE.first) * round) / columns
  const rows = new Map<number, number[]>()
  for (let round = 0; round <= columns; round++) {
    const alive = branches.filter((branch) => livedFor(branch, columns) >= round)
    // they draw together as they become few
    const spread = (TREE.height - 2 * MARGIN) * (NARROWEST + (1 - NARROWEST) * Math.sqrt((alive.length - 1) / Math.max(1, branches.length - 1)))
    alive.forEach(({ id }, n) => {
      const list = rows.get(id) ?? []
      list.push(alive.length === 1 ? TREE.height / 2 : TREE.height / 2 - spread / 2 + (spread * n) / (alive.length - 1))
      rows.set(id, list)
    })
  }
  return branches
    .map((branch): DrawnBranch => {
      const ys = rows.get(branch.id)!
      const lived = livedFor(branch, columns)
      const dismissed = branch.diedInRound === 0
      const points: Array<[x: number, y: number]> = dismissed ? [[TREE.root + (TREE.first - TREE.root) * 0.72, TREE.height / 2 + (ys[0]! - TREE.height / 2) * 0.72]] : ys.slice(0, lived + 1).map((y, round) => [xOf(round), y])
      if (!dismissed && branch.id !== chosen) points[points.length - 1] = [points.at(-1)![0] + (TREE.last - TREE.first) / columns / 2.4, points.at(-1)![1]]
      let path = `M${TREE.root} ${TREE.height / 2}`
      let [x, y]: readonly [number, number] = [TREE.root, TREE.height / 2]
      for (const [nextX, nextY] of points) {
        const middle = (x + nextX) / 2
        path += `C${round1(middle)} ${round1(y)} ${round1(middle)} ${round1(nextY)} ${round1(nextX)} ${round1(nextY)}`
        x = nextX
        y = nextY
      }
      return { id: branch.id, path, endX: round1(x), endY: round1(y), rounds: lived, fate: branch.id === chosen ? 'chosen' : dismissed ? 'dismissed' : 'lost', model: branch.origin === 'model' }
    })
    .sort((a, b) => a.rounds - b.rounds)
}

/** Rounds a branch was alive at the beginning of, the last one counted double for the one acted on. */
function livedFor({ diedInRound }: DeepReadonly<Branch>, columns: number): number {
  return diedInRound === null ? columns : Math.max(0, diedInRound - 1)
}

const round1 = (value: number): number => Math.round(value * 10) / 10
