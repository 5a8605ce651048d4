/** Carrying out a skill: the way there, the doing, the end. */
import { findTalkToJoin } from '../conversations/circle.ts'
import { TICKS_PER_SECOND } from '../clock.ts'
import { reappraise } from '../affect/feel.ts'
import { emit } from '../events.ts'
import { findPath } from '../paths/find-path.ts'
import { findStandingRoom } from '../paths/standing-room.ts'
import { placeBody } from '../physics/create-body.ts'
import { SKILLS } from '../skills/index.ts'
import type { Moment, Skill } from '../skills/skill.ts'
import { findBuilding } from '../skills/places.ts'
import { discomfortOf } from '../weather.ts'
import { SKILL_IDS, type SkillId } from '../skills/skill-id.ts'
import type { Npc, SkillRun } from './npc.ts'
import { eatUp, workUp } from '../trade/use-up.ts'
import { walkSpeedOf } from './walk-speed.ts'

/** Farther than any way point: nothing is nearer yet. */
const FAR_METERS = 1e9
/** Ticks in which one must come nearer to the next way point: three seconds. */
const STUCK_TICKS = 60
/** How often a way is looked for again before the walk is given up. */
const MOST_RETRIES = 5
/** A follower looks for the other one again so often, ticks. */
const FOLLOW_TICKS = 10
/** Farther than this nobody is followed. */
const FOLLOW_METERS = 90
/** Farther behind than this a companion runs, metres and metres a second. */
const KEEP_UP_METERS = 4.5
const KEEP_UP_SPEED = 4
/** Ways looked for in one tick, by everybody together: the rest waits a tick. */
const PATHS_PER_TICK = 3
/** Skills that others take note of, each once a day. */
const NOTEWORTHY: readonly SkillId[] = ['work', 'visit', 'pray', 'gather', 'accompany', 'go-to']
/** Skills in which what was felt is looked at again. */
const CALMING: readonly SkillId[] = ['pray', 'sit', 'withdraw', 'visit']
/** How near others must be to take note. */
const WITNESS_METERS = 18
/** Within this distance of the next way point one turns to the one after it. */
const POINT_METERS = 0.45

/** From how much rain or snow on one hurries, 0..1, and times the walking pace. */
const WET = 0.3
const WET_HASTE = 1.4

/** So near to an occupied place is there. */
const CROWDED_METERS = 2

const room = { x: 0, z: 0 }
let pathsLeft = PATHS_PER_TICK

/** Allows a new tick's worth of ways to be looked for. */
export function allowPaths(): void {
  pathsLeft = PATHS_PER_TICK
}

/** Begins a skill; false when it cannot be done, in which case nothing changes. */
export function startSkill(moment: Moment, skill: Skill, targetId: string | null): boolean {
  const { npc, world } = moment
  const run: SkillRun = {
    skillId: skill.id, targetX: npc.body.x, targetZ: npc.body.z, targetId, phase: 'walk', startedTick: world.tick, untilTick: 0, path: [], going: '', doing: '', why: '',
    seconds: 10, reach: 0.5, insideId: null, facing: null, followId: null, pace: walkSpeedOf(npc) * (discomfortOf(world.weather) > WET ? WET_HASTE : 1), nearestMeters: FAR_METERS, nearestTick: world.tick, retries: 0,
  }
  if (!skill.start(moment, run)) return false
  if (npc.skill) endSkill(moment, 'interrupted')
  npc.skill = run
  npc.activity = run.going
  npc.why = run.why
  if (npc.indoors && run.insideId === npc.insideId) beginDoing(moment, run)
  else if (npc.indoors) leaveBuilding(moment)
  return true
}

/** Ends the skill of a person. */
function endSkill(moment: Moment, result: 'done' | 'failed' | 'interrupted'): void {
  const { npc, world } = moment
  const run = npc.skill
  if (!run) return
  npc.lastEndedTicks[SKILL_IDS.indexOf(run.skillId)] = world.tick
  npc.skill = null
  // a quiet hour puts things in a milder light
  if (result === 'done' && CALMING.includes(run.skillId)) reappraise(npc, { worldSeconds: world.worldSeconds, share: 0.65 })
  if (npc.toldSkills.includes(run.skillId) && (run.skillId === 'go-to' || run.skillId === 'accompany')) {
    emit(world, { type: 'skill-end', npcId: npc.id, skillId: run.skillId, activity: run.doing, result, witnessIds: [npc.id] })
  }
}

/** Brings the skill of a person on by a tick, as far as deciding goes: bodies are moved elsewhere. */
export function stepSkill(moment: Moment): void {
  const { npc, world } = moment
  const run = npc.skill
  if (!run) return
  if (npc.conversationId !== null || world.tick < npc.affect.frozenUntilTick) {
    // a talk, or a memory that comes back, stops the clock of whatever one was at
    run.untilTick++
    run.nearestTick = world.tick
    return
  }
  if (run.phase === 'do') {
    if (world.tick >= run.untilTick) finishDoing(moment, run)
    return
  }
  if (run.followId !== null && world.tick % FOLLOW_TICKS === 0 && !follow(moment, run)) return
  const dx = run.targetX - npc.body.x
  const dz = run.targetZ - npc.body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters <= run.reach) beginDoing(moment, run)
  else if (run.path.length === 0) lookForPath(moment, run)
  else followPath(moment, run)
}

/** The place is reached: the doing begins. */
export function beginDoing(moment: Moment, run: SkillRun): void {
  const { npc, world } = moment
  const skill = skillOf(run.skillId)
  if (skill.arrive && !skill.arrive(moment, run)) {
    endSkill(moment, 'failed')
    return
  }
  run.phase = 'do'
  run.path.length = 0
  run.untilTick = world.tick + Math.round(run.seconds * TICKS_PER_SECOND)
  if (run.insideId !== null) enterBuilding(moment, run)
  npc.activity = run.doing
  npc.why = run.why
  tell(moment, run)
}

/** The doing is over: another leg, or the end. */
export function finishDoing(moment: Moment, run: SkillRun): void {
  if (run.skillId === 'work') workUp(moment.npc)
  if (run.skillId === 'eat') eatUp(moment.world, moment.npc, run.insideId)
  if (!skillOf(run.skillId).onward?.(moment, run)) {
    endSkill(moment, 'done')
    return
  }
  const { npc, world } = moment
  run.phase = 'walk'
  run.path.length = 0
  run.retries = 0
  run.nearestMeters = FAR_METERS
  run.nearestTick = world.tick
  npc.activity = run.going
  npc.why = run.why
  if (run.followId !== null) follow(moment, run)
}

function skillOf(id: SkillId): Skill {
  return SKILLS[SKILL_IDS.indexOf(id)]!
}

function enterBuilding({ npc, village, env }: Moment, run: SkillRun): void {
  const building = findBuilding(village, run.insideId)
  if (!building) return
  npc.indoors = true
  npc.insideId = building.id
  placeBody(npc.body, building.doorX, env.ground.heightAt(building.doorX, building.doorZ), building.doorZ)
}

function leaveBuilding(moment: Moment): void {
  const { npc, village, env } = moment
  const building = findBuilding(village, npc.insideId)
  npc.indoors = false
  npc.insideId = null
  if (!building) return
  npc.body.yaw = building.yaw + Math.PI
  placeBody(npc.body, building.doorX, env.ground.heightAt(building.doorX, building.doorZ), building.doorZ)
}

/** Tells of a doing that others saw, once a day for each skill. */
function tell({ npc, world }: Moment, run: SkillRun): void {
  if (!NOTEWORTHY.includes(run.skillId)) return
  const day = Math.floor(world.worldSeconds / 86_400)
  if (npc.toldDay !== day) {
    npc.toldDay = day
    npc.toldSkills.length = 0
  }
  if (npc.toldSkills.includes(run.skillId)) return
  npc.toldSkills.push(run.skillId)
  const witnessIds = [npc.id]
  for (const other of world.npcs) {
    if (other === npc || other.indoors || npc.indoors) continue
    if ((other.body.x - npc.body.x) ** 2 + (other.body.z - npc.body.z) ** 2 < WITNESS_METERS * WITNESS_METERS) witnessIds.push(other.id)
  }
  emit(world, { type: 'skill-start', npcId: npc.id, skillId: run.skillId, activity: run.doing, why: run.why, witnessIds })
}

/** Keeps after somebody who moves; false when that is over. */
function follow(moment: Moment, run: SkillRun): boolean {
  const { npc, world } = moment
  const other: Npc | undefined = world.npcs.find((person) => person.id === run.followId)
  const body = run.followId === 'player' ? world.player.body : other?.body
  const far = body ? (body.x - npc.body.x) ** 2 + (body.z - npc.body.z) ** 2 > FOLLOW_METERS * FOLLOW_METERS : true
  if (!body || far || other?.indoors === true || (run.skillId === 'talk' && other?.conversationId !== null && findTalkToJoin(world, npc, FOLLOW_METERS)?.friend !== other)) {
    endSkill(moment, 'failed')
    return false
  }
  // who walks along with somebody runs to keep up
  if (run.skillId === 'accompany') run.pace = (body.x - npc.body.x) ** 2 + (body.z - npc.body.z) ** 2 > KEEP_UP_METERS * KEEP_UP_METERS ? KEEP_UP_SPEED : walkSpeedOf(npc) * 1.3
  if ((body.x - run.targetX) ** 2 + (body.z - run.targetZ) ** 2 > 1) {
    run.targetX = body.x
    run.targetZ = body.z
    run.path.length = 0
    run.nearestMeters = FAR_METERS
  }
  return true
}

function lookForPath(moment: Moment, run: SkillRun): void {
  const { npc, village, world } = moment
  if (pathsLeft <= 0) return
  pathsLeft--
  if (!findPath(village.grid, npc.body, { x: run.targetX, z: run.targetZ }, run.path)) {
    endSkill(moment, 'failed')
    return
  }
  run.nearestMeters = FAR_METERS
  run.nearestTick = world.tick
}

function followPath(moment: Moment, run: SkillRun): void {
  const { npc, world } = moment
  const dx = run.path[0]! - npc.body.x
  const dz = run.path[1]! - npc.body.z
  const meters = Math.sqrt(dx * dx + dz * dz)
  if (meters < POINT_METERS) {
    run.path.splice(0, 2)
    run.nearestMeters = FAR_METERS
    run.nearestTick = world.tick
    // the last way point is as near as one can get
    if (run.path.length === 0 && run.followId === null) beginDoing(moment, run)
  } else if (meters < run.nearestMeters - 0.15) {
    run.nearestMeters = meters
    run.nearestTick = world.tick
  } else if (world.tick - run.nearestTick > STUCK_TICKS) {
    // somebody stands where this one wanted to: beside them is near enough
    if (run.path.length === 2 && meters < CROWDED_METERS && run.insideId === null) beginDoing(moment, run)
    else tryAgain(moment, run)
  }
}

/** Held up: another way, then a step aside onto open ground, then something else to do. */
function tryAgain(moment: Moment, run: SkillRun): void {
  const { npc, village, env, world } = moment
  run.path.length = 0
  run.nearestMeters = FAR_METERS
  run.nearestTick = world.tick
  run.retries++
  if (run.retries > MOST_RETRIES) endSkill(moment, 'failed')
  else if (run.retries > 2) {
    findStandingRoom(village, npc.body.x, npc.body.z, room)
    if (room.x !== npc.body.x || room.z !== npc.body.z) placeBody(npc.body, room.x, env.ground.heightAt(room.x, room.z), room.z)
  }
}
