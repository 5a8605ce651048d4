/** JSON that is almost JSON, as some servers write it. */
import { parseJson } from './loose.ts'

/** Where one object ends and the next begins, or the end is told, without anything between. */
const SEAM = /(?<=[}\]])(?:\s|\\[nr])*(?:data:\s*)?(?=\{"|\[DONE\])/
/** Line breaks at the end that were written out. */
const WRITTEN_BREAKS = /(?:\\[nr])+\s*$/
/** Texts and names as Python prints them. */
const PYTHON_TOKEN = /'((?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"|\b(?:None|True|False)\b/gs
const PYTHON_NAMES: { readonly [name: string]: string } = { None: 'null', True: 'true', False: 'false' }

/** The value of a text that is no JSON only for what Python and C let through, or for how Python prints it: numbers that are none, control characters, single quotes, bytes; undefined when it is something else. */
export function parseAlmostJson(text: string): unknown {
  const bytes = /^\s*b(['"])(.*)\1\s*$/s.exec(text)
  if (bytes !== null) return parseJson(bytes[2]!.replace(/\\([\\'"])/g, '$1'))
  if (/^\s*\{\s*'/.test(text)) return parseJson(text.replace(PYTHON_TOKEN, (token: string, inner?: string) => PYTHON_NAMES[token] ?? (inner === undefined ? token : `"${inner.replaceAll("\\'", "'").replace(/(?<!\\)"/g, '\\"')}"`)))
  const mended = text
    .replace(/\t/g, '\\t')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\ufeff]/g, '')
    .replace(/([:,[]\s*)(?:NaN|-?Infinity)\b/g, '$1null')
  return mended === text ? undefined : parseJson(mended)
}

/** The parts of a text that holds several objects in a row; none when it does not. */
export function splitTogether(text: string): string[] {
  const ended = text.replace(WRITTEN_BREAKS, '')
  const parts = ended.split(SEAM)
  return parts.length > 1 || ended !== text ? parts : []
}
