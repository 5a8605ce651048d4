/** The head of a model file, which may hold anything. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasMagic, partsInName, readGgufHeader } from '#platform/models/tab/gguf-header.ts'
import { ggufHead, tinyGguf } from '#test/support/tiny-gguf.ts'

/** One tensor that is called x: two numbers of 32 bits. */
const WEIGHTS = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 120, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => Uint8Array.from([...a, ...b])

const reasonOf = (bytes: Uint8Array): string => {
  const read = readGgufHeader(bytes)
  return read.ok ? '' : read.reason
}

describe('the head of a model file', () => {
  it('[MOD-120] tells model, name, context, layers and whether it brings a form for its turns', () => {
    const whole = tinyGguf({ contextLength: 2048, template: '{{ messages }}' })
    const read = readGgufHeader(whole)
    expect(read).toEqual({ ok: true, value: { architecture: 'llama', name: 'Tiny random', contextLength: 2048, layers: 1, keptPerToken: 64, hasTemplate: true, parts: 1, leastBytes: whole.length } })
    expect(readGgufHeader(joined(ggufHead([['general.architecture', 'qwen2'], ['split.count', { u32: 3 }]]), WEIGHTS))).toMatchObject({ ok: true, value: { architecture: 'qwen2', name: null, contextLength: null, parts: 3, hasTemplate: false } })
    expect(partsInName('x-00001-of-00004.gguf')).toBe(4)
    expect(partsInName('x.gguf')).toBe(1)
  })

  it('[MOD-121] what is no model, too old, or a projector is refused in words', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('GGU'), new TextEncoder().encode('<!doctype html>'), ggufHead([], { magic: 'GGML' })]) {
      expect(reasonOf(bytes)).toContain('not a GGUF file')
      expect(hasMagic(bytes)).toBe(false)
    }
    expect(reasonOf(ggufHead([], { version: 1 }))).toContain('version 1')
    expect(reasonOf(ggufHead([['general.architecture', 'clip']]))).toContain('projector')
  })

  it('[MOD-121] counts and lengths that lead nowhere are told as damage, wherever the file is cut', () => {
    const whole = joined(ggufHead([['general.architecture', 'llama'], ['tokenizer.ggml.tokens', { strings: ['a', 'b'] }], ['llama.context_length', { u32: 9 }]]), WEIGHTS)
    expect(reasonOf(whole)).toBe('')
    for (let end = 4; end < whole.length; end++) expect(reasonOf(whole.subarray(0, end))).toContain('damaged or cut short')
    for (const wrong of [{ count: 2n ** 60n }, { count: 9_999 }, { tensors: 2n ** 63n }, { tensors: 0 }]) expect(reasonOf(ggufHead([['general.architecture', 'llama']], wrong))).toContain('damaged')
    const hostile = whole.slice()
    // the length of the first key
    new DataView(hostile.buffer).setBigUint64(24, 2n ** 64n - 1n, true)
    expect(reasonOf(hostile)).toContain('damaged')
    expect(reasonOf(ggufHead([['general.name', 'nobody']]))).toContain('what model it holds')
  })

  it('[MOD-121] anything at all can stand behind the first letters: nothing throws, nothing takes long', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const bytes = new Uint8Array([...new TextEncoder().encode('GGUF'), 3, 0, 0, 0, ...noise])
      expect(readGgufHeader(bytes).ok).toBe(false)
    }), { numRuns: 400 })
  })
})
