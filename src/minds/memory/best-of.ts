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

/** Keeps the `capacity` numbers with the highest scores of all that are offered. */
export function createPool(capacity: number): { /** Returns what a score must exceed from now on. */ offer(number: number, score: number): number; take(): Map<number, number> } {
  const numbers = new Int32Array(capacity)
  const scores = new Float32Array(capacity)
  let size = 0
  function sink(from: number): void {
    let i = from
    for (;;) {
      let least = i
      for (let child = 2 * i + 1; child <= 2 * i + 2; child++) if (child < size && scores[child]! < scores[least]!) least = child
      if (least === i) return
      const n = numbers[i]!
      const s = scores[i]!
      numbers[i] = numbers[least]!
      scores[i] = scores[least]!
      numbers[least] = n
      scores[least] = s
      i = least
    }
  }
  return {
    offer(number, score) {
      if (size < capacity) {
        numbers[size] = number
        scores[size] = score
        size++
        if (size === capacity) for (let i = (capacity >> 1) - 1; i >= 0; i--) sink(i)
      } else if (score > scores[0]!) {
        numbers[0] = number
        scores[0] = score
        sink(0)
      }
      return size < capacity ? 0 : scores[0]!
    },
    take() {
      const map = new Map<number, number>()
      for (let i = 0; i < size; i++) map.set(numbers[i]!, scores[i]!)
      return map
    },
  }
}
