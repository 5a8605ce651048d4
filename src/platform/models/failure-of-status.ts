/** What a status and a server's words mean, in all the wordings in use; the more certain first. */
import type { ModelFailure } from '#minds/language-model.ts'
import { cleanWords, type Failure, type FailureContext } from './failure.ts'

const TOO_LONG =
  /context[_ ]?(length|window|size)|maximum (context|sequence|prompt)|context.{0,20}(overflow|exceeded)|contextwindow|(?<!took )too (long|many (input )?tokens)|prompt (is )?too|exceeds? .*(token|context|n_ctx|max_model_len)|n_ctx|max_model_len|max_new_tokens.{0,20}must be|must have less than \d+ tokens|reduce (the|your).{0,10} (length|size)|string_above_max_length|range of input length/i
/** A quota of so much a minute or a day is named like one that is used up, but says when it comes back. */
const SOON = /(retry|try again) (in|after) \d|per[ _-]?(second|min|minute|hour|day)\b|\b[RT]P[MD]\b|throttl/i
const NO_CREDIT =
  /insufficient[_ ]quota|exceeded your (current quota|monthly)|out of credit|insufficient[_ ](balance|credit|funds)|credit balance|balance (is )?(not enough|too low)|no credits|arrear|billing[ _](hard|soft|not|account|details|issue|disabled)|payment required|credit limit exceeded|key limit exceeded|usage limits?\b.{0,20}regain|(api|spending|spend) (usage )?limits?\. you will regain|budget (has been |was )?exceeded|budget_exceeded|used all( of)? (your |the )?(available )?credits|monthly spending limit|quota_exceeded|quota[^.]{0,60}been exhausted|欠费|余额不足|请充值/i
const FILTERED = /content[_ ](filter|policy)|content management|safety (system|policy)|moderation|flagged|data_inspection_failed|inappropriate content|usage polic|responsibleai|guardrail checks|sensitive (content|words)|敏感|违规/i
const NO_KEY =
  /invalid[_ ]api[_ ]key|(incorrect|wrong) api key|api[_ ]?key (?:is )?(?:not valid|invalid|expired|missing)|api_key_invalid|authentication|not authenticated|authorization failed|unregistered callers|no auth|missing authorization|\(header\.authorization\)|api key is (currently )?blocked|no api[ _-]?key|(invalid|missing|expired|incorrect) (token|credentials|api token|access token)|token (has |is )?expired|user not found|unauthori[sz]ed|authfailure/i
/** “not found” and its kin, within the sentence that speaks of a model; its name may have dots in it. */
const MODEL_GONE = /model(?:[^.]|\.(?!\s|$)){0,120}?((not|n't) (been |yet |currently )?(found|exist|available|loaded|valid|deployed)|does(n't| not) exist|is not a valid|unknown)|model (was |has been )?unloaded/i
const MODEL_NAMED =
  /(unknown|invalid|no such|unsupported|unavailable|not a valid) model|server is pinned to '|does not work with the specified model|function '[^']{1,80}': not found for account|model_not_(found|available|supported)|no models? (are |is )?(currently )?(loaded|available)|unable to access model|not_found_error model:|no endpoints found(?! that)|no allowed providers|pull(ing)? it first|(must provide|specify|missing|without) (a |the )?model\b|\(body\.model\)|does not support chat|could not find (real modelid|suitable)|allowed now, your model|not a chat model|deployment for this resource does not exist|only supported in v1\/|model[^.]{0,120}(decommissioned|retired|no longer (supported|available))|not activated the model|model (name )?is missing|模型不存在/i
/** “The model … is not supported”; where one of our parameters is meant it is no model that is missing. */
const MODEL_REFUSED = /model(?:[^.]|\.(?!\s|$)){0,120}?not supported/i
const PARAMETER = /parameter|temperature|_tokens|response_format|\bstop\b|stream|system|role|json|tools?\b|feature/i
const NOT_HERE = /unsupported_country|country, region|not available in your (country|region)|location is not supported/i
const WANTS_HTTPS = /plain http request was sent to https|http request to an https/i
const NO_DOOR = /unexpected endpoint|no (such )?(route|endpoint)|\b(route|path|endpoint|url|page)\b.{0,60}not found|unknown (route|endpoint|url|path)|invalid url|cannot post|\b(messages|chatcomplete|complete) is not supported by\b/i
const RATE = /rate[_ ]?limit|too many requests|resource_exhausted|throttl/i
const BUSY = /overloaded|at capacity|over capacity|no capacity|out of capacity|(model|is|still) (is )?(currently |still )?(loading|warming|starting)|loading model|(server|model) (is )?busy|is busy|no (available )?(workers|instances|replicas)/i
const BROKE = /has crashed|exit code|during generation|generation failed|out of memory|failed to load model/i
/** What lacks before a model may be used, and where that is put right. */
const FIRST_DO: ReadonlyArray<readonly [said: RegExp, cure: string]> = [
  [/data policy/i, 'offers this model only to those whose privacy settings there allow it. Change them there, or choose another model.'],
  [/key not allowed to access model|team not allowed to access model|key_model_access_denied/i, 'does not let this key use this model. Choose one that it may use, or have it allowed there.'],
  [/x-portkey-(config|provider)/i, 'is a gateway that has to be told whom to ask, in a header that is not sent from here. Give it a provider of its own there, or take the address of what is behind it.'],
  [/CORS requests are not allowed/i, 'takes nothing from a page for this organisation, because of its settings there. Use a key of another one, or a server of your own in between.'],
  [/terms acceptance|accept (the|its) terms|model_terms_required/i, 'wants the terms of this model to be accepted first. Do that on its page, or choose another model.'],
  [/requests from referr?er|http_referrer_blocked/i, 'does not take this key from here: it is restricted to other pages. Allow this page for it in the console of the service, or lift the restriction.'],
]
/** A limit of tokens that went into thinking before a word was said. */
const THOUGHT_IT_ALL = /could not finish the message because max_tokens|model output limit was reached/i
const LACKS_MEMORY = /more (system |gpu |video )?memory|(out of|insufficient|not enough) (system |gpu |video )?memory/i
/** What a server of 500 or 404 says when it is the request that it cannot bear. */
const ABOUT_REQUEST = /jinja|chat template|roles must alternate|system role|template error|grammar|json[ _]?schema|response_format|structured output|guided|requested parameters|stream(ing)? (is )?not (yet )?(supported|implemented)/i

/** The failure that an HTTP status with these words is. `words` is the server's text, not yet cleaned; empty when there is none. */
export function failureOfStatus(status: number, words: string, code: string, context: FailureContext): Failure {
  const said = cleanWords(words, context.secret)
  const tail = said === '' ? '' : ` It says: “${said}”`
  const all = `${code} ${words}`
  const server = `The model server at ${context.host}`
  const make = (reason: ModelFailure, message: string, retry = false): Failure => ({ reason, message: message + tail, retryAfterMs: null, retry, refusal: null })
  const tooOften = (): Failure => make('rate-limited', `${context.host} limits how often it may be asked, and the limit is reached. Wait a little, or slow the village down in the settings.`, true)

  const first = FIRST_DO.find(([found]) => found.test(all))
  if (status >= 400 && status < 500 && first !== undefined) return make('forbidden', `${server} ${first[1]}`)
  if (status >= 400 && THOUGHT_IT_ALL.test(all)) return make('empty', `${nameOf(context.model)} used up all its words thinking and said nothing. Choose a model that thinks less, or turn its thinking off in the server.`.replace(/^the/, 'The'))
  if (status === 498 && /capacity/i.test(all)) return make('overloaded', `${server} is too busy now (${status}). It usually passes within minutes.`, true)
  if (status === 413 || status === 431) return make('too-long', `The prompt is too large for ${context.host} (${status}). Choose a server or model that takes longer prompts.`)
  if (status === 429 && SOON.test(all) && !/insufficient_quota/.test(all)) return tooOften()
  if (status !== 401 && status !== 429 && TOO_LONG.test(all)) {
    return make('too-long', `The prompt is longer than ${nameOf(context.model)} takes at ${context.host}. Choose a model with a longer context, or raise the context length in the server.`)
  }
  if (status === 402 || NO_CREDIT.test(all)) return make('payment', `The account at ${context.host} has no credit left. Add credit there or choose another endpoint.`)
  if (status === 451 || (status < 500 && FILTERED.test(all))) return make('filtered', `${server} refused these words by its content rules. Say it differently or choose another model.`)
  if (status === 401 || status === 498 || (status !== 407 && NO_KEY.test(all))) {
    return make('unauthorized', context.secret === null ? `${server} wants a key. Enter the key it gave you.` : `${server} does not accept this key. Check that it is whole, still valid, and for this server.`)
  }
  if (status < 500 && (MODEL_GONE.test(all) || MODEL_NAMED.test(all) || (MODEL_REFUSED.test(all) && !PARAMETER.test(words.replace(/model\s+['"`“][^'"`”]*['"`”]/i, ''))))) {
    return make('model-missing', `${context.host} has no model called ${nameOf(context.model)}. Pick one from its list, or load it in the server first.`)
  }
  if (WANTS_HTTPS.test(all)) return make('unreachable', `${context.host} expects https. Write the address with https:// at its beginning.`)
  if (NOT_HERE.test(all)) return make('forbidden', `${server} is not offered where you are. Choose another endpoint.`)
  if (status === 511 || status === 407) return make('blocked', `The network wants you to sign in before ${context.host} can be reached. Open any page in a tab and sign in, then try again.`)
  if (status === 403) return make('forbidden', `${server} forbids this (403). The key may lack the right to this model, or the server may not allow calls from this page (in Ollama: OLLAMA_ORIGINS).`)
  if ((status >= 500 || status === 404) && ABOUT_REQUEST.test(all)) return { ...make('refused-parameter', `${server} cannot put this request into the form its model wants (${status}). Another model may take it.`), refusal: all }
  if (status === 404 || status === 405 || status === 410 || status === 501 || NO_DOOR.test(all)) {
    return { ...make('unreachable', `${context.host} answers, but has no chat at this address${status === 0 ? '' : ` (${status})`}. Check the address: it usually ends in /v1.`), isNoDoor: true }
  }
  if (status === 408 || status === 504 || status === 524 || status === 598 || status === 599) return make('timeout', `${server} gave up waiting (${status}). The model may still be loading, or be too slow. Try again.`)
  if (status >= 520 && status <= 530 && status !== 529) return make('unreachable', `A proxy answers at ${context.host}, but cannot reach the model server behind it (${status}). Check that the server runs.`)
  if (status === 429 || status === 420 || status === 509 || RATE.test(all)) return tooOften()
  if (status === 503 || status === 529 || status === 425 || (status >= 400 && BUSY.test(all))) return make('overloaded', `${server} is too busy now (${status}). It usually passes within minutes.`, true)
  if (status >= 500 && LACKS_MEMORY.test(all)) return make('server-error', `${server} failed (${status}): it has too little memory for this model. Choose a smaller model or quantisation there, or a shorter context.`)
  if (status >= 500 || status === 409 || status === 424 || (status >= 400 && BROKE.test(all))) return make('server-error', `${server} failed (${status}). Look at its log, restart it, or choose another.`)
  if (status >= 400) return { ...make('refused-parameter', `${server} refused the request (${status}). Another model or a newer server may take it.`), refusal: all }
  return { ...make('server-error', `${server} answered with an error. Look at its log or choose another.`), refusal: all }
}

/** The failure that an error inside a body of status 200, or in the middle of a stream, is. */
export function failureOfServerError(error: { words: string; code: string }, context: FailureContext): Failure {
  const number = /\b([45]\d\d)\b/.exec(error.code) ?? /^(?:error code:? |\[|http )?([45]\d\d)\b/i.exec(error.words)
  const all = `${error.code} ${error.words}`
  if (number) return failureOfStatus(Number(number[1]), error.words, error.code, context)
  if (/overloaded|unavailable|capacity|(server|model) (is )?busy|queue (is )?full/i.test(all)) return failureOfStatus(503, error.words, error.code, context)
  return failureOfStatus(RATE.test(all) ? 429 : 0, error.words, error.code, context)
}

function nameOf(model: string): string {
  return model === '' ? 'the model' : `“${model}”`
}
