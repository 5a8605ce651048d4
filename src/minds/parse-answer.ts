/** A model's text as words, a thought and a lawful choice; whatever it looks like, something usable or nothing. */
import { capText } from './memory/make-memory.ts'
import { circleAt } from './circles.ts'
import { LABELS, plainText, spreadLabels, type Label } from './answer-shapes.ts'
import type { OfferedOption } from './private-view.ts'

/** What was understood of an answer. */
export type ParsedAnswer = {
  say: string | null
  think: string | null
  option: OfferedOption | null
  feel: string | null
  /** Further THINK lines, for reflections. */
  thoughts: string[]
  /** Which repairs were needed, by name. */
  repairs: string[]
}

/** The most words that are said in one breath. */
const WORDS_LIMIT = 60
const FIRST_WORDS = new RegExp(`^(?:\\S+\\s+){0,${WORDS_LIMIT - 1}}\\S*`)
const THOUGHT_LIMIT = 120
const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
/** A chat template that is said aloud, and what an assistant says before it is somebody else. */
const TEMPLATE_HEAD = /^\s*(?:<\|[^|>]*\|>\s*(?:(?:assistant|user|system)\b\s*)?)+/i
const CHATTER = /^\s*(?:sure|of course|certainly|okay|ok|absolutely|understood|here(?:['’]s| is| you go)[^\n]*)[!.,:]*[ \t]*\n\s*\n/i
/** How a block of several lines begins in YAML. */
const BLOCK = /^[|>][-+]?$/
/** Objects of one answer that are looked into. */
const MOST_OBJECTS = 6
/** How deep an object may lie in others. */
const DEEPEST = 3
const LABEL_LINE = new RegExp(`^[\\s>*_#\\-"']*(${Object.values(LABELS).join('|')})\\s*["']?[*_]*\\s*[:=][*_]*\\s*`, 'i')

/** Reads an answer. `speaks`: whether bare text counts as speech (else as a thought). `names` are names the speaker might put before its own words. */
export function parseAnswer(raw: string, offered: readonly OfferedOption[], { speaks, names }: { speaks: boolean; names: readonly string[] }): ParsedAnswer {
  const repairs: string[] = []
  let text = stripReasoning(plainText(raw), repairs).replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '').replace(TEMPLATE_HEAD, '')
  if (/```/.test(text)) {
    repairs.push('fence')
    text = text.replace(/```[a-z]*\n?/gi, '')
  }
  if (CHATTER.test(text)) {
    repairs.push('chatter')
    text = text.replace(CHATTER, '')
  }
  // a chat template that ran on into the next speaker
  const runOn = /(?:<\|[^|>]*\|>|\[\/?INST\]|^\s*(?:user|human|player|system|assistant)\s*:)/im.exec(text)
  if (runOn && runOn.index > 0) {
    repairs.push('run-on')
    text = text.slice(0, runOn.index)
  } else if (runOn) text = text.replace(runOn[0], '')
  const fields = fromObject(text, repairs) ?? fromLines(text, repairs)
  if (!fields.say && !fields.think && !fields.do) {
    const bare = text.trim()
    if (bare !== '') {
      repairs.push('bare')
      if (/^\W{0,2}\d{1,2}\W{0,2}$/.test(bare)) fields.do = bare
      else if (speaks) fields.say = firstParagraph(bare)
      else fields.think = firstParagraph(bare)
    }
  }
  if (!fields.say && speaks && fields.loose) {
    repairs.push('unlabelled')
    fields.say = fields.loose
  }
  const say = fields.say ? uncircled(cleanSpeech(fields.say, names), repairs) : null
  const thoughts = fields.thoughts.map((line) => capText(uncircled(cleanSpeech(line, names), repairs), 240)).filter((line) => line !== '')
  return { say: say || null, think: fields.think ? capText(uncircled(cleanSpeech(fields.think, names), repairs), THOUGHT_LIMIT) || null : null, option: findOption(fields.do, offered), feel: fields.feel?.toLowerCase().match(/\p{L}+/u)?.[0] ?? null, thoughts, repairs }
}

/** The part of a growing answer that may be shown as speech already, no longer than what can be said of it; empty while that is not sure. */
export function speechSoFar(raw: string): string {
  const text = stripReasoning(plainText(raw), []).replace(/^\s+/, '')
  if (text.startsWith('{')) return firstWords(saidInObject(text))
  const say = new RegExp(`(?:^|\\n)[\\s>*_#"']*(?:${LABELS.say})\\s*[*_]*\\s*:[*_]*\\s*`, 'i').exec(text)
  let shown = ''
  if (say) shown = text.slice(say.index + say[0].length)
  else if (text.length > 14 && !/^[\s>*_#"'{[`]*(?:think|thought|feel|do|action|inner|\{|<|\w{0,8}\s*$)/i.test(text) && !LABEL_LINE.test(text)) shown = text
  const next = new RegExp(`\\n[\\s>*_#"']*(?:${Object.values(LABELS).join('|')})\\b`, 'i').exec(shown)
  if (next) shown = shown.slice(0, next.index)
  else shown = shown.replace(/\n[\s\S]*$/, '')
  return firstWords(shown.replace(/^["“*]+/, '').replace(/["”*]+$/, '').replace(/\*[^*]*(\*|$)/g, '').trimStart())
}

function firstWords(text: string): string {
  return FIRST_WORDS.exec(text)?.[0] ?? text
}

/** The words of a growing object that are said aloud, as far as they have come. */
function saidInObject(text: string): string {
  const [, said = ''] = /"say"\s*:\s*"((?:[^"\\]|\\.)*)/.exec(text) ?? []
  return said.replace(/\\u[\da-fA-F]{0,3}$|\\$/, '').replace(/\\u([\da-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\\n/g, ' ').replace(/\\(.)/g, '$1').replace(/\*[^*]*(\*|$)/g, '')
}

function stripReasoning(raw: string, repairs: string[]): string {
  let text = raw.replace(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, '')
  const close = /<\/(?:think|thinking|reasoning)>/i.exec(text)
  if (close) text = text.slice(close.index + close[0].length)
  const open = /<(?:think|thinking|reasoning)>/i.exec(text)
  if (open) text = text.slice(0, open.index)
  if (text !== raw) repairs.push('reasoning')
  return text
}

type Fields = { say?: string; think?: string; do?: string; feel?: string; thoughts: string[]; loose?: string }

function labelOf(word: string): Label | null {
  const plain = word.toLowerCase()
  return (Object.keys(LABELS) as Label[]).find((label) => LABELS[label].split('|').includes(plain)) ?? null
}

function fromLines(text: string, repairs: string[]): Fields {
  const fields: Fields = { thoughts: [] }
  let current: Label | null = null
  for (const line of spreadLabels(text, repairs).split('\n')) {
    const found = LABEL_LINE.exec(line)
    const label = found ? labelOf(found[1] ?? '') : null
    if (found && label) {
      current = label
      const rest = line.slice(found[0].length).trim().replace(BLOCK, '')
      if (label === 'think') fields.thoughts.push(rest)
      if (!fields[label]) fields[label] = rest
      else current = null
    } else if (current && line.trim() !== '' && (fields[current] === '' || ((current === 'say' || current === 'think') && !/^\s*\d+\./.test(line)))) fields[current] = `${fields[current] ?? ''} ${line.trim()}`.trim()
    else if (current === null && fields.say === undefined && line.trim() !== '') fields.loose = `${fields.loose ?? ''} ${line.trim()}`.trim()
    else if (line.trim() === '') current = current !== null && fields[current] === '' ? current : null
  }
  return fields
}

/** What the balanced objects of a text say together, the first before the others; null when there is none that says anything. */
function fromObject(text: string, repairs: string[]): Fields | null {
  const found: Fields[] = []
  let from = 0
  for (let count = 0; count < MOST_OBJECTS; count++) {
    const start = text.indexOf('{', from)
    const looksLikeOne = start >= 0 && /["'“”]?\w+["'“”]?\s*:/.test(text.slice(start, start + 60))
    if (start < 0 || (!looksLikeOne && count === 0)) break
    from = balancedEnd(text, start)
    const fields = looksLikeOne ? readObject(text.slice(start, from), repairs) : null
    if (fields !== null && (fields.say || fields.think || fields.do)) found.push(fields)
    if (found.some(({ say, think, do: act }) => say && think && act)) break
  }
  if (found.length === 0) return null
  return Object.assign({}, ...found.toReversed(), { thoughts: found.flatMap(({ thoughts }) => thoughts) }) as Fields
}

/** One object, read as JSON after mending what models get wrong; null when it is beyond that. */
function readObject(body: string, repairs: string[]): Fields | null {
  const mended = body.replace(/[“”]/g, '"').replace(/\/\/[^"\n]*$/gm, '').replace(/,\s*([}\]])/g, '$1').replace(/([{,]\s*)(\w+)(\s*:)/g, '$1"$2"$3')
  for (const candidate of [body, mended, mended.replace(/'/g, '"'), `${mended}"}`, `${mended}}`]) {
    try {
      const value: unknown = JSON.parse(candidate)
      if (typeof value !== 'object' || value === null) continue
      const fields = fieldsOf(Object.entries(value))
      if (!fields.say && !fields.think && !fields.do) continue
      repairs.push(candidate === body ? 'json' : 'json-mended')
      return fields
    } catch {
      continue
    }
  }
  // beyond mending: take "key": "value" pairs where they stand
  const pairs = [...mended.matchAll(/["']?(\w+)["']?\s*:\s*(?:"((?:[^"\\]|\\.|"(?!\s*,?\s*(?:["']?\w+["']?\s*:|[}\]]|$)))*)|'([^']*)|(\d+))/g)].map((match): [string, unknown] => [match[1] ?? '', match[2]?.replace(/\\n/g, ' ').replace(/\\(.)/g, '$1') ?? match[3] ?? match[4]])
  if (pairs.length === 0) return null
  repairs.push('json-pairs')
  return fieldsOf(pairs)
}

function fieldsOf(entries: ReadonlyArray<readonly [string, unknown]>, depth = 0): Fields {
  let fields: Fields = { thoughts: [] }
  for (const [key, given] of entries) {
    const label = labelOf(key)
    // {"arguments": "{\"say\": …}"}
    const value = typeof given === 'string' && /^\s*\{/.test(given) ? objectIn(given) : given
    // {"response": {"say": …}}
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < DEEPEST) {
      const inner = fieldsOf(Object.entries(value), depth + 1)
      fields = { ...inner, ...fields, thoughts: [...fields.thoughts, ...inner.thoughts] }
      continue
    }
    if (!label || fields[label] !== undefined) continue
    const word = Array.isArray(value) ? (value as unknown[]).filter((item) => typeof item === 'string').join(' ') : typeof value === 'string' || typeof value === 'number' ? String(value) : null
    if (word === null) continue
    fields[label] = word
    if (label === 'think') fields.thoughts.push(word)
  }
  return fields
}

/** The object that a text is; the text itself when it is none. */
function objectIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function balancedEnd(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{') depth++
    else if (c === '}' && --depth === 0) return i + 1
  }
  return text.length
}

function findOption(words: string | undefined, offered: readonly OfferedOption[]): OfferedOption | null {
  if (!words) return null
  const digits = /\d+/.exec(words)
  const byNumber = digits ? offered.find(({ number }) => number === Number(digits[0])) : undefined
  if (byNumber) return byNumber
  const plain = words.toLowerCase().replace(/[^\p{L} ]+/gu, ' ').trim()
  const byWord = offered.find(({ number }) => plain === NUMBER_WORDS[number] || plain === `option ${NUMBER_WORDS[number]}` || plain.replace(/^the | (?:one|option|choice)$/g, '') === ORDINALS[number])
  if (byWord) return byWord
  if (plain.length < 3) return null
  return offered.find(({ label }) => label.toLowerCase() === plain) ?? offered.find(({ label }) => plain.includes(label.toLowerCase()) || (plain.length > 5 && label.toLowerCase().includes(plain))) ?? null
}

function firstParagraph(text: string): string {
  return text.split(/\n\s*\n/)[0] ?? text
}

function cleanSpeech(text: string, names: readonly string[]): string {
  let words = text.replace(/<\/?(?:think|thinking|reasoning)\b>?|<\|[^|>]{0,20}\|?>?/gi, ' ').replace(/\n+/g, ' ').replace(/\*[^*]{0,120}\*/g, ' ').replace(/\((?:[a-z][^)]{0,80})\)/g, ' ').replace(/⟦|⟧/g, ' ').replace(/\s+/g, ' ').trim()
  for (const name of names) {
    if (words.toLowerCase().startsWith(name.toLowerCase()) && /^\s?:/.test(words.slice(name.length))) words = words.slice(name.length).replace(/^\s?:/, '').trim()
    else if (words.toLowerCase().startsWith(`[${name.toLowerCase()}]`)) words = words.slice(name.length + 2).replace(/^:/, '').trim()
  }
  return unquote(words).replace(/\*+|^_+|_+$/g, '').trim()
}

/** Without what is said over and over, back to the last whole sentence before it; empty where there is none. */
function uncircled(words: string, repairs: string[]): string {
  const at = circleAt(words)
  if (at < 0) return inOneBreath(words)
  repairs.push('circle')
  return inOneBreath(/^[\s\S]*[.!?…]["”’]?(?=\s|$)/.exec(words.slice(0, at))?.[0] ?? '')
}

function inOneBreath(words: string): string {
  const parts = words.split(' ')
  if (parts.length <= WORDS_LIMIT) return words
  const cut = parts.slice(0, WORDS_LIMIT).join(' ')
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return end > cut.length * 0.4 ? cut.slice(0, end + 1) : `${cut}…`
}

/** Without the quotation marks around the whole; those around a part stay. */
function unquote(text: string): string {
  const whole = /^(["“'«「『]+)\s*([\s\S]*?)\s*["”»」』]+$/.exec(text)
  if (whole && !/["“”«»]/.test(whole[2] ?? '')) return whole[2] ?? ''
  // one that is opened and not closed, or the other way round
  if (/^["“'«][^"“”«»]*$/.test(text)) return text.slice(1).trim()
  return /^[^"“”«»]*["”»]$/.test(text) ? text.slice(0, -1).trim() : /^"[\s\S]*"$/.test(text) && (text.match(/"/g) ?? []).length === 2 ? text.slice(1, -1).trim() : text
}
