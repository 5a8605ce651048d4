/** The many shapes in which models write labelled lines, brought into one: LABEL: words. */

/** What the labels are called by those who were asked for SAY, THINK, DO and FEEL. */
export const LABELS = { say: 'say|speech|reply|response|speak|says|dialogue|answer|text|message', think: 'think|thought|thoughts|thinking|inner|inner thought|think_line', do: 'do|action|choice|option|act', feel: 'feel|feeling|emotion|mood' } as const
/** One of SAY, THINK, DO and FEEL. */
export type Label = keyof typeof LABELS

const ANY = Object.values(LABELS).join('|')
const TAGGED = new RegExp(`<(${ANY})>([\\s\\S]*?)(?:</\\1>|$)`, 'gi')
const TABLE_ROW = new RegExp(`^[ \\t]*\\|[ \\t*]*(${ANY})[ \\t*]*\\|[ \\t]*(.*?)[ \\t]*\\|?[ \\t]*$`, 'gim')
const BRACKETED = new RegExp(`^[ \\t>*-]*[\\[(](${ANY})[\\])][ \\t]*:?[ \\t]*`, 'gim')
const HEADED = new RegExp(`^[ \\t]*#+[ \\t]*\\**(${ANY})\\**[ \\t]*:?[ \\t]*$`, 'gim')
const DASHED = new RegExp(`^[ \\t]*(${ANY})[ \\t]+(?:[-–—]|[-=]>|→)[ \\t]+`, 'gim')
const LISTED = new RegExp(`^[ \\t]*(?:[-*•>+]+|\\d{1,2}[.)])[ \\t]+(?=[*_"'\`]*(?:${ANY})[*_"'\`]*[ \\t]*[:=])`, 'gim')
const PICTURED = new RegExp(`^[ \\t]*\\p{Extended_Pictographic}\\ufe0f?[ \\t]*(?=[*_]{0,2}(?:${ANY})\\b)`, 'gimu')
/** Labels that share one line, as only those write them that were asked for capitals. */
const SHARED_LINE = /[ \t]*[|;/]?[ \t]+\*{0,2}(SAY|THINK|FEEL|DO)\*{0,2}\s*[:=]/g
/** The beginning of a label at which an answer was cut off. */
const CUT_LABEL = /\n[ \t*]*(?:S|SA|SAY|T|TH|THI|THIN|THINK|F|FE|FEE|FEEL|D|DO)[\s*]*$/

/** Whether there is anything in a text that `plainText` would change. */
const UNPLAIN = /[\u00a0\u200b-\u200d\u2028\u2029\u2060\uff10-\uff19`&]|<br|\\n|^\s*"/i
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'", '#x27': "'", '#34': '"' }
/** Line breaks that were written out, before a label. */
const WRITTEN_BREAK = new RegExp(`(?:\\\\r)?\\\\n(?=\\s*[*_]{0,2}(?:${ANY})\\b)`, 'gi')
const TICKED = new RegExp('`[ \\t]*(' + ANY + ')[ \\t]*(:?)[ \\t]*`[ \\t]*(:?)', 'gi')

/** The text as it was meant, where a server or a page wrote it for others: quoted as a whole, with entities, breaks as tags or written out, spaces that are none. */
export function plainText(raw: string): string {
  if (!UNPLAIN.test(raw)) return raw
  let text = raw
  if (/^\s*"(?:[^"\\]|\\.)*"\s*$/.test(text)) {
    try {
      const inner: unknown = JSON.parse(text)
      if (typeof inner === 'string' && /[{:\n]/.test(inner)) text = inner
    } catch {
      // no text within a text: it is read as it stands
    }
  }
  text = text
    .replace(/[\u200b-\u200d\u2060]/g, '')
    .replace(/[\u2028\u2029]|<br\s*\/?>/gi, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/&(#?\w{2,4});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(TICKED, '$1:')
  // within an object they are as they should be
  return /^\s*[{[]/.test(text) ? text : text.replace(WRITTEN_BREAK, '\n')
}

/** The text with every label at the beginning of a line of its own, followed by a colon; `repairs` hears what was done. */
export function spreadLabels(text: string, repairs: string[]): string {
  const note = (name: string, before: string, after: string): string => {
    if (before !== after) repairs.push(name)
    return after
  }
  let spread = note('colon', text, text.replace(/：/g, ':'))
  spread = note('pictures', spread, spread.replace(PICTURED, ''))
  spread = note('tags', spread, spread.replace(TAGGED, '\n$1: $2\n'))
  spread = note('table', spread, spread.replace(TABLE_ROW, '$1: $2'))
  spread = note('brackets', spread, spread.replace(BRACKETED, '$1: '))
  spread = note('headings', spread, spread.replace(HEADED, '$1:'))
  // a single dash after such a word may be speech; two lines of it are a form
  if ((spread.match(DASHED) ?? []).length > 1) spread = note('dashes', spread, spread.replace(DASHED, '$1: '))
  spread = note('list', spread, spread.replace(LISTED, ''))
  spread = note('one-line', spread, spread.replace(SHARED_LINE, '\n$1:'))
  return note('cut-off', spread, spread.replace(CUT_LABEL, ''))
}
