/** Back from what people call a trade to the trade. */
import { TRADES, type TradeId } from '#simulation/npc/trades.ts'

/** The trade that is called so (“trader” is a merchant); null for none. */
export function tradeIdOf(label: string): TradeId | null {
  return (Object.keys(TRADES) as TradeId[]).find((id) => TRADES[id].label === label || id === label) ?? null
}
