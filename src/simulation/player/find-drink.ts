/** Fresh water within reach; apart from drinking, because what is offered on the screen needs no more. */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Land, Water } from '#worldgen/land.ts'
import type { Body } from '../physics/body.ts'

/** How far ahead one stoops to the water, metres, and how far down its surface may lie. */
const REACH_METERS = 0.9
const DOWN_METERS = 0.9

/** Fresh water within reach of a body, underfoot or ahead; null where there is none. Nobody drinks from the sea. */
export function findDrink(land: Land, body: DeepReadonly<Body>): Water | null {
  if (!body.grounded && !body.swimming) return null
  const ahead = { x: body.x - Math.sin(body.yaw) * REACH_METERS, z: body.z - Math.cos(body.yaw) * REACH_METERS }
  for (const { x, z } of [body, ahead]) {
    const water = land.waterAt(x, z)
    if (water && water.kind !== 'sea' && body.y - water.level < DOWN_METERS) return water
  }
  return null
}
