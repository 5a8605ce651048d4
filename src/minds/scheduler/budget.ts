/** What a player lets models spend, and what was spent: the words of the budget. */

/** Tokens of a prompt and of its answer. */
export type Tokens = { tokensIn: number; tokensOut: number }

/** Money for a million tokens of prompt and of answer. */
export type Price = { in: number; out: number }

/** What was spent on one day; days are counted from 1970 in the player's own time. */
export type DaySpent = { day: number; tokens: number; money: number }

/** What the player allows; null is no limit. */
export type Budget = {
  /** Stops every call. */
  paused: boolean
  tokensPerMinute: number | null
  tokensPerDay: number | null
  moneyPerDay: number | null
  /** By key of an endpoint (see `priceKey`); endpoints without one have no known price. */
  prices: { readonly [endpoint: string]: Price }
  /** What was spent before and elsewhere; counts where its day is today. */
  spentBefore: DaySpent | null
  /** Minutes that the player's midnight is behind Greenwich's, as browsers tell it. */
  zoneMinutes: number
}

/** No limits, nothing spent. */
export const NO_LIMITS: Budget = { paused: false, tokensPerMinute: null, tokensPerDay: null, moneyPerDay: null, prices: {}, spentBefore: null, zoneMinutes: 0 }

/** What has been spent, with what is set aside for calls under way. */
export type Spending = {
  minuteTokens: number
  /** When this thread began to count, milliseconds since 1970, and what it spent itself today. */
  begunMs: number
  own: DaySpent
  /** With what it was told of. */
  today: DaySpent
  /** Whether a price was known for all of it. */
  isPriced: boolean
}

/** Under which the price of an endpoint is kept: its address and its model. */
export function priceKey({ baseUrl, model }: { readonly baseUrl?: string | undefined; readonly model?: string | undefined }): string {
  return `${(baseUrl ?? '').trim()} ${(model ?? '').trim()}`
}
