/** The eye: in the head of the player or behind it, beside it in a talk; never below the ground, in a hill or in a house, and above the water unless one dives. */
import { clamp, damp, lerp, wrapAngle } from '#core/scalar.ts'
import { isInBridge } from '#simulation/physics/bridges.ts'
import { buildingsNear, isInside } from '#simulation/physics/collide.ts'
import { isInRoof } from '#simulation/physics/roofs.ts'
import type { Game } from './game.ts'
import { findTalkPartner } from './people.ts'

const EYE_METERS = 1.62
/** A swimmer's eyes above its feet: a hand above the surface. */
const SWIM_EYE_METERS = 1.55
const LIFT_METERS = 0.25
const BOOM_METERS = 4.6
/** To the right of the head, metres; in a talk to the left and nearer, so that both are seen beside the words. */
const SHOULDER_METERS = 0.55
const TALK_SHOULDER_METERS = -1.15
const TALK_BOOM_METERS = 2.7
/** Seconds in which half of the way to and from a talk's view is made. */
const FRAMING_SECONDS = 0.16
/** The farthest the eye is turned so that a talk stays clear of sheets, radians. */
const MOST_ASIDE = 0.6
const CLEARANCE_METERS = 0.35
/** Roofs have edges one may come nearer to; and under eaves the eye goes down by so much at most, in so many steps. */
const ROOF_CLEARANCE_METERS = 0.2
const STOOP_METERS = 0.6
const STOOP_STEPS = 6
const BOOM_STEPS = 12
/** How far up and down one can look, radians. */
const STEEPEST_LOOK = 1.45

/** Turns the look by what the player did since the last frame. */
export function turnLook(game: Game, yawRadians: number, pitchRadians: number): void {
  game.look.yaw = wrapAngle(game.look.yaw + yawRadians)
  game.look.pitch = clamp(game.look.pitch + pitchRadians, -STEEPEST_LOOK, STEEPEST_LOOK)
  // whoever moves the eye by hand is not turned any more
  if (yawRadians !== 0 || pitchRadians !== 0) game.framing.turn = 0
}

/** Places the eye for this frame, `seconds` after the last. */
export function placeCamera(game: Game, seconds: number): void {
  const { camera, run, look } = game
  camera.mode = game.settings.getState().camera
  camera.fieldOfView = game.settings.getState().fieldOfView
  frameTalk(game, seconds)
  camera.yaw = look.yaw
  camera.pitch = look.pitch
  if (game.flight) {
    camera.x = game.flight.x
    camera.y = game.flight.y
    camera.z = game.flight.z
    return
  }
  const { body } = run.world.player
  const x = lerp(body.previous.x, body.x, run.alpha)
  const y = lerp(body.previous.y, body.y, run.alpha) + (body.swimming ? SWIM_EYE_METERS : EYE_METERS)
  const z = lerp(body.previous.z, body.z, run.alpha)
  if (camera.mode === 'first') {
    camera.x = x
    camera.y = Math.max(y, run.ground.heightAt(x, z) + CLEARANCE_METERS)
    camera.z = z
  } else placeBehind(game, x, y + LIFT_METERS, z)
  turnClear(game, { x, z }, seconds)
}

/** Turns the eye, not the look, so that whoever is talked with stands in the middle of what no sheet covers. */
function turnClear({ camera, framing, run, settings }: Game, self: { x: number; z: number }, seconds: number): void {
  let left = 0
  let down = 0
  const partner = framing.free && run.world.npcs.find(({ id }) => id === framing.partnerId)
  if (framing.free && partner) {
    const { x, z } = partner.body
    const tall = 2 * Math.tan((camera.fieldOfView * Math.PI) / 360)
    // how far to the right of the look the person is seen from beside the player, who faces it
    const beside = wrapAngle(Math.atan2(self.x - x, self.z - z) - Math.atan2(camera.x - x, camera.z - z))
    left = clamp(Math.atan((framing.free.x - 0.5) * tall * camera.aspect) - beside, -MOST_ASIDE, MOST_ASIDE)
    down = clamp(Math.atan((0.5 - framing.free.y) * tall), -MOST_ASIDE, MOST_ASIDE)
  }
  const halfLife = settings.getState().reducedMotion ? 0 : FRAMING_SECONDS
  framing.left = halfLife === 0 ? left : damp(framing.left, left, halfLife, seconds)
  framing.down = halfLife === 0 ? down : damp(framing.down, down, halfLife, seconds)
  camera.yaw = wrapAngle(camera.yaw + framing.left)
  camera.pitch = clamp(camera.pitch - framing.down, -STEEPEST_LOOK, STEEPEST_LOOK)
}

/** Puts the eye at the end of a boom from the head; the boom shortens until the way is clear of ground and walls. */
function placeBehind(game: Game, x: number, y: number, z: number): void {
  const { camera, run, look, framing } = game
  const flat = Math.cos(look.pitch)
  const backX = Math.sin(look.yaw) * flat
  const backZ = Math.cos(look.yaw) * flat
  const up = -Math.sin(look.pitch)
  const boom = lerp(BOOM_METERS, TALK_BOOM_METERS, framing.aside)
  let shoulder = lerp(SHOULDER_METERS, TALK_SHOULDER_METERS, framing.aside)
  // where the other side is walled, one stays on this one
  if (shoulder < 0 && isWalled(run, x + Math.cos(look.yaw) * shoulder, y, z - Math.sin(look.yaw) * shoulder)) shoulder = SHOULDER_METERS
  const sideX = Math.cos(look.yaw) * shoulder
  const sideZ = -Math.sin(look.yaw) * shoulder
  // under low eaves the eye stoops rather than look out of the thatch
  const upright = y
  for (let step = 1; step <= STOOP_STEPS && isRoofed(run, x + sideX, y, z + sideZ); step++) y = upright - (step / STOOP_STEPS) * STOOP_METERS
  let reach = 0
  for (let step = 1; step <= BOOM_STEPS; step++) {
    const t = (step / BOOM_STEPS) * boom
    const eyeX = x + backX * t + sideX
    const eyeZ = z + backZ * t + sideZ
    const eyeY = y + up * t
    if (eyeY < run.ground.heightAt(eyeX, eyeZ) + CLEARANCE_METERS || isWalled(run, eyeX, eyeY, eyeZ) || isRoofed(run, eyeX, eyeY, eyeZ) || isInBridge(run.ground.bridges.at(eyeX, eyeZ), { x: eyeX, y: eyeY, z: eyeZ }, CLEARANCE_METERS)) break
    reach = t
  }
  camera.x = x + backX * reach + sideX
  camera.z = z + backZ * reach + sideZ
  camera.y = Math.max(y + up * reach, run.ground.floorAt(camera.x, camera.z, upright - EYE_METERS) + CLEARANCE_METERS)
}

function isWalled({ land }: Game['run'], x: number, y: number, z: number): boolean {
  return buildingsNear(land, x, z).some((building) => y > building.y - 1 && y < building.y + building.wallHeight && isInside(building, x, z, CLEARANCE_METERS))
}

function isRoofed({ land }: Game['run'], x: number, y: number, z: number): boolean {
  return buildingsNear(land, x, z).some((building) => isInRoof(building, { x, y, z }, ROOF_CLEARANCE_METERS))
}

/** Eases the eye to the side of a talk and back, and turns it to the person when the talk begins. */
function frameTalk(game: Game, seconds: number): void {
  const { framing, look, settings } = game
  const partner = findTalkPartner(game)
  if (partner && framing.partnerId !== partner.id) framing.turn = partner.bearing
  framing.partnerId = partner?.id ?? null
  const halfLife = settings.getState().reducedMotion ? 0 : FRAMING_SECONDS
  framing.aside = halfLife === 0 ? (partner ? 1 : 0) : damp(framing.aside, partner ? 1 : 0, halfLife, seconds)
  const rest = halfLife === 0 ? 0 : damp(framing.turn, 0, halfLife, seconds)
  look.yaw = wrapAngle(look.yaw + framing.turn - rest)
  framing.turn = rest
}
