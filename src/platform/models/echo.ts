/** Servers that say the prompt over before they answer it. */
import type { Message } from '#minds/language-model.ts'

/** A prompt shorter than this may well be what is answered. */
const SHORTEST = 24

/** What a server may say over: the last message, or all of them. */
export function echoesOf(messages: readonly Message[]): string[] {
  const contents = messages.map(({ content }) => content.trim())
  return [contents.join('\n\n'), contents.join('\n'), contents.at(-1) ?? ''].filter((text) => text.length >= SHORTEST)
}

/** How many characters of a beginning answer are a prompt said over; null while more must be heard to tell. `last`: no more comes. */
export function echoIn(answer: string, echoes: readonly string[], last: boolean): number | null {
  const begun = answer.trimStart()
  const echo = echoes.find((each) => begun.length > each.length && begun.startsWith(each))
  if (echo !== undefined) return answer.length - begun.length + echo.length
  return !last && echoes.some((each) => each.startsWith(begun)) ? null : 0
}
