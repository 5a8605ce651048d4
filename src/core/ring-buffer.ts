/** A log of numbers of fixed length, and what such a log says about itself. */

/** The last `capacity` numbers pushed. */
export type RingBuffer = { readonly values: Float64Array; next: number; count: number }

/** How a set of measurements is spread. */
export type Spread = { p50: number; p95: number; p99: number; max: number }

/** An empty log of `capacity` numbers. */
export function createRingBuffer(capacity: number): RingBuffer {
  return { values: new Float64Array(capacity), next: 0, count: 0 }
}

/** Adds a number, dropping the oldest when full. */
export function pushNumber(buffer: RingBuffer, value: number): void {
  buffer.values[buffer.next] = value
  buffer.next = (buffer.next + 1) % buffer.values.length
  buffer.count = Math.min(buffer.count + 1, buffer.values.length)
}

/** Percentiles of what the log holds (nearest rank); all zero when it is empty. */
export function spreadOf(buffer: RingBuffer): Spread {
  const sorted = buffer.values.slice(0, buffer.count).sort()
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}
