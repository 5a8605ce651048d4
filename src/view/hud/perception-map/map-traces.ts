/** What the large perception map remembers of chunks that came and went: where land was let go a moment ago, and how much of it came and went lately. */
import type { ChunkCoordinate } from '#worldgen/chunk.ts'

/** Seconds for which the outline of a chunk that was let go is still to be seen. */
const TRACE_SECONDS = 14
/** Seconds that are counted as lately. */
export const LATELY_SECONDS = 10
/** Traces kept at most: after a leap of thousands the newest. */
const MOST_TRACES = 600

/** Where a chunk was. */
export type MapTrace = { readonly key: string; readonly coordinate: ChunkCoordinate; readonly seconds: number }

/** All traces of one stream. */
export type MapTraces = {
  /** A chunk has come to be: its old trace goes. */
  ready(key: string, seconds: number): void
  /** A chunk was let go. */
  dropped(chunk: { readonly key: string; readonly coordinate: ChunkCoordinate }, seconds: number): void
  /** Those still to be seen, the oldest first; the same array each time. */
  at(seconds: number): readonly MapTrace[]
  /** How many chunks came and went within LATELY_SECONDS. */
  lately(seconds: number): { readonly came: number; readonly went: number }
}

/** How much of a trace is left, 1 just let go .. 0 gone. */
export function traceStrength(trace: MapTrace, seconds: number): number {
  const left = 1 - (seconds - trace.seconds) / TRACE_SECONDS
  return left < 0 ? 0 : left > 1 ? 1 : left
}

/** No traces yet. */
export function createMapTraces(): MapTraces {
  const traces: MapTrace[] = []
  const came: number[] = []
  const went: number[] = []
  const forgetOld = (clocks: number[], seconds: number): number => {
    while (clocks.length > 0 && seconds - clocks[0]! > LATELY_SECONDS) clocks.shift()
    return clocks.length
  }
  return {
    ready(key, seconds) {
      came.push(seconds)
      const at = traces.findIndex((trace) => trace.key === key)
      if (at >= 0) traces.splice(at, 1)
    },
    dropped({ key, coordinate }, seconds) {
      went.push(seconds)
      traces.push({ key, coordinate, seconds })
      if (traces.length > MOST_TRACES) traces.shift()
    },
    at(seconds) {
      while (traces.length > 0 && traceStrength(traces[0]!, seconds) <= 0) traces.shift()
      return traces
    },
    lately: (seconds) => ({ came: forgetOld(came, seconds), went: forgetOld(went, seconds) }),
  }
}
