/** Names: from culture and hash, and fit to be spoken. */
import { mix } from '#core/hash.ts'
import { CULTURES, cultureOf } from '#worldgen/names/cultures.ts'
import { familyName, formed, personName } from '#worldgen/names/person-name.ts'
import { nameNumber, regionName, riverName, settlementName } from '#worldgen/names/place-name.ts'
import { joined } from '#worldgen/names/words.ts'
import { describe, expect, it } from 'vitest'

const SPOKEN = /^(?:(?:di|Dal|ben|ap|al|ar|the|of|Vale|Weald|Downs|Fells|Reach|Hills|Marches|Terra|Costa|Sands|Land|Wells|Glens|Highlands|River|Rio|Fiume|Acqua|Wadi|Nahr|Waters|Afon|Nant)[ -])*\p{L}[\p{L}' -]*$/u

describe('names', () => {
  it('[WG-30] are the same for ever and differ with hash, sex and culture', () => {
    for (const { id } of CULTURES) {
      expect(personName(id, 7, 'female')).toBe(personName(id, 7, 'female'))
      const women = new Set<string>()
      const men = new Set<string>()
      const families = new Set<string>()
      for (let i = 0; i < 300; i++) {
        women.add(personName(id, mix(i), 'female'))
        men.add(personName(id, mix(i), 'male'))
        families.add(familyName(id, mix(i)))
      }
      expect(women.size).toBeGreaterThan(120)
      expect(men.size).toBeGreaterThan(120)
      expect(families.size).toBeGreaterThan(120)
      expect([...women].filter((name) => men.has(name)).length).toBeLessThan(60)
    }
    expect(() => cultureOf('nobody')).toThrow('names: no culture')
  })

  it('[WG-30] can be spoken: letters, a capital, no letter thrice, no long run of consonants', () => {
    for (const culture of CULTURES) {
      for (let i = 0; i < 300; i++) {
        const hash = mix(i * 31 + 5)
        for (const name of [personName(culture.id, hash, 'female'), personName(culture.id, hash, 'male'), familyName(culture.id, hash), settlementName(culture, hash), regionName(culture, hash), riverName(culture, hash)]) {
          expect(name).toMatch(SPOKEN)
          expect(name).toMatch(/\p{Lu}/u)
          expect(name).not.toMatch(/(\p{L})\1\1/iu)
          expect(name).not.toMatch(/[bcdfghjklmnpqrstvwxz]{6}/i)
          expect(name.length).toBeLessThan(32)
        }
      }
    }
  })

  it('[WG-92] are none that would make a reader of English start', () => {
    for (const { id } of CULTURES) {
      for (let i = 0; i < 6_000; i++) {
        const hash = mix(i * 17 + 3)
        for (const name of [personName(id, hash, 'female'), personName(id, hash, 'male'), familyName(id, hash)]) expect(name).not.toMatch(/cunt|porn|piss|shit|^(?:fag|puss|cum)|^(?:semen|nazis?|pedo|anal)$/i)
      }
    }
  })

  it('[WG-81] of settlements do not come again within fifteen cells either way, in any culture', () => {
    for (const [seed, firstX, firstZ] of [[1, 0, 0], [77, -9, 4], [-123456, -1000, -7]] as const) {
      for (const culture of CULTURES) {
        const names = new Set<string>()
        for (let n = 0; n < 225; n++) names.add(settlementName(culture, nameNumber(seed, firstX + (n % 15), firstZ + Math.floor(n / 15))))
        expect(names.size).toBe(225)
      }
    }
  })

  it('[WG-30] join without a stumble', () => {
    expect(joined('Alder', 'ham')).toBe('Alderham')
    expect(joined('Mora', 'ella')).toBe('Morella')
    expect(joined('Holl', 'ley')).toBe('Holley')
    expect(formed('al-*', 'Sami')).toBe('al-Sami')
    expect(formed('the Vale of *', 'Ebrin')).toBe('the Vale of Ebrin')
    expect(formed('Pen*', 'Gwar')).toBe('Pengwar')
  })
})
