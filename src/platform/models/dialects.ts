/** The protocols that model servers are spoken to in. */
import { anthropic } from './anthropic.ts'
import type { Dialect } from './dialect.ts'
import { gemini } from './gemini.ts'
import { ollama } from './ollama.ts'
import { openAi } from './openai-compatible.ts'

/** All of them, the most common first. */
const DIALECTS: readonly Dialect[] = [openAi, anthropic, gemini, ollama]

/** The dialect of a kind of endpoint; the most common where the kind has none. */
export function dialectOf(kind: string): Dialect {
  return DIALECTS.find(({ id }) => id === kind) ?? openAi
}
