/** Which meeting a person must set out for, or wait at, now. */
import type { Npc } from '../npc/npc.ts'
import type { World } from '../world.ts'
import { WORLD_SECONDS_PER_SECOND } from '../clock.ts'
import { walkSpeedOf } from '../npc/walk-speed.ts'
import type { Appointment } from './appointment.ts'

/** How long people wait past the hour: half an hour. */
export const WAIT_SECONDS = 1800
/** Nobody is early by more than this, and a way is so much longer than the straight line. */
const EARLY_SECONDS = 600
const DETOUR = 1.4

/** The meeting that a person is to be at, or on the way to, now; undefined for none. */
export function findDue(world: World, npc: Npc): Appointment | undefined {
  for (const appointment of world.appointments) {
    if (appointment.kind !== 'meet' || (appointment.state !== 'agreed' && appointment.state !== 'waiting')) continue
    if (appointment.npcId !== npc.id && appointment.withId !== npc.id) continue
    const meters = Math.sqrt((appointment.x - npc.body.x) ** 2 + (appointment.z - npc.body.z) ** 2)
    const lead = (meters * DETOUR * WORLD_SECONDS_PER_SECOND) / walkSpeedOf(npc) + EARLY_SECONDS
    // whoever is on the way stays on it, though the way grows shorter
    if ((world.worldSeconds >= appointment.atSeconds - lead || npc.skill?.targetId === targetOf(appointment)) && world.worldSeconds <= appointment.atSeconds + WAIT_SECONDS) return appointment
  }
  return undefined
}

/** By what a run of go-to is known to serve an appointment. */
export function targetOf({ id }: Appointment): string {
  return `appointment:${id}`
}
