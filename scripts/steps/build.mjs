/** Builds the app into dist/ when what it is built from is newer. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode } from './run.mjs'

const SOURCES = ['src', 'workers', 'public', 'index.html', 'vite.config.ts', 'scripts/steps', 'package-lock.json', 'tsconfig.base.json']

/** Whether dist/ is younger than everything it is built from; folders count, so that a deleted file is noticed. */
function isBuilt() {
  const built = timeOf('dist/index.html')
  return built > 0 && SOURCES.every((path) => newestIn(path) <= built)
}

/** Builds if need be; ends the process with a sentence when that fails. */
export async function ensureBuilt() {
  if (isBuilt()) return
  console.log('Building …')
  const { status } = await runNode('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (status === 0) return
  console.error('The app could not be built; what is wrong stands above.')
  process.exit(1)
}

function timeOf(path) {
  try {
    return statSync(join(ROOT, path)).mtimeMs
  } catch {
    return 0
  }
}

function newestIn(path) {
  let newest = timeOf(path)
  try {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
      const inner = join(path, entry.name)
      newest = Math.max(newest, entry.isDirectory() ? newestIn(inner) : timeOf(inner))
    }
  } catch {
    // a file, or absent: its own time is all there is
  }
  return newest
}
