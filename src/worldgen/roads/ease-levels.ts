/** Heights along a road: no rise steeper than is built, and nowhere a step. */

/** Keeps every rise between neighbouring points within `steepest` (rise over run), starting at the points that are fixed; what lies between two fixed points of very different height may stay steep. */
export function easeLevels(points: Float64Array, levels: Float64Array, fixed: Uint8Array, steepest: number): void {
  const last = levels.length - 1
  for (let turn = 0; turn < 2; turn++) {
    for (let n = 1; n <= last; n++) {
      const i = turn === 0 ? n : last - n
      const j = turn === 0 ? i - 1 : i + 1
      if (fixed[i] === 1) continue
      const most = runBetween(points, i, j) * steepest
      const level = levels[i]!
      levels[i] = level > levels[j]! + most ? levels[j]! + most : level < levels[j]! - most ? levels[j]! - most : level
    }
  }
}

/**
 * Makes every rise at most `steepest`: the mean of the highest and the lowest heights that are nowhere steeper and touch the given ones from below and
 * from above. Heights that were nowhere steeper stay to the bit. Decks and fords (`held`) keep their height, and what is between them gives way.
 */
export function limitPitch(points: Float64Array, levels: Float64Array, held: Uint8Array, steepest: number): void {
  const count = levels.length
  const upper = Float64Array.from(levels)
  const lower = Float64Array.from(levels)
  // What the held points allow.
  const roof = new Float64Array(count)
  const floor = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    roof[i] = held[i] === 1 ? levels[i]! : Infinity
    floor[i] = held[i] === 1 ? levels[i]! : -Infinity
  }
  for (let turn = 0; turn < 2; turn++) {
    for (let n = 1; n < count; n++) {
      const i = turn === 0 ? n : count - 1 - n
      const j = turn === 0 ? i - 1 : i + 1
      const most = runBetween(points, i, j) * steepest
      upper[i] = Math.max(upper[i]!, upper[j]! - most)
      lower[i] = Math.min(lower[i]!, lower[j]! + most)
      roof[i] = Math.min(roof[i]!, roof[j]! + most)
      floor[i] = Math.max(floor[i]!, floor[j]! - most)
    }
  }
  for (let i = 0; i < count; i++) {
    if (held[i] === 1) continue
    const level = upper[i] === lower[i] ? levels[i]! : (upper[i]! + lower[i]!) / 2
    levels[i] = floor[i]! > roof[i]! ? (floor[i]! + roof[i]!) / 2 : Math.max(floor[i]!, Math.min(roof[i]!, level))
  }
}

function runBetween(points: Float64Array, i: number, j: number): number {
  const dx = points[i * 2]! - points[j * 2]!
  const dz = points[i * 2 + 1]! - points[j * 2 + 1]!
  return Math.sqrt(dx * dx + dz * dz)
}
