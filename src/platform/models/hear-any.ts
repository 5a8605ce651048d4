/** Chunks in whatever protocol they are written: some proxies translate what is asked and forget to translate the answer. */
import { hearAnthropic } from './anthropic.ts'
import { hearChunk } from './chat-chunk.ts'
import type { Dialect } from './dialect.ts'
import { hearGemini } from './gemini.ts'
import { isRecord, textOf, withSmallNames } from './loose.ts'

const OF_ANTHROPIC = /^(?:message_(?:start|delta|stop)|content_block_(?:start|delta|stop))$/

/** Hears as `own` does, but for chunks that are plainly those of another protocol. */
export function hearAny(own: Dialect['hear']): Dialect['hear'] {
  return (heard, value) => (foreignTo(own, value) ?? own)(heard, value)
}

function foreignTo(own: Dialect['hear'], value: unknown): Dialect['hear'] | null {
  if (!isRecord(value)) return null
  if (Array.isArray(value['choices'])) return hearChunk
  if (Array.isArray(value['candidates'])) return hearGemini
  if (Array.isArray(value['Choices'])) return (heard, capital) => hearChunk(heard, withSmallNames(capital))
  return own !== hearAnthropic && OF_ANTHROPIC.test(textOf(value['type'])) ? hearAnthropic : null
}
