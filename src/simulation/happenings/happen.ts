/** What happens comes about: what it does to people, who saw it, and what they hold to be so from then on. */
import type { NpcId } from '#core/ids.ts'
import { isWithin } from '#core/near.ts'
import { nextFloat } from '#core/rng.ts'
import { clamp } from '#core/scalar.ts'
import type { Claim } from '../beliefs/claim.ts'
import { learn, noteKnownBy } from '../beliefs/learn.ts'
import { judge } from '../beliefs/tell.ts'
import { DAY_WORLD_SECONDS, dayOf } from '../clock.ts'
import { breakOff } from '../conversations/end-conversation.ts'
import { emit } from '../events.ts'
import { isAwake } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { changeRelation } from '../relations/change-relation.ts'
import { inherit } from '../trade/use-up.ts'
import type { World } from '../world.ts'
import type { Circle, HappeningDraft } from './draw-happening.ts'
import { burialAfter } from './burial-hour.ts'
import { mournerOf, spouseOf } from './company.ts'
import type { Gathering, Happening } from './happening.ts'
import { breakAt, draftShirker, holdAgainst, mendWith } from './mend.ts'
import { draftStormRescue } from './storm.ts'

/** Happenings the world keeps; what is older lives on in beliefs only. */
const MOST_KEPT = 200
/** How near others must be to see it, metres. */
const SEEN_METERS = 25
/** How many at most take note of somebody who passes through. */
const MOST_SEE_PASSERS = 3
/** From which hour to which there is supper after a harvest. */
const SUPPER_HOURS = { from: 18.5, to: 21.5 } as const
/** How far before the door of the inn a feast is, metres: guests stand in a ring there, and not along the wall. */
const FEAST_AHEAD_METERS = 4
/** How long people come together for a feast or to mourn, world seconds. */
const GATHERING_SECONDS = 3 * 3600

/** Lets a drawn happening happen at `worldSeconds`. */
export function happen(world: World, circle: Circle, draft: HappeningDraft, worldSeconds: number): Happening {
  const { doer, sufferer, claim, importance, good } = draft
  const { chronicle } = world
  const happening: Happening = { id: chronicle.nextId++, settlementId: circle.plan.id, worldSeconds, claim, doerId: doer?.id ?? null, sufferId: sufferer?.id ?? null, importance, good }
  chronicle.happenings.push(happening)
  if (chronicle.happenings.length > MOST_KEPT) chronicle.happenings.shift()
  const witnesses = drawWitnesses(circle, draft)
  befall(world, circle, happening, draft)
  for (const npc of witnesses) believe(world, npc, happening, witnesses)
  // at the grave everybody knows that everybody knows
  const death = claim.kind === 'burial' ? chronicle.happenings.findLast((other) => other.claim.kind === 'death' && other.claim.subject?.id === claim.subject?.id) : undefined
  if (death) for (const npc of witnesses) believe(world, npc, death, witnesses)
  const next = followUp(circle, draft)
  emit(world, { type: 'happening', happening: structuredClone(happening), witnessIds: witnesses.filter((npc) => world.npcs.includes(npc)).map(({ id }) => id) })
  if (next) happen(world, circle, next, worldSeconds)
  return happening
}

/** What comes of it at once: whoever a storm hurt is helped, and of mending it is told who did not come. */
function followUp(circle: Circle, draft: HappeningDraft): HappeningDraft | null {
  return draft.claim.kind === 'storm' ? draftStormRescue(draft) : draft.claim.kind === 'mending' ? draftShirker(circle, draft) : null
}

/** Those who were in it, those of the house, kin, those near; of a theft only the thief, the one who was robbed, and at times one who saw it. */
function drawWitnesses({ rng, people }: Circle, { claim, doer, sufferer, company }: HappeningDraft): Npc[] {
  const involved = [...new Set([doer, sufferer, ...company].filter((npc) => npc !== null))]
  const one = (list: readonly Npc[]): Npc[] => (list.length === 0 ? [] : [list[Math.floor(nextFloat(rng) * list.length)]!])
  const others = people.filter((npc) => !involved.includes(npc))
  if (claim.kind === 'theft') {
    const strangers = others.filter(({ homeId }) => homeId !== doer?.homeId)
    const near = strangers.filter((npc) => doer !== null && !npc.indoors && isAwake(npc) && isWithin(npc.body, doer.body, SEEN_METERS))
    return [...involved, ...(nextFloat(rng) < 0.6 ? one(near.length > 0 ? near : strangers) : [])]
  }
  // whoever was asked to come to a grave or into the field was there; of a gift only the two know
  if (claim.kind === 'burial' || claim.kind === 'harvest' || claim.kind === 'gift' || claim.kind === 'mending' || claim.kind === 'shirked') return involved
  // whoever is about sees who passes through
  if (claim.kind === 'passer') {
    const about = others.filter((npc) => !npc.indoors && isAwake(npc)).slice(0, MOST_SEE_PASSERS)
    return about.length > 0 ? about : one(others)
  }
  const seen = others.filter((npc) => involved.some((other) => other.homeId === npc.homeId) || (isAwake(npc) && involved.some(({ body }) => isWithin(body, npc.body, SEEN_METERS))))
  // kin in other houses are sent word at once
  if (claim.kind === 'birth' || claim.kind === 'death') return [...involved, ...others.filter((npc) => involved.some((other) => other.homeId === npc.homeId || isKin(npc, other)))]
  return [...involved, ...seen.slice(0, 3), ...one(others.filter((npc) => !seen.includes(npc)))]
}

function believe(world: World, npc: Npc, happening: Happening, witnesses: readonly Npc[]): void {
  const { claim } = happening
  const isTheft = claim.kind === 'theft'
  // whoever was robbed finds the goods gone, and no more
  const seen: Claim = isTheft && npc.id === happening.sufferId ? { ...claim, subject: null } : claim
  const belief = learn(npc, { topic: `happening:${happening.id}`, claim: seen, confidence: 1, importance: happening.importance, secrecy: isTheft && npc.id === happening.doerId ? 1 : 0, source: null, root: { happeningId: happening.id, firstId: npc.id }, hops: 0, mutations: [], happenedSeconds: happening.worldSeconds }, happening.worldSeconds)
  if (!isTheft) for (const other of witnesses) if (other !== npc) noteKnownBy(belief, other.id)
  judge(world, npc, belief)
}

/** What it does at once: to feelings between people, needs, moods, and to who is there. */
function befall(world: World, circle: Circle, happening: Happening, { doer, sufferer, company }: HappeningDraft): void {
  const { claim, worldSeconds } = happening
  switch (claim.kind) {
    case 'birth':
      if (!doer) return
      world.chronicle.births.push({ homeId: doer.homeId, parentId: doer.id, otherParentId: spouseOf(circle.people, doer)?.id ?? null, given: claim.object, sex: claim.cause === 'a girl' ? 'female' : 'male', worldSeconds, visitorIds: [] })
      doer.needs.rest = clamp(doer.needs.rest - 0.3, 0, 1)
      return
    case 'death':
      if (!sufferer) return
      callTogether(world, circle, { kind: 'mourning', words: `to mourn ${sufferer.given}`, fromSeconds: worldSeconds, untilSeconds: worldSeconds + GATHERING_SECONDS })
      inherit(sufferer, mournerOf(circle.people.filter((npc) => npc !== sufferer), sufferer.id))
      bury(world, sufferer, worldSeconds)
      return
    case 'feast':
      callTogether(world, circle, { kind: 'feast', words: `the feast at ${claim.place}`, fromSeconds: worldSeconds, untilSeconds: worldSeconds + GATHERING_SECONDS })
      return
    case 'theft':
      if (!doer || !sufferer) return
      sufferer.needs.safety = clamp(sufferer.needs.safety - 0.5, 0, 1)
      changeRelation(doer, sufferer.id, { fear: 0.1, reason: 'they must not find out' })
      return
    case 'quarrel':
      if (!doer || !sufferer) return
      feud(doer, sufferer, claim)
      feud(sufferer, doer, claim)
      return
    case 'harvest':
      if (!doer) return
      doer.needs.duty = clamp(doer.needs.duty + happening.good * 0.3, 0, 1)
      if (happening.good > 0 && / (?:field|orchard)$/.test(claim.place)) {
        const day = dayOf(worldSeconds) * DAY_WORLD_SECONDS
        callTogether(world, circle, { kind: 'feast', words: 'the harvest supper', fromSeconds: Math.max(worldSeconds, day + SUPPER_HOURS.from * 3600), untilSeconds: day + SUPPER_HOURS.to * 3600 })
      }
      return
    case 'burial': {
      const death = world.chronicle.deaths.find(({ npcId }) => npcId === claim.subject?.id)
      if (death) death.isBuried = true
      return
    }
    case 'gift':
      if (doer && sufferer) changeRelation(sufferer, doer.id, { warmth: 0.06, familiarity: 0.02, reason: `they brought ${claim.object} ${claim.cause}` })
      return
    case 'rescue':
      if (!doer || !sufferer) return
      changeRelation(sufferer, doer.id, { warmth: 0.3, trust: 0.25, respect: 0.3, debt: 0.5, familiarity: 0.1, reason: `they helped me at ${claim.place}` })
      changeRelation(doer, sufferer.id, { warmth: 0.1, debt: -0.5, familiarity: 0.1, reason: `I helped them at ${claim.place}` })
      sufferer.needs.safety = clamp(sufferer.needs.safety - 0.4, 0, 1)
      return
    case 'storm':
      if (!sufferer) return
      sufferer.needs.shelter = clamp(sufferer.needs.shelter - 0.4, 0, 1)
      breakAt(world, circle, sufferer, happening)
      return
    case 'mending':
      if (doer) mendWith(world, doer, company, happening)
      return
    case 'shirked':
      if (doer && sufferer) holdAgainst(sufferer, doer, claim.object)
      return
    default:
  }
}

function isKin(npc: Npc, other: Npc): boolean {
  return npc.relations.some(({ otherId, kinship }) => otherId === other.id && kinship !== null)
}

/** A quarrel between two who are already at odds is a feud. */
function feud(npc: Npc, other: Npc, claim: Claim): void {
  const before = npc.relations.find(({ otherId }) => otherId === other.id)?.warmth ?? 0
  changeRelation(npc, other.id, { warmth: before < 0 ? -0.45 : -0.3, trust: -0.1, fear: npc.temperament.neuroticism > 0.2 ? 0.15 : 0, reason: `we quarrelled ${claim.cause}` })
}

function callTogether(world: World, { plan }: Circle, { kind, ...when }: Pick<Gathering, 'kind' | 'words' | 'fromSeconds' | 'untilSeconds'>): void {
  const place = plan.buildings.find((building) => building.kind === (kind === 'feast' ? 'inn' : 'shrine'))
  const ahead = kind === 'feast' ? FEAST_AHEAD_METERS : 0
  const [x, z] = place ? [place.doorX + Math.sin(place.yaw) * ahead, place.doorZ + Math.cos(place.yaw) * ahead] : [plan.x, plan.z]
  world.chronicle.gatherings.push({ settlementId: plan.id, kind, x, z, ...when })
}

/** The dead leave the world and are not drawn again. */
function bury(world: World, npc: Npc, worldSeconds: number): void {
  breakOff(world, npc)
  world.chronicle.deaths.push({ npcId: npc.id, given: npc.given, family: npc.family, worldSeconds, age: npc.age, sex: npc.sex, homeId: npc.homeId, burialSeconds: burialAfter(worldSeconds), isBuried: false })
  world.npcs.splice(world.npcs.indexOf(npc), 1)
  forgetWays(world, npc.id)
}

/** Nobody goes to see, waits for or looks at somebody who is gone. */
function forgetWays(world: World, id: NpcId): void {
  for (const npc of world.npcs) {
    if (npc.gazeId === id) npc.gazeId = null
    if (npc.gesture?.toId === id) npc.gesture = null
    if (npc.skill?.followId === id || npc.skill?.targetId === id) npc.skill = null
    if (npc.intention?.targetId === id) npc.intention = null
  }
}
