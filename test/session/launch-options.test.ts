/** The address of the page: what it may ask for, and what is said when it asks wrongly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLaunchOptions } from '#session/launch-options.ts'

describe('launch options', () => {
  it('[SES-1] reads what is right', () => {
    const { options, problems } = readLaunchOptions('?seed=amber-heron&x=120.5&z=-40&yaw=1.2&pitch=-0.2&hour=18.6&weather=rain&quality=low&hud=0&fresh=1&dev')
    expect(problems).toEqual([])
    expect(options).toMatchObject({ seed: 'amber-heron', x: 120.5, z: -40, yaw: 1.2, pitch: -0.2, hour: 18.6, weather: 'rain', quality: 'low', hud: false, fresh: true, dev: true })
  })

  it.each([
    ['seed', '%20'], ['x', 'abc&z=1'], ['z', '1e99&x=1'], ['yaw', 'NaN'], ['pitch', '9'], ['hour', '25'], ['weather', 'frogs'], ['quality', 'best'],
    ['endpoint', 'ftp://there'], ['endpoint', 'http://name:pass@host/v1'], ['hud', 'yes'], ['fresh', '2'], ['hour', ''],
  ])('[SES-1] ignores a wrong %s (%s) and names it', (name, value) => {
    const { options, problems } = readLaunchOptions(`?${name}=${value}`)
    expect(problems.some((sentence) => sentence.includes(name))).toBe(true)
    expect(options).toMatchObject(readLaunchOptions('').options)
  })

  it('[SES-2] never reads a key', () => {
    const { options, problems } = readLaunchOptions('?endpoint=http://localhost:1/v1&apiKey=sk-planted')
    expect(problems).toHaveLength(1)
    expect(problems.join()).not.toContain('sk-planted')
    expect(JSON.stringify(options)).not.toContain('sk-planted')
  })

  it('[SES-3] wants both x and z', () => {
    const { options, problems } = readLaunchOptions('?x=5')
    expect(options.x).toBeNull()
    expect(problems).toEqual([expect.stringContaining('only one of x and z')])
  })

  it('[UI-155] says of a place of which one number is wrong which it is, and not that it is missing', () => {
    expect(readLaunchOptions('?x=9e99&z=1').problems).toEqual([expect.stringContaining('x=9e99')])
  })

  it('[SES-9] takes any printable seed of up to 64 characters and nothing else', () => {
    expect(readLaunchOptions(`?seed=${'a'.repeat(64)}`).options.seed).toBe('a'.repeat(64))
    expect(readLaunchOptions(`?seed=${'a'.repeat(65)}`).options.seed).toBeNull()
    expect(readLaunchOptions('?seed=a%07b').options.seed).toBeNull()
    expect(readLaunchOptions('?seed=%20%E5%B1%B1%20').options.seed).toBe('山')
  })

  it('[SES-1] never throws, whatever the address', () => {
    fc.assert(fc.property(fc.string(), (query) => {
      const { options } = readLaunchOptions(query)
      return options.seed === null || (options.seed.length >= 1 && options.seed.length <= 64)
    }))
  })
})
