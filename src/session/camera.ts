/** The eye: behind or in the head of the player, never below the ground or in a hill. */
import { clamp, lerp, wrapAngle } from '#core/scalar.ts'
import type { Game } from './game.ts'

const EYE_METERS = 1.62
const BOOM_METERS = 4.6
const SHOULDER_METERS = 0.55
const CLEARANCE_METERS = 0.35
/** How far up and down one can look, radians. */
const STEEPEST_LOOK = 1.45

/** Turns the look by what the player did since the last frame. */
export function turnLook(game: Game, yawRadians: number, pitchRadians: number): void {
  game.look.yaw = wrapAngle(game.look.yaw + yawRadians)
  game.look.pitch = clamp(game.look.pitch + pitchRadians, -STEEPEST_LOOK, STEEPEST_LOOK)
}

/** Places the eye for this frame. */
export function placeCamera(game: Game): void {
  const { camera, run, look } = game
  const { body } = run.world.player
  camera.mode = game.settings.getState().camera
  camera.fieldOfView = game.settings.getState().fieldOfView
  camera.yaw = look.yaw
  camera.pitch = look.pitch
  if (game.flight) {
    camera.x = game.flight.x
    camera.y = game.flight.y
    camera.z = game.flight.z
    return
  }
  const x = lerp(body.previous.x, body.x, run.alpha)
  const y = lerp(body.previous.y, body.y, run.alpha) + (body.swimming ? 0.5 : EYE_METERS)
  const z = lerp(body.previous.z, body.z, run.alpha)
  if (camera.mode === 'first') {
    camera.x = x
    camera.y = Math.max(y, run.ground.heightAt(x, z) + CLEARANCE_METERS)
    camera.z = z
    return
  }
  // the boom shortens until the way from the head to the eye is clear of the ground
  const flat = Math.cos(look.pitch)
  const backX = Math.sin(look.yaw) * flat
  const backZ = Math.cos(look.yaw) * flat
  const up = -Math.sin(look.pitch)
  const sideX = Math.cos(look.yaw) * SHOULDER_METERS
  const sideZ = -Math.sin(look.yaw) * SHOULDER_METERS
  let reach = 0
  for (let step = 1; step <= 12; step++) {
    const t = (step / 12) * BOOM_METERS
    const eyeY = y + 0.25 + up * t
    if (eyeY < run.ground.heightAt(x + backX * t + sideX, z + backZ * t + sideZ) + CLEARANCE_METERS) break
    reach = t
  }
  camera.x = x + backX * reach + sideX
  camera.z = z + backZ * reach + sideZ
  camera.y = Math.max(y + 0.25 + up * reach, run.ground.heightAt(camera.x, camera.z) + CLEARANCE_METERS)
}
