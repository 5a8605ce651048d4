/** Opens an address in the player's browser, where there is one. */
import { spawn } from 'node:child_process'

/** Whether there is somebody to look: a display, and no build machine. */
export function hasBrowser() {
  if (process.env.CI || process.env.BROWSER === 'none') return false
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Opens it; a machine without the program for that is no reason to complain, the address stands on the screen. */
export function openBrowser(url) {
  const [command, args] = process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
