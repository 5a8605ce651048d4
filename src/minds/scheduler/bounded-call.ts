/** One call to a model that can be stopped at once and never says more than was paid for, whatever the server makes of the limit it was given. */
import { createCancelSource, eitherOf } from '#core/tasks/cancel.ts'
import type { CancelSignal } from '#core/tasks/protocol.ts'
import { circleAt } from '../circles.ts'
import type { Generation, LanguageModel, Message } from '../language-model.ts'
import type { Call } from './answer-cache.ts'
import type { Brain } from './brain.ts'
import type { Tokens } from './budget.ts'

/** English takes about so many characters a token; other writing hardly more than one. */
const CHARACTERS_A_TOKEN = 4
const TOKENS_A_SIGN = 0.7
/** Tokens that the frame of a message takes. */
const MESSAGE_TOKENS = 6
/** An answer as it was asked for. */
const LABELLED = /^\s*[*_#]{0,3}(?:SAY|THINK|DO|FEEL)[*_]{0,2}\s*:/
/** An answer may be so much longer than was asked for before it is cut. */
const SLACK = { times: 1.25, tokens: 8 }

/** Characters between two looks at whether a text goes in circles, and how much of its end is looked at. */
const CIRCLE_EVERY = 160
const CIRCLE_TAIL = 1200

/** What a call takes at most, as well as it can be known before the server has counted. */
export function estimateTokens({ messages, maxTokens, choices = 1 }: Call, { countsMore }: Pick<Brain, 'countsMore'>): Tokens {
  const tokensIn = messages.reduce((sum, { content }: Message) => sum + tokensOf(content) + MESSAGE_TOKENS, 0)
  return { tokensIn: Math.ceil(tokensIn * countsMore), tokensOut: Math.ceil((maxTokens * SLACK.times + SLACK.tokens) * choices) }
}

function tokensOf(text: string): number {
  // a plain text needs no look at each of its letters
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text.length / CHARACTERS_A_TOKEN
  let plain = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 128) plain++
  return plain / CHARACTERS_A_TOKEN + (text.length - plain) * TOKENS_A_SIGN
}

/** Asks; never throws. `heard` is told how long each piece is; `room` is how many tokens the answer may take. */
export async function callBounded(model: LanguageModel, call: Call, { signal, room, heard }: { signal: CancelSignal; room: number; heard(characters: number): void }): Promise<Generation> {
  const cut = createCancelSource()
  const isCircling = watchForCircles()
  let written = 0
  const started: Generation = { ok: false, reason: 'malformed', message: '', text: '', reasoning: '', tokensIn: 0, tokensOut: 0, firstTokenMs: null, totalMs: 0 }
  try {
    const generation = await model.generate({
      ...call,
      signal: eitherOf(signal, cut.signal),
      onDelta(text, channel) {
        heard(text.length)
        if (room !== Infinity) {
          written += tokensOf(text)
          if (written > room) return cut.cancel()
        }
        if (isCircling(text, channel)) return cut.cancel()
        call.onDelta?.(text, channel)
      },
    })
    // what was cut for its length, or for saying one thing over and over, is as good as what the server itself would have cut
    if (!generation.ok && generation.reason === 'cancelled' && cut.signal.cancelled && !signal.cancelled) return { ...generation, ok: true, finish: 'length' }
    return mendSilence(generation)
  } catch (error) {
    // the port promises not to throw; a model that breaks the promise must not break the talk
    return { ...started, tokensOut: Math.ceil(written), message: `the model's client failed: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Tells, piece by piece, whether what is said on a channel has begun to go round in circles. */
function watchForCircles(): (text: string, channel: string) => boolean {
  let tail = ''
  let spokenOn = ''
  let fresh = 0
  return (text, channel) => {
    tail = channel === spokenOn ? tail + text : text
    spokenOn = channel
    fresh += text.length
    if (fresh < CIRCLE_EVERY) return false
    fresh = 0
    tail = tail.slice(-CIRCLE_TAIL)
    return circleAt(tail) >= 0
  }
}

/** With some servers all that a model says that does not think counts as thinking: where that begins with a label that was asked for, it is the answer. */
function mendSilence(generation: Generation): Generation {
  if (generation.ok || generation.reason !== 'empty' || generation.text !== '' || !LABELLED.test(generation.reasoning)) return generation
  const { reason: _reason, message: _message, ...rest } = generation
  return { ...rest, ok: true, finish: 'other', text: generation.reasoning, reasoning: '' }
}
