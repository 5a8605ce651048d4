/** What is spent, and of how much, in words; and what a player types as a limit or a price, as a number. */
import type { ModelStatus } from '#minds/language-model.ts'
import type { Settings } from '#session/settings.ts'

/** One limit: how much of it is used, 0..1 and more, and in words. */
export type UsedLimit = { label: string; share: number; words: string }

/** "1,200" below ten thousand, "48k", "1.3 million". */
export function tokenWords(tokens: number): string {
  if (tokens < 10_000) return Math.round(tokens).toLocaleString('en')
  return tokens < 1_000_000 ? `${Math.round(tokens / 1000)}k` : `${(tokens / 1_000_000).toFixed(1)} million`
}

/** "0.12" for money; what is below a hundredth keeps two digits of its own. */
export function moneyWords(money: number): string {
  return money === 0 || money >= 0.01 ? money.toFixed(2) : money.toPrecision(2)
}

/** The limits that are set, each with how much of it is used. */
export function usedLimits({ spending }: ModelStatus, { tokensPerMinute, tokensPerDay, moneyPerDay }: Settings['limits']): UsedLimit[] {
  const shareOf = (used: number, limit: number): number => (limit === 0 ? 1 : used / limit)
  const { minuteTokens, today } = spending
  return [
    ...(tokensPerMinute === null ? [] : [{ label: 'Tokens this minute', share: shareOf(minuteTokens, tokensPerMinute), words: `${tokenWords(minuteTokens)} of ${tokenWords(tokensPerMinute)}` }]),
    ...(tokensPerDay === null ? [] : [{ label: 'Tokens today', share: shareOf(today.tokens, tokensPerDay), words: `${tokenWords(today.tokens)} of ${tokenWords(tokensPerDay)}` }]),
    ...(moneyPerDay === null ? [] : [{ label: 'Cost today', share: shareOf(today.money, moneyPerDay), words: `${moneyWords(today.money)} of ${moneyWords(moneyPerDay)}` }]),
  ]
}

/** A number that was typed: null for an empty field, a sentence where it is none. Spaces, and commas between thousands, are taken away. */
export function readAmount(text: string): number | null | string {
  const plain = text.trim().replace(/[\s_’']/g, '').replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.')
  if (plain === '') return null
  const thousand = /^(\d+(?:\.\d+)?)(k|m)$/i.exec(plain)
  const value = thousand ? Number(thousand[1]) * (thousand[2]!.toLowerCase() === 'k' ? 1e3 : 1e6) : /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN
  return Number.isFinite(value) ? value : 'A number, or nothing for no limit.'
}
