/** A queue of whole numbers by weight, for searches that take out the lightest many thousand times. */

/** See `createNumberHeap`. */
export type NumberHeap = {
  push(number: number, weight: number): void
  /** The lightest, taken out; of equal weights the lowest number, so that the order never depends on what came first. -1 when there is none. */
  pop(): number
  clear(): void
}

/** An empty binary heap over typed arrays, which grow as needed and are kept when it is cleared. Numbers are 32-bit integers. */
export function createNumberHeap(): NumberHeap {
  let numbers = new Int32Array(1024)
  let weights = new Float64Array(1024)
  let size = 0

  const goesFirst = (weight: number, number: number, at: number): boolean => weight < weights[at]! || (weight === weights[at] && number < numbers[at]!)

  function grow(): void {
    const [oldNumbers, oldWeights] = [numbers, weights]
    numbers = new Int32Array(size * 2)
    weights = new Float64Array(size * 2)
    numbers.set(oldNumbers)
    weights.set(oldWeights)
  }

  function put(number: number, weight: number, at: number): void {
    numbers[at] = number
    weights[at] = weight
  }

  return {
    push(number, weight) {
      if (size === numbers.length) grow()
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 1
        if (!goesFirst(weight, number, parent)) break
        put(numbers[parent]!, weights[parent]!, at)
        at = parent
      }
      put(number, weight, at)
    },
    pop() {
      if (size === 0) return -1
      const top = numbers[0]!
      const number = numbers[--size]!
      const weight = weights[size]!
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && goesFirst(weights[child + 1]!, numbers[child + 1]!, child)) child++
        if (goesFirst(weight, number, child)) break
        put(numbers[child]!, weights[child]!, at)
        at = child
      }
      put(number, weight, at)
      return top
    },
    clear() {
      size = 0
    },
  }
}
