/** One tab keeps a world, and another may take it over. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { claimWriter, type WriterClaim } from '#platform/storage/writer-claim.ts'
import { createFakeLocks } from '../../support/fake-locks.ts'

beforeEach(() => void vi.stubGlobal('navigator', { locks: createFakeLocks() }))
afterEach(() => void vi.unstubAllGlobals())

type Tab = { claim: WriterClaim; log: string[] }

async function openTab(name: string, log: string[], { take = false, sleeps = false } = {}): Promise<Tab> {
  const claim = await claimWriter('oak', {
    take,
    async beforeHandOver() {
      // a tab that sleeps hears nothing
      if (sleeps) await new Promise(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 20))
      log.push(`${name} wrote what was left`)
    },
    lost: () => log.push(`${name} lost it`),
  })
  if (claim.writes) log.push(`${name} has it`)
  return { claim, log }
}

it('[SES-31] one tab keeps a seed at a time, each seed on its own', async () => {
  const first = await claimWriter('oak')
  expect([first.writes, first.reason]).toEqual([true, null])
  const second = await claimWriter('oak')
  expect([second.writes, second.reason]).toEqual([false, 'other-tab'])
  const elm = await claimWriter('elm')
  expect(elm.writes).toBe(true)
  first.release()
  const third = await claimWriter('oak')
  expect(third.writes).toBe(true)
  third.release()
  elm.release()
})

it('[SES-31] the right passes on after the rest is written, back and forth', async () => {
  const log: string[] = []
  let holder = await openTab('a', log)
  for (const name of ['b', 'a', 'b', 'a']) {
    log.length = 0
    const before = holder
    const old = name === 'a' ? 'b' : 'a'
    holder = await openTab(name, log, { take: true })
    expect(log).toEqual([`${old} wrote what was left`, `${old} lost it`, `${name} has it`])
    expect([before.claim.writes, before.claim.reason, holder.claim.writes]).toEqual([false, 'other-tab', true])
  }
  holder.claim.release()
  expect(holder.claim.reason).toBeNull()
})

it('[SES-31] a tab that does not answer loses it, once, and may take it back', async () => {
  const log: string[] = []
  const sleeper = await openTab('sleeper', log, { sleeps: true })
  const taker = await openTab('taker', log, { take: true })
  expect(log).toEqual(['sleeper has it', 'sleeper lost it', 'taker has it'])
  expect([sleeper.claim.writes, taker.claim.writes]).toEqual([false, true])
  const again = await openTab('again', log, { take: true })
  expect(log.slice(3)).toEqual(['taker wrote what was left', 'taker lost it', 'again has it'])
  again.claim.release()
})

it('[SES-31] a page too busy to hear in time that the lock is its own does not take itself for a second tab', async () => {
  const locks = createFakeLocks()
  // every answer comes long after the patience has run out
  const request = (name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> =>
    (locks.request as (...all: unknown[]) => Promise<unknown>)(name, options, async (lock: Lock | null) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      options.signal?.throwIfAborted()
      return callback(lock)
    })
  vi.stubGlobal('navigator', { locks: { request } })
  const claim = await claimWriter('oak')
  expect([claim.writes, claim.reason]).toEqual([true, null])
  claim.release()
})

it('[SES-31] where browsers have no locks everybody may write', async () => {
  vi.stubGlobal('navigator', {})
  expect([(await claimWriter('oak')).writes, (await claimWriter('oak', { take: true })).writes]).toEqual([true, true])
})
