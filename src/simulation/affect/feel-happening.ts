/** What a happening means to each whom it concerns: who did it, who bore it, those fond of either, and those who only saw it or heard of it. */
import type { ActorId } from '#core/ids.ts'
import { clamp } from '#core/scalar.ts'
import { claimWords, type Claim } from '../beliefs/claim.ts'
import type { WorldEnv } from '../env.ts'
import type { WorldEvent } from '../events.ts'
import type { Npc, Relation } from '../npc/npc.ts'
import type { World } from '../world.ts'
import type { Sign } from './affect.ts'
import { feel, suffer, type Felt } from './feel.ts'

/** World hours in which half of what happened unlived, while the clock was set ahead, has been got over. */
const PAST_HALF_LIFE_HOURS = 6
/** The same for the loss of somebody near: grief lasts for days. */
const GRIEF_HALF_LIFE_HOURS = 60
/** How much somebody must mean to one to feel with them. */
const FOND_WARMTH = 0.35
/** How much of it is felt by hearsay, at full confidence. */
const HEARSAY = 0.75
const KIN_BOND = 0.7
/** So few of a harvest are a poor one. */
const POOR_COUNT = 4

/** Where one stands to a happening; a bond is the warmth for the one of the two that one feels with. */
type Place = { role: 'doer' | 'sufferer' | 'friend-of-doer' | 'friend-of-sufferer' | 'bystander'; bond: number }
/** What it means, and the bad memory it may leave. */
type Meaning = { felt: Omit<Felt, 'cause'>; wound?: { of: string; signs: readonly Sign[] } }

/** Lets a happening be felt by those who saw it. */
export function feelHappening(place: { world: World; env: WorldEnv }, { happening, witnessIds }: Extract<WorldEvent, { type: 'happening' }>): void {
  const { world } = place
  const hours = Math.max(0, world.worldSeconds - happening.worldSeconds) / 3600
  const isDeath = happening.claim.kind === 'death' || happening.claim.kind === 'burial'
  for (const npc of world.npcs) {
    if (!witnessIds.includes(npc.id)) continue
    // whoever was robbed does not know by whom
    const claim = happening.claim.kind === 'theft' && npc.id === happening.sufferId ? { ...happening.claim, subject: null } : happening.claim
    const share = Math.pow(0.5, hours / (isDeath && bondTo(npc, claim.subject?.id ?? null) >= KIN_BOND ? GRIEF_HALF_LIFE_HOURS : PAST_HALF_LIFE_HOURS))
    for (const { felt, wound } of meaningsOf(npc, claim)) {
      const whole = { ...felt, relevance: (felt.relevance ?? 0) * share, cause: claimWords(claim, npc.id) }
      if (wound) suffer(place, npc, whole, wound)
      else feel(world, npc, whole)
    }
  }
}

/** Lets news be felt by who has just heard it, as far as it is believed; nobody is wounded by hearsay. */
export function feelNews(world: World, npc: Npc, claim: Claim, confidence: number): void {
  if (claim.denied) return
  // of a wolf one is wary though one half believes in it
  const share = HEARSAY * (claim.kind === 'danger' ? Math.sqrt(clamp(confidence, 0, 1)) : clamp(confidence, 0, 1))
  for (const { felt } of meaningsOf(npc, claim)) feel(world, npc, { ...felt, relevance: (felt.relevance ?? 0) * share, cause: `I heard that ${claimWords(claim, npc.id)}` })
}

/** What a claim that is so means to a person; empty for nothing. */
function meaningsOf(npc: Npc, claim: Claim): Meaning[] {
  const doerId = claim.subject?.id ?? null
  const suffererId = claim.target?.id ?? null
  switch (claim.kind) {
    case 'birth': return [birth(stand(npc, doerId, null))]
    case 'death': return [death(stand(npc, null, doerId), doerId)]
    case 'burial': return [burial(stand(npc, null, doerId), doerId)]
    case 'gift': return gift(stand(npc, doerId, suffererId), doerId)
    case 'feast': return [feast(stand(npc, doerId, null), doerId)]
    case 'theft': return [theft(npc, stand(npc, doerId, suffererId), doerId)]
    case 'quarrel': return [quarrel(npc, claim, stand(npc, doerId, suffererId))]
    case 'harvest': return harvest(stand(npc, doerId, null), claim.count > POOR_COUNT)
    case 'rescue': return rescue(claim, stand(npc, doerId, suffererId), doerId)
    case 'bought':
      return suffererId === npc.id ? [{ felt: { relevance: 0.5, desirability: 0.4, agent: 'other', praise: 0.2 } }] : []
    case 'storm': return [storm(stand(npc, null, suffererId))]
    case 'passer': return npc.temperament.openness > 0 ? [{ felt: { relevance: 0.4, desirability: 0.25 + 0.3 * npc.temperament.openness } }] : []
    case 'ruin': return [{ felt: { relevance: 0.65, desirability: -0.5, expectedness: 0.1 } }]
    case 'danger': return [{ felt: { relevance: 0.8, desirability: -0.75, likelihood: 0.5, expectedness: 0.1, threatens: true } }]
    case 'mending': return mending(stand(npc, doerId, suffererId), doerId)
    case 'shirked': return shirked(npc, stand(npc, doerId, suffererId), doerId)
    case 'amends': return [amends(stand(npc, doerId, suffererId))]
    case 'said':
    case 'met':
    case 'stood-up': return []
  }
}

/** Where a person stands to who did it and who bore it; one feels for whom it befell before whoever did it. */
function stand(npc: Npc, doerId: ActorId | null, suffererId: ActorId | null): Place {
  if (npc.id === doerId) return { role: 'doer', bond: 0 }
  if (npc.id === suffererId) return { role: 'sufferer', bond: 0 }
  const bonds = { doer: bondTo(npc, doerId), sufferer: bondTo(npc, suffererId) }
  if (bonds.sufferer >= FOND_WARMTH && bonds.sufferer >= bonds.doer) return { role: 'friend-of-sufferer', bond: bonds.sufferer }
  if (bonds.doer >= FOND_WARMTH) return { role: 'friend-of-doer', bond: bonds.doer }
  return { role: 'bystander', bond: Math.max(0, bonds.sufferer, bonds.doer) }
}

function bondTo(npc: Npc, id: ActorId | null): number {
  const relation: Relation | undefined = id === null ? undefined : npc.relations.find(({ otherId }) => otherId === id)
  if (!relation) return 0
  return relation.kinship && relation.warmth > 0 ? Math.max(relation.warmth, KIN_BOND) : relation.warmth
}

function birth({ role, bond }: Place): Meaning {
  if (role === 'doer') return { felt: { relevance: 1, desirability: 0.9, bond: 1, agent: 'self', praise: 0.6 } }
  return { felt: { relevance: 0.4 + 0.5 * bond, desirability: 0.3 + 0.6 * bond, bond } }
}

function death({ bond }: Place, deadId: ActorId | null): Meaning {
  return { felt: { aboutId: deadId, relevance: 0.45 + 0.55 * bond, desirability: -0.35 - 0.65 * bond, bond, isLoss: true, control: 0.3 } }
}

/** The loss comes back, and is shared: it is borne better than when it was new. */
function burial({ bond }: Place, deadId: ActorId | null): Meaning {
  return { felt: { aboutId: deadId, relevance: 0.35 + 0.5 * bond, desirability: -0.2 - 0.45 * bond, bond, isLoss: true, control: 0.6 } }
}

function gift({ role }: Place, giverId: ActorId | null): Meaning[] {
  if (role === 'sufferer') return [{ felt: { aboutId: giverId, relevance: 0.6, desirability: 0.45, agent: 'other', praise: 0.6 } }]
  return role === 'doer' ? [{ felt: { relevance: 0.4, desirability: 0.3 } }] : []
}

function feast({ role }: Place, hostId: ActorId | null): Meaning {
  if (role === 'doer') return { felt: { relevance: 0.7, desirability: 0.5, agent: 'self', praise: 0.5 } }
  return { felt: { aboutId: hostId, relevance: 0.6, desirability: 0.5, agent: 'other', praise: 0.4 } }
}

/** A thief is ashamed by conscience; who was robbed is hurt and angry at nobody they know; kin of a thief would rather not know. */
function theft({ temperament }: Npc, { role, bond }: Place, thiefId: ActorId | null): Meaning {
  const conscience = clamp(0.6 + 0.4 * temperament.conscientiousness + 0.3 * temperament.agreeableness, 0.1, 1)
  if (role === 'doer') return { felt: { relevance: 0.8, desirability: 0.25 * (1 - conscience), agent: 'self', praise: -conscience } }
  if (role === 'sufferer') return { felt: { aboutId: thiefId, relevance: 0.9, desirability: -0.65, expectedness: 0.1, agent: 'other', praise: -0.9 } }
  if (role === 'friend-of-sufferer') return { felt: { aboutId: thiefId, relevance: 0.7, desirability: -0.5 * bond, agent: 'other', praise: -0.8, bond: 0 } }
  if (role === 'friend-of-doer') return { felt: { aboutId: thiefId, relevance: 0.8, desirability: -0.5 * bond, agent: 'other', praise: -0.4, intent: 0.4, control: 0.3 } }
  return { felt: { aboutId: thiefId, relevance: 0.5, agent: 'other', praise: -0.7 } }
}

function quarrel(npc: Npc, { subject, target }: Claim, { role, bond }: Place): Meaning {
  const other = (npc.id === subject?.id ? target?.id : subject?.id) ?? null
  if (role === 'doer') return { felt: { aboutId: other, relevance: 0.8, desirability: -0.5, expectedness: 0.3, agent: 'other', praise: -0.6, control: 0.65 } }
  if (role === 'sufferer') return { felt: { aboutId: other, relevance: 0.85, desirability: -0.55, agent: 'other', praise: -0.75 } }
  if (role === 'bystander') return { felt: { relevance: 0.35, desirability: -0.25 } }
  return { felt: { aboutId: (role === 'friend-of-sufferer' ? subject?.id : target?.id) ?? null, relevance: 0.6, desirability: -0.45 * bond, agent: 'other', praise: -0.5 } }
}

function harvest({ role, bond }: Place, isGood: boolean): Meaning[] {
  if (role === 'doer') return [isGood ? { felt: { relevance: 0.8, desirability: 0.6, agent: 'self', praise: 0.6 } } : { felt: { relevance: 0.8, desirability: -0.5, hoped: 0.3 } }]
  return role === 'bystander' ? [] : [{ felt: { relevance: 0.5, desirability: (isGood ? 0.5 : -0.5) * bond, bond } }]
}

/** Whoever was in danger is shaken, and grateful; a fall into deep water may leave a bad memory of its place. */
function rescue({ place }: Claim, { role, bond }: Place, helperId: ActorId | null): Meaning[] {
  if (role === 'doer') return [{ felt: { relevance: 0.8, desirability: 0.3, agent: 'self', praise: 0.8 } }]
  if (role === 'sufferer') {
    // the danger is over when it is felt, and yet it is felt as one
    const signs: Sign[] = place === '' ? [] : [{ kind: 'place', value: place.replace(/^the /, '') }]
    return [
      { felt: { relevance: 1, desirability: -0.85, likelihood: 0.6, expectedness: 0, threatens: true, control: 0.35 }, wound: { of: `what happened at ${place}`, signs } },
      { felt: { aboutId: helperId, relevance: 0.9, desirability: 0.7, agent: 'other', praise: 0.9 } },
    ]
  }
  if (role === 'friend-of-sufferer') return [{ felt: { aboutId: helperId, relevance: 0.7, desirability: 0.5 * bond, agent: 'other', praise: 0.9, feared: 0.3 * bond } }]
  return [{ felt: { aboutId: helperId, relevance: 0.6, desirability: 0, agent: 'other', praise: 0.8 } }]
}

/** Whoever is helped is grateful; whoever helps is content. */
function mending({ role }: Place, helperId: ActorId | null): Meaning[] {
  if (role === 'sufferer') return [{ felt: { aboutId: helperId, relevance: 0.7, desirability: 0.5, agent: 'other', praise: 0.7 } }]
  return role === 'doer' ? [{ felt: { relevance: 0.5, desirability: 0.35, agent: 'self', praise: 0.4 } }] : []
}

/** Whoever was left alone is angry; whoever did not come is ashamed by conscience. */
function shirked({ temperament }: Npc, { role, bond }: Place, shirkerId: ActorId | null): Meaning[] {
  if (role === 'sufferer') return [{ felt: { aboutId: shirkerId, relevance: 0.6, desirability: -0.4, agent: 'other', praise: -0.6 } }]
  if (role === 'doer') return [{ felt: { relevance: 0.4, agent: 'self', praise: -0.4 * clamp(0.5 + 0.5 * temperament.conscientiousness, 0, 1) } }]
  return role === 'friend-of-sufferer' ? [{ felt: { aboutId: shirkerId, relevance: 0.4, desirability: -0.2 * bond, agent: 'other', praise: -0.4 } }] : []
}

function amends({ bond }: Place): Meaning {
  return { felt: { relevance: 0.4 + 0.4 * bond, desirability: 0.2 + 0.4 * bond } }
}

function storm({ role, bond }: Place): Meaning {
  if (role === 'sufferer') return { felt: { relevance: 0.8, desirability: -0.6, expectedness: 0.3, control: 0.4 }, wound: { of: 'the storm', signs: [{ kind: 'weather', value: 'storm' }] } }
  return { felt: { relevance: 0.4 + 0.3 * bond, desirability: -0.25 - 0.3 * bond } }
}
