/** A body: where it stands, how it moves. */

/** Pose and motion of a walker. Feet at (x, y, z), metres; yaw in radians, 0 looks along −z, positive turns left, forward = (−sin yaw, −cos yaw). */
export type Body = {
  x: number
  y: number
  z: number
  yaw: number
  /** Where it was a tick ago, for drawing between ticks. */
  previous: { x: number; y: number; z: number; yaw: number }
  /** Metres a second. */
  velocityX: number
  velocityY: number
  velocityZ: number
  grounded: boolean
  swimming: boolean
  /** Metres. */
  radius: number
  height: number
}
