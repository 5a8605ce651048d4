/** Signing in at a service instead of pasting a key, without a server of our own: a challenge goes along, and only who knows what it was made from gets the key (PKCE). */
import * as z from 'zod/mini'
import type { Result } from '#core/result.ts'

/** Where a service signs people in, and where a code becomes a key. */
export type SignInDoors = { readonly page: string; readonly keys: string }

/** A sign-in that has begun: the address to go to, and what must be remembered in this tab until the return. */
export type SignInBegun = { url: string; state: string; verifier: string }

const keySchema = z.object({ key: z.string().check(z.minLength(8), z.maxLength(500), z.regex(/^[\x21-\x7e]+$/)) })
/** Milliseconds the exchange may take. */
const LONGEST_MS = 15_000

/** Begins a sign-in that comes back to `returnTo` (an address of this page) with `signin` and `code` in its query. */
export async function beginSignIn(doors: SignInDoors, returnTo: string): Promise<Result<SignInBegun, string>> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  if (subtle === undefined) return { ok: false, reason: 'This page was not served securely, so the browser cannot sign in from it. Open the game from https or from localhost, or paste a key instead.' }
  const state = randomText(16)
  const verifier = randomText(32)
  const challenge = toBase64Url(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
  const back = new URL(returnTo)
  // the service hands this back within the address of return; it has no field of its own for it
  back.searchParams.set('signin', state)
  const url = new URL(doors.page)
  url.search = new URLSearchParams({ callback_url: back.href, code_challenge: challenge, code_challenge_method: 'S256' }).toString()
  return { ok: true, value: { url: url.href, state, verifier } }
}

/** Turns the code of a return into a key, once; the reason of a failure is a sentence for the player. */
export async function exchangeCode(doors: SignInDoors, code: string, verifier: string, fetcher: typeof fetch = (input, init) => fetch(input, init)): Promise<Result<string, string>> {
  const host = new URL(doors.keys).host
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), LONGEST_MS)
  try {
    const response = await fetcher(doors.keys, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, code_verifier: verifier, code_challenge_method: 'S256' }),
      credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'error', signal: controller.signal,
    })
    if (response.status === 400 || response.status === 401 || response.status === 403) return { ok: false, reason: `${host} did not accept the sign-in (${response.status}): it was used already, or took too long. Begin it again under Settings, Mind.` }
    if (!response.ok) return { ok: false, reason: `${host} could not finish the sign-in (${response.status}). Try again in a while, or paste a key instead.` }
    const parsed = keySchema.safeParse(await response.json().catch(() => null))
    return parsed.success ? { ok: true, value: parsed.data.key } : { ok: false, reason: `${host} answered with something that is no key. Begin again, or paste a key instead.` }
  } catch {
    return { ok: false, reason: `${host} could not be reached to finish the sign-in. Check the connection and whether something blocks it, then begin again.` }
  } finally {
    clearTimeout(timer)
  }
}

function randomText(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)))
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
