/** What the build leaves of the renderer's own shaders. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { dropShaders, KEPT_SHADERS } from '../../scripts/steps/drop-shaders.mjs'

const ROOT = join(import.meta.dirname, '../..')

it('[HOUSE-31] what is drawn needs none of the renderer’s own shaders but those that the build keeps', () => {
  const renderer = readFileSync(join(dirname(createRequire(import.meta.url).resolve('three')), 'three.module.js'), 'utf8')
  const lean = dropShaders(renderer)
  for (const name of KEPT_SHADERS) expect(/^var (\w+) = "(.*)";$/m.exec(lean.split('\n').find((line) => line.startsWith(`var ${name} = `))!)?.[2]).not.toBe('')
  expect(lean.length).toBeLessThan(renderer.length - 80_000)
  expect(() => dropShaders('var common = "";')).toThrow('look at how it keeps them now')
  for (const file of readdirSync(join(ROOT, 'src/view'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))) {
    const code = readFileSync(join(ROOT, 'src/view', file), 'utf8')
    for (const [, name] of code.matchAll(/#include <(\w+)>/g)) expect(KEPT_SHADERS, file).toContain(name)
    expect(code, file).not.toMatch(/\b(Mesh\w+|Line\w*|Points|Sprite|Shadow)Material\b|<(mesh|line|points|sprite)\w*Material/)
  }
})
