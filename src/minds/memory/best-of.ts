/** The best of many, without sorting all. */

/** The `count` entries with the highest values, best first. */
export function bestOf<K>(values: ReadonlyMap<K, number>, count: number): Array<[K, number]> {
  const best: Array<[K, number]> = []
  for (const [key, value] of values) {
    if (best.length === count && value <= best[count - 1]![1]) continue
    let at = best.length
    while (at > 0 && best[at - 1]![1] < value) at--
    best.splice(at, 0, [key, value])
    if (best.length > count) best.pop()
  }
  return best
}

/** Scores are told apart by so many steps before the best are sorted. */
const STEPS = 1024
const held = new Int32Array(STEPS)

/** What lies below this share of the highest is looked at only when the rest is too little. */
const LOW_SHARE = 0.4

/** The `room` numbers below `count` with the highest scores above 0, best first, of equals the later first. No score is above `most`. */
export function bestNumbers(scores: Float32Array, count: number, { room, most }: { room: number; most: number }): Map<number, number> {
  const scale = most > 0 ? (STEPS - 1) / most : 0
  // how many reach each step tells where the best begin: no heap for thousands of scores
  let least = LOW_SHARE * most
  if (tally(scores, count, { least, scale }) < room) {
    least = 0
    tally(scores, count, { least, scale })
  }
  let first = STEPS - 1
  for (let reached = held[first]!; reached < room && first > 0; reached += held[first]!) first--
  if (scale > 0) least = Math.max(least, ((first - 0.01) / scale))
  const found: number[] = []
  for (let n = 0; n < count; n++) if (scores[n]! > least) found.push(n)
  found.sort((a, b) => scores[b]! - scores[a]! || b - a)
  const best = new Map<number, number>()
  for (let i = 0; i < found.length && i < room; i++) best.set(found[i]!, scores[found[i]!]!)
  return best
}

/** Counts what reaches each step; returns how many lie above `least`. */
function tally(scores: Float32Array, count: number, { least, scale }: { least: number; scale: number }): number {
  held.fill(0)
  let above = 0
  for (let n = 0; n < count; n++) {
    const score = scores[n]!
    if (score <= least) continue
    above++
    const step = (score * scale) | 0
    held[step] = held[step]! + 1
  }
  return above
}
