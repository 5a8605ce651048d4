/** What a bench is: it measures some of the bars and says what it found. */

/** One measured figure against its bar. `ok` is null where it cannot be told. */
export type Figure = { id: string; what: string; figure: string; bar: string; ok: boolean | null; note?: string }

/** What can be chosen on the command line. */
export type BenchOptions = {
  /** Seconds a flight lasts. */
  flightSeconds: number
  /** Kilometres of the long flight. */
  kilometers: number
  /** Path of a Chromium; null when there is none. */
  chromium: string | null
  /** Folder of the built app. */
  dist: string
  /** Folder where the bench itself was bundled. */
  bundle: string
  /** A file of long dialogues with marked evidence, for M1; null when none was given. */
  dialogues: string | null
  /** The names chosen with --only, upper case; empty for all. */
  only: readonly string[]
}

/**
 * A bench: its figures' ids, so that one can be chosen. One with `apart` runs in a process with a young generation larger than what it
 * measures, so that nothing is collected in the middle; others live with the one that browsers give, for a larger one is slower to write to.
 */
export type Bench = { ids: readonly string[]; apart?: boolean; run(options: BenchOptions): Promise<Figure[]> }

/** Whether the id was chosen. */
export function isChosen(options: BenchOptions, id: string): boolean {
  return options.only.length === 0 || options.only.includes(id)
}
