/** Where a scene takes place, and where each of those in it stands. */
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import { isWithin } from '#core/near.ts'
import type { Npc, SkillRun } from '../npc/npc.ts'
import { aimInside, aimNear, findBuilding, standAtMark, yawTowards } from '../skills/places.ts'
import type { Moment } from '../skills/skill.ts'
import type { Village } from '../village.ts'
import { walkSpeedOf } from '../npc/walk-speed.ts'
import type { Death } from './happening.ts'
import type { HappeningDraft } from './draw-happening.ts'
import { graveOf } from './graves.ts'
import { findSpot } from './reap.ts'
import { brokenPlace, hurtPlace } from './storm.ts'
import { atLeg, scriptOf } from './scene-scripts.ts'
import type { Scene, Stop } from './scene.ts'
import { rowsOf } from './work-place.ts'

/** So near to its place people are in it, metres. */
const PLACE_METERS = 4
/** How far from the middle of it those stand who have no place of their own, metres. */
const ABOUT_METERS = 1.1
/** How far before a door, and round a grave, those stand who come, metres, and how far from each other, radians. */
const DOOR_METERS = 3.4
const GRAVE_METERS = 2.5
const APART_RADIANS = 0.4
/** Half of how far two stand apart who quarrel, metres. */
const FACE_METERS = 0.6
/** How far from each other those stand who work in a row, metres. */
const ROW_METERS = 1.5
/** How far from what they mend people stand, metres, and from each other, radians. */
const MEND_METERS = 1.7
const MEND_APART_RADIANS = 0.72
/** How fast one runs out into a storm when somebody cries, metres a second. */
const STORM_SPEED = 3.2
/** Times the walking pace of somebody who goes to have it out with somebody, and of those who hear it. */
const ANGRY_HASTE = 1.4
const CURIOUS_HASTE = 1.9
/** How many places of those who stand before a door the bier takes up. */
const BIER_PLACES = 1.5
/** How slowly one walks behind a bier, metres a second, and ticks between one and the next. */
const BIER_SPEED = 0.95
const FILE_TICKS = 24
/** Longer than any scene lasts, seconds. */
const SCENE_SECONDS = 600
/** Ticks that the bier is ahead of the first who follow it. */
const BIER_TICKS = 76

/** The places of a scene in order; empty when it has none. Of the dead only where they lie is asked for. */
export function stopsOf(village: Village, { claim, doer, sufferer }: HappeningDraft, deaths: readonly Death[]): Stop[] {
  const { plan, buildings } = village
  switch (claim.kind) {
    case 'theft': return doorOf(sufferer ? buildings.get(sufferer.homeId) : undefined)
    case 'birth': return doorOf(doer ? buildings.get(doer.homeId) : undefined)
    case 'death': return doorOf(sufferer ? buildings.get(sufferer.homeId) : undefined)
    case 'storm': return ahead(sufferer && buildings.get(sufferer.homeId), hurtPlace)
    case 'mending': return ahead(doer && buildings.get(doer.homeId), brokenPlace)
    case 'burial': {
      const death = deaths.find(({ npcId }) => npcId === claim.subject?.id)
      const grave = death && graveOf(plan, deaths, death)
      const house = death?.homeId ? doorOf(buildings.get(death.homeId)) : []
      return grave && house.length > 0 ? [...house, grave] : []
    }
    case 'harvest': {
      const spot = findSpot(plan, claim.place)
      return spot ? rowsOf(spot) : []
    }
    default: {
      const place = findPlace(village, claim.place)
      return place ? [place] : []
    }
  }
}

function ahead(building: BuildingPlan | null | undefined, placeOf: (building: BuildingPlan) => Stop): Stop[] {
  return building ? [placeOf(building)] : []
}

function doorOf(building: BuildingPlan | undefined): Stop[] {
  return building ? [{ x: building.doorX, z: building.doorZ, yaw: building.yaw }] : []
}

/** The place of a settlement that words name; null when it has none. */
function findPlace({ plan }: Village, words: string): Stop | null {
  if (words === 'the square') return { x: plan.x, z: plan.z, yaw: 0 }
  const building = plan.buildings.find(({ kind }) => words === `the ${kind}`)
  return doorOf(building)[0] ?? plan.spots.find(({ kind }) => words === `the ${kind}`) ?? null
}

/** Where a person of the scene stands now; null: anywhere about the middle. */
function markOf(scene: Scene, npc: Pick<Npc, 'id'>): Stop | null {
  const stands = atLeg(scriptOf(scene.claim.kind)!.stands, scene.leg)
  const rank = scene.company.indexOf(npc.id)
  const { length } = scene.company
  switch (stands) {
    case 'about': return null
    case 'face':
      // the two an arm apart, whoever would part them before them, the others a little off
      if (rank < 0) return towards(aside(scene, npc.id === scene.suffererId ? FACE_METERS : -FACE_METERS, 1.1), aside(scene, 0, 1.1))
      return rank === 0 ? towards(aside(scene, 0, 2), aside(scene, 0, 1.1)) : arc(scene, { place: rank - 1, of: length - 1, meters: DOOR_METERS + 0.8 })
    case 'door':
      // the first by the door itself, whoever it concerns beside it
      if (rank === 0) return aside(scene, 0.5, 0.5)
      if (rank < 0) return aside(scene, 1.4, 1.1)
      // beside a bier there is room for it
      if (rank === 1) return scene.claim.kind === 'burial' ? aside(scene, -3.6, 1.4) : aside(scene, -1.3, 1.1)
      return arc(scene, { place: rank - 2 + (scene.claim.kind === 'burial' ? BIER_PLACES : 0), of: length - 2, meters: DOOR_METERS + (rank % 2) * 0.9 })
    case 'grave':
      if (rank === 0) return aside(scene, 0.2, -2)
      if (rank === 1) return aside(scene, 2.4, -0.6)
      return rank < 0 ? aside(scene, 0, GRAVE_METERS - 0.5) : arc(scene, { place: rank - 2, of: length - 2, meters: GRAVE_METERS + (rank % 2) * 0.9 })
    case 'mend': {
      const angle = (rank + 1 - length / 2) * MEND_APART_RADIANS
      return aside(scene, Math.sin(angle) * MEND_METERS, Math.cos(angle) * MEND_METERS)
    }
    case 'row': {
      const place = aside(scene, (rank + 1 - length / 2) * ROW_METERS, 0)
      return { ...place, yaw: scene.yaw }
    }
  }
}

/** A place so far to the right of the scene's and so far before it, looking at it. */
function aside(scene: Stop, right: number, ahead: number): Stop {
  const [sin, cos] = [Math.sin(scene.yaw), Math.cos(scene.yaw)]
  const place = { x: scene.x + cos * right + sin * ahead, z: scene.z - sin * right + cos * ahead }
  return { ...place, yaw: yawTowards(place, scene) }
}

function towards(place: Stop, to: Stop): Stop {
  return { ...place, yaw: yawTowards(place, to) }
}

function arc(scene: Stop, { place, of, meters }: { place: number; of: number; meters: number }): Stop {
  const angle = (place - (of - 1) / 2) * APART_RADIANS
  return aside(scene, Math.sin(angle) * meters, Math.cos(angle) * meters)
}

/** Whether somebody is where the scene has them now. */
export function isThere(scene: Scene, npc: Npc): boolean {
  if (scene.inside.includes(npc.id)) return npc.indoors && npc.insideId === scene.houseId
  const mark = markOf(scene, npc)
  return !npc.indoors && isWithin(npc.body, mark ?? scene, scriptOf(scene.claim.kind)?.nearMeters ?? PLACE_METERS)
}

/** Whether it is a person's turn to set out: behind a bier one goes after the other. */
export function isTurnToGo(scene: Scene, npc: Npc, tick: number): boolean {
  if (scene.claim.kind !== 'burial' || scene.leg === 0) return true
  const rank = scene.company.indexOf(npc.id)
  // whoever draws the bier goes first, then whoever is nearest to the dead, then the one who speaks
  const order = rank === 1 ? 0 : rank < 0 ? 1 : rank === 0 ? 2 : rank + 1
  return tick >= scene.legTick + (order === 0 ? 0 : BIER_TICKS + order * FILE_TICKS)
}

/** What a quarrel is called by each of those in it. */
function nameQuarrel(run: SkillRun, { claim, company, doerId }: Scene, { id }: Npc): void {
  const rank = company.indexOf(id)
  const other = (id === doerId ? claim.target : claim.subject)?.name
  if (rank < 0) {
    run.doing = `quarrelling with ${other}`
    run.why = claim.cause === '' ? run.why : `there is something to be said ${claim.cause}`
    return
  }
  run.going = 'going to see what the shouting is'
  run.doing = rank === 0 ? `trying to part ${claim.subject?.name} and ${claim.target?.name}` : 'watching the quarrel'
  run.why = 'voices were raised'
}

/** Aims a walk of the person of this moment at where the scene has them. */
export function aimAtScene(moment: Moment, run: SkillRun, scene: Scene): void {
  const { npc, village } = moment
  const { going, doing, why } = atLeg(scriptOf(scene.claim.kind)!.words, scene.leg)
  // whoever is in it is let go when it is over
  run.seconds = SCENE_SECONDS
  run.going = going
  const house = scene.inside.includes(npc.id) ? findBuilding(village, scene.houseId) : null
  run.doing = scene.claim.kind === 'birth' && scene.doerId === npc.id ? 'lying in labour' : doing
  run.why = why
  const mark = markOf(scene, npc)
  if (house) aimInside(run, house)
  else if (mark) standAtMark(moment, run, mark)
  else aimNear(moment, run, scene, ABOUT_METERS)
  if (scene.claim.kind === 'burial' && scene.leg > 0) run.pace = BIER_SPEED
  if (scene.claim.kind === 'quarrel') nameQuarrel(run, scene, npc)
  if (scene.claim.kind === 'death' && scene.suffererId !== npc.id) {
    run.going = `going to the house of ${scene.claim.subject?.name}`
    run.doing = house ? `sitting with ${scene.claim.subject?.name}` : 'waiting before the house'
    run.why = `${scene.claim.subject?.name} is failing`
  }
  if (scene.claim.kind === 'quarrel') run.pace *= scene.company.includes(npc.id) ? CURIOUS_HASTE : ANGRY_HASTE
  if (scene.claim.kind === 'storm') run.pace = STORM_SPEED
  if (scene.claim.kind === 'death' && scene.suffererId === npc.id) run.pace = walkSpeedOf(npc) * 0.7
}
