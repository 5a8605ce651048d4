/** Who people think with: the profile in use, with others for some kinds of thoughts; set by the player, the console or the address. */
import type { EndpointSettings } from '#minds/language-model.ts'
import { kindOfAddress, nameOfAddress } from '#platform/models/known-servers.ts'
import type { Game } from './game.ts'
import type { LaunchOptions } from './launch-options.ts'
import { notify } from './panels.ts'
import { BUILTIN_ID, endpointInUse, endpointOf, LONGEST_NAME, MOST_PROFILES, PASSING_ID, type Settings } from './settings.ts'

/** Lets people think with what the settings say from now on; talks go on. */
export async function applyMinds(game: Game): Promise<void> {
  const settings = game.settings.getState()
  const kinds = Object.fromEntries(Object.entries(settings.kinds).map(([group, id]) => [group, endpointOf(settings, id)]))
  const model = await game.minds.setEndpoint(endpointInUse(settings), kinds)
  game.hud.setState({ model })
}

/** Lets people think with this endpoint from now on: with the profile that means the same, else with one that stands for it until the next. */
export async function applyEndpoint(game: Game, endpoint: EndpointSettings): Promise<void> {
  game.settings.setState(withEndpoint(game.settings.getState(), endpoint))
  await applyMinds(game)
}

/** The settings with this endpoint in use. */
function withEndpoint(settings: Settings, endpoint: EndpointSettings): Pick<Settings, 'profiles' | 'profileId'> {
  const { profiles } = settings
  if (endpoint.kind === 'builtin') return { profiles, profileId: BUILTIN_ID }
  const same = profiles.find(({ endpoint: each }) => each.kind === endpoint.kind && each.baseUrl === endpoint.baseUrl && each.model === endpoint.model && (endpoint.embedding === undefined || each.embedding === endpoint.embedding))
  if (same) return { profiles: profiles.map((profile) => (profile === same ? { ...same, endpoint: { ...same.endpoint, ...endpoint } } : profile)), profileId: same.id }
  const name = [endpoint.model ?? '', endpoint.baseUrl === undefined ? '' : nameOfAddress(endpoint.baseUrl)].filter((words) => words !== '').join(' at ')
  return { profiles: [...profiles.filter(({ id }) => id !== PASSING_ID).slice(0, MOST_PROFILES - 1), { id: PASSING_ID, name: name.slice(0, LONGEST_NAME) || 'A model', endpoint }], profileId: PASSING_ID }
}

/** Sets the endpoint of the address, or else those of the settings, when a session begins. */
export async function chooseEndpoint(game: Game, launch: LaunchOptions): Promise<void> {
  const settings = game.settings.getState()
  const kept = launch.endpoint === null ? undefined : settings.profiles.find(({ endpoint }) => endpoint.baseUrl === launch.endpoint)?.endpoint
  try {
    // an address names a server, never a key; a key that is kept for that very server is used
    if (launch.endpoint !== null) await applyEndpoint(game, { ...(kept ?? { kind: kindOfAddress(launch.endpoint) }), baseUrl: launch.endpoint, ...(launch.model === null ? {} : { model: launch.model }) })
    else if (settings.profileId !== BUILTIN_ID || Object.keys(settings.kinds).length > 0) await applyMinds(game)
  } catch (error) {
    notify(game, 'warning', `The model endpoint could not be set: ${error instanceof Error ? error.message : String(error)} People think with the built-in mind.`)
  }
}
