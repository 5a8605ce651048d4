/** Finds a Chromium to test with; installs one when there is none and that is allowed. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { ROOT, run, runNode } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser']
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
const INSTALL_MS = 300_000
const MESA = ['libegl1', 'libegl-mesa0', 'libgl1-mesa-dri']

/** Path of a Chromium that starts; ends the process with a sentence when there is none and none can be had. */
export async function findChromium() {
  const found = await findInstalled()
  if (found !== null) return found
  console.log('No Chromium was found: fetching one for the tests …')
  const isRoot = process.getuid?.() === 0
  const cli = 'node_modules/@playwright/test/cli.js'
  await runNode(cli, ['install', ...(isRoot || process.platform !== 'linux' ? ['--with-deps'] : []), 'chromium'], { timeoutMs: INSTALL_MS })
  const fetched = await findInstalled()
  if (fetched !== null) return fetched
  if (isRoot && process.platform === 'linux' && (await run('apt-get', ['--version'], { capture: true })).status === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { env, timeoutMs: INSTALL_MS })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', ...MESA], { env, timeoutMs: INSTALL_MS })
    const packaged = await findInstalled()
    if (packaged !== null) return packaged
  }
  console.error('The browser tests need a Chromium, and none could be found or fetched. Install Chromium or Chrome (on Debian: apt install chromium), or set CHROMIUM_PATH to one, and try again. npm test -- --unit runs the tests that need none.')
  process.exit(1)
}

async function findInstalled() {
  for (const path of candidates()) if (existsSync(path) && (await starts(path))) return path
  return null
}

function candidates() {
  const given = [process.env.CHROMIUM_PATH, process.env.PERCIPI_CHROMIUM, process.env.CHROME_PATH].filter(Boolean)
  if (process.platform === 'darwin') return [...given, ...MAC, ...ofPlaywright()]
  if (process.platform === 'win32') {
    const places = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
    return [...given, ...places.flatMap((place) => WINDOWS.map((name) => join(place, name))), ...ofPlaywright()]
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  return [...given, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ofPlaywright()]
}

function ofPlaywright() {
  try {
    return [createRequire(join(ROOT, 'package.json'))('playwright-core').chromium.executablePath()]
  } catch {
    return []
  }
}

/** Whether it starts at all: a distribution's empty shell of a package does not, nor one that lacks libraries. */
async function starts(path) {
  if (process.platform === 'win32') return true
  const { status, output } = await run(path, ['--version', '--no-sandbox'], { capture: true, timeoutMs: 20_000 })
  return status === 0 && /\d+\.\d+/.test(output)
}
