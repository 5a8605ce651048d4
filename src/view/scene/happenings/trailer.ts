/** A cart behind whoever draws it: it goes where it is pulled to, and turns as it follows. */

/** Where the axle is, metres, and how the cart is turned: its shafts look along (sin yaw, cos yaw). */
export type Trailer = { x: number; z: number; yaw: number }

/** From the axle to the hands of whoever draws it, metres. */
const SHAFT_METERS = 2.1
/** Farther behind than this it was not drawn: somebody was put elsewhere. */
const LOST_METERS = 8

/** The cart after whoever draws it has come to `hand`; behind them where there was none. `yaw` is theirs: they look along (−sin yaw, −cos yaw). */
export function followWith(before: Trailer | null, hand: { x: number; z: number }, yaw: number): Trailer {
  const [dx, dz] = before ? [hand.x - before.x, hand.z - before.z] : [0, 0]
  const meters = Math.hypot(dx, dz)
  if (!before || meters > LOST_METERS || meters < 1e-3) return { x: hand.x + Math.sin(yaw) * SHAFT_METERS, z: hand.z + Math.cos(yaw) * SHAFT_METERS, yaw: yaw + Math.PI }
  return { x: hand.x - (dx / meters) * SHAFT_METERS, z: hand.z - (dz / meters) * SHAFT_METERS, yaw: Math.atan2(dx, dz) }
}
