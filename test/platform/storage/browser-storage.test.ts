/** What the browser says of its storage, in browsers that say much, little and nothing. */
import { expect, it } from 'vitest'
import { askToPersist, readBrowserStorage } from '#platform/storage/browser-storage.ts'

it('[SES-30] tells what the browser tells, and nothing where it tells nothing', async () => {
  const promised = { persisted: async () => true, persist: async () => true, estimate: async () => ({ usage: 12, quota: 99 }) }
  expect(await readBrowserStorage(promised)).toEqual({ promised: true, usedBytes: 12, roomBytes: 99 })
  expect(await readBrowserStorage({ ...promised, persisted: async () => false, estimate: async () => ({}) })).toEqual({ promised: false, usedBytes: null, roomBytes: null })
  const nothing = { promised: null, usedBytes: null, roomBytes: null }
  expect(await readBrowserStorage({})).toEqual(nothing)
  expect(await readBrowserStorage(null)).toEqual(nothing)
  const broken = () => Promise.reject(new TypeError('not in private windows'))
  expect(await readBrowserStorage({ persisted: broken, persist: broken, estimate: broken })).toEqual(nothing)
})

it('[SES-30] asking is answered with yes, no, or that one cannot ask', async () => {
  expect(await askToPersist({ persist: async () => true })).toBe(true)
  expect(await askToPersist({ persist: async () => false })).toBe(false)
  expect(await askToPersist({ persist: () => Promise.reject(new Error('no')) })).toBeNull()
  expect(await askToPersist({})).toBeNull()
  expect(await askToPersist(null)).toBeNull()
})
