/** Runs other programs. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a program to its end; resolves with its exit status and, with `capture`, its output. Never rejects: a program that cannot be started has status 127. */
export function run(command, args, { env = {}, capture = false, shell = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit', shell })
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined
    child.stdout?.on('data', (piece) => (output += piece))
    child.stderr?.on('data', (piece) => (output += piece))
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ status: 127, output: output + error.message })
    })
    child.on('close', (status) => {
      clearTimeout(timer)
      resolve({ status: status ?? 1, output })
    })
  })
}

/** Runs a JavaScript program of a package with this Node. */
export function runNode(path, args, options) {
  return run(process.execPath, [path, ...args], options)
}
