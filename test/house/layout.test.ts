/** What every file of the house looks like. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blankOut, readFiles, readProgram, ROOT } from '#test/support/source-files.ts'

const program = readProgram()

describe('files', () => {
  it('[HOUSE-10] begin with a sentence that says what they are', () => {
    expect(program.filter(({ text }) => !/^(#!.*\n)?\/\*\*\s/.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('[HOUSE-11] are 400 lines at most, workers 30', () => {
    const long = program.filter(({ path, text }) => text.split('\n').length - 1 > (/^workers\/.*\.worker\.ts$/.test(path) ? 30 : 400))
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('[HOUSE-12] have names in kebab-case that say something', () => {
    const wrong = program.filter(({ path }) => {
      const name = basename(path).replace(/\.(d\.ts|test\.tsx?|worker\.ts|spec\.ts|tsx?|mjs)$/, '')
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /(^|-)(manager|helpers?|utils?|data|info|handler?)(-|$)/.test(name)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('[HOUSE-13] describe what they export', () => {
    const bare = readFiles('src', /\.tsx?$/).flatMap(({ path, text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, i) => {
        if (!/^export (async )?(function|const|type|interface|class)\b/.test(line)) return []
        const above = lines[i - 1]?.trim() ?? ''
        return above.endsWith('*/') ? [] : [`${path}:${i + 1}`]
      })
    })
    expect(bare).toEqual([])
  })

  it('[HOUSE-14] index.ts is a list, never a barrel', () => {
    const barrels = program.filter(({ path, text }) => (/(^|\/)index\.ts$/.test(path) && !/^export const [A-Z_]+/m.test(text)) || /^export \*/m.test(text))
    expect(barrels.map(({ path }) => path)).toEqual([])
  })
})

describe('worldgen', () => {
  it('[HOUSE-15] uses only arithmetic that is the same in every engine', () => {
    const wrong = readFiles('src/worldgen', /\.ts$/).flatMap(({ path, text }) =>
      blankOut(text)
        .split('\n')
        .flatMap((line, i) => (/\*\*|\bMath\.(?!(?:sqrt|floor|ceil|round|trunc|abs|min|max|fround|imul|sign|clz32|PI)\b)/.test(line) ? [`${path}:${i + 1}`] : [])),
    )
    expect(wrong).toEqual([])
  })
})

describe('packages', () => {
  it('[HOUSE-16] the lock file names no registry', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
    expect(lock.match(/"resolved": "(?!file:)[^"]*"/g) ?? []).toEqual([])
    expect(lock.length).toBeGreaterThan(10_000)
  })

  it('[HOUSE-17] versions are exact', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { [kind: string]: { [name: string]: string } }
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })
})
