/** What the player lets models spend: tokens a minute, tokens and money a day. What a call may take is set aside before it is asked, so that no limit is passed, and settled after it. */
import { NO_LIMITS, type Budget, type DaySpent, type Price, type Spending, type Tokens } from './budget.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Why a call cannot be paid for; `passes` with time alone. */
export type Shortage = { reason: string; passes: boolean }

/** See `createPurse`. */
export type Purse = {
  setBudget(budget: Budget): void
  /** Null when `tokens` may be spent. */
  shortageFor(tokens: Tokens, price: Price | null): Shortage | null
  /** Sets tokens aside; gives what to call with what was really used. */
  reserve(tokens: Tokens, price: Price | null): (used: Tokens) => void
  readonly spending: Spending
}

type Entry = { at: number; tokens: number; money: number }

/** A purse; `now` in milliseconds since 1970. */
export function createPurse(now: () => number): Purse {
  let budget = NO_LIMITS
  let own: DaySpent = { day: 0, tokens: 0, money: 0 }
  let recent: Entry[] = []
  let isPriced = true
  const open = new Set<Entry>()
  const begunMs = now()

  const dayNow = (): number => Math.floor((now() - budget.zoneMinutes * MINUTE_MS) / DAY_MS)
  const moneyFor = ({ tokensIn, tokensOut }: Tokens, price: Price | null): number => (price ? (tokensIn * price.in + tokensOut * price.out) / 1e6 : 0)

  function minute(): number {
    const time = now()
    recent = recent.filter(({ at }) => time - at < MINUTE_MS)
    let tokens = 0
    for (const entry of recent) tokens += entry.tokens
    for (const entry of open) tokens += entry.tokens
    return tokens
  }

  /** With what is set aside. */
  function ownToday(): DaySpent {
    const day = dayNow()
    if (own.day !== day) own = { day, tokens: 0, money: 0 }
    const sum = { ...own }
    for (const { tokens, money } of open) {
      sum.tokens += tokens
      sum.money += money
    }
    return sum
  }

  function today(): DaySpent {
    const mine = ownToday()
    const before = budget.spentBefore?.day === mine.day ? budget.spentBefore : null
    return { day: mine.day, tokens: mine.tokens + (before?.tokens ?? 0), money: mine.money + (before?.money ?? 0) }
  }

  return {
    setBudget(next) {
      budget = next
    },
    shortageFor(tokens, price) {
      const wanted = tokens.tokensIn + tokens.tokensOut
      const { tokensPerMinute, tokensPerDay, moneyPerDay } = budget
      const day = today()
      if (tokensPerDay !== null && day.tokens + wanted > tokensPerDay) return { reason: `your limit of ${tokensPerDay} tokens a day is reached`, passes: false }
      if (moneyPerDay !== null && price === null) return { reason: 'you limited what a day may cost, but the price of this model is not known: type it in under Settings, Mind', passes: false }
      if (moneyPerDay !== null && day.money + moneyFor(tokens, price) > moneyPerDay) return { reason: `your limit of ${moneyPerDay} a day is reached`, passes: false }
      if (tokensPerMinute !== null && wanted > tokensPerMinute) return { reason: `one thought takes about ${wanted} tokens, and your limit of ${tokensPerMinute} tokens a minute is below that`, passes: false }
      if (tokensPerMinute !== null && minute() + wanted > tokensPerMinute) return { reason: `your limit of ${tokensPerMinute} tokens a minute is reached`, passes: true }
      return null
    },
    reserve(tokens, price) {
      const entry: Entry = { at: now(), tokens: tokens.tokensIn + tokens.tokensOut, money: moneyFor(tokens, price) }
      open.add(entry)
      return (used) => {
        if (!open.delete(entry)) return
        const spent = { tokens: used.tokensIn + used.tokensOut, money: moneyFor(used, price) }
        if (price === null && spent.tokens > 0) isPriced = false
        recent.push({ at: now(), ...spent })
        const { day } = ownToday()
        own = { day, tokens: own.tokens + spent.tokens, money: own.money + spent.money }
      }
    },
    get spending() {
      return { minuteTokens: minute(), begunMs, own: ownToday(), today: today(), isPriced }
    },
  }
}
