/** What ids must look like to be believed. */
import * as z from 'zod/mini'
import { isNpcId, type ActorId, type BuildingId, type NpcId, type SettlementId } from '#core/ids.ts'

/** An id of a person. */
export const npcIdSchema = z.custom<NpcId>((value) => typeof value === 'string' && isNpcId(value))
/** An id of a person or the player. */
export const actorIdSchema = z.custom<ActorId>((value) => value === 'player' || (typeof value === 'string' && isNpcId(value)))
/** An id of a settlement. */
export const settlementIdSchema = z.custom<SettlementId>((value) => typeof value === 'string' && /^settlement:-?\d+,-?\d+$/.test(value))
/** An id of a building. */
export const buildingIdSchema = z.custom<BuildingId>((value) => typeof value === 'string' && value.startsWith('building:'))
