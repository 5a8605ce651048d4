/** What neighbours agree on among themselves: who means to propose what, where and when, by the dice of the one who proposes. */
import { nextFloat, pick } from '#core/rng.ts'
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '../clock.ts'
import type { WorldEnv } from '../env.ts'
import type { Npc } from '../npc/npc.ts'
import { findVillage } from '../village.ts'
import type { World } from '../world.ts'
import { agree, findPlace } from './agree.ts'
import type { Proposal, Purpose } from './appointment.ts'
import { willingness } from './willing.ts'

/** How often a meeting in passing brings a proposal, by what it is for; what burdens one is brought up sooner. */
const PASSING_CHANCES: { readonly [P in Purpose]: number } = { company: 0.1, feast: 0.1, help: 0.12, amends: 0.4 }
/** How much oftener a talk in words does. */
const TALK_FACTOR = 2.5
/** Meetings of people with each other that are open at once, in the whole world. */
const MOST_OPEN = 60
/** Nobody proposes what is less than this ahead, world seconds: an hour and a half. */
const LEAST_AHEAD = 5400
const GROWN = 12
/** At odds below this warmth, fond above that. */
const AT_ODDS = -0.15
const FOND = 0.2
/** Below this need of duty a hand is wanted at work. */
const BEHIND = 0.4

const PLACES: { readonly [P in Purpose]: readonly string[] } = { company: ['mill', 'well', 'fire', 'shore', 'bench', 'square'], feast: ['inn', 'fire'], help: [], amends: ['shrine', 'well', 'square'] }
const HOURS: { readonly [P in Purpose]: readonly number[] } = { company: [12, 15, 19], feast: [20], help: [9, 15], amends: [12, 19] }

/** What `npc` means to propose to `other` in a talk near the player; null when nothing, or when the dice say no. */
export function drawProposal(world: World, env: WorldEnv, npc: Npc, other: Npc): Proposal | null {
  return propose(world, env, { npc, other, factor: TALK_FACTOR })
}

/** Two people who meet where nobody listens may agree to meet again; true when they did. */
export function arrange(world: World, env: WorldEnv, npc: Npc, other: Npc): boolean {
  const proposal = propose(world, env, { npc, other, factor: 1 })
  if (!proposal) return false
  const { warmth, trust } = other.relations.find(({ otherId }) => otherId === npc.id) ?? { warmth: 0, trust: 0.3 }
  if (willingness({ temperament: other.temperament, warmth, trust, hour: hourOf(proposal.atSeconds), purpose: proposal.purpose }) <= 0) return false
  return agree(world, env, other, { ...proposal, withId: npc.id }) !== null
}

function propose(world: World, env: WorldEnv, { npc, other, factor }: { npc: Npc; other: Npc; factor: number }): Proposal | null {
  if (npc.age < GROWN || other.age < GROWN || npc.settlementId !== other.settlementId || npc.homeId === other.homeId) return null
  const purpose = purposeOf(npc, other)
  if (purpose === null || nextFloat(npc.rng) >= PASSING_CHANCES[purpose] * factor) return null
  const open = world.appointments.filter(({ kind, state }) => kind === 'meet' && (state === 'agreed' || state === 'waiting'))
  if (open.length >= MOST_OPEN || open.some(({ npcId, withId }) => [npcId, withId].some((id) => id === npc.id || id === other.id))) return null
  const here = (purpose === 'help' ? [workplaceOf(npc, env)] : PLACES[purpose]).filter((place) => place !== null && findPlace(env, npc, place) !== null)
  if (here.length === 0) return null
  return { byId: npc.id, purpose, place: pick(npc.rng, here)!, atSeconds: timeFrom(world.worldSeconds, pick(npc.rng, HOURS[purpose])) }
}

/** Who is at odds and sorry for it wants to make up; who is behind with work wants a hand; friends want company. */
function purposeOf(npc: Npc, other: Npc): Purpose | null {
  const warmth = npc.relations.find(({ otherId }) => otherId === other.id)?.warmth ?? 0
  if (warmth < AT_ODDS) return npc.temperament.agreeableness > -0.25 ? 'amends' : null
  if (npc.needs.duty < BEHIND && npc.workplaceId !== null) return 'help'
  if (warmth < FOND) return null
  return nextFloat(npc.rng) < 0.3 ? 'feast' : 'company'
}

/** The kind of building a person works at; null where that is out of doors. */
function workplaceOf(npc: Npc, env: WorldEnv): string | null {
  const kind = npc.workplaceId === null ? undefined : findVillage(env.land, npc.settlementId, npc.body)?.buildings.get(npc.workplaceId)?.kind
  return kind === undefined || kind === 'cottage' ? null : kind
}

/** The next moment at which it is that hour, not too soon. */
function timeFrom(now: number, hour: number): number {
  const today = dayOf(now) * DAY_WORLD_SECONDS + hour * 3600
  return today >= now + LEAST_AHEAD ? today : today + DAY_WORLD_SECONDS
}
