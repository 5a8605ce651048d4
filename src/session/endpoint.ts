/** The endpoint a player chose: taken over at once, kept in the settings, its key only where the player allowed. */
import type { EndpointSettings } from '#minds/language-model.ts'
import { kindOfAddress } from '#platform/models/presets.ts'
import type { Game } from './game.ts'
import type { LaunchOptions } from './launch-options.ts'
import { notify } from './panels.ts'

/** Lets people think with this endpoint from now on; talks go on. */
export async function applyEndpoint(game: Game, endpoint: EndpointSettings): Promise<void> {
  game.settings.setState({ endpoint })
  const model = await game.minds.setEndpoint(endpoint)
  game.hud.setState({ model })
}

/** Sets the endpoint of the address, or else that of the settings, when a session begins. */
export async function chooseEndpoint(game: Game, launch: LaunchOptions): Promise<void> {
  const kept = game.settings.getState().endpoint
  // an address names a server, never a key; a key that is kept for that very server is used
  const asked: EndpointSettings =
    launch.endpoint === null
      ? kept
      : { ...(kept.baseUrl === launch.endpoint ? kept : {}), kind: kept.baseUrl === launch.endpoint && kept.kind !== 'builtin' ? kept.kind : kindOfAddress(launch.endpoint), baseUrl: launch.endpoint, ...(launch.model === null ? {} : { model: launch.model }) }
  if (asked.kind === 'builtin') return
  try {
    await applyEndpoint(game, asked)
  } catch (error) {
    notify(game, 'warning', `The model endpoint could not be set: ${error instanceof Error ? error.message : String(error)} People think with the built-in mind.`)
  }
}
