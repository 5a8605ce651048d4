/** Walls, stones and trunks of landmarks: the blocks that bodies meet and that the pictures are drawn from. */
import { hashCell, unitOf } from '#core/hash.ts'
import { SIXTEEN_WINDS, yawOfFront } from '../directions.ts'
import type { LandmarkKind, Solid } from './landmark.ts'

/** How far each kind reaches from its centre, metres. */
export const LANDMARK_RADIUS: { readonly [K in LandmarkKind]: number } = { ruin: 13, shrine: 4, stones: 10, cairn: 3, tree: 9, cave: 9, hut: 6, wreck: 10, pier: 32, oasis: 6 }

type Ground = { kind: LandmarkKind; hash: number; x: number; z: number; y: number; /** Wind, 0..15, of its front. */ front: number }

/** Where a block stands in the frame of its landmark and how large it is, metres. */
type Block = readonly [across: number, out: number, width: number, depth: number, height: number]

/** Ruined walls. The first is the stump of a tower. */
const RUIN: readonly Block[] = [
  [-5.2, -4.2, 4.6, 4.6, 8.5], [0.6, -5.6, 6.4, 0.8, 3.4], [6.2, -3.2, 0.8, 5, 2.4], [6.2, 2.6, 0.8, 3.2, 1.2], [-6.6, 1, 0.8, 4.4, 2.8],
  [-4.2, 5.4, 4, 0.8, 2], [-1.3, 5.4, 0.9, 0.9, 4.2], [2.3, 5.4, 0.9, 0.9, 4.2], [4.6, 5.4, 3, 0.8, 1.5],
]
const HUT: readonly Block[] = [
  [0, -2.2, 5.4, 0.5, 2.2], [-2.5, 0, 0.5, 4.4, 2], [2.5, 0, 0.5, 4.4, 1.5], [-1.75, 2.2, 1.6, 0.5, 1.9], [1.75, 2.2, 1.6, 0.5, 1.3],
]
/** The ring of a well, and the trough beside it. */
const WELL: readonly Block[] = [[0, 0, 2, 2, 0.8], [-2.6, 0.4, 0.8, 2.4, 0.55]]
const CAVE: readonly Block[] = [[-3.4, 0, 3, 7, 5], [3.4, 0, 3, 7, 5], [0, -2.6, 5, 2.4, 5]]

/** The blocks of a landmark, lying on the ground of its centre. */
export function solidsFor(ground: Ground): Solid[] {
  const { kind, hash, front } = ground
  const frontX = SIXTEEN_WINDS[front * 2]!
  const frontZ = SIXTEEN_WINDS[front * 2 + 1]!
  const block = ([across, out, width, depth, wallHeight]: Block, turn = front): Solid => ({
    x: ground.x + frontZ * across + frontX * out, z: ground.z - frontX * across + frontZ * out, y: ground.y,
    yaw: yawOfFront(SIXTEEN_WINDS[turn * 2]!, SIXTEEN_WINDS[turn * 2 + 1]!), width, depth, wallHeight,
  })
  const chance = (n: number): number => unitOf(hashCell(hash, 30, n))
  switch (kind) {
    case 'ruin': return RUIN.map(([across, out, width, depth, height], n) => block([across, out, width, depth, height * (n >= 6 && n <= 7 ? 1 : 0.75 + 0.5 * chance(n))]))
    case 'hut': return HUT.map((each) => block(each))
    case 'cave': return CAVE.map((each) => block(each))
    case 'shrine': return [block([0, 0, 1.5, 1.2, 2.4])]
    case 'cairn': return [block([0, 0, 1.9, 1.9, 2.2 + chance(1)])]
    case 'tree': return [block([0, 0, 2, 2, 6])]
    case 'oasis': return WELL.map((each) => block(each))
    case 'wreck': return [block([0, 0, 3.4, 12, 2.4])]
    case 'pier': return [block([0, 13, 2.4, 33, 1.1])]
    case 'stones': {
      const stones: Solid[] = []
      const spread = 5.6 + chance(0) * 2.4
      for (let wind = 0; wind < 16; wind += 2) {
        // Here and there one has fallen or was carried off.
        if (chance(10 + wind) < 0.16) continue
        stones.push({ ...block([0, 0, 1.1 + chance(30 + wind) * 0.5, 0.6, 1.7 + chance(50 + wind) * 1.7], wind), x: ground.x + SIXTEEN_WINDS[wind * 2]! * spread, z: ground.z + SIXTEEN_WINDS[wind * 2 + 1]! * spread })
      }
      if (stones.length < 3 || chance(1) < 0.4) stones.push(block([0, 0, 1.5, 0.8, 3.6]))
      return stones
    }
  }
}
