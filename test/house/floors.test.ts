/** The floors: who may import whom, from the import lines themselves. */
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { readFiles, readImports } from '#test/support/source-files.ts'

/** Floors that a floor may import; `types` by `import type` only. */
const FLOORS: { readonly [floor: string]: { readonly may: readonly string[]; readonly types?: readonly string[] } } = {
  core: { may: [] },
  worldgen: { may: ['core'] },
  simulation: { may: ['core', 'worldgen'] },
  minds: { may: ['core', 'worldgen', 'simulation'] },
  streaming: { may: ['core', 'worldgen'] },
  platform: { may: ['core', 'worldgen', 'simulation', 'minds'] },
  session: { may: ['core', 'worldgen', 'simulation', 'minds', 'streaming', 'platform'] },
  view: { may: ['core', 'worldgen', 'simulation', 'session'], types: ['minds', 'streaming'] },
}
const PURE = ['core', 'worldgen', 'simulation', 'minds', 'streaming']

const files = readFiles('src', /\.tsx?$/).map((file) => ({ ...file, floor: /^src\/([a-z]+)\//.exec(file.path)?.[1] ?? 'door', imports: readImports(file.text) }))

describe('floors', () => {
  it('[HOUSE-1] every file stands on a floor, except the front door', () => {
    const strays = files.filter((file) => !(file.floor in FLOORS) && !/^src\/(main\.tsx?|[a-z-]+\.d\.ts)$/.test(file.path))
    expect(strays.map((file) => file.path)).toEqual([])
    expect(files.length).toBeGreaterThan(30)
  })

  it('[HOUSE-2] a file imports only floors that its own may import', () => {
    const wrong = files.flatMap((file) => {
      const rule = FLOORS[file.floor]
      if (rule === undefined) return []
      return file.imports
        .filter(({ target, isType }) => {
          const floor = /^#([a-z]+)\//.exec(target)?.[1]
          return floor !== undefined && !rule.may.includes(floor) && !(isType && rule.types?.includes(floor) === true)
        })
        .map(({ target }) => `${file.path} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('[HOUSE-3] its own floor is imported by path, another by name, and endings are written', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ target }) => {
          if (target.startsWith('.')) {
            const landed = join(dirname(file.path), target)
            return !landed.startsWith(file.floor === 'door' ? 'src/' : `src/${file.floor}/`) || !/\.(ts|tsx|css)(\?.*)?$/.test(target)
          }
          return target.startsWith('#') && !/\.(tsx?|css)$/.test(target)
        })
        .map(({ target }) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('[HOUSE-4] workers import pure floors; only those of the minds and of a model file also storage and models', () => {
    const wrong = readFiles('workers', /\.ts$/).flatMap((file) =>
      readImports(file.text)
        .filter(({ target }) => {
          const floor = /^#([a-z]+)\//.exec(target)?.[1]
          if (floor === undefined) return target.startsWith('.')
          return !PURE.includes(floor) && !(/\/(minds|tab-model)\.worker\.ts$/.test(file.path) && /^#platform\/(storage|models)\//.test(target))
        })
        .map(({ target }) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })
})
