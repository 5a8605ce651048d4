/** A prompt made shorter for a model that keeps little in view: what an answer can best do without goes first, the task never. */
import type { Message } from '../language-model.ts'

/** How parts begin that can go, the most dispensable first. */
const CAN_GO = ['You said this and took it back', 'What you want of this talk:', 'You take this to be so:', 'You remember:', 'You are talking with', 'You have weighed'] as const
const TALK = 'The talk so far:'
/** Lines of a talk that stay: its title, its fences and what was said last. */
const LEAST_TALK_LINES = 5

/** The messages with at most so many characters; null when rules, person and task alone are longer. */
export function fitPrompt(messages: readonly Message[], characters: number): Message[] | null {
  const lengthOf = (all: readonly Message[]): number => all.reduce((sum, { content }) => sum + content.length, 0)
  const at = messages.findLastIndex(({ role }) => role === 'user')
  const own = messages[at]
  if (lengthOf(messages) <= characters) return [...messages]
  if (!own) return null
  let parts = own.content.split('\n\n')
  const build = (): Message[] => messages.with(at, { ...own, content: parts.join('\n\n') })
  for (const beginning of CAN_GO) {
    parts = parts.filter((part) => !part.startsWith(beginning))
    if (lengthOf(build()) <= characters) return build()
  }
  const talk = parts.findIndex((part) => part.startsWith(TALK))
  for (let lines = parts[talk]?.split('\n') ?? []; lines.length > LEAST_TALK_LINES; lines = parts[talk]!.split('\n')) {
    // title and opening fence stay, the oldest line goes
    parts = parts.with(talk, lines.toSpliced(2, 1).join('\n'))
    if (lengthOf(build()) <= characters) return build()
  }
  return null
}
