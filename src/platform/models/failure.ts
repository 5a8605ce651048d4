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
const ERRORS = ['error', 'errors', 'detail', 'error_msg', 'errorMessage', 'errorMsg', 'Error', 'fault'] as const

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
  const inner = error['message'] ?? error['msg'] ?? error['faultstring'] ?? error['detail'] ?? error['error'] ?? error['description'] ?? error['errors']
  const words = inner === undefined || inner === null ? JSON.stringify(error) : wordsOfError(inner)
  const loc = Array.isArray(error['loc']) ? error['loc'].join('.') : ''
  const param = textOf(error['param']) || loc
  const metadata = error['metadata']
  const raw = isRecord(metadata) ? [metadata['raw'], metadata['reasons']].map((part) => (typeof part === 'string' ? part : Array.isArray(part) ? part.join(', ') : '')).filter((part) => part !== '').join(', ') : ''
  const said = raw === '' ? words : `${words}: ${raw}`
  return param !== '' && !said.includes(param) ? `${said} (${param})` : said
}

function codeOf(value: { [key: string]: unknown }): string {
  return [value['code'], value['status'], value['status_code'], value['statusCode'], value['type']]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
}

/** The failure that an HTTP status with these words is. `words` is the server's text, not yet cleaned; empty when there is none. */
export function failureOfStatus(status: number, words: string, code: string, context: FailureContext): Failure {
  const said = cleanWords(words, context.secret)
  const tail = said === '' ? '' : ` It says: “${said}”`
  const all = `${code} ${words}`
  const server = `The model server at ${context.host}`
  const make = (reason: ModelFailure, message: string, retry = false): Failure => ({ reason, message: message + tail, retryAfterMs: null, retry, refusal: null })

  if (status !== 401 && /context[_ ]?(length|window|size)|maximum (context|sequence|prompt)|context.{0,20}(overflow|exceeded)|contextwindow|context_length|too (long|many (input )?tokens)|prompt (is )?too|exceeds? .*(token|context|n_ctx|max_model_len)|n_ctx|max_model_len|max_new_tokens.{0,20}must be|reduce the (length|size)|string_above_max_length/i.test(all)) {
    return make('too-long', `The prompt is longer than ${nameOf(context.model)} takes at ${context.host}. Choose a model with a longer context, or raise the context length in the server.`)
  }
  // a quota of so much a minute is named like one that is used up, but says when it comes back
  const isSoon = status === 429 && /(retry|try again) (in|after) [\d.]+ ?(m?s|sec|min)|per[ _-]?minute|\b[RT]PM\b/i.test(all) && !/insufficient_quota/.test(all)
  if (isSoon) return make('rate-limited', `${context.host} limits how often it may be asked, and the limit is reached. Wait a little, or slow the village down in the settings.`, true)
  if (/insufficient[_ ]quota|exceeded your current quota|out of credit|insufficient[_ ](balance|credit|funds)|credit balance|balance (is )?(not enough|too low)|no credits|arrears|billing|payment required/i.test(all) || status === 402) {
    return make('payment', `The account at ${context.host} has no credit left. Add credit there or choose another endpoint.`)
  }
  if (status === 451 || (/content[_ ](filter|policy)|content management|safety (system|policy)|moderation|flagged|data_inspection_failed|inappropriate content|usage polic/i.test(all) && status < 500)) {
    return make('filtered', `${server} refused these words by its content rules. Say it differently or choose another model.`)
  }
  if (status === 401 || status === 498 || /invalid[_ ]api[_ ]key|incorrect api key|api[_ ]?key (?:is )?(?:not valid|invalid|expired|missing)|api_key_invalid|authentication|no auth|(invalid|missing|expired|incorrect) (token|credentials|api token|access token)|user not found|unauthori[sz]ed/i.test(all)) {
    return make('unauthorized', context.secret === null ? `${server} wants a key. Enter the key it gave you.` : `${server} does not accept this key. Check that it is whole, still valid, and for this server.`)
  }
  if (/model[^.]{0,80}(not (found|exist|available|loaded|supported|valid)|does(n't| not) exist|is not a valid|unknown)|(unknown|invalid|no such|unsupported|not a valid) model|model_not_found|no models? (loaded|available|is loaded)|pull(ing)? it first/i.test(all) && status < 500) {
    return make('model-missing', `${context.host} has no model called ${nameOf(context.model)}. Pick one from its list, or load it in the server first.`)
  }
  if (/unsupported_country|country, region|not available in your (country|region)|location is not supported/i.test(all)) return make('forbidden', `${server} is not offered where you are. Choose another endpoint.`)
  if (status === 511) return make('blocked', `The network wants you to sign in before ${context.host} can be reached. Open any page in a tab and sign in, then try again.`)
  if (status === 403) return make('forbidden', `${server} forbids this (403). The key may lack the right to this model, or the server may not allow calls from this page (in Ollama: OLLAMA_ORIGINS).`)
  if (status === 404 || status === 405 || status === 410 || status === 501 || /unexpected endpoint|no (such )?(route|endpoint)|\b(route|path|endpoint|url|page)\b.{0,60}not found|unknown (route|endpoint|url|path)|invalid url|cannot post/i.test(all)) {
    return make('unreachable', `${context.host} answers, but has no chat at this address${status === 0 ? '' : ` (${status})`}. Check the address: it usually ends in /v1.`)
  }
  if (status === 408 || status === 504 || status === 524 || status === 598 || status === 599) return make('timeout', `${server} gave up waiting (${status}). The model may still be loading, or be too slow. Try again.`)
  if (status >= 520 && status <= 530 && status !== 529) return make('unreachable', `A proxy answers at ${context.host}, but cannot reach the model server behind it (${status}). Check that the server runs.`)
  if (status === 413 || status === 431) return make('too-long', `The prompt is too large for ${context.host} (${status}). Choose a server or model that takes longer prompts.`)
  if (status === 429 || status === 420 || status === 509 || /rate[_ ]?limit|too many requests/i.test(all)) return make('rate-limited', `${context.host} limits how often it may be asked, and the limit is reached. Wait a little, or slow the village down in the settings.`, true)
  if (status === 503 || status === 529 || status === 425 || (status >= 400 && /overloaded|at capacity|over capacity|no capacity|out of capacity|(model|is|still) (is )?(currently |still )?(loading|warming|starting)|loading model|server busy|is busy|no (available )?(workers|instances|replicas)/i.test(all))) {
    return make('overloaded', `${server} is too busy now (${status}). It usually passes within minutes.`, true)
  }
  if (status >= 500 && /jinja|chat template|roles must alternate|system role|template error/i.test(all)) return { ...make('refused-parameter', `${server} cannot put these messages into the form its model wants (${status}). Another model may take them.`), refusal: all }
  if (status >= 500) return make('server-error', `${server} failed (${status}). Look at its log, restart it, or choose another.`)
  if (status >= 400) return { ...make('refused-parameter', `${server} refused the request (${status}). Another model or a newer server may take it.`), refusal: all }
  return make('server-error', `${server} answered with an error. Look at its log or choose another.`)
}

/** The failure that an error inside a body of status 200, or in the middle of a stream, is. */
export function failureOfServerError(error: { words: string; code: string }, context: FailureContext): Failure {
  const number = /\b([45]\d\d)\b/.exec(error.code) ?? /^(?:error code:? |\[|http )?([45]\d\d)\b/i.exec(error.words)
  if (number) return failureOfStatus(Number(number[1]), error.words, error.code, context)
  if (/overloaded|unavailable|capacity|server busy|queue (is )?full/i.test(`${error.code} ${error.words}`)) return failureOfStatus(503, error.words, error.code, context)
  if (/rate[_ ]?limit|too many requests|resource_exhausted|throttl/i.test(`${error.code} ${error.words}`)) return failureOfStatus(429, error.words, error.code, context)
  return failureOfStatus(0, error.words, error.code, context)
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
  return bare.replace(/\b(?:(?:sk|gsk|csk|pk|rk|key|xai|hf|pplx|nvapi|fw|r8|tgp|ghp|api|glpat|voyage)[-_]|AIza)[\w*.-]{8,}|\bbearer\s+[\w*.+/=-]{12,}/gi, '•••')
}

/** Whether a body is a web page rather than an answer. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(<!--[\s\S]{0,400}?-->\s*)?<(!doctype|html|head|body|title|center|h1)\b/i.test(text)
}

function nameOf(model: string): string {
  return model === '' ? 'the model' : `“${model}”`
}
