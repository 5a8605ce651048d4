/** Parts of the page that are read later, and read again where they did not come. */
import { expect, it } from 'vitest'
import { createPartReader } from '#platform/read-part.ts'
import { readLaterParts } from '../../scripts/steps/later-parts.mjs'

it('[UI-150] the build hands every import of another part to what tries again, and no other', () => {
  expect(readLaterParts('a(()=>import(`./talk-C1_x.js`).then(e=>e.n),[1]);import("./b.js")')).toBe('a(()=>readPart(`./talk-C1_x.js`).then(e=>e.n),[1]);readPart(`./b.js`)')
  const others = 'import{a}from"./a.js";import(e);import(`https://example.org/x.js`);reimport(`./a.js`)'
  expect(readLaterParts(others)).toBe(others)
})

it('[UI-150] a part that did not come is asked for again under another address, once by itself and once for each wish, and then kept', async () => {
  const asked: string[] = []
  let left = 3
  const read = createPartReader(
    (address) => {
      asked.push(address)
      return left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ address })
    },
    () => Promise.resolve(),
  )
  const first = read('./a.js')
  expect(read('./a.js')).toBe(first)
  await expect(first).rejects.toThrow('Failed to fetch')
  expect(asked).toEqual(['./a.js', './a.js?again=1'])
  expect(await read('./a.js')).toEqual({ address: './a.js?again=3' })
  expect(await read('./a.js')).toEqual({ address: './a.js?again=3' })
  expect(asked).toHaveLength(4)
  expect(await read('./b.js')).toEqual({ address: './b.js' })
})
