/** Being up at night, out of doors, for a while: with a child that will not sleep, with grief, or with somebody one is fond of. */
import { hashCell, hashString, unitOf } from '#core/hash.ts'
import { DAY_WORLD_SECONDS, dayOf, hourOf } from '../clock.ts'
import type { Birth } from '../happenings/happening.ts'
import { findMourned } from '../happenings/mourned.ts'
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { isFree } from './company.ts'
import { aimAtSeat, aimNear, aimUnderEaves, doorwayOf, findBuilding, yawTowards } from './places.ts'
import { findPerson, rainNow, weigh, type Skill } from './skill.ts'

/** Sub-seed of nights. */
const NIGHT_LAYER = 0x6e69_6768
/** Between which hours a night brings somebody up, hours after noon, how long, hours, and on which share of nights. */
const UP = { from: 10.5, to: 16, hours: 0.8, share: 0.65 } as const
/** The hours of those who are fond of each other. */
const COURTING = { from: 21.1, to: 22.8, share: 0.6 } as const
/** Ages at which one courts, how far apart they may be, and how fond both must be. */
const COURTING_AGES = { from: 17, to: 46, apart: 14 } as const
const FOND = 0.22
/** How long a child keeps its parents up, and grief those who mourn, days. */
const CHILD_DAYS = 20
const GRIEF_DAYS = 4
/** Half of how far apart two stand who are fond of each other, metres, and how far they go from the middle. */
const CLOSE_METERS = 0.42
const APART_METERS = 26
/** What is worth more than sleep, and what keeps one from going to bed. */
const WAKES = 1.3
const KEEPS = 0.97

/** Be up at night. */
export const vigil: Skill = {
  id: 'vigil',
  label: ({ npc, world }) => (courtedBy(world, npc) ? 'meet somebody when the others have gone in' : 'get up, since there is no sleep'),
  weigh(moment, weights) {
    const { npc, world, hour } = moment
    if (npc.age < COURTING_AGES.from || (hour < 21 && hour > 5)) return
    if (isCourtingHour(hour) && courtedBy(world, npc)) weigh(weights, 'somebody waits', KEEPS)
    else if (isUpNow(world, npc)) {
      if (childOf(world, npc)) weigh(weights, 'the child cries', WAKES)
      else if (mournedBy(world, npc)) weigh(weights, 'grief lets nobody sleep', WAKES)
    }
  },
  start(moment, run) {
    const { npc, world, village, hour } = moment
    const home = findBuilding(village, npc.homeId)
    const other = isCourtingHour(hour) ? courtedBy(world, npc) : undefined
    run.seconds = 30
    if (other) {
      if (!isFree(other) && !other.indoors) return false
      const [first, second] = npc.id < other.id ? [npc, other] : [other, npc]
      const angle = unitOf(hashCell(hashString(first.id), hashString(second.id))) * Math.PI * 2
      const middle = { x: village.plan.x + Math.sin(angle) * APART_METERS, z: village.plan.z + Math.cos(angle) * APART_METERS }
      const side = npc === first ? CLOSE_METERS : -CLOSE_METERS
      aimNear(moment, run, { x: middle.x + Math.cos(angle) * side, z: middle.z - Math.sin(angle) * side }, 0)
      run.facing = yawTowards({ x: run.targetX, z: run.targetZ }, { x: run.targetX - Math.cos(angle) * side, z: run.targetZ + Math.sin(angle) * side })
      run.going = `slipping out to meet ${other.given}`
      run.doing = `whispering with ${other.given}`
      run.why = `${other.given} waits, and nobody need know`
      return true
    }
    const child = childOf(world, npc)
    const mourned = child ? undefined : mournedBy(world, npc)
    if (!home || !(child ?? mourned)) return false
    if (rainNow(moment) > 0.2) aimUnderEaves(run, doorwayOf(home))
    else if (mourned) aimAtSeat(run, doorwayOf(home))
    else aimNear(moment, run, { x: home.doorX + Math.sin(home.yaw) * 1.6, z: home.doorZ + Math.cos(home.yaw) * 1.6 }, 1.4)
    run.going = 'going out before the house'
    run.doing = child ? `catching some air, while little ${child.given} cries` : rainNow(moment) > 0.2 ? 'standing in the door, awake' : 'sitting on the doorstep, awake'
    run.why = child ? `little ${child.given} will not sleep` : `${mourned!.given} is missed, the most at night`
    return true
  },
}

function isCourtingHour(hour: number): boolean {
  return hour >= COURTING.from && hour < COURTING.to
}

/** Whether this is the part of this night in which a person who has reason to is up. */
function isUpNow({ worldSeconds }: World, { id }: Npc): boolean {
  const night = dayOf(worldSeconds - DAY_WORLD_SECONDS / 2)
  const dice = hashCell(hashString(id), NIGHT_LAYER, night)
  if (unitOf(dice) >= UP.share) return false
  const since = hourOf(worldSeconds - DAY_WORLD_SECONDS / 2) - (UP.from + unitOf(hashCell(dice, 1)) * (UP.to - UP.from))
  return since >= 0 && since < UP.hours
}

/** The youngest child of a person, while it keeps the house awake; undefined for none. */
function childOf({ chronicle, worldSeconds }: World, { id }: Npc): Birth | undefined {
  const birth = chronicle.births.findLast(({ parentId, otherParentId }) => parentId === id || otherParentId === id)
  return birth && worldSeconds - birth.worldSeconds < CHILD_DAYS * DAY_WORLD_SECONDS ? birth : undefined
}

function mournedBy(world: World, npc: Npc): ReturnType<typeof findMourned> {
  const death = findMourned(world, npc)
  return death && world.worldSeconds - death.worldSeconds < GRIEF_DAYS * DAY_WORLD_SECONDS && npc.relations.some(({ otherId, kinship }) => otherId === death.npcId && kinship !== null) ? death : undefined
}

/** With whom a person meets this night; undefined for nobody: both are free, fond of each other the most, and it is such a night. */
function courtedBy(world: World, npc: Npc): Npc | undefined {
  const other = favouriteOf(world, npc)
  if (!other || favouriteOf(world, other) !== npc) return undefined
  const night = dayOf(world.worldSeconds - DAY_WORLD_SECONDS / 2)
  const [first, second] = npc.id < other.id ? [npc, other] : [other, npc]
  return unitOf(hashCell(hashString(first.id), hashString(second.id), NIGHT_LAYER, night)) < COURTING.share ? other : undefined
}

/** Whom an unmarried person likes best among the unmarried who are no kin; undefined for nobody. */
function favouriteOf(world: World, npc: Npc): Npc | undefined {
  if (npc.age < COURTING_AGES.from || npc.age > COURTING_AGES.to) return undefined
  let best: Npc | undefined
  let most = FOND
  for (const { otherId, kinship, warmth } of npc.relations) {
    if (kinship === 'spouse') return undefined
    if (kinship !== null || warmth <= most) continue
    const other = findPerson(world, otherId)
    if (!other || other.homeId === npc.homeId || other.settlementId !== npc.settlementId || Math.abs(other.age - npc.age) > COURTING_AGES.apart || other.age < COURTING_AGES.from || other.age > COURTING_AGES.to || other.relations.some((relation) => relation.kinship === 'spouse')) continue
    best = other
    most = warmth
  }
  return best
}
