/** The people of the scene: who is shown in full, who from afar, who fades; one door called once a frame. */
import { Color, Group } from 'three'
import { hashString, unitOf } from '#core/hash.ts'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { NpcId } from '#core/ids.ts'
import { damp, lerp, wrapAngle } from '#core/scalar.ts'
import type { CameraPose, Run } from '#session/session.ts'
import { carryingIn } from '#simulation/happenings/newborn.ts'
import type { Npc } from '#simulation/npc/npc.ts'
import { discomfortOf } from '#simulation/weather.ts'
import { lampLightAt } from '../settlements/lamp-light.ts'
import type { BodyShape } from './body-shape.ts'
import { composePerson, shapeOf, thingsOf, type PersonLook } from './compose-person.ts'
import { doingOf } from './gestures.ts'
import { heldBy } from './held.ts'
import { createPeopleBatch, type FaceLook, type PeopleBatch } from './people-batch.ts'
import { createMotion, moveBody, writeBones, type Drive, type PersonMotion } from './person-motion.ts'
import { createSoftShadows } from './soft-shadows.ts'
import type { Tool, TradeLook } from './trade-things.ts'

/** Metres within which people are drawn in full, and beyond which they are not drawn; people in full and from afar at once. */
const FULL_METERS = 42
/** The same where shading is plain. */
const PLAIN_FULL_METERS = 16
const SEEN_METERS = 500
const FULL_PEOPLE = 22
const FAR_PEOPLE = 72
/** How long someone takes to come into view or leave it at a door, as a half-life in seconds. */
const FADE_HALF_LIFE = 0.09

/** Time between two looks at who carries or holds what, seconds. */
const CARRY_SECONDS = 0.5
/** From how much rain or snow on people cover their heads, 0..1. */
const WET = 0.3
/** How much of its light a lantern throws on who carries it, 0..1. */
const OWN_LAMP = 0.8

/** Room in a batch for one person, in full and from afar. */
export const FULL_SIZE = { slotVertices: 3300, slotIndices: 14_400 }
/** As FULL_SIZE. */
export const FAR_SIZE = { slotVertices: 1240, slotIndices: 4950 }

type Shown = { id: NpcId; look: PersonLook; things: TradeLook; shape: BodyShape; motion: PersonMotion; drive: Drive; face: FaceLook; batch: PeopleBatch | null; slot: number; meters: number; frame: number; waited: number; riseX: number; riseZ: number }

/** All people near the camera. */
export type Crowd = { readonly root: Group; update(run: Run, camera: CameraPose, seconds: number, plain: boolean): void; dispose(): void }

/** Whether somebody at (dx, dz) metres from the eye is surely out of the picture, shadow and all. */
function isOutside({ yaw, pitch, fieldOfView, aspect }: CameraPose, dx: number, dz: number): boolean {
  const ahead = -dx * Math.sin(yaw) - dz * Math.cos(yaw)
  if (ahead < -2) return true
  // looking up or down, the sides of the picture lie wider over the ground
  const wide = (Math.tan((fieldOfView * Math.PI) / 360) * aspect) / Math.max(0.2, Math.cos(pitch) - 0.5 * Math.abs(Math.sin(pitch)))
  return Math.abs(dx * Math.cos(yaw) - dz * Math.sin(yaw)) > Math.max(0, ahead) * wide * 1.1 + 4
}

/** An empty crowd. */
export function createCrowd(): Crowd {
  const root = new Group()
  const full = createPeopleBatch({ slots: FULL_PEOPLE, ...FULL_SIZE })
  const far = createPeopleBatch({ slots: FAR_PEOPLE, ...FAR_SIZE })
  const shadows = createSoftShadows(FULL_PEOPLE + FAR_PEOPLE)
  root.add(full.mesh, far.mesh, shadows.mesh)
  const shown = new Map<NpcId, Shown>()
  const slope = { riseX: 0, riseZ: 0 }
  const at = { x: 0, y: 0, z: 0 }
  let frame = 0
  let carrying: ReadonlySet<NpcId> = new Set()
  let isWet = false
  const held = new Map<NpcId, Tool>()
  let sinceLooked = CARRY_SECONDS

  function leave(id: NpcId, person: Shown): void {
    person.batch?.free(person.slot)
    shown.delete(id)
  }

  function meet(npc: DeepReadonly<Npc>): Shown {
    const look: PersonLook = { appearance: npc.appearance, age: npc.age, female: npc.sex === 'female', trade: npc.trade, cloak: null, child: carrying.has(npc.id), holds: held.get(npc.id) ?? null, wet: isWet }
    const shape = shapeOf(look)
    const brow = new Color(npc.appearance.hair).multiplyScalar(0.6)
    const person: Shown = {
      id: npc.id, look, shape, things: thingsOf(look), motion: createMotion(unitOf(hashString(npc.id))),
      drive: { x: 0, y: 0, z: 0, yaw: 0, riseX: 0, riseZ: 0, doing: 'stand', sign: null, speaking: false, lively: 0.5, gazing: false, gazeX: 0, gazeY: 0, gazeZ: 0, tool: 'none' },
      face: { pleasure: 0, arousal: 0, lids: 1, mouth: 0, eyesX: 0, eyesY: 0, presence: 0, headY: shape.headY, headRadius: shape.headRadius, age: shape.stoop, brow: [brow.r, brow.g, brow.b], lamp: 0, armed: false },
      batch: null, slot: -1, meters: 0, frame, waited: 0, riseX: 0, riseZ: 0,
    }
    shown.set(npc.id, person)
    return person
  }

  /** Whether somebody carries, holds or wears something else now than what is drawn. */
  function isStale({ look }: Shown, id: NpcId): boolean {
    return look.child !== carrying.has(id) || look.holds !== (held.get(id) ?? null) || look.wet !== isWet
  }

  function dress(person: Shown, batch: PeopleBatch): void {
    person.look = { ...person.look, child: carrying.has(person.id), holds: held.get(person.id) ?? null, wet: isWet }
    person.things = thingsOf(person.look)
    const slot = batch.take(composePerson(person.look, batch === full))
    if (slot < 0) return
    person.batch?.free(person.slot)
    person.batch = batch
    person.slot = slot
  }

  /** Where everybody is in this picture; those too far are forgotten. Returns who most needs to be drawn anew. */
  function follow(run: Run, camera: CameraPose, fullMeters: number): Shown | null {
    let next: Shown | null = null
    for (const npc of run.world.npcs) {
      const { body } = npc
      let person = shown.get(npc.id)
      const meters = Math.hypot(body.x - camera.x, body.z - camera.z)
      const hidden = npc.indoors || meters > SEEN_METERS
      if (hidden && !(person && person.face.presence > 0.02)) {
        if (person) leave(npc.id, person)
        continue
      }
      person ??= meet(npc)
      person.frame = frame
      person.meters = meters
      steer(person, npc, run)
      person.face.presence = hidden ? Math.min(person.face.presence, 0.998) : person.face.presence
      person.drive.doing = hidden ? 'stand' : person.drive.doing
      person.waited = hidden ? -1 : Math.max(0, person.waited)
      const better = person.batch === null || isStale(person, npc.id) || (person.batch === far && meters < fullMeters) || (person.batch === full && meters > fullMeters * 1.25)
      if (better && !hidden && (next === null || meters < next.meters)) next = person
    }
    return next
  }

  function steer(person: Shown, npc: DeepReadonly<Npc>, run: Run): void {
    const { body } = npc
    const { drive } = person
    const { alpha, world } = run
    drive.x = lerp(body.previous.x, body.x, alpha)
    drive.y = lerp(body.previous.y, body.y, alpha)
    drive.z = lerp(body.previous.z, body.z, alpha)
    drive.yaw = body.previous.yaw + wrapAngle(body.yaw - body.previous.yaw) * alpha
    drive.doing = npc.skill?.phase === 'do' ? doingOf(npc.skill.skillId, npc.trade, npc.activity) : npc.skill?.skillId === 'flee-rain' ? 'shelter' : 'stand'
    drive.sign = npc.gesture && world.tick >= npc.gesture.fromTick && world.tick < npc.gesture.untilTick ? (npc.gesture.kind === 'wave' && person.look.holds === 'cup' ? 'lift' : npc.gesture.kind) : null
    drive.speaking = npc.speech !== null && world.tick >= npc.speech.fromTick && world.tick < npc.speech.untilTick
    drive.lively = Math.min(1, Math.max(0, 0.5 + 0.3 * (npc.temperament.extraversion ?? 0) + 0.3 * npc.mood.arousal))
    const skillId = npc.skill?.skillId
    const tool = person.things.tool
    person.face.armed = skillId === 'work' || skillId === 'tend' || tool === 'staff' || tool === 'crook' || (person.look.holds ?? null) !== null
    drive.tool = person.face.armed ? tool : 'none'
    person.face.pleasure = npc.mood.pleasure
    person.face.arousal = npc.mood.arousal
  }

  function aim(person: Shown, gazeId: string | null, run: Run, camera: CameraPose): void {
    const { drive } = person
    drive.gazing = false
    if (gazeId === null) return
    if (gazeId === 'player') {
      const { body } = run.world.player
      const first = camera.mode === 'first'
      drive.gazeX = first ? camera.x : lerp(body.previous.x, body.x, run.alpha)
      drive.gazeY = first ? camera.y : lerp(body.previous.y, body.y, run.alpha) + body.height * 0.92
      drive.gazeZ = first ? camera.z : lerp(body.previous.z, body.z, run.alpha)
      drive.gazing = true
      return
    }
    const other = shown.get(gazeId as NpcId)
    if (!other) return
    drive.gazeX = other.drive.x
    drive.gazeY = other.drive.y + other.shape.headY
    drive.gazeZ = other.drive.z
    drive.gazing = true
  }

  function draw(person: Shown, run: Run, camera: CameraPose, seconds: number): void {
    const { drive, motion, shape, face, batch } = person
    if (!batch) return
    const leaving = person.waited < 0
    face.presence = damp(face.presence, leaving ? 0 : 1.02, FADE_HALF_LIFE, seconds)
    if (!leaving && face.presence > 1) face.presence = 1
    const [dx, dz] = [drive.x - camera.x, drive.z - camera.z]
    const unseen = person.meters > 7 && isOutside(camera, dx, dz)
    const near = person.meters < 70
    // Those far off are moved every third picture only.
    person.waited = leaving ? -1 : person.waited + seconds
    batch.setSeen(person.slot, !unseen)
    if (unseen || (person.meters > 130 && (frame + person.slot) % 3 !== 0)) return
    if (near && (frame + person.slot) % 4 === 0) {
      const rise = run.ground.slopeAt(drive.x, drive.z, slope)
      person.face.lamp = Math.max(lampLightAt(drive.x, drive.z), person.things.tool === 'lantern' ? OWN_LAMP : 0)
      person.riseX = slope.riseX * rise
      person.riseZ = slope.riseZ * rise
    }
    drive.riseX = near ? person.riseX : 0
    drive.riseZ = near ? person.riseZ : 0
    moveBody(motion, shape, drive, leaving ? seconds : person.waited)
    if (!leaving) person.waited = 0
    at.x = drive.x - run.origin.x
    at.y = drive.y
    at.z = drive.z - run.origin.z
    writeBones(motion, shape, at, batch.rows, person.slot * batch.rowFloats)
    face.lids = motion.lids
    face.mouth = motion.mouth
    face.eyesX = motion.eyesX
    face.eyesY = motion.eyesY
    batch.writeFace(person.slot, face)
    if (person.meters < 220) shadows.put(at, drive, shape.height * (motion.doing === 'sit' || motion.doing === 'dine' ? 0.7 : 1), face.presence)
  }

  return {
    root,
    update(run, camera, seconds, plain) {
      frame++
      sinceLooked += seconds
      if (sinceLooked >= CARRY_SECONDS) {
        sinceLooked = 0
        carrying = carryingIn(run.world)
        isWet = discomfortOf(run.world.weather) > WET
        held.clear()
        for (const npc of run.world.npcs) {
          const tool = heldBy(run.world, npc)
          if (tool) held.set(npc.id, tool)
        }
      }
      const fullMeters = plain ? PLAIN_FULL_METERS : FULL_METERS
      const next = follow(run, camera, fullMeters)
      if (next) {
        const wanted = next.meters < fullMeters ? full : far
        if (next.batch !== wanted || isStale(next, next.id)) dress(next, wanted)
        if (!next.batch) dress(next, far)
      }
      shadows.begin()
      for (const npc of run.world.npcs) {
        const person = shown.get(npc.id)
        if (!person || person.frame !== frame) continue
        aim(person, npc.gazeId, run, camera)
        draw(person, run, camera, seconds)
      }
      for (const [id, person] of shown) if (person.frame !== frame) leave(id, person)
      shadows.end()
      full.upload()
      far.upload()
    },
    dispose() {
      full.dispose()
      far.dispose()
      shadows.dispose()
      shown.clear()
    },
  }
}
