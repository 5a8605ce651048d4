/** Statements of what cannot be otherwise. */

/** Marks a branch that the types rule out. */
export function assertNever(value: never, where: string): never {
  throw new Error(`${where}: unexpected ${JSON.stringify(value)}`)
}
