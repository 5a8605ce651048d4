/** Installs the packages when they are missing or not those of the lock file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, runNode } from './run.mjs'

/** Whether node_modules holds what the lock file names; optional packages may be absent. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(ROOT, 'node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.optional === true || entry.devOptional === true || entry.peer === true) return true
      return present[path]?.version === entry.version && existsSync(join(ROOT, path))
    })
  } catch {
    return false
  }
}

/** Installs if need be; ends the process with a sentence when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing packages, once (npm ci) …')
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev']
  const npm = process.env.npm_execpath
  const { status } = npm && /\.c?js$/.test(npm) ? await runNode(npm, args) : await run('npm', args, { shell: process.platform === 'win32' })
  if (status === 0) return
  console.error('The packages could not be installed. Check that you are online and may reach the npm registry, then try again; what npm says is above.')
  process.exit(1)
}
