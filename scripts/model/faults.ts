/** What can be made to go wrong with a model server on purpose, and how it is asked for. */

/** The kinds of fault. */
export const FAULTS = ['drop', 'stall', '429', '500', '503', 'garbage', 'html', 'slow-start', 'wrong-json', 'think-blocks', 'cut', 'circles'] as const
/** One of `FAULTS`. */
export type Fault = (typeof FAULTS)[number]
/** Shares of answers, 0..1, by fault. */
export type FaultShares = { readonly [F in Fault]?: number }

/** What each does. */
export const FAULT_WORDS: { readonly [F in Fault]: string } = {
  drop: 'breaks the connection off in the middle of the words',
  stall: 'falls silent in the middle, and leaves the line open',
  '429': 'refuses with “too many requests” and a Retry-After',
  '500': 'fails inside',
  '503': 'is overloaded, with a Retry-After',
  garbage: 'sends bytes that are no answer',
  html: 'sends a web page with status 200',
  'slow-start': 'waits ten seconds before the first word',
  'wrong-json': 'sends events that are not quite JSON',
  'think-blocks': 'thinks aloud in tags before it speaks',
  cut: 'stops after half of the words as if they were all',
  circles: 'says its last words over and over, up to the limit of tokens',
}

/** Reads `drop`, `drop:0.1`, `429:0.2,stall:5%` or `none`; a sentence where it cannot be read. */
export function readFaults(text: string): FaultShares | string {
  const shares: { [F in Fault]?: number } = {}
  for (const part of text.split(',').map((each) => each.trim()).filter((each) => each !== '' && each !== 'none')) {
    const [name = '', share = '1'] = part.split(':')
    const fault = FAULTS.find((each) => each === name)
    const value = share.endsWith('%') ? Number(share.slice(0, -1)) / 100 : Number(share)
    if (!fault) return `There is no fault “${name}”. Choose from: ${FAULTS.join(', ')}, none.`
    if (!(value >= 0 && value <= 1)) return `The share of ${name} should be a number from 0 to 1, or a percentage; it is “${share}”.`
    shares[fault] = value
  }
  return shares
}

/** The fault of one answer, from a number 0..1; null for none. */
export function drawFault(shares: FaultShares, chance: number): Fault | null {
  let sum = 0
  for (const fault of FAULTS) {
    sum += shares[fault] ?? 0
    if (chance < sum) return fault
  }
  return null
}
