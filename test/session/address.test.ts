/** The address after the beginning, and steps of the history. */
import { afterEach, expect, it } from 'vitest'
import { listenToSteps, settleAddress, stepTo } from '#session/address.ts'

const frame = globalThis as { location?: unknown; history?: unknown; window?: unknown }
const before = { location: frame.location, history: frame.history, window: frame.window }

function openAt(href: string) {
  const page = { href, entries: [] as Array<{ kind: 'push' | 'replace'; seed: unknown; href: string }>, events: new EventTarget() }
  const put = (kind: 'push' | 'replace') => (state: { seed: unknown }, _: string, url: URL) => {
    page.href = url.href
    frame.location = { href: url.href }
    page.entries.push({ kind, seed: state.seed, href: url.href })
  }
  frame.location = { href }
  frame.history = { pushState: put('push'), replaceState: put('replace') }
  frame.window = page.events
  return page
}

afterEach(() => Object.assign(frame, before))

it('[SES-37] what the address asked of the beginning is taken out of it once it has begun, and everything else stays', () => {
  const page = openAt('https://example.org/world/?seed=amber-heron&x=3&z=4&yaw=1&pitch=0&hour=22&weather=rain&quality=low&dev=1#a')
  settleAddress('amber-heron', false)
  expect(page.href).toBe('https://example.org/world/?seed=amber-heron&quality=low&dev=1#a')
  const fresh = openAt('https://example.org/?seed=b&hour=22&fresh=1')
  settleAddress('b', true)
  expect(fresh.href).toBe('https://example.org/?seed=b&hour=22&fresh=1')
})

it('[SES-37] another country is a step, and Back asks for the one before; what others put into the history is left alone', async () => {
  const page = openAt('https://example.org/?quality=low')
  settleAddress('amber-heron', false)
  stepTo('blue orchard')
  expect(page.entries.map(({ kind, seed }) => [kind, seed])).toEqual([['replace', 'amber-heron'], ['push', 'blue orchard']])
  expect(new URL(page.href).searchParams.get('seed')).toBe('blue orchard')
  const visited: string[] = []
  const stop = listenToSteps(async (seed) => {
    visited.push(seed)
    if (seed === 'fails') throw new Error('no such land')
  })
  const goBack = async (state: unknown): Promise<void> => {
    page.events.dispatchEvent(Object.assign(new Event('popstate'), { state }))
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  await goBack({ seed: 'fails' })
  await goBack({ seed: 'amber-heron' })
  await goBack(null)
  await goBack({ seed: '' })
  expect(visited).toEqual(['fails', 'amber-heron'])
  stop()
  await goBack({ seed: 'amber-heron' })
  expect(visited).toHaveLength(2)
})
