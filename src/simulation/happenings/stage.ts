/** Near the player a theft, a quarrel, a rescue and a feast are played out with bodies, words and gestures, and have happened when they are over. */
import type { ActorId } from '#core/ids.ts'
import { hashCell } from '#core/hash.ts'
import { createRng, type Rng } from '#core/rng.ts'
import type { ClaimKind } from '../beliefs/claim.ts'
import { sayAsNpc } from '../conversations/say.ts'
import type { WorldEnv } from '../env.ts'
import { isAwake } from '../npc/perceive.ts'
import type { Gesture, Npc } from '../npc/npc.ts'
import { walkSpeedOf } from '../npc/walk-speed.ts'
import { findVillage, type Village } from '../village.ts'
import type { World } from '../world.ts'
import type { Circle, HappeningDraft } from './draw-happening.ts'
import { findScene } from './find-scene.ts'
import { happen } from './happen.ts'
import { sceneLine, type SceneLine } from './scene-lines.ts'
import { sceneTarget, type Scene } from './scene.ts'

/** How near the player must be for something to be played out, metres. */
const STAGE_METERS = 60
/** So near to its place people are in it, metres; and how near those around look up. */
const PLACE_METERS = 4
const LOOK_METERS = 16
/** How near one must come to help somebody up, metres. */
const HAND_METERS = 1.7
/** Ticks that people may take to come together: a minute and a half of play. */
const LONGEST_WAY_TICKS = 1800
/** Ticks after which whoever is there is in it, whatever they are at. */
const LATE_TICKS = 400
/** Haste of a thief who leaves and of one who comes to help, metres a second. */
const HASTE = 3.4
/** Ticks between toasts at a feast by the player: half a minute of play. */
const TOAST_TICKS = 560
/** How far guests stand from where the feast is, metres. */
const FEAST_METERS = 9

/** One thing that is done: by whom, with which gesture and words, and how long it takes, ticks. */
type Beat = { by: 'doer' | 'sufferer'; to: 'doer' | 'sufferer' | null; gesture: Gesture['kind'] | null; line: SceneLine | null; ticks: number; /** Whether whoever does it runs to the place first. */ hurries?: boolean }

const QUARREL: readonly Beat[] = [
  { by: 'doer', to: 'sufferer', gesture: 'shake', line: 'opening', ticks: 90 },
  { by: 'sufferer', to: 'doer', gesture: 'shrug', line: 'reply', ticks: 80 },
  { by: 'doer', to: 'sufferer', gesture: 'shake', line: 'retort', ticks: 80 },
  { by: 'sufferer', to: 'doer', gesture: 'shake', line: 'end', ticks: 70 },
]
const RESCUE: readonly Beat[] = [
  { by: 'sufferer', to: null, gesture: 'fall', line: 'cry', ticks: 60 },
  { by: 'doer', to: null, gesture: 'wave', line: 'coming', ticks: 20 },
  { by: 'doer', to: 'sufferer', gesture: null, line: null, ticks: 10, hurries: true },
  { by: 'doer', to: 'sufferer', gesture: 'reach', line: 'lift', ticks: 90 },
  { by: 'sufferer', to: 'doer', gesture: 'bow', line: 'thanks', ticks: 80 },
]
const THEFT: readonly Beat[] = [
  { by: 'doer', to: null, gesture: 'startle', line: null, ticks: 30 },
  { by: 'doer', to: null, gesture: 'reach', line: null, ticks: 60 },
]
const FEAST: readonly Beat[] = [{ by: 'doer', to: null, gesture: 'wave', line: 'call', ticks: 60 }]
const BEATS: { readonly [K in ClaimKind]?: readonly Beat[] } = { quarrel: QUARREL, rescue: RESCUE, theft: THEFT, feast: FEAST }
/** Who must stand at the place before it begins. */
const FIRST: { readonly [K in ClaimKind]?: ReadonlyArray<'doer' | 'sufferer'> } = { quarrel: ['doer', 'sufferer'], rescue: ['sufferer'], theft: ['doer'], feast: ['doer'] }

/** Begins to play out what was drawn, where the player is near enough to see it and those in it are free; false otherwise. */
export function stage(world: World, village: Village, draft: HappeningDraft, due: { word: number; seconds: number }): boolean {
  const { claim, doer, sufferer, importance, good } = draft
  const cast = castOf(claim.kind, { doer, sufferer })
  const place = placeOf(village, draft)
  if (!cast || !place || (place.x - world.player.body.x) ** 2 + (place.z - world.player.body.z) ** 2 > STAGE_METERS * STAGE_METERS) return false
  if (cast.some((npc) => npc.fidelity !== 'near' || !isAwake(npc) || npc.conversationId !== null || findScene(world, npc) !== undefined)) return false
  const scene: Scene = { word: due.word, settlementId: village.plan.id, dueSeconds: due.seconds, claim, doerId: doer?.id ?? null, suffererId: sufferer?.id ?? null, importance, good, x: place.x, z: place.z, startedTick: world.tick, beat: -1, nextTick: world.tick }
  world.chronicle.scenes.push(scene)
  return true
}

/** Brings every scene on by a tick. */
export function updateScenes(world: World, env: WorldEnv): void {
  if (world.chronicle.scenes.length > 0) for (const scene of world.chronicle.scenes) updateScene(world, env, scene)
  if (world.tick % TOAST_TICKS === 0) toast(world)
}

/** Lets all that is being played out have happened: nobody is there to see the rest. */
export function endScenes(world: World, env: WorldEnv): void {
  for (const scene of world.chronicle.scenes) endScene(world, env, scene)
}

function updateScene(world: World, env: WorldEnv, scene: Scene): void {
  const actors = { doer: find(world, scene.doerId), sufferer: find(world, scene.suffererId) }
  const { kind } = scene.claim
  const cast = castOf(kind, actors)
  const { body } = world.player
  const isFar = (scene.x - body.x) ** 2 + (scene.z - body.z) ** 2 > (STAGE_METERS * 1.5) ** 2
  if (!cast || isFar || world.tick - scene.startedTick > LONGEST_WAY_TICKS * 2) {
    endScene(world, env, scene)
    return
  }
  if (scene.beat < 0) {
    const first = (FIRST[kind] ?? []).map((part) => actors[part]!)
    for (const npc of first) call(world, scene, npc)
    // whoever happens to be there already has still to turn to it
    const isLate = world.tick - scene.startedTick > LATE_TICKS
    if (first.every((npc) => isThere(npc, scene) && npc.conversationId === null && (isLate || npc.skill?.targetId === sceneTarget(scene)))) {
      scene.beat = 0
      scene.nextTick = world.tick + 10
    } else if (world.tick - scene.startedTick > LONGEST_WAY_TICKS) endScene(world, env, scene)
    return
  }
  if (world.tick < scene.nextTick) return
  const beat = BEATS[kind]?.[scene.beat]
  if (!beat) {
    endScene(world, env, scene)
    return
  }
  const npc = actors[beat.by]!
  const to = beat.to === null ? null : actors[beat.to]
  // whoever was drawn into a talk is waited for
  if (npc.conversationId !== null) return
  // whoever went off meanwhile, or is still to come, is fetched
  if (!(beat.hurries && to ? isBeside(npc, to) : isThere(npc, scene)) && (npc.id !== scene.doerId || kind !== 'rescue' || beat.to !== null)) {
    call(world, scene, npc)
    if (beat.hurries && npc.skill?.targetId === sceneTarget(scene)) npc.skill.pace = Math.max(npc.skill.pace, HASTE)
    return
  }
  play(world, scene, { npc, to }, beat)
  scene.beat++
  scene.nextTick = world.tick + beat.ticks
}

function play(world: World, scene: Scene, { npc, to }: { npc: Npc; to: Npc | null }, beat: Beat): void {
  npc.gazeId = to?.id ?? null
  npc.affect.frozenUntilTick = Math.max(npc.affect.frozenUntilTick, world.tick + beat.ticks)
  if (to) {
    npc.body.yaw = Math.atan2(npc.body.x - to.body.x, npc.body.z - to.body.z)
    to.gazeId = npc.id
    to.affect.frozenUntilTick = Math.max(to.affect.frozenUntilTick, world.tick + beat.ticks)
  }
  if (beat.gesture === 'fall') npc.affect.frozenUntilTick = world.tick + LONGEST_WAY_TICKS
  if (beat.gesture) npc.gesture = { kind: beat.gesture, toId: to?.id ?? null, fromTick: world.tick, untilTick: world.tick + (beat.gesture === 'fall' ? LONGEST_WAY_TICKS : beat.ticks) }
  // who is helped up stands again
  if (beat.gesture === 'reach' && to?.gesture?.kind === 'fall') to.gesture.untilTick = world.tick + beat.ticks
  if (beat.line && !npc.indoors) speak(world, scene, npc, beat.line)
  if (scene.claim.kind === 'theft') return
  // those around look up
  for (const other of world.npcs) {
    if (other === npc || other === to || other.indoors || other.conversationId !== null || !isAwake(other) || (other.body.x - npc.body.x) ** 2 + (other.body.z - npc.body.z) ** 2 > LOOK_METERS * LOOK_METERS) continue
    other.gazeId = npc.id
    if (scene.beat === 0) other.gesture ??= { kind: 'startle', toId: npc.id, fromTick: world.tick, untilTick: world.tick + 24 }
  }
}

function speak(world: World, scene: Scene, npc: Npc, line: SceneLine): void {
  sayAsNpc(world, npc, { text: sceneLine(rngOf(scene, 1), line, scene.claim), source: 'builtin' })
}

/** It is over, and has happened. */
function endScene(world: World, env: WorldEnv, scene: Scene): void {
  world.chronicle.scenes = world.chronicle.scenes.filter((other) => other !== scene)
  const doer = find(world, scene.doerId)
  const sufferer = find(world, scene.suffererId)
  const people = world.npcs.filter((npc) => npc.settlementId === scene.settlementId && !npc.frozen)
  const village = people[0] ? findVillage(env.land, scene.settlementId, people[0].body) : null
  for (const npc of [doer, sufferer]) if (npc) release(world, scene, npc)
  if (!village || !castOf(scene.claim.kind, { doer, sufferer })) return
  const { claim, importance, good } = scene
  const circle: Circle = { rng: rngOf(scene, 0), people, plan: village.plan, isStormy: false }
  happen(world, circle, { claim, doer, sufferer, importance, good }, scene.dueSeconds)
  if (claim.kind === 'theft' && scene.beat >= 0) getAway(world, scene, doer, sufferer)
}

/** The thief hurries off, and whoever was robbed cries out where they can be heard. */
function getAway(world: World, scene: Scene, doer: Npc | null, sufferer: Npc | null): void {
  if (doer) doer.intention = { skillId: 'withdraw', targetId: null, reason: 'they must not find out', untilTick: world.tick + 600 }
  if (!sufferer || sufferer.indoors || sufferer.conversationId !== null || !isAwake(sufferer)) return
  sufferer.gesture = { kind: 'startle', toId: null, fromTick: world.tick, untilTick: world.tick + 40 }
  sayAsNpc(world, sufferer, { text: sceneLine(rngOf(scene, 2), 'loss', scene.claim), source: 'builtin' })
}

/** At a feast by the player somebody lifts a cup now and then. */
function toast(world: World): void {
  const feast = world.chronicle.gatherings.find(({ kind, fromSeconds, untilSeconds }) => kind === 'feast' && fromSeconds <= world.worldSeconds && world.worldSeconds < untilSeconds)
  const { body } = world.player
  if (!feast || (feast.x - body.x) ** 2 + (feast.z - body.z) ** 2 > STAGE_METERS * STAGE_METERS) return
  const guests = world.npcs.filter((npc) => !npc.indoors && npc.conversationId === null && npc.skill?.skillId === 'gather' && (npc.body.x - feast.x) ** 2 + (npc.body.z - feast.z) ** 2 < FEAST_METERS * FEAST_METERS)
  const rng = createRng(hashCell(world.tick, feast.fromSeconds))
  const guest = guests[Math.floor(guests.length * (hashCell(world.tick, 3) / 4294967296))]
  if (!guest || guests.length < 2) return
  guest.gesture = { kind: 'wave', toId: null, fromTick: world.tick, untilTick: world.tick + 44 }
  sayAsNpc(world, guest, { text: sceneLine(rng, 'toast', { kind: 'feast', subject: null, target: null, object: '', count: 1, place: '', cause: '', denied: false }), source: 'builtin' })
}

/** Sends somebody on the way, once. */
function call(world: World, scene: Scene, npc: Npc): void {
  if (npc.skill?.targetId === sceneTarget(scene) || npc.conversationId !== null) return
  npc.intention = { skillId: 'go-to', targetId: sceneTarget(scene), reason: REASONS[scene.claim.kind] ?? 'there is something to do there', untilTick: world.tick + 200 }
}
const REASONS: { readonly [K in ClaimKind]?: string } = { quarrel: 'there is something to be said', rescue: 'something calls me there', theft: 'nobody seems to be looking', feast: 'the table is laid' }

function release(world: World, scene: Scene, npc: Npc): void {
  if (npc.skill?.targetId === sceneTarget(scene)) npc.skill.untilTick = Math.min(npc.skill.untilTick, world.tick + 20)
  if (npc.intention?.targetId === sceneTarget(scene)) npc.intention = null
  if (npc.skill) npc.skill.pace = Math.min(npc.skill.pace, walkSpeedOf(npc) * 1.5)
  npc.affect.frozenUntilTick = Math.min(npc.affect.frozenUntilTick, world.tick)
  if (npc.gesture?.kind === 'fall') npc.gesture = null
}

function castOf(kind: ClaimKind, { doer, sufferer }: { doer: Npc | null; sufferer: Npc | null }): Npc[] | null {
  if (!BEATS[kind]) return null
  if (!doer || (kind !== 'feast' && !sufferer)) return null
  // nothing happens to whoever is frozen
  if (doer.frozen || sufferer?.frozen) return null
  // of a theft only the thief is in it
  return kind === 'quarrel' || kind === 'rescue' ? [doer, sufferer!] : [doer]
}

/** Where it takes place: at the door of who is robbed, else where the claim says. */
function placeOf({ plan, buildings }: Village, { claim, sufferer }: HappeningDraft): { x: number; z: number } | null {
  if (claim.kind === 'theft') {
    const home = sufferer ? buildings.get(sufferer.homeId) : undefined
    return home ? { x: home.doorX, z: home.doorZ } : null
  }
  if (claim.place === 'the square') return { x: plan.x, z: plan.z }
  const building = plan.buildings.find(({ kind }) => claim.place === `the ${kind}`)
  if (building) return { x: building.doorX, z: building.doorZ }
  const spot = plan.spots.find(({ kind }) => claim.place === `the ${kind}`)
  return spot ? { x: spot.x, z: spot.z } : null
}

function isThere({ body, indoors }: Npc, { x, z }: Scene): boolean {
  return !indoors && (body.x - x) ** 2 + (body.z - z) ** 2 < PLACE_METERS * PLACE_METERS
}

/** Near enough to lend a hand, or as near as the way leads. */
function isBeside(npc: Npc, to: Npc): boolean {
  return !npc.indoors && ((npc.body.x - to.body.x) ** 2 + (npc.body.z - to.body.z) ** 2 < HAND_METERS * HAND_METERS || (npc.skill?.skillId === 'go-to' && npc.skill.phase === 'do'))
}

function find(world: World, id: ActorId | null): Npc | null {
  return id === null ? null : (world.npcs.find((npc) => npc.id === id) ?? null)
}

function rngOf(scene: Scene, purpose: number): Rng {
  return createRng(hashCell(scene.word, scene.beat, purpose))
}
