/** What is refused, and how: each costs one more request, once. */
import type { GenerateOptions } from '#minds/language-model.ts'
import { streamOf, type HeardRequest, type Quirk } from '../quirk-server.ts'
import { json } from './pieces.ts'
import type { WireQuirk } from './quirk.ts'

type Turn = { role: string; content: string }
const turnsOf = ({ json: sent }: HeardRequest): Turn[] => sent['messages'] as Turn[]
const isTwiceInTurn = (turns: Turn[]): boolean => turns.some(({ role }, i) => turns[i + 1]?.role === role)
const has = (...names: string[]) => (request: HeardRequest): boolean => names.some((name) => name in request.json)
const fault = (name: string) => ({ type: 'extra_forbidden', loc: ['body', name], msg: 'Extra inputs are not permitted' })
const event = (error: unknown): Quirk => ({ pieces: [`event: error\ndata: ${JSON.stringify({ error })}\n\n`] })
const talk = (...roles: Turn['role'][]): Partial<GenerateOptions> => ({ messages: roles.map((role) => ({ role, content: role })) as GenerateOptions['messages'] })

const CASES: Array<[name: string, isBad: (request: HeardRequest) => boolean, refusal: (request: HeardRequest) => Quirk, options: Partial<GenerateOptions>, keepsSystem?: boolean]> = [
  ['several parameters in one list', has('stream_options', 'n', 'stop'), (request) => json(422, { message: { detail: ['stream_options', 'n', 'stop'].filter((name) => name in request.json).map(fault) } }), { choices: 2, stop: ['x'] }],
  ['turns that follow one another', (request) => isTwiceInTurn(turnsOf(request)), () => json(400, { error: { message: 'x does not support successive user or assistant messages. You should interleave the user/assistant messages.' } }), talk('system', 'user', 'user')],
  ['the same, by one who takes an instruction', (request) => isTwiceInTurn(turnsOf(request)), () => json(400, { error: { message: 'After the (optional) system message(s), user and assistant roles should be alternating.' } }), talk('system', 'user', 'user'), true],
  ['a first turn of the wrong one', (request) => turnsOf(request)[1]?.role === 'assistant', () => json(400, { error: { message: 'After the optional system message, the first message must be from user' } }), talk('system', 'assistant', 'user'), true],
  ['a role that is not in a list', (request) => turnsOf(request)[0]?.role === 'system', () => json(422, { detail: [{ loc: ['body', 'messages', 0, 'role'], msg: "value is not a valid enumeration member; permitted: 'user', 'assistant'" }] }), {}],
  ['a template, told in a stream', (request) => turnsOf(request)[0]?.role === 'system', () => event({ message: 'Error rendering prompt with jinja template: "System role not supported".' }), {}],
  ['a shape, told in a stream', has('response_format'), () => event("'response_format.type' must be 'json_schema'"), { json: true }],
  ['a shape, by its grammar', has('response_format'), () => json(400, { error: { message: 'Failed to initialize samplers: failed to parse grammar' } }), { json: true }],
  ['a shape, by what decodes it', has('response_format'), () => json(400, { message: 'xgrammar does not support guided decoding with this schema' }), { json: true }],
  ['a shape, as a failure of 500', has('response_format'), () => json(500, { error: 'invalid JSON schema in format' }), { json: true }],
  ['a shape, as one of 501', has('response_format'), () => json(501, { error: { message: 'response_format json_schema is not implemented' } }), { json: true }],
  ['a mode of JSON', has('response_format'), () => json(400, { error: { message: 'JSON mode is not enabled for this model' } }), { json: true }],
  ['an object that could not be brought about', has('response_format'), () => json(400, { error: { message: 'Failed to generate JSON. Please adjust your prompt.', code: 'json_validate_failed' } }), { json: true }],
  ['parameters that no provider takes', has('stream_options'), () => json(404, { error: { message: 'No endpoints found that can handle the requested parameters.' } }), {}],
  ['streaming without being verified', (request) => request.json['stream'] === true, () => json(400, { error: { message: 'Your organization must be verified to stream this model.', param: 'stream', code: 'unsupported_value' } }), {}],
  ['content that is no list of parts', (request) => typeof turnsOf(request)[0]?.content === 'string', () => json(422, { detail: [{ loc: ['body', 'messages', 0, 'content'], msg: 'Input should be a valid list', type: 'list_type' }] }), {}],
  ['streaming, as a failure of 501', (request) => request.json['stream'] === true, () => json(501, { error: { message: 'Streaming not implemented' } }), {}],
  ['parameters in another tongue', has('stream_options'), () => json(400, { error: { message: 'API 调用参数有误，请检查文档。' } }), {}],
]

/** Asked twice, the first time costs one more request, the second none. */
export const REFUSALS: readonly WireQuirk[] = CASES.map(([name, isBad, refusal, options, keepsSystem]) => ({
  name, options, rounds: 2, requests: 3, expects: { text: 'Good day.' },
  serves: (request) => (isBad(request) ? refusal(request) : request.json['stream'] === true ? { pieces: streamOf('Good day.') } : json(200, { choices: [{ message: { content: 'Good day.' }, finish_reason: 'stop' }] })),
  ...(keepsSystem === true ? { holds: ([, second]) => turnsOf(second!)[0]!.role === 'system' } : {}),
}))
