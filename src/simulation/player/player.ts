/** The player's body in the world and what the player wants of it. */
import type { Body } from '../physics/body.ts'
import type { Explored } from './explored.ts'
import type { Carried } from './satchel.ts'

/** What the player wants of the body during a tick. */
export type PlayerIntent = {
  /** −1 back .. 1 ahead, −1 left .. 1 right, relative to yaw. */
  forward: number
  right: number
  run: boolean
  jump: boolean
  /** Swim down. */
  dive: boolean
  /** Where the player looks, radians. */
  yaw: number
  pitch: number
}

/** The player. */
export type Player = {
  id: 'player'
  body: Body
  pitch: number
  intent: PlayerIntent
  conversationId: number | null
  /** Where the player has been. */
  explored: Explored
  /** Pennies. */
  purse: number
  satchel: Carried[]
  /** Until when the player is well fed, world seconds. */
  fedUntil: number
}
