/** JSON that is almost JSON, as some servers write it. */
import { parseJson } from './loose.ts'

/** Where one object ends and the next begins, or the end is told, without anything between. */
const SEAM = /(?<=[}\]])\s*(?:data:\s*)?(?=\{"|\[DONE\])/

/** The value of a text that is no JSON only for what Python and C let through: numbers that are none, control characters; undefined when it is something else. */
export function parseAlmostJson(text: string): unknown {
  const mended = text
    .replace(/\t/g, '\\t')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\ufeff]/g, '')
    .replace(/([:,[]\s*)(?:NaN|-?Infinity)\b/g, '$1null')
  return mended === text ? undefined : parseJson(mended)
}

/** The parts of a text that holds several objects in a row; none when it does not. */
export function splitTogether(text: string): string[] {
  const parts = text.split(SEAM)
  return parts.length > 1 ? parts : []
}
