/** Drinking from rivers and lakes, as the player is offered it and told of it. */
import { findDrink } from '#simulation/player/find-drink.ts'
import type { Game } from './game.ts'
import { notify } from './panels.ts'

/** How far off the middle of a river may be to give its name, metres. */
const NAME_METERS = 60
/** Warmth (0..1) of the country below which its water is icy, cold, and cool. */
const ICY = 0.25
const COLD = 0.45
const COOL = 0.65

/** What there is to drink from where the player stands, in words ("the Afon", "the lake"); null when there is nothing. */
export function offeredDrink({ run }: Game): string | null {
  const { body } = run.world.player
  const water = findDrink(run.land, body)
  if (!water) return null
  const river = water.kind === 'river' ? run.land.riverNear(body.x, body.z, NAME_METERS) : null
  return river ? river.name : `the ${water.kind}`
}

/** Drinks, if there is anything to drink. */
export function drink(game: Game): void {
  const from = offeredDrink(game)
  if (from === null) return
  const { run } = game
  const { x, z } = run.world.player.body
  run.commands.push({ type: 'player-drink' })
  run.drankSeconds = run.seconds
  game.hearing?.splash()
  const { warmth } = run.land.climateAt(x, z)
  notify(game, 'quiet', `You drink from ${from}. The water is ${warmth < ICY ? 'icy, and your teeth ache' : warmth < COLD ? 'cold and clear' : warmth < COOL ? 'cool and soft' : 'warm as the air'}.`)
}
