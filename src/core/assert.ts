/** Statements of what cannot be otherwise. */

/** Throws when `condition` does not hold; the message begins with the module's name. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** Marks a branch that the types rule out. */
export function assertNever(value: never, where: string): never {
  throw new Error(`${where}: unexpected ${JSON.stringify(value)}`)
}
