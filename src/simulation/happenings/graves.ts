/** Where the dead of a settlement lie: side by side in its burying ground, in the order in which they died. */
import type { NpcId, SettlementId } from '#core/ids.ts'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { SettlementPlan } from '#worldgen/sites/settlement-plan.ts'
import type { Death } from './happening.ts'
import type { Stop } from './scene.ts'

/** Graves of a row, rows, and how far graves and rows are apart, metres; the first row lies so far before the middle. */
const ROW_GRAVES = 4
const ROWS = 3
const GRAVE_METERS = 2.1
const ROW_METERS = 2.7
const FIRST_ROW_METERS = -2.2
/** The burying ground as people call it. */
export const GRAVES = 'the burying ground'

/** The burying ground of a settlement; null where there was room for none. */
export function findGraves(plan: DeepReadonly<Pick<SettlementPlan, 'spots'>>): Stop | null {
  const spot = plan.spots.find(({ kind }) => kind === 'graves')
  return spot ? { x: spot.x, z: spot.z, yaw: spot.yaw } : null
}

/** The settlement that a person is of, as their id tells. */
export function settlementOf(id: NpcId): SettlementId {
  return `settlement:${id.slice('npc:'.length, id.indexOf('/'))}`
}

/** Where somebody lies or will lie; null where the settlement has no burying ground. `yaw`: the foot of the grave looks along (sin yaw, cos yaw). */
export function graveOf(plan: DeepReadonly<Pick<SettlementPlan, 'id' | 'spots'>>, deaths: readonly DeepReadonly<Pick<Death, 'npcId'>>[], death: DeepReadonly<Pick<Death, 'npcId'>>): Stop | null {
  const ground = findGraves(plan)
  if (!ground) return null
  const number = deaths.filter(({ npcId }) => settlementOf(npcId) === plan.id).findIndex(({ npcId }) => npcId === death.npcId)
  // when it is full the oldest graves are used again
  const place = number % (ROW_GRAVES * ROWS)
  const right = ((place % ROW_GRAVES) - (ROW_GRAVES - 1) / 2) * GRAVE_METERS
  const ahead = FIRST_ROW_METERS + Math.floor(place / ROW_GRAVES) * ROW_METERS
  const [sin, cos] = [Math.sin(ground.yaw), Math.cos(ground.yaw)]
  return { x: ground.x + cos * right + sin * ahead, z: ground.z - sin * right + cos * ahead, yaw: ground.yaw }
}
