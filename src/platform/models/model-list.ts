/** The names of the models that a server offers. */
import { isRecord, textOf } from './loose.ts'

/** Names that mean another trade than talking; they are listed last. */
const NOT_FOR_TALK = /embed|rerank|whisper|tts|dall-e|image|moderation|transcri|bge-|e5-|nomic|clip/i
const MOST_NAMES = 2_000

/** Names from any of the shapes in use, without doubles, talkers first; null when `value` is no list. */
export function readModelNames(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : isRecord(value) ? (value['data'] ?? value['models'] ?? value['result']) : null
  if (!Array.isArray(list)) return null
  const names = new Set<string>()
  for (const item of list.slice(0, MOST_NAMES) as unknown[]) {
    const name = typeof item === 'string' ? item : isRecord(item) ? textOf(item['id']) || textOf(item['model']) || textOf(item['name']) : ''
    if (name.trim() !== '') names.add(name.trim())
  }
  return [...names].sort((a, b) => Number(NOT_FOR_TALK.test(a)) - Number(NOT_FOR_TALK.test(b)))
}

/** The name in the list that `wanted` means: the same, the same but for case, or the one with a tag or path around it; null when there is none. */
export function findModelName(names: readonly string[], wanted: string): string | null {
  const want = wanted.toLowerCase()
  return (
    names.find((name) => name === wanted) ??
    names.find((name) => name.toLowerCase() === want) ??
    names.find((name) => name.toLowerCase() === `${want}:latest`) ??
    names.find((name) => name.toLowerCase().replace(/^models\//, '') === want) ??
    null
  )
}

/** Up to three names that look like `wanted`, for a hint. */
export function similarNames(names: readonly string[], wanted: string): string[] {
  const stem = wanted.toLowerCase().split(/[:/@\s-]/)[0] ?? ''
  const close = stem === '' ? [] : names.filter((name) => name.toLowerCase().includes(stem))
  return (close.length > 0 ? close : names).slice(0, 3)
}
