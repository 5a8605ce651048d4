/** Who competes in one recall, and with what: in arrays that live on, so that a question leaves hardly anything behind to be collected. */

/** See `createRivals`. */
export type Rivals = {
  /** The numbers of those who compete, in the order in which they came; the first `count` count. */
  numbers: Int32Array
  count: number
  /** By number: what each is worth, above 0; 0 for who does not compete. */
  values: Float64Array
  /** By number: 1 where a hop gave most of the worth. */
  hopped: Uint8Array
  /** By place in `numbers`: the worth as bent, for `rank`. */
  bent: Float64Array
  /** Who was ranked, best first, and how each was bent. */
  ranked: Int32Array
  scores: Float64Array
  /** Lets nobody compete, and makes room for numbers below `size`. */
  begin(size: number): void
  /** Gives one its worth, above 0; who did not compete does from now on. */
  set(number: number, value: number): void
  /** Writes into `into` the numbers of the `room` worth most, best first, of equals who came first; returns how many there are. */
  best(room: number, into: Int32Array): number
  /** Ranks the `room` best as they are bent, of equals the one with the higher number first; returns how many there are. */
  rank(room: number): number
}

/** Nobody yet. */
export function createRivals(): Rivals {
  const rivals: Rivals = {
    numbers: new Int32Array(256),
    count: 0,
    values: new Float64Array(256),
    hopped: new Uint8Array(256),
    bent: new Float64Array(256),
    ranked: new Int32Array(64),
    scores: new Float64Array(64),
    begin(size) {
      for (let i = 0; i < rivals.count; i++) {
        rivals.values[rivals.numbers[i]!] = 0
        rivals.hopped[rivals.numbers[i]!] = 0
      }
      rivals.count = 0
      if (size <= rivals.values.length) return
      const room = Math.max(size, 2 * rivals.values.length)
      rivals.numbers = new Int32Array(room)
      rivals.values = new Float64Array(room)
      rivals.hopped = new Uint8Array(room)
      rivals.bent = new Float64Array(room)
    },
    set(number, value) {
      if (rivals.values[number] === 0) rivals.numbers[rivals.count++] = number
      rivals.values[number] = value
    },
    best(room, into) {
      const { numbers, count, values } = rivals
      let found = 0
      for (let i = 0; i < count; i++) {
        const value = values[numbers[i]!]!
        if (found === room && value <= values[into[found - 1]!]!) continue
        let at = found < room ? found++ : found - 1
        for (; at > 0 && values[into[at - 1]!]! < value; at--) into[at] = into[at - 1]!
        into[at] = numbers[i]!
      }
      return found
    },
    rank(room) {
      if (room > rivals.ranked.length) {
        rivals.ranked = new Int32Array(room)
        rivals.scores = new Float64Array(room)
      }
      const { numbers, count, bent, ranked, scores } = rivals
      let found = 0
      for (let i = 0; i < count; i++) {
        const number = numbers[i]!
        const score = bent[i]!
        let at = found < room ? found++ : found
        for (; at > 0 && (score > scores[at - 1]! || (score === scores[at - 1]! && number > ranked[at - 1]!)); at--) {
          if (at === room) continue
          scores[at] = scores[at - 1]!
          ranked[at] = ranked[at - 1]!
        }
        if (at === room) continue
        scores[at] = score
        ranked[at] = number
      }
      return found
    },
  }
  return rivals
}
