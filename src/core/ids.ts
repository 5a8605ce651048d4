/** Identities as strings of the shape `kind:key`, one brand for each kind. */

/** The player in this tab. */
export type PlayerId = 'player'
/** A person of the world: `npc:` + settlement cell + number within it, the same for a seed for ever. */
export type NpcId = `npc:${string}`
/** A settlement: `settlement:cellX,cellZ`. */
export type SettlementId = `settlement:${string}`
/** A building within a settlement: `building:cellX,cellZ/number`. */
export type BuildingId = `building:${string}`
/** Whoever can speak and be spoken to. */
export type ActorId = PlayerId | NpcId

/** Whether `text` has the shape of a person's id. */
export function isNpcId(text: string): text is NpcId {
  return /^npc:-?\d+,-?\d+\/\d+$/.test(text)
}
