/** The guards bark: a file that breaks a rule is found by the linter that watches the house. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '#test/support/source-files.ts'

/** Breaches, each with the rule that must find it. */
const BREACHES: ReadonlyArray<[what: string, path: string, text: string, rule: string]> = [
  ['a higher floor imported', 'src/worldgen/a.ts', `import { x } from '#minds/x.ts'\nexport const a = x`, 'no-restricted-imports'],
  ['a type of a higher floor imported', 'src/simulation/b.ts', `import type { X } from '#session/x.ts'\nexport type B = X`, 'no-restricted-imports'],
  ['values of minds in the view', 'src/view/c.ts', `import { x } from '#minds/x.ts'\nexport const c = x`, 'no-restricted-imports'],
  ['React in a pure floor', 'src/minds/d.ts', `import { useState } from 'react'\nexport const d = useState`, 'no-restricted-imports'],
  ['a circle', 'src/core/e.ts', `import { f } from './f.ts'\nexport const e = (): number => f()`, 'no-cycle'],
  ['dice of the machine', 'src/simulation/g.ts', 'export const g = Math.random()', 'no-restricted-properties'],
  ['the clock of the machine', 'src/streaming/h.ts', 'export const h = Date.now()', 'no-restricted-globals'],
  ['a sine in worldgen', 'src/worldgen/i.ts', 'export const i = Math.sin(1)', 'no-restricted-properties'],
  ['a default export', 'src/session/j.ts', 'export default 1', 'no-default-export'],
  ['any', 'src/platform/k.ts', 'export const k = (x: any): unknown => x', 'no-explicit-any'],
  ['a console', 'src/session/l.ts', 'console.log(1)', 'no-console'],
  ['a name in camel case', 'src/core/badName.ts', 'export const m = 1', 'filename-case'],
  ['a file of 401 lines', 'src/core/n.ts', '\n'.repeat(400) + 'export const n = 1', 'max-lines'],
  ['five parameters', 'src/core/o.ts', 'export const o = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e', 'max-params'],
  ['a hook in a condition', 'src/view/p.tsx', `import { useState } from 'react'\nexport function P(props: { x: boolean }): null {\n  if (props.x) useState(1)\n  return null\n}`, 'rules-of-hooks'],
  ['work put off', 'src/core/q.ts', '// TODO: later\nexport const q = 1', 'no-warning-comments'],
]

let folder = ''
let report: Array<{ code?: string; filename?: string }> = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'percipi-guards-'))
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const files: Array<[path: string, text: string]> = [...BREACHES.map(([, path, text]): [string, string] => [path, text]), ['src/core/f.ts', `import { e } from './e.ts'\nexport const f = (): number => e()`], ['src/core/good.ts', 'export const good = Math.sqrt(2)']]
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  let printed = ''
  try {
    printed = execFileSync(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', 'src'], { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    printed = (error as { stdout: string }).stdout
  }
  report = (JSON.parse(printed) as { diagnostics: typeof report }).diagnostics
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('guards', () => {
  it.each(BREACHES)('[HOUSE-30] find %s', (_what, path, _text, rule) => {
    const rules = report.filter((found) => found.filename?.replaceAll('\\', '/').endsWith(path)).map((found) => found.code)
    expect(rules.join(' ')).toContain(rule)
  })

  it('[HOUSE-30] leave a good file alone', () => {
    expect(report.filter((found) => found.filename?.endsWith('good.ts') === true)).toEqual([])
  })
})
