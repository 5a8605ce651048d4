/** Near the player what happens is played out with bodies, words and gestures, and has happened when it is over. */
import { hashCell } from '#core/hash.ts'
import { isWithin } from '#core/near.ts'
import { createRng, type Rng } from '#core/rng.ts'
import { sayAsNpc } from '../conversations/say.ts'
import type { WorldEnv } from '../env.ts'
import { isAwake } from '../npc/perceive.ts'
import type { Npc } from '../npc/npc.ts'
import { walkSpeedOf } from '../npc/walk-speed.ts'
import { findPerson } from '../skills/skill.ts'
import { NOT_FOUND_OUT } from '../skills/withdraw.ts'
import { findVillage, type Village } from '../village.ts'
import type { World } from '../world.ts'
import { createCircle, type HappeningDraft } from './draw-happening.ts'
import { findScene } from './find-scene.ts'
import { happen } from './happen.ts'
import { isThere, isTurnToGo, stopsOf } from './scene-marks.ts'
import { sceneLine, type SceneLine } from './scene-lines.ts'
import { scriptOf, atLeg, type Beat, type Part, type Script } from './scene-scripts.ts'
import { isAimedAt, sceneTarget, type Scene } from './scene.ts'
import { callInside } from './call-inside.ts'
import { toast } from './toast.ts'

/** What those are at who have waited for a child, once it has come. */
const JOYFUL = 'looking at the newborn child'
/** How far raised voices bring people, metres. */
const HEARD_METERS = 40
/** How near those around look up, metres. */
const LOOK_METERS = 16
/** How near one must come to help somebody up, metres. */
const HAND_METERS = 1.7
/** Ticks that somebody who fell lies there at most: a minute and a half of play. */
const LONGEST_FALL_TICKS = 1800
/** Ticks after which whoever is there is in it, whatever they are at. */
const LATE_TICKS = 400
/** Share of those who come that are waited for, and how long at most, ticks. */
const MOST_OF_THEM = 0.7
const PATIENCE_TICKS = 2200
/** Ticks between two looks at whether those who come are on their way. */
const CALL_TICKS = 12
/** Haste of a thief who leaves and of one who comes to help, metres a second. */
const HASTE = 3.4

/** Whether the player is near enough to a place of what was drawn to see it played out. */
export function isInSight(world: World, village: Village, draft: HappeningDraft): boolean {
  const script = scriptOf(draft.claim.kind)
  return script !== undefined && stopsOf(village, draft, world.chronicle.deaths).some((stop) => isWithin(stop, world.player.body, script.meters))
}

/** Begins to play out what was drawn, where the player is near enough to see it and those in it are free; false otherwise. */
export function stage(world: World, village: Village, draft: HappeningDraft, due: { word: number; seconds: number }): boolean {
  const { claim, doer, sufferer, importance, good } = draft
  const script = scriptOf(claim.kind)
  const [place, ...stops] = stopsOf(village, draft, world.chronicle.deaths)
  if (!script || !place || !isInSight(world, village, draft)) return false
  const isFree = (npc: Npc): boolean => (script.sendsFor || (npc.fidelity === 'near' && npc.conversationId === null)) && isAwake(npc) && findScene(world, npc) === undefined
  // whoever is at hand takes the part of who is not, but somebody must be
  const company = draft.company.filter((npc) => isFree(npc) && (claim.kind !== 'quarrel' || isWithin(npc.body, place, HEARD_METERS)))
  if (company.length < Math.min(script.least ?? 2, draft.company.length)) return false
  // out in a storm whoever is nearest comes first
  if (claim.kind === 'storm') company.sort((a, b) => metersTo(a, place) - metersTo(b, place))
  const cast = castOf(script, { doer, sufferer, company })
  if (!cast || !cast.every(isFree) || (claim.kind === 'death' && sufferer?.indoors)) return false
  const houseId = (claim.kind === 'birth' || claim.kind === 'mending' ? doer : claim.kind === 'death' || claim.kind === 'storm' ? sufferer : null)?.homeId ?? null
  world.chronicle.scenes.push({
    word: due.word, settlementId: village.plan.id, dueSeconds: due.seconds, claim, doerId: doer?.id ?? null, suffererId: sufferer?.id ?? null, company: company.map(({ id }) => id), importance, good, ...place, stops, leg: 0, legTick: world.tick,
    houseId, inside: claim.kind === 'birth' && doer ? [doer.id] : [], startedTick: world.tick, beat: -1, nextTick: world.tick,
  })
  return true
}

function metersTo({ body }: Npc, { x, z }: { x: number; z: number }): number {
  return Math.hypot(body.x - x, body.z - z)
}

/** Brings every scene on by a tick. */
export function updateScenes(world: World, env: WorldEnv): void {
  if (world.chronicle.scenes.length > 0) for (const scene of world.chronicle.scenes) updateScene(world, env, scene)
  toast(world)
  callInside(world)
}

/** Lets all that is being played out have happened: nobody is there to see the rest. */
export function endScenes(world: World, env: WorldEnv): void {
  for (const scene of world.chronicle.scenes) endScene(world, env, scene)
}

type Actors = { doer: Npc | null; sufferer: Npc | null; company: readonly Npc[] }

function actorsOf(world: World, { doerId, suffererId, company }: Scene): Actors {
  return { doer: findPerson(world, doerId) ?? null, sufferer: findPerson(world, suffererId) ?? null, company: company.flatMap((id) => findPerson(world, id) ?? []) }
}

/** Whoever has that part; undefined for nobody. Those who come keep their numbers when one of them is gone. */
function actorOf(world: World, scene: Scene, part: Part): Npc | undefined {
  return findPerson(world, part === 'doer' ? scene.doerId : part === 'sufferer' ? scene.suffererId : (scene.company[part] ?? null))
}

/** All without whom it cannot go on; null when one of them is missing, or frozen: nothing happens to them. */
function castOf({ beats, first, least = 2 }: Script, { doer, sufferer, company }: Actors): Npc[] | null {
  const needed = new Set<Part>([...first, ...beats.flatMap(({ by, to }) => [by, to])].filter((part) => part !== null && (typeof part === 'string' || part < least)) as Part[])
  const cast = [...needed].map((part) => (part === 'doer' ? doer : part === 'sufferer' ? sufferer : (company[part] ?? null)))
  return cast.every((npc) => npc !== null && !npc.frozen) ? (cast as Npc[]) : null
}

function updateScene(world: World, env: WorldEnv, scene: Scene): void {
  const script = scriptOf(scene.claim.kind)
  const actors = actorsOf(world, scene)
  const { body } = world.player
  const isSeen = [scene, ...(actors.doer ? [actors.doer.body] : []), ...scene.stops.slice(0, 1)].some((place) => isWithin(place, body, script ? script.meters * 1.5 : 0))
  if (!script || !castOf(script, actors) || !isSeen || world.tick - scene.startedTick > script.mostTicks) {
    endScene(world, env, scene)
    return
  }
  if (world.tick % CALL_TICKS === 0) for (const npc of scene.beat < (script.joinsAt ?? -1) ? [] : comersOf(actors)) if (!isThere(scene, npc)) call(world, scene, npc)
  if (scene.beat < 0) begin(world, env, scene, script)
  else if (world.tick >= scene.nextTick) goOn(world, env, scene, script)
}

/** Those who are to be there all the time: where many come, whoever it is up to as well. */
function comersOf({ doer, company }: Actors): Npc[] {
  return company.length > 0 && doer ? [doer, ...company] : [...company]
}

/** Waits for those who must be there. */
function begin(world: World, env: WorldEnv, scene: Scene, { first, mostTicks }: Script): void {
  const people = first.flatMap((part) => actorOf(world, scene, part) ?? [])
  for (const npc of people) call(world, scene, npc)
  // whoever happens to be there already has still to turn to it
  const isLate = world.tick - scene.startedTick > LATE_TICKS
  if (people.every((npc) => isThere(scene, npc) && npc.conversationId === null && (isLate || npc.skill?.targetId === sceneTarget(scene, npc.id)))) {
    scene.beat = 0
    scene.nextTick = world.tick + 10
  } else if (world.tick - scene.startedTick > mostTicks / 2) endScene(world, env, scene)
}

/** Plays the next beat, once whoever it is up to is where they should be. */
function goOn(world: World, env: WorldEnv, scene: Scene, { beats, waits, least = 2 }: Script): void {
  const beat = beats[scene.beat]
  if (!beat) {
    endScene(world, env, scene)
    return
  }
  const npc = actorOf(world, scene, beat.by)
  const to = beat.to === null ? null : (actorOf(world, scene, beat.to) ?? null)
  if (beat.leg !== undefined && beat.leg > scene.leg) moveOn(world, scene)
  // fewer have come than there are parts
  if (!npc) {
    scene.beat++
    return
  }
  if (beat.house === 'leave') scene.inside = scene.inside.filter((id) => id !== npc.id)
  // whoever was drawn into a talk is waited for
  if (npc.conversationId !== null) return
  // whoever went off meanwhile, or is still to come, is fetched
  if (!beat.anywhere && !(beat.hurries && to && typeof beat.by === 'string' ? isBeside(npc, to) : isThere(scene, npc))) {
    // where it goes on without those who only may come
    if (waits !== undefined && typeof beat.by === 'number' && beat.by >= least && world.tick > scene.nextTick + waits) {
      scene.beat++
      return
    }
    call(world, scene, npc)
    if (beat.hurries && npc.skill?.targetId === sceneTarget(scene, npc.id)) npc.skill.pace = Math.max(npc.skill.pace, HASTE)
    return
  }
  if (beat.together && world.tick - scene.legTick < PATIENCE_TICKS && !areMostThere(world, scene)) return
  play(world, scene, { npc, to }, beat)
  if (beat.house === 'enter' && scene.houseId !== null) scene.inside.push(npc.id)
  scene.beat++
  scene.nextTick = world.tick + beat.ticks
}

function areMostThere(world: World, scene: Scene): boolean {
  const { company } = actorsOf(world, scene)
  return company.filter((npc) => isThere(scene, npc)).length >= company.length * MOST_OF_THEM
}

/** The scene goes on to its next place; whoever looked at somebody looks where they go. */
function moveOn(world: World, scene: Scene): void {
  const [next, ...rest] = scene.stops
  scene.leg++
  scene.legTick = world.tick
  if (next) Object.assign(scene, next)
  scene.stops = rest
  for (const npc of comersOf(actorsOf(world, scene))) npc.gazeId = null
}

function play(world: World, scene: Scene, { npc, to }: { npc: Npc; to: Npc | null }, beat: Beat): void {
  const untilTick = world.tick + beat.ticks
  if (beat.gesture || beat.line) npc.affect.frozenUntilTick = Math.max(npc.affect.frozenUntilTick, untilTick)
  npc.gazeId = to?.id ?? null
  if (to) {
    npc.body.yaw = Math.atan2(npc.body.x - to.body.x, npc.body.z - to.body.z)
    to.gazeId = npc.id
    to.affect.frozenUntilTick = Math.max(to.affect.frozenUntilTick, untilTick)
  }
  if (beat.gesture === 'fall') npc.affect.frozenUntilTick = world.tick + LONGEST_FALL_TICKS
  if (beat.gesture) npc.gesture = { kind: beat.gesture, toId: to?.id ?? null, fromTick: world.tick, untilTick: beat.gesture === 'fall' ? world.tick + LONGEST_FALL_TICKS : untilTick }
  // who is helped up stands again
  if (beat.gesture === 'reach' && to?.gesture?.kind === 'fall') to.gesture.untilTick = untilTick
  // what was waited for has come
  if (beat.line === 'born') for (const other of actorsOf(world, scene).company) if (other.skill && !other.indoors && isAimedAt(other.skill.targetId, scene)) other.activity = other.skill.doing = JOYFUL
  if (beat.line && !npc.indoors) speak(world, scene, npc, beat.line)
  if (scene.claim.kind !== 'theft' && (beat.line || beat.gesture)) lookUp(world, scene, { npc, to }, beat)
}

/** Those around look up, and those who came do their part. */
function lookUp(world: World, scene: Scene, { npc, to }: { npc: Npc; to: Npc | null }, beat: Beat): void {
  for (const other of world.npcs) {
    if (other === npc || other === to || other.indoors || other.conversationId !== null || !isAwake(other) || !isWithin(other.body, npc.body, LOOK_METERS)) continue
    const rank = scene.company.indexOf(other.id)
    const isOfIt = rank >= 0 || other.id === scene.doerId
    other.gazeId = npc.id
    // one after the other, as people are
    const fromTick = world.tick + (isOfIt ? 6 + ((rank + 2) % 4) * 7 : 0)
    if (isOfIt && beat.all) other.gesture = { kind: beat.all, toId: npc.id, fromTick, untilTick: fromTick + 50 }
    else if (!isOfIt && scene.beat === 0) other.gesture ??= { kind: 'startle', toId: npc.id, fromTick, untilTick: fromTick + 24 }
  }
}

function speak(world: World, scene: Scene, npc: Npc, line: SceneLine): void {
  const kinship = npc.relations.find(({ otherId }) => otherId === scene.claim.subject?.id)?.kinship ?? null
  const sex = world.chronicle.deaths.find(({ npcId }) => npcId === scene.claim.subject?.id)?.sex ?? null
  sayAsNpc(world, npc, { text: sceneLine(createRng(scene.word), line, scene.claim, { turn: scene.beat, kin: kinship === 'parent' && sex !== null ? (sex === 'female' ? 'mother' : 'father') : null }), source: 'builtin' })
}

/** It is over, and has happened. */
function endScene(world: World, env: WorldEnv, scene: Scene): void {
  world.chronicle.scenes = world.chronicle.scenes.filter((other) => other !== scene)
  const { doer, sufferer, company } = actorsOf(world, scene)
  const people = world.npcs.filter((npc) => npc.settlementId === scene.settlementId && !npc.frozen)
  const village = people[0] ? findVillage(env.land, scene.settlementId, people[0].body) : null
  for (const npc of [doer, sufferer, ...company]) if (npc) release(world, scene, npc)
  const { claim, importance, good } = scene
  // nothing happens to whoever is frozen meanwhile, or gone
  if (!village || [[scene.doerId, doer], [scene.suffererId, sufferer]].some(([id, npc]) => id !== null && (npc as Npc | null)?.frozen !== false)) return
  happen(world, createCircle(world, { rng: rngOf(scene, 0), people, plan: village.plan, worldSeconds: scene.dueSeconds }), { claim, doer, sufferer, company: [...company], importance, good }, scene.dueSeconds)
  if (claim.kind === 'theft' && scene.beat >= 0) getAway(world, scene, doer, sufferer)
  if (claim.kind === 'quarrel' && scene.beat > 0 && doer && sufferer) for (const [npc, other] of [[doer, sufferer], [sufferer, doer]] as const) goHome(world, npc, `I have had enough of ${other.given} for today`)
  // the father stays with mother and child
  if (claim.kind === 'birth' && company[1]?.homeId === doer?.homeId && company[1]) goHome(world, company[1], `little ${claim.object} has only just been born`)
}

function goHome(world: World, npc: Npc, reason: string): void {
  npc.intention = { skillId: 'withdraw', targetId: null, reason, untilTick: world.tick + 600 }
}

/** The thief hurries off, and whoever was robbed cries out where they can be heard. */
function getAway(world: World, scene: Scene, doer: Npc | null, sufferer: Npc | null): void {
  if (doer) doer.intention = { skillId: 'withdraw', targetId: null, reason: NOT_FOUND_OUT, untilTick: world.tick + 600 }
  if (!sufferer || sufferer.indoors || sufferer.conversationId !== null || !isAwake(sufferer)) return
  sufferer.gesture = { kind: 'startle', toId: null, fromTick: world.tick, untilTick: world.tick + 40 }
  sayAsNpc(world, sufferer, { text: sceneLine(rngOf(scene, 2), 'loss', scene.claim), source: 'builtin' })
}

/** Sends somebody on the way, once, when it is their turn. */
function call(world: World, scene: Scene, npc: Npc): void {
  const targetId = sceneTarget(scene, npc.id)
  if (npc.skill?.targetId === targetId || npc.conversationId !== null || npc.frozen || !isTurnToGo(scene, npc, world.tick)) return
  npc.intention = { skillId: 'go-to', targetId, reason: atLeg(scriptOf(scene.claim.kind)!.words, scene.leg).why, untilTick: world.tick + 200 }
  // whoever stands somewhere for it already is let go on
  if (isAimedAt(npc.skill?.targetId ?? null, scene)) npc.skill = null
}

function release(world: World, scene: Scene, npc: Npc): void {
  if (npc.skill && isAimedAt(npc.skill.targetId, scene)) npc.skill.untilTick = Math.min(npc.skill.untilTick, world.tick + 20)
  if (npc.intention && isAimedAt(npc.intention.targetId, scene)) npc.intention = null
  if (npc.skill) npc.skill.pace = Math.min(npc.skill.pace, walkSpeedOf(npc) * 1.5)
  npc.affect.frozenUntilTick = Math.min(npc.affect.frozenUntilTick, world.tick)
  if (npc.gesture?.kind === 'fall') npc.gesture = null
}

/** Near enough to lend a hand, or as near as the way leads. */
function isBeside(npc: Npc, to: Npc): boolean {
  return !npc.indoors && (isWithin(npc.body, to.body, HAND_METERS) || (npc.skill?.skillId === 'go-to' && npc.skill.phase === 'do'))
}

function rngOf(scene: Scene, purpose: number): Rng {
  return createRng(hashCell(scene.word, scene.beat, purpose))
}
