/** A burial: whom it concerns, who speaks, who comes. */
import { createClaim } from '../beliefs/claim.ts'
import type { Npc } from '../npc/npc.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import { companyOfBurial, mournerOf } from './company.ts'
import type { HappeningDraft } from './draw-happening.ts'
import { findGraves, GRAVES } from './graves.ts'
import type { Death } from './happening.ts'

/** The burial of one of the dead among the `people` that are left. */
export function draftBurial(people: readonly Npc[], plan: SettlementPlan, { npcId, given }: Death): HappeningDraft {
  const mourner = mournerOf(people, npcId)
  return {
    claim: createClaim('burial', { subject: { id: npcId, name: given }, place: findGraves(plan) ? GRAVES : '' }), doer: mourner, sufferer: null, company: mourner ? companyOfBurial(people, mourner, npcId) : [], importance: 0.6, good: -0.4,
  }
}
