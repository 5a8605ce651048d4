/** What else an endpoint can, found out by asking and not by believing: a given JSON shape, plain JSON, stop words, several calls at once; in a second and about fifty tokens. */
import { createCancelSource } from '#core/tasks/cancel.ts'
import type { GenerateOptions, Generation, LanguageModel, ProbeExtras } from '#minds/language-model.ts'
import { parseJson } from './loose.ts'

/** Milliseconds for all of it, and tokens of each of their five answers. */
const MOST_MS = 1_100
const CALL_TOKENS = 10
/** Four at once may begin so much later than one alone and still count as side by side. */
const SIDE_BY_SIDE = { times: 2.2, ms: 200 }
const LUCKY = 7

type Call = Pick<GenerateOptions, 'messages'> & Partial<Pick<GenerateOptions, 'schema' | 'json' | 'stop' | 'choices'>>
const ask = (content: string): Call['messages'] => [{ role: 'user', content }]

/** Asks four things at once. `firstTokenMs`: how soon one call alone began; null where it is not known. What did not come in time is null. */
export async function probeExtras(model: LanguageModel, { firstTokenMs, reasons, now }: { firstTokenMs: number | null; reasons: boolean; now(): number }): Promise<ProbeExtras> {
  const stop = createCancelSource()
  const timer = setTimeout(() => stop.cancel(), MOST_MS)
  const limits = { firstTokenMs: MOST_MS, idleMs: MOST_MS, totalMs: MOST_MS }
  const started = now()
  const begun: number[] = []
  const run = async (call: Call): Promise<Generation> => {
    let isBegun = false
    return model.generate({
      ...call, maxTokens: CALL_TOKENS, temperature: 0, signal: stop.signal, limits,
      onDelta() {
        if (!isBegun) begun.push(now() - started)
        isBegun = true
      },
    })
  }
  // whoever keeps to the shape answers with the only number that is allowed, whatever else was asked for
  const [shaped, json, stopped, twice] = await Promise.all([
    run({ messages: ask('Write the word river, and nothing else.'), schema: { name: 'pick', properties: { do: { type: 'integer', enum: [LUCKY] } } } }),
    run({ messages: ask('Write the word river as JSON with the key word.'), json: true }),
    run({ messages: ask('Write exactly this: one two three four five'), stop: ['three'] }),
    run({ messages: ask('Write the word river, and nothing else.'), choices: 2 }),
  ])
  clearTimeout(timer)
  const told = ({ ok, text }: Generation): string | null => (ok || text.trim() !== '' ? text.trim() : null)
  const [shapedText, jsonText, stoppedText] = [told(shaped), told(json), told(stopped)]
  const value = shapedText === null ? null : parseJson(shapedText)
  return {
    schema: shapedText === null ? null : typeof value === 'object' && value !== null && 'do' in value && value.do === LUCKY,
    json: jsonText === null ? null : jsonText.startsWith('{'),
    stops: stoppedText === null || !stoppedText.includes('two') ? null : !/three|four/.test(stoppedText),
    reasons,
    several: told(twice) === null ? null : (twice.others?.length ?? 0) > 0,
    sideBySide: firstTokenMs === null || begun.length < 4 ? null : Math.max(...begun) <= firstTokenMs * SIDE_BY_SIDE.times + SIDE_BY_SIDE.ms,
  }
}

/** What was found, in a sentence. */
export function describeExtras({ schema, json, stops, reasons, sideBySide, several }: ProbeExtras): string {
  const found = [
    schema === true ? 'keeps to a given JSON shape' : schema === false ? 'does not keep to a given JSON shape' : null,
    json === true ? 'writes JSON when told to' : null,
    stops === false ? 'runs on past stop words' : stops === true ? 'minds stop words' : null,
    sideBySide === true ? 'answers four at once' : sideBySide === false ? 'answers one after the other' : null,
    several === true ? 'gives several answers to one call' : null,
    reasons ? 'thinks before it speaks' : null,
  ].filter((words) => words !== null)
  return found.length === 0 ? 'Nothing more could be found out in the time of the test.' : `It ${found.join(', ')}.`
}
