/** The best of many, without sorting all. */

/** Scores are told apart by so many steps before the best are sorted. */
const STEPS = 1024
const held = new Int32Array(STEPS)

/** What lies below this share of the highest is looked at only when the rest is too little. */
const LOW_SHARE = 0.4

/** Writes into `into` the `room` numbers below `count` with the highest scores above 0, best first, of equals the later first; returns how many there are. No score is above `most`. */
export function bestNumbers(scores: Float32Array, count: number, { room, most }: { room: number; most: number }, into: Int32Array): number {
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
  let found = 0
  // from the latest on, so that of equals no later one comes to be put before what is there
  for (let n = count - 1; n >= 0; n--) {
    const score = scores[n]!
    if (score <= least || (found === room && score <= scores[into[found - 1]!]!)) continue
    let at = found < room ? found++ : found - 1
    for (; at > 0 && scores[into[at - 1]!]! < score; at--) into[at] = into[at - 1]!
    into[at] = n
  }
  return found
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
