/** Why a model server gave no answer, as a reason and a sentence that says what to do. */
import type { ModelFailure } from '#minds/language-model.ts'
import { isRecord, textOf } from './loose.ts'

/** A failure of one attempt. */
export type Failure = {
  reason: ModelFailure
  message: string
  /** Milliseconds the server asks to wait; null when it does not say. */
  retryAfterMs: number | null
  /** Whether asking the same again may help; only ever acted on before the first token. */
  retry: boolean
  /** The server's own words when it refused the request, to find the parameter it did not like. */
  refusal: string | null
  /** Whether the server has nothing at this address. */
  isNoDoor?: true
}

/** What a failure is told about. `host` is the origin, without path or key. */
export type FailureContext = { host: string; model: string; secret: string | null }

/** A failure without a retry. */
export function failureOf(reason: ModelFailure, message: string): Failure {
  return { reason, message, retryAfterMs: null, retry: false, refusal: null }
}

/** The words of a server's error, from any of the shapes in use; null when `value` is no error. `code` is what it uses as status. */
export function readServerError(value: unknown): { words: string; code: string } | null {
  if (Array.isArray(value)) return value.length > 0 ? readServerError(value[0]) : null
  if (!isRecord(value)) return null
  const name = ERRORS.find((each) => value[each] !== undefined && value[each] !== null)
  const error = name === undefined || isEmpty(value[name]) ? undefined : value[name]
  const base = value['base_resp']
  if (isRecord(base) && base['status_code'] !== 0) return { words: textOf(base['status_msg']) || 'an error without words', code: '' }
  if (isRecord(value['Response']) && value['Response']['Error'] !== undefined) return readServerError(value['Response'])
  const { message } = value
  const beside = (typeof message === 'object' ? wordsOfError(message) : textOf(message)) || textOf(value['msg']) || textOf(value['Message']) || textOf(value['error_description']) || (typeof value['status'] === 'number' ? textOf(value['title']) : '')
  if (error !== undefined) {
    const words = wordsOfError(error)
    // where the error is but a name, the sentence beside it says more
    const said = [words, beside !== '' && !words.includes(beside) ? beside : ''].filter((part) => part !== '').join(': ')
    return { words: said || 'an error without words', code: isRecord(error) ? codeOf(error) || codeOf(value) : codeOf(value) }
  }
  if (value['choices'] !== undefined || beside === '' || KEEP_ALIVE.test(`${textOf(value['type'])} ${textOf(value['status'])}`)) {
    return value['object'] === 'error' || value['type'] === 'error' || value['success'] === false ? { words: 'an error without words', code: codeOf(value) } : null
  }
  return { words: beside, code: codeOf(value) }
}

/** Fields that hold an error. */
const ERRORS = ['error', 'errors', 'detail', 'error_msg', 'error_message', 'errorMessage', 'errorMsg', 'errorText', 'Error', 'fault'] as const

/** Whether a field says that there is no error. */
function isEmpty(error: unknown): boolean {
  return error === false || error === 0 || error === '' || (typeof error === 'object' && error !== null && Object.keys(error).length === 0)
}

/** States that a server tells while it works. */
const KEEP_ALIVE = /ping|heart|keep.?alive|progress|processing|queued|pending|\bok\b/i
/** Words of a list of faults that are shown. */
const MOST_FAULTS = 3

function wordsOfError(error: unknown): string {
  if (typeof error === 'string') return error
  if (Array.isArray(error)) return error.slice(0, MOST_FAULTS).map(wordsOfError).filter((words) => words !== '').join('; ')
  if (!isRecord(error)) return ''
  const inner = error['message'] ?? error['msg'] ?? error['faultstring'] ?? error['detail'] ?? error['error'] ?? error['description'] ?? error['errors'] ?? error['Message']
  const words = inner === undefined || inner === null ? JSON.stringify(error) : wordsOfError(inner)
  const loc = Array.isArray(error['loc']) ? error['loc'].join('.') : ''
  const param = textOf(error['param']) || loc
  const metadata = error['metadata']
  const raw = isRecord(metadata) ? [metadata['raw'], metadata['reasons']].map((part) => (typeof part === 'string' ? part : Array.isArray(part) ? part.join(', ') : '')).filter((part) => part !== '').join(', ') : ''
  const said = raw === '' ? words : `${words}: ${raw}`
  return param !== '' && !said.includes(param) ? `${said} (${param})` : said
}

function codeOf(value: { [key: string]: unknown }): string {
  return [value['code'], value['status'], value['status_code'], value['statusCode'], value['http_status_code'], value['type'], value['error_type'], value['Code']]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
}

/** Text of a server made fit to be shown: no key, no mark-up, no line breaks, not long. */
export function cleanWords(text: string, secret: string | null): string {
  const plain = redact(text, secret)
    .replace(/<[^>]{0,500}>/g, ' ')
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim()
  return plain.length > 200 ? `${plain.slice(0, 197)}…` : plain
}

/** `text` without the key, nor anything that looks like one. */
export function redact(text: string, secret: string | null): string {
  const bare = secret !== null && secret.length >= 4 ? text.split(secret).join('•••') : text
  return bare.replace(/\b(?:(?:sk|gsk|csk|pk|rk|key|xai|hf|pplx|nvapi)[-_]|(?:fw|r8|tgp|ghp)_|AIza)[\w*.-]{8,}|\bbearer\s+[\w*.+/=-]{12,}/gi, '•••')
}

/** The title of a web page; empty when it has none. */
export function titleOf(page: string): string {
  return /<title[^>]*>([^<]{0,300})/i.exec(page)?.[1]?.trim() ?? ''
}

/** Whether a body is a web page rather than an answer. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(<!--[\s\S]{0,400}?-->\s*)?<(!doctype|html|head|body|title|center|h1)\b/i.test(text)
}
