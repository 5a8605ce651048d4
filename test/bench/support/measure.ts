/** Measuring on a busy machine: CPU time, medians, and a reference run in between. */

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds of CPU that this process used while `work` ran. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The most CPU, in milliseconds, that the calling thread can have used while `work` ran: what the whole process used, which counts other threads (those that compile), but never more than went by on the clock. */
export function threadMsAtMost(work: () => void): number {
  const started = performance.now()
  const used = cpuMs(work)
  return Math.min(used, performance.now() - started)
}

/** Median ratio of the CPU time of `work` to that of `reference`, run in turns so that a busy neighbour slows both. */
export function ratioTo(reference: () => void, work: () => void, rounds: number): { ratio: number; workMs: number; referenceMs: number } {
  for (let i = 0; i < 3; i++) {
    reference()
    work()
  }
  const pairs = Array.from({ length: rounds }, () => [cpuMs(reference), cpuMs(work)] as const)
  return { ratio: median(pairs.map(([a, b]) => b / a)), workMs: median(pairs.map(([, b]) => b)), referenceMs: median(pairs.map(([a]) => a)) }
}

/** A number as people read it. */
export function digits(value: number, places = 2): string {
  if (!Number.isFinite(value)) return '–'
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : value.toFixed(places)
}
