/** The names of the models that a server offers. */
import { isRecord, textOf } from './loose.ts'

/** Names that mean another trade than talking; they are listed last. */
const NOT_FOR_TALK = /embed|rerank|whisper|tts|dall-e|image|moderation|transcri|bge-|e5-|nomic|clip/i
const MOST_NAMES = 2_000

/** Names from any of the shapes in use, without doubles, talkers first; null when `value` is no list. */
export function readModelNames(value: unknown): string[] | null {
  const list = listIn(value)
  if (list === null) return null
  const names = new Set<string>()
  const others = new Set<string>()
  for (const item of list.slice(0, MOST_NAMES) as unknown[]) {
    const name = typeof item === 'string' ? item : isRecord(item) ? nameIn(item) : ''
    if (name.trim() === '') continue
    names.add(name.trim())
    if (NOT_FOR_TALK.test(name) || (isRecord(item) && isOfAnotherTrade(item))) others.add(name.trim())
  }
  return [...names].sort((a, b) => Number(others.has(a)) - Number(others.has(b)))
}

const LISTS = ['data', 'models', 'result', 'results', 'model_names', 'names', 'items', 'list'] as const
/** Numbers of a registry, which nobody is called by. */
const NO_NAME = /^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22,}$|^azureml:/i

/** The list in an answer; it may lie in another object, be kept under its names, or be a single name. */
function listIn(value: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isRecord(value) || depth > 2) return null
  const name = LISTS.find((each) => value[each] !== undefined && value[each] !== null)
  if (name === undefined) return null
  const inner = value[name]
  if (typeof inner === 'string') return name === 'result' && inner.trim() !== '' ? [inner] : null
  const found = listIn(inner, depth + 1)
  return found ?? (name === 'models' && isRecord(inner) ? Object.keys(inner) : null)
}

/** Whether a model is said to do something else than talk. */
function isOfAnotherTrade({ type, supportedGenerationMethods: methods, capabilities }: { [key: string]: unknown }): boolean {
  if (/embed|image|audio|video|moderation|rerank|transcri|speech/i.test(textOf(type))) return true
  return (Array.isArray(methods) && !methods.includes('generateContent')) || (isRecord(capabilities) && capabilities['completion_chat'] === false)
}

function nameIn(item: { [key: string]: unknown }): string {
  const id = textOf(item['id'])
  const inner = item['model']
  return (NO_NAME.test(id) ? textOf(item['name']) : '') || id || (isRecord(inner) ? nameIn(inner) : textOf(inner)) || textOf(item['name']) || textOf(item['model_name']) || textOf(item['slug'])
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
