/** Failures as the servers in use tell them, and lines that break. */
import { eventOf, streamOf, type Quirk } from '../quirk-server.ts'
import { json, KEY, raw } from './pieces.ts'
import { told, type WireQuirk } from './quirk.ts'


const openAiError = (status: number, message: string, code: string | null = null): Quirk => json(status, { error: { message, type: 'invalid_request_error', param: null, code } })

/** Failures. */
export const FAILURES: readonly WireQuirk[] = told([
  ['401', openAiError(401, `Incorrect API key provided: ${KEY}.`, 'invalid_api_key'), 'unauthorized', /does not accept this key/],
  ['401 with an empty body', { status: 401, pieces: [] }, 'unauthorized', /does not accept this key/],
  ['402', openAiError(402, 'Payment required'), 'payment', /no credit left/],
  ['429 for want of credit', openAiError(429, 'You exceeded your current quota, please check your plan and billing details.', 'insufficient_quota'), 'payment', /no credit left/],
  ['403', openAiError(403, 'Country not supported'), 'forbidden', /forbids this/],
  ['404 model missing', openAiError(404, 'The model `gpt-9` does not exist or you do not have access to it.', 'model_not_found'), 'model-missing', /has no model called “m-\d+”/],
  ['404 model missing, as Ollama says it', json(404, { error: 'model "m" not found, try pulling it first' }), 'model-missing', /has no model called/],
  ['400 model missing', openAiError(400, 'm is not a valid model ID'), 'model-missing', /has no model called/],
  ['404 no such address', { status: 404, type: 'text/html', pieces: ['<html><body>Not Found</body></html>'] }, 'unreachable', /no chat at this address/],
  ['405', { status: 405, pieces: ['Method Not Allowed'] }, 'unreachable', /no chat at this address/],
  ['400 context too long', openAiError(400, "This model's maximum context length is 4096 tokens, however you requested 9000.", 'context_length_exceeded'), 'too-long', /longer than “m-\d+” takes/],
  ['413', { status: 413, pieces: ['Payload Too Large'] }, 'too-long', /too large/],
  ['500 context too long, as llama.cpp says it', openAiError(500, 'the request exceeds the available context size, try increasing it'), 'too-long', /longer than/],
  ['400 of another kind', json(400, { detail: 'messages must not be funny' }), 'refused-parameter', /refused the request.*messages must not be funny/],
  ['422 as FastAPI says it', json(422, { detail: [{ loc: ['body', 'messages'], msg: 'field required', type: 'missing' }] }), 'refused-parameter', /field required/],
  ['500', openAiError(500, 'CUDA out of memory'), 'server-error', /failed \(500\).*CUDA out of memory/],
  ['502 with a page', { status: 502, type: 'text/html', pieces: ['<html><head><title>502 Bad Gateway</title></head></html>'] }, 'server-error', /failed \(502\)/],
  ['content filter as status 400', openAiError(400, 'The response was filtered by the content management policy.', 'content_filter'), 'filtered', /content rules/],
  ['content filter as a finish', { pieces: [eventOf({ content: 'I' }), eventOf({}, { finish_reason: 'content_filter' }), 'data: [DONE]\n\n'] }, 'filtered', /content rules/],
  ['error in a body of status 200', json(200, { error: { message: 'Provider returned error', code: 502 } }), 'server-error', /Provider returned error/],
  ['error text in a body of status 200', json(200, { error: 'model is asleep' }), 'server-error', /model is asleep/],
  ['error object of older servers', json(200, { object: 'error', message: 'bad luck', code: 500 }), 'server-error', /bad luck/],
  ['error as the only event', { pieces: [raw({ error: { message: 'Invalid API key', code: 401 } }), 'data: [DONE]\n\n'] }, 'unauthorized', /does not accept this key/],
  ['error as a named event without JSON', { pieces: ['event: error\ndata: it broke\n\n'] }, 'server-error', /it broke/],
  ['error in mid-stream', { pieces: [eventOf({ content: 'Good' }), raw({ error: { message: 'engine died', code: 500 } })] }, 'server-error', /engine died/],
  ['error in mid-stream without data:', { pieces: [eventOf({ content: 'Good' }), '{"error":{"message":"engine died","code":500}}\n\n'] }, 'server-error', /engine died/],
  ['finish error', { pieces: [eventOf({ content: 'Good' }), eventOf({ content: '' }, { finish_reason: 'error' }), 'data: [DONE]\n\n'] }, 'server-error', /gave up in the middle/],
  ['a web page', { type: 'text/html', pieces: ['<!doctype html><html><body>Sign in to the hotel</body></html>'] }, 'malformed', /web page/],
  ['plain text', { type: 'text/plain', pieces: ['upstream connect error'] }, 'malformed', /upstream connect error/],
  ['broken JSON', { type: 'application/json', pieces: ['{"choices":[{"message":{"cont'] }, 'malformed', /no chat answer/],
  ['an empty body', { pieces: [] }, 'empty', /empty answer/],
  ['only [DONE]', { pieces: ['data: [DONE]\n\n'] }, 'empty', /empty answer/],
  ['an answer without words', { pieces: [eventOf({ role: 'assistant', content: '' }), eventOf({}, { finish_reason: 'stop' }), 'data: [DONE]\n\n'] }, 'empty', /no words/],
  ['only white space', { pieces: [eventOf({ content: ' \n ' }), eventOf({}, { finish_reason: 'stop' }), 'data: [DONE]\n\n'] }, 'empty', /no words/],
  ['only thinking, cut off', { pieces: [eventOf({ reasoning_content: 'Hm' }), eventOf({}, { finish_reason: 'length' }), 'data: [DONE]\n\n'] }, 'empty', /used up all its words thinking/],
  ['only thinking, cut off, socket left open', { pieces: [eventOf({ reasoning_content: 'Hm' }), eventOf({}, { finish_reason: 'length' })], ending: 'open' }, 'empty', /used up all its words thinking/],
  ['a think block that never closes', { pieces: streamOf('<think>Hm, what') }, 'empty', /thought but said nothing/],
  ['only a tool call', { pieces: [eventOf({ tool_calls: [{ index: 0, function: { name: 'f', arguments: '{}' } }] }), eventOf({}, { finish_reason: 'tool_calls' }), 'data: [DONE]\n\n'] }, 'empty', /call a tool/],
  ['broken off in mid-stream', { pieces: [eventOf({ content: 'Good' })], ending: 'destroy' }, 'unreachable', /broke while the answer came/],
  ['silence after the first word', { pieces: [eventOf({ content: 'Good' })], ending: 'open' }, 'timeout', /fell silent/],
  ['silence from the start', { pieces: [': hold on\n\n'], ending: 'open' }, 'timeout', /did not begin to answer/],
  ['redirect to another origin', { status: 307, headers: { location: 'http://127.0.0.1:9/v1/chat/completions' }, pieces: [] }, 'blocked', /sends callers on to http:\/\/127\.0\.0\.1:9/],
  ['redirect in circles', { status: 308, headers: { location: '/v1/chat/completions' }, pieces: [] }, 'blocked', /in circles/],
  ['redirect to nowhere', { status: 302, pieces: [] }, 'blocked', /cannot be followed/],
], { limits: { firstTokenMs: 700, idleMs: 300, totalMs: 3_000 } })
