/** New bodies, and bodies put somewhere else. */
import type { Body } from './body.ts'

/** A body at rest; metres and radians. */
export function createBody(pose: { x: number; y: number; z: number; yaw: number }, size: { radius: number; height: number }): Body {
  return { ...pose, previous: { ...pose }, velocityX: 0, velocityY: 0, velocityZ: 0, grounded: true, swimming: false, ...size }
}

/** Puts a body somewhere at once: it is not drawn on the way. */
export function placeBody(body: Body, x: number, y: number, z: number): void {
  body.x = x
  body.y = y
  body.z = z
  body.velocityX = 0
  body.velocityY = 0
  body.velocityZ = 0
  body.previous.x = x
  body.previous.y = y
  body.previous.z = z
  body.previous.yaw = body.yaw
}

/** Remembers the pose of now as that of a tick ago. */
export function keepPose(body: Body): void {
  const { previous } = body
  previous.x = body.x
  previous.y = body.y
  previous.z = body.z
  previous.yaw = body.yaw
}
