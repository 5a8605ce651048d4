/** Signing in at a service from the settings: leaving with a challenge, coming back with a key for one profile. */
import * as z from 'zod/mini'
import { PRESETS } from '#platform/models/presets.ts'
import { beginSignIn, exchangeCode } from '#platform/models/sign-in.ts'
import { keep, readKept } from '#platform/storage/kept-values.ts'
import type { Game } from './game.ts'
import { notify, openPanel } from './panels.ts'
import { createProfileDesk } from './profiles.ts'
import { PENDING, type SignInReturn } from './sign-in-return.ts'

/** For what one signs in: the preset, and the profile as far as it was filled in. */
export type SignInWish = { presetId: string; profileId: string | null; name: string; model: string; rememberKey: boolean }

const pendingSchema = z.object({ state: z.string(), verifier: z.string(), presetId: z.string(), profileId: z.nullable(z.string()), name: z.string(), model: z.string(), rememberKey: z.boolean() })

/** The address to go to; what the return needs is kept in this tab. Rejects with a sentence. */
export async function prepareSignIn(wish: SignInWish): Promise<string> {
  const doors = PRESETS.find(({ id }) => id === wish.presetId)?.signIn
  if (!doors) throw new Error('This service has no sign-in. Paste a key instead.')
  // the service learns where to come back to and nothing else: which model or land the address names stays in this tab
  const { origin, pathname, search, hash } = new URL(location.href)
  const begun = await beginSignIn(doors, `${origin}${pathname}`)
  if (!begun.ok) throw new Error(begun.reason)
  const { url, ...remembered } = begun.value
  keep('tab', PENDING, { ...wish, ...remembered, rest: `${search}${hash}` })
  return url
}

/** Finishes a sign-in whose return the address brought: the key goes to its profile, and what came of it is said. */
export async function finishSignIn(game: Game, returned: SignInReturn): Promise<void> {
  const pending = z.safeParse(pendingSchema, readKept('tab', PENDING))
  // once: neither a reload nor a second return finds it again
  keep('tab', PENDING, null)
  openPanel(game, 'settings')
  if (!pending.success) return notify(game, 'warning', 'A sign-in came back that this tab did not begin, or that is over already. Nothing was taken over; begin it again under Settings, Mind.')
  const { state, verifier, presetId, profileId, name, model, rememberKey } = pending.data
  if (state !== returned.state) return notify(game, 'warning', 'The sign-in that came back is not the one that this tab began. Nothing was taken over; begin it again under Settings, Mind.')
  const preset = PRESETS.find(({ id }) => id === presetId)
  if (!preset?.signIn || returned.code === null) return notify(game, 'warning', `The sign-in was not finished${returned.error === null ? '' : `: ${returned.error.slice(0, 200)}`}. Begin it again under Settings, Mind, or paste a key instead.`)
  const key = await exchangeCode(preset.signIn, returned.code, verifier)
  if (!key.ok) return notify(game, 'warning', key.reason)
  const desk = createProfileDesk(game)
  const known = game.settings.getState().profiles.find(({ id }) => id === profileId)
  try {
    const id = await desk.save(known?.id ?? null, name.trim() || preset.label, { kind: preset.kind, baseUrl: preset.baseUrl, rememberKey, apiKey: key.value, ...(model === '' ? {} : { model }) })
    if (model === '') return notify(game, 'quiet', `You are signed in at ${preset.label}. Choose one of its models under Settings, Mind, then use it.`)
    await desk.use(id)
    notify(game, 'quiet', `You are signed in at ${preset.label}. People think with ${model} from now on.`)
  } catch (error) {
    notify(game, 'warning', error instanceof Error ? error.message : String(error))
  }
}
