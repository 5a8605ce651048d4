/** The quick reader of stored memories against the schema, which is its oracle. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashString, fingerprintText } from '#core/hash.ts'
import { draftMemory, toMemory } from '#minds/memory/make-memory.ts'
import { readPlainMemory } from '#platform/storage/fast-memory.ts'
import { memorySchema, readMemory } from '#platform/storage/memory-record.ts'

const whole = toMemory(
  draftMemory({ npcId: 'npc:0,0/3', worldSeconds: 86_400, place: { x: 1, z: -2, name: 'the mill' }, kind: 'heard', text: 'Ada told me of the blue cart.', importance: 0.4 }, { triple: ['npc:0,0/4', 'told', 'cart'], about: ['npc:0,0/4', 'player'], present: ['player'], source: { fromId: 'npc:0,0/4', memoryId: null, hops: 1, confidence: 0.8 }, evidence: ['npc:0,0/3#1'], conversationId: 7 }),
  12,
)

/** Values that stand where others should. */
const stray = fc.constantFrom<unknown>(undefined, null, 0, -1, 0.5, 1.5, -1.5, Number.NaN, Infinity, 2 ** 60, '', 'player', 'npc:0,0/1', 'x'.repeat(241), 'x'.repeat(401), true, [], ['player'], ['nobody'], [1], [undefined], {}, { x: 1, z: 2, name: 'here', more: 1 }, ['a', 'b', 'c'], ['a', 'b', 'c', 'd'], { fromId: 'player', memoryId: null, hops: 0, confidence: 1 }, 'heard', 'wound')

describe('stored memories', () => {
  it('[MIND-200] a memory is read in the quick way only to what the schema makes of it', () => {
    const fields = Object.keys(whole)
    const inner = fc.constantFrom(['place', 'x'], ['place', 'name'], ['felt', 'pleasure'], ['felt', 'intensity'], ['felt', 'emotion'], ['source', 'fromId'], ['source', 'hops'], ['source', 'confidence'])
    const paths = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...fields).map((field) => [field]), inner, fc.constant(['strange'])), stray), { maxLength: 2 })
    let taken = 0
    fc.assert(
      fc.property(paths, (changes) => {
        const value = structuredClone(whole) as unknown as Record<string, unknown>
        for (const [[field = '', part], other] of changes) {
          const within = value[field]
          if (part === undefined) value[field] = other
          else if (typeof within === 'object' && within !== null) (within as Record<string, unknown>)[part] = other
        }
        const quick = readPlainMemory(value)
        const slow = memorySchema.safeParse(value)
        if (quick !== null) taken++
        expect(quick).toEqual(slow.success ? slow.data : null)
      }),
      { numRuns: 2_000 },
    )
    expect(taken).toBeGreaterThan(100)
    for (const value of [null, undefined, 3, 'a', [], [whole], {}]) expect(readPlainMemory(value)).toBeNull()
    expect(readMemory(whole)).toEqual(whole)
    expect(readMemory({ ...whole, text: 'Another word.' })).toBeNull()
  })

  it('[MIND-200] the fingerprint of a text is that of two hashes, taken in one pass', () => {
    const hex = (word: number): string => word.toString(16).padStart(8, '0')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(fingerprintText(text)).toBe(hex(hashString(text)) + hex(hashString(`${text.length}:${text}`)))
      }),
    )
  })
})
