/** Every numbered sentence of the specification has a test, and every test cites a sentence. */
import { describe, expect, it } from 'vitest'
import { readFiles } from '#test/support/source-files.ts'

const ID = /\[([A-Z]+-\d+)\]/g
const specs = readFiles('docs/spec', /\.md$/)
const tests = readFiles('test', /\.(test|spec)\.tsx?$/)

/** Sentences stand at the beginning of a list item. */
const stated = specs.flatMap(({ path, text }) => [...text.matchAll(/^\s*[-*]\s+\*{0,2}\[([A-Z]+-\d+)\]/gm)].map(([, id]) => ({ id: id!, path })))
const cited = new Set(tests.flatMap(({ text }) => [...text.matchAll(ID)].map(([, id]) => id!)))

describe('specification', () => {
  it('[HOUSE-20] every sentence has a test', () => {
    expect(stated.filter(({ id }) => !cited.has(id)).map(({ id, path }) => `${path}: ${id}`)).toEqual([])
    expect(stated.length).toBeGreaterThan(20)
  })

  it('[HOUSE-20] every id in a test is a sentence', () => {
    const known = new Set(stated.map(({ id }) => id))
    expect([...cited].filter((id) => !known.has(id))).toEqual([])
  })

  it('[HOUSE-21] no id is stated twice', () => {
    const seen = new Set<string>()
    expect(stated.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id)).toEqual([])
  })

  it('[HOUSE-22] every test cites at least one sentence', () => {
    const bare = tests.flatMap(({ path, text }) => [...text.matchAll(/^\s*(?:it|test)(?:\.each\b[^'"`\n]*?)?\(\s*(['"`])(?!\[[A-Z]+-\d+\])(.{0,60})/gm)].map(([, , name]) => `${path}: ${name}`))
    expect(bare).toEqual([])
  })
})
