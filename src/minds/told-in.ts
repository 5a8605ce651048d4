/** Which belief a model's words told, found by their words: state follows what was said. */
import type { PrivateView } from './private-view.ts'
import { coverageOfText } from './voice/tell.ts'

/** Share of a belief's words that must have been said. */
const SAID_SHARE = 0.6

/** The number of the belief that was told with `said`; null when none was. Among people only the item of the talk counts. */
export function toldIn(said: string | null, { conversation, beliefs }: PrivateView): number | null {
  if (said === null || !conversation) return null
  if (conversation.partnerId !== 'player') return conversation.telling && coverageOfText(conversation.telling.text, said) >= SAID_SHARE ? conversation.telling.beliefId : null
  return beliefs.find(({ text }) => coverageOfText(text, said) >= SAID_SHARE)?.id ?? null
}
