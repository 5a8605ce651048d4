/** Signing in without a server of our own; against a double of the service. */
import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { beginSignIn, exchangeCode } from '#platform/models/sign-in.ts'

const DOORS = { page: 'https://door.example/auth', keys: 'https://door.example/api/keys' }
const KEY = 'sk-planted-0123456789'
const answer = (status: number, body: unknown): typeof fetch => async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

describe('signing in', () => {
  it('[MOD-70] goes along with a challenge that only the verifier explains, and comes back to where one was', async () => {
    const begun = await beginSignIn(DOORS, 'https://game.example/play/?seed=amber-heron&quality=low#x')
    if (!begun.ok) throw new Error(begun.reason)
    const { url, state, verifier } = begun.value
    const { origin, pathname, searchParams } = new URL(url)
    expect(origin + pathname).toBe(DOORS.page)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('base64url'))
    expect(verifier).toMatch(/^[\w-]{43}$/)
    const back = new URL(searchParams.get('callback_url') ?? '')
    expect(Object.fromEntries(back.searchParams)).toEqual({ seed: 'amber-heron', quality: 'low', signin: state })
    expect(url).not.toContain(verifier)
    const again = await beginSignIn(DOORS, 'https://game.example/')
    expect(again.ok && again.value.verifier !== verifier && again.value.state !== state).toBe(true)
  })

  it('[MOD-70] a page that is not secure cannot, and says so', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    expect(await beginSignIn(DOORS, 'http://192.168.1.2/')).toEqual({ ok: false, reason: expect.stringContaining('not served securely') as string })
    vi.unstubAllGlobals()
  })

  it('[MOD-71] turns the code into a key with one request that carries nothing else', async () => {
    const asked: Array<[string, RequestInit]> = []
    const fetcher: typeof fetch = async (input, init) => {
      asked.push([String(input as string), init ?? {}])
      return new Response(JSON.stringify({ key: KEY, user_id: 'u' }))
    }
    expect(await exchangeCode(DOORS, 'c-1', 'v-1', fetcher)).toEqual({ ok: true, value: KEY })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.[0]).toBe(DOORS.keys)
    expect(asked[0]?.[1]).toMatchObject({ method: 'POST', body: '{"code":"c-1","code_verifier":"v-1","code_challenge_method":"S256"}', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' })
  })

  it.each([
    [answer(403, { error: 'Invalid code' }), 'did not accept the sign-in (403)'],
    [answer(400, ''), 'did not accept the sign-in (400)'],
    [answer(502, '<html>'), 'could not finish the sign-in (502)'],
    [answer(200, '<html>'), 'no key'],
    [answer(200, { key: 'has a space in it' }), 'no key'],
    [async () => Promise.reject(new TypeError('Failed to fetch')), 'could not be reached'],
  ] as const)('[MOD-71] a failure is a sentence that says what to do', async (fetcher, says) => {
    const result = await exchangeCode(DOORS, 'c', 'v', fetcher)
    expect(result.ok ? '' : result.reason).toContain(says)
    expect(result.ok ? '' : result.reason).toMatch(/^door\.example .*(begin|Begin|Try again)/s)
  })
})
