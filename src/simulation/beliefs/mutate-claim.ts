/** How a claim is bent on its way from mouth to mouth: a little, seldom, and by dice, so that it replays. */
import { nextFloat, pick, type Rng } from '#core/rng.ts'
import type { Npc } from '../npc/npc.ts'
import type { Mutation } from './belief.ts'
import type { Claim, Party } from './claim.ts'

/** How often something is bent on one passing. */
const MUTATION_CHANCE = 0.14
/** Places one is easily taken for the other. */
const NEXT_PLACES: { readonly [place: string]: readonly string[] } = {
  'the inn': ['the square', 'the stall'], 'the square': ['the well', 'the inn'], 'the well': ['the square', 'the wash-place'], 'the mill': ['the mill pond', 'the barn'], 'the barn': ['the farmhouse', 'the field'],
  'at the bridge': ['at the ford', 'near the mill'], 'near the mill': ['at the mill', 'near the well'], 'in the wood': ['at the edge of the wood', 'on the road'],
  'the shore': ['the boats', 'the field'], 'the field': ['the barn', 'the orchard'], 'the bakery': ['the mill', 'the square'], 'the smithy': ['the workshop', 'the well'],
}

/** The claim as it is passed on, and what was bent, if anything. `people` are those of the place. */
export function mutateClaim(rng: Rng, claim: Claim, people: readonly Npc[]): { claim: Claim; mutation: Mutation | null } {
  if (nextFloat(rng) >= MUTATION_CHANCE || claim.kind === 'said') return { claim, mutation: null }
  const ways: Array<readonly [Mutation, Claim]> = []
  if (claim.count > 1) ways.push(['number', { ...claim, count: claim.count + (claim.count > 2 && nextFloat(rng) < 0.4 ? -1 : 1) }])
  const nextPlaces = NEXT_PLACES[claim.place]
  if (nextPlaces) ways.push(['place', { ...claim, place: pick(rng, nextPlaces) }])
  if (claim.cause !== '' && claim.kind !== 'ruin') ways.push(['cause', { ...claim, cause: '' }])
  // whose birth, death or guilt it is is not mixed up so easily: only who was there beside
  const other = claim.kind === 'quarrel' || claim.kind === 'rescue' ? likeTarget(rng, claim, people) : null
  if (other) ways.push(['person', { ...claim, target: other }])
  if (ways.length === 0) return { claim, mutation: null }
  const [mutation, bent] = pick(rng, ways)
  return { claim: bent, mutation }
}

/** Somebody else of the same trade as the claim's target. */
function likeTarget(rng: Rng, claim: Claim, people: readonly Npc[]): Party | null {
  const meant = people.find((npc) => npc.id === claim.target?.id)
  const like = meant ? people.filter((npc) => npc.trade === meant.trade && npc !== meant && npc.id !== claim.subject?.id) : []
  if (like.length === 0) return null
  const npc = pick(rng, like)
  return { id: npc.id, name: npc.given }
}
