/** The only console: what a developer may want to read. Never a key, never what a player typed. */

/** Notes something that a developer should know; players are told by notices. */
export function logWarning(message: string): void {
  console.warn(`percipi: ${message}`)
}
