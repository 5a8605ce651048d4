/** Servers that send each event twice: told from words that honestly come again by everything coming in pairs, from the first event on. */

/** So many different events, each an even number of times in a row, are no chance; fewer where the end was told. */
const PAIRS = 3
const PAIRS_AT_END = 2
/** Nothing comes so often in a row only because it is sent twice. */
const LONGEST_RUN = 6
/** How many numbers of events are remembered. */
const MOST_NUMBERS = 256

/** See `createDoubleFilter`. */
export type DoubleFilter<T> = {
  /** Takes what came; `key` is the same for what is the same, `number` the event's own, if it has one. */
  take(key: string, item: T, number?: string): void
  /** What was held back is let go; `isToldEnd`: the server said that this was all. */
  end(isToldEnd: boolean): void
  /** Whether nothing is held back any more, and nothing dropped, but for events with numbers. */
  readonly isIdle: boolean
}

/** Passes on each item once. The first two different ones in a row, nearly always the very first two, prove that nothing is doubled; until then at most a few are held back. */
export function createDoubleFilter<T>(pass: (item: T) => void): DoubleFilter<T> {
  let state: 'open' | 'single' | 'double' = 'open'
  let first: string | null = null
  let last = ''
  let run = 0
  let pairs = 0
  let held: Array<{ key: string; item: T }> = []
  const numbers = new Map<string, string>()
  let numbered = 0

  function decide(found: 'single' | 'double'): void {
    state = found
    const items = held
    held = []
    let before = first
    let count = 1
    for (const { key, item } of items) {
      count = key === before ? count + 1 : 1
      before = key
      if (found === 'single' || count % 2 === 1) pass(item)
    }
    run = count
  }

  /** Whether an event of this number was heard before; only where events are counted, not all called the same. */
  function isAgain(key: string, number: string): boolean {
    const again = numbers.get(number) === key && numbers.size >= PAIRS && numbers.size * 2 >= numbered
    numbered++
    numbers.set(number, key)
    const oldest = numbers.keys().next()
    if (numbers.size > MOST_NUMBERS && !oldest.done) numbers.delete(oldest.value)
    return again
  }

  return {
    take(key, item, number) {
      if (number !== undefined && number !== '' && isAgain(key, number)) {
        if (key === last) run++
        return
      }
      if (state === 'single') return pass(item)
      const isSame = first !== null && key === last
      run = isSame ? run + 1 : run
      if (state === 'double') {
        if (!isSame) run = 1
        last = key
        if (run % 2 === 1) pass(item)
        return
      }
      if (first === null) {
        first = last = key
        run = 1
        return pass(item)
      }
      held.push({ key, item })
      if (isSame) {
        if (run > LONGEST_RUN) decide('single')
        return
      }
      if (run % 2 === 1) return decide('single')
      pairs++
      last = key
      run = 1
      if (pairs >= PAIRS) decide('double')
    },
    end(isToldEnd) {
      if (state !== 'open') return
      const all = pairs + 1
      decide(run % 2 === 0 && all >= (isToldEnd ? PAIRS_AT_END : PAIRS) ? 'double' : 'single')
    },
    get isIdle() {
      return state === 'single'
    },
  }
}
