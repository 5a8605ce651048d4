/** The files of the house, as text, for tests that look at how it is built. */
import { readdirSync, readFileSync, type Dirent } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** One file: its path from the top with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** Files below `folder` whose names match, sorted; an absent folder has none. */
export function readFiles(folder: string, name: RegExp): SourceFile[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** All program text: src, workers, test and scripts. */
export function readProgram(): SourceFile[] {
  return ['src', 'workers', 'test', 'scripts'].flatMap((folder) => readFiles(folder, /\.(ts|tsx|mjs)$/))
}

/** One import of a file: what it names, and whether only types cross. */
export type ImportLine = { target: string; isType: boolean }

/** The static imports and re-exports of a file. */
export function readImports(text: string): ImportLine[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const found = code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:([^'"\n;]*?)\s+from\s+)?['"]([^'"]+)['"]/gm)
  return [...found].map(([, type, names, target]) => {
    const inner = /^\{(.*)\}$/s.exec(names?.trim() ?? '')?.[1]
    const allTyped = inner !== undefined && inner.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))
    return { target: target!, isType: type !== undefined || allTyped }
  })
}

/** Program text with comments, strings and regular expressions blanked out; line breaks stay. Good enough to look for operators. */
export function blankOut(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, (part) => part.replace(/[^\n]/g, ' '))
}
