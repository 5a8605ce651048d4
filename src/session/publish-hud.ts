/** Tells the interface the slow facts, a few times a second and only what changed. */
import { dayOf, hourOf, seasonOf } from '#simulation/clock.ts'
import type { Game } from './game.ts'
import type { HudState } from './hud-state.ts'
import { expireNotices } from './panels.ts'
import { offeredDrink } from './drink.ts'
import { findTalkable } from './people.ts'
import { isBegun, isWorldReady } from './readiness.ts'

/** Metres one walks before the name of the place is looked up again. */
const PLACE_METERS = 12
const lastPlace = { x: Infinity, z: Infinity, run: -1 }

/** Publishes the slow facts of this moment. */
export function publishHud(game: Game): void {
  const { run, hud } = game
  const { world, terrain } = run
  const near = findTalkable(game)
  const next: Partial<HudState> = {
    day: dayOf(world.worldSeconds),
    hour: hourOf(world.worldSeconds),
    season: seasonOf(world.worldSeconds),
    weather: world.weather.kind,
    yaw: game.look.yaw,
    near: near && { id: near.id, name: near.name, role: near.role, activity: near.activity, meters: near.meters },
    drink: near ? null : offeredDrink(game),
    swimming: world.player.body.swimming,
    hands: game.input.hands,
    pointerLocked: game.input.locked,
    chunks: { drawn: terrain.counts.drawn, resident: terrain.counts.resident, pending: terrain.counts.pending },
  }
  const { x, z } = game.camera
  if (lastPlace.run !== run.number || Math.abs(x - lastPlace.x) + Math.abs(z - lastPlace.z) > PLACE_METERS) {
    Object.assign(lastPlace, { x, z, run: run.number })
    const { region, settlement, landmark, biome } = run.land.describe(x, z)
    next.place = { region, settlement, landmark, biome }
  }
  if (!isBegun(game) && isWorldReady(game)) next.phase = 'ready'
  hud.setState(next)
  game.talking?.watchCircle(game)
  expireNotices(game)
}
