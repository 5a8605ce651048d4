/** The body of a chat request, without what this server and model were found to refuse. */
import { createRecentMap } from '#core/recent-map.ts'
import type { Affinity } from './affinity.ts'
import type { AnswerSchema, GenerateOptions, Message } from '#minds/language-model.ts'

/** What can be left out or said otherwise when a server complains; `version` is that of its address, `text` a content that is not a list of parts, `affinity` the word that finds what was read already, `think` the wish that it think less. */
export type Droppable = 'temperature' | 'max_tokens' | 'max_completion_tokens' | 'stop' | 'n' | 'stream_options' | 'stream' | 'system' | 'alternate' | 'response_format' | 'version' | 'text' | 'affinity' | 'think'

/** Refusals by base address and model: of those asked last, for as long as the thread lives. */
const refusals = createRecentMap<string, Set<Droppable>>(100)

/** What is known to be refused by this model at this address; add to it what is found. */
export function refusalsOf(baseUrl: string, model: string): Set<Droppable> {
  const key = `${baseUrl} ${model}`
  let found = refusals.get(key)
  if (found === undefined) refusals.set(key, (found = new Set()))
  return found
}

/** What every protocol says in its own words: the turns, the instruction apart from them, and how the answer is to be written; undefined where it is left out. */
export type Asked = { messages: Message[]; system: string; turns: Message[]; maxTokens: number; temperature: number | undefined; stop: string[] | undefined; stream: boolean }

/** More stop words than this no protocol takes. */
const MOST_STOPS = 4

/** The options without what was found to be refused. */
export function askedOf({ messages, maxTokens, temperature, stop }: GenerateOptions, refused: ReadonlySet<Droppable>): Asked {
  const arranged = arrange(messages, refused)
  return {
    messages: arranged, system: arranged.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n'), turns: mergeTurns(arranged.filter(({ role }) => role !== 'system')),
    maxTokens: Math.max(1, Math.floor(maxTokens)), temperature: refused.has('temperature') ? undefined : temperature,
    stop: stop === undefined || stop.length === 0 || refused.has('stop') ? undefined : stop.slice(0, MOST_STOPS), stream: !refused.has('stream'),
  }
}

/** The body as JSON text. */
export function writeChatRequest(model: string, options: GenerateOptions, refused: ReadonlySet<Droppable>, affinity: Affinity = {}): string {
  const { messages, maxTokens, temperature, stop, stream } = askedOf(options, refused)
  const format = formatOf(options)
  return JSON.stringify({
    model: model === '' ? undefined : model,
    messages: messages.map((message) => (refused.has('text') ? { ...message, content: [{ type: 'text', text: message.content }] } : message)),
    stream: stream ? true : undefined,
    stream_options: stream && !refused.has('stream_options') ? { include_usage: true } : undefined,
    max_tokens: refused.has('max_tokens') ? undefined : maxTokens,
    max_completion_tokens: refused.has('max_tokens') && !refused.has('max_completion_tokens') ? maxTokens : undefined,
    temperature, stop,
    n: options.choices !== undefined && options.choices > 1 && !refused.has('n') ? Math.floor(options.choices) : undefined,
    response_format: format !== null && !refused.has('response_format') ? format : undefined,
    ...(refused.has('affinity') ? {} : affinity),
  })
}

/** The shape that an answer must have, as servers of the OpenAI protocol take it; null where any will do. */
function formatOf({ schema, json }: GenerateOptions): object | null {
  if (schema) return { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: jsonSchemaOf(schema) } }
  return json ? { type: 'json_object' } : null
}

/** A flat object as a JSON schema. */
export function jsonSchemaOf({ properties }: AnswerSchema): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** How each parameter is called in the bodies of the protocols. */
const NAMES: ReadonlyArray<[what: Droppable, inBody: RegExp, inWords: RegExp]> = [
  ['affinity', /"prompt_cache_key":/, /prompt_cache_key|prompt cache/],
  ['think', /"think":/, /\bthink(?:ing)?\b/],
  ['response_format', /"(?:response_format|format)":/, /response_?format|json[ _-]?(?:schema|object|mode|validate)|structured[ _-]outputs?|\bformat\b|grammar|guided|(?:generate|validate) json/],
  ['max_tokens', /"max_tokens":/, /max_tokens/],
  ['max_completion_tokens', /"max_completion_tokens":/, /max_completion_tokens/],
  ['stream_options', /"stream_options":/, /stream_options|include_usage/],
  ['n', /"n":\d/, /\bn\b|\bchoices?\b|number of completions/],
  ['temperature', /"temperature":/, /temperature/],
  ['stop', /"(?:stop|stop_sequences|stopSequences)":/, /(?<!finish[_ ])\bstop\b(?!ped)|stop[_ ]?sequences?|stopsequences/],
]
const NO_SYSTEM = /system.{0,40}(role|message|prompt|instruction).{0,40}(not|unsupported|only)|(not|n't) support.{0,30}system|(developer|system).instructions? (is|are) not|role.{0,30}['"`]system['"`].{0,30}(not|invalid|unsupported)|invalid role.{0,10}system|(only|must|should|permitted|expected|allowed).{0,40}user.{0,10}(and|or|,).{0,10}(assistant|model)/
const NOT_ALTERNATING = /alternat|successive|interleav|(first|initial) (non-system )?(message|turn|content|role).{0,40}(must|should).{0,20}user|(consecutive|multiple).{0,20}(user|assistant|messages).{0,30}(not|same role)|same role/
const NO_STREAM = /verified to stream|\(stream\)|\bstream(ing)?\b.{0,60}(\bnot\b|n't|unsupported|must be|cannot|disabled|only)|(\bnot\b|n't|unsupported|cannot|does not).{0,40}\bstream(ing)?\b/
/** A complaint about turns by one who takes an instruction before them. */
const SYSTEM_IS_FINE = /(optional|after the).{0,12}system/
/** A complaint about content that is no list. */
const WANTS_PARTS = /content.{0,80}(valid list|must be an? (list|array)|expected (an? )?(array|list|sequence))|(valid list|must be an? (list|array)|expected (an? )?(array|list|sequence)).{0,80}content/
/** A complaint that names nothing. */
const SOMETHING_UNKNOWN = /(extra|additional) (inputs?|fields?|properties|parameters?|arguments?).{0,30}(not|forbidden)|(unknown|unrecognized|unexpected|unsupported) (field|param|argument|key|propert|request)|requested parameters|参数/
/** What such a complaint may mean, the least common first. */
const SUSPECTS: readonly Droppable[] = ['affinity', 'think', 'response_format', 'n', 'stream_options', 'stop', 'temperature']

/** The one thing a refusal complains about that was in the request, or null when it is about something else. */
export function findRefused(words: string, body: string, refused: ReadonlySet<Droppable>): Droppable | null {
  const text = words.toLowerCase()
  for (const [what, inBody, inWords] of NAMES) if (inWords.test(text) && inBody.test(body) && !refused.has(what)) return what
  if (NO_SYSTEM.test(text) && !refused.has('system')) return 'system'
  if (NOT_ALTERNATING.test(text) && !refused.has('system') && !(SYSTEM_IS_FINE.test(text) && !refused.has('alternate'))) return 'system'
  if (NOT_ALTERNATING.test(text) && !refused.has('alternate')) return 'alternate'
  if (WANTS_PARTS.test(text) && /"messages":/.test(body) && !refused.has('text')) return 'text'
  if (NO_STREAM.test(text) && /"stream":true/.test(body)) return 'stream'
  // one that goes on about what was left out already means something else
  if (!SOMETHING_UNKNOWN.test(text) || NAMES.some(([what, , inWords]) => refused.has(what) && inWords.test(text))) return null
  return SUSPECTS.find((what) => !refused.has(what) && NAMES.some(([name, inBody]) => name === what && inBody.test(body))) ?? null
}

/** All that a refusal complains about: what a list of faults names at once, else the one thing; none when it is about something else. */
export function findRefusals(words: string, body: string, refused: ReadonlySet<Droppable>): Droppable[] {
  const listed = new Set([...words.matchAll(/\(body\.(\w+)/g)].map((match) => match[1]))
  const named = NAMES.filter(([what, inBody]) => listed.has(what) && inBody.test(body) && !refused.has(what)).map(([what]) => what)
  if (named.length > 1) return named
  const one = findRefused(words, body, refused)
  return one === null ? [] : [one]
}

/** The messages, with what was found to be refused said otherwise. */
function arrange(messages: readonly Message[], refused: ReadonlySet<Droppable>): Message[] {
  if (!refused.has('system') && !refused.has('alternate')) return [...messages]
  const arranged = mergeTurns(messages.map(({ role, content }) => ({ role: role === 'system' && refused.has('system') ? 'user' : role, content })))
  return refused.has('alternate') ? beginWithUser(arranged) : arranged
}

/** The turns with one of the user before them, where they begin with the other. */
export function beginWithUser(messages: Message[]): Message[] {
  const first = messages.findIndex(({ role }) => role !== 'system')
  return first !== -1 && messages[first]!.role === 'assistant' ? messages.toSpliced(first, 0, { role: 'user', content: '…' }) : messages
}

/** Turns of the same role after one another become one. */
export function mergeTurns(messages: readonly Message[]): Message[] {
  const merged: Message[] = []
  for (const { role, content } of messages) {
    const last = merged.at(-1)
    if (last !== undefined && last.role === role) last.content += `\n\n${content}`
    else merged.push({ role, content })
  }
  return merged
}
